import { Buckets, fillBuckets, type BucketArrays } from './buckets.ts';
import { soundOf } from './sound.ts';
import { likeness, oneSlipCost, slips } from './spelling.ts';
import { hashOf } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A term that may have been meant, and how surely (0…1). */
export interface NearWord {
  readonly term: number;
  readonly likeness: number;
}

/** Shorter words have too many neighbours: "pan" is one letter from "kan", "pas" and "dan". */
const SHORTEST_WITH_SLIP = 4;
const SHORTEST_WITH_TWO_SLIPS = 8;
const SHORTEST_PREFIX = 4;
const LONGEST = 24;
const TWO_SLIPS = 1.5;
const SOUNDS_LIKE = 0.72;
/** Three sounds are few: "panci" and "pink" would be one but for the c. */
const SOUNDS_SOMEWHAT_LIKE = 0.6;
const MANY_SOUNDS = 4;

/** What terms are found by when they are misspelt. Plain data, that can be kept between starts. */
export interface NearArrays {
  /** Every term under its own hash, and under the hash of each of its one-letter-shorter forms. */
  readonly shortened: BucketArrays;
  readonly sounds: BucketArrays;
  /** One bit a letter of the term: most terms are ruled out without being read. */
  readonly letterSets: Uint32Array;
}

export function nearArrays(vocabulary: Vocabulary): NearArrays {
  const words = spellableTerms(vocabulary);
  const letterSets = new Uint32Array(vocabulary.size);
  for (const [term, word] of words) letterSets[term] = letterSet(word);
  const shortened = fillBuckets((put) => {
    for (const [term, word] of words) {
      put(hashOf(word), term);
      if (word.length < SHORTEST_WITH_SLIP) continue;
      for (let i = 0; i < word.length; i++) {
        // Leaving out either of two equal letters gives the same form.
        if (word.charCodeAt(i) !== word.charCodeAt(i + 1)) put(hashOf(word, i), term);
      }
    }
  });
  const sounds = fillBuckets((put) => {
    for (const [term, word] of words) {
      const sound = soundOf(word);
      if (sound !== '') put(hashOf(sound), term);
    }
  });
  return { shortened, sounds, letterSets };
}

/**
 * Finds terms by a misspelt word. Two words one slip apart become equal when one letter is left out of one or of both,
 * so every term is filed under its own hash and under the hash of each of its one-letter-shorter forms.
 */
export class NearWords {
  private readonly vocabulary: Vocabulary;
  private readonly shortened: Buckets;
  private readonly sounds: Buckets;
  private readonly letterSets: Uint32Array;

  constructor(vocabulary: Vocabulary, arrays = nearArrays(vocabulary)) {
    this.vocabulary = vocabulary;
    this.shortened = new Buckets(arrays.shortened);
    this.sounds = new Buckets(arrays.sounds);
    this.letterSets = arrays.letterSets;
  }

  /** Whether some term within one slip of the word, at least this likely, is wanted. The hot path: nothing is allocated but the visitor. */
  someWithinOneSlip(word: string, wanted: (term: number, likeness: number) => boolean): boolean {
    if (word.length < SHORTEST_WITH_SLIP || word.length > LONGEST) return false;
    const visit = (term: number): boolean => this.visit(word, term, wanted);
    if (this.shortened.some(hashOf(word), visit)) return true;
    for (let i = 0; i < word.length; i++) {
      if (word.charCodeAt(i) === word.charCodeAt(i + 1)) continue;
      if (this.shortened.some(hashOf(word, i), visit)) return true;
    }
    return false;
  }

  /** Terms within one slip, in no particular order, each once. Of a word of three letters, only those that have one more. */
  withinOneSlip(word: string): readonly NearWord[] {
    const found = new Map<number, number>();
    const note = (term: number, sure: number): boolean => {
      found.set(term, sure);
      return false;
    };
    if (word.length === SHORTEST_WITH_SLIP - 1) this.shortened.some(hashOf(word), (term) => this.visit(word, term, note));
    else this.someWithinOneSlip(word, note);
    return [...found].map(([term, sure]) => ({ term, likeness: sure }));
  }

  private visit(word: string, term: number, wanted: (term: number, likeness: number) => boolean): boolean {
    const { vocabulary } = this;
    const length = vocabulary.lengthOf(term);
    const cost = oneSlipCost(word, vocabulary.allLetters, vocabulary.startOf(term), length);
    return cost !== Infinity && wanted(term, likeness(cost, Math.max(length, word.length)));
  }

  /** Terms that sound the same: written by ear, or without vowels. */
  soundingLike(word: string): readonly NearWord[] {
    const sound = soundOf(word);
    if (sound === '') return [];
    const sure = sound.length >= MANY_SOUNDS || !/[aeiou]/.test(word) ? SOUNDS_LIKE : SOUNDS_SOMEWHAT_LIKE;
    const found: NearWord[] = [];
    this.sounds.some(hashOf(sound), (term) => {
      if (soundOf(this.vocabulary.textOf(term)) === sound) found.push({ term, likeness: sure });
      return false;
    });
    return found;
  }

  /** The last resort, reading the whole vocabulary: two slips in a long word, or a word broken off ("spatu"). */
  farther(word: string): readonly NearWord[] {
    if (word.length < SHORTEST_PREFIX || word.length > LONGEST) return [];
    const letters = letterSet(word);
    const found: NearWord[] = [];
    for (let term = 0; term < this.letterSets.length; term++) {
      const theirs = this.letterSets[term] ?? 0;
      // Two slips change at most four letters of the set; a prefix has none that the term lacks.
      if (theirs === 0 || ((letters & ~theirs) !== 0 && bitCount(letters ^ theirs) > 4)) continue;
      const sure = this.fartherLikeness(word, term);
      if (sure > 0) found.push({ term, likeness: sure });
    }
    return found;
  }

  private fartherLikeness(word: string, term: number): number {
    const { allLetters } = this.vocabulary;
    const from = this.vocabulary.startOf(term);
    const length = this.vocabulary.lengthOf(term);
    if (length > word.length && isPrefix(word, allLetters, from)) return 0.5 + (0.4 * word.length) / length;
    if (word.length < SHORTEST_WITH_TWO_SLIPS - 1 || length < SHORTEST_WITH_TWO_SLIPS - 1) return 0;
    if (Math.max(word.length, length) < SHORTEST_WITH_TWO_SLIPS) return 0;
    return slips(word, allLetters, from, length) <= 2 ? likeness(TWO_SLIPS, word.length) : 0;
  }
}

function isPrefix(word: string, table: Uint16Array, from: number): boolean {
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== table[from + i]) return false;
  return true;
}

/** Terms made of letters; numbers and measures are right or wrong, never misspelt. */
function spellableTerms(vocabulary: Vocabulary): readonly (readonly [number, string])[] {
  const words: [number, string][] = [];
  for (let term = 0; term < vocabulary.size; term++) {
    const length = vocabulary.lengthOf(term);
    if (length < SHORTEST_WITH_SLIP - 1 || length > LONGEST) continue;
    const first = vocabulary.allLetters[vocabulary.startOf(term)] ?? 0;
    if (first > 57) words.push([term, vocabulary.textOf(term)]);
  }
  return words;
}

/** The letters a–z of a word as bits 0–25; any other letter is bit 26. */
function letterSet(word: string): number {
  let set = 0;
  for (let i = 0; i < word.length; i++) {
    const letter = word.charCodeAt(i) - 97;
    set |= 1 << (letter >= 0 && letter < 26 ? letter : 26);
  }
  return set >>> 0;
}

function bitCount(bits: number): number {
  let x = bits - ((bits >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
