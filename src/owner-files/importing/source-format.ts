import type { Cell } from '../../shop/catalogue/files/table.ts';
import type { SourceField } from './source-field.ts';
import type { SourceRow } from './source-row.ts';

/** One thing to sell as the source has it: its own row, and the row that says what its siblings share. */
export interface Piece {
  readonly row: SourceRow;
  /** Null where the row says everything itself. */
  readonly parent: SourceRow | null;
  /** Its name, where that is not what its own row says. */
  readonly name?: Cell | null;
  /** The name its variants share; null for a product that stands alone. */
  readonly group: Cell | null;
  /** The options it differs in: "Merah", "L". */
  readonly options: readonly Cell[];
  /** Marks of the product and the variant in its own program, from which a missing SKU is made; the same at every export. */
  readonly identity: string;
}

/** What a row is no piece for, said to the owner. */
export type PassOver = (row: SourceRow, kind: string, what: (count: number) => string, should: string) => void;

/** How one program writes its products. */
export interface SourceFormat {
  /** As the owner knows it: "Shopify", "Shopee". */
  readonly name: string;
  /** Heading keys of which all of one set must be there; an empty list takes any file. */
  readonly marks: readonly (readonly string[])[];
  /** The heading keys of each field, best first. */
  readonly columns: Readonly<Partial<Record<SourceField, readonly (string | RegExp)[]>>>;
  /** Headings that say nothing a shop assistant needs. */
  readonly unused?: RegExp;
  /** What a weight is in where neither the cell nor its heading says. */
  readonly weightIn: 'g' | 'kg';
  /** True where a program has written the numbers: "1.250" is one and a quarter. False where people have. */
  readonly machineNumbers: boolean;
  /** True where a category is a code and a path: "100636 - Rumah Tangga/Dapur/Wajan". */
  readonly categoryPaths: boolean;
  /** True where rows under the headings explain them. */
  readonly hintRows: boolean;
  pieces(rows: readonly SourceRow[], passOver: PassOver): readonly Piece[];
}
