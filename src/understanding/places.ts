import type { Gazetteer, PlaceMatch } from '../shop/shipping/place.ts';
import type { PlaceMention } from './meaning.ts';

export interface FoundPlace { readonly mention: PlaceMention; readonly from: number; readonly to: number }

const BRANCH = /^(?:cabang|toko|outlet|gerai)$/;

/** The place a message is about, read over its words as written; where to before where from. */
export function readPlace(gazetteer: Gazetteer, words: readonly string[], expected: boolean): FoundPlace | null {
  const matches = gazetteer.find(words, { expected });
  const best = matches[0];
  if (!best) return null;
  if (words.slice(0, best.span[0]).some((word) => BRANCH.test(word)) && !expected) return found(best);
  return found(best);
}

function found(match: PlaceMatch): FoundPlace {
  return {
    mention: { label: match.place.label, code: match.place.code, others: match.others.map(({ label, code }) => ({ label, code })), at: match.span[0] },
    from: match.span[0], to: match.span[1],
  };
}
