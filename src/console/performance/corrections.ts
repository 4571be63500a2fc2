import type { Rupiah } from '../../shop/units.ts';
import type { OrderRecord } from '../queries/performance-facts.ts';
import { bonusLines, bonusOf } from './bonus.ts';
import { COUNTS, measuresOf, NO_RECORDS, type ClosedFigures } from './measures.ts';
import type { Month } from './month.ts';

/** What changed in a month after it was closed, by the owner's rules of that month. */
export interface Correction {
  readonly month: Month;
  /** Orders that count only now. */
  readonly added: readonly OrderRecord[];
  /** Orders that counted, and were cancelled or returned since. */
  readonly takenBack: readonly OrderRecord[];
  /** Rupiah; below zero where too much was paid. */
  readonly amount: Rupiah;
}

export interface OrdersToday {
  readonly order: (number: string) => OrderRecord | undefined;
  /** All that were placed in a month. */
  readonly placedIn: (month: Month) => readonly OrderRecord[];
}

/**
 * What is still to be settled of a person's closed months (oldest first, as `closed` is): the bonus that a month would have now, less what
 * it had when it was closed and what months closed since have settled of it.
 */
export function correctionsOf(
  closed: readonly { readonly month: Month; readonly figures: ClosedFigures }[], today: OrdersToday, staff: string,
): readonly Correction[] {
  return closed.flatMap(({ month, figures }, at) => {
    const own = figures.people[staff] ?? NO_RECORDS;
    const settled = new Map(own.orders.map((order) => [order.number, order]));
    const known = new Set(settled.keys());
    for (const later of closed.slice(at + 1)) {
      for (const { takenBack, added } of (later.figures.people[staff]?.corrections ?? []).filter((correction) => correction.month === month)) {
        for (const { number } of takenBack) settled.delete(number);
        for (const order of added) settled.set(order.number, order);
        for (const { number } of added) known.add(number);
      }
    }
    // An order counts for the first time within days of being placed: before the next month is closed.
    const now = new Map([...known].flatMap((number) => today.order(number) ?? []).map((order) => [order.number, order]));
    if (at === closed.length - 1) for (const order of today.placedIn(month)) if (order.helper === staff) now.set(order.number, order);
    const takenBack = [...settled.values()].flatMap(({ number }) => now.get(number) ?? []).filter((order) => !COUNTS.has(order.state));
    const added = [...now.values()].filter((order) => COUNTS.has(order.state) && !settled.has(order.number));
    if (takenBack.length + added.length === 0) return [];
    const bonus = (orders: readonly OrderRecord[]): Rupiah => bonusOf(bonusLines(figures.rules, measuresOf({ ...own, orders })));
    const gone = new Set(takenBack.map(({ number }) => number));
    const standing = [...settled.values()].filter(({ number }) => !gone.has(number));
    return [{ month, added, takenBack, amount: bonus([...standing, ...added]) - bonus([...settled.values()]) }];
  });
}
