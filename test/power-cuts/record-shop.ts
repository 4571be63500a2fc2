import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeShopFolder } from '../kill-loop/shop-folder.ts';
import { readLog, type Entry } from './record-log.ts';
import { shoppingDay } from './shopping-day.ts';

const HERE = import.meta.dirname;

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
  /** Orders the customers were told of, all told. */
  readonly orders: number;
}

/**
 * Lets a shop serve customers in a process of its own, some lives long, and records its writes. Every other life ends by
 * SIGKILL, so that the next one begins with a log to recover.
 */
export async function recordShop(scratch: string, options: { readonly lives: number; readonly customers: number; readonly durability: 'FULL' | 'NORMAL' }): Promise<Recording> {
  const shop = path.join(scratch, `shop-${options.durability}`);
  const data = path.join(shop, 'data');
  const log = path.join(scratch, `writes-${options.durability}`);
  const recorder = path.join(scratch, 'recorder.so');
  if (!existsSync(recorder)) execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', recorder, path.join(HERE, 'recorder.c'), '-ldl']);
  mkdirSync(data, { recursive: true });
  const wishes = await makeShopFolder(shop);
  let told = 0;
  for (let life = 0; life < options.lives; life++) {
    const lines = shoppingDay(wishes, life, options.customers);
    const printed = await live(lines, life % 2 === 1, {
      args: [path.join(shop, 'catalog'), data, options.durability],
      env: { PATH: process.env.PATH, RECORD_FOLDER: data, RECORD_LOG: log, LD_PRELOAD: recorder },
    });
    told += [...printed.matchAll(CONFIRMED)].length;
  }
  return { entries: readLog(readFileSync(log)), orders: told };
}

/** The words by which a customer is told that an order stands. */
export const CONFIRMED = /Pesanan ([A-Z]+-\d+) sudah kami catat/g;

/** One life: reads the lines from its input, and ends at their end or is killed there. Returns what it printed. */
function live(lines: readonly object[], killed: boolean, run: { readonly args: readonly string[]; readonly env: NodeJS.ProcessEnv }): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', path.join(HERE, 'recorded-shop.ts'), '-', ...run.args], { env: run.env, stdio: ['pipe', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (killed && printed.includes(`{"done":${lines.length}}`)) child.kill('SIGKILL');
    });
    child.once('error', reject);
    child.once('close', (code, signal) => {
      if (killed ? signal === 'SIGKILL' : code === 0) resolve(printed);
      else reject(new Error(`the recorded shop ended with ${code ?? signal}: ${printed.slice(-500)}`));
    });
    child.stdin.write(lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    if (!killed) child.stdin.end();
  });
}
