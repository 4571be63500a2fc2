import { z } from 'zod';
import { answer, end, flow } from '../src/flow/flow.ts';
import { allMeant, priceWord, stockWord, whichOne, type Meant } from '../src/flow/pointing.ts';
import { NO } from '../src/flow/question.ts';
import { particular } from '../src/flow/questions.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import type { Intent } from '../src/understanding/meaning.ts';
import { stepWords } from './benefits.ts';
import { nothingLike } from './catalogue.ts';

/** What one may do with a product that is on the counter. */
function choicesFor(talk: Talk, product: Product): readonly Offer[] {
  const { say, shop } = talk;
  const others = shop.catalogue.variantsOf(product).filter((other) => other.sku !== product.sku);
  const buy: Offer = shop.free(product) > 0
    ? { label: say('product.add'), does: { kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: 1 } }
    : { label: say('product.tell_me'), does: { kind: 'do', module: 'tell_me_when_back', sku: product.sku } };
  return [
    buy,
    ...(others.length > 0 ? [{ label: say('product.other_variants'), does: { kind: 'do' as const, module: 'variants', sku: product.sku } }] : []),
    { label: say('product.ask_shipping'), does: { kind: 'wish', intent: 'ask_shipping_cost', sku: product.sku } },
  ];
}

/** Everything about a product at once: price, stock, what it is, photo (design §1.3). */
export function productCard(talk: Talk, product: Product): Said {
  const { say } = talk;
  const steps = talk.shop.wholesaleSteps(product);
  const soldOut = talk.shop.free(product) <= 0;
  const likeIt = soldOut ? alternatives(talk, product) : [];
  return {
    text: [
      say('product.card', { produk: product.title, harga: priceWord(talk, product), stok: stockWord(talk, product) }),
      ...(steps.length > 0 ? [say('product.wholesale', { tingkat: stepWords(talk, steps) })] : []),
      product.description,
      say('product.weight', { berat: weight(product.weightG) }),
      ...(likeIt.length > 0 ? [say('product.like_it', { produk: likeIt.map((p) => `${p.title} (${say.rupiah(p.price)})`).join(', ') })] : []),
    ].filter((line) => line !== '').join('\n'),
    offers: [
      ...choicesFor(talk, product),
      ...likeIt.slice(0, 2).map((other): Offer => ({ label: other.title, does: { kind: 'wish', intent: 'product_detail', sku: other.sku } })),
    ],
    photo: product.photo,
    shows: [product.sku, ...talk.shop.catalogue.variantsOf(product).map((other) => other.sku).filter((sku) => sku !== product.sku)],
  };
}

const weight = (grams: number): string =>
  grams >= 1000 ? `${String(grams / 1000).replace('.', ',')} kg` : `${grams} g`;

/** In stock and alike: another variant, else the same category at a near price. */
export function alternatives(talk: Talk, product: Product): readonly Product[] {
  const inStock = (other: Product) => other.sku !== product.sku && talk.shop.free(other) > 0;
  const variants = talk.shop.catalogue.variantsOf(product).filter(inStock);
  if (variants.length > 0) return variants.slice(0, 3);
  const distance = (other: Product) => Math.abs(other.price - product.price);
  return talk.shop.catalogue.sellable
    .filter((other) => other.category === product.category && inStock(other) && distance(other) <= product.price)
    .sort((a, b) => distance(a) - distance(b)).slice(0, 2);
}

