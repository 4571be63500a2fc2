import type { Offer, Said } from '../../src/flow/said.ts';
import type { Talk } from '../../src/flow/talk.ts';
import type { Quote } from '../../src/shop/shipping/quote.ts';
import { benefitLines, cartLine } from '../benefits.ts';
import { sourceOfOne } from '../shipping.ts';

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
export function cartView(talk: Talk, heading: string, placeIsAsked = false): Required<Pick<Said, 'text' | 'shows' | 'topic'>> {
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

export const nextSteps = (talk: Talk): readonly Offer[] => [
  { label: talk.say('cart.checkout'), does: { kind: 'wish', intent: 'checkout' } },
  { label: talk.say('cart.add_more'), does: { kind: 'wish', intent: 'browse_catalogue' } },
];

export const emptyCart = (talk: Talk): Said => ({
  text: talk.say(talk.shop.cartIsGone() ? 'cart.gone' : 'cart.empty'),
  offers: [{ label: talk.say('menu.catalogue'), does: { kind: 'wish', intent: 'browse_catalogue' } }],
});
