import { action, answer } from '../src/flow/flow.ts';
import { allMeant, whichOne, type Meant } from '../src/flow/pointing.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import type { CartOutcome } from '../src/shop/ordering/cart.ts';
import type { Quote } from '../src/shop/shipping/quote.ts';
import type { Intent, Quantity } from '../src/understanding/meaning.ts';
import { benefitLines, cartLine } from './benefits.ts';
import { nothingLike } from './catalogue.ts';
import { alternatives } from './product.ts';
import { readDestination, shippingQuote, sourceOfOne, type Destination } from './shipping.ts';

/** Lines, shipping by this quote, and the total with what a transfer adds: each said for what it is (design §1.4). */
export function cartLines(talk: Talk, quote: Quote, services: 'one' | 'several'): readonly string[] {
  const { shop, say } = talk;
  const summary = shop.summary(quote);
  return [
    ...goodsLines(talk),
    say(services === 'one' ? 'cart.shipping_only' : 'cart.shipping', {
      tujuan: quote.to.label, layanan: quote.service.name, ongkir: say.rupiah(quote.cost),
      tiba: say.days(quote.arrivesFrom, quote.arrivesTo), kg: String(quote.chargedKg),
    }) + sourceOfOne(talk, quote),
    ...benefitLines(talk, summary.benefits),
    say(services === 'one' ? 'cart.total_only' : 'cart.total', { total: say.rupiah(summary.total) }),
    ...(summary.uniqueCode !== null && summary.methods.includes('bank_transfer')
      ? [say('cart.unique_code', { kode: say.rupiah(summary.uniqueCode), total: say.rupiah(summary.total + summary.uniqueCode) })]
      : []),
  ];
}

const goodsLines = (talk: Talk): readonly string[] => talk.shop.cart().map((line) => cartLine(talk, line));

/** The goods by themselves, while no place is known: what is taken off them is told already. */
function goodsView(talk: Talk, placeIsAsked: boolean): readonly string[] {
  const { shop, say } = talk;
  const benefits = shop.benefits(null);
  return [
    ...goodsLines(talk), ...benefitLines(talk, benefits),
    say(placeIsAsked ? 'cart.goods_only' : 'cart.goods', { total: say.rupiah(shop.goods() - benefits.discount) }),
  ];
}

/** What it costs to send the cart to the place talked about, or where her last parcel went; none while neither is known. */
export function quotesNow({ shop, memory }: Talk): readonly Quote[] {
  const code = memory.place ?? shop.addresses()[0]?.place_code ?? null;
  const place = code === null ? undefined : shop.place(code);
  const quoting = place && shop.quotes(place);
  return quoting?.kind === 'quotes' ? quoting.quotes : [];
}

/** The cart with the full price: goods, shipping where the place is known, and the unique code of a transfer (design §1.4). */
export function cartView(talk: Talk, heading: string, placeIsAsked = false): Said {
  const { shop } = talk;
  const quotes = quotesNow(talk);
  return {
    text: [
      heading,
      ...(quotes[0] ? cartLines(talk, quotes[0], quotes.length === 1 ? 'one' : 'several')
        : goodsView(talk, placeIsAsked)),
    ].join('\n'),
    shows: shop.cart().map((line) => line.product.sku),
    topic: 'cart',
  };
}

const nextSteps = (talk: Talk): readonly Offer[] => [
  { label: talk.say('cart.checkout'), does: { kind: 'wish', intent: 'checkout' } },
  { label: talk.say('cart.add_more'), does: { kind: 'wish', intent: 'browse_catalogue' } },
];

const LARGE_ORDER = 50;

/** Quantities that are no quantity get a polite question; nothing changes. */
function outcomeWord(talk: Talk, outcome: CartOutcome): Said | null {
  const { say } = talk;
  switch (outcome.kind) {
    case 'changed':
    case 'removed': return null;
    case 'not_in_cart': return { text: say('cart.not_in_cart', { produk: outcome.product.title }) };
    case 'bad_quantity': return { text: say('cart.bad_quantity', { produk: outcome.product.title }), shows: [outcome.product.sku] };
    case 'not_enough': {
      const said = shortage(talk, outcome.product, outcome.free);
      // So many at once is a matter for a person: wholesale, a date, another supplier.
      return outcome.wanted < LARGE_ORDER ? said
        : { ...said, text: `${said.text} ${say('stock.large')}`, offers: [...(said.offers ?? []), { label: say('menu.human'), does: { kind: 'wish', intent: 'talk_to_human' } }] };
    }
  }
}

