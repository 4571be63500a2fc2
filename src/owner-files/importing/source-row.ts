import type { Cell } from '../../shop/catalogue/files/table.ts';
import type { SourceField } from './source-field.ts';

/** Where the columns of each field stand, best first. */
export type Placing = ReadonlyMap<SourceField, readonly number[]>;

/** One row of the source, asked by field. */
export interface SourceRow {
  readonly line: number;
  /** The first written cell of a field, or null. Damaged cells count as written. */
  cell(field: SourceField): Cell | null;
  /** Every written cell of a field, in the order of the columns. */
  cells(field: SourceField): readonly Cell[];
  /** The text of `cell`, trimmed; "" where nothing is written. */
  text(field: SourceField): string;
  /** Where a field would stand, for messages about what is missing. */
  place(field: SourceField): Cell;
}

export function sourceRow(cells: readonly Cell[], placing: Placing): SourceRow {
  const line = cells[0]!.line;
  const written = (index: number): Cell | null => {
    const cell = cells[index];
    return cell !== undefined && (cell.damage !== undefined || cell.text.trim() !== '') ? cell : null;
  };
  const cell = (field: SourceField): Cell | null => {
    for (const index of placing.get(field) ?? []) {
      const found = written(index);
      if (found) return found;
    }
    return null;
  };
  return {
    line, cell,
    cells: (field) => [...placing.get(field) ?? []].sort((a, b) => a - b).flatMap((index) => written(index) ?? []),
    text: (field) => cell(field)?.text.trim() ?? '',
    place: (field) => {
      const index = placing.get(field)?.[0];
      return index === undefined ? cells[0]! : cells[index] ?? { text: '', line, column: index + 1 };
    },
  };
}
