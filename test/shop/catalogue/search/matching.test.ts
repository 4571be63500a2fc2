import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findMatches } from '../../../../src/shop/catalogue/search/matching.ts';
import { planQuery } from '../../../../src/shop/catalogue/search/query-plan.ts';
import type { Slot } from '../../../../src/shop/catalogue/search/query-plan.ts';
import { buildSearchIndex } from '../../../../src/shop/catalogue/search/search-index.ts';
import type { SearchIndex } from '../../../../src/shop/catalogue/search/search-index.ts';
import { kitchenware } from '../search-fixtures.ts';

const index = buildSearchIndex(kitchenware);

/** Reads everything, leaps over nothing. */
function answeredBy(slots: readonly Slot[], at: number): number {
  return slots.filter((slot) => slot.answers.some(({ term }) => productsOf(index, term).includes(at)))
    .reduce((sum, slot) => sum + slot.weight, 0);
}

function productsOf({ postings }: SearchIndex, term: number): number[] {
  return [...postings.products.subarray(postings.starts[term], postings.starts[term + 1])];
}

describe('matching', () => {
  it('skips nothing that a plain reading of all postings would find', () => {
    const words = fc.array(fc.constantFrom(
      'wajan', 'panci', 'kaca', 'stainless', 'set', '28', '20 cm', '1 liter', 'teplon', 'kayu', 'tutup', 'listrik', 'kue', 'untuk', 'susun', 'zzz', 'induksi',
    ), { minLength: 1, maxLength: 7 });
    fc.assert(fc.property(words, fc.constantFrom(0, 0.5, 1, 2, 4, Infinity), fc.boolean(), (query, missing, wide) => {
      const plan = planQuery(index, query.join(' '), wide);
      const answerable = plan.slots.filter((slot) => slot.answers.length > 0);
      const total = answerable.reduce((sum, slot) => sum + slot.weight, 0);
      const expected = kitchenware.flatMap((_, at) => {
        const answered = answeredBy(answerable, at);
        return answered > 0 && total - answered <= missing ? [{ at, answered }] : [];
      });
      const found = findMatches(index, plan, missing, 0, Infinity).map(({ at, answered }) => ({ at, answered }));
      expect(found).toEqual(expected);
    }), { numRuns: 1500 });
  });
});

describe('postings', () => {
  it('name every product of a term once, in the order of the file', () => {
    for (let term = 0; term < index.vocabulary.size; term++) {
      const products = productsOf(index, term);
      expect(products.length).toBeGreaterThan(0);
      expect(products).toEqual([...new Set(products)].sort((a, b) => a - b));
    }
  });
});
