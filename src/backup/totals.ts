import type { Database } from '../database/open.ts';

/** What a copy is compared by: the shop's books in a handful of figures. Money in whole rupiah. */
export interface Totals {
  readonly orders: number;
  /** Sum of all orders ever placed, whatever became of them. */
  readonly rupiah: number;
  readonly newestOrder: string | null;
  readonly ledgerRows: number;
  readonly onHand: number;
  readonly reserved: number;
  readonly messagesIn: number;
  readonly messagesOut: number;
  readonly customers: number;
}

const TOTALS = `SELECT
  (SELECT count(*) FROM orders) AS orders,
  (SELECT COALESCE(sum(total), 0) FROM orders) AS rupiah,
  (SELECT number FROM orders ORDER BY id DESC LIMIT 1) AS newestOrder,
  (SELECT count(*) FROM stock_ledger) AS ledgerRows,
  (SELECT COALESCE(sum(on_hand_change), 0) FROM stock_ledger) AS onHand,
  (SELECT COALESCE(sum(reserved_change), 0) FROM stock_ledger) AS reserved,
  (SELECT count(*) FROM inbox) AS messagesIn,
  (SELECT count(*) FROM outbox) AS messagesOut,
  (SELECT count(*) FROM customers) AS customers`;

/** The totals of an open database, as they stand at this moment. */
export const totalsOf = (db: Database): Totals => db.prepare<[], Totals>(TOTALS).get()!;

/** The names of the figures that differ; empty for two that agree. */
export const differences = (one: Totals, other: Totals): readonly (keyof Totals)[] =>
  (Object.keys(one) as (keyof Totals)[]).filter((name) => one[name] !== other[name]);
