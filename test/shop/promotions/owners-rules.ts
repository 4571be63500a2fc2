import fc from 'fast-check';
import type { Product, Promotions, ShippingPromotion, Voucher, WholesaleRule } from '../../../src/shop/catalogue/snapshot.ts';

/** Anything an owner may write into promotions.yaml, over a few goods. */
export const SKUS = ['A-1', 'A-2', 'B-1', 'B-2', 'C-1'] as const;
const CATEGORIES = ['Gelas', 'Wajan', 'Teko'] as const;

export const products: fc.Arbitrary<readonly Product[]> = fc.tuple(...SKUS.map((sku, i) => fc.record({
  price: fc.integer({ min: 100, max: 300_000 }), sale: fc.option(fc.integer({ min: 1, max: 99 })), stock: fc.constant(500),
}).map(({ price, sale, stock }): Product => {
  const lowered = sale === null ? price : Math.max(1, Math.floor((price * sale) / 100));
  return {
    sku, title: `Barang ${sku}`, name: `Barang ${sku}`, category: CATEGORIES[i % 3]!, price: lowered, stock, weightG: 500, sizeCm: null,
    sale: sale === null ? null : { price: lowered, usualPrice: price, from: null, until: null },
    description: '', aliases: [], photo: null, goesWith: [], variantOf: null, variant: null, tags: [], active: true, source: { file: 'products.csv', line: i + 2 },
  };
})));

const goods = fc.record({
  products: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray([...SKUS], { minLength: 1 }) }),
  categories: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: fc.subarray([...CATEGORIES], { minLength: 1 }) }),
});
const always = { from: null, until: null };
const share = fc.integer({ min: 1, max: 1000 }).map((tenths) => tenths / 10);
const money = (max: number) => fc.integer({ min: 0, max });

export const voucher = (code: string): fc.Arbitrary<Voucher> => fc.record({
  goods, stack: fc.boolean(), minPurchase: fc.oneof(fc.constant(0), money(500_000)),
  much: fc.oneof(
    fc.record({ percent: share, amount: fc.constant(null), upTo: fc.option(fc.integer({ min: 1, max: 100_000 })) }),
    fc.record({ percent: fc.constant(null), amount: fc.integer({ min: 100, max: 400_000 }), upTo: fc.constant(null) }),
  ),
}).map(({ goods: its, much, ...rest }): Voucher => ({ code, name: `Voucher ${code}`, ...always, ...its, ...much, ...rest, uses: null, perCustomer: null, listed: false }));

const shipping = (name: string): fc.Arbitrary<ShippingPromotion> => fc.record({
  above: money(400_000), percent: fc.oneof(fc.constant(100), share), upTo: fc.option(fc.integer({ min: 1, max: 30_000 })),
  services: fc.constantFrom<string[]>([], ['jne-reg'], ['lain']), stack: fc.boolean(),
}).map((rule) => ({ name, ...always, ...rule }));

const wholesale = (name: string): fc.Arbitrary<WholesaleRule> => fc.record({
  goods, mix: fc.boolean(),
  steps: fc.uniqueArray(fc.integer({ min: 2, max: 40 }), { minLength: 1, maxLength: 3 }).chain((mins) =>
    fc.uniqueArray(fc.integer({ min: 1, max: 90 }), { minLength: mins.length, maxLength: mins.length }).map((percents) => {
      const [up, more] = [[...mins].sort((a, b) => a - b), [...percents].sort((a, b) => a - b)];
      return up.map((min, i) => ({ min, price: null, percent: more[i]! }));
    })),
}).map(({ goods: its, ...rest }) => ({ name, ...always, ...its, ...rest }));

export const promotions: fc.Arbitrary<Promotions> = fc.record({
  vouchers: fc.tuple(voucher('SATU1'), voucher('DUA2'), voucher('TIGA3'), voucher('EMPAT4')).chain((all) => fc.subarray([...all])),
  shipping: fc.tuple(shipping('Ongkir A'), shipping('Ongkir B')).chain((all) => fc.subarray([...all])),
  wholesale: fc.tuple(wholesale('Grosir A'), wholesale('Grosir B')).chain((all) => fc.subarray([...all])),
});

export const quantities: fc.Arbitrary<readonly number[]> = fc.array(fc.integer({ min: 0, max: 45 }), { minLength: SKUS.length, maxLength: SKUS.length }).filter((all) => all.some((n) => n > 0));
