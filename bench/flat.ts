/**
 * Whether the shop stays as fast as it was: with the history of years in the database, and deep into one conversation.
 * The same purchases are talked through an empty shop and a full one in turns; then one customer talks for 200 messages.
 *
 *   npm run bench:flat [-- --scale 1 --rounds 5 --json bench/results/flat.json]
 *
 * At scale 1 the full shop holds 1,000,000 messages in and as many out, 100,000 chats and 100,000 orders.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Database } from '../src/database/open.ts';
import { benchCatalogue, openLadeni } from './contenders.ts';
import { inventPurchases, PURCHASE_LENGTH } from './shoppers.ts';

const { values: flags } = parseArgs({ options: { scale: { type: 'string', default: '1' }, rounds: { type: 'string', default: '5' }, json: { type: 'string' } } });
const scale = Number(flags.scale);
const rounds = Number(flags.rounds);
const CUSTOMERS = 256;
const TOGETHER = 32;
const TALK = 200;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const print = (line: string): void => { process.stdout.write(`${line}\n`); };

/** Years of trade: rows as the shop writes them, delivered and done. */
function fill(db: Database): void {
  const chats = Math.round(100_000 * scale);
  const messages = chats * 10;
  const numbers = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < @count) ';
  const then = Date.parse('2024-11-23T10:00:00+07:00');
  const many = (sql: string, count: number): void => void db.prepare(numbers + sql).run({ count, chats, then });
  db.transaction(() => {
    many('INSERT INTO customers (id, name, phone, created_at) SELECT i, \'Pelanggan \' || i, \'+62811\' || (10000000 + i), @then FROM n WHERE @chats > 0', chats);
    many('INSERT INTO chats (id, channel, address, customer_id, session, last_in_at) SELECT i, \'terminal\', \'old-\' || i, i, \'{}\', @then + i FROM n WHERE @chats > 0', chats);
    many('INSERT INTO inbox (channel, provider_id, chat_id, content, received_at, state) SELECT \'terminal\', \'old-\' || i, 1 + (i * 7919) % @chats, \'{"kind":"text","text":"wajan teflon granit 28 cm ada kak? kirim ke bandung berapa"}\', @then + i, \'done\' FROM n', messages);
    many('INSERT INTO outbox (chat_id, sender, text, choices, epoch, state, due_at, created_at, sent_at, provider_id) SELECT 1 + (i * 7919) % @chats, \'bot\', printf(\'%.*c\', 400, \'x\'), printf(\'%.*c\', 200, \'y\'), 0, \'sent\', @then + i, @then + i, @then + i, i FROM n', messages);
    many(`INSERT INTO orders (id, number, customer_id, chat_id, state, payment, goods, shipping_cost, unique_code, total, service_id, service_name, place_code,
      recipient, phone, address, arrives_from, arrives_to, days_min, days_max, placed_at, agreed_text)
      SELECT i, 'OLD-' || i, i, i, CASE WHEN i % 50 = 0 THEN 'paid' ELSE 'delivered' END, 'bank_transfer', 165000, 9000, 390, 174390, 'jne-reg', 'JNE Reguler', '32.73',
      'Rina', '+6281234567890', 'Jl. Merpati 5', '2024-11-24', '2024-11-25', 1, 2, @then + i, printf('%.*c', 300, 'z') FROM n WHERE @chats > 0`, chats);
    many('INSERT INTO order_lines (order_id, sku, title, quantity, unit_price, weight_g, position) SELECT i, \'WTG-28\', \'Wajan\', 1, 165000, 900, 0 FROM n WHERE @then + @chats > 0', chats);
    many('INSERT INTO order_events (order_id, at, state, who) SELECT i, @then + i, \'delivered\', \'siti\' FROM n WHERE @chats > 0', chats);
    many('INSERT INTO stock_ledger (sku, at, kind, on_hand_change, reserved_change, order_id, who) SELECT \'WTG-28\', @then + i, \'reserve\', 0, 1, i, \'order\' FROM n WHERE @chats > 0', chats);
    many('INSERT INTO events (at, kind, chat_id, order_id, data) SELECT @then + i, \'order.placed\', i, i, \'{}\' FROM n WHERE @chats > 0', chats);
  }).immediate();
  db.pragma('wal_checkpoint(TRUNCATE)');
}

interface Figures { readonly perSecond: number; readonly cpuUs: number; readonly p50: number; readonly longest: number; readonly sweep: number }
type Shop = Awaited<ReturnType<typeof openLadeni>>;

