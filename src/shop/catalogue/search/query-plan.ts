import { isMoney, isUnit, measureTerm, numberTerm } from './measures.ts';
import { otherNames, sameWords, wishedSize } from './kindred-words.ts';
import type { NearWord } from './near-words.ts';
import { readWords } from './read-words.ts';
import type { WordReader } from './read-words.ts';
import type { SearchIndex } from './search-index.ts';
import { isStopWord } from './stop-words.ts';
import { isNegation, negated, stemsOf, withoutNya } from './word-forms.ts';

/** One telling word of the query, and every term that would answer it. */
export interface Slot {
  readonly word: string;
  /** How much it counts that this word is answered. */
  readonly weight: number;
  /** Said after "untuk" or "dengan": what the wanted thing goes with, not the thing. */
  readonly isPurpose: boolean;
  /** Empty when the shop has nothing like it. */
  readonly answers: readonly NearWord[];
}

export interface QueryPlan {
  readonly slots: readonly Slot[];
  /** What is wanted, before what it is wanted for or with: the first slot that names a kind of thing, else anything. */
  readonly head: Slot | null;
  /** 1 when the query wants something large, -1 small, 0 does not say. */
  readonly wishedSize: -1 | 0 | 1;
}

const WORD_WEIGHT = 1;
/** Sizes count half: a number may be a quantity, and another size is better than nothing. */
export const SIZE_WEIGHT = 0.5;
const GARMENT_SIZE = /^(x{0,5}s|m|x{0,5}l)$/;
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
  readonly isPurpose: boolean;
  readonly isNumber: boolean;
  answers: NearWord[];
}

interface Part {
  readonly word: string;
  readonly answers: readonly NearWord[];
}

const PURPOSE: ReadonlySet<string> = new Set('untuk utk buat bwt dengan dgn pakai pake sama for with'.split(' '));
const PREVENTING: ReadonlySet<string> = new Set(['anti', 'non', 'bebas']);

/** Reads a query into slots. `wide`: also consider that known words are slips of others, and unlikely slips. */
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
  private afterNegation = false;
  private afterPurpose = false;

  constructor(index: SearchIndex, wide: boolean) {
    this.index = index;
    this.wide = wide;
  }

  word(written: string): void {
    this.readOne(written);
    this.afterNegation = isNegation(written);
    this.afterPurpose = PURPOSE.has(written);
  }

  private readOne(written: string): void {
    if (isStopWord(written)) return;
    const word = withoutNya(written);
    if (isStopWord(word) || this.slots.length >= MOST_SLOTS || this.slots.some((slot) => slot.word === word)) return;
    const size = wishedSize(word);
    if (size !== 0) this.wished = size;
    const known = this.asWritten(word);
    // "yang tidak berkarat" means the denied word; "ada ga wajan" does not, so the plain word answers as well.
    if (this.afterNegation) this.offer(known, negated(word), 1);
    // "yang berapa liter": a unit without its number tells nothing, unless the shop sells something called that.
    if (known.length === 0 && isUnit(word)) return;
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
    this.slots.push({ word: measured, weight: SIZE_WEIGHT, isPurpose: true, isNumber: true, answers: known });
  }

  plan(): QueryPlan {
    this.joinNeighbours();
    return { slots: this.slots, head: this.headSlot(), wishedSize: this.wished };
  }

  private headSlot(): Slot | null {
    const { naming, leading } = this.index;
    const has = (slot: Slot, flags: Uint8Array): boolean =>
      slot.weight === WORD_WEIGHT && slot.answers.some((answer) => flags[answer.term] === 1);
    return this.slots.find((slot) => !slot.isPurpose && has(slot, leading))
      ?? this.slots.find((slot) => has(slot, leading))
      ?? this.slots.find((slot) => has(slot, naming))
      ?? null;
  }

  private addSlot(word: string, answers: readonly NearWord[]): void {
    if (this.slots.some((slot) => slot.word === word)) return;
    this.slots.push({ word, weight: weightOf(word), isPurpose: this.afterPurpose, isNumber: false, answers: [...answers] });
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
    const isKnown = answers.length > 0;
    for (const other of sameWords(word)) this.offer(answers, other, KINDRED);
    if (!isKnown) for (const other of otherNames(word)) this.offer(answers, other, KINDRED);
    return answers;
  }

  private slipsOf(word: string): NearWord[] {
    return likeliest(this.index.near.withinOneSlip(word), this.wide ? 1 : SPREAD);
  }

  private isLikelySlip(word: string, known: readonly NearWord[]): boolean {
    const { naming, postings } = this.index;
    if (known.some((answer) => naming[answer.term] === 1)) return false;
    const count = Math.max(...known.map((answer) => postings.countOf(answer.term)));
    return this.slipsOf(word).some((slip) => naming[slip.term] === 1 && postings.countOf(slip.term) >= FAR_MORE_FREQUENT * count);
  }

  /** "ricecooker" → "rice", "cooker"; `withSlip` also "ricecoker". */
  private split(word: string, withSlip: boolean): readonly Part[] | null {
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
      return [{ word: head, answers: headAnswers }, { word: tail, answers: tailAnswers }];
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

  /** What two words mean together answers both: "ricecooker" for "rice cooker", "tidak berkarat" for "anti karat". */
  private joinNeighbours(): void {
    for (let i = 0; i + 1 < this.slots.length; i++) {
      const left = this.slots[i];
      const right = this.slots[i + 1];
      if (left === undefined || right === undefined || left.isNumber || right.isNumber) continue;
      const joined: NearWord[] = [];
      this.offer(joined, left.word + right.word, 1);
      if (joined.length === 0 && (left.answers.length === 0 || right.answers.length === 0)) {
        joined.push(...this.slipsOf(left.word + right.word));
      }
      if (PREVENTING.has(left.word)) {
        this.offer(joined, negated(right.word), 1);
        this.offer(joined, negated(`ber${right.word}`), 1);
      }
      left.answers = merge(joined, withoutGuesses(left.answers, joined));
      right.answers = merge(joined, withoutGuesses(right.answers, joined));
    }
  }
}

/** "anti" says little without what it is against. */
function weightOf(word: string): number {
  return wishedSize(word) !== 0 || GARMENT_SIZE.test(word) || PREVENTING.has(word) ? SIZE_WEIGHT : WORD_WEIGHT;
}

/** Where both words together are known, what one of them alone might have meant is beside the point. */
function withoutGuesses(answers: readonly NearWord[], joined: readonly NearWord[]): readonly NearWord[] {
  return joined.some((answer) => answer.likeness === 1) ? answers.filter((answer) => answer.likeness >= KINDRED) : answers;
}

function merge(a: readonly NearWord[], b: readonly NearWord[]): NearWord[] {
  const merged = [...a];
  for (const other of b) if (!merged.some((answer) => answer.term === other.term)) merged.push(other);
  return merged;
}

const MOST_ANSWERS = 12;

function likeliest(words: readonly NearWord[], spread = SPREAD): NearWord[] {
  const best = Math.max(0, ...words.map((word) => word.likeness));
  return words
    .filter((word) => word.likeness >= best - spread)
    .sort((a, b) => b.likeness - a.likeness || a.term - b.term)
    .slice(0, MOST_ANSWERS);
}
