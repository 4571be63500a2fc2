import type { Gazetteer, Place } from './place.ts';

export type KnownPlace =
  | {
    readonly kind: 'known';
    readonly place: Place;
    /** Places the owner may have meant instead: "Bandung" is taken as the city, and could be the regency. */
    readonly others: readonly Place[];
  }
  | { readonly kind: 'unknown'; /** What it may be a misspelling of, likeliest first. */ readonly suggestions: readonly Place[] };

/** Whether a place name in an owner's file means a place, and which: for the tariffs and for the check of the files. */
export function knownPlace(name: string, gazetteer: Gazetteer): KnownPlace {
  const [place, ...others] = gazetteer.allByName(name);
  if (place) return { kind: 'known', place, others };
  const tokens = name.toLowerCase().split(/[^a-z0-9']+/).filter(Boolean);
  const guess = gazetteer.find(tokens, { expected: true })[0];
  return { kind: 'unknown', suggestions: guess ? [guess.place, ...guess.others] : [] };
}
