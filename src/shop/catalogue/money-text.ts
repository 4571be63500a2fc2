import type { Rupiah } from '../units.ts';

export type MoneyReading =
  | { readonly kind: 'money'; readonly amount: Rupiah }
  | { readonly kind: 'not_money' }
  /** Could be read in two ways ("75.5", "75,00"): the owner must say which. */
  | { readonly kind: 'unclear' };

const UNITS: Readonly<Record<string, number>> = { rb: 1_000, ribu: 1_000, k: 1_000, jt: 1_000_000, juta: 1_000_000 };

/**
 * A price as owners and spreadsheets write it: 75000, 75.000, 75,000, "Rp 75.000", "Rp75.000,00", 75rb, 1,5jt,
 * "75000 IDR". Whole rupiah.
 */
export function parseRupiah(text: string): MoneyReading {
  const match = /^(?:rp\.?|idr)?\s*(\d[\d.,]*)\s*(rb|ribu|k|jt|juta)?\s*(?:,-|idr)?$/i.exec(text.trim());
  if (!match) return { kind: 'not_money' };
  const figures = match[1]!;
  const unit = UNITS[(match[2] ?? '').toLowerCase()];
  if (unit !== undefined) return withUnit(figures, unit);
  // Thousands in groups of three, with an optional empty remainder of sen.
  const plain = /^\d+$/.test(figures) ? figures
    : /^\d{1,3}(?:\.\d{3})+(?:,00?)?$/.test(figures) ? figures.replace(/,.*$/, '').replaceAll('.', '')
      : /^\d{1,3}(?:,\d{3})+(?:\.00?)?$/.test(figures) ? figures.replace(/\..*$/, '').replaceAll(',', '')
        : /^\d{4,}[.,]00?$/.test(figures) ? figures.replace(/[.,].*$/, '') : null;
  if (plain === null) return { kind: 'unclear' };
  const amount = Number(plain);
  return Number.isSafeInteger(amount) ? { kind: 'money', amount } : { kind: 'not_money' };
}

function withUnit(figures: string, unit: number): MoneyReading {
  if (!/^\d+(?:[.,]\d{1,3})?$/.test(figures)) return { kind: 'unclear' };
  const amount = Math.round(Number(figures.replace(',', '.')) * unit);
  return { kind: 'money', amount };
}
