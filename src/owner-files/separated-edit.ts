import { FileProblems } from '../shop/catalogue/file-problems.ts';
import { guarded } from '../shop/catalogue/files/formula-guard.ts';
import { readSeparatedFile } from '../shop/catalogue/files/separated-file.ts';
import type { Delimiter, Table } from '../shop/catalogue/files/table.ts';
import { ALL_COLUMNS, COLUMNS, headingKey, isHeading, type Column } from '../shop/catalogue/products/columns.ts';
import { readHeader, type Header } from '../shop/catalogue/products/header.ts';
import { skuKey } from '../shop/catalogue/values/sku-text.ts';

export type CellTexts = Readonly<Partial<Record<Column, string>>>;

/** A products file of separated text, to be changed cell by cell. */
export interface SeparatedProducts {
  /** The columns there are. */
  readonly columns: readonly Column[];
  /** The columns that can be written: those there are, and those that come with the first thing written in them. */
  readonly writable: readonly Column[];
  /** A product's cells as they are written; null where the SKU is not in the file. */
  cells(sku: string): CellTexts | null;
  /** The column of the cell that begins there, for a mistake told by line and column; null where none does. */
  columnAt(line: number, column: number): Column | null;
  /**
   * With some cells of some products changed; every other cell stays as it is written, byte by byte. A column that is missing is added at the
   * right, under a heading in the words of the others. Null where a SKU is not there, a column cannot be written, or a letter has no place in this
   * file's encoding.
   */
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

  const columns = [...at.keys()];
  const writable = ALL_COLUMNS.filter((column) => at.has(column) || !(SAID_BY[column] ?? []).some((other) => at.has(other)));

  /** The same file with these columns too, empty but for their headings. Null where they have no place in it. */
  function widened(missing: readonly Column[]): SeparatedProducts | null {
    if (!missing.every((column) => writable.includes(column))) return null;
    const ends: { readonly at: number; readonly by: string }[] = [];
    for (const [i, row] of table!.rows.entries()) {
      const cells = spansOf(row);
      if (cells.length > header!.length) return null;
      const words = missing.map((column) => (i === 0 ? headingLike(columns, table!, header!, column) : ''));
      ends.push({ at: cells.at(-1)!.to, by: delimiter!.repeat(header!.length - cells.length) + words.map((word) => delimiter! + word).join('') });
    }
    const wider = encoding.encode(ends.reduceRight((now, end) => now.slice(0, end.at) + end.by + now.slice(end.at), text));
    return wider && openSeparatedProducts(file, wider);
  }
  const missingFrom = (cells: readonly CellTexts[]): readonly Column[] =>
    ALL_COLUMNS.filter((column) => !at.has(column) && cells.some((one) => (one[column] ?? '') !== ''));

  return {
    columns,
    writable,
    cells(sku) {
      const row = rows.get(skuKey(sku));
      return row ? Object.fromEntries([...at].map(([column, i]) => [column, row[i]?.text ?? ''])) : null;
    },
    columnAt(line, column) {
      const i = table.rows.find((row) => row.some((cell) => cell.line === line))?.findIndex((cell) => cell.line === line && cell.column === column) ?? -1;
      return header[i] ?? null;
    },
    withCells(changes) {
      const missing = missingFrom([...changes.values()]);
      if (missing.length > 0) return widened(missing)?.withCells(changes) ?? null;
      const splices: { readonly span: Span; readonly by: string }[] = [];
      for (const [sku, cells] of changes) {
        const row = rows.get(skuKey(sku));
        if (!row) return null;
        const places = spansOf(row);
        for (const [column, value] of Object.entries(cells) as [Column, string][]) {
          // An empty cell of a column that is not there says the same.
          if (!at.has(column) && value === '') continue;
          const span = places[at.get(column) ?? -1];
          if (!span) return null;
          if (row[at.get(column)!]!.text !== value) splices.push({ span, by: written(value, delimiter, text[span.from] === '"') });
        }
      }
      splices.sort((a, b) => b.span.from - a.span.from);
      return encoding.encode(splices.reduce((now, { span, by }) => now.slice(0, span.from) + by + now.slice(span.to), text));
    },
    withProduct(cells) {
      const missing = missingFrom([cells]);
      if (missing.length > 0) return widened(missing)?.withProduct(cells) ?? null;
      const eol = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
      const row = rowOf(header, cells, delimiter);
      return encoding.encode(`${text}${text === '' || /[\r\n]$/.test(text) ? '' : eol}${row}${eol}`);
    },
  };
}

/** Columns that say already what another would say: beside them it is not added. */
const SAID_BY: Readonly<Partial<Record<Column, readonly Column[]>>> = {
  weight_g: ['weight_kg'], variant: ['size', 'color', 'pattern'], sale_from: ['sale_price_effective_date'], sale_until: ['sale_price_effective_date'],
  stock: ['availability'], active: ['availability'],
};

/** An owner who wrote "harga" finds "berat_g" beside it, one who wrote "price" finds "weight_g". */
function headingLike(columns: readonly Column[], table: Table, header: Header, column: Column): string {
  const isOwn = (one: Column): boolean => headingKey(table.rows[0]![header.indexOf(one)]!.text) === one;
  const [own, indonesian] = COLUMNS[column];
  return columns.some((one) => one !== 'sku' && isOwn(one)) ? own : indonesian;
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
