import { withRoomFor } from './vocabulary.ts';

/** The greatest strength a posting can have; it takes the low byte of a mark. */
export const FULL_STRENGTH = 255;
const PLACE_SHIFT = 8;
const LEADS = 1 << 10;
/** While a product is being read: one bit a place where the word was seen. */
const SEEN_SHIFT = 11;
const MARK_MASK = (1 << SEEN_SHIFT) - 1;
/** Half of the full strength is reached at this weight; a word said ten times is not ten times as true. */
const HALF_WEIGHT = 6;
/** A term leads if this share of the products named by it begin with it. */
const USUALLY = 0.5;

/** Where a word of a product stands, from the least to the most telling: description, tag or category, alias, title. */
export type Place = 0 | 1 | 2 | 3;
export const DESCRIPTION: Place = 0;
export const ATTRIBUTE: Place = 1;
export const ALIAS: Place = 2;
export const TITLE: Place = 3;

/** What postings are made of. Plain data, that can be kept between starts. */
export type PostingArrays = Pick<Postings, 'starts' | 'products' | 'marks'>;

/**
 * For each term the products that have it, ascending, and for each of those a mark: how strongly the word speaks for the
 * product, where it stands, and whether the title or an alias begins with it. Six bytes a posting in all.
 */
export class Postings {
  /** Products of term `t`: `products[starts[t]]` … `products[starts[t + 1] - 1]`. */
  readonly starts: Uint32Array;
  readonly products: Uint32Array;
  readonly marks: Uint16Array;

  constructor({ starts, products, marks }: PostingArrays) {
    this.starts = starts;
    this.products = products;
    this.marks = marks;
  }

  countOf(term: number): number {
    return (this.starts[term + 1] ?? 0) - (this.starts[term] ?? 0);
  }
}

export function placeOf(mark: number): number {
  return (mark >>> PLACE_SHIFT) & 3;
}

/** Whether the title or an alias begins with the word: "Panci Presto" is a panci, "Tutup Panci" is not. */
export function leads(mark: number): boolean {
  return (mark & LEADS) !== 0;
}

export function strengthOf(mark: number): number {
  return mark & FULL_STRENGTH;
}

/** Takes products one after the other and turns "the words of a product" into "the products of a word". */
export class PostingsBuilder {
  private terms = new Uint32Array(4096);
  private marks = new Uint16Array(4096);
  private length = 0;
  private readonly ends: Uint32Array;
  private product = 0;
  private weights = new Float32Array(1024);
  private flags = new Uint16Array(1024);
  private naming = new Uint8Array(1024);
  private named = new Uint32Array(1024);
  private led = new Uint32Array(1024);
  private touched: number[] = [];

  constructor(products: number) {
    this.ends = new Uint32Array(products);
  }

  /** A word of the current product; `first` in its title or alias. Said again in the same place, it weighs no more. */
  note(term: number, weight: number, place: Place, first = false): void {
    this.makeRoomFor(term);
    const before = this.weights[term] ?? 0;
    if (before === 0) this.touched.push(term);
    const flags = before === 0 ? 0 : this.flags[term] ?? 0;
    const seen = flags >>> SEEN_SHIFT;
    if ((seen & (1 << place)) === 0) this.weights[term] = before + weight;
    this.flags[term] = ((seen | (1 << place)) << SEEN_SHIFT) | (Math.max(placeOf(flags), place) << PLACE_SHIFT)
      | (first || leads(flags) ? LEADS : 0);
  }

  /** A word that says what a product is. */
  names(term: number): void {
    this.makeRoomFor(term);
    this.naming[term] = 1;
  }

  endOfProduct(): void {
    this.terms = withRoomFor(this.terms, this.length + this.touched.length);
    this.marks = withRoomFor(this.marks, this.length + this.touched.length);
    for (const term of this.touched) {
      const weight = this.weights[term] ?? 0;
      const flags = this.flags[term] ?? 0;
      if (placeOf(flags) >= ALIAS) this.named[term] = (this.named[term] ?? 0) + 1;
      if (leads(flags)) this.led[term] = (this.led[term] ?? 0) + 1;
      this.terms[this.length] = term;
      this.marks[this.length] = (flags & MARK_MASK) | Math.round((FULL_STRENGTH * weight) / (weight + HALF_WEIGHT));
      this.length++;
      this.weights[term] = 0;
    }
    this.touched.length = 0;
    this.ends[this.product++] = this.length;
  }

  /** A counting sort by term; products of a term stay in file order. */
  finish(terms: number): { readonly postings: PostingArrays; readonly naming: Uint8Array; readonly leading: Uint8Array } {
    const starts = new Uint32Array(terms + 1);
    for (let i = 0; i < this.length; i++) {
      const cell = (this.terms[i] ?? 0) + 1;
      starts[cell] = (starts[cell] ?? 0) + 1;
    }
    for (let term = 1; term <= terms; term++) starts[term] = (starts[term] ?? 0) + (starts[term - 1] ?? 0);
    const next = starts.slice();
    const products = new Uint32Array(this.length);
    const marks = new Uint16Array(this.length);
    let i = 0;
    for (let product = 0; product < this.product; product++) {
      for (const end = this.ends[product] ?? 0; i < end; i++) {
        const term = this.terms[i] ?? 0;
        const at = next[term] ?? 0;
        products[at] = product;
        marks[at] = this.marks[i] ?? 0;
        next[term] = at + 1;
      }
    }
    const leading = Uint8Array.from({ length: terms }, (_, term) => (
      (this.led[term] ?? 0) > 0 && (this.led[term] ?? 0) >= USUALLY * (this.named[term] ?? 0) ? 1 : 0
    ));
    return { postings: { starts, products, marks }, naming: withRoomFor(this.naming, terms).slice(0, terms), leading };
  }

  private makeRoomFor(term: number): void {
    if (term < this.weights.length) return;
    this.weights = withRoomFor(this.weights, term + 1);
    this.flags = withRoomFor(this.flags, term + 1);
    this.naming = withRoomFor(this.naming, term + 1);
    this.named = withRoomFor(this.named, term + 1);
    this.led = withRoomFor(this.led, term + 1);
  }
}
