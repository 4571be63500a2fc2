import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Product, Promotions, Voucher } from '../../../src/shop/catalogue/snapshot.ts';
import { bestReductions, type Basket } from '../../../src/shop/promotions/reductions.ts';
import { unitPrices } from '../../../src/shop/promotions/unit-prices.ts';
import { products, promotions, quantities } from './owners-rules.ts';

const cases = fc.record({ products, promotions, quantities, cost: fc.integer({ min: 0, max: 60_000 }) });
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never;

function basketOf({ products: all, promotions: rules, quantities: counts, cost }: Case): Basket {
  const lines = all.flatMap((product, i) => (counts[i]! > 0 ? [{ product, quantity: counts[i]! }] : []));
  const prices = unitPrices(lines, rules.wholesale);
  return { lines: lines.map((line, i) => ({ ...line, ...prices[i]!, amount: prices[i]!.unitPrice * line.quantity })), shipping: { service: 'jne-reg', cost } };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

// — what the owner wrote, worked out a second time and in another way: exact, in thousandths of a percent —

const covers = (goods: { products: readonly string[]; categories: readonly string[] }, product: Product): boolean =>
  (goods.products.length + goods.categories.length === 0) || goods.products.includes(product.sku) || goods.categories.includes(product.category);
const floorPercent = (amount: number, percent: number): number => Number((BigInt(amount) * BigInt(Math.round(percent * 1000))) / 100_000n);
const usual = (product: Product): number => product.sale?.usualPrice ?? product.price;

/** The lowest price the owner allows for a piece, so many being bought. */
function lowestPiece(product: Product, basket: Basket, rules: Promotions): number {
  const steps = rules.wholesale.filter((rule) => covers(rule, product)).flatMap((rule) => {
    const count = sum(basket.lines.filter((line) => (rule.mix ? covers(rule, line.product) : line.product === product)).map((line) => line.quantity));
    return rule.steps.filter((step) => step.min <= count).map((step) => usual(product) - floorPercent(usual(product), step.percent!));
  });
  return Math.min(usual(product), product.price, ...steps);
}

/** The most a voucher may take by itself. */
function mostOf(voucher: Voucher, basket: Basket): number {
  const its = basket.lines.filter((line) => covers(voucher, line.product));
  if (sum(its.map((line) => line.amount)) < voucher.minPurchase) return 0;
  const base = sum(its.filter((line) => voucher.stack || line.unitPrice === usual(line.product)).map((line) => line.amount));
  return Math.min(base, voucher.amount ?? floorPercent(base, voucher.percent!), voucher.upTo ?? Infinity);
}

function mostOfShipping(basket: Basket, rule: Promotions['shipping'][number]): number {
  const reached = sum(basket.lines.map((line) => line.amount)) >= rule.above && (rule.services.length === 0 || rule.services.includes('jne-reg'));
  return reached ? Math.min(floorPercent(basket.shipping!.cost, rule.percent), rule.upTo ?? Infinity) : 0;
}

/** Nothing the owner wrote allows more than this to be taken off. */
function mostAllowed(basket: Basket, rules: Promotions): number {
  const singles = [...rules.vouchers.map((voucher) => mostOf(voucher, basket)), ...rules.shipping.map((rule) => mostOfShipping(basket, rule))];
  const stacked = sum(rules.vouchers.filter((voucher) => voucher.stack).map((voucher) => mostOf(voucher, basket)))
    + Math.max(0, ...rules.shipping.filter((rule) => rule.stack).map((rule) => mostOfShipping(basket, rule)));
  return Math.max(0, ...singles, stacked);
}

describe('promotions in every combination', () => {
  it('never make a total negative, nor lower than the owner allows', () => {
    fc.assert(fc.property(cases, (given) => {
      const basket = basketOf(given);
      const reductions = bestReductions(basket, given.promotions, given.promotions.vouchers);
      const goods = sum(basket.lines.map((line) => line.amount));
      const off = (part: string) => sum(reductions.filter((one) => one.part === part).map((one) => one.amount));
      for (const line of basket.lines) expect(line.unitPrice).toBe(lowestPiece(line.product, basket, given.promotions));
      expect(reductions.every((one) => Number.isSafeInteger(one.amount) && one.amount > 0)).toBe(true);
      expect(off('goods')).toBeLessThanOrEqual(goods);
      expect(off('shipping')).toBeLessThanOrEqual(given.cost);
      expect(off('goods') + off('shipping')).toBeLessThanOrEqual(mostAllowed(basket, given.promotions));
      // What a voucher is not for is not paid by it.
      const outside = basket.lines.filter((line) => reductions.every(({ code }) => code === null || !covers(given.promotions.vouchers.find((one) => one.code === code)!, line.product)));
      expect(goods - off('goods')).toBeGreaterThanOrEqual(sum(outside.map((line) => line.amount)));
    }), { numRuns: 1_500 });
  });

  it('stand together only where each of them says so, and never twice on the shipping', () => {
    fc.assert(fc.property(cases, (given) => {
      const basket = basketOf(given);
      const reductions = bestReductions(basket, given.promotions, given.promotions.vouchers);
      expect(reductions.filter((one) => one.part === 'shipping').length).toBeLessThanOrEqual(1);
      expect(new Set(reductions.map((one) => one.code ?? one.name)).size).toBe(reductions.length);
      if (reductions.length > 1) {
        for (const one of reductions) {
          const rule = one.code === null ? given.promotions.shipping.find((shipping) => shipping.name === one.name)! : given.promotions.vouchers.find((voucher) => voucher.code === one.code)!;
          expect(rule.stack).toBe(true);
        }
      }
    }), { numRuns: 1_000 });
  });

  it('are the best for the customer: none of them alone would save more', () => {
    fc.assert(fc.property(cases, (given) => {
      const basket = basketOf(given);
      const saved = sum(bestReductions(basket, given.promotions, given.promotions.vouchers).map((one) => one.amount));
      for (const voucher of given.promotions.vouchers) expect(saved).toBeGreaterThanOrEqual(mostOf(voucher, basket));
      for (const rule of given.promotions.shipping) expect(saved).toBeGreaterThanOrEqual(mostOfShipping(basket, rule));
    }), { numRuns: 1_000 });
  });

  it('are the same in whatever order codes are given, rules are written and goods are put in', () => {
    fc.assert(fc.property(cases.chain((given) => fc.record({
      given: fc.constant(given), vouchers: fc.shuffledSubarray([...given.promotions.vouchers], { minLength: given.promotions.vouchers.length }),
      shipping: fc.shuffledSubarray([...given.promotions.shipping], { minLength: given.promotions.shipping.length }), reversed: fc.boolean(),
    })), ({ given, vouchers, shipping, reversed }) => {
      const basket = basketOf(given);
      const plain = bestReductions(basket, given.promotions, given.promotions.vouchers);
      const turned = bestReductions({ ...basket, lines: reversed ? [...basket.lines].reverse() : basket.lines }, { ...given.promotions, shipping }, vouchers);
      const key = (one: { name: string; amount: number }) => `${one.name} ${one.amount}`;
      expect(turned.map(key).sort()).toEqual(plain.map(key).sort());
    }), { numRuns: 1_000 });
  });

  it('make no piece dearer when more are bought', () => {
    fc.assert(fc.property(cases, fc.nat({ max: 4 }), fc.integer({ min: 1, max: 40 }), (given, which, more) => {
      const pieceOf = (counts: readonly number[]) => new Map(basketOf({ ...given, quantities: counts }).lines.map((line) => [line.product.sku, line.unitPrice]));
      const before = pieceOf(given.quantities);
      const after = pieceOf(given.quantities.map((count, i) => (i === which ? count + more : count)));
      for (const [sku, price] of before) expect(after.get(sku)!).toBeLessThanOrEqual(price);
    }), { numRuns: 1_000 });
  });
});
