/** One cell as it was written, and where it starts. */
export interface Cell {
  readonly text: string;
  readonly line: number;
  readonly column: number;
  /** What the spreadsheet program did to the content, where it can be told: such a cell must not be believed. */
  readonly damage?: { readonly what: string; readonly should: string };
}

/** Rows of cells as a file holds them, whatever its kind. Blank rows are left out; rows may be of different lengths. */
export interface Table {
  readonly file: string;
  /** `sheet` cells are named by address (D5) in messages; `text` rows must have as many cells as the header. */
  readonly kind: 'text' | 'sheet' | 'list';
  /** The mark between cells of a text file. */
  readonly delimiter?: Delimiter;
  readonly rows: readonly (readonly Cell[])[];
}

export type Delimiter = ',' | ';' | '\t';

export const isBlank = (row: readonly Cell[]): boolean => row.every((cell) => cell.text.trim() === '' && cell.damage === undefined);

/** "D5", as spreadsheets name cells. */
export function cellAddress(cell: { readonly line: number; readonly column: number }): string {
  let letters = '';
  for (let rest = cell.column; rest > 0; rest = Math.floor((rest - 1) / 26)) letters = String.fromCharCode(65 + (rest - 1) % 26) + letters;
  return `${letters}${cell.line}`;
}
