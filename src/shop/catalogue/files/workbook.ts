import type { FileProblems } from '../file-problems.ts';
import { madeADate } from '../values/excel-damage.ts';
import { withoutGuard } from './formula-guard.ts';
import { isBlank, type Cell, type Table } from './table.ts';

const MOST_ROWS = 100_000;
/** Parts of a workbook that say nothing of its cells, and can fill the memory (validations over a million rows). */
const IGNORED = ['dataValidations', 'conditionalFormatting', 'sheetProtection', 'pageSetup', 'headerFooter', 'drawing', 'picture', 'extLst', 'autoFilter', 'rowBreaks', 'tableParts'];

/** Reads the sheet of a workbook whose first row looks most like a header. Null when it cannot be read (then said in `problems`). */
export async function readWorkbook(file: string, bytes: Buffer, isHeading: (text: string) => boolean, problems: FileProblems): Promise<Table | null> {
  const sheets = await readSheets(file, bytes, problems);
  const headings = (table: Table): number => (table.rows[0] ?? []).filter((cell) => isHeading(cell.text)).length;
  return sheets && sheets.reduce((best, table) => (headings(table) > headings(best) ? table : best), sheets[0] ?? { file, kind: 'sheet', rows: [] });
}

/** Every visible sheet of a workbook, in order. Null when it cannot be read (then said in `problems`). */
export async function readSheets(file: string, bytes: Buffer, problems: FileProblems): Promise<readonly Table[] | null> {
  const refuse = (what: string, should: string): null => {
    problems.error({ file, line: 1, column: 1 }, what, should);
    return null;
  };
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) return refuse('berkas Excel ini memakai kata sandi atau format lama (.xls)', 'simpan lagi sebagai Excel Workbook (.xlsx) tanpa kata sandi');
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return refuse('isinya bukan buku kerja Excel', 'simpan lagi sebagai Excel Workbook (.xlsx), atau beri nama products.csv bila isinya teks');
  // Loaded only where an owner has a workbook: it is the largest of our packages.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer, { ignoreNodes: IGNORED });
  } catch {
    return refuse('berkas Excel ini rusak atau belum selesai disimpan', 'buka di Excel, lalu simpan lagi sebagai .xlsx');
  }
  const tables = book.worksheets.filter((sheet) => sheet.state === 'visible').map((sheet): Table => {
    const rows: Cell[][] = [];
    sheet.eachRow((row, line) => {
      if (rows.length > MOST_ROWS) return;
      const cells: Cell[] = [];
      row.eachCell((cell, column) => {
        while (cells.length < column - 1) cells.push({ text: '', line, column: cells.length + 1 });
        cells.push({ ...contentOf(cell.value, cell.numFmt), line, column });
      });
      if (!isBlank(cells)) rows.push(cells);
    });
    return { file, kind: 'sheet', rows };
  });
  if (tables.some((table) => table.rows.length > MOST_ROWS)) return refuse(`lebih dari ${MOST_ROWS} baris`, 'hapus baris kosong di bawah tabel, atau bagi barangnya');
  return tables;
}

type Content = Pick<Cell, 'text' | 'damage'>;

/** A workbook's value as the owner would have typed it. */
function contentOf(value: unknown, format: string | undefined): Content {
  if (value === null || value === undefined) return { text: '' };
  if (typeof value === 'number') return numberContent(value, format ?? '');
  if (value instanceof Date) {
    const day = value.toISOString().slice(0, 10);
    return { text: day, damage: madeADate(day) };
  }
  // A guarded CSV that was opened and saved as a workbook.
  if (typeof value === 'string') return { text: withoutGuard(value) };
  if (typeof value !== 'object') return { text: String(value) };
  if ('error' in value) return { text: String(value.error) };
  if ('richText' in value) return { text: (value.richText as readonly { text: string }[]).map((part) => part.text).join('') };
  if ('formula' in value || 'sharedFormula' in value) {
    const result = (value as { result?: unknown }).result;
    if (result !== undefined && result !== null) return contentOf(result, format);
    return { text: '', damage: { what: 'rumus di sel ini belum dihitung', should: 'buka di Excel, simpan lagi, atau ganti rumusnya dengan nilainya' } };
  }
  return 'text' in value ? contentOf(value.text, undefined) : { text: '' };
}

function numberContent(value: number, format: string): Content {
  if (Math.abs(value) >= 1e15) {
    return { text: String(value), damage: { what: `nomor ${value} lebih dari 15 angka dan Excel mengganti angka belakangnya dengan nol`, should: 'ubah format kolomnya menjadi Teks (Text), lalu ketik ulang nomornya' } };
  }
  // A format such as 00000 is how Excel shows leading zeros that the number itself has not.
  return { text: /^0+$/.test(format) && Number.isInteger(value) ? String(value).padStart(format.length, '0') : String(value) };
}
