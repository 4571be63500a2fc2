import type { Order } from '../shop/ordering/orders.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { UtcMs } from '../shop/units.ts';

/** The promise counts from the payment (design §5): paid later than quoted, it arrives later. */
export function promiseAnew(business: Business, premises: Premises, order: Order, now: UtcMs): void {
  const window = premises.tariffs.arrival(order.service_id, { daysMin: order.days_min, daysMax: order.days_max }, now);
  if (window) business.orders.setArrival(order, window.arrivesFrom, window.arrivesTo);
}
