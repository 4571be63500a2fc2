import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chooseUniqueCode, LARGEST_UNIQUE_CODE } from '../../../src/shop/payment/unique-code.ts';

const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });

describe('choosing a unique code', () => {
  it('keeps the totals of all unpaid orders apart, as orders come in', () => {
    const base = fc.integer({ min: 1, max: 400 }).map((n) => n * 1_000);
    fc.assert(fc.property(fc.array(fc.tuple(base, chance), { maxLength: 300 }), (orders) => {
      const taken = new Set<number>();
      for (const [total, random] of orders) {
        const choice = chooseUniqueCode(total, taken, () => random);
        if (choice.kind === 'exhausted') throw new Error('300 orders cannot use up 999 codes');
        expect(taken.has(choice.total)).toBe(false);
        expect(choice.total).toBe(total + choice.code);
        expect(choice.code).toBeGreaterThanOrEqual(1);
        expect(choice.code).toBeLessThanOrEqual(LARGEST_UNIQUE_CODE);
        taken.add(choice.total);
      }
    }));
  });

  it('finds the last free code, whatever chance says', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999 }), chance, (last, random) => {
      const taken = new Set(Array.from({ length: 999 }, (_, i) => 50_000 + i + 1).filter((total) => total !== 50_000 + last));
      expect(chooseUniqueCode(50_000, taken, () => random)).toEqual({ kind: 'chosen', code: last, total: 50_000 + last });
    }));
  });

  it('says so when none is left', () => {
    const taken = new Set(Array.from({ length: 999 }, (_, i) => 50_001 + i));
    expect(chooseUniqueCode(50_000, taken, () => 0.5)).toEqual({ kind: 'exhausted' });
  });

  it('minds the totals of other baskets that come out equal', () => {
    expect(chooseUniqueCode(50_000, new Set([50_001]), () => 0)).toEqual({ kind: 'chosen', code: 2, total: 50_002 });
  });

  it('gives every free code the same chance', () => {
    const taken = new Set([10_002]);
    const seen = new Map<number, number>();
    for (let i = 0; i < 998 * 5; i++) {
      const choice = chooseUniqueCode(10_000, taken, () => (i + 0.5) / (998 * 5));
      if (choice.kind === 'chosen') seen.set(choice.code, (seen.get(choice.code) ?? 0) + 1);
    }
    expect(seen.size).toBe(998);
    expect(new Set(seen.values())).toEqual(new Set([5]));
  });
});
