import type { WishTalk } from '../../src/flow/talk.ts';
import type { Product } from '../../src/shop/catalogue/snapshot.ts';
import type { CartOutcome } from '../../src/shop/ordering/cart.ts';
import type { Quantity } from '../../src/understanding/meaning.ts';

export const REMOVE = /\b(?:hapus|buang|keluarkan|keluarin|hilangkan|hilangin|cabut|batalkan|batalin|batal|tidak (?:jadi|usah|perlu)|(?:gak?|ga|nggak|ngga|enggak) jadi|remove|delete)\b/;
export const MORE = /\b(?:tambah|tambahin|tambahkan|plus|sekalian|add)\b/;
export const ALL = /\b(?:semua(?:nya)?|kosongkan|kosongin|all)\b/;
export const ADDRESS = /\b(?:alamat(?:nya|ku)?|kirim(?:nya)? ke|(?:nama )?penerima(?:nya)?|no(?:mor)? (?:hp|wa|telp)(?:nya|ku)?)\b/;

/** Which lines of the cart a change is about, with the quantity said of each. */
export function changeTargets(talk: WishTalk): readonly { product: Product; quantity: Quantity | null }[] {
  const cart = talk.shop.cart();
  if (talk.tapped.sku !== null) {
    const product = talk.shop.product(talk.tapped.sku);
    return product ? [{ product, quantity: talk.meaning.quantity }] : [];
  }
  const named = talk.wish.products.flatMap((mention) => {
    const inCart = mention.candidates.map((candidate) => cart.find((line) => line.product.sku === candidate.sku)).find((line) => line);
    const quantity = mention.quantity ?? (talk.wish.products.length === 1 ? talk.meaning.quantity : null);
    if (inCart) return [{ product: inCart.product, quantity }];
    const product = mention.candidates[0] && talk.shop.product(mention.candidates[0].sku);
    return product ? [{ product, quantity }] : [];
  });
  if (named.length > 0) return named;
  const focus = cart.find((line) => line.product.sku === talk.memory.focus) ?? (cart.length === 1 ? cart[0] : undefined);
  return focus ? [{ product: focus.product, quantity: talk.meaning.quantity }] : [];
}

export function changed(talk: WishTalk, product: Product, quantity: Quantity | null): CartOutcome {
  const { shop } = talk;
  if (quantity === null) {
    if (MORE.test(talk.meaning.normal) && !REMOVE.test(talk.meaning.normal)) return shop.addToCart(product, 1);
    return REMOVE.test(talk.meaning.normal) ? shop.setInCart(product, 0) : { kind: 'bad_quantity', product, wanted: NaN };
  }
  if (quantity.mode === 'add') return shop.addToCart(product, quantity.pieces);
  if (quantity.mode === 'less') return shop.addToCart(product, -quantity.pieces);
  return shop.setInCart(product, quantity.pieces);
}
