/**
 * What the rows of the purchases cost by themselves: the shop is talked through once, and what it stored is written again with bare
 * prepared statements, one transaction where the shop had one. `bare-rows CUSTOMERS`; prints one line of JSON as purchase-run.ts does.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../src/database/open.ts';
import { benchCatalogue, openLadeni } from './contenders.ts';
import type { Run } from './purchase-run.ts';
import { inventPurchases, PURCHASE_LENGTH } from './shoppers.ts';

const TOGETHER = 256;
const TABLES = ['customers', 'chats', 'inbox', 'outbox', 'events', 'orders', 'order_lines', 'order_events', 'stock_ledger', 'cart_lines', 'addresses', 'suggestions'];

const customers = Number(process.argv[3]);
const count = customers === 1 ? 100 : customers;
const together = customers === 1 ? 1 : TOGETHER;
const folder = mkdtempSync(join(tmpdir(), 'ladeni-bench-'));
const source = await openLadeni(folder);
const { products } = await benchCatalogue();
const buying = inventPurchases(products, count, 2);
for (let turn = 0; turn < PURCHASE_LENGTH; turn++) for (let at = 0; at < count; at += TOGETHER) source.hear(buying.slice(at, at + TOGETHER).map(({ chat, lines }) => ({ chat, text: lines[turn]! })));

const messages = count * PURCHASE_LENGTH;
const groups = Math.ceil(messages / together);
const session = (source.db.prepare('SELECT session FROM chats LIMIT 1').get() as { session: string }).session;

/** Writes all rows into a fresh database, evenly spread over the transactions. */
function write(into: string): { times: number[]; seconds: number; cpuUs: number } {
  const db = openDatabase(into);
  db.pragma('foreign_keys = OFF');
  const tables = TABLES.flatMap((table) => {
    const rows = source.db.prepare('SELECT * FROM '.concat(table, ' ORDER BY 1')).raw().all() as unknown[][];
    // Names of tables are those in this file.
    return rows.length === 0 ? [] : [{ rows, insert: db.prepare('INSERT INTO '.concat(table, ' VALUES (', rows[0]!.map(() => '?').join(', '), ')')) }];
  });
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
      for (let i = 0; i < together; i++) saveTurn.run(session, group, 1 + ((group * together + i) % count));
    }).immediate();
    times.push(performance.now() - from);
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  db.close();
  return { times: times.sort((a, b) => a - b), seconds, cpuUs: (user + system) / messages };
}

write(join(folder, 'warm'));
const { times, seconds, cpuUs } = write(join(folder, 'bare'));
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
source.close();
rmSync(folder, { recursive: true });
const run: Run = { perSecond: messages / seconds, cpuUs, p50: at(0.5), p99: at(0.99), orders: count, expected: count, peakMiB: process.resourceUsage().maxRSS / 1024 };
process.stdout.write(JSON.stringify(run));
