import { suggestion } from '../nearest.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

const YES = new Set(['yes', 'ya', 'y', '1', 'true', 'on', 'iya', 'aktif', 'active', 'published', '✓', 'v']);
const NO = new Set(['no', 'tidak', 't', 'n', '0', 'false', 'off', 'nonaktif', 'tidak aktif', 'inactive', 'archived', 'hidden', 'draft', 'x']);

/** Yes or no, in Indonesian, English, or as spreadsheets write truth. */
export const readYesNo = (name: string) => (text: string): Reading<boolean> => {
  const word = text.toLowerCase();
  if (YES.has(word)) return good(true);
  if (NO.has(word)) return good(false);
  return bad(`${name} ${quoted(text)} bukan ya atau tidak`, 'tulis yes atau no (boleh juga ya/tidak, true/false, 1/0)');
};

/** One of a few words; `also` are other ways to write them. */
export const oneOf = <const T extends string>(name: string, words: readonly T[], also: Readonly<Record<string, T>> = {}) =>
  (text: string): Reading<T> => {
    const word = text.toLowerCase();
    const found = words.find((one) => one.toLowerCase() === word) ?? (Object.hasOwn(also, word) ? also[word] : undefined);
    return found === undefined ? bad(`${name} ${quoted(text)} tidak dikenal`, suggestion(text, words)) : good(found);
  };

/** A short name for machines: letters, digits, hyphens. */
export const readId = (example: string) => (text: string): Reading<string> =>
  /^[\p{L}\p{N}][\p{L}\p{N}_-]{0,39}$/u.test(text)
    ? good(text)
    : bad(`id ${quoted(text)} tidak bisa dipakai`, `pakai huruf, angka, dan tanda hubung tanpa spasi, paling panjang 40, misalnya id: ${example}`);

/** Any text up to a length. */
export const textUpTo = (name: string, most: number) => (text: string): Reading<string> =>
  text.length > most ? bad(`${name} terlalu panjang: ${text.length} huruf`, `paling panjang ${most} huruf`) : good(text);
