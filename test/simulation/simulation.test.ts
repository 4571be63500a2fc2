import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { MUTANTS } from './mutants.ts';
import { runShop, tellAgain } from './run-shop.ts';
import { shrink } from './shrink.ts';
import { simulate } from './simulate.ts';
import { summary } from './summary.ts';
import { writeTranscript } from './transcript.ts';

const SEED = Number(process.env.SEED ?? 20261123);

describe(`shops lived through (SEED=${SEED} replays it)`, () => {
  it('1,000 shop-days and 10,000 crashes: nothing is lost, oversold, doubled or said twice', async () => {
    const done = await simulate({ seed: SEED, shops: 100, days: 10 });
    console.log(summary(done, SEED));
    if (done.broken) console.error(done.broken.broken!.message, '\n', await writeTranscript(done.broken, (await shrink(done.broken, null)).steps, null));
    expect(done.broken?.broken?.message).toBeUndefined();
    expect(done.shopDays).toBeGreaterThanOrEqual(1_000);
    expect(done.deaths).toBeGreaterThanOrEqual(10_000);
    expect(done.orders).toBeGreaterThan(1_500);
  }, 900_000);

  it('the same seed leaves the same shop, bit for bit; so does its story when it is told again', async () => {
    for (const seed of [SEED + 1, SEED + 4]) {
      const once = await runShop({ seed, days: 4, mutant: null });
      expect(await runShop({ seed, days: 4, mutant: null })).toEqual(once);
      expect((await tellAgain(once.steps, once.pauseMs, null)).digest).toBe(once.digest);
      expect((await runShop({ seed: seed + 1, days: 4, mutant: null })).digest).not.toBe(once.digest);
    }
  }, 300_000);

  it.each(MUTANTS.map((mutant) => [mutant.name, mutant] as const))('sees that a guard is gone: %s', async (_name, mutant) => {
    const { broken } = await simulate({ seed: 1, shops: 40, days: 10, mutant, first: mutant.first ?? 0 });
    expect(broken?.broken).toBeTruthy();
  }, 600_000);

  it('tells what it found as a short story, which breaks the same when it is told again', async () => {
    const [mutant] = MUTANTS;
    const { broken } = await simulate({ seed: 1, shops: 1, days: 10, mutant: mutant! });
    const { steps } = await shrink(broken!, mutant!);
    expect(steps.length).toBeLessThan(10);
    expect((await tellAgain(steps, broken!.pauseMs, mutant!)).broken?.rule).toBe(broken!.broken!.rule);
    // Without the mutant the story is an ordinary one.
    expect((await tellAgain(steps, broken!.pauseMs, null)).broken).toBeNull();
    const folder = path.dirname(/--replay (\S+)/.exec(await writeTranscript(broken!, steps, mutant!))![1]!);
    expect(readFileSync(path.join(folder, 'story.jsonl'), 'utf8').trim().split('\n')).toHaveLength(steps.length + 1);
    expect(readFileSync(path.join(folder, 'script.jsonl'), 'utf8')).toMatch(/^\{"at":".*"chat":"c\d+"/m);
    rmSync(folder, { recursive: true });
  }, 300_000);
});
