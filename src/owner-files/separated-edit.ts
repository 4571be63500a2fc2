import { FileProblems } from '../shop/catalogue/file-problems.ts';
import { guarded } from '../shop/catalogue/files/formula-guard.ts';
import { readSeparatedFile } from '../shop/catalogue/files/separated-file.ts';
import type { Delimiter, Table } from '../shop/catalogue/files/table.ts';
import { isHeading, type Column } from '../shop/catalogue/products/columns.ts';
import { readHeader, type Header } from '../shop/catalogue/products/header.ts';
import { skuKey } from '../shop/catalogue/values/sku-text.ts';

export type CellTexts = Readonly<Partial<Record<Column, string>>>;

/** A products file of separated text, to be changed cell by cell. */
export interface SeparatedProducts {
  /** The columns there are. */
  readonly columns: readonly Column[];
  /** A product's cells as they are written; null where the SKU is not in the file. */
  cells(sku: string): CellTexts | null;
  /** The column of the cell that begins there, for a mistake told by line and column; null where none does. */
  columnAt(line: number, column: number): Column | null;
  /** With some cells of some products changed; every other byte stays. Null where a SKU or a column is not there, or a letter cannot be written in this file's encoding. */
  withCells(changes: ReadonlyMap<string, CellTexts>): Uint8Array | null;
  /** With one more product at the end. */
  withProduct(cells: CellTexts): Uint8Array | null;
}

/** Opens the bytes of products.csv or .tsv; null where they cannot be read as a table of products. */
export function openSeparatedProducts(file: string, bytes: Uint8Array): SeparatedProducts | null {
  const encoding = encodingOf(bytes);
  const text = encoding.decode(bytes);
  const problems = new FileProblems();
  const table = readSeparatedFile(file, bytes, isHeading, problems);
  const header = table && readHeader(table, problems);
  if (!table?.delimiter || !header) return null;
  const { delimiter } = table;
  const lines = lineStarts(text);
  const at = new Map(header.flatMap((column, i) => (column === null ? [] : [[column, i] as const])));
  const rows = new Map(table.rows.slice(1).flatMap((row) => {
    const sku = row[at.get('sku')!]?.text.trim() ?? '';
    return sku === '' ? [] : [[skuKey(sku), row] as const];
  }));
  const spansOf = (row: Table['rows'][number]): readonly Span[] => spans(text, lines[row[0]!.line - 1]! + row[0]!.column - 1, delimiter);

  return {
    columns: [...at.keys()],
    cells(sku) {
      const row = rows.get(skuKey(sku));
      return row ? Object.fromEntries([...at].map(([column, i]) => [column, row[i]?.text ?? ''])) : null;
    },
    columnAt(line, column) {
      const i = table.rows.find((row) => row.some((cell) => cell.line === line))?.findIndex((cell) => cell.line === line && cell.column === column) ?? -1;
      return header[i] ?? null;
    },
    withCells(changes) {
      const splices: { readonly span: Span; readonly by: string }[] = [];
      for (const [sku, cells] of changes) {
        const row = rows.get(skuKey(sku));
        if (!row) return null;
        const places = spansOf(row);
        for (const [column, value] of Object.entries(cells) as [Column, string][]) {
          const span = places[at.get(column) ?? -1];
          if (!span) return null;
          if (row[at.get(column)!]!.text !== value) splices.push({ span, by: written(value, delimiter, text[span.from] === '"') });
        }
      }
      splices.sort((a, b) => b.span.from - a.span.from);
      return encoding.encode(splices.reduce((now, { span, by }) => now.slice(0, span.from) + by + now.slice(span.to), text));
    },
    withProduct(cells) {
      if (Object.keys(cells).some((column) => !at.has(column as Column))) return null;
      const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
      const row = rowOf(header, cells, delimiter);
      return encoding.encode(`${text}${text === '' || /[\r\n]$/.test(text) ? '' : eol}${row}${eol}`);
    },
  };
}

const rowOf = (header: Header, cells: CellTexts, delimiter: Delimiter): string =>
  header.map((column) => written((column !== null && cells[column]) || '', delimiter, false)).join(delimiter);

interface Span { readonly from: number; readonly to: number }

/** A cell as RFC 4180 has it, in quotes where it must be, or was, and no formula for a spreadsheet (S7). */
function written(value: string, delimiter: Delimiter, quoted: boolean): string {
  const safe = guarded(value);
  const must = quoted || /["\r\n]|^\s|\s$/.test(safe) || safe.includes(delimiter) || (delimiter !== ';' && safe.includes(';'));
  return must ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Where each cell of the row that begins at `start` stands, as `readSeparatedText` reads them. */
function spans(text: string, start: number, delimiter: Delimiter): readonly Span[] {
  const found: Span[] = [];
  let at = start;
  for (;;) {
    const from = at;
    let open = at;
    while (text[open] === ' ') open++;
    if (text[open] === '"') {
      at = open + 1;
      while (at < text.length && (text[at] !== '"' || text[at + 1] === '"')) at += text[at] === '"' ? 2 : 1;
      at++;
      const to = at;
      while (text[at] === ' ') at++;
      found.push({ from: open, to });
    } else {
      while (at < text.length && text[at] !== delimiter && text[at] !== '\n' && text[at] !== '\r') at++;
      found.push({ from, to: at });
    }
    if (text[at] !== delimiter) return found;
    at++;
  }
}

/** The offset of each line's first letter; line breaks are CRLF, LF or CR, within quotes too. */
function lineStarts(text: string): readonly number[] {
  return [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map((match) => match.index + match[0].length)];
}

interface Encoding { decode(bytes: Uint8Array): string; encode(text: string): Uint8Array | null }

/** How the file is written, both ways: what is decoded and encoded again is the same bytes. A mark at the start belongs to the bytes, not to the text. */
function encodingOf(bytes: Uint8Array): Encoding {
  const behind = (mark: readonly number[], inner: Encoding): Encoding => ({
    decode: (all) => inner.decode(all.subarray(mark.length)),
    encode: (text) => {
      const body = inner.encode(text);
      return body && Buffer.concat([Uint8Array.from(mark), body]);
    },
  });
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return behind([0xff, 0xfe], UTF16);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return behind([0xfe, 0xff], { decode: (all) => UTF16.decode(Buffer.from(all).swap16()), encode: (text) => Buffer.from(UTF16.encode(text)!).swap16() });
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return behind([0xef, 0xbb, 0xbf], UTF8);
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return UTF8;
  } catch {
    return LETTERS_OF_OLD;
  }
}

const UTF8: Encoding = { decode: (all) => Buffer.from(all).toString('utf8'), encode: (text) => Buffer.from(text, 'utf8') };
const UTF16: Encoding = { decode: (all) => Buffer.from(all).toString('utf16le'), encode: (text) => Buffer.from(text, 'utf16le') };
/** Windows-1252: bytes are kept as they are; only letters that are the same in Latin-1 are written anew. */
const LETTERS_OF_OLD: Encoding = {
  decode: (all) => Buffer.from(all).toString('latin1'),
  encode: (text) => (/[^\u0000-\u00ff]/.test(text) ? null : Buffer.from(text, 'latin1')),
};
