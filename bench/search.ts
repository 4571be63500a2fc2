/**
 * Product search side by side: build, memory, time and recall with one slip a query. Each contender runs in a process of its
 * own, in turns, several times; medians are shown.
 *
 *   npm ci --prefix bench && npx tsx bench/search.ts [--rounds 5] [--products 100000] [--queries 200] [--json FILE]
 */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { inventCatalogue, inventQueries } from './search-catalogue.ts';
import { CONTENDERS } from './search-contenders.ts';

interface Measured {
  readonly buildMs: number;
  readonly memoryMb: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly recall: number;
}

const { values: flags } = parseArgs({
  options: {
    rounds: { type: 'string', default: '5' },
    products: { type: 'string', default: '100000' },
    queries: { type: 'string', default: '200' },
    json: { type: 'string' },
    contender: { type: 'string' },
  },
});

if (flags.contender === undefined) compare();
else process.stdout.write(JSON.stringify(await measure(flags.contender, Number(flags.products), Number(flags.queries))));

/** One contender, alone in this process. */
async function measure(name: string, count: number, queryCount: number): Promise<Measured> {
  const contender = CONTENDERS.find((one) => one.name === name);
  if (contender === undefined) throw new Error(`no contender is called ${name}`);
  const build = await contender.load();
  const products = inventCatalogue(count);
  const queries = inventQueries(products, queryCount);
  // A small one first: what is measured is the search, not the compiler warming up.
  await build(inventCatalogue(500, 3));
  const before = memory();
  const start = performance.now();
  const find = await build(products);
  const buildMs = performance.now() - start;
  const memoryMb = (memory() - before) / 1e6;
  for (const query of inventQueries(products, 50, 4)) find(query.text);
  let found = 0;
  const times = queries.map((query) => {
    const from = performance.now();
    const skus = find(query.text);
    const took = performance.now() - from;
    if (skus.includes(query.sku)) found++;
    return took;
  }).sort((a, b) => a - b);
  const at = (share: number): number => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return { buildMs, memoryMb, p50Ms: at(0.5), p99Ms: at(0.99), recall: found / queries.length };
}

function memory(): number {
  if (globalThis.gc === undefined) throw new Error('run with --expose-gc');
  globalThis.gc();
  globalThis.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

function compare(): void {
  const count = Number(flags.products);
  const runs: { name: string; products: number; results: Measured[] }[] = [
    ...CONTENDERS.map(({ name }) => ({ name, products: count, results: [] })),
    { name: 'ladeni', products: count / 10, results: [] },
  ];
  for (let round = 0; round < Number(flags.rounds); round++) {
    for (const run of runs) {
      run.results.push(measureApart(run.name, run.products));
      process.stderr.write('.');
    }
  }
  const rows = runs.map(({ name, products, results }) => ({ name, products, ...medians(results) }));
  const machine = `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, Node ${process.version}`;
  process.stdout.write(`\n${machine}, ${flags.rounds} rounds of ${flags.queries} queries with one slip\n\n${table(rows)}\n${ratios(rows)}`);
  if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ machine, rows }, null, 2)}\n`);
}

function measureApart(name: string, products: number): Measured {
  const args = ['--expose-gc', '--max-old-space-size=8192', '--import', 'tsx', fileURLToPath(import.meta.url),
    '--contender', name, '--products', String(products), '--queries', flags.queries];
  const child = spawnSync(process.execPath, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
  if (child.status !== 0) throw new Error(`${name} failed`);
  return JSON.parse(child.stdout) as Measured;
}

function medians(results: readonly Measured[]): Measured {
  const median = (of: (result: Measured) => number): number => {
    const sorted = results.map(of).sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 0;
  };
  return {
    buildMs: median((r) => r.buildMs), memoryMb: median((r) => r.memoryMb), p50Ms: median((r) => r.p50Ms),
    p99Ms: median((r) => r.p99Ms), recall: median((r) => r.recall),
  };
}

type Row = Measured & { readonly name: string; readonly products: number };

function table(rows: readonly Row[]): string {
  const head = '| search | products | build | memory | p50 | p99 | recall@5 |\n|---|--:|--:|--:|--:|--:|--:|\n';
  return head + rows.map((row) => [
    '', row.name, row.products.toLocaleString('en'), `${Math.round(row.buildMs)} ms`, `${row.memoryMb.toFixed(1)} MB`,
    `${row.p50Ms.toFixed(3)} ms`, `${row.p99Ms.toFixed(3)} ms`, `${(row.recall * 100).toFixed(1)} %`, '',
  ].join(' | ').trim()).join('\n') + '\n';
}

/** Against the fastest setting of each peer, whatever it finds. */
function ratios(rows: readonly Row[]): string {
  const [ours] = rows;
  const small = rows.at(-1);
  if (ours === undefined || small === undefined) return '';
  const fastest = (peer: string): Row => rows.filter((row) => row.name.startsWith(peer)).reduce((a, b) => (b.p50Ms < a.p50Ms ? b : a));
  const leanest = (peer: string): number => Math.min(...rows.filter((row) => row.name.startsWith(peer)).map((row) => row.memoryMb));
  const line = (what: string, is: number, mark: string, met: boolean): string => `${met ? 'met   ' : 'MISSED'} ${what}: ${is.toFixed(2)} (${mark})\n`;
  const mini = fastest('minisearch');
  const orama = fastest('orama');
  const bestRecall = Math.max(...rows.slice(1, -1).map((row) => row.recall));
  return [
    line(`times faster than ${mini.name}`, mini.p50Ms / ours.p50Ms, '≥ 20', mini.p50Ms >= 20 * ours.p50Ms),
    line(`times faster than ${orama.name}`, orama.p50Ms / ours.p50Ms, '≥ 50', orama.p50Ms >= 50 * ours.p50Ms),
    line('recall@5 against the best peer', ours.recall / bestRecall, '≥ 1', ours.recall >= bestRecall),
    line('memory against minisearch', ours.memoryMb / leanest('minisearch'), '≤ 0.33', ours.memoryMb * 3 <= leanest('minisearch')),
    line('time at 10× the products', ours.p50Ms / small.p50Ms, '≤ 3', ours.p50Ms <= 3 * small.p50Ms),
  ].join('');
}
