import { LRUCache } from 'lru-cache';

/**
 * Finds the name a misspelt word stands for: one slip in names of 5 letters or more, two from 9. A slip is a letter too
 * many, too few, wrong, or swapped with its neighbour. The first letter is nearly always right, so only names with the
 * same one are looked at.
 */
export interface Misspellings<T> {
  find(word: string): Reading<T> | null;
}

export interface Reading<T> {
  readonly value: T;
  readonly slips: number;
  /** A letter is wrong, rather than left out, doubled or out of its turn. */
  readonly swapsLetter: boolean;
  /** What is just as near, likeliest first: "maglang" may be Malang as well. */
  readonly rivals: readonly T[];
}

interface Candidate<T> {
  readonly name: string;
  readonly letters: number;
  readonly weight: number;
  readonly value: T;
}

const SHORTEST = 5;
const LONG = 9;
const MOST_KEPT = 4_096;

/**
 * Of names equally near the longer comes first, for letters are left out more often than put in ("maglang" is Magelang),
 * and then the one of more `weight`.
 */
export function indexMisspellings<T>(names: Iterable<readonly [name: string, weight: number, value: T]>): Misspellings<T> {
  const buckets = new Map<string, Candidate<T>[]>();
  for (const [name, weight, value] of names) {
    if (name.length < SHORTEST) continue;
    const key = bucket(name, name.length);
    const there = buckets.get(key);
    const candidate = { name, letters: letterSet(name), weight, value };
    if (there) there.push(candidate);
    else buckets.set(key, [candidate]);
  }

  // Nearly every word that is asked for is no name at all, and one of the same few hundred.
  const kept = new LRUCache<string, { readonly reading: Reading<T> | null }>({ max: MOST_KEPT });

  function read(word: string): Reading<T> | null {
    const most = word.length >= LONG ? 2 : 1;
    const letters = letterSet(word);
    let nearest: Candidate<T>[] = [];
    let fewest = most;
    for (let length = word.length - most; length <= word.length + most; length++) {
      for (const candidate of buckets.get(bucket(word, length)) ?? []) {
        const allowed = Math.min(fewest, candidate.name.length >= LONG ? most : 1);
        // Each slip changes at most two letters of the set, so most names are out before they are compared.
        if (bitCount(candidate.letters ^ letters) > 2 * allowed) continue;
        const slips = slipsBetween(word, candidate.name, allowed);
        if (slips > allowed) continue;
        if (slips < fewest) nearest = [];
        fewest = slips;
        nearest.push(candidate);
      }
    }
    const [best, ...rivals] = nearest.sort((a, b) => b.name.length - a.name.length || b.weight - a.weight);
    if (!best) return null;
    return {
      value: best.value,
      slips: fewest,
      swapsLetter: best.name.length === word.length && sorted(best.name) !== sorted(word),
      rivals: rivals.map(({ value }) => value),
    };
  }

  return {
    find(word) {
      if (word.length < SHORTEST) return null;
      let found = kept.get(word);
      if (found === undefined) kept.set(word, found = { reading: read(word) });
      return found.reading;
    },
  };
}

/** Edits between two words, a swap of neighbours counting as one; any number above `most` once it is above it. */
export function slipsBetween(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a.charCodeAt(i - 1) === b.charCodeAt(j - 1);
      let edits = Math.min((last[j] as number) + 1, (row[j - 1] as number) + 1, (last[j - 1] as number) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      if (swapped) edits = Math.min(edits, (before[j - 2] as number) + 1);
      row.push(edits);
      if (edits < least) least = edits;
    }
    if (least > most) return most + 1;
    before = last;
    last = row;
  }
  return last[b.length] as number;
}

function bucket(word: string, length: number): string {
  return word.charAt(0) + length;
}

function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) set |= 1 << (word.charCodeAt(i) & 31);
  return set;
}

function bitCount(set: number): number {
  let count = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) count++;
  return count;
}

function sorted(word: string): string {
  return [...word].sort().join('');
}
