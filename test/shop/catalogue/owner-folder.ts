import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { loadCatalogue, type LoadChecks } from '../../../src/shop/catalogue/load.ts';
import type { Catalogue, FileProblem, LoadOutcome } from '../../../src/shop/catalogue/snapshot.ts';

export type OwnerFiles = Readonly<Record<string, string | Uint8Array>>;

/** The least a shop needs, without a mistake or a warning. */
export const SOUND: OwnerFiles = {
  'products.csv': 'sku,name,price,stock,weight_g\nWTG-28,Wajan Teflon 28 cm,165000,8,900\nSPT-SIL,Spatula Silikon,35000,20,120\n',
  'store.yaml': [
    'name: Dapur Kita', 'hours:', ...['mon', 'tue', 'wed', 'thu', 'fri', 'sat'].map((day) => `  ${day}: "09:00-17:00"`), '  sun: closed',
    'payments:', '  bank_transfer: [ { bank: BCA, account: "1234567890", holder: Dapur Kita } ]', '',
  ].join('\n'),
  'shipping.yaml': 'origin: Kota Bandung\nservices:\n  - id: jne-reg\n    name: JNE Reguler\n    zones:\n      - { to: ["*"], per_kg: 45000, days: 4-7 }\n',
};

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

export async function folderWith(files: OwnerFiles): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'ladeni-catalogue-'));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
  return folder;
}

/** Loads a shop that is sound but for the files given. `null` takes a file away. */
export async function load(files: Readonly<Record<string, string | Uint8Array | null>>, checks: LoadChecks = {}): Promise<LoadOutcome> {
  const all = { ...SOUND, ...files };
  const given = Object.entries(all).filter((entry): entry is [string, string | Uint8Array] => entry[1] !== null);
  return loadCatalogue(await folderWith(Object.fromEntries(given)), checks);
}

export function loadedOf(outcome: LoadOutcome): Catalogue {
  if (outcome.kind === 'refused') throw new Error(outcome.problems.map((problem) => `${problem.file}:${problem.line}:${problem.column}: ${problem.what}`).join('\n'));
  return outcome.catalogue;
}

export const problemsOf = (outcome: LoadOutcome): readonly FileProblem[] => (outcome.kind === 'refused' ? outcome.problems : outcome.warnings);

/** The sound shop with another products file. */
export const loadProducts = (name: string, content: string | Uint8Array): Promise<LoadOutcome> => load({ 'products.csv': null, [name]: content });

/** Text with a caret `‸` where a mistake is expected: the text without it, and the caret's place. */
export function caret(marked: string): { readonly text: string; readonly line: number; readonly column: number } {
  const at = marked.indexOf('‸');
  if (at < 0 || marked.indexOf('‸', at + 1) >= 0) throw new Error(`one caret in: ${marked}`);
  const before = marked.slice(0, at);
  return { text: before + marked.slice(at + 1), line: before.split('\n').length, column: at - before.lastIndexOf('\n') };
}
