import { action, answer } from '../src/flow/flow.ts';
import { allMeant } from '../src/flow/pointing.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import type { Intent } from '../src/understanding/meaning.ts';
import { allShown, destinationNamed, firstOfThis, isOnlyAddress, joined, piecesWanted, take } from './cart/adding.ts';
import { ADDRESS, ALL, changed, changeTargets, REMOVE } from './cart/changing.ts';
import { outcomeWord } from './cart/outcomes.ts';
import { cartView, emptyCart, nextSteps } from './cart/view.ts';
import { shippingQuote } from './shipping.ts';

export const addToCart = action('add_to_cart', {
  add_to_cart: ['mau yang ini 2 ya', 'ambil 1 kak', 'pesan selusin dong', 'masukin keranjang', 'order 3 pcs', 'tuku siji mas'],
}, (talk) => {
  if (isOnlyAddress(talk)) return null;
  const said: Said[] = [];
  let added: Product | null = null;
  for (const meant of allShown(talk) ?? [firstOfThis(talk) ?? [], allMeant(talk)].flat()) {
    const quantity = meant.kind === 'one' || meant.kind === 'several' ? meant.mention?.quantity ?? null : null;
    const problem = take(talk, meant, piecesWanted(talk, quantity), quantity);
    if (problem === 'declined') return null;
    if (problem) said.push(problem);
    else if (meant.kind === 'one') added = meant.product;
  }
  if (added === null) return joined(said);
  // A whole order in one message, address and all, needs no asking whether it is one.
  if (talk.meaning.address.street !== null && !talk.open.includes('checkout')) {
    return { ...joined([...said, { text: '', shows: [added.sku] }]), start: { flow: 'checkout', facts: {} } };
  }
  // The checkout that the same message asks for shows the cart itself.
  if (GOES_ON.some((intent) => talk.meaning.wishes.some((wish) => wish.intent === intent))) {
    return joined([...said, { text: talk.say('cart.added'), shows: [added.sku] }]);
  }
  const place = destinationNamed(talk);
  if (place && !talk.open.includes('checkout')) {
    return { ...joined([...said, { text: talk.say('cart.added'), shows: [added.sku] }]), start: { flow: 'checkout', facts: { place } } };
  }
  const problems = said.map((part) => part.text).join('\n');
  const view = cartView(talk, [problems, talk.say('cart.added')].filter((line) => line !== '').join('\n\n'));
  const suggestion = talk.open.includes('checkout') ? null : talk.shop.suggest(added);
  const pending = said.findLast((part) => part.offers)?.offers;
  if (suggestion && !pending) {
    return {
      offers: [
        { label: talk.say('suggestion.yes'), does: { kind: 'do', module: 'take_suggestion', sku: suggestion.product.sku }, means: 'yes' },
        { label: talk.say('suggestion.no'), does: { kind: 'do', module: 'refuse_suggestion', sku: suggestion.product.sku }, means: 'no' },
        ...nextSteps(talk).slice(0, 1),
      ],
      ...view,
      text: `${view.text}\n\n${talk.say('suggestion.offer', {
        produk: added.name, saran: suggestion.product.title, harga: talk.say.rupiah(suggestion.product.price),
      })}`,
    };
  }
  return { offers: pending ?? nextSteps(talk), ...view, shows: [added.sku, ...view.shows.filter((sku) => sku !== added.sku)] };
});

const GOES_ON: readonly Intent[] = ['ask_shipping_cost', 'ask_shipping_time', 'checkout'];

/** "gas", "oke deh 1" of what lies on the counter: she takes it. Nothing else is being asked, and a cart binds nobody. */
export const takeIt = action('take_it', { affirm: ['gas', 'oke deh 1 ya'] }, (talk) => {
  const focus = talk.memory.focus === null ? undefined : talk.shop.product(talk.memory.focus);
  const takes = TAKES.test(talk.meaning.normal) || (talk.meaning.quantity !== null && talk.meaning.yesNo === 'yes');
  if (!focus || !takes || talk.open.some((flow) => flow !== shippingQuote.name) || talk.wish.products.length > 0 || talk.shop.inCart(focus.sku) > 0 || talk.meaning.wishes.length > 1) return null;
  return addToCart.act(talk);
}, 1);

const TAKES = /^(?:(?:ok|oke|ya|iya|sip|boleh) )*(?:lanjut|gas|gaskan|ambil|mau|sikat|deal|bungkus)\b/;

export const viewCart = answer('view_cart', {
  view_cart: ['keranjangku isinya apa aja', 'total belanjaanku brp', 'rekap orderan dong', 'cek keranjang'],
}, (talk) => {
  if (talk.shop.cart().length === 0) return emptyCart(talk);
  return { offers: nextSteps(talk), ...cartView(talk, talk.say('cart.heading')) };
});

