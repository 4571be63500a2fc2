import type { ChannelName } from '../channels/channel.ts';
import type { OutboxTable } from '../database/outbox.ts';
import type { Order } from '../shop/ordering/orders.ts';
import { summaryText } from '../shop/service/daily-summary.ts';
import { figuresText } from '../shop/reports/figures.ts';
import { periodWords } from '../wording/period-words.ts';
import { createSay } from '../wording/create-say.ts';
import { shiftList, spokenDay } from '../wording/dates.ts';
import { dayNumber, localDateOf } from '../shop/time/local-date.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Tidying } from '../database/tidying.ts';
import type { ClockWatch } from './clock-watch.ts';
import type { Notices } from './notices.ts';
import type { ParcelWatch } from './parcel-watch.ts';
import type { OnlinePayments } from './online-payments.ts';
import type { OwnerAlarms } from './owner-alarms.ts';

/** Reminders to staff after the first: 5 and 15 minutes of staffed time later (F42). */
const REMINDERS_MIN = [5, 15];
/** A payment reminder goes out when this share of the time to pay is left. */
const REMIND_SHARE = 0.25;

export interface SweepParts {
  readonly business: Business;
  readonly outbox: OutboxTable;
  readonly premises: () => Premises;
  readonly notices: Notices;
  readonly payments: OnlinePayments;
  readonly parcels: ParcelWatch;
  readonly alarms: OwnerAlarms;
  readonly tidying: Tidying;
  /** Null where time is a matter of a script. */
  readonly clock: ClockWatch | null;
  /** Lets what a channel keeps of a person go (S20). */
  readonly forgetOnChannel: (channel: ChannelName, address: string) => void;
  /** Somebody was forgotten: no earlier version of their rows may stay in the log of changes (S20). */
  readonly forgot: () => void;
}

/**
 * Everything that is due by now, each thing once: idempotent over stored due times, so a missed tick loses nothing (F27). At every
 * `yield` the transaction may end and customers may have their turns, so what was found before is looked at again after it.
 */
