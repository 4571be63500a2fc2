import { describe, expect, it } from 'vitest';
import { createChatList } from '../../src/console/queries/chat-list.ts';
import { createOrderBoard } from '../../src/console/queries/order-board.ts';
import { createTalk } from '../../src/console/queries/talk.ts';
import { createPhotoPlaces } from '../../src/database/photo-places.ts';
import { openDatabase, type Database } from '../../src/database/open.ts';
import { createHistogram, metricsText } from '../../src/metrics.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

/** Tables that stay small however long the shop trades: a row a product, a person of the staff, a month, a day, a courier's lane. */
const SMALL = new Set(['settings', 'accounts', 'console_sessions', 'invitations', 'closed_months', 'stock', 'live_rates', 'told_rates', 'told_rates_by_age', 'provider_places', 'provider_days', 'provider_pauses']);

/** Indexes of what is not finished: rows leave them, so that they are as large as the work in hand. */
const IN_HAND = new Set(['inbox_new', 'outbox_open', 'tasks_due', 'chats_not_bot', 'orders_expiring', 'orders_open', 'orders_awaiting', 'orders_unpaid_totals', 'proofs_waiting', 'handoffs_open',
  'wishlist_watchers', 'refunds_owed', 'customers_to_erase', 'parcel_news_due', 'charges_to_check', 'charges_open']);

/** What reads a table from one end and stops soon, or is asked for by a person now and then. */
const STOPS_SOON: readonly (readonly [begins: RegExp, why: string])[] = [
  [/^\w+: SELECT max\(id\)(?: AS id)? FROM \w+$/, 'the last row'],
  [/^(?:outbox|tasks): SELECT [^?]* WHERE id > \(SELECT max\(id\) FROM \w+\) - 5000/, 'the last row; what is counted is the newest thousands'],
  [/^orders: SELECT id FROM orders ORDER BY id DESC LIMIT 1$/, 'the last row'],
  [/^(?:inbox|outbox): SELECT id, \w+(?:, photo)? FROM \(SELECT \* FROM (?:inbox|outbox) ORDER BY id LIMIT \?\)/, 'tidying: the oldest hundred'],
  [/^(?:events|misunderstood|sought|tasks): DELETE FROM \w+ WHERE id IN \(SELECT id FROM \(SELECT .* ORDER BY id LIMIT 100\)/, 'tidying: the oldest hundred'],
  [/^proofs_with_file: SELECT id, file FROM proofs INDEXED BY proofs_with_file WHERE file IS NOT NULL AND at < \? .* LIMIT \?$/, 'tidying: up to a year ago, where none is left'],
  [/^orders: SELECT id FROM orders NOT INDEXED WHERE placed_at < \? ORDER BY id DESC LIMIT 1$/, 'from the end: the last one before today'],
  [/^proofs: SELECT \* FROM proofs WHERE fingerprint IS NOT NULL AND id <> \? ORDER BY id DESC LIMIT 2000$/, 'a task, not a turn: the newest two thousand'],
  [/^orders: SELECT o\.\*, .* WHERE \+o\.state IN \('delivered', .* ORDER BY o\.id DESC LIMIT 50$/, 'the newest orders are mostly closed ones'],
  [/^chats: SELECT recent\.id FROM \(SELECT id, customer_id FROM chats ORDER BY id DESC LIMIT \?\)/, 'a search that somebody typed: the newest chats'],
  [/^(?:inbox|outbox): SELECT chat_id, max\(id\) AS id, .* FROM (?:inbox|outbox) ORDER BY id DESC LIMIT \?\)/, 'a search that somebody typed: the newest messages'],
  [/^orders: SELECT o\.\*, .* WHERE o\.id > \(SELECT COALESCE\(max\(id\), 0\) FROM orders\) - \?/, 'a search that somebody typed: the newest orders'],
  [/^misunderstood: SELECT lower\(trim\(text\)\)/, 'a page of the owner; half a year of what was not understood'],
  [/^refunds: SELECT r\.(?:owed|settled)_at/, 'the weekly report; one order in a hundred is given back'],
];

/** The statements that are prepared from now on. */
function overheard(db: Database): readonly string[] {
  const heard: string[] = [];
  const prepare = db.prepare.bind(db);
  db.prepare = ((sql: string) => { heard.push(sql); return prepare(sql); }) as typeof db.prepare;
  return heard;
}

interface Step { readonly opcode: string; readonly p1: number; readonly p2: number }

/** Tables and indexes that a statement goes through from one end, by SQLite's own program for it. */
function readThrough(db: Database, sql: string): readonly string[] {
  const named = [...new Set(sql.match(/[@:$]\w+/g))].map((name) => [name.slice(1), 1] as const);
  const bound = named.length > 0 ? [Object.fromEntries(named)] : Array.from({ length: sql.split('?').length - 1 }, () => 1);
  const program = db.prepare('EXPLAIN ' + sql).all(...bound) as Step[];
  const names = new Map((db.prepare('SELECT rootpage, name FROM sqlite_schema WHERE rootpage > 0').all() as { rootpage: number; name: string }[]).map(({ rootpage, name }) => [rootpage, name]));
  const opened = new Map(program.filter(({ opcode }) => /^(?:OpenRead|OpenWrite|ReopenIdx)$/.test(opcode)).map(({ p1, p2 }) => [p1, names.get(p2)]));
  const on = (pattern: RegExp) => new Set(program.filter(({ opcode }) => pattern.test(opcode)).map(({ p1 }) => p1));
  const [begun, goOn, counted] = [on(/^(?:Rewind|Last)$/), on(/^(?:Next|Prev)$/), on(/^Count$/)];
  return [...opened].flatMap(([cursor, name]) => (name !== undefined && ((begun.has(cursor) && goOn.has(cursor)) || counted.has(cursor)) ? [name] : []));
}

describe('a shop of many years', () => {
  it('reads no table through for a message, a sweep, the inbox or the board', async () => {
    const db = openDatabase(':memory:');
    const statements = overheard(db);
    new TestShop({ catalogue: await sampleCatalogue(), at: '2026-11-23T10:00:00+07:00', db });
    createChatList(db);
    createOrderBoard(db);
    createTalk(db);
    createPhotoPlaces(db);
    metricsText({ db, channels: () => [], disk: () => ({ free: 0, database: 0, log: 0 }), lastBackup: () => null, turns: createHistogram(), now: () => 0 }, { mean: 0, max: 0, percentile: () => 0 });
    const found = [...new Set(statements)].filter((sql) => /^\s*(?:SELECT|INSERT|UPDATE|DELETE)/.test(sql)).flatMap((sql) => readThrough(db, sql).filter((name) => !SMALL.has(name) && !IN_HAND.has(name)).map((name) => `${name}: ${sql.replace(/\s+/g, ' ')}`));
    expect(found.filter((one) => !STOPS_SOON.some(([begins]) => begins.test(one)))).toEqual([]);
    expect(statements.length).toBeGreaterThan(200);
  });
});
