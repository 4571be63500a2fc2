import type { Cell } from '../../shop/catalogue/files/table.ts';
import type { SourceField } from './source-field.ts';
import type { Piece } from './source-format.ts';
import type { SourceRow } from './source-row.ts';

const OPTIONS = ['option_1', 'option_2', 'option_3'] as const;

export const optionsOf = (row: SourceRow): readonly Cell[] => OPTIONS.flatMap((field) => row.cell(field) ?? []);

/** Rows that share a mark, in the order of their first; rows without one stand alone. */
export function rowsByMark(rows: readonly SourceRow[], markOf: (row: SourceRow) => string): readonly (readonly SourceRow[])[] {
  const groups = new Map<string, SourceRow[]>();
  const all: SourceRow[][] = [];
  for (const row of rows) {
    const mark = markOf(row);
    const known = mark === '' ? undefined : groups.get(mark);
    if (known) {
      known.push(row);
      continue;
    }
    const group = [row];
    if (mark !== '') groups.set(mark, group);
    all.push(group);
  }
  return all;
}

/** Variants as rows that share a mark, each with its own options. Where they inherit, the first row says what the others leave out. */
export function piecesByMark(rows: readonly SourceRow[], mark: SourceField, groupName: SourceField, inherit = true): readonly Piece[] {
  return rowsByMark(rows, (row) => row.text(mark)).flatMap((group) => group.map((row): Piece => {
    const parent = !inherit || row === group[0] ? null : group[0]!;
    const options = optionsOf(row);
    const alone = group.length === 1 && options.length === 0;
    const name = row.cell(groupName) ?? parent?.cell(groupName) ?? null;
    return { row, parent, group: alone ? null : name, options, identity: identityOf(row.text(mark) || (name?.text ?? ''), options) };
  }));
}

/** The same product and options give the same identity, in whatever order the file has them. */
export const identityOf = (product: string, options: readonly Cell[]): string =>
  [product, ...options.map((option) => option.text)].map((part) => part.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')).join('\u0001');
