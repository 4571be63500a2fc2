import type { FileProblems } from '../file-problems.ts';
import type { OwnerFolder } from '../files/owner-folder.ts';
import type { Cell, Table } from '../files/table.ts';
import { PRODUCT_CELLS, type ProductRow } from '../schema/product.ts';
import type { Product } from '../snapshot.ts';
import { saleOf } from './sale.ts';
import { checkAcrossRows, tidyGroups, type ReadRow } from './across-rows.ts';
import { ALL_COLUMNS, type Column } from './columns.ts';
import { readHeader, type Header } from './header.ts';
import { createPhotoFinder } from './photos.ts';
import { addressOf, cellsByColumn, damageOf, spotOf } from './row-shape.ts';
import { createTally, type Tally } from './tally.ts';

/** What a parcel is taken to weigh where the owner has not said. */
const ASSUMED_WEIGHT_G = 1_000;

/** Turns a table into products, in file order. Every mistake is said at its own cell; a row with one gives no product. */
export function readProducts(table: Table, folder: Pick<OwnerFolder, 'path' | 'photos'>, problems: FileProblems): readonly Product[] {
  const header = readHeader(table, problems);
  if (!header) return [];
  const [first, ...body] = table.rows;
  if (body.length === 0) problems.error({ file: table.file, line: first![0]!.line, column: 1 }, 'belum ada barang di bawah baris judul', 'tulis satu barang setiap baris');
  const tally = createTally(problems);
  const photoOf = createPhotoFinder(folder.path, folder.photos);
  const rows = body.map((row): ReadRow => {
    const cells = cellsByColumn(row, header, table, problems);
    const fields = cells && readFields(cells, table, problems);
    const start = row[0]!;
    return {
      sku: cells?.get('sku') ?? tornSku(row, header), goesWith: cells?.get('goes_with') ?? null,
      product: cells && fields && productOf(fields, cells, start, table, photoOf, problems, tally),
    };
  });
  for (const column of header.keys()) warnOfUntitled(column, first!, body, table, problems);
  checkAcrossRows(rows, table, problems);
  tally.tell();
  return tidyGroups(rows.flatMap((row) => row.product ?? []));
}

/** What columns mean that a file does not have. */
const UNWRITTEN = Object.fromEntries(ALL_COLUMNS.flatMap((column) => {
  const reading = PRODUCT_CELLS[column]('');
  return reading.kind === 'good' ? [[column, reading.value]] : [];
}));

function readFields(cells: ReadonlyMap<Column, Cell>, table: Table, problems: FileProblems): ProductRow | null {
  const row: Partial<Record<Column, unknown>> = { ...UNWRITTEN };
  let sound = true;
  for (const column of ALL_COLUMNS) {
    const cell = cells.get(column);
    if (!cell) continue;
    const reading = damageOf(cell, column) ?? PRODUCT_CELLS[column](cell.text);
    if (reading.kind === 'good') row[column] = reading.value;
    else {
      sound = false;
      problems.error(spotOf(table, cell), `${reading.what}${addressOf(table, cell)}`, reading.should);
    }
  }
  return sound ? row as ProductRow : null;
}

function productOf(
  row: ProductRow, cells: ReadonlyMap<Column, Cell>, start: Cell, table: Table,
  photoOf: ReturnType<typeof createPhotoFinder>, problems: FileProblems, tally: Tally,
): Product | null {
  const spot = (column: Column) => spotOf(table, cells.get(column) ?? start);
  const sale = saleOf(row, spot, problems);
  if (sale === 'wrong') return null;
  const weightG = row.weight_g ?? row.weight_kg;
  if (weightG === null) tally.note('weight', spot('weight_g'), (count) => `berat belum diisi${times(count)}, jadi ongkir dihitung seolah ${ASSUMED_WEIGHT_G} g`, 'isi weight_g dengan berat bersama kemasannya, misalnya 900');
  const photo = photoOf(row.photo);
  if (photo.kind === 'link') tally.note('link', spot('photo'), (count) => `${photo.what}${times(count)}`, photo.should);
  else if (photo.kind === 'missing' || photo.kind === 'unusable') problems.warn(spot('photo'), `${photo.what}${addressOf(table, cells.get('photo') ?? start)}`, photo.should);
  if (row.availability === 'in stock' && row.stock === null) tally.note('stock', spot('availability'), (count) => `jumlah stok tidak disebut${times(count)}, jadi dianggap selalu bisa dipesan`, 'tambahkan kolom stock berisi jumlahnya');
  const variant = row.variant ?? ([row.size, row.color, row.pattern].filter((part) => part !== null).join(' ') || null);
  const { title, name } = titled(row.name, variant);
  return {
    sku: row.sku, title, name, category: row.category, price: sale && sale.from === null && sale.until === null ? sale.price : row.price, sale, stock: stockOf(row), weightG: weightG ?? ASSUMED_WEIGHT_G,
    sizeCm: row.size_cm, description: row.description, aliases: row.aliases, photo: photo.kind === 'found' ? photo.path : null,
    goesWith: row.goes_with, variantOf: row.variant_of, variant, tags: row.tags,
    active: row.active && row.availability !== 'discontinued', source: { file: table.file, line: start.line },
  };
}

/** The SKU of a row that does not fit: other rows may rightly name it. */
function tornSku(row: readonly Cell[], header: Header): Cell | null {
  const cell = row[header.indexOf('sku')];
  return cell ? { ...cell, text: cell.text.split(/[,;\t]/)[0]! } : null;
}

const times = (count: number): string => (count > 1 ? ` di ${count} baris (pertama di sini)` : '');

/** A feed says whether there is any; a count, where the owner gives one, says more. */
function stockOf(row: ProductRow): number | null {
  const sold = row.availability === 'out of stock' || row.availability === 'discontinued' || row.availability === 'mark_as_sold';
  return sold ? 0 : row.stock;
}

/** The name with and without its variant, whichever of the two the owner wrote. */
export function titled(written: string, variant: string | null): { title: string; name: string } {
  if (variant === null) return { title: written, name: written };
  const at = written.toLowerCase().lastIndexOf(variant.toLowerCase());
  const whole = at >= 0 && !/[\p{L}\p{N}]/u.test((written[at - 1] ?? ' ') + (written[at + variant.length] ?? ' '));
  if (!whole) return { title: `${written} ${variant}`, name: written };
  const rest = `${written.slice(0, at)} ${written.slice(at + variant.length)}`.replace(/[\s,(/-]+$|\(\s*\)/g, '').replace(/\s+/g, ' ').trim();
  return { title: written, name: rest === '' ? written : rest };
}

/** Cells under no heading are read by nobody: said once a column. */
function warnOfUntitled(column: number, header: readonly Cell[], body: Table['rows'], table: Table, problems: FileProblems): void {
  if (header[column]!.text.trim() !== '') return;
  const written = body.find((row) => row[column] !== undefined && row[column].text.trim() !== '')?.[column];
  if (written) problems.warn(spotOf(table, written), `kolom ke-${column + 1} berisi tulisan tetapi tidak berjudul, jadi dilewati`, 'beri judul di baris pertama, atau kosongkan');
}
