import type { Rupiah } from '../units.ts';

/** "Rp165.000"; a discount or refund as "-Rp5.000". */
export function rupiah(amount: Rupiah): string {
  return `${amount < 0 ? '-' : ''}Rp${String(Math.abs(amount)).replace(/\B(?=(\d{3})+$)/g, '.')}`;
}
