import type { Rupiah } from '../shop/units.ts';

export interface Budget { readonly max: Rupiah | null; readonly min: Rupiah | null; /** Word indices that were money. */ readonly words: ReadonlySet<number> }

const UNITS: ReadonlyMap<string, number> = new Map([['ribu', 1_000], ['rb', 1_000], ['k', 1_000], ['juta', 1_000_000], ['jt', 1_000_000], ['ribuan', 1_000], ['jutaan', 1_000_000], ['rban', 1_000], ['jtan', 1_000_000]]);
const LIMIT = /^(?:bawah|dibawah|under|maks|maksimal|max|maximal|budget|bajet|budjet|kurang|below|kisaran|sekitar|range|harga|seharga|an|cuma|paling)$/;
const LEAST = /^(?:atas|diatas|mulai|minimal|above|over)$/;

/** Amounts and the limits a customer sets: "di bawah 100rb", "budget 300an", "50-100rb", "maks 250k". */
export function readBudget(words: readonly string[]): Budget {
  const amounts: { at: number; amount: number; an: boolean; written: boolean }[] = [];
  const used = new Set<number>();
  words.forEach((word, at) => {
    const joined = /^(\d+(?:[.,]\d+)?)(ribu|rb|k|juta|jt)?(an)?$/.exec(word.replace(/^rp\.?/, ''));
    if (!joined) return;
    const next = words[at + 1] ?? '';
    const unit = UNITS.get(joined[2] ?? '') ?? UNITS.get(next);
    const thousands = /^\d{1,3}(?:\.\d{3})+$/.test(joined[1]!) ? Number(joined[1]!.replaceAll('.', '')) : null;
    const figure = Number(joined[1]!.replace(',', '.'));
    const an = joined[3] !== undefined || next === 'an' || /an$/.test(next) && UNITS.has(next);
    const limited = words.slice(Math.max(0, at - 3), at).some((before) => LIMIT.test(before) || LEAST.test(before));
    const rp = /^rp/.test(word) || words[at - 1] === 'rp';
    const amount = thousands ?? (unit !== undefined ? figure * unit : figure >= 1_000 ? figure : (an || (limited && figure >= 10)) && figure <= 999 ? figure * 1_000 : null);
    if (amount === null || (unit === undefined && thousands === null && !an && !rp && !(limited && figure >= 1_000) && !(limited && figure >= 10 && figure <= 999 && /^(?:budget|maks|maksimal|max|bajet)$/.test(words[at - 1] ?? '')))) return;
    amounts.push({ at, amount: Math.round(amount), an, written: unit !== undefined || thousands !== null || rp });
    used.add(at);
    if (UNITS.has(next) || next === 'an') used.add(at + 1);
  });
  if (amounts.length === 0) return { max: null, min: null, words: used };
  if (amounts.length >= 2 && amounts[1]!.at - amounts[0]!.at <= 3) {
    const [a, b] = [amounts[0]!.amount, amounts[1]!.amount].sort((x, y) => x - y) as [number, number];
    return { min: a, max: b, words: used };
  }
  const { at, amount, an } = amounts[0]!;
  const before = words.slice(Math.max(0, at - 3), at);
  if (before.some((word) => LEAST.test(word))) return { max: null, min: amount, words: used };
  return { max: an || before.some((word) => LIMIT.test(word)) ? amount : null, min: null, words: used };
}
