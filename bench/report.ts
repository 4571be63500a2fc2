/** Writes docs/performance.md and its chart from the figures in bench/results. `npm run bench:report` */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

interface Row { readonly name: string; readonly perSecond: number; readonly cpuUs: number; readonly p50: number; readonly p99: number; readonly peakMiB: number; readonly times: number; readonly cpuTimes: number; }
interface Purchase { readonly rounds: number; readonly node: string; readonly cpus: string; readonly races: readonly { readonly customers: number; readonly rows: readonly Row[] }[] }
interface Flat {
  readonly size: { readonly scale: number; readonly messages: number; readonly p50: number; readonly throughput: number; readonly cpu: number } & Readonly<Record<'pause' | 'pause99' | 'stood' | 'sweep' | 'sweepPause', { readonly empty: number; readonly full: number }>>;
  readonly depth: { readonly ratio: number; readonly bytes: number };
}
type Start = Readonly<Record<'bare' | 'ladeni', { readonly ms: number; readonly cpuMs: number }>>;

const LABELS: Readonly<Record<string, string>> = {
  'ladeni': 'Ladeni, grouped, FULL', 'ladeni-normal': 'Ladeni, grouped, NORMAL', 'ladeni-one-by-one': 'Ladeni, a transaction a message, FULL', 'bare-rows': 'the same rows, bare, grouped, FULL',
  'builderbot-map': 'BuilderBot, plain Map store, not durable', 'builderbot-memory': 'BuilderBot, MemoryDB, not durable', 'grammy': 'grammY conversations, SQLite FULL', 'telegraf': 'Telegraf wizard, SQLite FULL',
};
const PEERS: Readonly<Record<string, number>> = { 'builderbot-map': 4, 'builderbot-memory': 40, 'grammy': 10, 'telegraf': 6 };

function results<T>(name: string): T | null {
  const file = new URL(`results/${name}.json`, import.meta.url);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) as T : null;
}

const purchase = results<Purchase>('purchase');
const flat = results<Flat>('flat');
const start = results<Start>('start');
if (purchase === null) throw new Error('no figures yet: npm run bench:all');
const [many, single] = purchase.races;
const row = (name: string, race = many): Row => race!.rows.find((one) => one.name === name)!;

const figure = (value: number, digits = 0): string => value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
const perCpuSecond = (one: Row): number => 1e6 / one.cpuUs;
const table = (rows: readonly Row[]): string => [
  '| | CPU, µs a message | messages a CPU second | its CPU against Ladeni\'s | peak MiB |', '|---|--:|--:|--:|--:|',
  ...rows.map((one) => `| ${LABELS[one.name] ?? one.name} | ${figure(one.cpuUs)} | ${figure(perCpuSecond(one))} | ${figure(one.cpuTimes, 2)}× | ${figure(one.peakMiB)} |`),
].join('\n');

interface Mark { readonly what: string; readonly wanted: string; readonly found: string; readonly met: boolean }
const atLeast = (what: string, wanted: number, found: number): Mark => ({ what, wanted: `≥ ${wanted}×`, found: `${figure(found, 2)}×`, met: found >= wanted });
const atMost = (what: string, wanted: number, found: number): Mark => ({ what, wanted: `≤ ${wanted}×`, found: `${figure(found, 2)}×`, met: found <= wanted });
/** The marks for a shop with a history are for a million messages: fewer show where it goes, and no more. */
const verdict = (mark: Mark): string => (!mark.met ? '**missed**' : mark.what.includes('messages in the database') && (flat?.size.scale ?? 0) < 1 ? 'met at this size; not shown at full size' : 'met');
const own = row('ladeni');
const marks: Mark[] = [
  ...Object.entries(PEERS).map(([name, wanted]) => atLeast(`${figure(many!.customers)} customers, against ${LABELS[name]}`, wanted, row(name).cpuTimes)),
  atLeast('grouped FULL against grouped NORMAL', 0.9, row('ladeni-normal').cpuTimes),
  atLeast('grouped FULL against FULL a message', 8, row('ladeni-one-by-one').cpuTimes),
  ...(single === undefined ? [] : [atMost('a lone message against its bare rows', 2, row('ladeni', single).cpuUs / row('bare-rows', single).cpuUs)]),
  atMost('peak memory against BuilderBot with a plain Map', 0.6, own.peakMiB / row('builderbot-map').peakMiB),
  ...(flat === null ? [] : [
    atMost(`${figure(flat.size.messages)} messages in the database, p50`, 1.3, flat.size.p50),
    atLeast(`${figure(flat.size.messages)} messages in the database, throughput`, 0.5, flat.size.throughput),
    { what: `${figure(flat.size.messages)} messages in the database, longest pause of the event loop`, wanted: '≤ 10 ms', found: `${figure(flat.size.pause.full, 1)} ms`, met: flat.size.pause.full <= 10 },
    atMost('the 200th message of a talk against the first', 1.1, flat.depth.ratio),
    { what: 'the session after 200 messages', wanted: '≤ 2,000 bytes', found: `${figure(flat.depth.bytes)} bytes`, met: flat.depth.bytes <= 2_000 },
  ]),
  ...(start === null ? [] : [atMost('start to first answer against bare Node with better-sqlite3 and grammY, CPU', 2, start.ladeni.cpuMs / start.bare.cpuMs)]),
];

