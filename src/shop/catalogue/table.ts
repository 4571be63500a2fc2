import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import type { FileProblems } from './file-problems.ts';

/** One cell, and where it stands. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
}

/** Rows of cells as a file holds them, whatever its kind. */
export interface Table {
  readonly file: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads comma, semicolon or tab separated text, as Excel and Google Sheets write it. Null when it cannot be read at all. */
export async function readSeparated(path: string, file: string, problems: FileProblems): Promise<Table | null> {
  const bytes = await readFile(path);
  const text = decode(bytes);
  if (text === null) {
    problems.error({ file, line: 1, column: 1 }, 'huruf di berkas ini bukan UTF-8', 'simpan dari Excel sebagai "CSV UTF-8 (Comma delimited)"');
    return null;
  }
  const delimiter = delimiterOf(text);
  try {
    const records = parse(text, { bom: true, delimiter, relax_column_count: true, info: true, raw: true, skip_empty_lines: false }) as unknown as
      { record: string[]; raw: string; info: { lines: number } }[];
    let line = 1;
    const rows = records.map(({ record, raw, info }) => {
      const cells = place(record, raw, line, delimiter);
      line = info.lines + 1;
      return cells;
    });
    return { file, rows };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const at = openQuote(text);
    problems.error({ file, ...at }, 'tanda kutip (") dibuka dan tidak ditutup', 'tutup dengan ", dan tulis kutip di dalam teks sebagai ""');
    return null;
  }
}

function decode(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/^\uFEFF/, '');
  } catch {
    // Old Excel on Windows: Windows-1252 reads any byte; names keep their accents.
    const text = new TextDecoder('windows-1252').decode(bytes);
    return text.includes('\0') ? null : text;
  }
}

/** The separator that the header line has most of. */
function delimiterOf(text: string): string {
  const header = text.slice(0, text.search(/\r?\n|$/));
  const count = (mark: string) => header.split(mark).length;
  return [',', ';', '\t'].sort((a, b) => count(b) - count(a))[0]!;
}

/** Where each cell of a record begins: lines and columns of the text as an editor shows them. */
function place(record: readonly string[], raw: string, firstLine: number, delimiter: string): Cell[] {
  const cells: Cell[] = [];
  let line = firstLine;
  let column = 1;
  let at = 0;
  // A line break left over from the record before belongs to no cell.
  while (raw[at] === '\n' || raw[at] === '\r') at++;
  for (const value of record) {
    cells.push({ text: value.normalize('NFC').trim(), line, column });
    let quoted = false;
    for (; at < raw.length; at++, column++) {
      const letter = raw[at]!;
      if (letter === '"') quoted = !quoted;
      else if (!quoted && letter === delimiter) { at++; column++; break; }
      else if (letter === '\n') { line++; column = 0; }
    }
  }
  return cells;
}

function openQuote(text: string): { line: number; column: number } {
  let open = -1;
  for (let at = 0; at < text.length; at++) if (text[at] === '"') open = open === -1 ? at : -1;
  const before = text.slice(0, Math.max(0, open));
  return { line: before.split('\n').length, column: before.length - before.lastIndexOf('\n') };
}

/** Reads the first sheet of a workbook. */
export async function readWorkbook(path: string, file: string, problems: FileProblems): Promise<Table | null> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.readFile(path);
  } catch {
    problems.error({ file, line: 1, column: 1 }, 'berkas Excel ini tidak bisa dibuka', 'simpan lagi sebagai .xlsx, tanpa kata sandi');
    return null;
  }
  const sheet = book.worksheets[0];
  if (!sheet) return { file, rows: [] };
  const rows: Cell[][] = [];
  sheet.eachRow({ includeEmpty: true }, (row, line) => {
    const cells: Cell[] = [];
    for (let column = 1; column <= sheet.columnCount; column++) cells.push({ text: cellText(row.getCell(column).value), line, column });
    rows.push(cells);
  });
  return { file, rows };
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value === 'object') {
    if ('error' in value) return String(value.error);
    if ('result' in value) return cellText(value.result);
    if ('richText' in value) return (value.richText as { text: string }[]).map((part) => part.text).join('').trim();
    if ('text' in value) return cellText(value.text);
    return '';
  }
  return String(value).normalize('NFC').trim();
}
