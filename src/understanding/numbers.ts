/** Numbers in words, Indonesian, Javanese and Sundanese. */
const WORDS: ReadonlyMap<string, number> = new Map([
  ['nol', 0], ['satu', 1], ['dua', 2], ['tiga', 3], ['empat', 4], ['lima', 5], ['enam', 6], ['tujuh', 7], ['delapan', 8], ['sembilan', 9],
  ['sepuluh', 10], ['sebelas', 11], ['siji', 1], ['loro', 2], ['telu', 3], ['papat', 4], ['limo', 5], ['nem', 6], ['pitu', 7], ['wolu', 8],
  ['songo', 9], ['sepuluh', 10], ['hiji', 1], ['tilu', 3], ['opat', 4], ['genep', 6], ['setunggal', 1], ['kalih', 2], ['sebiji', 1],
  ['sebuah', 1], ['sepotong', 1], ['seporsi', 1], ['sebungkus', 1], ['sepcs', 1], ['sepasang', 2], ['selusin', 12], ['sekodi', 20], ['sebotol', 1],
  ['one', 1], ['two', 2], ['three', 3], ['four', 4], ['five', 5], ['six', 6], ['dozen', 12], ['sa', 1],
]);
const FRACTIONS: ReadonlyMap<string, number> = new Map([['setengah', 0.5], ['separuh', 0.5], ['½', 0.5], ['¼', 0.25], ['1/2', 0.5], ['1/4', 0.25]]);

/** The number a word or figure says; null when it says none. "1.000" is a thousand, "0,5" a half, "1e9" a milliard. */
export function readNumber(word: string): number | null {
  const named = WORDS.get(word) ?? FRACTIONS.get(word);
  if (named !== undefined) return named;
  if (/^-?\d{1,3}(?:\.\d{3})+$/.test(word)) return Number(word.replaceAll('.', ''));
  if (/^-?\d+(?:[.,]\d+)?$/.test(word)) return Number(word.replace(',', '.'));
  if (/^\d{1,3}e\d{1,2}$/.test(word)) return Number(word);
  const fraction = /^(\d{1,3})\/(\d{1,3})$/.exec(word);
  return fraction && Number(fraction[2]) > 0 ? Number(fraction[1]) / Number(fraction[2]) : null;
}

/** Digits that are dialled and count nothing: "08123…", also broken off. */
export const isDialled = (word: string): boolean => /^0\d{2}/.test(word) || (/^(?:628|\+)/.test(word) && word.length > 6);
