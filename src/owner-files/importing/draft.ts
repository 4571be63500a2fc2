import type { Cell } from '../../shop/catalogue/files/table.ts';
import type { Column } from '../../shop/catalogue/products/columns.ts';
import { titled } from '../../shop/catalogue/products/read-products.ts';
import type { Tally } from '../../shop/catalogue/products/tally.ts';
import { parseRupiah } from '../../shop/catalogue/money-text.ts';
import { activeText, categoryText, descriptionText, listText, shortened, sizeText, stockText, unitInHeading, weightText } from './plain-values.ts';
import type { Recognised } from './recognise.ts';
import type { SourceField } from './source-field.ts';
import type { Piece } from './source-format.ts';

/** One product on its way into our file: each cell as ours has it, still knowing where it came from. */
export interface Draft {
  readonly line: number;
  /** Absent where the source does not say. */
  readonly cells: Readonly<Partial<Record<Column, Cell>>>;
  /** The main picture: a link, or a file's name. */
  readonly picture: Cell | null;
  /** Name and options together, as a customer reads them. */
  readonly title: string;
  readonly identity: string;
}

export interface DraftParts {
  readonly recognised: Recognised;
  readonly tally: Tally;
  /** Today in the shop's zone, `YYYY-MM-DD`: a sale that is over is no sale. */
  readonly today: string;
}

const LONGEST_NAME = 150;
const LONGEST_DESCRIPTION = 4_000;
const LONGEST_VARIANT = 80;

/** Our own columns that a source says something about: where it is silent, what the owner has written stays. */
export function columnsSaid({ placing, format }: Recognised): ReadonlySet<Column> {
  const has = (...fields: readonly SourceField[]): boolean => fields.some((field) => placing.has(field));
  const said: Record<string, boolean> = {
    sku: has('sku'), name: has('name'), category: has('category'), price: has('price'), sale_price: has('was_price', 'sale_price'), sale_from: has('was_price', 'sale_price'), sale_until: has('was_price', 'sale_price'), stock: has('stock', 'tracked', 'availability'),
    weight_g: has('weight'), size_cm: has('size_cm') || has('length'), description: has('description', 'short_description'), aliases: has('aliases'), photo: has('image', 'variant_image'),
    goes_with: has('goes_with'), variant_of: has('group', 'parent') || format.marks.length > 0, variant: has('option_1', 'option_2', 'option_3'), tags: has('tags'), active: has('active', 'published'),
  };
  return new Set((Object.keys(said) as Column[]).filter((column) => said[column]));
}

