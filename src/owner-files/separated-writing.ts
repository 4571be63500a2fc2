import { guarded } from '../shop/catalogue/files/formula-guard.ts';

const quoted = (text: string): string => (/[",;\r\n\t]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/**
 * Rows as comma separated text (RFC 4180), guarded against formulas (S7); our own reader takes the guard off again. With `mark`,
 * Excel knows it for UTF-8.
 */
export function separatedText(rows: Iterable<readonly string[]>, options: { readonly mark: boolean }): string {
  const lines: string[] = [];
  for (const row of rows) lines.push(row.map((text) => quoted(guarded(text.replaceAll('\0', '')))).join(','));
  return `${options.mark ? '\uFEFF' : ''}${lines.join('\r\n')}\r\n`;
}
