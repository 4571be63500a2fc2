/**
 * Sizes with their units. A customer writes "8l", "8 liter" or just "8"; an owner "8 L" or "8000 ml". Both sides are
 * brought to one base unit, so that a size equals itself in every spelling and 28 cm is never 28 litres.
 */

interface Unit {
  readonly base: string;
  readonly factor: number;
}

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries({
    mm: 'mm 1', cm: 'mm 10', senti: 'mm 10', sentimeter: 'mm 10', m: 'mm 1000', mtr: 'mm 1000', meter: 'mm 1000',
    inch: 'mm 25.4', inci: 'mm 25.4',
    ml: 'ml 1', cc: 'ml 1', l: 'ml 1000', lt: 'ml 1000', ltr: 'ml 1000', liter: 'ml 1000', litre: 'ml 1000',
    mg: 'mg 1', g: 'mg 1000', gr: 'mg 1000', grm: 'mg 1000', gram: 'mg 1000', ons: 'mg 100000',
    kg: 'mg 1000000', kilo: 'mg 1000000', kilogram: 'mg 1000000',
    w: 'watt 1', watt: 'watt 1', v: 'volt 1', volt: 'volt 1', mah: 'mah 1', gb: 'gb 1', tb: 'gb 1000',
    pcs: 'pcs 1', pc: 'pcs 1', biji: 'pcs 1', buah: 'pcs 1', lembar: 'pcs 1', lbr: 'pcs 1', butir: 'pcs 1',
    bln: 'bulan 1', bulan: 'bulan 1', th: 'tahun 1', thn: 'tahun 1', tahun: 'tahun 1',
    rb: 'rupiah 1000', ribu: 'rupiah 1000', jt: 'rupiah 1000000', juta: 'rupiah 1000000',
  }).map(([name, unit]) => {
    const [base, factor] = unit.split(' ') as [string, string];
    return [name, { base, factor: Number(factor) }];
  }),
);

export function isUnit(word: string): boolean {
  return UNITS.has(word);
}

/** Prices are limits for the search, not words of it. */
export function isMoney(unit: string | null): boolean {
  return unit !== null && UNITS.get(unit)?.base === 'rupiah';
}

/** The index term of a number as written, whatever it measures: "28". */
export function numberTerm(value: number): string {
  return String(value);
}

/** The index term of a number together with what it measures ("280mm"), or of a number that stands alone ("28#"). */
export function measureTerm(value: number, unit: string | null): string {
  const found = unit === null ? undefined : UNITS.get(unit);
  return found === undefined ? `${value}#` : `${Math.round(value * found.factor * 100) / 100}${found.base}`;
}

/** The measured amount in its base unit; a bare number is its own amount. */
export function amountOf(value: number, unit: string | null): { readonly base: string; readonly amount: number } {
  const found = unit === null ? undefined : UNITS.get(unit);
  return found === undefined ? { base: '', amount: value } : { base: found.base, amount: value * found.factor };
}
