import type { FileProblems } from '../file-problems.ts';
import { textOfFile } from './file-text.ts';
import { readSeparatedText } from './separated-text.ts';
import { isBlank, type Cell, type Delimiter, type Table } from './table.ts';

const MOST_TITLE_ROWS = 10;
const DELIMITERS: readonly Delimiter[] = [',', ';', '\t'];

/**
 * Reads comma, semicolon or tab separated text. `isHeading` knows which cells may head a column: the delimiter is the
 * one that makes most headings. Null when the file cannot be read (then said in `problems`).
 */
export function readSeparatedFile(file: string, bytes: Uint8Array, isHeading: (text: string) => boolean, problems: FileProblems): Table | null {
  const read = textOfFile(bytes);
  if (read.kind === 'not_text') {
    problems.error({ file, line: 1, column: 1 }, read.what, read.should);
    return null;
  }
  if (read.odd) problems.warn({ file, line: read.odd.line, column: 1 }, read.odd.what, read.odd.should);
  const { text, declared } = withoutDeclaration(read.text);
  const delimiter = declared ?? delimiterOf(text, isHeading);
  const { rows, fault } = readSeparatedText(text, delimiter);
  if (fault) {
    problems.error({ file, line: fault.line, column: fault.column }, fault.what, fault.should);
    return null;
  }
  return { file, kind: 'text', delimiter, rows: rows.filter((row) => !isBlank(row)) };
}

/** Excel's own first line `sep=;` names the delimiter; it is blanked so that lines keep their numbers. */
function withoutDeclaration(text: string): { text: string; declared: Delimiter | null } {
  const match = /^"?sep=([,;\t])"?(?=\r?\n|\r)/i.exec(text);
  return match ? { text: text.slice(match[0].length), declared: match[1] as Delimiter } : { text, declared: null };
}

function delimiterOf(text: string, isHeading: (text: string) => boolean): Delimiter {
  const start = text.slice(0, 20_000).replace(/^[\s,;]*/, '');
  let best: { delimiter: Delimiter; headings: number; cells: number } | null = null;
  for (const delimiter of DELIMITERS) {
    // A marketplace's sheet has title rows above its headings.
    const first = readSeparatedText(start, delimiter, MOST_TITLE_ROWS).rows;
    const headingsOf = (row: readonly Cell[]): number => row.filter((cell) => isHeading(cell.text)).length;
    const found = { delimiter, headings: Math.max(0, ...first.map(headingsOf)), cells: first[0]?.length ?? 0 };
    if (!best || found.headings > best.headings || (found.headings === best.headings && found.cells > best.cells)) best = found;
  }
  return best!.delimiter;
}
