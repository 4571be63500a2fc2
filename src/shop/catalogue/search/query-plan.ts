import { wishedSize } from './kindred-words.ts';
import { isMoney, isUnit, measureTerm, numberTerm } from './measures.ts';
import type { NearWord } from './near-words.ts';
import { readWords } from './read-words.ts';
import type { WordReader } from './read-words.ts';
import type { SearchIndex } from './search-index.ts';
import { isStopWord } from './stop-words.ts';
import { WordAnswers, certain, together } from './word-answers.ts';
import { isNegation, withoutNya } from './word-forms.ts';

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
/** A number with its unit, in a catalogue that writes the number alone. */
const UNITLESS = 0.9;
const MOST_SLOTS = 12;
const MOST_LETTERS = 1000;
const PURPOSE: ReadonlySet<string> = new Set('untuk utk buat bwt dengan dgn pakai pake sama for with'.split(' '));
/** Says little without what it is against. */
const PREVENTING: ReadonlySet<string> = new Set(['anti', 'non', 'bebas']);

/** Reads a query into slots. `isWide`: also consider that known words are slips of others, and unlikely slips. */
export function planQuery(index: SearchIndex, query: string, isWide: boolean): QueryPlan {
  const planner = new Planner(index, isWide);
  readWords(query.slice(0, MOST_LETTERS), planner);
  return planner.plan();
}

interface OpenSlot extends Slot {
  readonly isNumber: boolean;
  answers: readonly NearWord[];
}

class Planner implements WordReader {
  private readonly slots: OpenSlot[] = [];
  private readonly index: SearchIndex;
  private readonly words: WordAnswers;
  private wished: -1 | 0 | 1 = 0;
  private afterNegation = false;
  private afterPurpose = false;

  constructor(index: SearchIndex, isWide: boolean) {
    this.index = index;
    this.words = new WordAnswers(index, isWide);
  }

  word(written: string): void {
    if (!isStopWord(written)) this.tellingWord(withoutNya(written));
    this.afterNegation = isNegation(written);
    this.afterPurpose = PURPOSE.has(written);
  }

  number(value: number, unit: string | null, spaced: boolean): void {
    if (isMoney(unit)) return;
    const { words } = this;
    const measured = measureTerm(value, unit);
    const exact = words.exactly(unit === null ? numberTerm(value) : measured);
    // "2 L" in a shop that has size L but nothing of two litres.
    if (exact.length === 0 && spaced && unit?.length === 1 && words.exactly(unit).length > 0) {
      this.number(value, null, false);
      this.word(unit);
      return;
    }
    const unitless = unit === null ? [] : words.exactly(measureTerm(value, null), UNITLESS);
    this.add({ word: measured, weight: SIZE_WEIGHT, isPurpose: true, isNumber: true, answers: together(exact, unitless) });
  }

  plan(): QueryPlan {
    this.readPairs();
    return { slots: this.slots, head: this.head(), wishedSize: this.wished };
  }

  private tellingWord(word: string): void {
    const { words } = this;
    if (isStopWord(word)) return;
    this.wished = wishedSize(word) || this.wished;
    // "yang tidak berkarat" means the denied word; "ada ga wajan" does not, so the plain word answers as well.
    const known = together(words.asWritten(word), this.afterNegation ? words.denied(word) : []);
    const joinedOf = known.length > 0 ? words.split(word, false) : null;
    if (joinedOf !== null) {
      // "antilengket" in a shop that writes it both ways: the joined word answers both of its parts.
      for (const part of joinedOf) this.addWord(part.word, together(part.answers, known));
    } else if (known.length > 0) {
      this.addWord(word, together(known, words.likelySlips(word, known)));
    } else if (!isUnit(word)) {
      // "yang berapa liter": a unit without its number tells nothing, unless the shop sells something called that.
      this.unknownWord(word);
    }
  }

  private unknownWord(word: string): void {
    const { words } = this;
    const slips = words.slipsOf(word);
    const parts = slips.length > 0 ? null : words.split(word, false);
    const guesses = slips.length > 0 || parts !== null ? slips : words.guessesOf(word);
    const looseParts = parts ?? (guesses.length > 0 ? null : words.split(word, true));
    if (looseParts !== null) for (const part of looseParts) this.addWord(part.word, part.answers);
    // A wish for a size that no product words is met by the order of the hits instead.
    else if (guesses.length > 0 || wishedSize(word) === 0) this.addWord(word, guesses);
  }

  private addWord(word: string, answers: readonly NearWord[]): void {
    const isSize = wishedSize(word) !== 0 || GARMENT_SIZE.test(word) || PREVENTING.has(word);
    this.add({ word, weight: isSize ? SIZE_WEIGHT : WORD_WEIGHT, isPurpose: this.afterPurpose, isNumber: false, answers });
  }

  private add(slot: OpenSlot): void {
    if (this.slots.length < MOST_SLOTS && !this.slots.some(({ word }) => word === slot.word)) this.slots.push(slot);
  }

  /** What two words mean together answers both: "ricecooker" for "rice cooker", "tidak berkarat" for "anti karat". */
  private readPairs(): void {
    this.slots.slice(1).forEach((right, i) => {
      const left = this.slots[i];
      if (left === undefined || left.isNumber || right.isNumber) return;
      const bothKnown = left.answers.length > 0 && right.answers.length > 0;
      const pair = together(
        this.words.joined(left.word, right.word, bothKnown), PREVENTING.has(left.word) ? this.words.denied(right.word) : [],
      );
      // Where both together are known, what one alone might have meant is beside the point.
      const isCertain = certain(pair).length > 0;
      for (const slot of [left, right]) slot.answers = together(pair, isCertain ? certain(slot.answers) : slot.answers);
    });
  }

  private head(): Slot | null {
    const { naming, leading } = this.index;
    const has = (slot: Slot, flags: Uint8Array): boolean =>
      slot.weight === WORD_WEIGHT && slot.answers.some((answer) => flags[answer.term] === 1);
    return this.slots.find((slot) => !slot.isPurpose && has(slot, leading))
      ?? this.slots.find((slot) => has(slot, leading))
      ?? this.slots.find((slot) => has(slot, naming))
      ?? null;
  }
}
