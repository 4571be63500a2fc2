import { whichOne, type Meant } from '../../src/flow/pointing.ts';
import type { Said } from '../../src/flow/said.ts';
import type { WishTalk } from '../../src/flow/talk.ts';
import type { Quantity } from '../../src/understanding/meaning.ts';
import { nothingLike } from '../catalogue.ts';
import { readDestination, type Destination } from '../shipping.ts';
import { outcomeWord } from './outcomes.ts';

/** "jl. Ratulangi 3 a.n. Bambang": a house number counts nothing, and Bambang is no "brambang goreng". */
export function isOnlyAddress(talk: WishTalk): boolean {
  const { street, name } = talk.meaning.address;
  if (street === null || talk.tapped.sku !== null) return false;
  const address = `${street} ${name ?? ''}`.toLowerCase();
  return talk.wish.products.every((mention) => address.includes(mention.phrase));
}

/** "tunik 1 kirim ke Maros": goods and a place that can be quoted are the beginning of a checkout. */
export function destinationNamed(talk: WishTalk): Destination | null {
  const reading = readDestination(talk, talk.meaning.place);
  return reading.kind === 'sure' ? reading.value : null;
}

const BOTH = /\b(?:dua2nya|dua-?duanya|keduanya|kedua-?duanya|both|masing2|masing-?masing)\b/i;

/** "ambil dua-duanya": the two things shown last, one of each; null where no two were. */
export function allShown(talk: WishTalk): readonly Meant[] | null {
  if (!BOTH.test(talk.meaning.raw) || talk.wish.products.length > 0 || talk.memory.shown.length < 2) return null;
  const shown = talk.memory.shown.flatMap((sku) => talk.shop.product(sku) ?? []);
  // One product on the counter with its sizes is not two things.
  if (talk.memory.focus !== null && shown.every((product) => product.variantOf !== null && product.variantOf === shown[0]!.variantOf)) return [{ kind: 'unnamed' }];
  const kinds = shown.filter((product, i) => product.variantOf === null || shown.findIndex((other) => other.variantOf === product.variantOf) === i);
  const products = (kinds.length >= 2 ? kinds : shown).slice(0, 2);
  return products.map((product) => ({ kind: 'one', product, mention: null }));
}

const FIRST_OF_THIS = /^(?:(?:ya|yaudah|ok|oke|sip|jadi|ambil|mau|pesan|beli|boleh) )*(\d{1,3}) (?:ya|saja|deh|dong|dulu)\b.*\b(?:sama|dan|plus|tambah|juga|sekalian)\b/;

/** "1 ya, sama gelas takar 2": of what is talked about first, then what is named; null where only the named is meant. */
export function firstOfThis(talk: WishTalk): Meant | null {
  const focus = talk.memory.focus === null || talk.wish.products.length === 0 ? undefined : talk.shop.product(talk.memory.focus);
  const count = FIRST_OF_THIS.exec(talk.wish.text)?.[1];
  if (!focus || count === undefined || talk.wish.products.some((mention) => mention.candidates.some(({ sku }) => sku === focus.sku))) return null;
  return { kind: 'one', product: focus, mention: { phrase: '', candidates: [], at: 0, exact: true, quantity: { pieces: Number(count), mode: 'plain' } } };
}

export function piecesWanted(talk: WishTalk, quantity: Quantity | null): number {
  if (BOTH.test(talk.meaning.raw)) return 1;
  return talk.tapped.quantity ?? quantity?.pieces ?? (talk.wish.products.length <= 1 ? talk.meaning.quantity?.pieces : undefined) ?? 1;
}

/** Puts one meant thing in the cart. Null when done; what to say otherwise. */
export function take(talk: WishTalk, meant: Meant, pieces: number, quantity: Quantity | null): Said | 'declined' | null {
  switch (meant.kind) {
    case 'one': {
      const inCart = talk.shop.inCart(meant.product.sku);
      const outcome = quantity?.mode === 'set' && inCart > 0
        ? talk.shop.setInCart(meant.product, pieces)
        : talk.shop.addToCart(meant.product, pieces);
      return outcomeWord(talk, outcome);
    }
    case 'several':
      // One question at a time: the one that is open waits until this is known.
      return { ...whichOne(talk, meant.products, (product) => ({ kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: pieces })), quiet: true };
    case 'unknown': return nothingLike(talk, meant.phrase);
    case 'unnamed': return { text: talk.say('product.which') };
  }
}

export function joined(parts: readonly Said[]): Said {
  return {
    text: parts.map((part) => part.text).join('\n\n'),
    offers: parts.findLast((part) => part.offers)?.offers ?? [],
    shows: parts.flatMap((part) => part.shows ?? []),
    album: parts.find((part) => part.album)?.album ?? [],
    quiet: parts.some((part) => part.quiet),
  };
}
