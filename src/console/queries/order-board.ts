import type { Database } from '../../database/open.ts';
import type { Order } from '../../shop/ordering/orders.ts';
import type { OrderState } from '../../shop/ordering/order-states.ts';
import type { Proof } from '../../shop/payment/proofs.ts';
import type { LocalDate, UtcMs } from '../../shop/units.ts';
import { orderNumberIn } from './order-number.ts';

/** The columns of the board, in the order in which an order walks through them. */
export const COLUMNS = ['bukti', 'kemas', 'kirim', 'jalan', 'bayar', 'uang', 'selesai'] as const;
export type Column = (typeof COLUMNS)[number];

export type BoardOrder = Order & { readonly customer_name: string | null; readonly proofs_waiting: number };

const ORDERS = `SELECT o.*, cu.name AS customer_name,
  (SELECT count(*) FROM proofs p WHERE p.order_id = o.id AND p.state = 'waiting') AS proofs_waiting
  FROM orders o JOIN customers cu ON cu.id = o.customer_id `;

const IN_COLUMN: Readonly<Record<Column, string>> = {
  bukti: `WHERE o.id IN (SELECT order_id FROM proofs WHERE state = 'waiting') AND o.state IN ('awaiting_payment', 'expired', 'cancelled') ORDER BY o.id LIMIT 100`,
  uang: 'JOIN refunds r ON r.order_id = o.id WHERE r.settled_at IS NULL ORDER BY r.owed_at LIMIT 100',
  bayar: `WHERE o.state = 'awaiting_payment' AND NOT EXISTS (SELECT 1 FROM proofs p WHERE p.order_id = o.id AND p.state = 'waiting') ORDER BY o.expires_at, o.id LIMIT 100`,
  kemas: `WHERE o.state IN ('paid', 'confirmed') ORDER BY o.arrives_to, o.id LIMIT 100`,
  kirim: `WHERE o.state = 'packed' ORDER BY o.arrives_to, o.id LIMIT 100`,
  jalan: `WHERE o.state = 'shipped' ORDER BY o.arrives_to, o.id LIMIT 100`,
  // The plus keeps the index of states out: the last orders, walked from the end, are mostly closed ones.
  selesai: `WHERE +o.state IN ('delivered', 'cancelled', 'expired', 'returned') ORDER BY o.id DESC LIMIT 50`,
};

/** How far back an order is looked for by what is written on its label: a search must not read the whole shop. */
const SEARCHED_ORDERS = 10_000;

/** An order of the same total, or a proof with the same picture: what an admin should know before saying yes (S16). */
export interface Likeness {
  readonly number: string;
  readonly why: 'picture' | 'amount';
  readonly at: UtcMs;
}

/** The orders as the board lays them out. */
export function createOrderBoard(db: Database) {
  const columns = Object.fromEntries(COLUMNS.map((column) => [column, db.prepare<[], BoardOrder>(ORDERS + IN_COLUMN[column])])) as
    Record<Column, ReturnType<typeof db.prepare<[], BoardOrder>>>;
  const counts = db.prepare<[], { state: OrderState; n: number }>(
    `SELECT state, count(*) AS n FROM orders INDEXED BY orders_open
     WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped') GROUP BY state`);
  const proofsWaiting = db.prepare<[], { n: number; unpaid: number }>(
    `SELECT count(DISTINCT p.order_id) AS n, count(DISTINCT CASE WHEN o.state = 'awaiting_payment' THEN o.id END) AS unpaid
     FROM proofs p JOIN orders o ON o.id = p.order_id WHERE p.state = 'waiting' AND o.state IN ('awaiting_payment', 'expired', 'cancelled')`);
  const refundsOwed = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM refunds WHERE settled_at IS NULL');
  const late = db.prepare<[LocalDate], BoardOrder>(ORDERS +
    `WHERE o.state IN ('confirmed', 'paid', 'packed', 'shipped') AND (o.arrives_to < ? OR o.late_told_at IS NOT NULL) ORDER BY o.arrives_to, o.id LIMIT 50`);
  const toShip = db.prepare<[], BoardOrder>(ORDERS + `WHERE o.state IN ('confirmed', 'paid', 'packed') ORDER BY o.arrives_to, o.id LIMIT 500`);
  const found = db.prepare<[number, string, string, string], BoardOrder>(ORDERS +
    `WHERE o.id > (SELECT COALESCE(max(id), 0) FROM orders) - ? AND (o.recipient LIKE ? ESCAPE '!' OR o.phone LIKE ? OR o.tracking = ?) ORDER BY o.id DESC LIMIT 40`);
  const one = db.prepare<[string], BoardOrder>(ORDERS + 'WHERE o.number = ?');
  const sameAmount = db.prepare<[number, number, UtcMs], Likeness>(
    `SELECT number, 'amount' AS why, placed_at AS at FROM orders WHERE total = ? AND id <> ? AND placed_at > ? ORDER BY id DESC LIMIT 3`);
  const samePicture = db.prepare<[string, number, number], Likeness>(
    `SELECT DISTINCT o.number, 'picture' AS why, p.at FROM proofs p JOIN orders o ON o.id = p.order_id
     WHERE p.sha256 = ? AND p.id <> ? AND o.id <> ? ORDER BY p.at DESC LIMIT 3`);

  return {
    inColumn: (column: Column): readonly BoardOrder[] => columns[column].all(),
    get: (number: string): BoardOrder | null => one.get(number.toUpperCase()) ?? null,
    /** By number ("dk 12" as well), or among the last 10,000 by recipient, end of phone, or tracking number. */
    search(query: string): readonly BoardOrder[] {
      const numbered = one.get(orderNumberIn(query) ?? query.toUpperCase());
      if (numbered) return [numbered];
      const digits = query.replace(/[^\d]/g, '');
      return found.all(SEARCHED_ORDERS, `%${query.replace(/[!%_]/g, '!$&')}%`, digits.length >= 4 && /^[\d\s+•.-]+$/.test(query) ? `%${digits.replace(/^0/, '')}` : '', query.replace(/\s/g, '').toUpperCase());
    },
    counts(): Readonly<Record<Column, number>> {
      const of = new Map(counts.all().map((row) => [row.state, row.n]));
      const proofs = proofsWaiting.get()!;
      const n = (state: OrderState): number => of.get(state) ?? 0;
      return { bukti: proofs.n, bayar: n('awaiting_payment') - proofs.unpaid, kemas: n('paid') + n('confirmed'), kirim: n('packed'), jalan: n('shipped'), uang: refundsOwed.get()!.n, selesai: 0 };
    },
    /** What staff must do: payments to look at, parcels to pack and to hand over, money to send back. */
    toDo(): number {
      const { bukti, kemas, kirim, uang } = this.counts();
      return bukti + kemas + kirim + uang;
    },
    /** The promised day has passed, or had to be moved. */
    late: (today: LocalDate): readonly BoardOrder[] => late.all(today),
    toShip: (): readonly BoardOrder[] => toShip.all(),
    /** Orders that share a proof's picture, or the order's total within the last 30 days. */
    likenesses(order: Order, proof: Proof | undefined, now: UtcMs): readonly Likeness[] {
      return [
        ...(proof?.sha256 ? samePicture.all(proof.sha256, proof.id, order.id) : []),
        ...sameAmount.all(order.total, order.id, now - 30 * 86_400_000),
      ];
    },
  };
}

export type OrderBoard = ReturnType<typeof createOrderBoard>;
