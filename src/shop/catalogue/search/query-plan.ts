import { isMoney, measureTerm, numberTerm } from './measures.ts';
import { kindredWords, wishedSize } from './kindred-words.ts';
import type { NearWord } from './near-words.ts';
import { readWords } from './read-words.ts';
import type { WordReader } from './read-words.ts';
import type { SearchIndex } from './search-index.ts';
import { isStopWord } from './stop-words.ts';
import { isNegation, negated, stemsOf, withoutNya } from './word-forms.ts';

/** One telling word of the query, and every term that would answer it. */
export interface Slot {
  readonly word: string;
  /** How much it counts that this word is answered. A number may be a quantity and counts half. */
  readonly weight: number;
  /** Empty when the shop has nothing like it. */
  readonly answers: readonly NearWord[];
}

export interface QueryPlan {
  readonly slots: readonly Slot[];
  /** 1 when the query wants something large, -1 small, 0 does not say. */
  readonly wishedSize: -1 | 0 | 1;
  /** Whether some word was taken as written although it may be a slip that happens to be a word too. */
  readonly mayWiden: boolean;
}

const WORD_WEIGHT = 1;
const NUMBER_WEIGHT = 0.5;
const MOST_SLOTS = 12;
const MOST_LETTERS = 1000;
const SHORTEST_PART = 3;
const LONGEST_TO_SPLIT = 30;
const KINDRED = 0.9;
const STEM = 0.97;
const UNITLESS = 0.9;
/** Near words this much less likely than the likeliest are not worth a customer's time. */
const SPREAD = 0.16;
/** A word that only descriptions have is taken for a slip of a name that is this many times as frequent. */
const FAR_MORE_FREQUENT = 5;

interface MutableSlot {
  readonly word: string;
  readonly weight: number;
  answers: NearWord[];
}

/** Reads a query into slots. `wide`: also consider that known words are slips of others. */
export function planQuery(index: SearchIndex, query: string, wide: boolean): QueryPlan {
  const planner = new Planner(index, wide);
  readWords(query.slice(0, MOST_LETTERS), planner);
  return planner.plan();
}

class Planner implements WordReader {
  private readonly slots: MutableSlot[] = [];
  private readonly index: SearchIndex;
  private readonly wide: boolean;
  private wished: -1 | 0 | 1 = 0;
  private mayWiden = false;
  private afterNegation = false;

  constructor(index: SearchIndex, wide: boolean) {
    this.index = index;
    this.wide = wide;
  }

  word(written: string): void {
    const denied = this.afterNegation;
    this.afterNegation = isNegation(written);
    if (isStopWord(written)) return;
    const word = withoutNya(written);
    if (isStopWord(word) || this.slots.length >= MOST_SLOTS || this.slots.some((slot) => slot.word === word)) return;
    const size = wishedSize(word);
    if (size !== 0) this.wished = size;
    const known = this.asWritten(word);
    // "yang tidak berkarat" means the denied word; "ada ga wajan" does not, so the plain word answers as well.
    if (denied) this.offer(known, negated(word), 1);
    if (known.length > 0) {
      if (this.addBothSpellings(word, known)) return;
      this.addSlot(word, this.wide || this.isLikelySlip(word, known) ? merge(known, this.slipsOf(word)) : known);
      return;
    }
    const slips = this.slipsOf(word);
    const parts = slips.length > 0 ? null : this.split(word, false);
    if (parts !== null) {
      for (const part of parts) this.addSlot(part.word, part.answers);
    } else if (slips.length > 0) {
      this.addSlot(word, slips);
    } else {
      this.addGuess(word, size !== 0);
    }
  }

  number(value: number, unit: string | null, spaced: boolean): void {
    if (isMoney(unit) || this.slots.length >= MOST_SLOTS) return;
    const { vocabulary } = this.index;
    const written = numberTerm(value);
    const measured = measureTerm(value, unit);
    if (this.slots.some((slot) => slot.word === measured)) return;
    const known: NearWord[] = [];
    this.offer(known, unit === null ? written : measured, 1);
    // "2 L" in a shop that has size L but nothing of two litres.
    if (known.length === 0 && spaced && unit?.length === 1 && vocabulary.find(unit) !== -1) {
      this.number(value, null, false);
      this.word(unit);
      return;
    }
    if (unit !== null) this.offer(known, measureTerm(value, null), UNITLESS);
    this.slots.push({ word: measured, weight: NUMBER_WEIGHT, answers: known });
  }

  plan(): QueryPlan {
    this.joinNeighbours();
    return { slots: this.slots, wishedSize: this.wished, mayWiden: this.mayWiden };
  }

