import type { Database } from '../../database/open.ts';
import { DAY_MS, MINUTE_MS } from '../time/zone.ts';
import type { Rupiah, UtcMs } from '../units.ts';

/**
 * An order's payment through a gateway. `wanted`: asked for, without a link yet; `open`: the link waits to be paid; `failed`: no link could
 * be had; `paid`: in time; `late`: for an order that had ended; `closing`, `closed`: it may not be paid any more.
 */
export type ChargeState = 'wanted' | 'open' | 'failed' | 'paid' | 'late' | 'closing' | 'closed';

export interface Charge {
  readonly order_id: number;
  /** The gateway's `order_id`: one for an order, never used twice, also not by a shop that was set up anew. */
  readonly reference: string;
  readonly amount: Rupiah;
  readonly state: ChargeState;
  /** The page to pay on, and the gateway's token of it. */
  readonly link: string | null;
  readonly token: string | null;
  /** When the page closes: in step with the order's own time to pay. */
  readonly expires_at: UtcMs;
  /** How it was paid, in the gateway's words: "bank_transfer", "qris", "gopay". */
  readonly paid_by: string | null;
  readonly check_at: UtcMs | null;
  readonly checks: number;
  /** What staff were told of it already, separated by blanks. */
  readonly told: string;
}

/** A page stays open this long at most, whatever the owner's time to pay (Midtrans: seven days). */
const LONGEST_MS = 7 * DAY_MS;
/** How long after each look the next one follows while it is unpaid: a shop without a public address hears of payments this way. */
const LOOK_EVERY_MIN = [1, 1, 2, 2, 3, 5, 5, 10, 15];
/** Money may arrive in the last second. */
export const GRACE_MS = 10 * MINUTE_MS;

/** The book of charges: one an order. Every write belongs to the caller's transaction. */
export function createCharges(db: Database) {
  const of = db.prepare<[number], Charge>('SELECT * FROM charges WHERE order_id = ?');
  const byReference = db.prepare<[string], Charge>('SELECT * FROM charges WHERE reference = ?');
  const insert = db.prepare<[number, string, number, number]>('INSERT INTO charges (order_id, reference, amount, expires_at) VALUES (?, ?, ?, ?)');
  const opened = db.prepare<[string, string, number, number]>(`UPDATE charges SET state = 'open', link = ?, token = ?, check_at = ? WHERE order_id = ? AND state = 'wanted'`);
  const setState = db.prepare<[ChargeState, number]>('UPDATE charges SET state = ? WHERE order_id = ?');
  const settle = db.prepare<[ChargeState, string, number]>('UPDATE charges SET state = ?, paid_by = ?, check_at = NULL WHERE order_id = ?');
  const setCheck = db.prepare<[number | null, number, number]>('UPDATE charges SET check_at = ?, checks = ? WHERE order_id = ?');
  const setTold = db.prepare<[string, number]>('UPDATE charges SET told = ? WHERE order_id = ?');
  const due = db.prepare<[number], Charge>('SELECT * FROM charges WHERE check_at <= ? ORDER BY check_at LIMIT 50');
  const ended = db.prepare<[], Charge>(
    `SELECT c.* FROM charges c INDEXED BY charges_open JOIN orders o ON o.id = c.order_id
     WHERE c.state IN ('wanted', 'open', 'failed') AND o.state <> 'awaiting_payment' ORDER BY c.order_id LIMIT 50`);

  return {
    of: (order: number): Charge | undefined => of.get(order),
    byReference: (reference: string): Charge | undefined => byReference.get(reference),

    /** An order is to be paid through the gateway. */
    want(order: { readonly id: number; readonly number: string; readonly total: Rupiah; readonly expires_at: UtcMs | null }, at: UtcMs): void {
      insert.run(order.id, `${order.number}-${at.toString(36)}`, order.total, Math.min(order.expires_at ?? at, at + LONGEST_MS));
    },
    /** The gateway has a page for it. */
    open: (order: number, page: { readonly link: string; readonly token: string }, at: UtcMs): void =>
      void opened.run(page.link, page.token, at + LOOK_EVERY_MIN[0]! * MINUTE_MS, order),
    fail: (order: number): void => void setState.run('failed', order),
    settle: (order: number, state: 'paid' | 'late', how: string): void => void settle.run(state, how, order),

    /** Charges to look after at the gateway by now; each is due again later, or (after its time) no more. */
    takeDue(now: UtcMs): readonly Charge[] {
      return due.all(now).map((charge) => {
        const wait = LOOK_EVERY_MIN[Math.min(charge.checks + 1, LOOK_EVERY_MIN.length - 1)]! * MINUTE_MS;
        const last = charge.expires_at + GRACE_MS / 2;
        setCheck.run(charge.state === 'closed' || now >= last ? null : Math.min(now + wait, last), charge.checks + 1, charge.order_id);
        return charge;
      });
    },
    /** The customer says that she has paid. */
    checkNow: (charge: Charge, now: UtcMs): void => void (charge.state === 'open' && setCheck.run(now, 0, charge.order_id)),

    /** Charges whose orders need them no more: each is handed out once. */
    takeEnded(): readonly Charge[] {
      const all = ended.all();
      for (const charge of all) setState.run('closing', charge.order_id);
      return all;
    },
    /** It may not be paid any more, as far as the gateway obeys; one last look follows when its page has surely closed. */
    close(charge: Charge): void {
      setState.run('closed', charge.order_id);
      setCheck.run(charge.token === null ? null : charge.expires_at + GRACE_MS, charge.checks, charge.order_id);
    },
    /** Notes that staff hear of this; false where they have heard before. */
    tellOnce(charge: Charge, what: string): boolean {
      const told = (of.get(charge.order_id)?.told ?? '').split(' ').filter(Boolean);
      if (told.includes(what)) return false;
      setTold.run([...told, what].join(' '), charge.order_id);
      return true;
    },
  };
}

export type Charges = ReturnType<typeof createCharges>;
