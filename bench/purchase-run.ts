/**
 * One repetition of one contender in a process of its own: `NAME CUSTOMERS`. So many purchases to warm up, then as many that are
 * measured; prints one line of JSON. With one customer, a hundred buy one after the other.
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { benchCatalogue, NAMES, open } from './contenders.ts';
import { inventPurchases, PURCHASE_LENGTH, type Purchase } from './shoppers.ts';

export interface Run {
  readonly perSecond: number;
  /** CPU of the process, user and system, µs a message. */
  readonly cpuUs: number;
  /** Of the time that the messages of one moment took together, ms. */
  readonly p50: number;
  readonly p99: number;
  readonly orders: number;
  readonly expected: number;
  /** Most memory the process ever held, MiB. */
  readonly peakMiB: number;
}

const TOGETHER = 256;
const ONE_AFTER_ANOTHER = 100;
const WARM_ROUNDS = 4;

const name = NAMES.find((one) => one === process.argv[2]);
const customers = Number(process.argv[3]);
if (name === undefined || !(customers > 0)) throw new Error(`usage: purchase-run.ts ${NAMES.join('|')} CUSTOMERS`);

const folder = mkdtempSync(join(tmpdir(), 'ladeni-bench-'));
mkdirSync(folder, { recursive: true });
const contender = await open(name, folder);
const { products } = await benchCatalogue();

async function talk(purchases: readonly Purchase[], together: number): Promise<number[]> {
  const times: number[] = [];
  for (let from = 0; from < purchases.length; from += together === 1 ? 1 : purchases.length) {
    const buying = purchases.slice(from, together === 1 ? from + 1 : purchases.length);
    for (let turn = 0; turn < PURCHASE_LENGTH; turn++) {
      for (let at = 0; at < buying.length; at += together) {
        const messages = buying.slice(at, at + together).map(({ chat, lines }) => ({ chat, text: lines[turn]! }));
        const began = performance.now();
        await contender.hear(messages);
        times.push(performance.now() - began);
      }
    }
  }
  return times;
}

const count = customers === 1 ? ONE_AFTER_ANOTHER : customers;
const together = customers === 1 ? 1 : TOGETHER;
// A process that has served a while is measured, not its compiler. BuilderBot's MemoryDB slows with every message it keeps: it warms up once.
for (let round = 1; round <= (name === 'builderbot-memory' ? 1 : WARM_ROUNDS); round++) await talk(inventPurchases(products, count, 100 + round), together);
const before = contender.orders();
const purchases = inventPurchases(products, count, 2);
const cpu = process.cpuUsage();
const began = performance.now();
const times = (await talk(purchases, together)).sort((a, b) => a - b);
const seconds = (performance.now() - began) / 1000;
const { user, system } = process.cpuUsage(cpu);
const messages = count * PURCHASE_LENGTH;
const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))]!;
const run: Run = {
  perSecond: messages / seconds, cpuUs: (user + system) / messages, p50: at(0.5), p99: at(0.99),
  orders: contender.orders() - before, expected: count, peakMiB: process.resourceUsage().maxRSS / 1024,
};
contender.close();
rmSync(folder, { recursive: true });
process.stdout.write(JSON.stringify(run));
// The peers keep timers of their own.
process.exit(0);
