import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CATALOG, ownerTexts, PROMOTIONS } from './owner-files.ts';
import { tellAgain, type ShopRun } from './run-shop.ts';
import type { Mutant } from './mutants.ts';
import type { Step } from './step.ts';
import type { World } from './world.ts';

/**
 * Writes a story that broke something into a folder: its steps (for `--replay`), the same as a script for `npm run talk` as
 * far as a script can tell it, and the owner's files it was told with. Returns what to print.
 */
export async function writeTranscript(run: ShopRun, steps: readonly Step[], mutant: Mutant | null): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'simulation-'));
  const story = path.join(folder, 'story.jsonl');
  const script = path.join(folder, 'script.jsonl');
  const catalog = path.join(folder, 'catalog');
  const lines: object[] = [];
  let untold = 0;
  await tellAgain(steps, run.pauseMs, mutant, (world, step) => {
    const told = scriptLines(world, step);
    lines.push(...told);
    if (told.length === 0 || step.dies !== undefined || step.fails !== undefined) untold++;
  });
  mkdirSync(catalog);
  cpSync(CATALOG, catalog, { recursive: true });
  writeFileSync(path.join(catalog, 'products.csv'), ownerTexts()[0]!);
  writeFileSync(path.join(catalog, 'promotions.yaml'), PROMOTIONS);
  writeFileSync(story, jsonLines([{ pauseMs: run.pauseMs }, ...steps]));
  writeFileSync(script, jsonLines(lines));
  return [
    ...steps.map((step) => JSON.stringify(step)),
    `tell it again:   npm run simulate -- --replay ${story}`,
    `at the terminal: npm run talk -- --script ${script} --catalog ${catalog} --data :memory: --pause ${run.pauseMs}`,
    ...(untold > 0 ? [`(${untold} of its steps, the deaths, faults and changed files, a script cannot tell)`] : []),
  ].join('\n');
}

const jsonLines = (lines: readonly object[]): string => lines.map((line) => `${JSON.stringify(line)}\n`).join('');

/** A step in the words of the scripted terminal, where it has some. */
function scriptLines(world: World, step: Step): object[] {
  const at = new Date(world.now).toISOString();
  switch (step.do) {
    case 'pass':
    case 'clock': return [{ at }];
    case 'hear': return step.messages.map(({ chat, id }) => ({ at, chat, id, ...world.heard.asScript(chat, id) }));
    case 'again': {
      const message = world.heard.back(step.chat, step.back);
      return message ? [{ at, chat: step.chat, id: message.id, ...world.heard.asScript(step.chat, message.id) }] : [];
    }
    case 'staff': {
      const { deed } = step;
      if (!('order' in deed)) return [{ at, staff: step.by, ...deed, ...(deed.do === 'reply' && { force: true }) }];
      const order = world.orderNumber(deed.order);
      const more = deed.do === 'reject_payment' || deed.do === 'cancel' ? { reason: 'karena' } : {};
      return order === null ? [] : [{ at, staff: step.by, do: deed.do, order, ...more }];
    }
    case 'fates':
    case 'owner': return [];
  }
}
