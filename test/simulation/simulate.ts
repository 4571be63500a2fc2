import { createHash } from 'node:crypto';
import type { Mutant } from './mutants.ts';
import { runShop, type ShopRun } from './run-shop.ts';

export interface Simulated {
  readonly shops: number;
  readonly shopDays: number;
  readonly deaths: number;
  readonly messages: number;
  readonly orders: number;
  readonly seconds: number;
  /** Of every shop's digest: the same seed and sources leave the same. */
  readonly digest: string;
  /** The first shop in which something was broken. */
  readonly broken: ShopRun | null;
}

export interface SimulateOptions {
  readonly seed: number;
  readonly shops: number;
  readonly days: number;
  /** Shops that have been lived through before (or are, elsewhere). */
  readonly first?: number;
  readonly mutant?: Mutant | null;
  readonly progress?: (shops: number) => void;
}

/** Lives through shops one after the other, each by a seed of its own; ends at the first in which something is broken. */
export async function simulate(options: SimulateOptions): Promise<Simulated> {
  const began = performance.now();
  const hash = createHash('sha256');
  const sum = { shops: 0, deaths: 0, messages: 0, orders: 0 };
  let broken: ShopRun | null = null;
  const first = options.first ?? 0;
  for (let shop = first; shop < first + options.shops && broken === null; shop++) {
    const run = await runShop({ seed: options.seed * 100_003 + shop, days: options.days, mutant: options.mutant ?? null });
    hash.update(run.digest);
    sum.shops++;
    sum.deaths += run.deaths;
    sum.messages += run.messages;
    sum.orders += run.orders;
    if (run.broken) broken = run;
    options.progress?.(sum.shops);
  }
  return { ...sum, shopDays: sum.shops * options.days, seconds: (performance.now() - began) / 1_000, digest: hash.digest('hex'), broken };
}
