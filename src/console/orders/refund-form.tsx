import type { Order } from '../../shop/ordering/orders.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Refund } from '../../shop/payment/refunds.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';

/** Money that is to go back: how much, and a note that the customer reads. The transfer itself is made in the bank. */
export function RefundForm({ order, visitor, act }: { readonly order: Order; readonly visitor: Visitor; readonly act: string }) {
  return (
    <Form to={`/konsol/pesanan/${order.number}/uang`} visitor={visitor} act={act} kind="stack">
      <p>Transfer dulu dari bank Anda, lalu catat di sini. Pelanggan langsung diberi tahu.</p>
      <label>Jumlah yang dikembalikan <input name="amount" inputmode="numeric" required maxlength={15} value={String(order.total)} /></label>
      <label>Keterangan, dibaca pelanggan <input name="reference" maxlength={200} placeholder="Misalnya: BCA 111222333, 24 Nov" /></label>
      <button class="main-action">Uang sudah dikembalikan</button>
    </Form>
  );
}

/** What became of it. */
export function RefundLine({ refund, moments, nameOf }: { readonly refund: Refund; readonly moments: Moments; readonly nameOf: (id: string) => string }) {
  return refund.paid_back === null || refund.settled_at === null ? null : (
    <p class="quiet">Uang {rupiah(refund.paid_back)} dikembalikan {moments.stamp(refund.settled_at)} oleh {nameOf(refund.settled_by ?? '')}{refund.reference === '' ? '' : `: ${refund.reference}`}</p>
  );
}
