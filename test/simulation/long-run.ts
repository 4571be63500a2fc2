import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Simulated } from './simulate.ts';

const run = promisify(execFile);

const ORDERS = 1_000_000;
const DAYS = 30;
/** Shops in one process: so that one that grows old does not slow the rest. */
const SHOPS = 20;

/** Lives through shops in processes side by side until a million orders were placed. Returns the exit code. */
export async function liveLong(options: { readonly seed: number; readonly cores: number; readonly say: (line: string) => void }): Promise<number> {
  const began = performance.now();
  const sum = { shopDays: 0, orders: 0, deaths: 0 };
  let next = 0;
  let broken: string | null = null;
  async function core(): Promise<void> {
    while (sum.orders < ORDERS && broken === null) {
      const first = next;
      next += SHOPS;
      const args = ['--seed', options.seed, '--first', first, '--shops', SHOPS, '--days', DAYS, '--json'].map(String);
      // Exit code 1 tells of something broken, with the same line.
      const { stdout } = await run(process.execPath, ['--import', 'tsx', path.join(import.meta.dirname, 'main.ts'), ...args])
        .catch((error: unknown) => error as { stdout: string });
      const done = JSON.parse(stdout) as Omit<Simulated, 'broken'> & { readonly broken: { readonly rule: string } | null };
      sum.shopDays += done.shopDays;
      sum.orders += done.orders;
      sum.deaths += done.deaths;
      if (done.broken) broken = `${done.broken.rule}; see: npm run simulate -- --seed ${options.seed} --first ${first + done.shops - 1} --shops 1 --days ${DAYS}`;
      const seconds = (performance.now() - began) / 1_000;
      options.say(`${sum.orders} orders, ${sum.shopDays} shop-days, ${sum.deaths} crashes; ${Math.round(sum.orders / seconds)} orders/s, ${Math.round(((ORDERS - sum.orders) / sum.orders) * seconds / 60)} min to go`);
    }
  }
  await Promise.all(Array.from({ length: options.cores }, core));
  if (broken !== null) options.say(`BROKEN: ${broken}`);
  return broken === null ? 0 : 1;
}
