import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { createProductSearch } from '../../../src/shop/catalogue/search.ts';
import type { Product } from '../../../src/shop/catalogue/snapshot.ts';

const file = fileURLToPath(new URL('../../../catalog/products.csv', import.meta.url));
const rows: readonly Record<string, string>[] = parse(readFileSync(file, 'utf8'), { columns: true, bom: true });
const list = (cell = ''): string[] => cell.split('|').map((item) => item.trim()).filter((item) => item !== '');

/** The sample shop as a new owner meets it. Read here without the loader, so that the search is judged alone. */
const products: readonly Product[] = rows.map((row, i) => ({
  sku: row['sku'] ?? '', name: row['variant_of'] || (row['name'] ?? ''), title: row['name'] ?? '', category: row['category'] ?? '',
  price: Number(row['price']), stock: row['stock'] === '' ? null : Number(row['stock']), weightG: 1, sale: null, sizeCm: null,
  description: row['description'] ?? '', aliases: list(row['aliases']), photo: null, goesWith: [], variantOf: row['variant_of'] || null,
  variant: row['variant'] || null, tags: list(row['tags']), active: row['active'] !== 'no', source: { file, line: i + 2 },
}));
const shop = createProductSearch(products);

describe('the sample shop', () => {
  it('finds everything it sells by its title', () => {
    for (const product of products.filter(({ active }) => active)) {
      const hits = shop.search(product.title, { inStock: () => true });
      expect([product.title, hits.some((hit) => hit.product === product && hit.score === hits[0]?.score)]).toEqual([product.title, true]);
    }
  });

  it('finds everything it sells by each of its aliases, among the first ten', () => {
    for (const product of products.filter(({ active }) => active)) {
      for (const alias of product.aliases) {
        const found = shop.search(alias, { inStock: () => true }).map((hit) => hit.product.sku);
        expect([alias, found.includes(product.sku)]).toEqual([alias, true]);
      }
    }
  });

  it.each([
    ['wajan anti lengket 28', 'WTG-28'], ['wajan teplon 24', 'WTG-24'], ['wajan besar', 'WBT-45'], ['wajan kecil', 'WTL-14'], ['katel', 'WBT-36'],
    ['panci besar', 'PKL-28'], ['presto 8l', 'PRS-8'], ['pancipresto 4 liter', 'PRS-4'], ['panci induksi 24', 'PSP-24'], ['tutup panci 24', 'TTP-24'],
    ['tumbler ijo', 'TMB-HJU'], ['toples 1 liter', 'TPK-10'], ['toples kue lebaran', 'TKU-07'], ['kotak bekal', 'KBK-1'], ['mangkok bakso', 'MKK-18'],
    ['telenan custom', 'TLN-UKR'], ['talenan gede', 'TLN-40'], ['ceret kaca', 'TKK-15'], ['pisau set', 'PIS-6'], ['cobet batu', 'CBK-25'],
    ['spatula silikon merah', 'SPT-SIL'], ['sutil kayu', 'SUT-KYU'], ['gunting ayam', 'GNT-DPR'], ['lunch box', 'KBK-1'], ['dandang 30', 'DDG-30'],
  ])('"%s" is %s', (query, sku) => {
    const hits = shop.search(query, { inStock: () => true });
    const best = hits.filter((hit) => hit.score === hits[0]?.score).map((hit) => hit.product.sku);
    expect(best).toContain(sku);
  });

  it('does not offer for induction what cannot be used on it', () => {
    const hits = shop.search('wajan induksi', { limit: 30 });
    expect(hits.length).toBeGreaterThan(4);
    for (const { product } of hits) expect(product.description).not.toMatch(/tidak bisa kompor induksi/);
  });

  it('takes what prevents rust for no slip of rubber', () => {
    expect(shop.search('anti karat').map((hit) => hit.product.sku)).not.toContain('KRS-PRS');
  });

  it('does not pretend to have what it has not', () => {
    for (const query of ['jodoh', 'sepatu', 'laptop', 'skincare']) expect([query, shop.search(query)]).toEqual([query, []]);
    for (const query of ['kulkas', 'freezer', 'kucing anggora', 'mesin cuci', 'lemari es dua pintu']) {
      for (const hit of shop.search(query)) expect([query, hit.coverage < 0.6 || hit.named === 0]).toEqual([query, true]);
    }
  });
});
