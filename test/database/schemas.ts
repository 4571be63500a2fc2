import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { MIGRATIONS } from '../../src/database/migrations.ts';

export type Rows = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Names come from the schema, not from anyone's hands. */
export const tablesOf = (db: Sqlite.Database): readonly string[] =>
  db.prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).pluck().all() as string[];

export const rowsOf = (db: Sqlite.Database): Rows =>
  Object.fromEntries(tablesOf(db).map((table) => [table, db.prepare('SELECT * FROM '.concat(table)).all() as Record<string, unknown>[]]));

/** Every table, index and trigger as it was declared, spaces apart. */
export const schemaOf = (db: Sqlite.Database): Readonly<Record<string, string>> =>
  Object.fromEntries((db.prepare(`SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY name`).all() as { name: string; sql: string }[])
    .map(({ name, sql }) => [name, sql.replace(/\s+/g, ' ').replace(/ ?([(),]) ?/g, '$1').trim()]));

/** A database in memory as the first `version` steps make it. */
export function schemaOfVersion(version: number): Sqlite.Database {
  const db = new Sqlite(':memory:');
  MIGRATIONS.slice(0, version).forEach((step) => db.exec(step));
  db.pragma(`user_version = ${version}`);
  return db;
}

const fileOf = (version: number): string => join(import.meta.dirname, 'schemas', `version-${version}.sql`);

/** The dump of a released schema with a small shop in it; null where none was kept. */
export const dumpOf = (version: number): string | null => (existsSync(fileOf(version)) ? readFileSync(fileOf(version), 'utf8') : null);

const AT = Date.parse('2026-11-23T10:00:00+07:00');

/** A small shop in whatever a version's tables hold: every column without a default gets something, every table two rows or more. */
export function furnish(db: Sqlite.Database): void {
  db.pragma('foreign_keys = OFF');
  for (const table of tablesOf(db)) {
    const columns = db.prepare('SELECT name, type FROM pragma_table_info(?)').all(table) as { name: string; type: string }[];
    const known = KNOWN[table] ?? {};
    for (const n of [1, 2]) {
      const row = Object.fromEntries(columns.map(({ name, type }) => [name, name in known ? known[name]!(n) : name === 'id' ? n : type === 'INTEGER' ? n : `${table}.${name} ${n}`]));
      // Column names come from the schema.
      db.prepare('INSERT INTO '.concat(table, ' (', columns.map(({ name }) => name).join(', '), ') VALUES (', columns.map(() => '?').join(', '), ')')).run(...Object.values(row));
    }
  }
  db.pragma('foreign_keys = ON');
}

type Make = (n: number) => string | number | null;
const always = (value: string | number | null): Make => () => value;
/** What a column must hold, where its CHECKs or a later step ask for it. The second order was paid and then cancelled: its money is owed. */
const KNOWN: Readonly<Record<string, Readonly<Record<string, Make>>>> = {
  customers: { created_at: (n) => AT + n, changing: always(null), erase_due_at: always(null), erased_at: always(null) },
  accounts: { language: always(null) },
  chats: { channel: always('webchat'), mode: always('bot') },
  inbox: { state: always('done'), content: (n) => (n === 1 ? '{"kind":"text","text":"halo kak"}' : '{"kind":"photo","file":"photos/2026-11/aaaaaaaaaaaaaaaaaaaa.jpg","caption":""}'), received_at: (n) => AT + n },
  outbox: { state: always('sent'), choices: always(null), photo: always(null), album: always(null) },
  events: { kind: always('order.placed'), data: always('{}') },
  untold_news: { news: always('moved') },
  tasks: { state: always('done'), data: always('{}') },
  orders: {
    number: (n) => `DK-${n}`, state: (n) => (n === 1 ? 'shipped' : 'cancelled'), payment: always('bank_transfer'), goods: always(165_000), shipping_cost: always(18_000),
    discount: always(0), unique_code: (n) => 100 + n, total: (n) => 183_100 + n, arrives_from: always('2026-11-24'), arrives_to: always('2026-11-25'),
    placed_at: (n) => AT + n, expires_at: always(null), paid_at: (n) => AT + 60_000 + n, delivered_at: always(null),
  },
  order_events: { state: (n) => (n === 1 ? 'placed' : 'cancelled'), at: (n) => AT + n },
  stock: { on_hand: always(9), reserved: always(1) },
  stock_ledger: { kind: (n) => (n === 1 ? 'stock_take' : 'reserve'), on_hand_change: (n) => (n === 1 ? 10 : 0), reserved_change: (n) => n - 1 },
  proofs: { state: always('approved') },
  handoffs: { details: always('{}'), rating: always(5) },
  ratings: { stars: always(5) },
  suggestions: { outcome: always('taken') },
  order_discounts: { order_id: (n) => n, position: always(0), part: always('goods'), code: always(null), given_back_at: always(null) },
  charges: { state: always('paid'), link: always(null), check_at: always(null), expires_at: (n) => AT + n },
  parcel_news: { courier: always('jne'), status: always('moving'), due_at: always(null) },
  live_rates: { rates: always('[]'), fetched_at: (n) => AT + n },
  told_rates: { rates: always(null), told_at: (n) => AT + n },
  refunds: { order_id: (n) => n, owed: always(183_102), paid_back: always(null), settled_at: always(null) },
};

/** Writes the dump of a version as a fixture: its schema and the small shop. */
export function writeDump(version: number): void {
  const db = schemaOfVersion(version);
  furnish(db);
  const schema = db.prepare(`SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type = 'trigger', rowid`).pluck().all() as string[];
  const inserts = Object.entries(rowsOf(db)).flatMap(([table, rows]) => rows
    .map((row) => `INSERT INTO ${table} (${Object.keys(row).join(', ')}) VALUES (${Object.values(row).map(literal).join(', ')});`));
  writeFileSync(fileOf(version), [
    `-- Ladeni's schema ${version}, as it was released, with a small shop in it. Written once, never edited.`,
    'PRAGMA foreign_keys = OFF;', ...schema.filter((sql) => !sql.startsWith('CREATE TRIGGER')).map((sql) => `${sql};`), ...inserts,
    ...schema.filter((sql) => sql.startsWith('CREATE TRIGGER')).map((sql) => `${sql};`), `PRAGMA user_version = ${version};`, 'PRAGMA foreign_keys = ON;', '',
  ].join('\n'));
}

const literal = (value: unknown): string => (value === null ? 'NULL' : typeof value === 'number' ? String(value) : `'${String(value).replaceAll('\'', '\'\'')}'`);
