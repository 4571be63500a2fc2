import type { Order } from '../../shop/ordering/orders.ts';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import type { LocalDate } from '../../shop/units.ts';

export type PromiseStanding = 'late' | 'hand_over_today' | 'hand_over_tomorrow' | 'fine';

/**
 * How an order stands to what the customer was promised. `hand_over_…`: after that day not even the courier's quickest
 * time keeps the promise, so that a slip is seen the day before it happens.
 */
export function standingOf(order: Pick<Order, 'state' | 'arrives_to' | 'days_min'>, today: LocalDate): PromiseStanding {
  if (!['confirmed', 'paid', 'packed', 'shipped'].includes(order.state)) return 'fine';
  if (order.arrives_to < today) return 'late';
  if (order.state === 'shipped') return 'fine';
  const latest = latestHandOver(order);
  if (latest <= today) return 'hand_over_today';
  return latest === localDateOf(dayNumber(today) + 1) ? 'hand_over_tomorrow' : 'fine';
}

/** The last day on which the quickest delivery would still arrive as promised. */
export const latestHandOver = (order: Pick<Order, 'arrives_to' | 'days_min'>): LocalDate =>
  localDateOf(dayNumber(order.arrives_to) - order.days_min);
