/**
 * Whether the shop stays as fast as it was: with the history of years in the database, and deep into one conversation.
 * The same purchases are talked through an empty shop and a full one in turns; then one customer talks for 200 messages.
 *
 *   npm run bench:flat [-- --scale 1 --rounds 5 --json bench/results/flat.json]
 *
 * At scale 1 the full shop holds 1,000,000 messages in and as many out, 100,000 chats and 100,000 orders (bench/history.ts).
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import { benchCatalogue, openRunningLadeni } from './contenders.ts';
import { fillWithHistory } from './history.ts';
import { inventPurchases, PURCHASE_LENGTH } from './shoppers.ts';

const { values: flags } = parseArgs({ options: { scale: { type: 'string', default: '1' }, rounds: { type: 'string', default: '5' }, json: { type: 'string' } } });
const scale = Number(flags.scale);
const rounds = Number(flags.rounds);
const CUSTOMERS = 256;
const TOGETHER = 32;
const TALK = 200;

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const print = (line: string): void => { process.stdout.write(`${line}\n`); };

interface Figures {
  readonly perSecond: number; readonly cpuUs: number;
  /** Of the time until all of a moment's messages were answered and stored, ms. */
  readonly p50: number;
  /** How long a piece of work held the event loop, ms, the disk included and other programs left out: the longest, and the one that a hundredth exceeds. */
  readonly pause: number; readonly pause99: number;
  /** The longest that the event loop stood still by the clock, other programs included, ms. */
  readonly stood: number;
  /** CPU of a sweep, and the longest that a piece of it held the event loop, ms. */
  readonly sweep: number; readonly sweepPause: number;
}
type Shop = Awaited<ReturnType<typeof openRunningLadeni>>;

const milliseconds = (nanoseconds: number): number => nanoseconds / 1e6;

let pauses: number[] = [];
const held = (ms: number): void => void pauses.push(ms);
/** The pauses since the last call, the shortest first. */
function taken(): readonly number[] {
  const all = pauses.sort((x, y) => x - y);
  pauses = [];
  return all;
}

const cpuMs = (since: NodeJS.CpuUsage): number => { const { user, system } = process.cpuUsage(since); return (user + system) / 1000; };

async function talk(shop: Shop, products: readonly Product[], seed: number): Promise<Figures> {
  const buying = inventPurchases(products, CUSTOMERS, seed);
  const messages = CUSTOMERS * PURCHASE_LENGTH;
  const times: number[] = [];
  const before = shop.orders();
  const cpu = process.cpuUsage();
  const began = performance.now();
  taken();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  for (let turn = 0; turn < PURCHASE_LENGTH; turn++) {
    for (let at = 0; at < CUSTOMERS; at += TOGETHER) {
      const from = performance.now();
      await shop.hear(buying.slice(at, at + TOGETHER).map(({ chat, lines }) => ({ chat, text: lines[turn]! })));
      times.push(performance.now() - from);
      await shop.rest();
    }
  }
  delay.disable();
  const turns = taken();
  const perSecond = messages / ((performance.now() - began) / 1000);
  const cpuUs = (cpuMs(cpu) * 1000) / messages;
  if (shop.orders() - before !== CUSTOMERS) throw new Error(`${shop.orders() - before} orders of ${CUSTOMERS}`);
  const sweeping = process.cpuUsage();
  shop.sweep();
  await shop.rest();
  return {
    perSecond, cpuUs, p50: median(times), pause: turns.at(-1)!, pause99: turns[Math.floor(turns.length * 0.99)]!, stood: milliseconds(delay.max),
    sweep: cpuMs(sweeping), sweepPause: taken().at(-1)!,
  };
}

