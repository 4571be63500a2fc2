import type { Product } from '../snapshot.ts';
import { wishedSize } from './kindred-words.ts';
import { amountOf, isMoney, measureTerm, numberTerm } from './measures.ts';
import { nearArrays, NearWords, type NearArrays } from './near-words.ts';
import type { BucketArrays } from './buckets.ts';
import type { Place, PostingArrays } from './postings.ts';
import { ALIAS, ATTRIBUTE, DESCRIPTION, Postings, PostingsBuilder, TITLE } from './postings.ts';
import { readWords } from './read-words.ts';
import type { WordReader } from './read-words.ts';
import { skuArrays, SkuIndex } from './sku-index.ts';
import { isStopWord } from './stop-words.ts';
import { Vocabulary, type VocabularyArrays } from './vocabulary.ts';
import { Denial, negated, withoutNya } from './word-forms.ts';

const WEIGHT = { title: 8, alias: 6, category: 4, tag: 3, description: 1 } as const;
/** Indonesian puts the thing first. */
const FIRST_WORD = 1.6;

/** Everything the search knows of one catalogue, in flat arrays. A product is known by its place in `products`. */
export interface SearchIndex {
  readonly products: readonly Product[];
  readonly vocabulary: Vocabulary;
  readonly near: NearWords;
  readonly postings: Postings;
  readonly skus: SkuIndex;
  /** How many telling words and numbers the title has. */
  readonly titleLengths: Uint8Array;
  readonly prices: Float64Array;
  /** The first size of the title in its base unit, 0 where there is none, and a number for that unit. */
  readonly sizes: Float32Array;
  readonly sizeKinds: Uint8Array;
  /** 1 for a term that stands in a title, an alias or a category. */
  readonly naming: Uint8Array;
  /** 1 for a term that usually stands first in titles and aliases: the kind of thing. */
  readonly leading: Uint8Array;
}

/** What an index is made of, but for the products and their prices. Plain data, that can be kept between starts. */
export interface SearchArrays extends Pick<SearchIndex, 'titleLengths' | 'sizes' | 'sizeKinds' | 'naming' | 'leading'> {
  readonly vocabulary: VocabularyArrays;
  readonly near: NearArrays;
  readonly postings: PostingArrays;
  readonly skus: BucketArrays;
}

/** What an earlier start kept of the index of the same products, or else what `make` makes now, kept for the next. Prices may differ. */
export type KeepIndex = (make: () => SearchArrays) => SearchArrays;

/** Numbers the terms of a text. */
class TermReader implements WordReader {
  terms: number[] = [];
  tokens = 0;
  size = 0;
  sizeBase = '';
  private isDescription = false;
  private readonly denial = new Denial();
  private readonly vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.vocabulary = vocabulary;
  }

  read(text: string, isDescription = false): readonly number[] {
    this.isDescription = isDescription;
    this.terms = [];
    this.tokens = 0;
    this.size = 0;
    this.sizeBase = '';
    this.denial.endOfClause();
    readWords(text, this);
    return this.terms;
  }

  word(word: string): void {
    // "tidak bisa kompor induksi" is not to be found by "kompor induksi".
    const isDenied = this.isDescription && this.denial.reads(word);
    // "untuk api besar" makes nothing large.
    if (isStopWord(word) || (this.isDescription && wishedSize(word) !== 0)) return;
    this.tokens++;
    const term = withoutNya(word);
    this.terms.push(this.vocabulary.add(isDenied ? negated(term) : term));
  }

  number(value: number, unit: string | null): void {
    if (isMoney(unit)) return;
    this.tokens++;
    if (this.size === 0) ({ amount: this.size, base: this.sizeBase } = amountOf(value, unit));
    this.terms.push(this.vocabulary.add(numberTerm(value)), this.vocabulary.add(measureTerm(value, unit)));
  }

  pause(): void {
    this.denial.endOfClause();
  }
}

/** The index of these products, of which those that are not active are left out. */
export function buildSearchIndex(all: readonly Product[], keep: KeepIndex = (make) => make()): SearchIndex {
  const products = all.filter((product) => product.active);
  const arrays = keep(() => indexProducts(products));
  const vocabulary = new Vocabulary(arrays.vocabulary);
  return {
    ...arrays, products, vocabulary, near: new NearWords(vocabulary, arrays.near), postings: new Postings(arrays.postings), skus: new SkuIndex(products, arrays.skus),
    prices: Float64Array.from(products, (product) => product.price),
  };
}

/** Reads each text once; texts that repeat (categories, tags, descriptions of variants) only the first time. */
function indexProducts(products: readonly Product[]): SearchArrays {
  const vocabulary = new Vocabulary();
  const reader = new TermReader(vocabulary);
  const builder = new PostingsBuilder(products.length);
  const readBefore = new Map<string, readonly number[]>();
  const termsOf = (text: string): readonly number[] => {
    let terms = readBefore.get(text);
    if (terms === undefined) readBefore.set(text, (terms = reader.read(text)));
    return terms;
  };
  const descriptionsBefore = new Map<string, readonly number[]>();
  const termsOfDescription = (text: string): readonly number[] => {
    let terms = descriptionsBefore.get(text);
    if (terms === undefined) descriptionsBefore.set(text, (terms = reader.read(text, true)));
    return terms;
  };
  const titleLengths = new Uint8Array(products.length);
  const sizes = new Float32Array(products.length);
  const sizeKinds = new Uint8Array(products.length);
  const sizeBases: string[] = [];
  products.forEach((product, at) => {
    const title = reader.read(product.title);
    titleLengths[at] = Math.min(255, reader.tokens);
    sizes[at] = reader.size;
    if (!sizeBases.includes(reader.sizeBase)) sizeBases.push(reader.sizeBase);
    sizeKinds[at] = sizeBases.indexOf(reader.sizeBase);
    const named = (terms: readonly number[], weight: number, place: Place): void => {
      terms.forEach((term, i) => {
        builder.note(term, i === 0 ? weight * FIRST_WORD : weight, place, i === 0);
        builder.names(term);
      });
    };
    named(title, WEIGHT.title, TITLE);
    for (const alias of product.aliases) named(termsOf(alias), WEIGHT.alias, ALIAS);
    for (const term of termsOf(product.category)) {
      builder.note(term, WEIGHT.category, ATTRIBUTE);
      builder.names(term);
    }
    for (const tag of product.tags) for (const term of termsOf(tag)) builder.note(term, WEIGHT.tag, ATTRIBUTE);
    for (const term of termsOfDescription(product.description)) builder.note(term, WEIGHT.description, DESCRIPTION);
    builder.endOfProduct();
  });
  vocabulary.trim();
  const { postings, naming, leading } = builder.finish(vocabulary.size);
  return { vocabulary: vocabulary.arrays, near: nearArrays(vocabulary), postings, skus: skuArrays(products), titleLengths, sizes, sizeKinds, naming, leading };
}
