import type { Order } from '../shop/ordering/orders.ts';
import { parcelLink } from '../shop/parcels/tracking-page.ts';
import type { UntoldNews } from '../shop/service/untold-news.ts';
import type { Business } from '../shop/shop.ts';
import { refundWords } from '../wording/refund-words.ts';
import type { Say } from '../wording/say.ts';

/** Where the parcel can be followed, in a line of its own. */
function followed(say: Say, order: Order): readonly string[] {
  const link = parcelLink(order);
  return link ? [say(link.filledIn ? 'order.track_link' : 'order.track_page', { tautan: link.url })] : [];
}

/** What a customer is told of an order, as the order stands now. */
export function orderNewsWords(say: Say, business: Business, order: Order, news: Pick<UntoldNews, 'news' | 'promised_from' | 'promised_to'>): string {
  const nomor = order.number;
  const refund = business.refunds.of(order.id);
  switch (news.news) {
    case 'moved': return [movedWords(say, business, order), ...(refund && ['cancelled', 'returned'].includes(order.state) ? [refundWords(say, order, refund)] : [])].join('\n');
    case 'refunded': return refund ? refundWords(say, order, refund) : '';
    case 'corrected': return [say('order.tracking_corrected', { nomor, resi: order.tracking ?? '' }), ...followed(say, order)].join('\n');
    case 'late': {
      const lama = say.days(news.promised_from ?? order.arrives_from, news.promised_to ?? order.arrives_to);
      return order.state === 'shipped' ? say('order.late_unknown', { nomor, lama }) : say('order.late', { nomor, lama, tiba: say.days(order.arrives_from, order.arrives_to) });
    }
    case 'paid_late': return say('payment.online_late', { nomor, total: say.rupiah(order.total) });
    case 'rejected': {
      const alasan = business.proofs.ofOrder(order.id).filter((proof) => proof.state === 'rejected').at(-1)?.reason?.trim() ?? '';
      return say(order.state === 'awaiting_payment' ? 'payment.rejected' : 'payment.rejected_ended', { nomor, alasan });
    }
  }
}

function movedWords(say: Say, business: Business, order: Order): string {
  const nomor = order.number;
  const tiba = say.days(order.arrives_from, order.arrives_to);
  switch (order.state) {
    case 'paid': return say('payment.received', { nomor, total: say.rupiah(order.total), tiba });
    case 'packed': return say('order.packed', { nomor });
    case 'shipped': return order.tracking
      ? [say('order.shipped', { nomor, layanan: order.service_name, resi: order.tracking, tiba }), ...followed(say, order)].join('\n')
      : say('order.shipped_no_tracking', { nomor, layanan: order.service_name, tiba });
    case 'delivered': return say('order.delivered', { nomor });
    case 'cancelled': return say('order.cancelled_by_shop', { nomor, alasan: business.orders.history(order.id).at(-1)?.why ?? '' });
    case 'expired': return say('order.expired', { nomor });
    case 'returned': return say('order.returned', { nomor });
    case 'awaiting_payment':
    case 'confirmed': return say('order.heading', { nomor, keadaan: say(`order.state.${order.state}`) });
  }
}
