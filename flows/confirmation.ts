import type { Said } from '../src/flow/said.ts';
import type { Talk } from '../src/flow/talk.ts';
import type { Order } from '../src/shop/ordering/orders.ts';
import { withoutTitle } from '../src/wording/without-title.ts';
import { reductionLines } from './benefits.ts';

/** The instant confirmation: number, lines, total, how to pay, arrival, contact, how to cancel (design §1.7). */
export function confirmation(talk: Talk, order: Order): Said {
  const { say } = talk;
  return {
    text: [
      say('confirmation.thanks', { nama: withoutTitle(order.recipient), nomor: order.number }),
      ...talk.shop.orderLines(order).map((line) => say('cart.line', {
        jumlah: String(line.quantity), produk: line.title, harga: say.rupiah(line.quantity * line.unit_price),
      })),
      say('confirmation.shipping', { layanan: order.service_name, ongkir: say.rupiah(order.shipping_cost) }),
      ...reductionLines(talk, talk.shop.orderDiscounts(order)),
      ...(order.unique_code !== null ? [say('confirmation.unique_code', { kode: say.rupiah(order.unique_code) })] : []),
      say('confirmation.total', { total: say.rupiah(order.total) }),
      '',
      howToPay(talk, order),
      say(order.payment === 'cod' ? 'confirmation.arrives' : 'confirmation.arrives_if_paid', { tiba: say.days(order.arrives_from, order.arrives_to) }),
      say('confirmation.cancel', { nomor: order.number }),
      ...(talk.shop.store.contact.phone !== null ? [say('confirmation.contact', { telepon: talk.shop.store.contact.phone })] : []),
    ].join('\n'),
    ...(order.payment === 'qris' && { photo: `qris:${order.number}` }),
  };
}

/** How to pay this order, and until when. */
export function howToPay(talk: Talk, order: Order): string {
  const { say, shop } = talk;
  const due = order.expires_at === null ? '' : say('payment.due', { batas: say.dayAndTime(order.expires_at) });
  switch (order.payment) {
    case 'bank_transfer':
      return [
        say('payment.transfer_to', { total: say.rupiah(order.total) }),
        ...shop.store.payments.bankTransfer.map((account) => say('payment.account', {
          bank: account.bank, rekening: account.account, pemilik: account.holder,
        })),
        ...(order.unique_code !== null ? [say('payment.exact', { kode: say.rupiah(order.unique_code) })] : []),
        due, say('payment.send_proof'),
      ].filter((line) => line !== '').join('\n');
    case 'qris': return [say('payment.scan', { total: say.rupiah(order.total) }), due, say('payment.send_proof')].filter((line) => line !== '').join('\n');
    case 'cod': return say('payment.on_delivery', { total: say.rupiah(order.total) });
    case 'online': return online(talk, order, due);
  }
}

/** The page to pay on; before there is one, that it comes; after its time, how to go on. */
function online(talk: Talk, order: Order, due: string): string {
  const { say, shop } = talk;
  const charge = shop.charge(order);
  if (charge?.state === 'wanted') return say('payment.online_soon', { total: say.rupiah(order.total) });
  if (charge?.state !== 'open' || charge.link === null || charge.expires_at <= shop.now) return say('payment.online_none', { nomor: order.number });
  return [say('payment.online_link', { total: say.rupiah(order.total), tautan: charge.link }), due, say('payment.online_noticed')].filter((line) => line !== '').join('\n');
}
