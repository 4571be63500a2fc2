import type { Database } from '../../database/open.ts';
import type { Rupiah } from '../units.ts';

const MOST = 999;

/**
 * Unique codes for bank transfers: 1–999 rupiah added so that no two unpaid totals are equal and a transfer names its
 * order. A customer keeps being offered the same code while it is free, so that the total in the cart is the total paid.
 */
export function createUniqueCodes(db: Database) {
  const awaited = db.prepare<[number], { total: number }>(
    `SELECT total FROM orders INDEXED BY orders_awaiting WHERE state = 'awaiting_payment' AND total = ? LIMIT 1`);

  return {
    /** A free code for this base total (rupiah), or null when all 999 are taken. */
    suggest(customer: number, total: Rupiah): number | null {
      // 389 shares no factor with 999, so neighbouring customers start far apart and every code is reached.
      const first = (customer * 389) % MOST;
      for (let step = 0; step < MOST; step++) {
        const code = ((first + step) % MOST) + 1;
        if (awaited.get(total + code) === undefined) return code;
      }
      return null;
    },
  };
}

export type UniqueCodes = ReturnType<typeof createUniqueCodes>;
