import type { Rupiah, Sku } from '../units.ts';
import type { Product } from './snapshot.ts';

export interface SearchOptions {
  readonly maxPrice?: Rupiah | null;
  readonly minPrice?: Rupiah | null;
  readonly sort?: 'relevance' | 'cheapest' | 'dearest' | 'best_selling' | 'newest';
  /** 10 unless told. */
  readonly limit?: number;
  /** Sold-out products come after those that answer as much. Made-to-order counts as in stock. Without it, the file's count decides. */
  readonly inStock?: (sku: Sku) => boolean;
  /** Pieces sold lately, for "terlaris" and for breaking ties. */
  readonly sold?: (sku: Sku) => number;
}

export interface SearchHit {
  readonly product: Product;
  /** Relevance, 0…1; comparable within one search only. Half of the best one's or less is another kind of answer. */
  readonly score: number;
  /**
   * Share of the query's telling words that this product answers, 0…1. A typo counts a little less, a word that only the
   * description has counts 0.7, and 0.5 where it is the only word answered. Below 0.6, the shop hardly has what was asked for, and these are other things.
   */
  readonly coverage: number;
  /** The same share, counting only words of the title, aliases, category and tags: what the product is, not what is said of it. */
  readonly named: number;
}

/** Ranked search over one catalogue snapshot: typos, aliases, joined words, categories, attributes. Built once a snapshot. */
export interface ProductSearch {
  search(query: string, options?: SearchOptions): readonly SearchHit[];
  /** Whether this word (lower case) occurs in, or is one typo from, a word that names products of this shop. */
  knows(word: string): boolean;
}