export function createSweeps(parts: SweepParts) {
  const { business, outbox, notices } = parts;

  function* lapseOrders(now: UtcMs): Generator<void> {
    for (const due of business.orders.dueToExpire(now)) {
      const order = business.orders.get(due.id);
      if (!stillUnpaid(order, due)) continue;
      const change = business.orders.change(order, 'expired', { who: 'shop', why: 'not paid in time', at: now });
      if (change.kind === 'changed') notices.orderMoved(change.order, now);
      yield;
    }
  }

  /** One polite reminder before an order lapses, within hours (issue: never at night). */
  function* remindPayments(now: UtcMs): Generator<void> {
    const { hours, catalogue } = parts.premises();
    if (!hours.isOpen(now)) return;
    const window = catalogue.store.orders.paymentDueHours * 3_600_000 * REMIND_SHARE;
    for (const due of business.orders.dueForReminder(now, now + window)) {
      const order = business.orders.get(due.id);
      if (!stillUnpaid(order, due)) continue;
      // Who has the chat talks about it; should it come back unpaid, there may still be time to remind.
      if (business.chats.get(order.chat_id).mode === 'human') continue;
      business.orders.markReminded(order, now);
      const link = order.payment === 'online' ? business.charges.of(order.id)?.link ?? null : null;
      notices.tell(order.chat_id, now, (say) => {
        const values = { nomor: order.number, total: say.rupiah(order.total), batas: say.dayAndTime(order.expires_at!) };
        return link === null ? say('payment.reminder', values) : say('payment.reminder_online', { ...values, tautan: link });
      });
      yield;
    }
  }

  /**
   * A promise that will slip is seen before the customer asks: not handed over in time for it, or on the way past it. She
   * is told once, honestly, within opening hours, with the new date where there is one.
   */
  function* watchPromises(now: UtcMs): Generator<void> {
    const { hours, tariffs, catalogue } = parts.premises();
    if (!hours.isOpen(now)) return;
    const today = hours.localDate(now);
    for (const id of business.orders.underway()) {
      const order = business.orders.get(id);
      if (!isUnderway(order)) continue;
      if (order.state === 'shipped' && silentSince(order, today, catalogue.store.orders.deliveredAfterDays)) {
        const change = business.orders.change(order, 'delivered', { who: 'shop', why: 'no word after the promised day', at: now });
        if (change.kind === 'changed') notices.orderMoved(change.order, now);
      } else if (order.late_told_at === null) {
        const fresh = order.state === 'shipped' ? null : tariffs.arrival(order.service_id, { daysMin: order.days_min, daysMax: order.days_max }, now);
        const slips = order.state === 'shipped' ? today > order.arrives_to : fresh !== null && fresh.arrivesTo > order.arrives_to;
        if (slips) tellLate(order, fresh, now);
      }
      yield;
    }
  }

  function tellLate(order: Order, fresh: { arrivesFrom: string; arrivesTo: string } | null, now: UtcMs): void {
    business.orders.markLate(order, now);
    if (fresh) business.orders.setArrival(order, fresh.arrivesFrom, fresh.arrivesTo);
    business.orders.announce('order.late', business.orders.get(order.id), now, { promised: order.arrives_to });
    notices.orderNews(business.orders.get(order.id), 'late', now, { from: order.arrives_from, to: order.arrives_to });
    business.events.record(now, 'staff.alert', { chat: order.chat_id, order: order.id }, { reason: business.untold.ofOrder(order.id) ? 'order_late_untold' : 'order_late', order: order.number });
  }

  function remindStaff(now: UtcMs): void {
    const { hours } = parts.premises();
    for (const handoff of business.handoffs.dueReminders(now)) {
      const first = handoff.reminders === 0;
      const next = REMINDERS_MIN[handoff.reminders];
      business.handoffs.reminded(handoff, next === undefined ? null : hours.addStaffed(now, next * 60_000));
      business.events.record(now, 'staff.alert', { chat: handoff.chat_id }, {
        reason: next === undefined ? 'handoff_unanswered_owner' : 'handoff_unanswered', waiting_since: handoff.requested_at,
      });
      if (first) notices.tell(handoff.chat_id, now, (say) => say('handoff.nobody_yet'));
    }
  }

  /** A human who has fallen silent hands the chat back by the clock (F42). */
  function returnIdleChats(now: UtcMs): void {
    const idleMs = parts.premises().catalogue.store.handoff.idleMinutes * 60_000;
    for (const chat of business.handoffs.idleSince(now - idleMs)) {
      business.handoffs.release(chat, 'shop', null, now);
      notices.catchUp(chat, now);
      notices.tell(chat, now, (say) => say('handoff.idle'));
    }
  }

  /** What sells out soon, in one alert and within hours, so that the owner can order more. */
  function tellLowStock(now: UtcMs): void {
    const { hours, catalogue } = parts.premises();
    if (!hours.isOpen(now)) return;
    const low = business.stock.runningLow(catalogue.store.lowStock).flatMap((row) => {
      const product = catalogue.product(row.sku);
      return product?.active ? [`${product.title}: sisa ${row.on_hand - row.reserved}`] : [];
    });
    if (low.length > 0) business.events.record(now, 'staff.alert', {}, { reason: 'stock_low', detail: low.join('; ') });
  }

  /** The week and the month that are over, each once, when the owner is awake. */
  function reportPeriods(now: UtcMs): void {
    const { hours, catalogue } = parts.premises();
    for (const figures of business.periodReports.take(hours, now)) {
      const say = createSay({ catalogue, hours, now, language: 'id', called: null });
      business.events.record(now, 'period.report', {}, { text: figuresText(catalogue.store.name, periodWords(figures.span, say), figures) });
    }
  }

  function sumUpTheDay(now: UtcMs): void {
    const { hours, catalogue } = parts.premises();
    const summary = business.dailySummary.take(catalogue, hours, now);
    if (!summary) return;
    const say = createSay({ catalogue, hours, now, language: 'id', called: null });
    business.events.record(now, 'daily.summary', {}, {
      text: summaryText(catalogue.store.name, say.day(summary.date), summary.figures, nextHours(now)),
    });
  }

  /** "Besok Rabu buka 09.00–12.00 dan 13.00–17.00 WIB.", or why tomorrow is closed and when the shop opens after that. */
  function nextHours(now: UtcMs): string {
    const { hours } = parts.premises();
    const today = hours.localDate(now);
    const opens = hours.nextOpening(now);
    const tomorrow = localDateOf(dayNumber(today) + 1);
    const plan = hours.day(tomorrow);
    const closed = plan.shifts.length > 0 ? '' : `Besok tutup${plan.reason === null ? '' : ` (${plan.reason})`}. `;
    if (opens === null) return `${closed}Belum ada jadwal buka berikutnya.`;
    const day = hours.localDate(opens);
    const named = spokenDay(day, today);
    return `${closed}${named.charAt(0).toUpperCase()}${named.slice(1)} buka ${shiftList(hours.day(day).shifts, hours.zoneLabel)}.`;
  }

  /** People who asked to be forgotten, as soon as nothing is owed to them (S20). */
  function* erasePeople(now: UtcMs): Generator<void> {
    for (let customer = business.erasing.ready(now); customer !== null; customer = business.erasing.ready(now)) {
      for (const chat of business.chats.ofCustomer(customer)) parts.forgetOnChannel(chat.channel, chat.address);
      const { files, orders } = business.erasing.erase(customer, now);
      if (files.length + orders.length > 0) business.tasks.add('remove_photos', null, { files, orders }, now);
      business.events.record(now, 'customer.erased', {}, { customer });
      parts.forgot();
      yield;
    }
  }

  /** Whether time may be believed; what waited for a time that was put off is due again (F28). */
  function watchClock(now: UtcMs): boolean {
    const look = parts.clock?.look(now);
    if (look === undefined) return true;
    if (look.jumped < 0) {
      outbox.putForward(now);
      business.tasks.putForward(now);
    }
    if (look.news === 'jumped') parts.alarms.raise('clock_jumped', `Lompatan: ${spanWords(look.jumped)}.`, now);
    if (look.news === 'right_again') parts.alarms.raise('clock_right', '', now);
    if (look.news === 'long_off') parts.alarms.raise('long_off', '', now);
    return !look.held;
  }

  function tidyUp(now: UtcMs): void {
    const files = parts.tidying.step(now);
    if (files.length > 0) business.tasks.add('remove_photos', null, { files, orders: [] }, now);
  }

  /** Everything that is due, a piece at a time, each in a transaction of the caller's. */
  return function* sweep(now: UtcMs): Generator<void> {
    const believed = watchClock(now);
    if (believed) {
      yield* lapseOrders(now);
      parts.payments.sweep(now);
      parts.parcels.sweep(now);
      yield* remindPayments(now);
      yield* watchPromises(now);
      tidyUp(now);
      yield;
      business.liveRates.prune(now);
      business.allowance.prune(now);
    }
    remindStaff(now);
    returnIdleChats(now);
    yield;
    yield* erasePeople(now);
    tellLowStock(now);
    yield;
    sumUpTheDay(now);
    yield;
    reportPeriods(now);
    yield* notices.tellWhatIsBack(now);
    yield* notices.tellWhatIsCheaper(now);
    outbox.releaseHeld(now);
  };
}

/** "+1 hari 2 jam", "−3 jam 20 menit". */
function spanWords(ms: number): string {
  const minutes = Math.round(Math.abs(ms) / 60_000);
  const parts = [[Math.floor(minutes / 1_440), 'hari'], [Math.floor(minutes / 60) % 24, 'jam'], [minutes % 60, 'menit']] as const;
  return `${ms < 0 ? '−' : '+'}${parts.filter(([count]) => count > 0).slice(0, 2).map(([count, unit]) => `${count} ${unit}`).join(' ')}`;
}

/** Neither paid nor let go since it was found, and no proof of payment has come that stops its clock. */
const stillUnpaid = (order: Order, found: Order): boolean =>
  order.state === 'awaiting_payment' && order.expires_at === found.expires_at && order.reminded_at === found.reminded_at;

const isUnderway = ({ state }: Order): boolean => state === 'confirmed' || state === 'paid' || state === 'packed' || state === 'shipped';

/** The promised day and the owner's days of grace have passed without a word. */
const silentSince = (order: Order, today: string, days: number): boolean => localDateOf(dayNumber(order.arrives_to) + days) < today;

export type Sweep = ReturnType<typeof createSweeps>;
