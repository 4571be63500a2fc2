import type { Database } from '../../database/open.ts';
import type { Sku, UtcMs } from '../../shop/units.ts';

export interface LedgerRow {
  readonly at: UtcMs;
  readonly kind: 'stock_take' | 'reserve' | 'release' | 'consume' | 'return';
  readonly on_hand_change: number;
  readonly reserved_change: number;
  readonly number: string | null;
  readonly who: string;
}

/** Goods asked for and not sold here, by how many people; `chat` is one of those in which it was. */
export interface Wanted { readonly phrase: string; readonly people: number; readonly last: UtcMs; readonly chat: number }

const MOST = 100;

/** Where each piece went, and what customers looked for in vain. */
export function createStockView(db: Database) {
  const ledger = db.prepare<[string, number], LedgerRow>(
    `SELECT l.at, l.kind, l.on_hand_change, l.reserved_change, o.number, l.who FROM stock_ledger l
     LEFT JOIN orders o ON o.id = l.order_id WHERE l.sku = ? ORDER BY l.id DESC LIMIT ?`);
  const wished = db.prepare<[], { sku: Sku; people: number }>(
    `SELECT sku, count(*) AS people FROM wishlist_lines WHERE tell_when_back = 1 GROUP BY sku ORDER BY people DESC, sku LIMIT 20`);
  const notUnderstood = db.prepare<[number], { at: UtcMs; chat_id: number; text: string }>(
    'SELECT at, chat_id, text FROM misunderstood ORDER BY id DESC LIMIT ?');

  const sought = db.prepare<[UtcMs, number], Wanted>(
    `SELECT lower(phrase) AS phrase, count(DISTINCT chat_id) AS people, max(at) AS last, max(chat_id) AS chat FROM sought WHERE at >= ?
     GROUP BY 1 ORDER BY people DESC, last DESC LIMIT ?`);

  return {
    /** What customers asked for and is not sold here, lately; the most wanted first. */
    sought: (since: UtcMs, most: number): readonly Wanted[] => sought.all(since, most),
    /** A product's pieces, the newest move first. */
    ledger: (sku: Sku): readonly LedgerRow[] => ledger.all(sku.toUpperCase(), MOST),
    /** Sold out and waited for, the most wanted first. */
    wished: (): readonly { readonly sku: Sku; readonly people: number }[] => wished.all(),
    /** What the assistant could not answer lately. */
    notUnderstood: (most: number) => notUnderstood.all(most),
  };
}

export type StockView = ReturnType<typeof createStockView>;
