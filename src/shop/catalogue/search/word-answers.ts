import { otherNames, sameWords } from './kindred-words.ts';
import type { NearWord } from './near-words.ts';
import type { SearchIndex } from './search-index.ts';
import { negated, stemsOf } from './word-forms.ts';

/** One of the two words that a written word was made of. */
export interface Part {
  readonly word: string;
  readonly answers: readonly NearWord[];
}

const KINDRED = 0.9;
const STEM = 0.97;
/** Near words this much less likely than the likeliest are not worth a customer's time. */
const SPREAD = 0.16;
const MOST_ANSWERS = 12;
/** A word that only descriptions have is taken for a slip of a name that is this many times as frequent. */
const FAR_MORE_FREQUENT = 5;
const SHORTEST_PART = 3;
const SHORTEST_COMMON_PART = 4;
const LONGEST_TO_SPLIT = 30;

/** Which terms of the index answer a word that a customer wrote. */
export class WordAnswers {
  private readonly index: SearchIndex;
  private readonly isWide: boolean;

  /** `isWide`: consider that known words are slips, and unlikely slips. */
  constructor(index: SearchIndex, isWide: boolean) {
    this.index = index;
    this.isWide = isWide;
  }

  /** The term itself, or none. */
  exactly(word: string, likeness = 1): readonly NearWord[] {
    const term = this.index.vocabulary.find(word);
    return term === -1 ? [] : [{ term, likeness }];
  }

  /** The word, its stem, and words that mean the same. */
  asWritten(word: string): readonly NearWord[] {
    const known = this.exactly(word);
    const stems = known.length > 0 ? [] : stemsOf(word).flatMap((stem) => this.exactly(stem, STEM));
    const others = known.length + stems.length > 0 ? [] : otherNames(word);
    const kindred = [...sameWords(word), ...others].flatMap((other) => this.exactly(other, KINDRED));
    return together(known, stems, kindred);
  }

  /** Other words than this one that it may be a slip of. */
  slipsOf(word: string): readonly NearWord[] {
    return likeliest(this.index.near.withinOneSlip(word).filter((near) => near.likeness < 1), this.isWide ? 1 : SPREAD);
  }

  /** What is left to try: by ear, two slips, broken off. */
  guessesOf(word: string): readonly NearWord[] {
    const { near } = this.index;
    return likeliest(together(near.soundingLike(word), near.farther(word)), SPREAD);
  }

  /** Slips that a known word may yet be: an owner's own misspelling, deep in one description, must not hide what was meant. */
  likelySlips(word: string, known: readonly NearWord[]): readonly NearWord[] {
    const { naming, postings } = this.index;
    if (this.isWide) return this.slipsOf(word);
    if (known.some((answer) => naming[answer.term] === 1)) return [];
    const count = Math.max(...known.map((answer) => postings.countOf(answer.term)));
    const slips = this.slipsOf(word);
    const isRare = slips.some((slip) => naming[slip.term] === 1 && postings.countOf(slip.term) >= FAR_MORE_FREQUENT * count);
    return isRare ? slips : [];
  }

  /** "ricecooker" → "rice", "cooker"; `withSlip` also "ricecoker". The longest first part wins. */
  split(word: string, withSlip: boolean): readonly [Part, Part] | null {
    if (word.length > LONGEST_TO_SPLIT) return null;
    for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      const head = word.slice(0, at);
      const tail = word.slice(at);
      let heads = this.asPart(head);
      let tails = this.asPart(tail);
      if (heads.length === 0 && tails.length === 0) continue;
      if (withSlip && heads.length === 0 && head.length >= SHORTEST_COMMON_PART) heads = this.slipsOf(head);
      if (withSlip && tails.length === 0 && tail.length >= SHORTEST_COMMON_PART) tails = this.slipsOf(tail);
      if (heads.length > 0 && tails.length > 0) return [{ word: head, answers: heads }, { word: tail, answers: tails }];
    }
    return null;
  }

  /** What answers two words that stand together: "ricecooker" for "rice cooker", and its slips where either is unknown. */
  joined(left: string, right: string, bothKnown: boolean): readonly NearWord[] {
    const exact = this.exactly(left + right);
    return exact.length > 0 || bothKnown ? exact : this.slipsOf(left + right);
  }

  /** "tidak berkarat" for "karat" after "anti" or "tidak". */
  denied(word: string): readonly NearWord[] {
    return together(this.exactly(negated(word)), this.exactly(negated(`ber${word}`)));
  }

  /** Short words fall out of any longer one by chance, unless they name things. */
  private asPart(word: string): readonly NearWord[] {
    const answers = this.exactly(word);
    const isLikely = word.length >= SHORTEST_COMMON_PART || answers.some(({ term }) => this.index.naming[term] === 1);
    return isLikely ? answers : [];
  }
}

/** All of these, each term once, as likely as where it is first. */
export function together(...lists: readonly (readonly NearWord[])[]): readonly NearWord[] {
  const [first = [], ...more] = lists.filter((list) => list.length > 0);
  if (more.length === 0) return first;
  const all = [...first];
  for (const answer of more.flat()) if (!all.some(({ term }) => term === answer.term)) all.push(answer);
  return all;
}

/** Leaves out mere guesses. */
export function certain(answers: readonly NearWord[]): readonly NearWord[] {
  return answers.filter((answer) => answer.likeness >= KINDRED);
}

function likeliest(words: readonly NearWord[], spread: number): readonly NearWord[] {
  if (words.length < 2) return words;
  const best = Math.max(...words.map((word) => word.likeness));
  return words
    .filter((word) => word.likeness >= best - spread)
    .sort((a, b) => b.likeness - a.likeness || a.term - b.term)
    .slice(0, MOST_ANSWERS);
}
