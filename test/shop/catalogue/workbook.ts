import ExcelJS from 'exceljs';

type CellValue = ExcelJS.CellValue;

/** A workbook as Excel saves it. */
export async function workbook(rows: readonly (readonly CellValue[])[], change: (sheet: ExcelJS.Worksheet, book: ExcelJS.Workbook) => void = () => {}): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Barang');
  rows.forEach((row) => sheet.addRow([...row]));
  change(sheet, book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}
