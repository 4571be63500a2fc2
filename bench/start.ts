/**
 * How long the shop takes from its start to its first answer, in fresh processes, beside bare Node that only loads better-sqlite3 and
 * grammy. The shop runs the scripted terminal with one line on the sample catalogue; the same parts are loaded as by `npm start`, but
 * for the pages and the channels.
 *
 *   npm run bench:start [-- --rounds 7 --json bench/results/start.json]
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values: flags } = parseArgs({ options: { rounds: { type: 'string', default: '7' }, json: { type: 'string' } } });
const folder = mkdtempSync(join(tmpdir(), 'ladeni-start-'));
const line = join(folder, 'line.jsonl');
writeFileSync(line, '{"at":"2026-11-23T10:00:00+07:00","chat":"c1","text":"halo kak"}\n');

const CONTENDERS: Readonly<Record<string, readonly string[]>> = {
  bare: ['--input-type=module', '-e', 'import "better-sqlite3"; import "grammy"; const { default: Sqlite } = await import("better-sqlite3"); new Sqlite(":memory:").close();'],
  ladeni: ['--import', 'tsx', 'src/talk.ts', '--script', line, '--catalog', 'catalog', '--data', ':memory:'],
};

function once(args: readonly string[]): { readonly ms: number; readonly cpuMs: number } {
  const from = performance.now();
  const run = spawnSync('/usr/bin/env', ['bash', '-c', 'TIMEFORMAT="%U %S"; time "$@"', 'bash', process.execPath, ...args], { encoding: 'utf8' });
  const ms = performance.now() - from;
  if (run.status !== 0) throw new Error(run.stderr);
  const [user, system] = run.stderr.trim().split('\n').at(-1)!.split(' ').map(Number);
  return { ms, cpuMs: (user! + system!) * 1000 };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
const runs = new Map(Object.keys(CONTENDERS).map((name) => [name, [] as ReturnType<typeof once>[]]));
for (let round = 0; round < Number(flags.rounds); round++) for (const [name, args] of Object.entries(CONTENDERS)) runs.get(name)!.push(once(args));
const figures = Object.fromEntries([...runs].map(([name, all]) => [name, { ms: median(all.map((one) => one.ms)), cpuMs: median(all.map((one) => one.cpuMs)) }]));
rmSync(folder, { recursive: true });
process.stdout.write(`start to first answer: bare Node ${figures.bare!.ms.toFixed(0)} ms (CPU ${figures.bare!.cpuMs.toFixed(0)}), ladeni ${figures.ladeni!.ms.toFixed(0)} ms (CPU ${figures.ladeni!.cpuMs.toFixed(0)}): ${(figures.ladeni!.cpuMs / figures.bare!.cpuMs).toFixed(1)}× the CPU\n`);
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(figures, null, 2)}\n`);
