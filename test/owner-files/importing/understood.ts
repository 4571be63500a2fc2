import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSource } from '../../../src/owner-files/importing/read-source.ts';
import { recognise } from '../../../src/owner-files/importing/recognise.ts';
import { readColumns } from '../../../src/owner-files/importing/said-columns.ts';
import { understand } from '../../../src/owner-files/importing/understand.ts';
import { FileProblems, problemLine } from '../../../src/shop/catalogue/file-problems.ts';

export const sample = (name: string): string => join(import.meta.dirname, 'files', name);

/** A file as the import understands it, in the words of our own columns. */
export async function understood(name: string, bytes: Buffer = readFileSync(sample(name)), columns: readonly string[] = []) {
  const problems = new FileProblems();
  const tables = await readSource(name, bytes, problems);
  const said = readColumns(columns);
  const recognised = tables && said.kind === 'read' ? recognise(tables, said.said) : null;
  if (!recognised) return { format: null, products: [], problems: problems.all.map(problemLine), warnings: [], unplaced: [] };
  const result = understand(recognised, { today: '2026-11-29' });
  return {
    format: recognised.format.name, unplaced: recognised.unplaced.map((cell) => cell.text),
    products: result.ready.map((draft) => ({ ...Object.fromEntries(Object.entries(draft.cells).map(([column, cell]) => [column, cell.text])), sku: draft.sku, picture: draft.picture?.text ?? null })),
    problems: result.problems.map(problemLine), warnings: result.warnings.map(problemLine),
  };
}
