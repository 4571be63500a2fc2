import type { Rupiah } from '../units.ts';

export type UniqueCodeChoice =
  /** 1–999; `total` is the base total plus the code, and equal to none of those taken. */
  | { readonly kind: 'chosen'; readonly code: number; readonly total: Rupiah }
  /** Every code would repeat an unpaid total: ask for the plain total and say that staff checks by hand. */
  | { readonly kind: 'exhausted' };

export const LARGEST_UNIQUE_CODE = 999;

/**
 * Chooses a unique code evenly among those that keep the totals of unpaid transfers apart: a transfer of
 * Rp348.123 names its order by itself. `takenTotals` are the totals awaited now; `random` gives numbers in [0, 1).
 */
export function chooseUniqueCode(
  baseTotal: Rupiah,
  takenTotals: ReadonlySet<Rupiah>,
  random: () => number,
): UniqueCodeChoice {
  const free: number[] = [];
  for (let code = 1; code <= LARGEST_UNIQUE_CODE; code++) if (!takenTotals.has(baseTotal + code)) free.push(code);
  const code = free[Math.min(Math.floor(random() * free.length), free.length - 1)];
  return code === undefined ? { kind: 'exhausted' } : { kind: 'chosen', code, total: baseTotal + code };
}
