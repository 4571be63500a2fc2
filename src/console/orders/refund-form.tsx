import type { Order } from '../../shop/ordering/orders.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Refund } from '../../shop/payment/refunds.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import { useT } from '../language/translate.tsx';

/** Money that is to go back: how much, and a note that the customer reads. The transfer itself is made in the bank. */
export function RefundForm({ order, visitor, act }: { readonly order: Order; readonly visitor: Visitor; readonly act: string }) {
  const t = useT();
  return (
    <Form to={`/konsol/pesanan/${order.number}/uang`} visitor={visitor} act={act} kind="stack">
      <p>{t('Transfer dulu dari bank Anda, lalu catat di sini. Pelanggan langsung diberi tahu.')}</p>
      <label>{t('Jumlah yang dikembalikan')} <input name="amount" inputmode="numeric" required maxlength={15} value={String(order.total)} /></label>
      <label>{t('Keterangan, dibaca pelanggan')} <input name="reference" maxlength={200} placeholder={t('Misalnya: BCA 111222333, 24 Nov')} /></label>
      <button class="main-action">{t('Uang sudah dikembalikan')}</button>
    </Form>
  );
}

/** What became of it. */
export function RefundLine({ refund, moments, nameOf }: { readonly refund: Refund; readonly moments: Moments; readonly nameOf: (id: string) => string }) {
  const t = useT();
  return refund.paid_back === null || refund.settled_at === null ? null : (
    <p class="quiet">{t('Uang {jumlah_uang} dikembalikan {kapan} oleh {siapa}', { jumlah_uang: rupiah(refund.paid_back), kapan: moments.stamp(refund.settled_at), siapa: nameOf(refund.settled_by ?? '') })}{refund.reference === '' ? '' : `: ${refund.reference}`}</p>
  );
}
