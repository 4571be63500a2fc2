import { withoutGuard } from './formula-guard.ts';
import type { Cell, Delimiter } from './table.ts';

export interface SeparatedText {
  readonly rows: readonly (readonly Cell[])[];
  /** The first fault of quoting; what follows it would be guesswork and is not read. */
  readonly fault: { readonly line: number; readonly column: number; readonly what: string; readonly should: string } | null;
}

const HOW_QUOTES = 'tutup dengan ", dan tulis kutip di dalam teks sebagai "" (dua kali)';
const NEWLINE = 10;
const RETURN = 13;
const QUOTE = 34;

/**
 * Separated text as RFC 4180 has it and spreadsheets write it: quoted cells may hold delimiters and line breaks, line
 * breaks are CRLF, LF or CR. Our own reader because every cell must know the line and column it starts at, which
 * libraries tell of a record's end only. A quote that does not begin a cell is an ordinary letter (`Panci 12"`).
 */
export function readSeparatedText(text: string, delimiter: Delimiter, mostRows = Infinity): SeparatedText {
  const mark = delimiter.charCodeAt(0);
  const rows: Cell[][] = [];
  let at = 0;
  let line = 1;
  let lineStart = 0;
  let row: Cell[] = [];

  const endLine = (): void => {
    at += text.charCodeAt(at) === RETURN && text.charCodeAt(at + 1) === NEWLINE ? 2 : 1;
    line++;
    lineStart = at;
  };

  while (rows.length < mostRows) {
    const start = { line, column: at - lineStart + 1 };
    let open = at;
    while (text[open] === ' ') open++;
    let cell: string;
    if (text.charCodeAt(open) === QUOTE) {
      at = open + 1;
      let from = at;
      cell = '';
      for (;;) {
        if (at >= text.length) return { rows, fault: { ...start, what: 'tanda kutip (") dibuka di sini dan tidak pernah ditutup', should: HOW_QUOTES } };
        const code = text.charCodeAt(at);
        if (code === NEWLINE || code === RETURN) {
          cell += `${text.slice(from, at)}\n`;
          endLine();
          from = at;
        } else if (code !== QUOTE) at++;
        else if (text.charCodeAt(at + 1) === QUOTE) {
          cell += text.slice(from, at + 1);
          at += 2;
          from = at;
        } else break;
      }
      cell += text.slice(from, at);
      at++;
      const closed = { line, column: at - lineStart };
      while (text[at] === ' ') at++;
      const code = text.charCodeAt(at);
      if (at < text.length && code !== mark && code !== NEWLINE && code !== RETURN) {
        return {
          rows, fault: closed.line === start.line
            ? { ...closed, what: 'ada tulisan sesudah tanda kutip penutup', should: HOW_QUOTES }
            : { ...start, what: `tanda kutip (") dibuka di sini dan baru bertemu kutip lain di baris ${closed.line}, mungkin lupa ditutup`, should: HOW_QUOTES },
        };
      }
    } else {
      const from = at;
      for (; at < text.length; at++) {
        const code = text.charCodeAt(at);
        if (code === mark || code === NEWLINE || code === RETURN) break;
      }
      cell = text.slice(from, at);
    }
    row.push({ text: withoutGuard(withoutExcelTrick(cell)), ...start });
    if (at < text.length && text.charCodeAt(at) === mark) {
      at++;
      continue;
    }
    rows.push(row);
    row = [];
    if (at >= text.length) break;
    endLine();
    if (at >= text.length) break;
  }
  return { rows, fault: null };
}

/** `="00123"`: how some programs keep Excel from eating leading zeros. */
const withoutExcelTrick = (cell: string): string => (cell.startsWith('="') && cell.endsWith('"') && cell.length > 3 ? cell.slice(2, -1) : cell);
