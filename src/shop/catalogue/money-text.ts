import type { Rupiah } from '../units.ts';

export type MoneyReading =
  /** Never negative. */
  | { readonly kind: 'money'; readonly amount: Rupiah }
  | { readonly kind: 'not_money' }
  /** Could be read in two ways ("75.5", "75,00", "1.500rb"): the owner must say which. */
  | { readonly kind: 'unclear' };

const UNITS: Readonly<Record<string, number>> = { rb: 3, ribu: 3, k: 3, jt: 6, juta: 6 };
const SHAPE = /^(?:(?:rp\.?|idr)\s*)?(\d[\d.,]*?)\s*(rb|ribu|k|jt|juta)?\s*(?:,-|\.-|idr|rupiah)?$/i;

/**
 * An amount as owners and spreadsheets write it: 75000, 75.000, 75,000, "Rp 75.000", "Rp75.000,00", "75.000,-", 75rb,
 * 1,5jt, "75000 IDR", "75000.00 IDR". Whole rupiah.
 */
export function parseRupiah(text: string): MoneyReading {
  const match = SHAPE.exec(text.trim());
  if (!match) return { kind: 'not_money' };
  const zeros = UNITS[(match[2] ?? '').toLowerCase()];
  const digits = zeros === undefined ? wholeDigits(match[1]!) : scaledDigits(match[1]!, zeros);
  if (digits === null) return { kind: 'unclear' };
  const amount = Number(digits);
  return Number.isSafeInteger(amount) ? { kind: 'money', amount } : { kind: 'not_money' };
}

/** Digits in groups of three, with sen only where they are nought and nothing else can be meant. */
function wholeDigits(figures: string): string | null {
  if (/^\d+$/.test(figures)) return figures;
  if (/^[1-9]\d{0,2}(?:\.\d{3})+(?:,00?)?$/.test(figures)) return figures.replace(/,.*$/, '').replaceAll('.', '');
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.00?)?$/.test(figures)) return figures.replace(/\..*$/, '').replaceAll(',', '');
  if (/^\d{4,}[.,]00?$/.test(figures)) return figures.replace(/[.,].*$/, '');
  return null;
}

/** "1,5" juta. Three figures after the mark ("1.500rb") may be thousands as well as a fraction. */
function scaledDigits(figures: string, zeros: number): string | null {
  const match = /^(\d+)(?:[.,](\d{1,2}))?$/.exec(figures);
  return match ? `${match[1]}${(match[2] ?? '').padEnd(zeros, '0')}` : null;
}
