import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { brokenBooks } from '../simulation/broken-books.ts';

/** What somebody finds who turns the machine on again. */
export interface FoundBooks {
  readonly orders: ReadonlySet<string>;
  /** Messages whose sending had begun. */
  readonly begun: number;
  readonly broken: readonly string[];
  /** Whether looking has changed the files: a transaction of a journal was rolled back. */
  readonly changed: boolean;
}

const NOTHING = { orders: new Set<string>(), begun: 0, broken: [] };

/** Opens what lies in a folder as SQLite would after a power cut. */
export class BooksFinder {
  private readonly file: string;
  private readonly read = new Map<string, FoundBooks>();

  constructor(folder: string) { this.file = path.join(folder, 'ladeni.db'); }

  get databases(): number { return this.read.size; }

  /**
   * Lets SQLite recover the database, checks the file and reads the books. `mark` stands for the content of the database file
   * alone. What SQLite took from the log it notes in its index, with a checksum over all of it: where that and the file are
   * the same as before, so is the database, and it is not read through again.
   */
  find(mark: string): FoundBooks {
    if (!existsSync(this.file)) return { ...NOTHING, changed: false };
    // A log is recovered in memory and stays as it is for the next look; a journal has to be rolled back in the file.
    const changed = existsSync(`${this.file}-journal`);
    let db: Sqlite.Database | null = null;
    try {
      db = new Sqlite(this.file, { readonly: !changed });
      // The first read recovers. A cut in the first moments: nothing is there yet, not even half a schema.
      const empty = db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;
      const key = `${mark} ${changed ? 'journal' : this.recovered()}`;
      const before = changed ? undefined : this.read.get(key);
      if (before) return before;
      const found = { ...(empty ? NOTHING : readBooks(db)), changed };
      this.read.set(key, found);
      return found;
    } catch (error) {
      return { ...NOTHING, broken: [`it does not open: ${String(error)}`], changed };
    } finally {
      db?.close();
    }
  }

  /** The head of the index of the log: how many frames of it count, and the checksum over them. */
  private recovered(): string {
    const index = `${this.file}-shm`;
    const logged = existsSync(`${this.file}-wal`) && existsSync(index);
    return logged ? readFileSync(index).subarray(0, INDEX_HEAD).toString('base64') : 'no log';
  }
}

const INDEX_HEAD = 48;

function readBooks(db: Sqlite.Database): Omit<FoundBooks, 'changed'> {
  const integrity = String(db.pragma('integrity_check', { simple: true }));
  if (integrity !== 'ok') return { ...NOTHING, broken: [`integrity_check: ${integrity}`] };
  return {
    orders: new Set(db.prepare('SELECT number FROM orders').pluck().all() as string[]),
    begun: db.prepare(`SELECT count(*) FROM outbox WHERE state NOT IN ('ready', 'held', 'cancelled')`).pluck().get() as number,
    broken: [...brokenBooks(db), ...halfOrders(db)],
  };
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
