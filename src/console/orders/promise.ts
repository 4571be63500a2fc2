import type { Order } from '../../shop/ordering/orders.ts';
import type { Premises } from '../../shop/shop.ts';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import type { UtcMs } from '../../shop/units.ts';

export type PromiseStanding = 'late' | 'hand_over_today' | 'hand_over_tomorrow' | 'fine';

type Promised = Pick<Order, 'state' | 'service_id' | 'arrives_to' | 'days_min' | 'days_max' | 'late_told_at'>;

/**
 * How an order stands to what its customer was promised. `hand_over_…`: given to the courier after that day, it would arrive
 * later than promised; so a slip is seen before it happens. `late` also where the customer had to be told of a new date.
 */
export function standingOf(order: Promised, { hours, tariffs }: Pick<Premises, 'hours' | 'tariffs'>, now: UtcMs): PromiseStanding {
  if (!['confirmed', 'paid', 'packed', 'shipped'].includes(order.state)) return 'fine';
  const today = hours.localDate(now);
  if (order.arrives_to < today || order.late_told_at !== null) return 'late';
  if (order.state === 'shipped') return 'fine';
  const slipsAt = (at: UtcMs): boolean => {
    const window = tariffs.arrival(order.service_id, { daysMin: order.days_min, daysMax: order.days_max }, at);
    return window !== null && window.arrivesTo > order.arrives_to;
  };
  const inDays = (days: number): UtcMs => hours.instant(localDateOf(dayNumber(today) + days), 0);
  if (slipsAt(inDays(1))) return 'hand_over_today';
  return slipsAt(inDays(2)) ? 'hand_over_tomorrow' : 'fine';
}
