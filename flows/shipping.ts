import { z } from 'zod';
import { end, flow } from '../src/flow/flow.ts';
import { NO, refused, sure, type FlowTalk, type Question, type Reading } from '../src/flow/question.ts';
import { choice, particular } from '../src/flow/questions.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import { allMeant } from '../src/flow/pointing.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import type { Place } from '../src/shop/shipping/place.ts';
import type { Quote } from '../src/shop/shipping/quote.ts';
import type { PlaceMention } from '../src/understanding/meaning.ts';

/** A place as the customer named it: the likeliest, and others of that name where it matters which. */
export interface Destination {
  readonly code: string;
  readonly others: readonly string[];
}

export const DESTINATION = z.object({ code: z.string(), others: z.array(z.string()) });

type Lines = readonly { readonly product: Product; readonly quantity: number }[];

/** Reads a place against the tariffs: too large a place is narrowed down, an unserved one is said to be so. */
export function readDestination(talk: Talk, mention: PlaceMention | null, lines?: Lines): Reading<Destination> {
  // "boleh" is a yes before it is Kecamatan Bodeh; "mau 2 kirim ke Cimahi" names a place all the same.
  if (talk.meaning.yesNo !== null && !/\b(?:ke|kirim|dikirim|ongkir|tujuan)\b/.test(talk.meaning.normal)) return NO;
  const place = mention && talk.shop.place(mention.code);
  if (!mention || !place) return NO;
  const quoting = talk.shop.reach(place, lines);
  switch (quoting.kind) {
    case 'which_city':
      return refused(talk.say('shipping.which_city', { tempat: place.label, contoh: quoting.cities.slice(0, 3).map((city) => city.label).join(', ') }));
    case 'not_served': return refused(talk.say('shipping.not_served', { tempat: place.label }));
    case 'quotes': {
      // "jogja" is the city before it is the province around it, which would only be asked about again.
      const others = mention.others.flatMap((other) => talk.shop.place(other.code) ?? []).filter((other) => !place.code.startsWith(`${other.code}.`));
      const matters = others.length > 0 && !talk.shop.sameTariff([place, ...others]);
      return sure({ code: place.code, others: matters ? others.slice(0, 5).map((other) => other.code) : [] });
    }
  }
}

/** "Kirim ke mana?" */
export function destination<F>(options: {
  ask: (talk: FlowTalk<F>, again: boolean) => string;
  known?: (talk: FlowTalk<F>) => Destination | undefined;
  lines?: (talk: FlowTalk<F>) => Lines | undefined;
}): Question<F, Destination> {
  const read = (talk: FlowTalk<F>) => readDestination(talk, talk.meaning.place, options.lines?.(talk));
  return particular<F, Destination>({
    schema: DESTINATION,
    ask: options.ask,
    read,
    hears: (talk) => { const reading = read(talk); return reading.kind === 'sure' ? reading.value : undefined; },
    ...(options.known && { known: options.known }),
  });
}

/** Which of several places of one name, asked only where the answer changes the tariff. */
export function whichPlace<F extends { readonly place: Destination }>(): Question<F, string> {
  const places = (talk: FlowTalk<F>) =>
    [talk.facts.place.code, ...talk.facts.place.others].flatMap((code) => talk.shop.place(code) ?? []);
  return choice<F, string>('which_place', {
    skip: (talk) => talk.facts.place.others.length === 0,
    ask: (talk) => talk.say('shipping.which_of'),
    options: (talk) => places(talk).map((place) => ({ value: place.code, label: place.label })),
    read: (talk) => {
      const code = talk.meaning.place?.code;
      const fitting = places(talk).find((place) => place.code === code || place.regency === talk.meaning.place?.label);
      return fitting ? sure(fitting.code) : NO;
    },
  });
}

/** One service a line: cost, then the days it arrives. */
export function quoteLine(talk: Talk, quote: Quote): string {
  return talk.say('shipping.quote', {
    layanan: quote.service.name, ongkir: talk.say.rupiah(quote.cost), tiba: talk.say.days(quote.arrivesFrom, quote.arrivesTo),
  });
}

/** Whose prices these are, where couriers are asked for theirs: once for all of them, or null where each line must say it. */
export function sourceOfAll(talk: Talk, quotes: readonly Quote[]): string | null {
  const sources = new Set(quotes.map((quote) => quote.source));
  const [only] = sources;
  return sources.size > 1 ? null : only ? talk.say(`shipping.source.${only}`) : '';
}

/** Whose price one quote is, as a word behind it. */
export const sourceOfOne = (talk: Talk, quote: Quote): string => (quote.source === null ? '' : ` (${talk.say(`shipping.by.${quote.source}`)})`);

/** The services one below the other, the cheapest first, and whose prices they are. */
export function quoteLines(talk: Talk, quotes: readonly Quote[], line: (quote: Quote, i: number) => string = (quote) => quoteLine(talk, quote)): readonly string[] {
  const all = sourceOfAll(talk, quotes);
  return [...quotes.map((quote, i) => line(quote, i) + (all === null ? sourceOfOne(talk, quote) : '')), ...(all ? [all] : [])];
}

/** The goods that the wish itself names. */
function named(talk: WishTalk): Lines {
  if (talk.wish.products.length === 0 && talk.tapped.sku === null) return [];
  return allMeant(talk).flatMap((meant) => {
    if (meant.kind === 'one') return [{ product: meant.product, quantity: pieces(meant.mention?.quantity?.pieces ?? talk.meaning.quantity?.pieces) }];
    return meant.kind === 'several' ? [{ product: meant.products[0]!, quantity: pieces(meant.mention.quantity?.pieces) }] : [];
  });
}

