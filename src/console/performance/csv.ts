import { guarded } from './formula-guard.ts';
import type { Sheet } from './sheets.ts';

/**
 * A sheet as a CSV file that Excel and Google Sheets open safely (RFC 4180, S7). Semicolons, as Indonesian spreadsheets expect;
 * a BOM, so that letters survive.
 */
export function csvOf(sheet: Sheet): string {
  return `\uFEFF${sheet.rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

const cell = (value: string | number): string => (typeof value === 'number' ? String(value) : `"${guarded(value).replaceAll('"', '""')}"`);
