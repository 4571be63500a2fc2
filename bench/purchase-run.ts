/**
 * One repetition of the shop, in one of its ways of committing, in a process of its own and from its compiled form, as `npm start` runs it:
 * `node bin/run.mjs bench/purchase-run.ts NAME FOLDER TOGETHER WARM_ROUNDS`; prints one line of JSON.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptResults } from '../src/kept-results.ts';
import { openLadeni } from './contenders.ts';
import { contestOf, talkThrough } from './talk-through.mjs';

const WAYS: Readonly<Record<string, Parameters<typeof openLadeni>[1]>> = {
  ladeni: {}, 'ladeni-normal': { synchronous: 'NORMAL' }, 'ladeni-one-by-one': { oneByOne: true },
};

async function main(): Promise<void> {
  const contest = contestOf(process.argv.slice(2));
  const way = WAYS[contest.name];
  if (way === undefined) throw new Error(`one of ${Object.keys(WAYS).join(', ')}`);
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-bench-'));
  // What is learned is kept from run to run, as in a shop's data.
  const contender = await openLadeni(folder, { ...way, keep: keptResults(join(contest.folder, 'cache')) });
  const run = await talkThrough(contender, contest);
  contender.close();
  rmSync(folder, { recursive: true });
  process.stdout.write(JSON.stringify(run));
}

main().catch((error: unknown) => {
  process.stderr.write(String(error instanceof Error ? error.stack : error));
  process.exit(1);
});