/** One customer who asks, changes her mind and asks again: the first and the last of her messages of one kind. */
async function deep(shop: Shop): Promise<{ firstUs: number; lastUs: number; bytes: number }> {
  const lines = ['wajan teflon granit 28 cm ada?', 'ambil 1', 'ongkir ke bandung brp', 'kalau wajan enamel 26 cm berapa', 'jam buka sampai jam berapa'];
  const chat = `deep-${Math.random()}`;
  const times: number[] = [];
  for (let i = 0; i < TALK; i++) {
    const from = performance.now();
    await shop.hear([{ chat, text: lines[i % lines.length]! }]);
    times.push((performance.now() - from) * 1000);
    await shop.rest();
  }
  const session = (shop.db.prepare('SELECT session FROM chats WHERE address = ?').get(chat) as { session: string }).session;
  // The second and the last round of the same five lines; the first opens the talk and greets.
  return { firstUs: sum(times.slice(5, 10)) / 5, lastUs: sum(times.slice(-5)) / 5, bytes: Buffer.byteLength(session) };
}
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);

async function main(): Promise<void> {
  const { products } = await benchCatalogue();
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-flat-'));
  const empty = await openRunningLadeni(join(folder, 'empty'), held);
  const full = await openRunningLadeni(join(folder, 'full'), held);
  const filling = performance.now();
  const history = await fillWithHistory(full.db, Math.round(100_000 * scale));
  print(`filled in ${((performance.now() - filling) / 1000).toFixed(0)} s: ${history.messages.toLocaleString('en')} messages in and as many out, ${history.chats.toLocaleString('en')} chats, ${history.orders.toLocaleString('en')} orders`);
  for (let round = 0; round < 4; round++) for (const shop of [empty, full]) await talk(shop, products, 500 + round);
  const runs: { empty: Figures; full: Figures }[] = [];
  for (let round = 0; round < rounds; round++) {
    const first = round % 2 === 0 ? empty : full;
    const one = await talk(first, products, 600 + round);
    const other = await talk(first === empty ? full : empty, products, 600 + round);
    runs.push(first === empty ? { empty: one, full: other } : { empty: other, full: one });
  }
  const ratio = (of: keyof Figures): number => median(runs.map((run) => run.full[of] / run.empty[of]));
  const at = (which: 'empty' | 'full', of: keyof Figures): number => median(runs.map((run) => run[which][of]));
  const both = (of: keyof Figures) => ({ empty: at('empty', of), full: at('full', of) });
  const size = {
    scale, messages: history.messages, p50: ratio('p50'), throughput: ratio('perSecond'), cpu: ratio('cpuUs'), load: loadavg()[0]!,
    perSecond: both('perSecond'), pause: both('pause'), pause99: both('pause99'), stood: both('stood'), sweep: both('sweep'), sweepPause: both('sweepPause'),
  };
  const shown = ({ empty: small, full: large }: { empty: number; full: number }): string => `${small.toFixed(1)} → ${large.toFixed(1)}`;
  print(`size: p50 ${size.p50.toFixed(2)}×, throughput ${size.throughput.toFixed(2)}×, CPU ${size.cpu.toFixed(2)}× of an empty shop, ${shown(size.perSecond)} messages a second (load ${size.load.toFixed(1)})`);
  print(`the event loop was held, ms: longest ${shown(size.pause)}, one in a hundred ${shown(size.pause99)} (other programs included: longest ${shown(size.stood)}); a sweep takes ${shown(size.sweep)} of CPU and holds it for ${shown(size.sweepPause)}`);
  const talks: Awaited<ReturnType<typeof deep>>[] = [];
  for (let i = 0; i < Math.max(15, rounds * 5); i++) talks.push(await deep(empty));
  const depth = { ratio: median(talks.map((one) => one.lastUs / one.firstUs)), bytes: median(talks.map((one) => one.bytes)) };
  print(`talk: the last of ${TALK} messages takes ${depth.ratio.toFixed(2)}× the first; the session is ${depth.bytes} bytes`);
  empty.close();
  full.close();
  rmSync(folder, { recursive: true });
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ size, depth }, null, 2)}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exit(1);
});
