import type { Rupiah } from '../units.ts';

/** An amount of money as somebody wrote it. */
export interface WrittenAmount {
  readonly amount: Rupiah;
  /** How finely it was said: 1 for "348.123", 1,000 for "285rb", 100,000 for "1,5jt". */
  readonly grain: Rupiah;
  /** False for a bare "348123", which may be something other than money. */
  readonly surelyMoney: boolean;
}

export type ClaimedAmount =
  /** `exact` is false where it was said in round thousands ("285rb" for Rp285.123). */
  | { readonly kind: 'fits'; readonly amount: Rupiah; readonly exact: boolean }
  | { readonly kind: 'short'; readonly amount: Rupiah; readonly by: Rupiah }
  | { readonly kind: 'over'; readonly amount: Rupiah; readonly by: Rupiah }
  /** No amount, or several that do not settle it. */
  | { readonly kind: 'unclear' };

/** Longer texts are no claims, and are not searched (S11). */
const LONGEST = 1_000;

const UNITS: Readonly<Record<string, number>> = {
  rb: 1_000, ribu: 1_000, rebu: 1_000, k: 1_000, jt: 1_000_000, juta: 1_000_000, jeti: 1_000_000,
};

/**
 * Figures with what tells of money: "Rp", a unit, or neither. A letter, hyphen or figure touching them ("DK-1042",
 * "15:30", "24/11", "28cm", "08123…") makes them something else.
 */
const WRITTEN = /(?<![\p{L}\d.,:/+-])(rp\.?\s?|idr\s?)?(\d{1,3}(?:[.,]\d{3})+(?:,\d{2})?|\d{1,9}(?:[.,]\d{1,2})?)(?:\s?(ribu|rebu|rb|juta|jeti|jt|k)(?:an)?)?(?:,-)?(?![\p{L}\d:/-]|[.,]\d)/giu;

/** Every amount in the text, in order. Dates, times, phone, order and account numbers are none. */
export function amountsInText(text: string): readonly WrittenAmount[] {
  const found: WrittenAmount[] = [];
  for (const [, currency, figures = '', unit] of text.slice(0, LONGEST).matchAll(WRITTEN)) {
    const written = read(figures, unit?.toLowerCase(), currency !== undefined);
    if (written) found.push(written);
  }
  return found;
}

/** The one amount a text names, or null where it names none or several. Money said as such goes before bare figures. */
export function amountInText(text: string): Rupiah | null {
  const amounts = new Set(strongest(amountsInText(text)).map(({ amount }) => amount));
  return amounts.size === 1 ? [...amounts][0]! : null;
}

/**
 * How what a customer says to have paid compares with the order's total. It tells staff where to look; nothing is ever
 * paid by it (S16).
 */
export function compareClaim(text: string, total: Rupiah): ClaimedAmount {
  const amounts = amountsInText(text);
  if (amounts.some(({ amount }) => amount === total)) return { kind: 'fits', amount: total, exact: true };
  const claims = strongest(amounts);
  const round = claims.find(({ amount, grain }) => grain > 1 && Math.abs(amount - total) < grain);
  if (round) return { kind: 'fits', amount: round.amount, exact: false };
  const [claim] = claims;
  if (claim === undefined || claims.some(({ amount }) => amount !== claim.amount)) return { kind: 'unclear' };
  if (!claim.surelyMoney && !plausible(claim.amount, total)) return { kind: 'unclear' };
  return claim.amount < total
    ? { kind: 'short', amount: claim.amount, by: total - claim.amount }
    : { kind: 'over', amount: claim.amount, by: claim.amount - total };
}

function read(figures: string, unit: string | undefined, currency: boolean): WrittenAmount | null {
  const grouped = /^\d{1,3}(?:[.,]\d{3})+/.exec(figures)?.[0];
  if (unit !== undefined) {
    // "1.500 rb" is no more sense than "1.500.000.000": a unit goes with a plain or a decimal number.
    if (grouped !== undefined) return null;
    const times = UNITS[unit]!;
    const [whole = '', decimals = ''] = figures.split(/[.,]/);
    const grain = times / 10 ** decimals.length;
    return positive({ amount: Math.round(Number(`${whole}.${decimals || 0}`) * times), grain, surelyMoney: true });
  }
  if (grouped !== undefined) {
    if (grouped.startsWith('0')) return null;
    return positive({ amount: Number(grouped.replace(/[.,]/g, '')), grain: 1, surelyMoney: true });
  }
  const plain = /^\d+$/.test(figures);
  if (currency) return plain ? positive({ amount: Number(figures), grain: 1, surelyMoney: true }) : null;
  // Bare: five to eight figures are a price of a shop; less is a year or a count, more an account or a phone.
  return plain && figures.length >= 5 && figures.length <= 8 && !figures.startsWith('0')
    ? { amount: Number(figures), grain: 1, surelyMoney: false } : null;
}

const positive = (written: WrittenAmount): WrittenAmount | null =>
  (Number.isSafeInteger(written.amount) && written.amount > 0 ? written : null);

function strongest(amounts: readonly WrittenAmount[]): readonly WrittenAmount[] {
  const sure = amounts.filter(({ surelyMoney }) => surelyMoney);
  return sure.length > 0 ? sure : amounts;
}

/** A bare number that could be this total gone wrong, and not a postal code or a reference. */
const plausible = (amount: Rupiah, total: Rupiah): boolean => amount >= total / 2 && amount <= total * 2;