/** Less is there than was wanted: what there is, what is like it, or a word when it is back (conversation 8). */
export function shortage(talk: Talk, product: Product, free: number): Said {
  const { say } = talk;
  const others = alternatives(talk, product);
  const named = others.map((other) => `${other.title} (${say('product.in_stock', { jumlah: String(talk.shop.free(other)) })})`);
  return {
    text: [
      free > 0 ? say('stock.only', { produk: product.title, jumlah: String(free) }) : say('stock.none', { produk: product.title }),
      ...(named.length > 0 ? [say('stock.others', { lain: named.join(', ') })] : []),
      say('stock.what_now'),
    ].join(' '),
    offers: [
      ...(free > 0 ? [{ label: say('stock.take', { jumlah: String(free) }), does: { kind: 'do', module: 'set_quantity', sku: product.sku, quantity: free } } as Offer] : []),
      ...others.slice(0, 2).map((other): Offer => ({
        label: other.title, does: { kind: 'do', module: 'swap', sku: product.sku, text: other.sku },
      })),
      { label: say('product.tell_me'), does: { kind: 'do', module: 'tell_me_when_back', sku: product.sku } },
    ],
    shows: [product.sku],
  };
}

/** "jl. Ratulangi 3 a.n. Bambang": a house number counts nothing, and Bambang is no "brambang goreng". */
function isOnlyAddress(talk: WishTalk): boolean {
  const { street, name } = talk.meaning.address;
  if (street === null || talk.tapped.sku !== null) return false;
  const address = `${street} ${name ?? ''}`.toLowerCase();
  return talk.wish.products.every((mention) => address.includes(mention.phrase));
}

/** "tunik 1 kirim ke Maros": goods and a place that can be quoted are the beginning of a checkout. */
function destinationNamed(talk: WishTalk): Destination | null {
  const reading = readDestination(talk, talk.meaning.place);
  return reading.kind === 'sure' ? reading.value : null;
}

const BOTH = /\b(?:dua2nya|dua-?duanya|keduanya|kedua-?duanya|both|masing2|masing-?masing)\b/i;

/** "ambil dua-duanya": the two things shown last, one of each; null where no two were. */
function allShown(talk: WishTalk): readonly Meant[] | null {
  if (!BOTH.test(talk.meaning.raw) || talk.wish.products.length > 0 || talk.memory.shown.length < 2) return null;
  const shown = talk.memory.shown.flatMap((sku) => talk.shop.product(sku) ?? []);
  // One product on the counter with its sizes is not two things.
  if (talk.memory.focus !== null && shown.every((product) => product.variantOf !== null && product.variantOf === shown[0]!.variantOf)) return [{ kind: 'unnamed' }];
  const kinds = shown.filter((product, i) => product.variantOf === null || shown.findIndex((other) => other.variantOf === product.variantOf) === i);
  const products = (kinds.length >= 2 ? kinds : shown).slice(0, 2);
  return products.map((product) => ({ kind: 'one', product, mention: null }));
}

function piecesWanted(talk: WishTalk, quantity: Quantity | null): number {
  if (BOTH.test(talk.meaning.raw)) return 1;
  return talk.tapped.quantity ?? quantity?.pieces ?? (talk.wish.products.length <= 1 ? talk.meaning.quantity?.pieces : undefined) ?? 1;
}

export const addToCart = action('add_to_cart', {
  add_to_cart: ['mau yang ini 2 ya', 'ambil 1 kak', 'pesan selusin dong', 'masukin keranjang', 'order 3 pcs', 'tuku siji mas'],
}, (talk) => {
  if (isOnlyAddress(talk)) return null;
  const said: Said[] = [];
  let added: Product | null = null;
  for (const meant of allShown(talk) ?? allMeant(talk)) {
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
      ...view,
      text: `${view.text}\n\n${talk.say('suggestion.offer', {
        produk: added.name, saran: suggestion.product.title, harga: talk.say.rupiah(suggestion.product.price),
      })}`,
      offers: [
        { label: talk.say('suggestion.yes'), does: { kind: 'do', module: 'take_suggestion', sku: suggestion.product.sku }, means: 'yes' },
        { label: talk.say('suggestion.no'), does: { kind: 'do', module: 'refuse_suggestion', sku: suggestion.product.sku }, means: 'no' },
        ...nextSteps(talk).slice(0, 1),
      ],
    };
  }
  return { ...view, shows: [added.sku, ...(view.shows ?? []).filter((sku) => sku !== added.sku)], offers: pending ?? nextSteps(talk) };
});

const GOES_ON: readonly Intent[] = ['ask_shipping_cost', 'ask_shipping_time', 'checkout'];