writeFileSync(new URL('../docs/performance.svg', import.meta.url), chart(many!.rows));
const notes = readFileSync(new URL('notes.md', import.meta.url), 'utf8').trim();
writeFileSync(new URL('../docs/performance.md', import.meta.url), `# Performance

Written by \`npm run bench:all\`; what is compared, how, and what is not fair about it stands in [bench/README.md](../bench/README.md).
${purchase.cpus}, Node ${purchase.node}, ${purchase.rounds === 1 ? 'one round' : `medians of ${purchase.rounds} rounds`}. In every run as many orders were placed as were expected.
What is told is CPU time, user and system: other load on the machine sways it less than the clock. Clock figures are in bench/results.

![messages a CPU second](performance.svg)

## ${figure(many!.customers)} customers at once

${table(many!.rows)}

${single === undefined ? '' : `## One customer after another\n\n${table(single.rows)}\n\n`}## Marks

| | wanted | found | |
|---|--:|--:|---|
${marks.map((mark) => `| ${mark.what} | ${mark.wanted} | ${mark.found} | ${verdict(mark)} |`).join('\n')}
${flat === null ? '' : `\nPauses of the event loop, empty shop and full: longest ${figure(flat.size.pause.empty, 1)} and ${figure(flat.size.pause.full, 1)} ms, one in a hundred ${figure(flat.size.pause99.empty, 1)} and ${figure(flat.size.pause99.full, 1)} ms, without what other programs took of the processor meanwhile; with it, longest ${figure(flat.size.stood.empty, 1)} and ${figure(flat.size.stood.full, 1)} ms. A sweep takes ${figure(flat.size.sweep.empty, 1)} and ${figure(flat.size.sweep.full, 1)} ms of CPU, and pauses it for ${figure(flat.size.sweepPause.empty, 1)} and ${figure(flat.size.sweepPause.full, 1)} ms.\n`}
${notes}
`);

/** Bars on a logarithmic scale: what is ten times as fast is one step longer. */
function chart(rows: readonly Row[]): string {
  const [left, width, height] = [300, 400, 30];
  const least = 100;
  const most = Math.max(...rows.map(perCpuSecond));
  const length = (value: number): number => Math.max(2, (Math.log10(value / least) / Math.log10(most / least)) * width);
  const bars = rows.map((one, i) => `  <text x="${left - 10}" y="${20 + i * height}" text-anchor="end">${LABELS[one.name] ?? one.name}</text>
  <rect x="${left}" y="${6 + i * height}" width="${length(perCpuSecond(one)).toFixed(1)}" height="20" rx="3" fill="${one.name.startsWith('ladeni') ? '#0f766e' : one.name === 'bare-rows' ? '#94a3b8' : '#c2410c'}"/>
  <text x="${left + length(perCpuSecond(one)) + 8}" y="${20 + i * height}">${figure(perCpuSecond(one))}</text>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${left + width + 90} ${rows.length * height + 30}" font-family="system-ui, sans-serif" font-size="13" fill="#334155">
  <rect width="100%" height="100%" fill="#fff"/>
${bars.join('\n')}
  <text x="${left}" y="${rows.length * height + 22}" font-size="11">messages a CPU second, logarithmic</text>
</svg>
`;
}
