/**
 * The price of a purchase: ten messages of 1,000 customers, and of one customer after another, through the whole shop on disk with
 * synchronous = FULL, beside peers with bare scripts, beside itself with other ways of committing, and beside the bare rows. Every
 * repetition of every contender has a process of its own; they take turns, and medians count. Orders placed must be orders expected.
 *
 *   npm ci --prefix bench && npm run bench [-- --rounds 5 --json bench/results/purchase.json]
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { benchCatalogue } from './contenders.ts';
import { inventPurchases } from './shoppers.ts';
import type { Run } from './talk-through.mjs';

const { values: flags } = parseArgs({ options: { rounds: { type: 'string', default: '5' }, customers: { type: 'string', default: '1000' }, json: { type: 'string' } } });
const rounds = Number(flags.rounds);
const many = Number(flags.customers);

const RACES: readonly { readonly customers: number; readonly names: readonly string[] }[] = [
  { customers: many, names: ['ladeni', 'ladeni-normal', 'ladeni-one-by-one', 'bare-rows', 'builderbot-map', 'builderbot-memory', 'grammy', 'telegraf'] },
  { customers: 1, names: ['ladeni', 'bare-rows', 'builderbot-map', 'grammy', 'telegraf'] },
];

/** One that looks through all it ever heard takes minutes a run, and slows as it goes: two tell how slow it is, and it warms up once. */
const ROUNDS_AT_MOST: Readonly<Record<string, number>> = { 'builderbot-memory': 2 };
const WARM_ROUNDS_OF: Readonly<Record<string, number>> = { 'builderbot-memory': 1 };

const TOGETHER = 256;
const ONE_AFTER_ANOTHER = 100;
/** A process that has served a while is measured, not its compiler. */
const WARM_ROUNDS = 4;
const ROOT = resolve(import.meta.dirname, '..');

const purchasesIn = mkdtempSync(join(tmpdir(), 'ladeni-purchases-'));
const { products } = await benchCatalogue();
/** With one customer, a hundred buy one after the other. */
for (const { customers } of RACES) {
  const count = customers === 1 ? ONE_AFTER_ANOTHER : customers;
  const folder = join(purchasesIn, String(customers));
  mkdirSync(folder);
  for (let round = 1; round <= WARM_ROUNDS; round++) writeFileSync(join(folder, `warm-${round}.json`), JSON.stringify(inventPurchases(products, count, 100 + round)));
  writeFileSync(join(folder, 'measured.json'), JSON.stringify(inventPurchases(products, count, 2)));
}

/** What is ours runs from its compiled form, as `npm start` runs the shop, and a peer by node alone. */
const programOf = (name: string): readonly string[] =>
  name === 'bare-rows' ? ['bin/run.mjs', 'bench/bare-rows.ts'] : name.startsWith('ladeni') ? ['bin/run.mjs', 'bench/purchase-run.ts'] : ['bench/peers/run.mjs'];

function runOnce(name: string, customers: number): Run {
  const args = [...programOf(name), name, join(purchasesIn, String(customers)), String(customers === 1 ? 1 : TOGETHER), String(WARM_ROUNDS_OF[name] ?? WARM_ROUNDS)];
  const run = spawnSync(process.execPath, args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 1 << 26 });
  if (run.status !== 0) throw new Error(`${name} failed: ${run.stderr}`);
  const found = JSON.parse(run.stdout.slice(run.stdout.lastIndexOf('{'))) as Run;
  if (found.orders !== found.expected) throw new Error(`${name}: ${found.orders} orders of ${found.expected}`);
  process.stderr.write(`${name}, ${customers}: ${found.perSecond.toFixed(0)} messages/s, ${found.cpuUs.toFixed(0)} µs CPU a message, ${found.peakMiB.toFixed(0)} MiB\n`);
  return found;
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const print = (line: string): void => { process.stdout.write(`${line}\n`); };

// Compiled, and what is learned kept, as on a machine where the shop has run.
for (const { customers } of RACES) for (const name of ['ladeni', 'bare-rows']) runOnce(name, customers);

print(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}, ${rounds} rounds`);
const races = RACES.map(({ customers, names }) => {
  const runs = new Map<string, Run[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    for (const name of round % 2 === 0 ? names : [...names].reverse()) if (round < (ROUNDS_AT_MOST[name] ?? rounds)) runs.get(name)!.push(runOnce(name, customers));
  }
  const own = runs.get('ladeni')!;
  print(`\n${customers} customer${customers === 1 ? ', one after another' : 's'}\n| contender | messages/s | CPU, µs a message | p50 ms | p99 ms | peak MiB | ladeni is |\n|---|--:|--:|--:|--:|--:|--:|`);
  const rows = names.map((name) => {
    const all = runs.get(name)!;
    const of = (figure: (run: Run) => number): number => median(all.map(figure));
    const row = {
      name, perSecond: of((run) => run.perSecond), cpuUs: of((run) => run.cpuUs), p50: of((run) => run.p50), p99: of((run) => run.p99), peakMiB: of((run) => run.peakMiB),
      /** How many times as many messages a second ladeni does, round by round. */
      times: median(all.map((run, i) => own[i]!.perSecond / run.perSecond)),
      /** How many times as much CPU the contender needs. */
      cpuTimes: median(all.map((run, i) => run.cpuUs / own[i]!.cpuUs)),
      slowest: Math.min(...all.map((run) => run.perSecond)), fastest: Math.max(...all.map((run) => run.perSecond)),
    };
    print(`| ${name} | ${row.perSecond.toFixed(0)} | ${row.cpuUs.toFixed(0)} | ${row.p50.toFixed(2)} | ${row.p99.toFixed(2)} | ${row.peakMiB.toFixed(0)} | ${row.times.toFixed(2)}× as fast |`);
    return row;
  });
  return { customers, rows };
});
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ rounds, node: process.version, cpus: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, races }, null, 2)}\n`);
rmSync(purchasesIn, { recursive: true });
