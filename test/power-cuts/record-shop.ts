import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { makeShopFolder } from '../kill-loop/shop-folder.ts';
import { readLog, type Entry } from './record-log.ts';
import { shoppingDay } from './shopping-day.ts';

const HERE = import.meta.dirname;
const RUN = path.join(HERE, '../../bin/run.mjs');

/** How to get the C compiler that this needs, or null where it is there. */
export function compilerMissing(): string | null {
  try {
    execFileSync('gcc', ['--version'], { stdio: 'ignore' });
    return process.platform === 'linux' ? null : 'the recorder works on Linux only';
  } catch {
    return 'no gcc; mend it with: sudo apt-get install -y gcc libc6-dev';
  }
}

export interface Recording {
  readonly entries: readonly Entry[];
  /** Numbers of the orders that customers were told of. */
  readonly confirmed: readonly string[];
}

/** The words by which a customer is told that an order stands. */
export const CONFIRMED = /Pesanan ([A-Z]+-\d+) sudah kami catat/g;

/**
 * Lets a shop serve customers in a process of its own and records its writes. Each day opens the database and closes it; the
 * last day of a process ends by SIGKILL, so that the next one begins with a log to recover.
 */
export async function recordShop(scratch: string, options: RecordOptions): Promise<Recording> {
  const shop = path.join(scratch, `shop-${options.durability}`);
  const data = path.join(shop, 'data');
  const log = path.join(scratch, `writes-${options.durability}`);
  const recorder = path.join(scratch, 'recorder.so');
  if (!existsSync(recorder)) execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', recorder, path.join(HERE, 'recorder.c'), '-ldl']);
  mkdirSync(data, { recursive: true });
  const wishes = await makeShopFolder(shop);
  let printed = '';
  for (let process = 0; process < options.processes; process++) {
    const days = Array.from({ length: options.days }, (_, day) => shoppingDay(wishes, process * options.days + day, options.customers));
    const files = days.slice(0, -1).map((lines, day) => {
      const file = path.join(scratch, `day-${day}.jsonl`);
      writeFileSync(file, scriptOf(lines));
      return file;
    });
    printed += await runUntilKilled(days.at(-1)!, days.flat().length, {
      args: [path.join(shop, 'catalog'), data, options.durability, ...files, '-'],
      env: { PATH: globalThis.process.env.PATH, RECORD_FOLDER: data, RECORD_LOG: log, LD_PRELOAD: recorder },
    });
  }
  return { entries: readLog(readFileSync(log)), confirmed: [...printed.matchAll(CONFIRMED)].map(([, number]) => number!) };
}

export interface RecordOptions {
  readonly processes: number;
  /** In each process. */
  readonly days: number;
  /** On each day. */
  readonly customers: number;
  readonly durability: 'FULL' | 'NORMAL';
}

const scriptOf = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** Gives the last day to the process's input, and kills it once so many lines of all days are done. Returns what it printed. */
function runUntilKilled(lastDay: readonly object[], lines: number, run: { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [RUN, path.join(HERE, 'recorded-shop.ts'), ...run.args], { env: run.env, stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.endsWith('}\n') && [...printed.matchAll(/"done":/g)].length === lines) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve(printed);
      else reject(new Error(`the recorded shop ended with ${code ?? signal}: ${printed.slice(-500)}`));
    });
    child.stdin.write(scriptOf(lastDay));
  });
}
