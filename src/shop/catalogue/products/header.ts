import type { FileProblems } from '../file-problems.ts';
import type { Cell, Table } from '../files/table.ts';
import { nearest } from '../nearest.ts';
import { ALL_HEADINGS, columnOf, headingKey, isHeading, isPassedOver, OWN_HEADINGS, type Column } from './columns.ts';

/** Which column stands at which place of a row; null where a column is of no use. */
export type Header = readonly (Column | null)[];

const NEEDED = ['sku', 'name', 'price'] as const;
const EXAMPLE = 'sku,name,category,price,stock,weight_g,description';

/** Reads the first row as headings. Null when products cannot be told from it (then said in `problems`). */
export function readHeader(table: Table, problems: FileProblems): Header | null {
  const [first] = table.rows;
  const top = { file: table.file, line: 1, column: 1 };
  if (!first) {
    problems.error(top, 'berkas ini kosong', `tulis nama kolom di baris pertama, misalnya ${EXAMPLE}`);
    return null;
  }
  if (table.kind !== 'list' && first.filter((cell) => isHeading(cell.text)).length < 2) {
    const below = table.rows.slice(1, 11).find((row) => row.filter((cell) => isHeading(cell.text)).length >= 2);
    if (below) problems.error(spot(table, first[0]!), `judul kolom baru ada di baris ${below[0]!.line}`, `hapus ${below[0]!.line - first[0]!.line} baris di atasnya, sehingga ${EXAMPLE} menjadi baris pertama`);
    else problems.error(spot(table, first[0]!), 'baris judul kolom tidak ada', `sisipkan baris pertama berisi nama kolom, misalnya ${EXAMPLE}`);
    return null;
  }
  const header = columnsOf(first, table, problems);
  const missing = NEEDED.filter((column) => !header.includes(column));
  for (const column of missing) problems.error(spot(table, first[0]!), `kolom "${column}" tidak ada`, `tambahkan kolom ${column} di baris judul, misalnya ${EXAMPLE}`);
  return missing.length > 0 ? null : header;
}

function columnsOf(cells: readonly Cell[], table: Table, problems: FileProblems): Header {
  const found = cells.map((cell) => columnOf(cell.text));
  const keys = cells.map((cell) => headingKey(cell.text));
  return found.map((one, i) => {
    const cell = cells[i]!;
    const at = spot(table, cell);
    const heading = cell.text.trim();
    if (heading === '') return null;
    if (keys.indexOf(keys[i]!) !== i) {
      problems.error(at, `kolom "${heading}" ada dua kali`, 'hapus atau ganti nama salah satunya');
      return null;
    }
    if (one === null) {
      if (!isPassedOver(heading)) problems.warn(at, `kolom "${heading}" tidak dikenal dan dilewati`, meant(heading));
      return null;
    }
    const better = found.findIndex((other) => other?.column === one.column && other.rank < one.rank);
    if (better < 0) return one.column;
    if (one.column !== 'category') problems.warn(at, `kolom "${heading}" dilewati, karena "${cells[better]!.text.trim()}" sudah berisi hal yang sama`, 'hapus salah satunya bila isinya sama');
    return null;
  });
}

function meant(heading: string): string {
  const near = nearest(headingKey(heading), ALL_HEADINGS);
  return near === null ? `kolom yang dikenal: ${OWN_HEADINGS.join(', ')}` : `maksud Anda "${near}"?`;
}

const spot = (table: Table, cell: Cell) => ({ file: table.file, line: cell.line, column: cell.column });
