import { FileProblems } from '../shop/catalogue/file-problems.ts';
import { openOwnerFolder } from '../shop/catalogue/files/owner-folder.ts';
import { readSeparatedFile } from '../shop/catalogue/files/separated-file.ts';
import type { Table } from '../shop/catalogue/files/table.ts';
import { readWorkbook } from '../shop/catalogue/files/workbook.ts';
import { readYaml } from '../shop/catalogue/files/yaml-file.ts';
import { columnOf, isHeading, type Column } from '../shop/catalogue/products/columns.ts';
import { tableOfList } from '../shop/catalogue/products/listed-products.ts';
import { skuKey } from '../shop/catalogue/values/sku-text.ts';

/** The owner's products file as written: every column under her own heading, those we have no use for too. */
export interface ProductSheet {
  readonly file: string;
  readonly headings: readonly string[];
  /** Cells by heading, in file order. */
  readonly rows: readonly SheetRow[];
  /** The heading a column of ours stands under; our own name where it has none yet. */
  headingOf(column: Column): string;
}

export type SheetRow = ReadonlyMap<string, string>;

export const PRODUCT_HEADINGS: readonly Column[] = ['sku', 'name', 'category', 'price', 'stock', 'weight_g', 'description', 'aliases', 'photo', 'goes_with', 'variant_of', 'variant', 'tags', 'active'];

/** The products file of a folder, or null where there is none that can be read. */
export async function readProductSheet(folder: string): Promise<ProductSheet | null> {
  const problems = new FileProblems();
  const owner = await openOwnerFolder(folder, problems);
  const file = owner?.find('products.csv') ?? owner?.find('products.tsv') ?? owner?.find('products.xlsx') ?? owner?.find('products.yaml') ?? owner?.find('products.yml') ?? null;
  const bytes = file === null ? null : await owner!.read(file);
  if (file === null || !bytes) return null;
  const table = await tableOf(file, bytes, problems);
  return table && table.rows.length > 0 ? sheetOf(table) : null;
}

async function tableOf(file: string, bytes: Buffer, problems: FileProblems): Promise<Table | null> {
  if (/\.xlsx$/i.test(file)) return readWorkbook(file, bytes, isHeading, problems);
  if (/\.(?:csv|tsv)$/i.test(file)) return readSeparatedFile(file, bytes, isHeading, problems);
  const yaml = readYaml(file, bytes, problems);
  return yaml && tableOfList(yaml, problems);
}

function sheetOf(table: Table): ProductSheet {
  const [header, ...body] = table.rows;
  const headings = header!.map((cell) => cell.text.trim());
  const rows = body.map((row): SheetRow => new Map(headings.flatMap((heading, i) => (heading === '' ? [] : [[heading, row[i]?.text ?? ''] as const]))));
  return { file: table.file, headings: headings.filter((heading) => heading !== ''), rows, headingOf: headingsOf(headings) };
}

/** Where a file has two headings for one column, the one that the shop reads. */
export function headingsOf(headings: readonly string[]): (column: Column) => string {
  const best = new Map<Column, { readonly heading: string; readonly rank: number }>();
  for (const heading of headings) {
    const found = columnOf(heading);
    if (found && (best.get(found.column)?.rank ?? Infinity) > found.rank) best.set(found.column, { heading, rank: found.rank });
  }
  return (column) => best.get(column)?.heading ?? column;
}

export const skuOf = (sheet: Pick<ProductSheet, 'headingOf'>, row: SheetRow): string => skuKey(row.get(sheet.headingOf('sku')) ?? '');
