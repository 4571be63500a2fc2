import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { INTENTS, type Intent } from './meaning.ts';

const FOLDER = join(import.meta.dirname, 'examples');

/** The sentences of examples/INTENT.txt, one a line; `[…]` is the name of some product. */
export function readExamples(folder = FOLDER): Readonly<Record<Intent, readonly string[]>> {
  const files = new Set(readdirSync(folder));
  const all = {} as Record<Intent, readonly string[]>;
  for (const intent of INTENTS) {
    all[intent] = files.has(`${intent}.txt`)
      ? readFileSync(join(folder, `${intent}.txt`), 'utf8').split('\n').map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'))
      : [];
  }
  return all;
}
