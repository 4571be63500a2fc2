import { guarded } from '../../shop/catalogue/files/formula-guard.ts';
import type { Sheet } from './sheets.ts';

const NOT_IN_A_NAME = /[\\/*?:[\]]/g;
const LONGEST_NAME = 31;

/** A sheet as an Excel workbook: numbers stay numbers, text stays text (S7), the headings stand fast. */
export async function xlsxOf(sheet: Sheet): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const page = workbook.addWorksheet(sheet.name.replace(NOT_IN_A_NAME, ' ').slice(0, LONGEST_NAME), { views: [{ state: 'frozen', ySplit: 1 }] });
  for (const row of sheet.rows) page.addRow(row.map((value) => (typeof value === 'number' ? value : guarded(value.replaceAll('\0', '')))));
  page.getRow(1).font = { bold: true };
  page.columns.forEach((column, i) => {
    column.width = Math.min(60, Math.max(10, ...sheet.rows.map((row) => String(row[i] ?? '').length + 2)));
    column.numFmt = '#,##0';
  });
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}
