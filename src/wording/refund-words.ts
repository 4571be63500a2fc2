import type { Refund } from '../shop/payment/refunds.ts';
import type { Say } from './say.ts';

/** Where the money of an order stands that goes back: still owed, sent, or settled otherwise. */
export function refundWords(say: Say, order: { readonly number: string }, refund: Refund): string {
  const nomor = order.number;
  const cara = refund.reference;
  if (refund.paid_back === null) return say('refund.owed', { nomor, jumlah: say.rupiah(refund.owed) });
  if (refund.paid_back === 0) return say('refund.otherwise', { nomor, cara });
  const jumlah = say.rupiah(refund.paid_back);
  return cara === '' ? say('refund.done', { nomor, jumlah }) : say('refund.done_how', { nomor, jumlah, cara });
}