/** Puts one meant thing in the cart. Null when done; what to say otherwise. */
function take(talk: WishTalk, meant: Meant, pieces: number, quantity: Quantity | null): Said | 'declined' | null {
  switch (meant.kind) {
    case 'one': {
      const inCart = talk.shop.inCart(meant.product.sku);
      const outcome = quantity?.mode === 'set' && inCart > 0
        ? talk.shop.setInCart(meant.product, pieces)
        : talk.shop.addToCart(meant.product, pieces);
      return outcomeWord(talk, outcome);
    }
    case 'several':
      return whichOne(talk, meant.products, (product) => ({ kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: pieces }));
    case 'unknown': return nothingLike(talk, meant.phrase);
    case 'unnamed': return { text: talk.say('product.which') };
  }
}

function joined(parts: readonly Said[]): Said {
  return {
    text: parts.map((part) => part.text).join('\n\n'),
    offers: parts.findLast((part) => part.offers)?.offers ?? [],
    shows: parts.flatMap((part) => part.shows ?? []),
    album: parts.find((part) => part.album)?.album ?? [],
  };
}

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
  return { ...cartView(talk, talk.say('cart.heading')), offers: nextSteps(talk) };
});

export const emptyCart = (talk: Talk): Said => ({
  text: talk.say(talk.shop.cartIsGone() ? 'cart.gone' : 'cart.empty'),
  offers: [{ label: talk.say('menu.catalogue'), does: { kind: 'wish', intent: 'browse_catalogue' } }],
});

const REMOVE = /\b(?:hapus|buang|keluarkan|keluarin|hilangkan|hilangin|cabut|batalkan|batalin|batal|tidak (?:jadi|usah|perlu)|(?:gak?|ga|nggak|ngga|enggak) jadi|remove|delete)\b/;
const MORE = /\b(?:tambah|tambahin|tambahkan|plus|sekalian|add)\b/;
const ALL = /\b(?:semua(?:nya)?|kosongkan|kosongin|all)\b/;
export const ADDRESS = /\b(?:alamat|kirim(?:nya)? ke|penerima|nama penerima|no(?:mor)? (?:hp|wa|telp))\b/;

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
  const view = shop.cart().length === 0 ? emptyCart(talk) : { ...cartView(talk, say('cart.changed')), offers: nextSteps(talk) };
  return problems.length === 0 ? view : joined([...problems, view]);
});

/** Which lines of the cart a change is about, with the quantity said of each. */
function changeTargets(talk: WishTalk): readonly { product: Product; quantity: Quantity | null }[] {
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

function changed(talk: WishTalk, product: Product, quantity: Quantity | null): CartOutcome {
  const { shop } = talk;
  if (quantity === null) {
    if (MORE.test(talk.meaning.normal) && !REMOVE.test(talk.meaning.normal)) return shop.addToCart(product, 1);
    return REMOVE.test(talk.meaning.normal) ? shop.setInCart(product, 0) : { kind: 'bad_quantity', product, wanted: NaN };
  }
  if (quantity.mode === 'add') return shop.addToCart(product, quantity.pieces);
  if (quantity.mode === 'less') return shop.addToCart(product, -quantity.pieces);
  return shop.setInCart(product, quantity.pieces);
}

/** Exactly so many of one product, from a choice. */
export const setQuantity = action('set_quantity', {}, (talk) => {
  const product = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  if (!product || talk.tapped.quantity === null) return null;
  const problem = outcomeWord(talk, talk.shop.setInCart(product, talk.tapped.quantity));
  return problem ?? { ...cartView(talk, talk.say('cart.changed')), offers: nextSteps(talk) };
});

/** One product for another, as many as can be had. */
export const swap = action('swap', {}, (talk) => {
  const from = talk.tapped.sku === null ? undefined : talk.shop.product(talk.tapped.sku);
  const to = talk.tapped.text === null ? undefined : talk.shop.product(talk.tapped.text);
  if (!from || !to) return null;
  const wanted = Math.max(1, talk.shop.inCart(from.sku));
  const problem = outcomeWord(talk, talk.shop.addToCart(to, Math.min(wanted, talk.shop.free(to))));
  if (problem) return problem;
  talk.shop.setInCart(from, 0);
  return { ...cartView(talk, talk.say('cart.changed')), offers: nextSteps(talk) };
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
  return problem ?? { ...cartView(talk, talk.say('cart.added')), offers: nextSteps(talk) };
});

export const refuseSuggestion = action('refuse_suggestion', {}, (talk) => {
  if (talk.tapped.sku !== null) talk.shop.settleSuggestion(talk.tapped.sku, 'refused');
  return { text: talk.say('suggestion.refused'), offers: nextSteps(talk) };
});
