import type { Offer } from '../flow/said.ts';

const texts = new WeakMap<readonly Offer[], string>();

/** Offers as JSON. They are stored with the reply and twice more with the talk, and never change: written out once. */
export function offersText(offers: readonly Offer[]): string {
  let text = texts.get(offers);
  if (text === undefined) texts.set(offers, text = JSON.stringify(offers));
  return text;
}
