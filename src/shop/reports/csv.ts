/**
 * Rows as a CSV file that Excel and Google Sheets open safely (RFC 4180, S7): text that a spreadsheet would take for a formula
 * gets an apostrophe before it. Semicolons, as Indonesian spreadsheets expect; a BOM, so that letters survive.
 */
export function csvOf(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}

const FORMULA = /^[\s\0]*[=+\-@\t\r\0]/;

function cell(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('\0', '').replaceAll('"', '""')}"`;
}
