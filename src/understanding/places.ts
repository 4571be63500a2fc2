import type { Gazetteer, PlaceMatch } from '../shop/shipping/place.ts';
import type { PlaceMention } from './meaning.ts';

export interface FoundPlace { readonly mention: PlaceMention; readonly from: number; readonly to: number }

/** The place a message is about, read over its words as written; where to before where from. */
export function readPlace(gazetteer: Gazetteer, words: readonly string[], expected: boolean, isTalk: (word: string) => boolean): FoundPlace | null {
  // A misspelling of a place that is a right word of the talk ("boleh", Bodeh) is that word.
  const best = gazetteer.find(words, { expected })
    .find((match) => match.confidence === 1 || !words.slice(match.span[0], match.span[1]).every(isTalk));
  return best ? found(best) : null;
}

function found(match: PlaceMatch): FoundPlace {
  return {
    mention: { label: match.place.label, code: match.place.code, others: match.others.map(({ label, code }) => ({ label, code })), at: match.span[0] },
    from: match.span[0], to: match.span[1],
  };
}
