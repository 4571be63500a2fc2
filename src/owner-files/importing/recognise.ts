import type { Cell, Table } from '../../shop/catalogue/files/table.ts';
import { headingKey } from '../../shop/catalogue/products/columns.ts';
import { FORMATS } from './formats.ts';
import type { SourceField } from './source-field.ts';
import type { SourceFormat } from './source-format.ts';
import type { Placing } from './source-row.ts';

/** What the owner says of columns: heading key → field, or null for a column to leave. */
export type SaidColumns = ReadonlyMap<string, SourceField | null>;

export interface Recognised {
  readonly table: Table;
  readonly format: SourceFormat;
  readonly header: readonly Cell[];
  readonly placing: Placing;
  /** The rows of products, without titles and hints. */
  readonly body: readonly (readonly Cell[])[];
  /** Headings that have cells below them and no place among the fields. */
  readonly unplaced: readonly Cell[];
}

/** Title rows, notes and machine names stand above the headings in marketplaces' sheets. */
const MOST_ROWS_ABOVE = 12;
const MOST_HINT_ROWS = 6;

/** Shopee writes "ps_price|1|1": the name, and flags of its own. */
export const keyOf = (heading: string): string => headingKey(heading).replace(/^((?:ps|et_title)_.*?)_\d+_\d+$/, '$1');

/** Whether any program has a column of this heading: for telling commas from semicolons. */
export const headsAColumn = (heading: string): boolean => heading.length <= 80 && FORMATS.some((format) => fieldOf(format, keyOf(heading)) !== null);

/** The program a file comes from, and where its columns are; null for a file without any row. The row with most known headings heads the table. */
export function recognise(tables: readonly Table[], said: SaidColumns): Recognised | null {
  let best: { table: Table; row: number; format: SourceFormat; known: number } | null = null;
  for (const table of tables) {
    for (const [row, cells] of table.rows.slice(0, MOST_ROWS_ABOVE).entries()) {
      const keys = cells.map((cell) => keyOf(cell.text));
      for (const format of FORMATS) {
        if (format.marks.length > 0 && !format.marks.some((marks) => marks.every((mark) => keys.includes(mark)))) continue;
        const known = new Set(keys.flatMap((key): readonly string[] => (said.has(key) ? [key] : [fieldOf(format, key)?.field ?? []].flat()))).size;
        if (best === null || known > best.known || (known === best.known && best.format.marks.length === 0 && format.marks.length > 0)) best = { table, row, format, known };
      }
    }
  }
  if (!best || best.table.rows.length === 0) return null;
  const { table, format } = best;
  // Nothing known at all: the first row that could be headings.
  const at = best.known > 0 ? best.row : Math.max(0, table.rows.findIndex((row) => row.filter((cell) => /\p{L}/u.test(cell.text)).length > 1));
  const header = table.rows[at]!;
  const placing = placingOf(header, format, said);
  const body = withoutHints(table.rows.slice(at + 1), format, placing);
  return { table, format, header, placing, body, unplaced: unplacedIn(header, format, said, body) };
}

export function fieldOf(format: SourceFormat, key: string): { field: SourceField; rank: number } | null {
  if (key === '') return null;
  for (const [field, keys] of Object.entries(format.columns) as [SourceField, readonly (string | RegExp)[]][]) {
    const rank = keys.findIndex((one) => (typeof one === 'string' ? one === key : one.test(key)));
    if (rank >= 0) return { field, rank };
  }
  return null;
}

function placingOf(header: readonly Cell[], format: SourceFormat, said: SaidColumns): Placing {
  const found = header.flatMap((cell, index) => {
    const key = keyOf(cell.text);
    const told = said.get(key);
    if (told !== undefined) return told === null ? [] : [{ field: told, rank: -1, index }];
    const known = fieldOf(format, key);
    return known ? [{ ...known, index }] : [];
  }).sort((a, b) => a.rank - b.rank || a.index - b.index);
  const placing = new Map<SourceField, number[]>();
  for (const { field, index } of found) placing.set(field, [...placing.get(field) ?? [], index]);
  return placing;
}

function unplacedIn(header: readonly Cell[], format: SourceFormat, said: SaidColumns, body: readonly (readonly Cell[])[]): readonly Cell[] {
  return header.filter((cell, index) => {
    const key = keyOf(cell.text);
    return cell.text.trim() !== '' && !said.has(key) && fieldOf(format, key) === null && format.unused?.test(key) !== true && body.some((row) => (row[index]?.text ?? '').trim() !== '');
  });
}

/** Rows right below the headings that explain them ("Wajib", "Masukkan harga …", the headings once more for people), and what stands among them. */
function withoutHints(rows: readonly (readonly Cell[])[], format: SourceFormat, placing: Placing): readonly (readonly Cell[])[] {
  return rows.slice(rows.slice(0, MOST_HINT_ROWS).findLastIndex((row) => isHint(row, format, placing)) + 1);
}

function isHint(row: readonly Cell[], format: SourceFormat, placing: Placing): boolean {
  if (format.marks.length > 0 && row.find((cell) => cell.text.trim() !== '')?.text.trim().startsWith('# ')) return true;
  const words = row.filter((cell) => /^(?:tidak )?(?:wajib|opsional|mandatory|optional|required|bersyarat|conditional)\b/i.test(cell.text.trim())).length;
  if (words >= 2) return true;
  if (!format.hintRows) return false;
  const figures = (['price', 'stock', 'weight'] as const).map((field) => row[placing.get(field)?.[0] ?? -1]?.text.trim() ?? '');
  return figures.filter((text) => text !== '' && !/^(?:rp|idr)?[\s.]*\d/i.test(text)).length >= 2;
}
