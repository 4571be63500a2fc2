import { bad, good, quoted, type Reading } from './reading.ts';

const MOST_STOCK = 1_000_000;

/** How many there are; null (an empty cell) is made to order. */
export function readStock(text: string): Reading<number | null> {
  if (text === '') return good(null);
  const how = 'tulis jumlah bulat, misalnya 12; 0 bila habis; kosongkan bila dibuat sesuai pesanan';
  if (/^[-−]\s*\d/.test(text)) return bad(`stok ${quoted(text)} kurang dari nol`, 'tulis jumlah yang ada di gudang, misalnya 0 atau 12');
  if (/^(?:habis|kosong|sold out|out of stock)$/i.test(text)) return bad(`stok ${quoted(text)} bukan angka`, 'tulis 0 bila habis');
  if (/^(?:po|pre-?order|pesanan|-|–|∞|unlimited)$/i.test(text)) return bad(`stok ${quoted(text)} bukan angka`, 'kosongkan selnya bila barang dibuat sesuai pesanan');
  const grouped = /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(text) ? text.replaceAll('.', '') : text.replace(/[.,]0{1,2}$/, '');
  if (/^\d+[.,]\d+$|[½¼¾]/.test(grouped)) return bad(`stok ${quoted(text)} bukan bilangan bulat`, how);
  const count = /^(\d+)\s*(?:pcs|buah|bh|unit|set|pak|pack)?$/i.exec(grouped);
  if (!count) return bad(`stok ${quoted(text)} bukan angka`, how);
  return Number(count[1]) > MOST_STOCK ? bad(`stok ${quoted(text)} terlalu besar`, 'paling banyak 1.000.000') : good(Number(count[1]));
}

/** A whole number between two bounds, as settings need it. `name` is the setting's own name. */
export const wholeNumber = (name: string, least: number, most: number, example: number) => (text: string): Reading<number> => {
  const should = `tulis angka bulat ${least} sampai ${most}, misalnya ${name}: ${example}`;
  if (!/^[+-]?\d+$/.test(text)) return bad(`${name} ${quoted(text)} bukan angka bulat`, should);
  const value = Number(text);
  return value < least || value > most ? bad(`${name} ${text} di luar batas`, should) : good(value);
};

/** A number that may have a fraction, with a comma or a point: "4.5", "4,5". */
export const decimalNumber = (name: string, least: number, most: number, example: string) => (text: string): Reading<number> => {
  const should = `tulis angka ${least} sampai ${most}, misalnya ${name}: ${example}`;
  if (!/^-?\d+(?:[.,]\d+)?$/.test(text)) return bad(`${name} ${quoted(text)} bukan angka`, should);
  const value = Number(text.replace(',', '.'));
  return value < least || value > most ? bad(`${name} ${text} di luar batas`, should) : good(value);
};
