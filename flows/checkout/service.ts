import { NO, refused, sure, type FlowTalk, type Reading } from '../../src/flow/question.ts';
import type { Said } from '../../src/flow/said.ts';
import { benefitLines, cartLine } from '../benefits.ts';
import { cartLines } from '../cart/view.ts';
import { quoteLine, quoteLines } from '../shipping.ts';
import { placeCode, quotesTo, type WithPlace, type WithService } from './facts.ts';
import { listed, missingParticulars } from './recipient.ts';

export function serviceAsk(talk: FlowTalk<WithPlace>, again: boolean): string | Pick<Said, 'text' | 'place'> {
  const { say, shop } = talk;
  const quotes = quotesTo(talk, placeCode(talk.facts)).slice(0, 5);
  if (again) return say('checkout.service_again');
  const missing = missingParticulars(talk, talk.meaning.address, talk.told);
  const [cheapest] = quotes.map((quote) => shop.benefits(quote)).map((benefits, i) => ({ benefits, total: shop.goods() + quotes[i]!.cost - benefits.discount }))
    .sort((a, b) => a.total - b.total);
  return {
    text: [
      ...shop.cart().map((line) => cartLine(talk, line)),
      say('checkout.services', { tujuan: shop.place(placeCode(talk.facts))?.label ?? '', kg: String(quotes[0]?.chargedKg ?? 1) }),
      ...quoteLines(talk, quotes, (quote, i) => `${i + 1}. ${quoteLine(talk, quote)}`),
      ...(cheapest ? [...benefitLines(talk, cheapest.benefits), say('checkout.total_from', { total: say.rupiah(cheapest.total) })] : []),
      missing.length > 0 ? say('checkout.choose_and_send', { yang_kurang: listed(talk, missing) }) : say('checkout.choose'),
    ].join('\n'),
    place: placeCode(talk.facts),
  };
}

/** Where there is but one way to send, nothing is asked about it, and its cost and arrival are told all the same (design §1.6). */
export function parcelOfOneService(talk: FlowTalk<WithService>): string {
  const quotes = quotesTo(talk, placeCode(talk.facts));
  return quotes.length === 1 ? `${cartLines(talk, quotes[0]!, 'one').join('\n')}\n\n` : '';
}

export function readService(talk: FlowTalk<WithPlace>): Reading<string> {
  const { courier, sort, normal } = talk.meaning;
  const quotes = quotesTo(talk, placeCode(talk.facts));
  if (courier !== null) {
    const words = courier.split(/\s+/);
    const fitting = quotes.filter((quote) => words.every((word) => `${quote.service.id} ${quote.service.name}`.toLowerCase().includes(word)));
    if (fitting.length === 1) return sure(fitting[0]!.service.id);
  }
  if (quotes.length > 0 && (sort === 'cheapest' || /\b(?:ter)?murah\b/.test(normal))) {
    // "ada yang lebih murah ga?" asks, and chooses nothing yet.
    return /\?|\b(?:ada|tidak|lebih)\b/.test(`${talk.meaning.raw} ${normal}`)
      ? refused(talk.say('checkout.cheapest_is', { layanan: quotes[0]!.service.name, ongkir: talk.say.rupiah(quotes[0]!.cost) }))
      : sure(quotes[0]!.service.id);
  }
  if (/\b(?:tercepat|paling cepat|cepat)\b/.test(normal)) {
    return sure([...quotes].sort((a, b) => (a.arrivesTo < b.arrivesTo ? -1 : a.arrivesTo > b.arrivesTo ? 1 : a.cost - b.cost))[0]!.service.id);
  }
  return NO;
}

/** "reg aja" while the name is asked: the courier that is chosen already. */
export function courierAgain(talk: FlowTalk<WithService>): Reading<string> | null {
  const named = talk.meaning.courier === null ? NO : readService(talk);
  const chosen = quotesTo(talk, placeCode(talk.facts)).find((quote) => quote.service.id === talk.facts.service);
  return named.kind === 'sure' && chosen && named.value === chosen.service.id
    ? refused(talk.say('checkout.service_noted', { layanan: chosen.service.name })) : null;
}