function about(talk: WishTalk, intent: Intent): Said | null {
  const all = allMeant(talk);
  if (all.length > 1 && all.every((meant) => meant.kind === 'one')) return compared(talk, all);
  const meant = all[0]!;
  switch (meant.kind) {
    case 'one': {
      const fact = intent === 'product_detail' ? answeringWords(talk, meant.product) : null;
      if (fact !== null) return { text: fact, shows: [meant.product.sku] };
      const card = productCard(talk, meant.product);
      return intent === 'ask_stock' && talk.shop.free(meant.product) > 0 ? { ...card, text: `${talk.say('product.there_is')} ${card.text}` } : card;
    }
    case 'several': {
      const which = whichOne(talk, meant.products, (product) => ({ kind: 'wish', intent, sku: product.sku }));
      const { description } = meant.products[0]!;
      // What is asked of all of them and is the same for all of them is told at once.
      const same = intent === 'product_detail' && description !== '' && meant.products.every((product) => product.description === description);
      return same ? { ...which, text: `${description}\n\n${which.text}` } : which;
    }
    case 'unknown': return nothingLike(talk, meant.phrase);
    case 'unnamed': return talk.wish.score >= 0.5 ? { text: talk.say('product.which') } : null;
  }
}

/** Of a product already shown, only the sentences that answer what is asked; null where none does. */
function answeringWords(talk: WishTalk, product: Product): string | null {
  if (talk.memory.focus !== product.sku) return null;
  const asked = talk.wish.text.split(' ').filter((word) => word.length >= 4 && !/^(?:bisa|buat|untuk|pakai|tidak|kakak|yang|berapa|apa|bagaimana|barang|itunya|bahan)$/.test(word));
  const stems = asked.map((word) => word.replace(/nya$/, ''));
  const fitting = product.description.split(/(?<=[.!])\s+/).filter((sentence) => stems.some((stem) => sentence.toLowerCase().includes(stem)));
  return fitting.length > 0 ? `${product.title}: ${fitting.join(' ')}` : null;
}

/** "yang 24 sama yang 28 beda harganya berapa": each with its price, one line a product. */
function compared(talk: WishTalk, all: readonly Meant[]): Said {
  const products = all.flatMap((meant) => (meant.kind === 'one' ? [meant.product] : []));
  return {
    text: products.map((product) => talk.say('product.line', {
      produk: product.title, harga: priceWord(talk, product), stok: stockWord(talk, product),
    })).join('\n'),
    offers: products.map((product) => ({ label: product.title, does: { kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: 1 } })),
    shows: products.map((product) => product.sku),
  };
}

/** Price, stock and detail are one answer: whoever asks for one needs the others next. Two of them make one card. */
const asksProduct = (intent: Intent) => (talk: WishTalk): Said | null => {
  const first = talk.meaning.wishes.find((wish) => CARD_INTENTS.includes(wish.intent) && sameProducts(wish, talk.wish));
  return first !== undefined && first !== talk.wish && talk.meaning.wishes.includes(talk.wish)
    ? { text: '' }
    : about(talk, intent);
};

const CARD_INTENTS: readonly Intent[] = ['ask_price', 'ask_stock', 'product_detail'];

const sameProducts = (a: WishTalk['wish'], b: WishTalk['wish']): boolean =>
  b.products.length === 0 || a.products.map((p) => p.phrase).join() === b.products.map((p) => p.phrase).join();

export const price = answer('price', { ask_price: ['ini berapa kak', 'brp harganya', 'harga yang besar berapa', 'piro regane'] }, asksProduct('ask_price'));
export const stock = answer('stock', { ask_stock: ['masih ready kak', 'stoknya ada ga', 'yang merah masih ada', 'isih ono'] }, asksProduct('ask_stock'));
export const detail = answer('detail', { product_detail: ['bahannya apa kak', 'ukurannya berapa', 'bisa buat induksi ga', 'boleh lihat fotonya'] }, asksProduct('product_detail'));

/** The variants of a product, side by side. */
export const variants = answer('variants', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product) return null;
  return whichOne(talk, talk.shop.catalogue.variantsOf(product), (other) => ({ kind: 'wish', intent: 'product_detail', sku: other.sku }));
});

/** Shows one product; other flows begin it by name. */
export const showProduct = flow('show_product', {})
  .ask('sku', particular({ schema: z.string(), ask: (talk) => talk.say('product.which'), read: () => NO }))
  .done((talk) => {
    const product = talk.shop.product(talk.facts.sku);
    return end(product ? productCard(talk, product) : { text: talk.say('product.gone') });
  });
