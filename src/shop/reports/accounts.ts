import type { BusinessHours } from '../service/business-hours.ts';
import type { Rupiah } from '../units.ts';
import { ACCOUNT_WORDS, type AccountWords } from './account-words.ts';
import { csvOf } from './csv.ts';
import { ENTRY_KINDS, type Entry, type EntryKind, type Ledger } from './journal.ts';

/** One sheet of the accounts: headings, and rows of texts and whole rupiah. */
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
  /** Whether the last row is the sum of the others. */
  readonly summed: boolean;
}

const sumsOf = (sums: Readonly<Record<EntryKind, Rupiah>>): readonly number[] => ENTRY_KINDS.map((kind) => sums[kind]);

/** The accounts of a span: what each day came to, each order, and every entry behind them. The last row of days and orders is the sum. */
export function accountSheets(ledger: Ledger, hours: BusinessHours, language: keyof typeof ACCOUNT_WORDS = 'id'): readonly Sheet[] {
  const words = ACCOUNT_WORDS[language];
  return [daySheet(ledger, words), orderSheet(ledger, words), journalSheet(ledger, hours, words)];
}

function daySheet({ days, total }: Ledger, words: AccountWords): Sheet {
  const row = (name: string, day: Ledger['total']) => [name, day.orders, ...sumsOf(day.sums), day.sales, day.cash];
  return {
    name: words.sheets.days, headings: [words.date, words.orders, ...ENTRY_KINDS.map((kind) => words.kinds[kind]), words.netSales, words.netCash],
    rows: [...days.map((day) => row(day.day, day)), row(words.sum, total)], summed: true,
  };
}

function orderSheet({ entries, total }: Ledger, words: AccountWords): Sheet {
  const orders = new Map<string, Record<EntryKind, Rupiah>>();
  for (const entry of entries) {
    const sums = orders.get(entry.order) ?? Object.fromEntries(ENTRY_KINDS.map((kind) => [kind, 0])) as Record<EntryKind, Rupiah>;
    sums[entry.kind] += entry.amount;
    orders.set(entry.order, sums);
  }
  return {
    name: words.sheets.orders, headings: [words.order, ...ENTRY_KINDS.map((kind) => words.kinds[kind])],
    rows: [...[...orders].map(([order, sums]) => [order, ...sumsOf(sums)]), [words.sum, ...sumsOf(total.sums)]], summed: true,
  };
}

function journalSheet({ entries }: Ledger, hours: BusinessHours, words: AccountWords): Sheet {
  const clock = (entry: Entry): string => {
    const minutes = Math.floor(hours.localMinutes(entry.at));
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}.${String(minutes % 60).padStart(2, '0')}`;
  };
  const note = (entry: Entry): string => (entry.kind === 'ended' || entry.kind === 'payment' ? words.notes[entry.note] ?? entry.note : entry.note);
  return {
    name: words.sheets.journal, headings: [words.date, words.time, words.order, words.kind, words.note, 'Rupiah'],
    rows: entries.map((entry) => [hours.localDate(entry.at), clock(entry), entry.order, words.kinds[entry.kind], note(entry), entry.amount]), summed: false,
  };
}

/** One sheet as a CSV that spreadsheets open safely (S7). */
export const sheetAsCsv = (sheet: Sheet): string => csvOf([sheet.headings, ...sheet.rows]);

/** The sheets as a workbook: figures are numbers, and all else is text that no program takes for a formula (S7). */
export async function sheetsAsWorkbook(sheets: readonly Sheet[]): Promise<Uint8Array<ArrayBuffer>> {
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  for (const sheet of sheets) {
    const page = book.addWorksheet(sheet.name, { views: [{ state: 'frozen', ySplit: 1 }] });
    page.addRow([...sheet.headings]).font = { bold: true };
    for (const row of sheet.rows) page.addRow(row.map((cell) => (typeof cell === 'number' ? cell : cell.replaceAll('\0', ''))));
    sheet.headings.forEach((heading, i) => {
      const column = page.getColumn(i + 1);
      column.width = Math.max(12, heading.length + 2);
      column.numFmt = sheet.rows.some((row) => typeof row[i] === 'number') ? '#,##0' : '@';
    });
    if (sheet.summed && sheet.rows.length > 0) page.lastRow!.font = { bold: true };
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}
