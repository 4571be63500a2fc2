import type { Database } from '../../database/open.ts';
import type { Rupiah, UtcMs } from '../units.ts';

/** Money that the shop has of an order that will not be fulfilled, and what became of it. */
export interface Refund {
  readonly order_id: number;
  /** What the customer paid, rupiah. */
  readonly owed: Rupiah;
  readonly owed_at: UtcMs;
  /** What went back; null while it is owed. Less than `owed` where that was agreed (shipping kept, goods exchanged). */
  readonly paid_back: Rupiah | null;
  readonly settled_at: UtcMs | null;
  readonly settled_by: string | null;
  /** How it went back, in the words of staff: "BCA 24 Nov", "ditukar barang lain". The customer reads it. */
  readonly reference: string;
}

export type Settling =
  | { readonly kind: 'settled'; readonly refund: Refund }
  | { readonly kind: 'nothing_owed' }
  | { readonly kind: 'settled_before'; readonly refund: Refund }
  | { readonly kind: 'wrong_amount'; readonly owed: Rupiah };

/** The book of refunds: one line an order at most, owed once and settled once, in the caller's transaction (F40). */
export function createRefunds(db: Database) {
  const insert = db.prepare<[number, number, number]>('INSERT INTO refunds (order_id, owed, owed_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const of = db.prepare<[number], Refund>('SELECT * FROM refunds WHERE order_id = ?');
  const settle = db.prepare<[number, number, string, string, number]>(
    'UPDATE refunds SET paid_back = ?, settled_at = ?, settled_by = ?, reference = ? WHERE order_id = ? AND settled_at IS NULL');

  return {
    of: (order: number): Refund | undefined => of.get(order),

    /** The customer's money is to go back. Twice is once. */
    owe: (order: number, amount: Rupiah, at: UtcMs): void => void insert.run(order, amount, at),

    /** It went back, whole or as agreed. */
    settle(order: number, back: { amount: Rupiah | null; by: string; reference: string }, at: UtcMs): Settling {
      const refund = of.get(order);
      if (!refund) return { kind: 'nothing_owed' };
      if (refund.settled_at !== null) return { kind: 'settled_before', refund };
      const amount = back.amount ?? refund.owed;
      if (!Number.isSafeInteger(amount) || amount < 0 || amount > refund.owed) return { kind: 'wrong_amount', owed: refund.owed };
      settle.run(amount, at, back.by, back.reference, order);
      return { kind: 'settled', refund: of.get(order)! };
    },
  };
}

export type Refunds = ReturnType<typeof createRefunds>;
