/**
 * Years of trade for a shop to be measured with: the rows of real purchases, as the shop itself wrote them, copied over the months of a
 * year into its tables. A million messages take about a minute; talking them through would take the best part of an hour.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../src/database/open.ts';
import { BENCH_DAY, benchCatalogue, openLadeni } from './contenders.ts';
import { inventPurchases, PURCHASE_LENGTH } from './shoppers.ts';

/** Customers whose purchases are talked through, and copied as often as is needed. */
const TALKED = 256;
const DAY = 86_400_000;
/** Just under the year that words are kept for: nothing of it is tidied away while the shop is measured. */
const SPAN_MS = 360 * DAY;
/** Orders older than this have come to an end. */
const UNDERWAY_MS = 4 * DAY;

export interface HistorySize { readonly chats: number; readonly messages: number; readonly orders: number }

/** Every place a column of a copied row holds: another row's number, which moves with it, or an instant. */
const NUMBERS = new Set(['id', 'customer_id', 'chat_id', 'order_id']);
const INSTANTS = new Set(['created_at', 'last_in_at', 'received_at', 'due_at', 'sent_at', 'at', 'used_at', 'placed_at', 'expires_at', 'requested_at', 'consent_at']);
const TABLES = ['customers', 'chats', 'inbox', 'outbox', 'addresses', 'orders', 'order_lines', 'order_events', 'order_discounts', 'stock_ledger', 'suggestions', 'events', 'misunderstood', 'handoffs'] as const;

/** What differs in a copy from the row it was made of, as SQL; `@copy` counts copies from 1, `@ended` says whether its orders have come to an end. */
const CHANGED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  customers: { phone: `CASE WHEN phone IS NOT NULL THEN '+62811' || (10000000 + id + @rows) END` },
  chats: { address: `address || '-' || @copy`, mode: `'bot'`, holder: 'NULL' },
  // As WhatsApp's are: in no order, so that the newest lie anywhere in the index.
  inbox: { provider_id: `printf('%08X%08X', ((id + @rows) * 2654435761) % 4294967296, (id + @rows) * 40503 % 4294967296)`, state: `'done'` },
  outbox: { state: `'sent'`, sent_at: 'created_at + @later', provider_id: `printf('%08X', ((id + @rows) * 2654435761) % 4294967296)`, attempts: '1' },
  orders: {
    number: `'LAMA-' || (id + @rows)`, unique_code: 'unique_code',
    state: `CASE WHEN @ended THEN CASE id % 12 WHEN 0 THEN 'expired' WHEN 1 THEN 'cancelled' ELSE 'delivered' END ELSE CASE id % 3 WHEN 0 THEN 'paid' WHEN 1 THEN 'packed' ELSE 'shipped' END END`,
    paid_at: 'CASE WHEN id % 12 > 1 OR NOT @ended THEN placed_at + @later END', expires_at: 'NULL',
    arrives_from: `date((placed_at + @later) / 1000 + 86400, 'unixepoch')`, arrives_to: `date((placed_at + @later) / 1000 + 6 * 86400, 'unixepoch')`,
  },
  handoffs: { released_at: 'requested_at + @later', released_by: `'siti'`, remind_at: 'NULL' },
};

/** Columns of a table, and what stands in each of a copy. */
function copying(db: Database, table: string): string {
  const columns = (db.pragma(`template.table_info(${table})`) as { name: string; pk: number }[]).map(({ name }) => name);
  const value = (name: string): string => {
    const changed = CHANGED[table]?.[name];
    if (changed !== undefined) return changed;
    if (name === 'id') return 'id + @rows';
    if (NUMBERS.has(name)) return `${name} + @${name}`;
    return INSTANTS.has(name) ? `${name} + @later` : name;
  };
  return `INSERT INTO main.${table} (${columns.join(', ')}) SELECT ${columns.map(value).join(', ')} FROM template.${table} ORDER BY 1`;
}

/**
 * Fills a shop's database with so many chats, each of ten messages and an order, in the year before `BENCH_DAY`. For an empty shop;
 * what it had sold is the catalogue's beginning of stock and nothing else.
 */
export async function fillWithHistory(db: Database, chats: number): Promise<HistorySize> {
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-history-'));
  try {
    const began = BENCH_DAY - SPAN_MS;
    const template = await openLadeni(folder, { from: began });
    const { products } = await benchCatalogue();
    const buying = inventPurchases(products, TALKED, 77);
    for (let turn = 0; turn < PURCHASE_LENGTH; turn++) template.hear(buying.map(({ chat, lines }) => ({ chat, text: lines[turn]! })));
    const highest = new Map(TABLES.map((table) => [table, table === 'order_lines' || table === 'order_discounts' ? 0 : template.db.prepare('SELECT COALESCE(max(id), 0) FROM ' + table).pluck().get() as number]));
    template.db.pragma('wal_checkpoint(TRUNCATE)');
    template.close();

    db.pragma('foreign_keys = OFF');
    db.pragma('synchronous = OFF');
    db.prepare('ATTACH ? AS template').run(join(folder, 'shop', 'ladeni.db'));
    const statements = TABLES.map((table) => ({ table, statement: db.prepare(copying(db, table)) }));
    const copies = Math.ceil(chats / TALKED);
    for (let copy = 1; copy <= copies; copy++) {
      const later = Math.floor((SPAN_MS * (copy - 1)) / copies);
      const moved = Object.fromEntries([['customer_id', 'customers'], ['chat_id', 'chats'], ['order_id', 'orders']].map(([column, table]) => [column, highest.get(table as 'chats')! * copy]));
      db.transaction(() => {
        for (const { table, statement } of statements) {
          const wanted = { copy, later, rows: highest.get(table)! * copy, ended: began + later < BENCH_DAY - UNDERWAY_MS ? 1 : 0, ...moved };
          const named = new Set(statement.source.match(/@\w+/g)?.map((name) => name.slice(1)));
          statement.run(Object.fromEntries(Object.entries(wanted).filter(([name]) => named.has(name))));
        }
      }).immediate();
    }
    db.exec('DETACH template');
    db.pragma('wal_checkpoint(TRUNCATE)');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    const count = (table: string): number => db.prepare('SELECT count(*) FROM ' + table).pluck().get() as number;
    return { chats: count('chats'), messages: count('inbox'), orders: count('orders') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
