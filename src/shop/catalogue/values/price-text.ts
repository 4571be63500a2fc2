import type { Rupiah } from '../../units.ts';
import { parseRupiah } from '../money-text.ts';
import { looksScientific } from './excel-damage.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

const HOW = 'tulis seperti 75000, 75.000, Rp 75.000, 75rb, atau 1,5jt';
/** No coin is worth less: a smaller price is one that a spreadsheet has read "75.000" as 75 for. */
const SMALLEST_PRICE = 100;
const LARGEST = 10_000_000_000;

/** A price or tariff: whole rupiah, not negative. `name` is the word for it in messages. */
export function readAmount(text: string, name: string): Reading<Rupiah> {
  if (looksScientific(text)) return bad(`Excel mengubah ${name} menjadi ${text}`, 'ubah format kolomnya menjadi Angka tanpa desimal, misalnya 1500000');
  if (/^(?:rp\.?\s*)?[-−(]\s*(?:rp\.?\s*)?\d/i.test(text)) return bad(`${name} ${quoted(text)} kurang dari nol`, 'tulis tanpa tanda minus, misalnya 75000');
  const reading = parseRupiah(text);
  if (reading.kind === 'unclear') return bad(`${name} ${quoted(text)} bisa dibaca lebih dari satu cara`, meant(text));
  if (reading.kind === 'not_money') return bad(`${name} ${quoted(text)} bukan angka rupiah`, HOW);
  if (reading.amount > LARGEST) return bad(`${name} ${quoted(text)} terlalu besar`, 'paling banyak 10.000.000.000; periksa banyaknya angka nol');
  return good(reading.amount);
}

/** The price of a product: at least Rp100. */
export function readPrice(text: string, name = 'harga'): Reading<Rupiah> {
  if (text === '') return bad(`${name} kosong`, 'tulis harga dalam rupiah, misalnya 75000');
  const reading = readAmount(text, name);
  if (reading.kind === 'bad' || reading.value >= SMALLEST_PRICE) return reading;
  if (reading.value === 0) return bad(`${name} 0`, 'tulis harga jualnya, misalnya 75000; barang yang tidak dijual diberi active: no');
  return bad(`${name} ${reading.value} rupiah terlalu kecil, mungkin Excel membaca ${reading.value}.000 sebagai ${reading.value}`, `tulis tanpa titik: ${reading.value}000`);
}

/** "75.5" was perhaps 75.500: the digits padded to thousands, without marks. */
function meant(text: string): string {
  const match = /(\d+)[.,](\d{1,2})$/.exec(text);
  if (!match) return HOW;
  return `bila maksudnya ${match[1]}.${match[2]!.padEnd(3, '0')}, tulis ${match[1]}${match[2]!.padEnd(3, '0')}; harga tidak memakai sen`;
}

