import { bad, good, quoted, type Reading } from './reading.ts';
import { looksScientific, scientificNumber } from './excel-damage.ts';

const LONGEST = 64;

/** SKUs are compared without regard to case. */
export const skuKey = (sku: string): string => sku.normalize('NFC').trim().toUpperCase();

export function readSku(text: string): Reading<string> {
  if (text === '') return bad('kode barang (sku) kosong', 'isi kode yang berbeda untuk setiap barang, misalnya WTG-28');
  if (looksScientific(text)) return scientificNumber(text);
  if (text.length > LONGEST) return bad(`kode barang ${quoted(text)} terlalu panjang`, `paling panjang ${LONGEST} huruf, misalnya WTG-28`);
  if (/[|,;]/.test(text)) return bad(`kode barang ${quoted(text)} memuat tanda "${/[|,;]/.exec(text)![0]}"`, 'pakai huruf, angka, dan tanda hubung saja, misalnya WTG-28');
  return good(text);
}

/** A list in one cell, parted by upright strokes or line breaks; doubles are dropped. */
export const listOf = (text: string): readonly string[] =>
  [...new Set(text.split(/[|\n]/).map((part) => part.replace(/\s+/g, ' ').trim()).filter((part) => part !== ''))];
