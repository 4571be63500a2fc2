import { action, answer } from '../src/flow/flow.ts';
import { meant, priceWord, stockWord, whichOne, type Meant } from '../src/flow/pointing.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';

/** The wishlist, each thing one tap from the cart. */
export function wishlistView(talk: Talk, heading: string): Said {
  const wishes = talk.shop.wishlist();
  return {
    text: [
      heading,
      ...wishes.map((wish) => talk.say('product.line', {
        produk: wish.product.title, harga: priceWord(talk, wish.product), stok: stockWord(talk, wish.product),
      })),
    ].join('\n'),
    offers: wishes.slice(0, 6).map((wish) => ({
      label: talk.say('wishlist.take', { produk: wish.product.title }), does: { kind: 'do', module: 'wish_to_cart', sku: wish.sku },
    })),
    shows: wishes.map((wish) => wish.sku),
  };
}

const CHEAPER = /\b(?:turun|murah(?:an)?|diskon|promo)\b/;
const BACK = /\b(?:ready|ada lagi|restock|tersedia|kabari|kabarin|info(?:in)?)\b/;
const SHOW = /\b(?:lihat|liat|cek|isi|apa (?:aja|saja))\b/;

export const wishlistAdd = action('wishlist_add', {
  wishlist_add: ['simpan dulu ya kak', 'masukin wishlist dong', 'save dulu, belum gajian', 'kabari kalau ready ya'],
}, (talk) => {
  const { say, shop } = talk;
  if (SHOW.test(talk.meaning.normal) && talk.wish.products.length === 0) return showWishlist(talk);
  const it = waitedFor(talk) ?? meant(talk);
  switch (it.kind) {
    case 'several': return whichOne(talk, it.products, (product) => ({ kind: 'wish', intent: 'wishlist_add', sku: product.sku }));
    case 'unknown': return { text: say('search.nothing', { dicari: it.phrase }), lacks: it.phrase };
    case 'unnamed': {
      const cart = shop.cart();
      if (cart.length === 0) return { text: say('product.which') };
      for (const line of cart) { shop.wish(line.product); shop.setInCart(line.product, 0); }
      return { text: say('wishlist.cart_saved') };
    }
    case 'one': {
      const soldOut = shop.free(it.product) <= 0;
      const back = soldOut || BACK.test(talk.meaning.normal);
      shop.wish(it.product, { back: back && soldOut, cheaper: CHEAPER.test(talk.meaning.normal) });
      const fromCart = shop.inCart(it.product.sku) > 0 && /\b(?:pindah|simpan|simpen|dulu|save)\b/.test(talk.meaning.normal);
      if (fromCart) shop.setInCart(it.product, 0);
      const key = soldOut ? 'wishlist.will_tell' : CHEAPER.test(talk.meaning.normal) ? 'wishlist.will_tell_price' : 'wishlist.saved';
      return { text: say(key, { produk: it.product.title }), shows: [it.product.sku] };
    }
  }
});

/** "kabari kalau ready", of several things shown: what is sold out among them is what is waited for. */
function waitedFor(talk: WishTalk): Meant | null {
  if (talk.wish.products.length > 0 || talk.tapped.sku !== null || !BACK.test(talk.meaning.normal)) return null;
  const focus = talk.memory.focus === null ? undefined : talk.shop.product(talk.memory.focus);
  if (focus && talk.shop.free(focus) <= 0) return { kind: 'one', product: focus, mention: null };
  const soldOut = talk.memory.shown.flatMap((sku) => talk.shop.product(sku) ?? []).filter((product) => talk.shop.free(product) <= 0);
  return soldOut.length === 1 ? { kind: 'one', product: soldOut[0]!, mention: null } : null;
}

const showWishlist = (talk: Talk): Said =>
  talk.shop.wishlist().length === 0 ? { text: talk.say('wishlist.empty') } : wishlistView(talk, talk.say('wishlist.heading'));

/** "lihat wishlist": asked in the words for a cart or a list. */
export const wishlistShow = answer('wishlist_show', { view_cart: ['lihat wishlist dong'], browse_catalogue: [] },
  (talk) => (/\b(?:wishlist|wish list|daftar keinginan|simpanan)\b/.test(talk.meaning.normal) ? showWishlist(talk) : null), 2);

export const tellMeWhenBack = action('tell_me_when_back', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product) return null;
  talk.shop.wish(product, { back: true });
  if (talk.shop.free(product) <= 0) talk.shop.setInCart(product, 0);
  return { text: talk.say('wishlist.will_tell', { produk: product.title }), shows: [product.sku] };
});

export const wishToCart = action('wish_to_cart', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product) return null;
  const outcome = talk.shop.addToCart(product, 1);
  if (outcome.kind !== 'changed') return { text: talk.say('stock.none', { produk: product.title }) };
  talk.shop.unwish(product.sku);
  return {
    text: talk.say('wishlist.moved', { produk: product.title }), shows: [product.sku],
    offers: [{ label: talk.say('cart.checkout'), does: { kind: 'wish', intent: 'checkout' } }],
  };
});

/** What to change in an order not yet agreed. */
export const changeCheckout = answer('change_checkout', {}, (talk) => ({
  text: talk.say('checkout.change_what'),
  offers: [
    { label: talk.say('checkout.change_goods'), does: { kind: 'wish', intent: 'view_cart' } },
    { label: talk.say('checkout.change_service'), does: { kind: 'forget', keys: ['service', 'consent'] } },
    { label: talk.say('checkout.change_address'), does: { kind: 'forget', keys: ['street', 'consent'] } },
    { label: talk.say('checkout.change_recipient'), does: { kind: 'forget', keys: ['name', 'phone', 'consent'] } },
    { label: talk.say('checkout.change_place'), does: { kind: 'forget', keys: ['place', 'which_place', 'service', 'street', 'consent'] } },
  ],
  quiet: true,
}));
