import { answer } from '../src/flow/flow.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk } from '../src/flow/talk.ts';
import { allMeant, priceWord, stockWord } from '../src/flow/pointing.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';

/** Lists longer than this are a wall on a phone. */
const MOST_LISTED = 6;
const MOST_CATEGORIES = 9;

/** A list of products with price and stock; taking one shows it. */
export function productList(talk: Talk, heading: string, products: readonly Product[], more = ''): Said {
  const shown = [...new Set(products)].slice(0, MOST_LISTED);
  const lines = shown.map((product) => talk.say('product.line', {
    produk: product.title, harga: priceWord(talk, product), stok: stockWord(talk, product),
  }));
  return {
    text: [heading, ...lines, more].filter((line) => line !== '').join('\n'),
    offers: shown.map((product) => ({
      label: product.title, does: { kind: 'wish', intent: 'product_detail', sku: product.sku },
    })),
    shows: shown.map((product) => product.sku),
    undecided: shown.length > 1,
  };
}

/** "jual apa aja": the categories, each a choice; or the products of a category that was named. */
export const browse = answer('browse', {
  browse_catalogue: ['jual apa aja kak', 'minta katalognya dong', 'kategori apa aja yang ada', 'liat-liat dulu boleh', 'ada barang baru apa'],
}, (talk) => {
  const { shop, say } = talk;
  const named = talk.tapped.text ?? categoryNamed(talk);
  if (named !== null) {
    const products = inStockFirst(talk, shop.catalogue.sellable.filter((product) => product.category === named));
    if (products.length > 0) {
      const rest = products.length - MOST_LISTED;
      return productList(talk, say('browse.category', { kategori: named }), products,
        rest > 0 ? say('browse.more', { jumlah: String(rest) }) : '');
    }
  }
  const categories = shop.catalogue.categories;
  return {
    text: [
      say('browse.categories', { jumlah: String(shop.catalogue.sellable.length) }),
      ...categories.map((category, i) => `${i + 1}. ${category}`),
      say('browse.hint'),
    ].join('\n'),
    offers: categories.slice(0, MOST_CATEGORIES).map((category) => ({
      label: category, does: { kind: 'wish', intent: 'browse_catalogue', text: category },
    })),
  };
});

function categoryNamed(talk: Talk): string | null {
  const said = talk.meaning.normal;
  return talk.shop.catalogue.categories.find((category) => said.includes(category.toLowerCase())) ?? null;
}

const inStockFirst = (talk: Talk, products: readonly Product[]): readonly Product[] =>
  [...products].sort((a, b) => Number(talk.shop.free(b) > 0) - Number(talk.shop.free(a) > 0));

/** A hit that answers less than this of the wish is a guess, and is said to be one. */
const FITS = 0.6;
/** A hit that scores less than this share of the best is another kind of thing: the lid, not the wok. */
const SAME_KIND = 0.78;

/** "cari wajan anti lengket di bawah 200rb": what fits, or honestly that nothing does. */
export const search = answer('search', {
  search_product: ['cari yang anti lengket dong', 'butuh kado buat mama', 'ada rekomendasi ga kak', 'yang murah di bawah 100rb ada'],
}, (talk) => {
  const { shop, say, wish, meaning } = talk;
  const cheaper = wish.products.length === 0 && CHEAPER_THAN_THIS.test(meaning.normal) ? cheaperThanShown(talk) : null;
  if (cheaper !== null) return cheaper;
  const utmost = wish.products.length === 0 && UTMOST.test(meaning.normal) ? utmostOfShown(talk) : null;
  if (utmost !== null) return { text: '', start: { flow: 'show_product', facts: { sku: utmost.sku } } };
  // "kerudung item sama tunik ada?": each of them, not the first alone.
  const named = wish.products.length > 1 ? allMeant(talk).flatMap((meant) => (meant.kind === 'one' ? [meant.product] : meant.kind === 'several' ? meant.products : [])) : [];
  if (named.length > 1) return productList(talk, say('search.found'), named);
  // "muka aku jerawatan, cocoknya pakai apa?": what it is for stands in another part of the message.
  const phrase = wish.products[0]?.phrase ?? meaning.products[0]?.phrase ?? wish.text;
  const hits = shop.search(phrase, {
    maxPrice: meaning.maxPrice, minPrice: meaning.minPrice, limit: 24,
    sort: meaning.sort ?? 'relevance',
  });
  const best = (hits[0]?.named ?? 0) > 0 ? hits[0]!.coverage : 0;
  const fitting = hits.filter((hit) => hit.named > 0 && hit.score >= hits[0]!.score * SAME_KIND && hit.coverage >= Math.max(FITS, best - 0.1)).map((hit) => hit.product);
  if (fitting.length === 0) return (wish.products.length === 0 ? withinBudget(talk) : null) ?? nothingLike(talk, phrase);
  if (fitting.length === 1) return { text: '', start: { flow: 'show_product', facts: { sku: fitting[0]!.sku } } };
  const rest = fitting.length - MOST_LISTED;
  return productList(talk, say('search.found'), fitting, rest > 0 ? say('browse.more', { jumlah: String(rest) }) : '');
});

