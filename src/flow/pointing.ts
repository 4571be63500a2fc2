import type { Product } from '../shop/catalogue/snapshot.ts';
import type { ProductMention } from '../understanding/meaning.ts';
import type { Said } from './said.ts';
import type { Deed } from './said.ts';
import type { WishTalk } from './talk.ts';

/** Which product a customer means. */
export type Meant =
  | { readonly kind: 'one'; readonly product: Product; readonly mention: ProductMention | null }
  /** Several fit: variants of one thing, or different things. */
  | { readonly kind: 'several'; readonly products: readonly Product[]; readonly mention: ProductMention }
  | { readonly kind: 'unknown'; readonly phrase: string }
  | { readonly kind: 'unnamed' };

/** A candidate this much weaker than the best is another product than the one meant. */
const CLEARLY_WEAKER = 0.75;

/** The product of a mention. */
export function meantBy(talk: WishTalk, mention: ProductMention): Meant {
  const products = mention.candidates
    .filter((candidate) => candidate.score >= (mention.candidates[0]?.score ?? 0) * CLEARLY_WEAKER)
    .flatMap((candidate) => talk.shop.product(candidate.sku) ?? []);
  if (products.length === 0) return { kind: 'unknown', phrase: mention.phrase };
  // "itu bisa buat induksi ga", "bisa buat induksi kan": a quality is named, and the thing pointed at has been shown.
  const focus = products.find((product) => product.sku === talk.memory.focus);
  if (focus && (talk.meaning.reference !== null || asksFor(talk, mention.phrase))) return { kind: 'one', product: focus, mention };
  if (products.length === 1) return { kind: 'one', product: products[0]!, mention };
  return { kind: 'several', products, mention };
}

/** What it is good for is asked, not for something that bears the name. */
const asksFor = (talk: WishTalk, phrase: string): boolean =>
  talk.wish.intent === 'product_detail' && new RegExp(`\\b(?:untuk|pakai|di|ke|kena|masuk|tahan|anti)(?: kompor)? ${phrase.replace(/[^\p{L}\p{N} ]/gu, '.')}\\b`, 'u').test(talk.wish.text);

/** Every product the wish names; else the one that was tapped, or the one talked about. */
export function allMeant(talk: WishTalk): readonly Meant[] {
  const tapped = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (tapped) return [{ kind: 'one', product: tapped, mention: null }];
  if (talk.wish.products.length > 0) return talk.wish.products.map((mention) => meantBy(talk, mention));
  // "wajan 28, ongkirnya berapa? harganya?": what was named in the same breath.
  const earlier = talk.meaning.wishes.slice(0, Math.max(0, talk.meaning.wishes.indexOf(talk.wish))).findLast((wish) => wish.products.length > 0);
  if (earlier) return earlier.products.map((mention) => meantBy(talk, mention));
  const focus = talk.memory.focus === null ? undefined : talk.shop.product(talk.memory.focus);
  return focus ? [{ kind: 'one', product: focus, mention: null }] : [{ kind: 'unnamed' }];
}

export const meant = (talk: WishTalk): Meant => allMeant(talk)[0]!;

/** Asks which of several products is meant; taking one does the same deed with it. */
export function whichOne(talk: WishTalk, products: readonly Product[], deed: (product: Product) => Deed): Said {
  const shown = products.slice(0, 8);
  const lines = shown.map((product) => talk.say('product.line', {
    produk: product.title, harga: priceWord(talk, product), stok: stockWord(talk, product),
  }));
  return {
    text: [commonName(shown) === '' ? talk.say('product.which_one') : talk.say('product.which_of', { produk: commonName(shown) }), ...lines].join('\n'),
    offers: shown.map((product) => ({ label: shortLabel(product, shown), does: deed(product) })),
    shows: shown.map((product) => product.sku),
    undecided: shown.length > 1,
    album: picturesToChooseBy(shown),
  };
}

/** Pictures that tell variants of one thing apart: each another one. */
function picturesToChooseBy(products: readonly Product[]): readonly string[] {
  if (commonName(products) === '') return [];
  const pictures = products.flatMap((product) => product.photo ?? []);
  return pictures.length > 1 && new Set(pictures).size === pictures.length ? pictures : [];
}

/** "Rp165.000", or "Rp129.000 (dari Rp165.000 sampai 30 Nov)" while a sale runs. */
export function priceWord({ say }: Pick<WishTalk, 'say'>, { price, sale }: Product): string {
  const harga = say.rupiah(price);
  if (sale === null || price >= sale.usualPrice) return harga;
  const lama = say.rupiah(sale.usualPrice);
  return sale.until === null ? say('price.sale', { harga, lama }) : say('price.sale_until', { harga, lama, akhir: say.date(sale.until) });
}

/** "stok 8", "stok habis", "dibuat sesuai pesanan". */
export function stockWord(talk: Pick<WishTalk, 'shop' | 'say'>, product: Product): string {
  const free = talk.shop.free(product);
  if (free === Infinity) return talk.say('product.made_to_order');
  return free > 0 ? talk.say('product.in_stock', { jumlah: String(free) }) : talk.say('product.sold_out');
}

/** The group's name for variants of one thing; else what the shop calls its goods. */
function commonName(products: readonly Product[]): string {
  const group = products[0]!.variantOf;
  return group !== null && products.every((product) => product.variantOf === group) ? group : '';
}

/** "28 cm" among variants of one thing, the whole title otherwise. */
export function shortLabel(product: Product, among: readonly Product[]): string {
  const variants = among.length > 1 && among.every((other) => other.variantOf !== null && other.variantOf === product.variantOf);
  return variants && product.variant !== null ? product.variant : product.title;
}