  private addSlot(word: string, answers: readonly NearWord[]): void {
    if (this.slots.some((slot) => slot.word === word)) return;
    this.slots.push({ word, weight: WORD_WEIGHT, answers: [...answers] });
  }

  private offer(answers: NearWord[], word: string, likeness: number): void {
    const term = this.index.vocabulary.find(word);
    if (term !== -1 && !answers.some((answer) => answer.term === term)) answers.push({ term, likeness });
  }

  private exactly(word: string): NearWord[] {
    const answers: NearWord[] = [];
    this.offer(answers, word, 1);
    return answers;
  }

  private asWritten(word: string): NearWord[] {
    const answers = this.exactly(word);
    if (answers.length === 0) for (const stem of stemsOf(word)) this.offer(answers, stem, STEM);
    if (answers.length > 0) this.mayWiden = true;
    for (const other of kindredWords(word)) this.offer(answers, other, KINDRED);
    return answers;
  }

  private slipsOf(word: string): NearWord[] {
    return likeliest(this.index.near.withinOneSlip(word));
  }

  private isLikelySlip(word: string, known: readonly NearWord[]): boolean {
    const { naming, postings } = this.index;
    if (known.some((answer) => naming[answer.term] === 1)) return false;
    const count = Math.max(...known.map((answer) => postings.countOf(answer.term)));
    return this.slipsOf(word).some((slip) => naming[slip.term] === 1 && postings.countOf(slip.term) >= FAR_MORE_FREQUENT * count);
  }

  /** "ricecooker" → "rice", "cooker"; `withSlip` also "ricecoker". */
  private split(word: string, withSlip: boolean): readonly MutableSlot[] | null {
    if (word.length > LONGEST_TO_SPLIT) return null;
    for (let at = word.length - SHORTEST_PART; at >= SHORTEST_PART; at--) {
      const head = word.slice(0, at);
      const tail = word.slice(at);
      let headAnswers = this.exactly(head);
      let tailAnswers = this.exactly(tail);
      if (headAnswers.length === 0 && tailAnswers.length === 0) continue;
      if (withSlip && headAnswers.length === 0) headAnswers = this.slipsOf(head);
      if (withSlip && tailAnswers.length === 0) tailAnswers = this.slipsOf(tail);
      if (headAnswers.length === 0 || tailAnswers.length === 0) continue;
      return [
        { word: head, weight: WORD_WEIGHT, answers: headAnswers },
        { word: tail, weight: WORD_WEIGHT, answers: tailAnswers },
      ];
    }
    return null;
  }

  /** "antilengket" in a shop that writes it both ways: the joined word answers both of its parts. */
  private addBothSpellings(word: string, known: readonly NearWord[]): boolean {
    const parts = this.split(word, false);
    if (parts === null) return false;
    for (const part of parts) this.addSlot(part.word, merge(part.answers, known));
    return true;
  }

  private addGuess(word: string, namesSize: boolean): void {
    const { near } = this.index;
    const guesses = likeliest(merge(near.soundingLike(word), near.farther(word)));
    const parts = guesses.length > 0 ? null : this.split(word, true);
    if (parts !== null) for (const part of parts) this.addSlot(part.word, part.answers);
    // A wish for a size that no product words is met by the order of the hits instead.
    else if (guesses.length > 0 || !namesSize) this.addSlot(word, guesses);
  }

  /** "rice cooker" for a shop that writes "ricecooker": the joined word answers both. */
  private joinNeighbours(): void {
    for (let i = 0; i + 1 < this.slots.length; i++) {
      const left = this.slots[i];
      const right = this.slots[i + 1];
      if (left === undefined || right === undefined || left.weight !== WORD_WEIGHT || right.weight !== WORD_WEIGHT) continue;
      const joined: NearWord[] = [];
      this.offer(joined, left.word + right.word, 1);
      if (joined.length === 0 && (left.answers.length === 0 || right.answers.length === 0)) {
        joined.push(...this.slipsOf(left.word + right.word));
      }
      left.answers = merge(left.answers, joined);
      right.answers = merge(right.answers, joined);
    }
  }
}

function merge(a: readonly NearWord[], b: readonly NearWord[]): NearWord[] {
  const merged = [...a];
  for (const other of b) if (!merged.some((answer) => answer.term === other.term)) merged.push(other);
  return merged;
}

const MOST_ANSWERS = 8;

function likeliest(words: readonly NearWord[]): NearWord[] {
  const best = Math.max(0, ...words.map((word) => word.likeness));
  return words
    .filter((word) => word.likeness >= best - SPREAD)
    .sort((a, b) => b.likeness - a.likeness || a.term - b.term)
    .slice(0, MOST_ANSWERS);
}
