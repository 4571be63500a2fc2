import type { Database } from '../../database/open.ts';
import type { BusinessHours } from '../service/business-hours.ts';
import type { LocalDate, Rupiah, UtcMs } from '../units.ts';
import { daysOf, type Span } from './periods.ts';

/**
 * What an entry of the journal is. The first five and `ended`, `revived` are what was sold: over all time they sum to the totals
 * of the orders that stand. `payment` and `refund` are money that came and went.
 */
export type EntryKind = 'goods' | 'goods_discount' | 'shipping' | 'shipping_discount' | 'unique_code' | 'ended' | 'revived' | 'payment' | 'refund';

export const ENTRY_KINDS: readonly EntryKind[] = ['goods', 'goods_discount', 'shipping', 'shipping_discount', 'unique_code', 'ended', 'revived', 'payment', 'refund'];
const SOLD: ReadonlySet<EntryKind> = new Set(['goods', 'goods_discount', 'shipping', 'shipping_discount', 'unique_code', 'ended', 'revived']);

export interface Entry {
  readonly at: UtcMs;
  readonly order: string;
  readonly kind: EntryKind;
  /** Less than 0 for what is taken off, taken back or paid back. */
  readonly amount: Rupiah;
  /** The promotion's name, the state an order ended in, the way a payment or refund took. */
  readonly note: string;
}

export interface LedgerDay {
  readonly day: LocalDate;
  readonly orders: number;
  readonly sums: Readonly<Record<EntryKind, Rupiah>>;
  /** All that was sold, less what ended. */
  readonly sales: Rupiah;
  /** Payments less refunds. */
  readonly cash: Rupiah;
}

export interface Ledger {
  readonly span: Span;
  readonly entries: readonly Entry[];
  readonly days: readonly LedgerDay[];
  readonly total: Omit<LedgerDay, 'day'>;
}

const BETWEEN = (column: string): string => `${column} >= @from AND ${column} < @until`;

/** Everything in money that happened to the orders, as entries of one journal. No names, phones or addresses are in it (S20). */
const SOURCES: readonly string[] = [
  `SELECT placed_at AS at, number AS "order", 'goods' AS kind, goods AS amount, '' AS note, id AS seq FROM orders WHERE ${BETWEEN('placed_at')}`,
  `SELECT o.placed_at AS at, o.number AS "order", CASE d.part WHEN 'goods' THEN 'goods_discount' ELSE 'shipping_discount' END AS kind, -d.amount AS amount, d.name AS note, o.id AS seq
     FROM orders o JOIN order_discounts d ON d.order_id = o.id WHERE ${BETWEEN('o.placed_at')}`,
  `SELECT placed_at AS at, number AS "order", 'shipping' AS kind, shipping_cost AS amount, service_name AS note, id AS seq FROM orders WHERE ${BETWEEN('placed_at')}`,
  `SELECT placed_at AS at, number AS "order", 'unique_code' AS kind, unique_code AS amount, '' AS note, id AS seq FROM orders WHERE ${BETWEEN('placed_at')} AND unique_code IS NOT NULL`,
  `SELECT e.at AS at, o.number AS "order", 'ended' AS kind, -o.total AS amount, e.state AS note, o.id AS seq
     FROM order_events e JOIN orders o ON o.id = e.order_id WHERE ${BETWEEN('e.at')} AND e.state IN ('cancelled', 'expired', 'returned')`,
  // A late payment that was taken after all.
  `SELECT e.at AS at, o.number AS "order", 'revived' AS kind, o.total AS amount, '' AS note, o.id AS seq
     FROM order_events e JOIN orders o ON o.id = e.order_id WHERE ${BETWEEN('e.at')} AND e.state = 'paid'
     AND EXISTS (SELECT 1 FROM order_events before WHERE before.order_id = e.order_id AND before.id < e.id AND before.state = 'expired')`,
  `SELECT paid_at AS at, number AS "order", 'payment' AS kind, total AS amount, payment AS note, id AS seq FROM orders WHERE ${BETWEEN('paid_at')}`,
  // Money that came for an order that had ended: it came, and is owed back.
  `SELECT r.owed_at AS at, o.number AS "order", 'payment' AS kind, r.owed AS amount, o.payment AS note, o.id AS seq
     FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${BETWEEN('r.owed_at')} AND o.paid_at IS NULL`,
  `SELECT r.settled_at AS at, o.number AS "order", 'refund' AS kind, -r.paid_back AS amount, r.reference AS note, o.id AS seq
     FROM refunds r JOIN orders o ON o.id = r.order_id WHERE ${BETWEEN('r.settled_at')} AND r.paid_back > 0`,
];

/** The shop's books as a journal by local days. Reads only. */
export function createJournal(db: Database) {
  const sources = SOURCES.map((sql) => db.prepare<{ from: UtcMs; until: UtcMs }, Entry & { readonly seq: number }>(sql));

  return {
    /** All entries of a span, in the order in which they came about, summed by day. */
    ledger(span: Span, hours: BusinessHours): Ledger {
      const times = { from: hours.instant(span.from, 0), until: hours.instant(span.until, 24 * 60) };
      const entries = sources.flatMap((source) => source.all(times))
        .map((row, i) => ({ row, i })).sort((a, b) => a.row.at - b.row.at || a.row.seq - b.row.seq || a.i - b.i)
        .map(({ row: { seq: _seq, ...entry } }): Entry => entry);
      const byDay = grouped(entries, hours);
      return {
        span, entries,
        days: daysOf(span).map((day) => ({ day, ...summed(byDay.get(day) ?? []) })),
        total: summed(entries),
      };
    },
  };
}

export type Journal = ReturnType<typeof createJournal>;

function grouped(entries: readonly Entry[], hours: BusinessHours): Map<LocalDate, Entry[]> {
  const days = new Map<LocalDate, Entry[]>();
  for (const entry of entries) {
    const day = hours.localDate(entry.at);
    const known = days.get(day);
    if (known) known.push(entry);
    else days.set(day, [entry]);
  }
  return days;
}

function summed(entries: readonly Entry[]): Omit<LedgerDay, 'day'> {
  const sums = Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, 0])) as Record<EntryKind, Rupiah>;
  for (const entry of entries) sums[entry.kind] += entry.amount;
  return {
    orders: entries.filter((entry) => entry.kind === 'goods').length, sums,
    sales: ENTRY_KINDS.reduce((sum, kind) => sum + (SOLD.has(kind) ? sums[kind] : 0), 0), cash: sums.payment + sums.refund,
  };
}
