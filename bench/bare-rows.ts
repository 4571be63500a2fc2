/**
 * What the rows of the purchases cost by themselves: the shop is talked through once, and what it stored is written again with bare
 * prepared statements, one transaction where the shop had one. Run as purchase-run.ts is, with the same arguments; prints the same line.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, type Database } from '../src/database/open.ts';
import { openLadeni } from './contenders.ts';
import { PURCHASE_LENGTH } from './shoppers.ts';
import { contestOf, talkThrough, type Run } from './talk-through.mjs';

/** How many messages come at a time while the shop is talked through, however many its rows are then written with. */
const TALKED_TOGETHER = 256;
const TABLES = ['customers', 'chats', 'inbox', 'outbox', 'events', 'orders', 'order_lines', 'order_events', 'stock_ledger', 'cart_lines', 'addresses', 'suggestions'];

/** Writes all rows into a fresh database, evenly spread over the transactions. */
function write(source: Database, into: string, groups: number, together: number, customers: number): { times: number[]; seconds: number; cpuUs: number } {
  const db = openDatabase(into);
  db.pragma('foreign_keys = OFF');
  const tables = TABLES.flatMap((table) => {
    const rows = source.prepare('SELECT * FROM '.concat(table, ' ORDER BY 1')).raw().all() as unknown[][];
    // Names of tables are those in this file.
    return rows.length === 0 ? [] : [{ rows, insert: db.prepare('INSERT INTO '.concat(table, ' VALUES (', rows[0]!.map(() => '?').join(', '), ')')) }];
  });
  const session = (source.prepare('SELECT session FROM chats LIMIT 1').get() as { session: string }).session;
  const saveTurn = db.prepare('UPDATE chats SET session = ?, last_in_at = ? WHERE id = ?');
  const times: number[] = [];
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let group = 0; group < groups; group++) {
    const from = performance.now();
    db.transaction(() => {
      for (const { rows, insert } of tables) {
        for (let i = Math.floor((group * rows.length) / groups); i < Math.floor(((group + 1) * rows.length) / groups); i++) insert.run(...rows[i]!);
      }
      for (let i = 0; i < together; i++) saveTurn.run(session, group, 1 + ((group * together + i) % customers));
    }).immediate();
    times.push(performance.now() - from);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  db.close();
  return { times: times.sort((a, b) => a - b), seconds, cpuUs: (user + system) / (customers * PURCHASE_LENGTH) };
}

async function main(): Promise<void> {
  const contest = contestOf(process.argv.slice(2));
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-bench-'));
  const shop = await openLadeni(folder);
  const { orders: customers } = await talkThrough(shop, { folder: contest.folder, together: TALKED_TOGETHER, warmRounds: 0 });
  const messages = customers * PURCHASE_LENGTH;
  const bare = (into: string) => write(shop.db, join(folder, into), Math.ceil(messages / contest.together), contest.together, customers);
  bare('warm');
  const { times, seconds, cpuUs } = bare('bare');
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
  shop.close();
  rmSync(folder, { recursive: true });
  const run: Run = { perSecond: messages / seconds, cpuUs, p50: at(0.5), p99: at(0.99), orders: customers, expected: customers, peakMiB: process.resourceUsage().maxRSS / 1024 };
  process.stdout.write(JSON.stringify(run));
}

main().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exit(1);
});
