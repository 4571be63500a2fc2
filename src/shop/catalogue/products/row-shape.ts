import type { FileProblems } from '../file-problems.ts';
import { cellAddress, type Cell, type Delimiter, type Table } from '../files/table.ts';
import { BROKEN_FORMULA } from '../values/excel-damage.ts';
import { bad, type Bad } from '../values/reading.ts';
import type { Column } from './columns.ts';
import type { Header } from './header.ts';

const MARK_NAMES: Readonly<Record<Delimiter, string>> = { ',': 'koma', ';': 'titik koma', '\t': 'Tab' };

/** The cells of one row by column. A row that is shifted gives null, and is said in `problems`. */
export function cellsByColumn(row: readonly Cell[], header: Header, table: Table, problems: FileProblems): ReadonlyMap<Column, Cell> | null {
  if (table.kind === 'text' && !fits(row, header.length, table, problems)) return null;
  const cells = new Map<Column, Cell>();
  header.forEach((column, i) => {
    const cell = row[i] ?? { text: '', line: row[0]!.line, column: table.kind === 'sheet' ? i + 1 : row[0]!.column };
    if (column === null) return;
    cells.set(column, cell);
  });
  return cells;
}

export const spotOf = (table: Table, cell: Cell) => ({ file: table.file, line: cell.line, column: cell.column });

/** " (sel D5)" where the owner looks at a spreadsheet. */
export const addressOf = (table: Table, cell: Cell): string => (table.kind === 'sheet' ? ` (sel ${cellAddress(cell)})` : '');

/** As many cells as headings; a line of another delimiter, or a comma too many, shifts prices into the wrong column. */
function fits(row: readonly Cell[], width: number, table: Table, problems: FileProblems): boolean {
  const beyond = row.slice(width).find((cell) => cell.text.trim() !== '');
  if (row.length >= width && !beyond) return true;
  const mark = table.delimiter ?? ',';
  const other = (Object.keys(MARK_NAMES) as Delimiter[]).find((one) => one !== mark && row.length < width && row.some((cell) => cell.text.split(one).length > 2));
  if (other) {
    problems.error(spotOf(table, row[0]!), `baris ini dipisah ${MARK_NAMES[other]}, padahal baris judul dipisah ${MARK_NAMES[mark]}`, `pakai ${MARK_NAMES[mark]} di semua baris`);
  } else if (beyond) {
    problems.error(spotOf(table, beyond), `baris ini berisi ${row.length} sel, padahal kolomnya ${width}`, `apit teks atau harga yang memuat ${MARK_NAMES[mark]} dengan tanda kutip: "besar${mark === '\t' ? ',' : mark} merah"`);
  } else {
    problems.error(spotOf(table, row[0]!), `baris ini hanya berisi ${row.length} sel, padahal kolomnya ${width}`, `tulis ${MARK_NAMES[mark]} untuk sel kosong juga, sampai ${width} sel`);
  }
  return false;
}

const DAYS: ReadonlySet<Column> = new Set(['sale_from', 'sale_until']);

/** What a spreadsheet program or a formula has done to a cell, so that its text cannot be believed. */
export function damageOf(cell: Cell, column: Column): Bad | null {
  // Where a day belongs, what a spreadsheet made a date of is what the owner meant.
  if (cell.damage && !(DAYS.has(column) && /^\d{4}-\d{2}-\d{2}$/.test(cell.text))) return bad(cell.damage.what, cell.damage.should);
  const trimmed = cell.text.trim();
  if (BROKEN_FORMULA.test(trimmed)) return bad(`rumus di sel ini rusak (${trimmed})`, 'ganti rumusnya dengan nilainya, misalnya 75000');
  if (/^=\s*(?:[A-Z]+\(|\$?[A-Z]{1,3}\$?\d|\d|\()/i.test(trimmed)) return bad(`isinya rumus (${trimmed.slice(0, 40)}), bukan nilainya`, 'simpan lagi dari Excel atau Google Sheets sebagai CSV, atau tulis nilainya, misalnya 75000');
  return null;
}
