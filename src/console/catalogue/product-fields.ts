import type { CellTexts } from '../../owner-files/products-edit.ts';
import type { Column } from '../../shop/catalogue/products/columns.ts';
import type { Product } from '../../shop/catalogue/snapshot.ts';
import type { Field } from '../owner-forms/fields.ts';

type Shape = Pick<Field, 'label' | 'kind'> & Partial<Field>;

/** What can be written of a product on a phone, in the order in which an owner thinks of it. Its stock is counted, not written. */
const SHAPES: Readonly<Partial<Record<Column, Shape>>> = {
  price: { label: 'Harga (Rp)', kind: 'number', example: '75000' },
  sale_price: { label: 'Harga promo (Rp)', kind: 'number', hint: 'Kosongkan bila tidak ada promo.' },
  sale_from: { label: 'Promo mulai', kind: 'date' },
  sale_until: { label: 'Promo sampai', kind: 'date', hint: 'Hari itu ikut berlaku.' },
  name: { label: 'Nama', kind: 'text' },
  description: { label: 'Keterangan', kind: 'long' },
  category: { label: 'Kategori', kind: 'text' },
  variant: { label: 'Varian', kind: 'text', example: '28 cm' },
  weight_g: { label: 'Berat dengan kemasan (gram)', kind: 'number', example: '900' },
  aliases: { label: 'Sebutan lain', kind: 'long', hint: 'Satu per baris: nama yang dipakai pelanggan, dengan ejaan mereka.' },
  goes_with: { label: 'Cocok dengan', kind: 'long', hint: 'Kode barang, satu per baris.' },
  tags: { label: 'Label', kind: 'long', hint: 'Satu per baris.' },
};
const LISTS: readonly Column[] = ['aliases', 'goes_with', 'tags'];

/** Fields of a product that is there, as far as its file has their columns. */
export function fieldsOf(product: Product, cells: CellTexts, columns: readonly Column[]): readonly Field[] {
  return [
    ...shapesFor(columns).map(([column, shape]): Field => ({ ...shape, path: [column], shown: LISTS.includes(column) ? linesOf(cells[column] ?? '') : cells[column] ?? '' })),
    ...(columns.includes('active') ? [{ path: ['active'], label: 'Dijual', kind: 'tick', shown: product.active ? 'yes' : 'no', hint: 'Yang tidak dijual tidak ditawarkan asisten; riwayatnya tetap ada.' } as const] : []),
  ];
}

/** Fields of a product that is new. */
export function fieldsOfNew(columns: readonly Column[]): readonly Field[] {
  return [
    { path: ['sku'], label: 'Kode barang (SKU)', kind: 'text', shown: '', example: 'WTG-28', hint: 'Berbeda untuk tiap barang dan ukuran.' },
    ...shapesFor(columns).filter(([column]) => !column.startsWith('sale_')).map(([column, shape]): Field => ({ ...shape, path: [column], shown: '' })),
    ...(columns.includes('stock') ? [{ path: ['stock'], label: 'Stok sekarang', kind: 'number', shown: '', hint: 'Kosongkan bila dibuat saat dipesan.' } as const] : []),
  ];
}

const shapesFor = (columns: readonly Column[]): readonly (readonly [Column, Shape])[] =>
  (Object.entries(SHAPES) as [Column, Shape][]).filter(([column]) => columns.includes(column)).map(([column, shape]) => [column, { ...shape, content: contentFor(column, shape) }]);

const linesOf = (cell: string): string => cell.split('|').map((part) => part.trim()).filter((part) => part !== '').join('\n');
/** Cells are text; lists in one are parted by upright strokes. */
const contentFor = (column: Column, shape: Shape) => (posted: string): string =>
  (LISTS.includes(column) ? posted.split('\n').map((line) => line.trim()).filter((line) => line !== '').join('|') : shape.kind === 'long' ? posted.replace(/\s*\n\s*/g, ' ') : posted);
