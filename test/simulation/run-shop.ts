import type { Mutant } from './mutants.ts';
import type { Step } from './step.ts';
import { Story } from './story.ts';
import { Broken } from './watch.ts';
import { World } from './world.ts';

export interface ShopRun {
  readonly seed: number;
  readonly pauseMs: number;
  readonly steps: readonly Step[];
  readonly deaths: number;
  readonly messages: number;
  readonly orders: number;
  /** Of everything said and of the whole database. */
  readonly digest: string;
  readonly broken: Broken | null;
}

/** Of all steps; so that about ten processes die a day. */
const DEATH_RATE = 0.13;
/** Steps between two looks through all books. */
const LOOK_EVERY = 150;
const PAUSE_MS = 1_500;

/** One shop over some days, by its seed: every fourth gathers bursts of messages, the others answer each at once. */
export async function runShop(options: { readonly seed: number; readonly days: number; readonly mutant: Mutant | null }): Promise<ShopRun> {
  const { seed, days, mutant } = options;
  const pauseMs = seed % 4 === 0 ? PAUSE_MS : 0;
  const undo = mutant?.around?.();
  const world = new World({ pauseMs, mutant });
  const steps: Step[] = [];
  const broken = await orBroken(async () => {
    for (const step of new Story(world, { seed, days, customers: 10 + (seed % 30), talks: 1.5 + (seed % 4) / 2, deathRate: DEATH_RATE }).steps()) {
      steps.push(step);
      await world.apply(step);
      if (steps.length % LOOK_EVERY === 0) world.checkAll();
    }
    await world.end();
  });
  undo?.();
  const run = { seed, pauseMs, steps, deaths: world.deaths, messages: world.messages, orders: world.orders(), digest: world.digest(), broken };
  world.db.close();
  return run;
}

/**
 * Tells a recorded story again. `step` is called after each step.
 * @returns what it breaks, after how many steps, and the digest of what it left
 */
export async function tellAgain(steps: readonly Step[], pauseMs: number, mutant: Mutant | null, step: (world: World, step: Step) => void = () => {}): Promise<{ readonly broken: Broken | null; readonly at: number; readonly digest: string }> {
  const undo = mutant?.around?.();
  const world = new World({ pauseMs, mutant });
  let at = 0;
  const broken = await orBroken(async () => {
    for (const one of steps) {
      at++;
      try {
        await world.apply(one);
      } finally {
        step(world, one);
      }
    }
    world.checkAll();
    await world.end();
  });
  undo?.();
  const digest = world.digest();
  world.db.close();
  return { broken, at, digest };
}

async function orBroken(story: () => Promise<void>): Promise<Broken | null> {
  try {
    await story();
    return null;
  } catch (error) {
    return error instanceof Broken ? error : new Broken('nothing fails', String(error instanceof Error ? error.stack : error));
  }
}
