/**
 * The price of a purchase: messages/s and latency of a scripted ten-message purchase with 1 and with 1,000 customers, on a
 * database on disk with synchronous = FULL, against the bare cost of writing the same rows with better-sqlite3 in the same
 * run. `npm run bench`. The ratio is the whole product (understanding, flows, search, wording) over its rows.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { IncomingMessage } from '../src/channels/channel.ts';
import { openDatabase, type Database } from '../src/database/open.ts';
import { loadFlows } from '../src/engine/load-flows.ts';
import { openShop } from '../src/open-shop.ts';
import { loadCatalogueOrThrow } from '../src/shop/catalogue/load.ts';
import { makeCatalogue } from '../src/shop/catalogue/make-catalogue.ts';
import { openHolidays } from '../src/shop/service/holidays.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';

const PURCHASE = [
  'halo kak', 'wajan anti lengket 28 ada?', 'ambil wajan teflon 28 1', 'gak usah', 'ongkir ke bandung brp', '1',
  'Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong', 'bisa buat induksi ga', 'transfer', 'pesananku gimana kak',
];
const REPETITIONS = 5;

const base = await loadCatalogueOrThrow(resolve(import.meta.dirname, '../catalog'));
// Stock without end: the bench measures the counter, not the shelf.
const catalogue = makeCatalogue({ ...base, products: base.products.map((product) => ({ ...product, stock: product.stock === null ? null : 1_000_000 })) });
const parts = { gazetteer: createGazetteer(), holidays: openHolidays(), modules: await loadFlows() };

interface Figures { readonly perSecond: number; readonly p50: number; readonly p99: number }

/** Talks a round of messages at a time: every customer's first, then every customer's second, … */
function talk(folder: string, customers: number): { figures: Figures; orders: number; db: Database } {
  const db = openDatabase(folder);
  let now = Date.parse('2026-11-23T10:00:00+07:00');
  const shop = openShop({ db, catalogue, ...parts, now: () => now, pauseMs: 0, committed: () => {}, failed: (what, error) => { throw new Error(what, { cause: error }); } });
  const times: number[] = [];
  const began = performance.now();
  PURCHASE.forEach((text, turn) => {
    for (let from = 0; from < customers; from += 256) {
      const batch = Array.from({ length: Math.min(256, customers - from) }, (_, i): IncomingMessage => ({
        channel: 'terminal', id: `${turn}-${from + i}`, chat: `c${from + i}`, name: null, quoted: null, phone: null, content: { kind: 'text', text },
      }));
      now += 1_000;
      const start = performance.now();
      shop.engine.acceptAll(batch);
      while (shop.engine.work() > 0);
      times.push(performance.now() - start);
    }
  });
  const seconds = (performance.now() - began) / 1000;
  const orders = (db.prepare('SELECT count(*) AS n FROM orders').get() as { n: number }).n;
  return { figures: figuresOf(times, (PURCHASE.length * customers) / seconds), orders, db };
}

/** The same rows, written bare: one transaction where the shop had one. */
function bare(source: Database, folder: string, customers: number): Figures {
  const db = openDatabase(folder);
  db.pragma('foreign_keys = OFF');
  const copy = (table: string) => {
    const rows = source.prepare('SELECT * FROM '.concat(table)).raw().all() as unknown[][];
    const marks = (rows[0] ?? []).map(() => '?').join(', ');
    // Table names are those in this file.
    const insert = rows.length === 0 ? null : db.prepare('INSERT INTO '.concat(table, ' VALUES (', marks, ')'));
    return { rows, insert };
  };
  const tables = ['chats', 'customers', 'inbox', 'outbox', 'events', 'orders', 'order_lines', 'order_events', 'stock_ledger', 'cart_lines', 'addresses', 'suggestions']
    .map(copy).filter((table) => table.rows.length > 0);
  const saveTurn = db.prepare('UPDATE chats SET session = ?, last_in_at = ? WHERE id = ?');
  const session = (source.prepare('SELECT session FROM chats LIMIT 1').get() as { session: string }).session;
  const groups = PURCHASE.length * Math.ceil(customers / 256);
  const times: number[] = [];
  const began = performance.now();
  for (let group = 0; group < groups; group++) {
    const start = performance.now();
    db.transaction(() => {
      for (const { rows, insert } of tables) {
        const share = Math.ceil(rows.length / groups);
        for (const row of rows.slice(group * share, (group + 1) * share)) insert!.run(...row);
      }
      for (let i = 0; i < Math.min(256, customers); i++) saveTurn.run(session, group, i + 1);
    }).immediate();
    times.push(performance.now() - start);
  }
  const seconds = (performance.now() - began) / 1000;
  db.close();
  return figuresOf(times, (PURCHASE.length * customers) / seconds);
}

function figuresOf(times: number[], perSecond: number): Figures {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!;
  return { perSecond, p50: at(0.5), p99: at(0.99) };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;

for (const customers of [1, 1_000]) {
  const shop: Figures[] = [];
  const rows: Figures[] = [];
  for (let i = 0; i < REPETITIONS + 1; i++) {
    const folder = mkdtempSync(join(tmpdir(), 'ladeni-bench-'));
    const run = talk(join(folder, 'shop'), customers);
    if (run.orders !== customers) throw new Error(`${run.orders} orders of ${customers}`);
    const plain = bare(run.db, join(folder, 'bare'), customers);
    run.db.close();
    rmSync(folder, { recursive: true });
    // The first round warms the machine and is not counted.
    if (i > 0) { shop.push(run.figures); rows.push(plain); }
  }
  const line = (name: string, all: readonly Figures[]) => process.stdout.write(
    `${name.padEnd(28)} ${median(all.map((f) => f.perSecond)).toFixed(0).padStart(8)} messages/s   p50 ${median(all.map((f) => f.p50)).toFixed(2)} ms   p99 ${median(all.map((f) => f.p99)).toFixed(2)} ms a ${customers === 1 ? 'message' : 'batch of 256'}\n`);
  line(`${customers} customer(s), shop`, shop);
  line(`${customers} customer(s), bare rows`, rows);
  process.stdout.write(`${''.padEnd(28)} ratio of time, shop over rows: ${median(shop.map((f, i) => rows[i]!.perSecond / f.perSecond)).toFixed(2)}\n`);
}