const CHEAPER_THAN_THIS = /\b(?:lebih|agak|paling) murah\b|\bmurahan\b|\b(?:cheaper|cheapest)\b/;

/** "ada yang lebih murah?" of what lies on the counter: its own kind first, else anything that costs less. */
function cheaperThanShown(talk: Talk): Said | null {
  const focus = talk.memory.focus === null ? undefined : talk.shop.product(talk.memory.focus);
  if (!focus) return null;
  const cheaper = talk.shop.catalogue.sellable
    .filter((product) => product.price < focus.price && talk.shop.free(product) > 0).sort((a, b) => b.price - a.price);
  const ofItsKind = cheaper.filter((product) => product.category === focus.category);
  const shown = ofItsKind.length > 0 ? ofItsKind : cheaper;
  return shown.length === 0 ? null
    : productList(talk, talk.say('search.cheaper', { produk: focus.title, harga: talk.say.rupiah(focus.price) }), shown);
}

const UTMOST = /^(?:(?:ambil|mau|pilih|kasih|oke) )?(?:yang )?(?:termurah|termahal)(?: (?:saja|deh|dong|ya))*$/;

/** "yang paling murah aja": of the products shown last, those that are there. */
function utmostOfShown(talk: Talk): Product | null {
  const shown = talk.memory.shown.flatMap((sku) => talk.shop.product(sku) ?? []).filter((product) => talk.shop.free(product) > 0);
  if (shown.length < 2) return null;
  return shown.reduce((best, product) => ((talk.meaning.sort === 'dearest') === (product.price > best.price) ? product : best));
}

/** "ada yang di bawah 100rb?": no goods are named, only what may be spent. Dearest first: nearest to what she means to spend. */
function withinBudget(talk: Talk): Said | null {
  const { maxPrice, minPrice, sort } = talk.meaning;
  if (maxPrice === null && sort !== 'cheapest') return null;
  const products = talk.shop.catalogue.sellable
    .filter((product) => product.price <= (maxPrice ?? Infinity) && product.price >= (minPrice ?? 0) && talk.shop.free(product) > 0)
    .sort((a, b) => (sort === 'cheapest' ? a.price - b.price : b.price - a.price));
  if (products.length === 0) return null;
  const rest = products.length - MOST_LISTED;
  return productList(talk, maxPrice === null ? talk.say('search.found') : talk.say('search.within', { harga: talk.say.rupiah(maxPrice) }), products,
    rest > 0 ? talk.say('browse.more', { jumlah: String(rest) }) : '');
}

const ASKING_AROUND = /^(?:(?:kakak|min|halo|permisi|ada|jual|cari|butuh|mau|do|you|have|sell|any|a|an|the) )+|(?: (?:tidak|kakak|min|ada|ya|dong|sih|nya))+$/g;

/** "ada kulkas tidak" asks for "kulkas". */
const askedFor = (phrase: string): string => phrase.replace(ASKING_AROUND, '').trim() || phrase;

/** Nothing fits: say so, and what is nearest, if anything is. */
export function nothingLike(talk: Talk, phrase: string): Said {
  const { shop, say, meaning } = talk;
  const dearer = meaning.maxPrice !== null ? shop.search(phrase, { limit: 3, sort: 'cheapest' }) : [];
  if (dearer.length > 0 && dearer[0]!.coverage >= FITS) {
    return productList(talk, say('search.only_dearer', { harga: say.rupiah(meaning.maxPrice!) }), dearer.map((hit) => hit.product));
  }
  return {
    text: say('search.nothing', { dicari: askedFor(phrase) }), lacks: askedFor(phrase),
    offers: [{ label: say('menu.catalogue'), does: { kind: 'wish', intent: 'browse_catalogue' } }],
  };
}
