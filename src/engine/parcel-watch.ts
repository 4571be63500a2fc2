import type { Order } from '../shop/ordering/orders.ts';
import type { ParcelStatus } from '../shop/parcels/parcel-news.ts';
import { readTrackingNumber } from '../shop/parcels/tracking-number.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Notices } from './notices.ts';

/** Asked about between these minutes of the day only: who is told of an arrival is not woken. */
const FROM_MIN = 8 * 60;
const TO_MIN = 20 * 60;
const AT_ONCE = 5;
/** Unknown to its courier so often in a row, a number is probably mistyped. */
const UNKNOWN_AFTER = 4;

/** What a courier told of a parcel; null while it does not know the number. */
export type Told = { readonly status: ParcelStatus; readonly said: string | null; readonly happened: string | null } | null;

/** Follows parcels on their way: asks within the allowance, notices arrivals and trouble. Belongs to the caller's transaction. */
export function createParcelWatch(parts: { readonly business: Business; readonly premises: () => Premises; readonly notices: Notices }) {
  const { business, notices } = parts;

  function alert(reason: string, order: Order, now: UtcMs, detail: string): void {
    business.events.record(now, 'staff.alert', { chat: order.chat_id, order: order.id }, { reason, order: order.number, detail });
  }

  /** Something that happened before the parcel was handed over happened to another parcel. */
  function isAnother(order: Order, told: Exclude<Told, null>): boolean {
    const { hours } = parts.premises();
    return told.happened !== null && order.shipped_at !== null && told.happened.slice(0, 10) < hours.localDate(order.shipped_at);
  }

  return {
    /** Parcels that are due to be asked about become tasks. Idempotent over stored due times (F27). */
    sweep(now: UtcMs): void {
      const { follows, hours } = parts.premises();
      if (!follows) return;
      for (const order of business.parcelNews.notFollowed()) {
        const read = readTrackingNumber(order.tracking, order.service_name);
        const sure = read.kind === 'told' && read.differsFrom === null ? read : null;
        business.parcelNews.follow(order.id, sure?.courier.id ?? null, sure?.number ?? order.tracking, now);
      }
      const minute = hours.localMinutes(now);
      if (minute < FROM_MIN || minute >= TO_MIN || !business.allowance.mayAsk(follows.provider, 'parcels', follows.dailyLimit, now)) return;
      for (const parcel of business.parcelNews.takeDue(now, AT_ONCE)) {
        if (business.orders.get(parcel.order_id).state === 'shipped') business.tasks.add('follow_parcel', null, { order: parcel.order_id }, now);
        else business.parcelNews.stop(parcel.order_id);
      }
    },

    /** What was told is entered; an arrival moves the order on, as if staff had said so. */
    hear(orderId: number, told: Told, now: UtcMs): void {
      const order = business.orders.get(orderId);
      if (order.state !== 'shipped') return business.parcelNews.stop(orderId);
      if (told === null) {
        if (business.parcelNews.nothingNew(orderId, now) === UNKNOWN_AFTER && business.parcelNews.of(orderId)?.status === null) alert('parcel_unknown', order, now, order.tracking ?? '');
        return;
      }
      if (told.status === 'delivered' && isAnother(order, told)) {
        business.parcelNews.stop(orderId);
        alert('parcel_another', order, now, `${order.tracking ?? ''} ${told.happened ?? ''}`);
        return;
      }
      const { news, turned } = business.parcelNews.enter(orderId, told, now);
      if (!news) business.parcelNews.nothingNew(orderId, now);
      if (told.status === 'delivered') {
        business.parcelNews.stop(orderId);
        const change = business.orders.change(order, 'delivered', { who: `courier:${business.parcelNews.of(orderId)?.courier ?? ''}`, why: told.said ?? '', at: now });
        if (change.kind === 'changed') notices.orderMoved(change.order, now);
      } else if (turned && told.status !== 'moving') {
        alert(told.status === 'held' ? 'parcel_held' : 'parcel_returning', order, now, told.said ?? '');
      }
    },
  };
}

export type ParcelWatch = ReturnType<typeof createParcelWatch>;
