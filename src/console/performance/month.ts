import type { BusinessHours } from '../../shop/service/business-hours.ts';
import type { BonusRule, StoreSettings } from '../../shop/catalogue/snapshot.ts';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import type { LocalDate, UtcMs } from '../../shop/units.ts';
import type { ChatRecord, OrderRecord, PerformanceFacts, RatingRecord, ReplyRecord } from '../queries/performance-facts.ts';
import type { Measures } from './bonus.ts';

/** "2026-11" */
export type Month = string;

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
  /** Counted in this month, corrections of closed months among them. */
  readonly orders: readonly OrderRecord[];
  /** Counted in a closed month, and cancelled or returned since. */
  readonly takenBack: readonly OrderRecord[];
  readonly insisted: readonly ReplyRecord[];
}

/** What is kept of a month that is closed: each person's records, and the owner's rules of that day. */
export interface ClosedFigures {
  readonly rules: readonly BonusRule[];
  readonly people: Readonly<Record<string, StaffMonth>>;
}

export const isMonth = (text: string): boolean => /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text);

export function monthAfter(month: Month, by: 1 | -1): Month {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const months = year * 12 + number - 1 + by;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

export const spanOf = (month: Month, hours: BusinessHours): readonly [from: UtcMs, until: UtcMs] =>
  [hours.instant(`${month}-01`, 0), hours.instant(`${monthAfter(month, 1)}-01`, 0)];

/** All days of a month, in order. */
export function daysOf(month: Month): readonly LocalDate[] {
  const first = dayNumber(`${month}-01`);
  return Array.from({ length: dayNumber(`${monthAfter(month, 1)}-01`) - first }, (_, i) => localDateOf(first + i));
}

/** An order counts once it is paid for or promised to be at the door; what is cancelled, lapsed or returned does not. */
const COUNTS: ReadonlySet<string> = new Set(['confirmed', 'paid', 'packed', 'shipped', 'delivered']);

/**
 * One person's month from the books. A closed month is not worked out again: what changed in it since is settled in the first
 * open month, taken back or added.
 */
export function staffMonth(parts: {
  readonly facts: PerformanceFacts; readonly hours: BusinessHours; readonly store: StoreSettings; readonly now: UtcMs;
}, staff: string, month: Month): StaffMonth {
  const { facts, hours } = parts;
  const closed = facts.closed();
  const kept = closed.find((one) => one.month === month);
  if (kept) return (JSON.parse(kept.figures) as ClosedFigures).people[staff] ?? NOTHING;
  const [from, until] = spanOf(month, hours);
  const helped = (orders: readonly OrderRecord[]) => orders.filter((order) => order.helper === staff && COUNTS.has(order.state));
  const corrections = closed.at(-1)?.month === monthAfter(month, -1) ? sinceClosed(facts, hours, staff) : { added: [], takenBack: [] };
  return {
    chats: facts.chats(staff, from, until).map((chat) => timed(chat, parts)),
    ratings: facts.ratings(staff, from, until),
    orders: [...corrections.added, ...helped(facts.orders(from, until))],
    takenBack: corrections.takenBack,
    insisted: facts.insisted(staff, from, until),
  };
}

/** As a closed month keeps it: who a customer was and what she wrote stay where they can be erased (S20). */
export const withoutPeople = (month: StaffMonth): StaffMonth => ({
  ...month,
  chats: month.chats.map((chat) => ({ ...chat, name: null })),
  ratings: month.ratings.map((rating) => ({ ...rating, comment: '' })),
});

/** The rules a month is worked out by: its own where it is closed, else those of store.yaml. */
export function rulesOf(facts: PerformanceFacts, store: StoreSettings, month: Month): readonly BonusRule[] {
  const kept = facts.closed().find((one) => one.month === month);
  return kept ? (JSON.parse(kept.figures) as ClosedFigures).rules : store.bonus;
}

const NOTHING: StaffMonth = { chats: [], ratings: [], orders: [], takenBack: [], insisted: [] };

function sinceClosed(facts: PerformanceFacts, hours: BusinessHours, staff: string): { added: OrderRecord[]; takenBack: OrderRecord[] } {
  const counted = new Set<string>();
  const months = facts.closed();
  for (const { figures } of months) {
    const own = (JSON.parse(figures) as ClosedFigures).people[staff] ?? NOTHING;
    own.orders.forEach((order) => counted.add(order.number));
    own.takenBack.forEach((order) => counted.delete(order.number));
  }
  const now = [...counted].flatMap((number) => facts.order(number) ?? []);
  const last = months.at(-1)!.month;
  return {
    takenBack: now.filter((order) => !COUNTS.has(order.state)),
    added: facts.orders(...spanOf(last, hours)).filter((order) => order.helper === staff && COUNTS.has(order.state) && !counted.has(order.number)),
  };
}

function timed(chat: ChatRecord, { hours, store, now }: { readonly hours: BusinessHours; readonly store: StoreSettings; readonly now: UtcMs }): TimedChat {
  // Whoever takes a chat unasked keeps nobody waiting.
  const asked = chat.requested_at < chat.claimed_at;
  const allowed = store.handoff.firstReplyMinutes * 60_000;
  const waited = asked ? hours.staffedMs(chat.requested_at, chat.first_reply_at ?? chat.released_at ?? now) : null;
  const due = waited !== null && (chat.first_reply_at !== null || chat.released_at !== null || waited > allowed);
  return {
    ...chat,
    firstReplyMs: due ? waited : null,
    onTime: due ? chat.first_reply_at !== null && waited <= allowed : null,
    resolvedMs: chat.released_at === null ? null : hours.staffedMs(chat.requested_at, chat.released_at),
  };
}

const sales = (orders: readonly OrderRecord[]): number => orders.reduce((sum, order) => sum + order.goods - order.discount, 0);

/** The figures the owner's rules speak of. */
export function measuresOf(month: StaffMonth): Measures {
  const replies = month.chats.filter((chat) => chat.onTime !== null);
  const stars = month.ratings.reduce((sum, rating) => sum + rating.stars, 0);
  const orders = month.orders.length - month.takenBack.length;
  return {
    orders_helped: { value: orders, count: month.orders.length },
    sales_helped: { value: sales(month.orders) - sales(month.takenBack), count: orders },
    rating_average: { value: month.ratings.length === 0 ? 0 : stars / month.ratings.length, count: month.ratings.length },
    first_reply_on_time: { value: replies.length === 0 ? 0 : replies.filter((chat) => chat.onTime).length / replies.length, count: replies.length },
    out_of_hours_replies: { value: month.insisted.length, count: month.insisted.length },
    chats_handled: { value: month.chats.length, count: month.chats.length },
  };
}
