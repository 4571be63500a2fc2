import type { FileProblems } from '../file-problems.ts';
import type { Cell, Table } from '../files/table.ts';
import { nearest } from '../nearest.ts';
import type { Product } from '../snapshot.ts';
import { quoted } from '../values/reading.ts';
import { listOf, skuKey } from '../values/sku-text.ts';
import { addressOf, spotOf } from './row-shape.ts';

/** One row as far as it could be read. */
export interface ReadRow {
  readonly sku: Cell | null;
  readonly goesWith: Cell | null;
  readonly product: Product | null;
}

/** Looking for the nearest SKU compares with them all: enough for an owner's slips, not for a column of rubbish. */
const MOST_SUGGESTIONS = 50;

/** What only shows when all rows are known: doubled SKUs, companions that do not exist, variants that cannot be told apart. */
export function checkAcrossRows(rows: readonly ReadRow[], table: Table, problems: FileProblems): void {
  const first = new Map<string, Cell>();
  for (const { sku } of rows) {
    const key = sku === null ? '' : skuKey(sku.text);
    if (sku === null || key === '') continue;
    const earlier = first.get(key);
    if (earlier) problems.error(spotOf(table, sku), `kode barang ${quoted(sku.text.trim())} di baris ${sku.line} sudah dipakai di baris ${earlier.line}${addressOf(table, sku)}`, 'beri kode yang berbeda untuk setiap barang dan ukuran, misalnya WTG-28 dan WTG-30');
    else first.set(key, sku);
  }
  checkCompanions(rows, first, table, problems);
  checkVariants(rows, table, problems);
}

function checkCompanions(rows: readonly ReadRow[], known: ReadonlyMap<string, Cell>, table: Table, problems: FileProblems): void {
  const skus = [...known.values()].map((cell) => cell.text.trim());
  let suggested = 0;
  for (const { sku, goesWith } of rows) {
    if (!sku || !goesWith) continue;
    for (const companion of listOf(goesWith.text)) {
      if (skuKey(companion) === skuKey(sku.text)) {
        problems.warn(spotOf(table, goesWith), `goes_with ${quoted(companion)} menunjuk barang itu sendiri`, 'tulis kode barang lain yang dipakai bersamanya, atau kosongkan');
      } else if (!known.has(skuKey(companion))) {
        const near = suggested++ < MOST_SUGGESTIONS ? nearest(companion, skus) : null;
        problems.error(spotOf(table, goesWith), `goes_with menyebut kode barang ${quoted(companion)} yang tidak ada${addressOf(table, goesWith)}`,
          /[,;]/.test(companion) ? 'pisahkan kode barang dengan garis tegak: SPT-SIL|TTP-28' : near === null ? 'tulis kode (sku) yang ada di berkas ini, dipisah garis tegak: SPT-SIL|TTP-28' : `maksud Anda "${near}"?`);
      }
    }
  }
}

function checkVariants(rows: readonly ReadRow[], table: Table, problems: FileProblems): void {
  const lines = new Map<string, number>();
  for (const { product, sku } of rows) {
    if (!product || !sku || !product.active) continue;
    const title = product.title.toLowerCase();
    const earlier = lines.get(title);
    if (earlier !== undefined) problems.warn(spotOf(table, sku), `nama ${quoted(product.title)} sama dengan baris ${earlier}, jadi pelanggan tidak bisa membedakannya`, 'isi variant yang berbeda, misalnya 28 cm dan 30 cm');
    else lines.set(title, sku.line);
  }
}

/** Groups and categories that differ only in case or blanks are one, spelt as where they first stand; nothing goes with itself. */
export function tidyGroups(products: readonly Product[]): readonly Product[] {
  const spelt = new Map<string, string>();
  const first = (kind: string, text: string): string => {
    const key = `${kind} ${text.toLowerCase()}`;
    const known = spelt.get(key);
    if (known === undefined) spelt.set(key, text);
    return known ?? text;
  };
  return products.map((product) => ({
    ...product,
    category: first('category', product.category),
    variantOf: product.variantOf === null ? null : first('group', product.variantOf),
    goesWith: product.goesWith.filter((companion) => skuKey(companion) !== skuKey(product.sku)),
  }));
}
