import type { Grams } from '../../units.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

const HOW_WEIGHT = 'tulis dalam gram, misalnya 900, atau 0,9 kg';
const HEAVIEST_G = 1_000_000;

/** A weight: "900", "900 g", "1.200 gram", "0,9 kg". A bare number is in `unit`. */
export function readWeight(text: string, unit: 'g' | 'kg' = 'g'): Reading<Grams> {
  const match = /^(\d[\d.,]*)\s*(g|gr|gram|kg|kilo|kilogram)?$/i.exec(text);
  if (!match) return bad(`berat ${quoted(text)} tidak terbaca`, HOW_WEIGHT);
  const [, figures, written] = match;
  const kilos = written ? /^k/i.test(written) : unit === 'kg';
  const grams = kilos ? gramsOfKilos(figures!) : wholeGrams(figures!);
  if (grams === null && /^\d+[.,]\d{1,2}$/.test(figures!) && !written && unit === 'g') {
    return bad(`berat ${quoted(text)} bukan gram bulat`, `tulis satuannya bila kilogram: ${figures!.replace('.', ',')} kg, atau dalam gram, misalnya 900`);
  }
  if (grams === null) return bad(`berat ${quoted(text)} bisa dibaca lebih dari satu cara`, HOW_WEIGHT);
  if (grams === 0) return bad('berat 0', 'tulis berat dengan kemasannya, misalnya 900; ongkir dihitung dari sini');
  if (grams > HEAVIEST_G) return bad(`berat ${quoted(text)} lebih dari satu ton`, HOW_WEIGHT);
  return good(grams);
}

function wholeGrams(figures: string): Grams | null {
  if (/^\d+(?:[.,]0{1,2})?$/.test(figures)) return Number(figures.replace(/[.,].*$/, ''));
  return /^[1-9]\d{0,2}(?:\.\d{3})+$/.test(figures) || /^[1-9]\d{0,2}(?:,\d{3})+$/.test(figures) ? Number(figures.replace(/[.,]/g, '')) : null;
}

/** Kilograms to the gram. "1.200 kg" may be 1,2 kg or more than a ton: only a nought before the mark makes three figures clear. */
function gramsOfKilos(figures: string): Grams | null {
  const match = /^(\d+)(?:[.,](\d{1,3}))?$/.exec(figures);
  if (!match || (match[2]?.length === 3 && match[1] !== '0')) return null;
  return Number(match[1]) * 1_000 + Number((match[2] ?? '').padEnd(3, '0'));
}

/** Length, width and height in cm: "30x20x15", "30,5 x 20 x 15 cm". */
export function readSize(text: string): Reading<readonly [number, number, number]> {
  const how = 'tulis panjang x lebar x tinggi dalam cm, misalnya 30x20x15';
  const match = /^(\d+(?:[.,]\d)?)\s*[x×*]\s*(\d+(?:[.,]\d)?)\s*[x×*]\s*(\d+(?:[.,]\d)?)\s*(?:cm)?$/i.exec(text);
  if (!match) return bad(`ukuran paket ${quoted(text)} tidak terbaca`, how);
  const sides = [match[1], match[2], match[3]].map((side) => Number(side!.replace(',', '.'))) as [number, number, number];
  if (sides.some((side) => side === 0 || side > 1_000)) return bad(`ukuran paket ${quoted(text)} tidak masuk akal`, how);
  return good(sides);
}
