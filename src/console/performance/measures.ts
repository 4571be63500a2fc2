import type { BonusRule } from '../../shop/catalogue/snapshot.ts';
import type { OrderState } from '../../shop/ordering/order-states.ts';
import type { ChatRecord, OrderRecord, RatingRecord, ReplyRecord } from '../queries/performance-facts.ts';
import type { Measures } from './bonus.ts';
import type { Correction } from './corrections.ts';

export interface TimedChat extends ChatRecord {
  /** Staffed milliseconds from the request to the first reply; null where none is due yet or nobody asked. */
  readonly firstReplyMs: number | null;
  readonly onTime: boolean | null;
  /** Staffed milliseconds from the request to the end. */
  readonly resolvedMs: number | null;
}

/** All that is known of one person's month, with the records behind each figure. */
export interface StaffMonth {
  readonly chats: readonly TimedChat[];
  readonly ratings: readonly RatingRecord[];
  /** Placed in this month, and standing. */
  readonly orders: readonly OrderRecord[];
  readonly insisted: readonly ReplyRecord[];
  /** Of months closed before it, settled in this one. */
  readonly corrections: readonly Correction[];
}

/** What is kept of a month that is closed: each person's records, and the owner's rules of that day. */
export interface ClosedFigures {
  readonly rules: readonly BonusRule[];
  readonly people: Readonly<Record<string, StaffMonth>>;
}

export const NO_RECORDS: StaffMonth = { chats: [], ratings: [], orders: [], insisted: [], corrections: [] };

/** An order counts once it is paid for or promised to be at the door; what is cancelled, lapsed or returned does not. */
export const COUNTS: ReadonlySet<OrderState> = new Set(['confirmed', 'paid', 'packed', 'shipped', 'delivered']);

/** Rupiah of goods, less discounts. */
export const sales = (orders: readonly OrderRecord[]): number => orders.reduce((sum, order) => sum + order.goods - order.discount, 0);

/** The figures the owner's rules speak of; corrections are worked out by the rules of their own month. */
export function measuresOf(month: Omit<StaffMonth, 'corrections'>): Measures {
  const replies = month.chats.filter((chat) => chat.onTime !== null);
  const stars = month.ratings.reduce((sum, rating) => sum + rating.stars, 0);
  return {
    orders_helped: { value: month.orders.length, count: month.orders.length },
    sales_helped: { value: sales(month.orders), count: month.orders.length },
    rating_average: { value: month.ratings.length === 0 ? 0 : stars / month.ratings.length, count: month.ratings.length },
    first_reply_on_time: { value: replies.length === 0 ? 0 : replies.filter((chat) => chat.onTime).length / replies.length, count: replies.length },
    out_of_hours_replies: { value: month.insisted.length, count: month.insisted.length },
    chats_handled: { value: month.chats.length, count: month.chats.length },
  };
}
