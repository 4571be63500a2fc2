import type { Quantity } from './meaning.ts';
import type { Word } from './normalise.ts';
import { isDialled, readNumber } from './numbers.ts';

/** What pieces are counted in. */
export const COUNTED: ReadonlySet<string> = new Set(['pcs', 'pc', 'buah', 'biji', 'lembar', 'botol', 'bungkus', 'porsi', 'pasang', 'unit', 'item', 'barang', 'set', 'pack', 'pak', 'box', 'dus', 'kotak', 'toples', 'x', 'potong', 'ekor', 'kaleng', 'sachet', 'bh', 'bj', 'pieces', 'piece', 'stel', 'setel', 'roll', 'rol', 'ikat', 'renteng', 'karton', 'tube', 'galon', 'cup', 'kantong', 'pouch', 'strip']);
const DOZENS: ReadonlyMap<string, number> = new Map([['lusin', 12], ['kodi', 20], ['losin', 12], ['dozen', 12], ['gros', 144]]);
const MEASURES = new Set(['cm', 'mm', 'm', 'l', 'liter', 'lt', 'ltr', 'ml', 'kg', 'g', 'gr', 'gram', 'watt', 'w', 'inch', 'inci', 'in', 'ribu', 'rb', 'k', 'juta', 'jt', 'hari', 'bulan', 'tahun', 'minggu', 'jam', 'menit', 'an', 'tungku', 'susun', 'sekat', 'tingkat', 'orang', 'warna', 'kali', 'volt', 'cc', 'persen', 'bintang', 'rw', 'rt']);
const SIZES = new Set(['ukuran', 'nomor', 'size', 'uk', 'diameter', 'tanggal', 'jam', 'nominal', 'isi', 'rt', 'rw', 'blok', 'kode', 'umur', 'usia', 'rp', 'bulan', 'yang', 'tipe', 'seri', 'level']);
const SET = new Set(['jadi', 'bikin', 'menjadi', 'ganti', 'ubah', 'cukup', 'make', 'jadikan', 'total', 'totalnya']);
const ADD = new Set(['tambah', 'plus', 'add']);
const LESS = new Set(['kurangi', 'kurang', 'minus', 'buang']);

export interface SaidQuantity { readonly quantity: Quantity; /** Indices of the words that said it. */ readonly words: readonly number[] }

/** Every quantity of a message, in order. `taken` are words that are something else (a size in a product's name, money). */
export function quantitiesIn(words: readonly Word[], taken: (i: number) => boolean): SaidQuantity[] {
  const said: SaidQuantity[] = [];
  for (let i = 0; i < words.length; i++) {
    if (taken(i)) continue;
    const found = quantityAt(words, i, taken);
    if (!found) continue;
    said.push({ quantity: { pieces: found.pieces, mode: modeBefore(words, i) }, words: found.words });
    i = found.words.at(-1)!;
  }
  return said;
}

function quantityAt(words: readonly Word[], i: number, taken: (i: number) => boolean): { pieces: number; words: number[] } | null {
  const word = words[i]!;
  const times = /^x(\d{1,4})$/.exec(word.text) ?? /^(\d{1,4})x$/.exec(word.text);
  if (times) return { pieces: Number(times[1]), words: [i] };
  const glued = /^(-?\d{1,9})(pcs|pc|buah|biji|bh|bj|lusin|kodi|set|unit|pack|btl|botol)$/.exec(word.text);
  if (glued) return { pieces: Number(glued[1]) * (DOZENS.get(glued[2]!) ?? 1), words: [i] };
  if (DOZENS.has(word.text) && readNumber(words[i - 1]?.text ?? '') === null) return { pieces: DOZENS.get(word.text)!, words: [i] };
  const number = readNumber(word.text);
  if (number === null) return null;
  const next = taken(i + 1) ? '' : words[i + 1]?.text ?? '';
  if (DOZENS.has(next)) return { pieces: number * DOZENS.get(next)!, words: [i, i + 1] };
  if (COUNTED.has(next)) return { pieces: number, words: [i, i + 1] };
  if (MEASURES.has(next) || isDialled(word.text) || word.text.length > 12) return null;
  if (SIZES.has(words[i - 1]?.text ?? '') && !(words[i - 1]?.text === 'yang' && ADD.has(words[i - 2]?.text ?? ''))) return null;
  return { pieces: number, words: [i] };
}

function modeBefore(words: readonly Word[], i: number): Quantity['mode'] {
  const before = words.slice(Math.max(0, i - 4), i).map((word) => word.text).reverse();
  for (const word of before) {
    if (SET.has(word)) return 'set';
    if (ADD.has(word)) return 'add';
    if (LESS.has(word)) return 'less';
  }
  return words[i + 1]?.text === 'saja' && before.length > 0 && before.some((word) => word === 'tidak' || word === 'jangan' || word === 'bukan') ? 'set' : 'plain';
}

/** The quantity of a message that belongs to no product: the last one where one is taken back ("gak jadi 2, bikin 4"). */
export function looseQuantity(words: readonly Word[], taken: (i: number) => boolean): Quantity | null {
  const all = quantitiesIn(words, taken).filter(({ words: at }) => !denied(words, at[0]!));
  const last = all.at(-1);
  if (!last) return null;
  const revised = words.some((word, i) => /^(?:tidak|bukan|jangan|salah)$/.test(word.text) && i < words.length - 1) && all.length >= 1;
  return revised && last.quantity.mode === 'plain' ? { pieces: last.quantity.pieces, mode: 'set' } : last.quantity;
}

/** "jangan 2", "bukan 2 lusin", "gak jadi 2": the number that is not wanted. */
export function denied(words: readonly Word[], i: number): boolean {
  const before = words.slice(Math.max(0, i - 2), i).map((word) => word.text);
  return before.at(-1) === 'jangan' || before.at(-1) === 'bukan' || before.join(' ') === 'tidak jadi';
}
