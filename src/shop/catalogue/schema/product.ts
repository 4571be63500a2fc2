import { looksLikeDate, madeADate } from '../values/excel-damage.ts';
import { readSize, readWeight } from '../values/measure-text.ts';
import { readStock } from '../values/number-text.ts';
import { readDate, readEffectiveDates } from '../values/day-text.ts';
import { readPrice } from '../values/price-text.ts';
import { bad, good, type Reading } from '../values/reading.ts';
import { listOf, readSku } from '../values/sku-text.ts';
import { oneOf, readYesNo, textUpTo } from '../values/word-text.ts';
import { readPhotoName } from '../products/photos.ts';
import { readValue } from './bricks.ts';

/** A variant that Excel took for a date ("10-12", "28-Des") is not what the owner typed. */
const readVariant = (name: string) => (text: string): Reading<string | null> =>
  (looksLikeDate(text) ? madeADate(text) : textUpTo(name, 80)(text));

const readCategory = (text: string): Reading<string> =>
  // A feed's category is a path: "Home & Garden > Kitchen & Dining > Cookware".
  textUpTo('kategori', 80)(text.split(/\s*>\s*/).at(-1)!);

const readSalePrice = (text: string): Reading<number> => readPrice(text, 'harga promo');

const listUpTo = (name: string, most: number) => (text: string): Reading<readonly string[]> => {
  const fits = textUpTo(name, most)(text);
  return fits.kind === 'bad' ? fits : good(listOf(text));
};

const AVAILABILITY = { tersedia: 'in stock', ada: 'in stock', ready: 'in stock', habis: 'out of stock', kosong: 'out of stock', 'pre-order': 'available for order', po: 'available for order' } as const;

type Reads<T> = (cell: string) => Reading<T>;

/** A cell read by `read`. Where nothing is written, `empty` says what that means. */
const cell = <T>(read: Reads<T>, empty: Reading<T>, lines: 'one' | 'many' = 'one'): Reads<T> => (written) => readValue(written, read, empty, lines);
const optional = <T, D>(fallback: D, read: Reads<T>, lines?: 'one' | 'many'): Reads<T | D> => cell<T | D>(read, good(fallback), lines);

/**
 * One row of the products file, read cell by cell (design §5). Sizes, prices and stock are checked; places and rows are not known here.
 * Not a schema of zod: of a hundred thousand rows it would take as long as all the rest.
 */
export const PRODUCT_CELLS = {
  sku: cell(readSku, readSku('')),
  name: cell(textUpTo('nama barang', 150), bad('nama barang (name) belum diisi', 'tulis nama barang (name): Wajan Teflon 28 cm')),
  category: optional('Lainnya', readCategory),
  price: cell(readPrice, readPrice('')),
  sale_price: optional(null, readSalePrice),
  sale_from: optional(null, readDate('sale_from')),
  sale_until: optional(null, readDate('sale_until')),
  sale_price_effective_date: optional(null, readEffectiveDates),
  stock: cell(readStock, good(null)),
  weight_g: optional(null, (text) => readWeight(text)),
  weight_kg: optional(null, (text) => readWeight(text, 'kg')),
  size_cm: optional(null, readSize),
  description: optional('', textUpTo('deskripsi', 4_000), 'many'),
  aliases: optional([] as readonly string[], listUpTo('aliases', 1_000), 'many'),
  photo: optional(null, readPhotoName),
  goes_with: optional([] as readonly string[], listUpTo('goes_with', 1_000), 'many'),
  variant_of: optional(null, textUpTo('variant_of', 150)),
  variant: optional(null, readVariant('variant')),
  size: optional(null, readVariant('size')),
  color: optional(null, readVariant('color')),
  pattern: optional(null, readVariant('pattern')),
  tags: optional([] as readonly string[], listUpTo('tags', 1_000), 'many'),
  active: optional(true, readYesNo('active')),
  availability: optional(null, oneOf('availability', ['in stock', 'out of stock', 'preorder', 'available for order', 'discontinued', 'pending', 'mark_as_sold'], AVAILABILITY)),
};

/** What the cells of a row mean. */
export type ProductRow = { readonly [C in keyof typeof PRODUCT_CELLS]: (typeof PRODUCT_CELLS)[C] extends Reads<infer T> ? T : never };
