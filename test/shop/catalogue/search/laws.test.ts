import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createProductSearch } from '../../../../src/shop/catalogue/search.ts';
import type { Product } from '../../../../src/shop/catalogue/snapshot.ts';
import { isStopWord } from '../../../../src/shop/catalogue/search/stop-words.ts';
import { fashion, kitchenware } from '../search-fixtures.ts';

const shops = [kitchenware, fashion].map((products) => ({ products, search: createProductSearch(products) }));
const anyProduct = fc.constantFrom(...shops.flatMap(({ products, search }) => products.map((product) => ({ product, search }))));
const everythingInStock = { inStock: () => true } as const;

/** The slips people make: a letter lost, added, changed, or swapped with the next. */
const slip = fc.record({
  kind: fc.constantFrom('lost', 'added', 'changed', 'swapped'), at: fc.nat(), letter: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'),
});

function misspelt(word: string, { kind, at, letter }: { kind: string; at: number; letter: string }): string {
  const i = at % word.length;
  switch (kind) {
    case 'lost': return word.slice(0, i) + word.slice(i + 1);
    case 'added': return word.slice(0, i) + letter + word.slice(i);
    case 'changed': return word.slice(0, i) + letter + word.slice(i + 1);
    default: return word.slice(0, i) + word.charAt(i + 1) + word.charAt(i) + word.slice(i + 2);
  }
}

/** First, or as good as the first: two colours of one mug differ in nothing that was said. */
function isFirst(search: ReturnType<typeof createProductSearch>, query: string, product: Product): boolean {
  const hits = search.search(query, { ...everythingInStock, limit: 60 });
  return hits.some((hit) => hit.product === product && hit.score === hits[0]?.score);
}

describe('laws of the product search', () => {
  it('finds every product first by its own title', () => {
    for (const { products, search } of shops) {
      for (const product of products) expect([product.title, isFirst(search, product.title, product)]).toEqual([product.title, true]);
    }
  });

  it('finds every product by its SKU, however it is retyped', () => {
    for (const { products, search } of shops) {
      for (const { sku } of products) {
        for (const query of [sku, sku.toLowerCase(), sku.replace('-', ''), ` ${sku} `]) {
          expect(search.search(query)[0]?.product.sku).toBe(sku);
        }
      }
    }
  });

  it('finds a product among the first five when one word of its title is misspelt', () => {
    fc.assert(fc.property(anyProduct, fc.nat(), slip, ({ product, search }, which, how) => {
      const words = product.title.split(' ');
      const long = words.filter((word) => /^[a-z]{4,}$/i.test(word));
      const word = long[which % Math.max(1, long.length)];
      fc.pre(word !== undefined);
      const query = words.map((one) => (one === word ? misspelt(word.toLowerCase(), how) : one)).join(' ');
      const hits = search.search(query, { ...everythingInStock, limit: 5 });
      expect(hits.map((hit) => hit.product.title)).toContain(product.title);
    }), { numRuns: 2000 });
  });

  it('does not care about the order of the words of a title', () => {
    const shuffled = anyProduct.chain(({ product, search }) => {
      // A size belongs to its unit; everything else may stand anywhere.
      const words = product.title.replace(/(\d) (cm|inch|liter|ml|kg|pcs|susun|lubang)/g, '$1_$2').split(' ');
      return fc.shuffledSubarray(words, { minLength: words.length }).map((order) => ({ product, search, query: order.join(' ').replace(/_/g, ' ') }));
    });
    fc.assert(fc.property(shuffled, ({ product, search, query }) => {
      expect([query, isFirst(search, query, product)]).toEqual([query, true]);
    }), { numRuns: 1000 });
  });

  it('never goes beyond the price, the limit, or the range of a score, whatever is asked', () => {
    const word = fc.oneof(fc.constantFrom('wajan', 'panci', 'stainles', 'kayu', '28', 'cm', 'set', 'anti', 'lengket', 'besar', 'kak'), fc.string({ maxLength: 12 }));
    const sort = fc.constantFrom('relevance' as const, 'cheapest' as const, 'dearest' as const, 'best_selling' as const, 'newest' as const);
    fc.assert(fc.property(fc.array(word, { maxLength: 6 }), fc.nat(300000), fc.nat(300000), fc.nat(20), sort, (words, a, b, limit, order) => {
      const [minPrice, maxPrice] = [Math.min(a, b), Math.max(a, b)];
      for (const { search } of shops) {
        const hits = search.search(words.join(' '), { minPrice, maxPrice, limit, sort: order });
        expect(hits.length).toBeLessThanOrEqual(limit);
        expect(new Set(hits.map((hit) => hit.product.sku)).size).toBe(hits.length);
        for (const { product, score, coverage, named } of hits) {
          expect(product.price).toBeGreaterThanOrEqual(minPrice);
          expect(product.price).toBeLessThanOrEqual(maxPrice);
          for (const share of [score, coverage, named]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        }
      }
    }), { numRuns: 1000 });
  });

  it('gives the same answer to the same question', () => {
    fc.assert(fc.property(anyProduct, slip, ({ product, search }, how) => {
      const query = misspelt(product.title, how);
      expect(search.search(query)).toEqual(search.search(query));
    }));
  });

  it('takes any text at all, in linear time and without a fault', () => {
    const texts = [
      'a'.repeat(1000), 'wajan'.repeat(200), '1'.repeat(1000), '1.'.repeat(500), '28cm'.repeat(250), "'".repeat(1000), 'é'.repeat(1000),
      '👍'.repeat(500), 'x1'.repeat(500), '\u0000\uffff', '½ kg', 'ﬁsh', '-'.repeat(1000), `${'ab '.repeat(333)}`, '1/2 1/0 0/0', '９９', '1e309',
    ];
    for (const { search } of shops) {
      for (const text of texts) {
        expect(Array.isArray(search.search(text))).toBe(true);
        expect(typeof search.knows(text)).toBe('boolean');
      }
    }
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
      for (const { search } of shops) search.search(text);
    }));
  });

  it('knows every word of every title that is not a courtesy', () => {
    for (const { products, search } of shops) {
      for (const word of products.flatMap((product) => product.title.toLowerCase().match(/[a-z]{3,}/g) ?? [])) {
        if (!isStopWord(word) && !/^(inch|liter|pcs)$/.test(word)) expect([word, search.knows(word)]).toEqual([word, true]);
      }
    }
  });
});
