import { withoutGuard } from '../../shop/catalogue/files/formula-guard.ts';
import { columnOf, type Column } from '../../shop/catalogue/products/columns.ts';
import { readStock } from '../../shop/catalogue/values/number-text.ts';
import { readWeight } from '../../shop/catalogue/values/measure-text.ts';
import { readAmount } from '../../shop/catalogue/values/price-text.ts';
import type { Reading } from '../../shop/catalogue/values/reading.ts';
import type { ProductSheet } from '../product-sheet.ts';
import { separatedText } from '../separated-writing.ts';

/** Columns that are numbers, and how they are read: "75rb" goes out as 75000, so that a spreadsheet can count with it. */
const NUMBERS: Readonly<Partial<Record<Column, (text: string) => Reading<number | null>>>> = {
  price: (text) => readAmount(text, 'price'), sale_price: (text) => readAmount(text, 'sale_price'), stock: readStock, weight_g: (text) => readWeight(text),
};

/** The owner's products with every column she has, headings first. */
function rowsOf(sheet: ProductSheet): string[][] {
  const columns = sheet.headings.map((heading) => columnOf(heading)?.column ?? null);
  return [[...sheet.headings], ...sheet.rows.map((row) => sheet.headings.map((heading, i) => {
    const text = row.get(heading) ?? '';
    const column = columns[i];
    const reading = column && text.trim() !== '' ? NUMBERS[column]?.(text.trim()) : undefined;
    return reading?.kind === 'good' && reading.value !== null ? String(reading.value) : text;
  }))];
}

/** The products as a CSV that Excel and Google Sheets open safely (S7), and that the shop reads again as it was. */
export const productsAsText = (sheet: ProductSheet): Buffer => Buffer.from(separatedText(rowsOf(sheet), { mark: true }));

/** The products as a workbook: numbers are numbers, all else is text that no program takes for a formula (S7). */
export async function productsAsWorkbook(sheet: ProductSheet): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  const page = book.addWorksheet('Barang', { views: [{ state: 'frozen', ySplit: 1 }] });
  const [headings, ...rows] = rowsOf(sheet);
  const numeric = headings!.map((heading) => NUMBERS[columnOf(heading)?.column ?? 'name'] !== undefined);
  page.addRow(headings!).font = { bold: true };
  // The reader takes one guard off; a text that begins like a guarded one needs another.
  const asText = (text: string): string => (withoutGuard(text) === text ? text : `'${text}`);
  for (const row of rows) page.addRow(row.map((text, i) => (text === '' ? null : numeric[i] && /^\d{1,15}$/.test(text) ? Number(text) : asText(text.replaceAll('\0', '')))));
  headings!.forEach((heading, i) => {
    const column = page.getColumn(i + 1);
    column.width = Math.min(48, Math.max(12, heading.length + 2));
    // A code of figures stays a code, whatever is typed below.
    if (!numeric[i]) column.numFmt = '@';
  });
  return Buffer.from(await book.xlsx.writeBuffer());
}
