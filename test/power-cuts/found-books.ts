import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { brokenBooks } from '../simulation/broken-books.ts';

/** What somebody finds who turns the machine on again. */
export interface FoundBooks {
  readonly orders: ReadonlySet<string>;
  /** Messages whose sending had begun. */
  readonly begun: number;
  readonly broken: readonly string[];
}

/** Opens what lies in a folder as SQLite would after a power cut: recovers, checks the file, reads the books. */
export function findBooks(folder: string): FoundBooks {
  let db: Sqlite.Database | null = null;
  try {
    db = new Sqlite(path.join(folder, 'ladeni.db'));
    // As the shop opens it: alone.
    db.pragma('locking_mode = EXCLUSIVE');
    const integrity = String(db.pragma('integrity_check', { simple: true }));
    if (integrity !== 'ok') return { orders: new Set(), begun: 0, broken: [`integrity_check: ${integrity}`] };
    // A cut in the first moments: nothing is there yet, not even half a schema.
    if (db.prepare(`SELECT 1 FROM sqlite_master LIMIT 1`).get() === undefined) return { orders: new Set(), begun: 0, broken: [] };
    return {
      orders: new Set(db.prepare('SELECT number FROM orders').pluck().all() as string[]),
      begun: db.prepare(`SELECT count(*) FROM outbox WHERE state NOT IN ('ready', 'held', 'cancelled')`).pluck().get() as number,
      broken: [...brokenBooks(db), ...halfOrders(db)],
    };
  } catch (error) {
    return { orders: new Set(), begun: 0, broken: [`it does not open: ${String(error)}`] };
  } finally {
    db?.close();
  }
}

/** An order is there with its lines, what it holds of the shelf, its history and the message that tells of it, or not at all. */
function halfOrders(db: Sqlite.Database): string[] {
  const half = db.prepare<[], { number: string }>(`SELECT number FROM orders o WHERE
    NOT EXISTS (SELECT 1 FROM order_lines l WHERE l.order_id = o.id)
    OR EXISTS (SELECT 1 FROM order_lines l JOIN stock s ON s.sku = l.sku WHERE l.order_id = o.id
      AND NOT EXISTS (SELECT 1 FROM stock_ledger g WHERE g.order_id = o.id AND g.sku = l.sku AND g.kind = 'reserve' AND g.reserved_change = l.quantity))
    OR NOT EXISTS (SELECT 1 FROM order_events e WHERE e.order_id = o.id)
    OR NOT EXISTS (SELECT 1 FROM events e WHERE e.order_id = o.id AND e.kind = 'order.placed')
    OR NOT EXISTS (SELECT 1 FROM outbox x WHERE x.chat_id = o.chat_id AND instr(x.text, o.number || ' sudah kami catat') > 0)`).all();
  return half.map(({ number }) => `${number} is half an order`);
}
