import type { Database } from '../../database/open.ts';
import type { Rupiah, UtcMs } from '../units.ts';
import type { Reduction } from './reductions.ts';

/** More codes than this beside a cart are guesses (S17). */
export const MOST_HELD = 5;

/** One line of an order's discounts, as the order keeps it. */
export interface OrderDiscount {
  readonly name: string;
  readonly amount: Rupiah;
  readonly part: 'goods' | 'shipping';
  readonly code: string | null;
}

/**
 * Codes that customers hold beside their carts, and what orders had taken off. An order's line with a code is the use of that
 * voucher, so that limits are counted in the very transaction that places the order; it is given back when the order ends.
 */
export function createVoucherBook(db: Database) {
  const held = db.prepare<[number], { code: string }>('SELECT code FROM held_vouchers WHERE customer_id = ? ORDER BY held_at DESC, code');
  const hold = db.prepare<[number, string, number]>(
    'INSERT INTO held_vouchers (customer_id, code, held_at) VALUES (?, ?, ?) ON CONFLICT (customer_id, code) DO UPDATE SET held_at = excluded.held_at');
  const drop = db.prepare<[number, string]>('DELETE FROM held_vouchers WHERE customer_id = ? AND code = ?');
  const clear = db.prepare<[number]>('DELETE FROM held_vouchers WHERE customer_id = ?');
  const uses = db.prepare<[string, number], { n: number }>(
    'SELECT count(*) AS n FROM order_discounts WHERE code = ? AND given_back_at IS NULL AND order_id <> ?');
  // A person is a customer of the books or a phone number: another chat is no other person.
  const usesOf = db.prepare<{ code: string; except: number; customer: number; phone: string | null }, { n: number }>(
    `SELECT count(*) AS n FROM order_discounts WHERE code = @code AND given_back_at IS NULL AND order_id <> @except
     AND order_id IN (SELECT id FROM orders WHERE customer_id = @customer UNION SELECT id FROM orders WHERE phone = @phone)`);
  const insert = db.prepare<[number, number, string, number, string, string | null]>(
    'INSERT INTO order_discounts (order_id, position, name, amount, part, code) VALUES (?, ?, ?, ?, ?, ?)');
  const of = db.prepare<[number], OrderDiscount>('SELECT name, amount, part, code FROM order_discounts WHERE order_id = ? ORDER BY position');
  const giveBack = db.prepare<[number, number]>('UPDATE order_discounts SET given_back_at = ? WHERE order_id = ? AND code IS NOT NULL AND given_back_at IS NULL');
  const takeAgain = db.prepare<[number]>('UPDATE order_discounts SET given_back_at = NULL WHERE order_id = ?');

  return {
    /** Codes held, the newest first. */
    held: (customer: number): readonly string[] => held.all(customer).map((row) => row.code),
    /** Lays a code beside the cart; the oldest of too many goes. */
    hold(customer: number, code: string, at: UtcMs): void {
      hold.run(customer, code, at);
      for (const row of held.all(customer).slice(MOST_HELD)) drop.run(customer, row.code);
    },
    drop: (customer: number, code: string): void => void drop.run(customer, code),
    clear: (customer: number): void => void clear.run(customer),

    /** Orders that have the voucher, in all and of this person, the order `except` left out. */
    used: (code: string, except: number | null): number => uses.get(code, except ?? -1)!.n,
    usedBy: (code: string, person: { readonly customer: number; readonly phone: string | null }, except: number | null): number =>
      usesOf.get({ code, except: except ?? -1, customer: person.customer, phone: person.phone })!.n,

    /** What an order has taken off, in the caller's transaction. */
    enter(order: number, reductions: readonly Reduction[]): void {
      reductions.forEach((one, i) => insert.run(order, i, one.name, one.amount, one.part, one.code));
    },
    of: (order: number): readonly OrderDiscount[] => of.all(order),
    /** The order has ended without a sale: its vouchers may be used again. Twice is once. */
    giveBack: (order: number, at: UtcMs): void => void giveBack.run(at, order),
    /** The order lives again. */
    takeAgain: (order: number): void => void takeAgain.run(order),
  };
}

export type VoucherBook = ReturnType<typeof createVoucherBook>;
