import type { BonusRule, StoreSettings } from '../../shop/catalogue/snapshot.ts';
import type { BusinessHours } from '../../shop/service/business-hours.ts';
import type { UtcMs } from '../../shop/units.ts';
import type { ChatRecord, PerformanceFacts } from '../queries/performance-facts.ts';
import { correctionsOf } from './corrections.ts';
import { COUNTS, NO_RECORDS, type ClosedFigures, type StaffMonth, type TimedChat } from './measures.ts';
import { monthAfter, spanOf, type Month } from './month.ts';

/** Oldest first. */
export type ClosedMonths = readonly { readonly month: Month; readonly figures: ClosedFigures }[];

export const closedMonths = (facts: PerformanceFacts): ClosedMonths =>
  facts.closed().map(({ month, figures }) => ({ month, figures: JSON.parse(figures) as ClosedFigures }));

/**
 * One person's month from the books. A closed month is not worked out again: what changed in it since is settled in the first
 * open month.
 */
export function staffMonth(parts: {
  readonly facts: PerformanceFacts; readonly closed: ClosedMonths; readonly hours: BusinessHours; readonly store: StoreSettings; readonly now: UtcMs;
}, staff: string, month: Month): StaffMonth {
  const { facts, hours, closed } = parts;
  const kept = closed.find((one) => one.month === month);
  if (kept) return kept.figures.people[staff] ?? NO_RECORDS;
  const [from, until] = spanOf(month, hours);
  return {
    chats: facts.chats(staff, from, until).map((chat) => timed(chat, parts)),
    ratings: facts.ratings(staff, from, until),
    orders: facts.orders(from, until).filter((order) => order.helper === staff && COUNTS.has(order.state)),
    insisted: facts.insisted(staff, from, until),
    corrections: closed.at(-1)?.month === monthAfter(month, -1) ? correctionsOf(closed, { order: facts.order, placedIn: (of) => facts.orders(...spanOf(of, hours)) }, staff) : [],
  };
}

/** The rules a month is worked out by: its own where it is closed, else those of store.yaml. */
export function rulesOf(closed: ClosedMonths, store: StoreSettings, month: Month): readonly BonusRule[] {
  return closed.find((one) => one.month === month)?.figures.rules ?? store.bonus;
}

/** As a closed month keeps it: who a customer was and what she wrote stay where they can be erased (S20). */
export const withoutPeople = (month: StaffMonth): StaffMonth => ({
  ...month,
  chats: month.chats.map((chat) => ({ ...chat, name: null })),
  ratings: month.ratings.map((rating) => ({ ...rating, comment: '' })),
});

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