const { products } = await benchCatalogue();

function talk(shop: Shop, seed: number): Figures {
  const buying = inventPurchases(products, CUSTOMERS, seed);
  const times: number[] = [];
  const before = shop.orders();
  const cpu = process.cpuUsage();
  const began = performance.now();
  for (let turn = 0; turn < PURCHASE_LENGTH; turn++) {
    for (let at = 0; at < CUSTOMERS; at += TOGETHER) {
      const from = performance.now();
      shop.hear(buying.slice(at, at + TOGETHER).map(({ chat, lines }) => ({ chat, text: lines[turn]! })));
      times.push(performance.now() - from);
    }
  }
  const seconds = (performance.now() - began) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  if (shop.orders() - before !== CUSTOMERS) throw new Error(`${shop.orders() - before} orders of ${CUSTOMERS}`);
  const from = performance.now();
  shop.shop.sweep();
  const messages = CUSTOMERS * PURCHASE_LENGTH;
  return { perSecond: messages / seconds, cpuUs: (user + system) / messages, p50: median(times), longest: Math.max(...times), sweep: performance.now() - from };
}

const folder = mkdtempSync(join(tmpdir(), 'ladeni-flat-'));
const empty = await openLadeni(join(folder, 'empty'));
const full = await openLadeni(join(folder, 'full'));
fill(full.db);
for (let round = 0; round < 4; round++) for (const shop of [empty, full]) talk(shop, 500 + round);
const runs: { empty: Figures; full: Figures }[] = [];
for (let round = 0; round < rounds; round++) {
  const first = round % 2 === 0 ? empty : full;
  const one = talk(first, 600 + round);
  const other = talk(first === empty ? full : empty, 600 + round);
  runs.push(first === empty ? { empty: one, full: other } : { empty: other, full: one });
}
const ratio = (of: keyof Figures): number => median(runs.map((run) => run.full[of] / run.empty[of]));
const at = (which: 'empty' | 'full', of: keyof Figures): number => median(runs.map((run) => run[which][of]));
const size = { scale, p50: ratio('p50'), throughput: ratio('perSecond'), cpu: ratio('cpuUs'), longestEmpty: at('empty', 'longest'), longestFull: at('full', 'longest'), sweepEmpty: at('empty', 'sweep'), sweepFull: at('full', 'sweep'), perSecondEmpty: at('empty', 'perSecond'), perSecondFull: at('full', 'perSecond') };
print(`size, ${(1_000_000 * scale).toLocaleString('en')} messages: p50 ${size.p50.toFixed(2)}×, throughput ${size.throughput.toFixed(2)}×, CPU ${size.cpu.toFixed(2)}× of an empty shop; longest group of ${TOGETHER} ${size.longestEmpty.toFixed(1)} → ${size.longestFull.toFixed(1)} ms; a sweep ${size.sweepEmpty.toFixed(1)} → ${size.sweepFull.toFixed(1)} ms`);

/** One customer who asks, changes her mind and asks again: the first and the last of her messages of one kind. */
function deep(): { firstUs: number; lastUs: number; bytes: number } {
  const lines = ['wajan teflon granit 28 cm ada?', 'ambil 1', 'ongkir ke bandung brp', 'kalau wajan enamel 26 cm berapa', 'jam buka sampai jam berapa'];
  const chat = `deep-${Math.random()}`;
  const times = Array.from({ length: TALK }, (_, i) => {
    const from = performance.now();
    empty.hear([{ chat, text: lines[i % lines.length]! }]);
    return (performance.now() - from) * 1000;
  });
  const session = (empty.db.prepare('SELECT session FROM chats WHERE address = ?').get(chat) as { session: string }).session;
  // The second and the last round of the same five lines; the first opens the talk and greets.
  return { firstUs: sum(times.slice(5, 10)) / 5, lastUs: sum(times.slice(-5)) / 5, bytes: Buffer.byteLength(session) };
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const talks = Array.from({ length: Math.max(15, rounds * 5) }, deep);
const depth = { ratio: median(talks.map((one) => one.lastUs / one.firstUs)), bytes: median(talks.map((one) => one.bytes)) };
print(`talk: the last of ${TALK} messages takes ${depth.ratio.toFixed(2)}× the first; the session is ${depth.bytes} bytes`);
empty.close();
full.close();
rmSync(folder, { recursive: true });
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ size, depth }, null, 2)}\n`);
