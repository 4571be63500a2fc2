import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { liveLong } from './long-run.ts';
import { MUTANTS } from './mutants.ts';
import { tellAgain } from './run-shop.ts';
import { shrink } from './shrink.ts';
import { simulate, type Simulated } from './simulate.ts';
import type { Step } from './step.ts';
import { summary } from './summary.ts';
import { writeTranscript } from './transcript.ts';

const USAGE = `npm run simulate -- [--seed N] [--shops N] [--days N] [--first N]   shops lived through one after the other (1, 100, 10)
npm run simulate -- --mutants [--seed N]                           takes one guard out at a time: each must be seen to be gone
npm run simulate -- --long [--seed N] [--cores N]                  until there are a million orders
npm run simulate -- --replay FILE                                  tells a written story again`;

/** `npm run simulate`. Exit code 1 when something was broken that must not be. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' }, shops: { type: 'string', default: '100' }, days: { type: 'string', default: '10' }, first: { type: 'string', default: '0' },
      cores: { type: 'string', default: '1' }, json: { type: 'boolean' }, mutants: { type: 'boolean' }, long: { type: 'boolean' }, replay: { type: 'string' }, help: { type: 'boolean' },
    },
  });
  const [seed, shops, days, first, cores] = [values.seed, values.shops, values.days, values.first, values.cores].map(wholeNumber) as [number, number, number, number, number];
  if (values.help) return say(USAGE, 0);
  if (values.replay !== undefined) return replay(values.replay);
  if (values.mutants) return tryMutants(seed);
  if (values.long) return liveLong({ seed, cores, say: (line) => console.log(line) });
  const done = await simulate({ seed, shops, days, first, progress: (lived) => { if (!values.json && process.stderr.isTTY) process.stderr.write(`\r${lived} of ${shops} shops`); } });
  if (values.json) {
    console.log(JSON.stringify({ ...done, broken: done.broken && { rule: done.broken.broken!.rule, seed: done.broken.seed } }));
    return done.broken ? 1 : 0;
  }
  console.log(summary(done, seed));
  return done.broken ? explain(done, seed, days) : 0;
}

async function explain(done: Simulated, seed: number, days: number): Promise<number> {
  const run = done.broken!;
  console.log(`\nBROKEN in shop ${done.shops - 1} of seed ${seed} (${days} days), after ${run.steps.length} steps:\n${run.broken!.message}\n\nThe shortest story that breaks the same:`);
  const { steps, tries } = await shrink(run, null);
  console.log(await writeTranscript(run, steps, null));
  console.log(`(${steps.length} steps, found in ${tries} tries)`);
  return 1;
}

/** Each guard taken out must be seen within these many shop-days. */
const SHOPS_FOR_A_MUTANT = 40;

async function tryMutants(seed: number): Promise<number> {
  let unseen = 0;
  for (const mutant of MUTANTS) {
    const done = await simulate({ seed, shops: SHOPS_FOR_A_MUTANT, days: 10, mutant });
    if (!done.broken) unseen++;
    const short = done.broken ? await shrink(done.broken, mutant, 150) : null;
    console.log(`${done.broken ? 'red  ' : 'GREEN'}  ${mutant.name}${done.broken && short ? `\n       shop ${done.shops}, step ${done.broken.steps.length}, shortest story ${short.steps.length} steps: ${done.broken.broken!.message.split('\n')[0]!.slice(0, 150)}` : ''}`);
  }
  console.log(`${MUTANTS.length - unseen} of ${MUTANTS.length} seen`);
  return unseen === 0 ? 0 : 1;
}

async function replay(file: string): Promise<number> {
  const [head, ...steps] = readFileSync(file, 'utf8').split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as unknown);
  const shown = new Map<string, number>();
  const { broken } = await tellAgain(steps as Step[], (head as { pauseMs: number }).pauseMs, null, (world, step) => {
    console.log(`${new Date(world.now).toISOString()} ${JSON.stringify(step)}`);
    for (const chat of new Set(step.do === 'hear' ? step.messages.map((message) => message.chat) : [])) {
      const [last] = world.post.screen(chat);
      if (!last || shown.get(chat) === last.row) continue;
      shown.set(chat, last.row);
      console.log(`    → ${chat}: ${last.text.replaceAll('\n', '\n      ')}${last.choices.map(({ label }) => ` [${label}]`).join('')}`);
    }
  });
  return broken ? say(`BROKEN: ${broken.message}`, 1) : say('nothing was broken', 0);
}

function say(text: string, code: number): number {
  console.log(text);
  return code;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw new Error(`a whole number is wanted, not "${text}"\n${USAGE}`);
  return Number(text);
}

main().then((code) => { process.exitCode = code; }, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
});
