import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueOn } from '../../../src/shop/catalogue/on-day.ts';
import { caret, load, loadedOf, loadProducts, problemsOf } from './owner-folder.ts';
import { workbook } from './workbook.ts';

const ROOT = resolve(import.meta.dirname, '../../..');

async function said(marked: string, file = 'promotions.yaml') {
  const { text, line, column } = caret(marked);
  const outcome = await load({ [file]: text });
  expect(outcome.kind).toBe('refused');
  const here = problemsOf(outcome).find((problem) => problem.file === file && problem.line === line && problem.column === column);
  expect(here, JSON.stringify(problemsOf(outcome))).toBeDefined();
  expect(`${here!.what}; ${here!.should}`).not.toMatch(/\b(?:[Ii]nvalid|[Ee]xpected|undefined|null|NaN|[Ee]rror)\b|\[object/);
  return `${here!.what}; ${here!.should}`;
}

describe('mistakes in promotions.yaml', () => {
  it.each<readonly [name: string, marked: string, what: RegExp]>([
    ['a part that is not known', '‸voucer:\n  - { code: A10, percent: 10 }\n', /"voucer" tidak dikenal.*vouchers/],
    ['a voucher without a code', 'vouchers:\n  - ‸{ percent: 10 }\n', /code belum diisi.*HEMAT10/],
    ['a code with a blank', 'vouchers:\n  - { code: ‸HEMAT 10, percent: 10 }\n', /kode "HEMAT 10" tidak bisa dipakai/],
    ['a code of figures alone', 'vouchers:\n  - { code: ‸12345, percent: 10 }\n', /kode "12345" tidak bisa dipakai/],
    ['a code twice, in another case', 'vouchers:\n  - { code: HEMAT10, percent: 10 }\n  - { code: ‸hemat10, amount: 5000 }\n', /sudah dipakai oleh butir ke-1/],
    ['neither percent nor amount', 'vouchers:\n  - ‸{ code: HEMAT10 }\n', /besarnya belum ditulis: percent atau amount/],
    ['both percent and amount', 'vouchers:\n  - { code: HEMAT10, percent: 10, ‸amount: 5000 }\n', /tidak bisa bersamaan/],
    ['more than all of it', 'vouchers:\n  - { code: HEMAT10, percent: ‸110 }\n', /percent 110 di luar batas/],
    ['an amount read as 5 for 5.000', 'vouchers:\n  - { code: HEMAT10, amount: ‸5 }\n', /amount 5 rupiah terlalu kecil/],
    ['a ceiling for a fixed amount', 'vouchers:\n  - { code: HEMAT10, amount: 5000, ‸up_to: 3000 }\n', /up_to hanya berarti bersama percent/],
    ['an end before the beginning', 'vouchers:\n  - { code: HEMAT10, percent: 10, from: 2026-12-10, until: ‸2026-12-01 }\n', /berakhir \(2026-12-01\) sebelum mulai/],
    ['a date in another order', 'vouchers:\n  - { code: HEMAT10, percent: 10, until: ‸31-12-2026 }\n', /until: 2026-12-31/],
    ['goods that do not exist', 'vouchers:\n  - { code: HEMAT10, percent: 10, products: [‸WTG-82] }\n', /kode barang "WTG-82" tidak ada.*"WTG-28"/],
    ['a category that does not exist', 'vouchers:\n  - { code: HEMAT10, percent: 10, categories: [‸Lainya] }\n', /kategori "Lainya" tidak ada.*"Lainnya"/],
    ['a service that does not exist', 'shipping:\n  - { above: 300000, services: [‸jne-yes] }\n', /jasa kirim "jne-yes" tidak ada.*"jne-reg"/],
    ['shipping without an amount', 'shipping:\n  - ‸{ name: Gratis ongkir }\n', /above belum diisi/],
    ['wholesale without steps', 'wholesale:\n  - ‸{ products: [WTG-28] }\n', /steps belum diisi/],
    ['steps that do not grow', 'wholesale:\n  - { products: [WTG-28], steps: [ { min: 6, price: 150000 }, { min: ‸6, price: 140000 } ] }\n', /min 6 tidak lebih banyak/],
    ['steps that grow dearer', 'wholesale:\n  - { products: [WTG-28], steps: [ { min: 6, price: 140000 }, { min: 12, price: ‸150000 } ] }\n', /tidak lebih murah dari tingkat sebelumnya/],
    ['price and percent mixed', 'wholesale:\n  - { products: [WTG-28], steps: [ { min: 6, price: 140000 }, ‸{ min: 12, percent: 20 } ] }\n', /price dan percent sekaligus/],
    ['a wholesale price that is no lower', 'wholesale:\n  - { products: [SPT-SIL], steps: [ { min: 6, price: ‸35000 } ] }\n', /harga grosir 35000 tidak lebih murah dari harga Spatula Silikon \(35000\)/],
  ])('names the place of %s', async (_name, marked, what) => {
    expect(await said(marked)).toMatch(what);
  });

  it.each<readonly [name: string, marked: string, what: RegExp]>([
    ['a sale that is no lower', 'sku,name,price,sale_price\nA,Wajan,75000,‸75000\n', /tidak lebih murah/],
    ['a sale that Excel read 75.000 as 75 for', 'sku,name,price,sale_price\nA,Wajan,95000,‸75\n', /harga promo 75 rupiah terlalu kecil/],
    ['an end before the beginning', 'sku,name,price,sale_price,sale_from,sale_until\nA,Wajan,75000,65000,2026-11-30,‸2026-11-20\n', /berakhir \(2026-11-20\) sebelum mulai/],
    ['a date that Excel turned', 'sku,name,price,sale_price,sale_until\nA,Wajan,75000,65000,‸30/11/2026\n', /sale_until: 2026-11-30/],
    ['a period that is none', 'sku,name,price,sale_price,sale_price_effective_date\nA,Wajan,75000,65000,‸November\n', /masa promo "November" tidak terbaca/],
  ])('products.csv: names the cell of %s', async (_name, marked, what) => {
    expect(await said(marked, 'products.csv')).toMatch(what);
  });
});

describe('what the owner wrote', () => {
  it('is read, with what is left out filled in for the shop', async () => {
    const { promotions } = loadedOf(await load({ 'promotions.yaml': 'vouchers:\n  - { kode: hemat10, persen: 10 }\nshipping:\n  - { above: "300rb" }\nwholesale:\n  - { products: SPT-SIL, steps: [ { min: 10, percent: 5 } ] }\n' }).then((outcome) => {
      // Indonesian names are not taken silently: the owner is told the right one.
      expect(outcome.kind).toBe('refused');
      expect(problemsOf(outcome).map((problem) => problem.should).join()).toMatch(/maksud Anda "code"\?.*maksud Anda "percent"\?/);
      return load({ 'promotions.yaml': 'vouchers:\n  - { code: hemat10, percent: 10 }\nshipping:\n  - { above: "300rb" }\nwholesale:\n  - { products: SPT-SIL, steps: [ { min: 10, percent: 5 } ] }\n' });
    }));
    expect(promotions.vouchers[0]).toEqual({
      code: 'HEMAT10', name: 'Voucher HEMAT10', percent: 10, upTo: null, amount: null, minPurchase: 0, uses: null, perCustomer: 1, from: null, until: null,
      products: [], categories: [], stack: false, listed: false,
    });
    expect(promotions.shipping[0]).toEqual({ name: 'Gratis ongkir', above: 300_000, percent: 100, upTo: null, services: [], from: null, until: null, stack: false });
    expect(promotions.wholesale[0]).toMatchObject({ name: 'Harga grosir', products: ['SPT-SIL'], mix: false });
  });

  it('holds from the first to the last day, and costs the usual price on all others', async () => {
    const files = loadedOf(await load({
      'products.csv': 'sku,name,price,sale_price,sale_from,sale_until,stock,weight_g\nA,Wajan,165000,129000,2026-11-20,2026-11-30,5,900\nB,Panci,90000,80000,,,5,900\n',
      'promotions.yaml': 'shipping:\n  - { above: 1000, from: 2026-11-25 }\n',
    }));
    const on = (day: string) => {
      const catalogue = catalogueOn(files, day);
      return [catalogue.product('A')!.price, catalogue.product('B')!.price, catalogue.promotions.shipping.length];
    };
    expect(on('2026-11-19')).toEqual([165_000, 80_000, 0]);
    expect(on('2026-11-20')).toEqual([129_000, 80_000, 0]);
    expect(on('2026-11-30')).toEqual([129_000, 80_000, 1]);
    expect(on('2026-12-01')).toEqual([165_000, 80_000, 1]);
    // Nothing is made anew on a day like the one before: the index of ten thousand goods is not built for nothing.
    const friday = catalogueOn(files, '2026-11-20');
    expect(catalogueOn(files, '2026-11-21', friday)).toBe(friday);
    expect(catalogueOn(files, '2026-11-25', friday)).not.toBe(friday);
  });

  it('days without a price are told, and are no sale', async () => {
    const outcome = await loadProducts('products.csv', 'sku,name,price,sale_price,sale_until,weight_g\nA,Wajan,75000,,2026-11-30,900\n');
    expect(problemsOf(outcome).map((problem) => `${problem.line}:${problem.column} ${problem.what}`)).toEqual(['2:16 ada tanggal promo tanpa harga promo, jadi tidak ada promo']);
    expect(loadedOf(outcome).products[0]!.sale).toBeNull();
  });

  it('is read from a Meta feed and from date cells of a workbook', async () => {
    const feed = loadedOf(await loadProducts('products.csv', 'id,title,price,sale_price,sale_price_effective_date,weight_g\nA,Wajan,165000,129000,2026-11-20T00:00+07:00/2026-11-30T23:59+07:00,900\nB,Panci,90000,80000,2026-11-20T00:00+07:00/2026-12-01T00:00+07:00,900\nC,Teko,50000,,2026-01-01/2026-02-01,900\n'));
    expect(feed.products.map((product) => product.sale)).toEqual([
      { price: 129_000, usualPrice: 165_000, from: '2026-11-20', until: '2026-11-30' }, { price: 80_000, usualPrice: 90_000, from: '2026-11-20', until: '2026-11-30' }, null,
    ]);
    const bytes = await workbook([['sku', 'name', 'price', 'sale_price', 'sale_from', 'sale_until'], ['A', 'Wajan', 165000, 129000, new Date(Date.UTC(2026, 10, 20)), new Date(Date.UTC(2026, 10, 30))]]);
    expect(loadedOf(await loadProducts('products.xlsx', bytes)).products[0]!.sale).toEqual({ price: 129_000, usualPrice: 165_000, from: '2026-11-20', until: '2026-11-30' });
  });

  it.each(['catalog/README.md', 'catalog/promotions.yaml'])('the examples of %s hold for the sample shop', async (file) => {
    const written = readFileSync(join(ROOT, file), 'utf8');
    const yaml = file.endsWith('.md') ? /# promotions\.yaml\n([\s\S]*?)```/.exec(written)![1]!
      : written.split('\n').filter((line) => /^# (?:\w+:$| {2}- \{)/.test(line)).map((line) => line.slice(2)).join('\n');
    const sample = Object.fromEntries(['products.csv', 'shipping.yaml'].map((name) => [name, readFileSync(join(ROOT, 'catalog', name), 'utf8')]));
    const { promotions } = loadedOf(await load({ ...sample, 'promotions.yaml': yaml }));
    expect([promotions.vouchers.length, promotions.shipping.length, promotions.wholesale.length].every((count) => count > 0)).toBe(true);
  });
});
