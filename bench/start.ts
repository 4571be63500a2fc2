/**
 * How long the shop takes from its start to its first answer, in fresh processes, beside bare Node that only loads better-sqlite3 and
 * grammy. The shop is the process that `npm start` ends in, on the sample catalogue and an empty database: it is asked "halo kak" in the
 * web chat as soon as it says that it is open, and has answered when the answer stands in the chat. Beside it the scripted terminal with
 * the same line: everything but the pages and the channels. All of them are run once before, as on a machine where the shop has run.
 *
 *   npm run bench:start [-- --rounds 7 --json bench/results/start.json]
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

interface Cost { readonly ms: number; readonly cpuMs: number }

const { values: flags } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'ladeni-start-'));
const line = join(folder, 'line.jsonl');
writeFileSync(line, '{"at":"2026-11-23T10:00:00+07:00","chat":"c1","text":"halo kak"}\n');
/** What the kernel counts processor time in. */
const TICK_MS = 10;

const CONTENDERS: Readonly<Record<string, () => Cost | Promise<Cost>>> = {
  bare: () => toItsEnd(['--input-type=module', '-e', 'import "better-sqlite3"; import "grammy"; const { default: Sqlite } = await import("better-sqlite3"); new Sqlite(":memory:").close();']),
  ladeni: () => toFirstAnswer(withoutBooks(join(folder, 'data'))),
  terminal: () => toItsEnd(['bin/run.mjs', 'src/talk.ts', '--script', line, '--catalog', 'catalog', '--data', withoutBooks(join(folder, 'talk'))]),
};

function toItsEnd(args: readonly string[]): Cost {
  const from = performance.now();
  const run = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.execPath, ...args], { encoding: 'utf8' });
  const ms = performance.now() - from;
  if (run.status !== 0) throw new Error(run.stderr);
  const [user, system] = run.stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { ms, cpuMs: (user! + system!) * 1000 };
}

/** The data of a shop that has run here before, with its books taken away. */
function withoutBooks(data: string): string {
  for (const file of ['ladeni.db', 'ladeni.db-wal', 'ladeni.db-shm']) rmSync(join(data, file), { force: true });
  return data;
}

async function toFirstAnswer(data: string): Promise<Cost> {
  const port = await freePort();
  const from = performance.now();
  const shop = spawn(process.execPath, ['bin/run.mjs', 'src/main.ts'], {
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: data, CATALOG_DIR: 'catalog', BURST_PAUSE_MS: '0', LOG_LEVEL: 'warn' }, stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => { shop.once('exit', () => resolve()); });
  let told = '';
  await Promise.race([new Promise<void>((resolve) => { shop.stdout.on('data', (text: Buffer) => { told += text.toString(); if (told.includes('/chat')) resolve(); }); }), ended]);
  await firstAnswer(`http://127.0.0.1:${port}`);
  const cost = { ms: performance.now() - from, cpuMs: cpuOf(shop.pid!) };
  shop.kill('SIGTERM');
  await ended;
  return cost;
}

async function firstAnswer(shop: string): Promise<void> {
  const page = await fetch(`${shop}/chat`);
  const headers = { cookie: page.headers.get('set-cookie')!.split(';')[0]!, origin: shop, 'content-type': 'application/json', 'x-ladeni-chat': '1' };
  const sent = await fetch(`${shop}/chat/messages`, { method: 'POST', headers, body: JSON.stringify({ id: 'the-first-1', text: 'halo kak' }) });
  if (!sent.ok) throw new Error(`${sent.status} ${await sent.text()}`);
  for (;;) {
    const { messages } = await (await fetch(`${shop}/chat/messages`, { headers })).json() as { messages: readonly { readonly kind: string }[] };
    if (messages.some(({ kind }) => kind === 'shop')) return;
  }
}

/** User and system time of a living process, by Linux. */
function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '').split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK_MS;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const runs = new Map(Object.keys(CONTENDERS).map((name) => [name, [] as Cost[]]));
for (let round = 0; round <= Number(flags.rounds); round++) {
  for (const [name, run] of Object.entries(CONTENDERS)) {
    const cost = await run();
    if (round > 0) runs.get(name)!.push(cost);
  }
}
const figures = Object.fromEntries([...runs].map(([name, all]) => [name, { ms: median(all.map((one) => one.ms)), cpuMs: median(all.map((one) => one.cpuMs)) }]));
rmSync(folder, { recursive: true });
const told = (name: string): string => `${figures[name]!.ms.toFixed(0)} ms (CPU ${figures[name]!.cpuMs.toFixed(0)}, ${(figures[name]!.cpuMs / figures.bare!.cpuMs).toFixed(1)}×)`;
process.stdout.write(`start to first answer: bare Node ${told('bare')}, ladeni in the web chat ${told('ladeni')}, in the scripted terminal ${told('terminal')}\n`);
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(figures, null, 2)}\n`);
