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

type Examples = Readonly<Partial<Record<Intent, readonly string[]>>>;

const isIntent = (name: string): name is Intent => (INTENTS as readonly string[]).includes(name);

/** One sentence of the owner's weighs as much as so many of ours: it is about this shop's customers, and is to be understood at once. */
const TAUGHT_WEIGHT = 12;

/** What the flows declare, and what the owner taught in examples.yaml besides. */
export function withTaught(declared: Examples, taught: Readonly<Record<string, readonly string[]>>): Examples {
  const all: Partial<Record<Intent, readonly string[]>> = { ...declared };
  for (const [name, sentences] of Object.entries(taught)) {
    if (isIntent(name)) all[name] = [...(all[name] ?? []), ...sentences.flatMap((sentence) => Array.from({ length: TAUGHT_WEIGHT }, () => sentence))];
  }
  return all;
}
