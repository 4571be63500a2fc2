import { ADDRESSES, FILLERS, PAIRS, SPELLINGS } from './spellings.ts';

/** The words customers use when they talk about buying, as opposed to the names of goods and places. */
export interface Lexicon {
  /** Whether this is a word of the talk, evenly spelled. */
  has(word: string): boolean;
  /** How often the examples use it; 0 for a word that is no word of the talk. */
  weight(word: string): number;
  /** The even spelling of a written word, one or two words; undefined when none is recorded. */
  spelling(written: string): readonly string[] | undefined;
  /** The single word for two that belong together. */
  pair(first: string, second: string): readonly string[] | undefined;
  /** The word that is written without its vowels, "krm", or with one slip, "ongkri"; undefined when none or unsure. */
  guess(written: string): string | undefined;
}

const linesOf = (table: string): readonly (readonly [string, string])[] =>
  table.trim().split('\n').map((line) => {
    const at = line.indexOf(':');
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()] as const;
  });
const wordsOf = (list: string): readonly string[] => list.trim().split(/\s+/);

const SPELT: ReadonlyMap<string, readonly string[]> = new Map(
  linesOf(SPELLINGS).flatMap(([even, written]) => written.split(' ').map((word) => [word, even.split(' ')] as const)),
);
const PAIRED: ReadonlyMap<string, readonly string[]> = new Map(linesOf(PAIRS).map(([pair, one]) => [pair, one.split(' ')]));
const ADDRESS: ReadonlySet<string> = new Set(wordsOf(ADDRESSES));
const FILLER: ReadonlySet<string> = new Set(wordsOf(FILLERS));

/** "kak", "min", "mas": how the shop is called. */
export const isAddress = (word: string): boolean => ADDRESS.has(word);
/** "dong", "deh", "ya": softens, says nothing. */
export const isFiller = (word: string): boolean => FILLER.has(word);

const SHORTEST_TO_MEND = 5;
const SHORTEST_SKELETON = 3;
/** Rarer words are no target: more slips would be made than mended. */
const LEAST_WEIGHT = 2;
const RECORDED_WEIGHT = 3;

/** How often the given sentences (lower case, names of goods left out) use each word of the talk, with the recorded spellings. */
export function weighWords(sentences: Iterable<readonly string[]>): ReadonlyMap<string, number> {
  const weights = new Map<string, number>();
  const count = (word: string, weight: number): void => { weights.set(word, (weights.get(word) ?? 0) + weight); };
  for (const evens of SPELT.values()) for (const even of evens) if (!weights.has(even)) count(even, RECORDED_WEIGHT);
  for (const evens of PAIRED.values()) for (const even of evens) if (!weights.has(even)) count(even, RECORDED_WEIGHT);
  for (const word of [...ADDRESS, ...FILLER]) if (!weights.has(word)) count(word, 1);
  for (const words of sentences) {
    for (const word of words) if (!SPELT.has(word) && /^\p{L}{2,}$/u.test(word)) count(word, 1);
  }
  return weights;
}

/** A lexicon of the recorded spellings and of weighed words. */
export function createLexicon(weights: ReadonlyMap<string, number>): Lexicon {
  // Only words never met ask for these, and the first may be long in coming.
  const near = onceAsked(() => oneLetterShort(weights));
  const skeletons = onceAsked(() => skeletonsOf(weights));
  return {
    has: (word) => weights.has(word),
    weight: (word) => weights.get(word) ?? 0,
    spelling: (written) => SPELT.get(written),
    pair: (first, second) => PAIRED.get(`${first} ${second}`),
    guess: (written) => skeletons().get(withoutVowelsOnly(written)) ?? nearest(written, near(), weights),
  };
}

function onceAsked<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => (made ??= make());
}

function withoutVowelsOnly(written: string): string {
  return written.length >= SHORTEST_SKELETON && !/[aeiou]/.test(written) ? written : '';
}

function skeletonsOf(weights: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const best = new Map<string, string>();
  for (const [word, weight] of weights) {
    const skeleton = word.replace(/[aeiou]/g, '');
    if (weight < LEAST_WEIGHT || skeleton.length < SHORTEST_SKELETON || skeleton === word) continue;
    const rival = best.get(skeleton);
    if (rival === undefined || (weights.get(rival) ?? 0) < weight) best.set(skeleton, word);
  }
  return best;
}

/** Every word with one letter left out → the words: two words one slip apart meet there. */
function oneLetterShort(weights: ReadonlyMap<string, number>): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>();
  for (const [word, weight] of weights) {
    if (weight < LEAST_WEIGHT || word.length < SHORTEST_TO_MEND) continue;
    for (const short of shortened(word)) {
      const words = near.get(short);
      if (words === undefined) near.set(short, [word]);
      else words.push(word);
    }
  }
  return near;
}

function shortened(word: string): readonly string[] {
  const all = [word];
  for (let at = 0; at < word.length; at++) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

function nearest(
  written: string, near: ReadonlyMap<string, readonly string[]>, weights: ReadonlyMap<string, number>,
): string | undefined {
  if (written.length < SHORTEST_TO_MEND) return undefined;
  let best: string | undefined;
  for (const short of shortened(written)) {
    for (const word of near.get(short) ?? []) {
      // A word begins right: a slip in the first letter is far more often another word.
      if (word.charAt(0) !== written.charAt(0) || Math.abs(word.length - written.length) > 1) continue;
      if (word.length === written.length && !isSlip(written, word)) continue;
      if (best === undefined || (weights.get(word) ?? 0) > (weights.get(best) ?? 0)) best = word;
    }
  }
  return best;
}

const ROWS = ['qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** Letters that sound or look alike to one who types as he speaks. */
const ALIKE = ['aeiou', 'sz', 'fvp', 'kqcg', 'dt', 'bp', 'iy', 'uw', 'mn', 'lr'];

/** Of two words of one length, whether one is a slip of the other: two letters swapped, or one beside the key or like the sound that was meant. */
function isSlip(written: string, word: string): boolean {
  const at = [...word].findIndex((letter, i) => letter !== written.charAt(i));
  const [meant, hit] = [word.charAt(at), written.charAt(at)];
  if (word.slice(at + 1) !== written.slice(at + 1)) return meant === written.charAt(at + 1) && hit === word.charAt(at + 1);
  return ALIKE.some((letters) => letters.includes(meant) && letters.includes(hit)) || besideEachOther(meant, hit);
}

function besideEachOther(a: string, b: string): boolean {
  const [rowA, rowB] = [ROWS.findIndex((row) => row.includes(a)), ROWS.findIndex((row) => row.includes(b))];
  return rowA >= 0 && rowB >= 0 && Math.abs(rowA - rowB) <= 1 && Math.abs(ROWS[rowA]!.indexOf(a) - ROWS[rowB]!.indexOf(b)) <= 1;
}