export const changeCart = action('change_cart', {
  change_cart: ['gak jadi 2, 1 aja', 'yang tadi jadi 3 ya', 'hapus yang itu', 'kurangin 1', 'ganti yang merah aja', 'kosongkan keranjang'],
}, (talk) => {
  const { shop, say, wish, meaning } = talk;
  const cart = shop.cart();
  if (ADDRESS.test(meaning.normal) && wish.products.length === 0) {
    return { text: '', forget: { flow: 'checkout', keys: ['street', 'name', 'phone', 'place', 'service'] }, start: { flow: 'checkout', facts: {} } };
  }
  if (cart.length === 0 || isOnlyAddress(talk)) return null;
  if (ALL.test(meaning.normal) && REMOVE.test(meaning.normal)) {
    shop.emptyCart();
    return emptyCart(talk);
  }
  const targets = changeTargets(talk);
  const exchanged = exchange(talk, targets);
  if (exchanged) return exchanged;
  if (targets.length === 0) {
    return {
      text: say('cart.which_line'),
      offers: cart.slice(0, 8).map((line) => ({ label: line.product.title, does: { kind: 'do', module: 'change_line', sku: line.product.sku } })),
    };
  }
  const problems: Said[] = [];
  for (const target of targets) {
    const outcome = changed(talk, target.product, target.quantity);
    const problem = outcomeWord(talk, outcome);
    if (problem) problems.push(problem);
  }
  if (problems.length > 0 && problems.length === targets.length) return joined(problems);
  const view = shop.cart().length === 0 ? emptyCart(talk) : { offers: nextSteps(talk), ...cartView(talk, say('cart.changed')) };
  return problems.length === 0 ? view : joined([...problems, view]);
});

/** "ganti gelas takarnya jadi gelas kaca": one that is in the cart for one that is not, as many as it was unless said. */
function exchange(talk: WishTalk, targets: ReturnType<typeof changeTargets>): Said | null {
  const [one, other] = targets;
  if (!EXCHANGE.test(talk.meaning.normal) || !one || !other || targets.length > 2) return null;
  const [from, to] = talk.shop.inCart(one.product.sku) > 0 ? [one, other] : [other, one];
  const had = talk.shop.inCart(from.product.sku);
  if (had === 0 || talk.shop.inCart(to.product.sku) > 0) return null;
  return inPlaceOf(talk, from.product, to.product, to.quantity?.pieces ?? had);
}

function inPlaceOf(talk: Talk, from: Product, to: Product, pieces: number): Said {
  const problem = outcomeWord(talk, talk.shop.addToCart(to, pieces));
  if (problem) return problem;
  talk.shop.setInCart(from, 0);
  return { offers: nextSteps(talk), ...cartView(talk, talk.say('cart.changed')) };
}

const EXCHANGE = /\b(?:ganti|tukar|tuker|swap|exchange)\w*\b/;

/** Exactly so many of one product, from a choice. */
export const setQuantity = action('set_quantity', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product || talk.tapped.quantity === null) return null;
  const problem = outcomeWord(talk, talk.shop.setInCart(product, talk.tapped.quantity));
  return problem ?? { offers: nextSteps(talk), ...cartView(talk, talk.say('cart.changed')) };
});

/** One product for another, as many as can be had. */
export const swap = action('swap', {}, (talk) => {
  const from = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  const to = talk.tapped.text === null ? undefined : talk.shop.product(talk.tapped.text);
  if (!from || !to) return null;
  const wanted = Math.max(1, talk.shop.inCart(from.sku));
  return inPlaceOf(talk, from, to, Math.min(wanted, talk.shop.free(to)));
});

/** What to do with one line of the cart. */
export const changeLine = answer('change_line', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product) return null;
  return {
    text: talk.say('cart.how_many', { produk: product.title, jumlah: String(talk.shop.inCart(product.sku)) }),
    offers: [{ label: talk.say('cart.remove'), does: { kind: 'do', module: 'set_quantity', sku: product.sku, quantity: 0 } }],
    shows: [product.sku],
  };
});

export const takeSuggestion = action('take_suggestion', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product) return null;
  talk.shop.settleSuggestion(product.sku, 'taken');
  const problem = outcomeWord(talk, talk.shop.addToCart(product, 1));
  return problem ?? { offers: nextSteps(talk), ...cartView(talk, talk.say('cart.added')) };
});

export const refuseSuggestion = action('refuse_suggestion', {}, (talk) => {
  if (talk.tapped.sku !== null) talk.shop.settleSuggestion(talk.tapped.sku, 'refused');
  return { text: talk.say('suggestion.refused'), offers: nextSteps(talk) };
});