function namedParcel(talk: WishTalk): { parcel?: Parcel } {
  const lines = named(talk);
  if (lines.length === 0 && talk.meaning.quantity === null) return {};
  return { parcel: { lines: lines.map((line) => ({ sku: line.product.sku, quantity: line.quantity })), pieces: pieces(talk.meaning.quantity?.pieces) } };
}

/** The parcel asked about: what was named, else what is in the cart by now, else what is talked about, else one kilogram. */
function parcel(talk: FlowTalk<{ readonly parcel: Parcel }>): Lines {
  const lines = linesOf(talk, talk.facts.parcel.lines);
  if (lines.length > 0) return lines;
  const cart = talk.shop.cart();
  if (cart.length > 0) return cart;
  const focus = talk.memory.focus === null ? undefined : talk.shop.product(talk.memory.focus);
  return focus ? [{ product: focus, quantity: pieces(talk.facts.parcel.pieces) }] : [];
}

const pieces = (said: number | undefined): number =>
  said !== undefined && Number.isInteger(said) && said > 0 && said < 10_000 ? said : 1;

const PARCEL = z.object({ lines: z.array(z.object({ sku: z.string(), quantity: z.number() })), pieces: z.number() });
type Parcel = z.infer<typeof PARCEL>;

const linesOf = (talk: Talk, lines: Parcel['lines']): Lines => lines.flatMap((line) => {
  const product = talk.shop.product(line.sku);
  return product ? [{ product, quantity: line.quantity }] : [];
});

/** What sending these lines there costs and when they arrive, several services compared. */
export function quotesSaid(talk: Talk, place: Place, lines: Lines): Said {
  const { say, shop } = talk;
  const quoting = shop.quotes(place, lines);
  if (quoting.kind !== 'quotes') return { text: say('shipping.not_served', { tempat: place.label }) };
  const what = lines.length === 1 ? say('shipping.for', { jumlah: String(lines[0]!.quantity), produk: lines[0]!.product.title }) : '';
  return {
    text: [
      say('shipping.heading', { tujuan: place.label, kg: String(quoting.quotes[0]!.chargedKg), isi: what }),
      ...quoteLines(talk, quoting.quotes.slice(0, 4)),
      say('shipping.if_paid_now'),
    ].join('\n'),
    place: place.code,
  };
}

/** "ongkir ke Bandung berapa?": with or without a product, with or without a cart. */
export const shippingQuote = flow('shipping_quote', {
  ask_shipping_cost: ['ongkir ke bandung brp', 'ongkir', 'kirim ke surabaya kena berapa', 'free ongkir ga', 'ongkire piro'],
  ask_shipping_time: ['berapa hari sampai', 'kirim hari ini bisa kan', 'bisa sampai besok ga', 'sampainya kapan ya'],
})
  .from((talk) => (isAboutAnOrder(talk) ? null : { ...namedParcel(talk), ...heardPlace(talk) }))
  .passing()
  .ask('parcel', particular({ schema: PARCEL, ask: (talk) => talk.say('product.which'), read: () => NO, known: () => ({ lines: [], pieces: 1 }) }))
  .ask('place', destination({
    ask: (talk) => talk.say('shipping.ask_place'),
    known: (talk) => lastPlace(talk),
    lines: parcel,
  }))
  .ask('which_place', { ...whichPlace(), schema: z.string() })
  .done((talk) => {
    const place = talk.shop.place(talk.facts.which_place ?? talk.facts.place.code)!;
    const lines = parcel(talk);
    const cart = talk.shop.cart();
    const ofCart = cart.length > 0 && sameLines(lines, cart);
    // A cart and a place are the beginning of a checkout: its first question shows these very quotes.
    if (ofCart) return end({ text: '', place: place.code, start: { flow: 'checkout', facts: { place: { code: place.code, others: [] } } } });
    const quotes = quotesSaid(talk, place, lines);
    return end({
      ...quotes,
      ...(lines.length === 1 && {
        offers: [{
          label: talk.say('product.add_n', { jumlah: String(lines[0]!.quantity) }),
          does: { kind: 'wish', intent: 'add_to_cart', sku: lines[0]!.product.sku, quantity: lines[0]!.quantity },
        }],
        shows: [lines[0]!.product.sku],
      }),
    });
  });

/** "kapan dikirim?" with an order on its way and nothing else in hand asks after that order, not for a price. */
function isAboutAnOrder(talk: WishTalk): boolean {
  const { meaning, shop, wish } = talk;
  if (wish.intent !== 'ask_shipping_time' || wish.place !== null || meaning.place !== null || wish.products.length > 0 || shop.cart().length > 0) return false;
  const focus = talk.memory.focus;
  return shop.openOrders().some((order) => focus === null || shop.orderLines(order).some((line) => line.sku === focus));
}

/** The place the wish itself names; a place that cannot be quoted is left for the question to settle. */
function heardPlace(talk: WishTalk): { place?: Destination } {
  const reading = readDestination(talk, talk.wish.place ?? talk.meaning.place);
  return reading.kind === 'sure' ? { place: reading.value } : {};
}

/** Where the talk was about, or where her last parcel went. Not used when another place was just named. */
function lastPlace(talk: Talk): Destination | undefined {
  if (talk.meaning.place !== null) return undefined;
  const code = talk.memory.place ?? talk.shop.addresses()[0]?.place_code ?? null;
  return code !== null && talk.shop.place(code) ? { code, others: [] } : undefined;
}

function sameLines(a: Lines, b: Lines): boolean {
  return a.length === b.length && a.every((line, i) => line.product.sku === b[i]!.product.sku && line.quantity === b[i]!.quantity);
}