/** A piece as our file would have it. What is not understood is left as written, for the check to speak of. */
export function draftOf(piece: Piece, { recognised, tally, today }: DraftParts): Draft {
  const { format, placing, header, table } = recognised;
  const { row, parent } = piece;
  const cells: Partial<Record<Column, Cell>> = {};
  const own = (field: SourceField): Cell | null => row.cell(field);
  const shared = (field: SourceField): Cell | null => row.cell(field) ?? parent?.cell(field) ?? null;
  const text = (field: SourceField): string => shared(field)?.text.trim() ?? '';
  const put = (column: Column, cell: Cell | null, change: (text: string) => string = (same) => same.trim()): void => {
    if (cell) cells[column] = { ...cell, text: change(cell.text) };
  };
  const spot = (cell: Cell) => ({ file: table.file, line: cell.line, column: cell.column });
  const cut = (most: number, what: string) => (cell: Cell): Cell => {
    if (cell.text.length <= most) return cell;
    tally.note(`long ${what}`, spot(cell), (count) => `${what} lebih dari ${most} huruf dipotong${rows(count)}`, 'pendekkan di sumbernya bila potongannya kurang pas');
    return { ...cell, text: shortened(cell.text, most) };
  };

  const sku = own('sku');
  if (sku) {
    const safe = sku.text.trim().replace(/\s*[|,;]\s*/g, '-');
    if (safe !== sku.text.trim()) tally.note('sku', spot(sku), (count) => `kode barang dengan koma, titik koma, atau garis tegak ditulis dengan tanda hubung${rows(count)}`, 'samakan di sumbernya bila kodenya dipakai bersama');
    cells.sku = { ...sku, text: safe };
  }
  const name = piece.name ?? shared('name');
  if (name) cells.name = cut(LONGEST_NAME, 'nama barang')({ ...name, text: descriptionText(name.text, false).replace(/\s+/g, ' ') });
  else cells.name = { ...row.place('name'), text: '' };
  const variant = piece.options.map((option) => option.text.trim()).filter(Boolean).join(' ');
  if (variant !== '') cells.variant = cut(LONGEST_VARIANT, 'varian')({ ...piece.options[0]!, text: variant });
  if (piece.group) cells.variant_of = cut(LONGEST_NAME, 'nama kelompok varian')({ ...piece.group, text: descriptionText(piece.group.text, false).replace(/\s+/g, ' ') });

  put('category', shared('category'), (written) => categoryText(written, format.categoryPaths));
  putPrices();
  putStock();
  const weight = shared('weight');
  const unit = unitInHeading(header[placing.get('weight')?.[0] ?? -1]?.text ?? '') ?? format.weightIn;
  put('weight_g', weight, (written) => weightText(written, unit, format.machineNumbers));
  put('size_cm', shared('size_cm'));
  const size = sizeText(text('length'), text('width'), text('height'));
  if (size !== '') cells.size_cm = { ...shared('length')!, text: size };
  const description = shared('description') ?? shared('short_description');
  if (description) cells.description = cut(LONGEST_DESCRIPTION, 'deskripsi')({ ...description, text: descriptionText(description.text, format.machineNumbers) });
  put('aliases', shared('aliases'));
  put('tags', shared('tags'), listText);
  put('goes_with', shared('goes_with'), listText);
  const status = shared('active') ?? shared('published');
  if (status) cells.active = { ...status, text: activeText(text('published'), text('active')) };

  if (/^discontinued$/i.test(text('availability'))) cells.active = { ...shared('availability')!, text: 'no' };

  const pictures = [...row.cells('variant_image'), ...row.cells('image'), ...parent?.cells('image') ?? []];
  const picture = pictures[0] ?? null;
  return {
    line: row.line, cells, title: titled(cells.name.text, variant === '' ? null : variant).title, identity: piece.identity,
    picture: picture && { ...picture, text: picture.text.split(/\s*,\s*(?=https?:)|\n/)[0]!.trim() },
  };

  /** The usual price and, where there is one, the lower one of a sale; programs name them in two ways. */
  function putPrices(): void {
    const [price, was, sale] = [own('price'), own('was_price'), own('sale_price')];
    put('price', price ?? row.place('price'));
    const [now, before] = [amount(price), amount(was)];
    if (now !== null && before !== null && before > now) {
      put('price', was);
      put('sale_price', price);
    }
    if (!sale || amount(sale) === 0 || (now !== null && (amount(sale) ?? 0) >= now)) return;
    const [from, until] = saleDays(text('sale_from'), text('sale_until'), text('sale_dates'));
    if (until !== '' && until < today) return;
    // What is written and no day stays as it is, for the check to refuse: without it the sale would never end.
    for (const [field, found] of [['sale_from', from], ['sale_until', until]] as const) if (found === '') put(field, own(field));
    if (from !== '') cells.sale_from = { ...(own('sale_from') ?? own('sale_dates'))!, text: from };
    if (until !== '') cells.sale_until = { ...(own('sale_until') ?? own('sale_dates'))!, text: until };
    put('sale_price', sale);
  }

  /** Empty is made to order: what a program does not count, or sells beyond its count. */
  function putStock(): void {
    const stock = own('stock');
    const availability = own('availability');
    const tracked = placing.has('tracked') ? own('tracked') : undefined;
    const oversell = /^(?:continue|true|1|yes|notify|ya)$/i.test(own('oversell')?.text.trim() ?? '');
    const at = stock ?? availability ?? row.place('stock');
    const soldOut = availability !== null && /^(?:0|no|out[ _]of[ _]stock|outofstock|habis|kosong|discontinued|tidak)$/i.test(availability.text.trim());
    if (soldOut) cells.stock = { ...at, text: '0' };
    else if (tracked === null || oversell) {
      if (oversell && stock) tally.note('oversell', spot(stock), (count) => `barang yang boleh dijual melebihi stok dianggap dibuat sesuai pesanan${rows(count)}`, 'isi kolom stock di products.csv bila jumlahnya dibatasi');
      cells.stock = { line: at.line, column: at.column, text: '' };
    } else if (stock) {
      if (stockText(stock.text) !== stock.text.trim()) tally.note('negative', spot(stock), (count) => `stok kurang dari nol ditulis 0${rows(count)}`, 'hitung ulang di gudang');
      put('stock', stock, stockText);
    } else if (placing.has('stock') || availability) cells.stock = { line: at.line, column: at.column, text: '' };
  }
}

const amount = (cell: Cell | null): number | null => {
  const reading = cell ? parseRupiah(cell.text) : null;
  return reading?.kind === 'money' ? reading.amount : null;
};

const day = (text: string): string => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0] ?? '';

function saleDays(from: string, until: string, both: string): readonly [string, string] {
  const [first = '', last = ''] = both.split('/');
  return [day(from) || day(first), day(until) || day(last)];
}

const rows = (count: number): string => (count > 1 ? ` di ${count} baris (pertama di sini)` : '');
