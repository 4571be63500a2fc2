import { basename } from 'node:path';
import type { FileProblems } from '../../shop/catalogue/file-problems.ts';
import { readSeparatedFile } from '../../shop/catalogue/files/separated-file.ts';
import type { Table } from '../../shop/catalogue/files/table.ts';
import { readSheets } from '../../shop/catalogue/files/workbook.ts';
import { headsAColumn } from './recognise.ts';
import { unpackedBytes } from './unpacked-bytes.ts';

export const MOST_SOURCE_BYTES = 40_000_000;
const MOST_UNPACKED_BYTES = 250_000_000;
const MOST_ROWS = 100_000;

/** The tables of a file from another program, by what it holds rather than by its name. Null when it cannot be read (then said in `problems`). */
export async function readSource(path: string, bytes: Buffer, problems: FileProblems): Promise<readonly Table[] | null> {
  const file = basename(path);
  const refuse = (what: string, should: string): null => {
    problems.error({ file, line: 1, column: 1 }, what, should);
    return null;
  };
  if (bytes.length === 0) return refuse('berkas ini kosong', 'unduh atau simpan sekali lagi');
  if (bytes.length > MOST_SOURCE_BYTES) return refuse(`berkas ini ${Math.round(bytes.length / 1_000_000)} MB`, 'paling besar 40 MB; bagi menjadi beberapa berkas, atau ekspor tanpa gambar di dalamnya');
  const workbook = (bytes[0] === 0x50 && bytes[1] === 0x4b) || (bytes[0] === 0xd0 && bytes[1] === 0xcf);
  if (!workbook) {
    const table = readSeparatedFile(file, bytes, headsAColumn, problems);
    if (table && table.rows.length > MOST_ROWS) return refuse(`lebih dari ${MOST_ROWS} baris`, 'bagi menjadi beberapa berkas');
    return table && [table];
  }
  if (unpackedBytes(bytes) > MOST_UNPACKED_BYTES) return refuse('isi buku kerja ini terlalu besar', 'hapus gambar dan lembar lain di dalamnya, atau simpan sebagai CSV');
  return readSheets(file, bytes, problems);
}
