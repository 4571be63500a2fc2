import type { Product } from '../snapshot.ts';
import { Buckets, fillBuckets, type BucketArrays } from './buckets.ts';
import { fold } from './read-words.ts';
import { hashOf } from './vocabulary.ts';

const SHORTEST = 3;

/** A SKU as people retype it: without case, spaces and dashes. */
function bare(sku: string): string {
  return fold(sku).replace(/[^\p{L}\p{N}]/gu, '');
}

/** Every product's place under the hash of its SKU. Plain data, that can be kept between starts. */
export const skuArrays = (products: readonly Product[]): BucketArrays => fillBuckets((put) => {
  products.forEach((product, at) => put(hashOf(bare(product.sku)), at));
});

/** Finds a product by the SKU a customer copied from a photo or an earlier receipt. */
export class SkuIndex {
  private readonly products: readonly Product[];
  private readonly buckets: Buckets;

  constructor(products: readonly Product[], arrays: BucketArrays) {
    this.products = products;
    this.buckets = new Buckets(arrays);
  }

  /** The place of the product whose SKU the query is, or names among its words; -1 if there is none. */
  find(query: string): number {
    const whole = this.exactly(query);
    if (whole !== -1) return whole;
    // A single word of a longer query is taken for a SKU only if it looks like one and not like a word or a size.
    for (const part of query.split(/\s+/)) {
      if (part !== query && /\d/.test(part) && /\p{L}.*[-_.]|[-_.].*\p{L}|\p{L}{2}/u.test(part)) {
        const found = this.exactly(part);
        if (found !== -1) return found;
      }
    }
    return -1;
  }

  private exactly(text: string): number {
    const sku = bare(text);
    let found = -1;
    if (sku.length < SHORTEST) return found;
    this.buckets.some(hashOf(sku), (at) => {
      if (bare(this.products[at]?.sku ?? '') !== sku) return false;
      found = at;
      return true;
    });
    return found;
  }
}
