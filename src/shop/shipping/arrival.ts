import type { ShippingService, ShippingSettings } from '../catalogue/snapshot.ts';
import type { BusinessHours } from '../service/business-hours.ts';
import { type DayNumber, dayNumber, localDateOf, weekdayOf } from '../time/local-date.ts';
import type { LocalDate, UtcMs } from '../units.ts';

/** The days a parcel is promised for. */
export interface ArrivalWindow {
  readonly handedOver: LocalDate;
  readonly arrivesFrom: LocalDate;
  readonly arrivesTo: LocalDate;
}

// A shop or courier that rests this long promises nothing.
const SEARCH_DAYS = 400;

/**
 * The arrival rule, the only one: quote, cart, confirmation and lateness all ask here. Handed over on the day of `paidAt`
 * if the shop works then and the cut-off is not past, else on its next working day, plus the handling days, counted in
 * the shop's working days. Arrives `daysMin` to `daysMax` of the courier's working days later; national holidays are
 * none, joint leave is. Null where shop or courier never works.
 */
export function arrivalWindow(
  paidAt: UtcMs,
  shop: Pick<ShippingSettings, 'cutoff' | 'handlingDays'>,
  courier: Pick<ShippingService, 'works'>,
  days: { readonly daysMin: number; readonly daysMax: number },
  hours: BusinessHours,
): ArrivalWindow | null {
  const handedOver = handOverDay(paidAt, shop, hours);
  if (handedOver === null) return null;
  const carries = (day: DayNumber): boolean =>
    courier.works.includes(weekdayOf(day)) && !hours.isNationalHoliday(localDateOf(day));
  const first = workingDayAfter(handedOver, days.daysMin, carries);
  const last = workingDayAfter(handedOver, days.daysMax, carries);
  if (first === null || last === null) return null;
  return { handedOver: localDateOf(handedOver), arrivesFrom: localDateOf(first), arrivesTo: localDateOf(last) };
}

/** All that an arrival needs to know of the moment of payment: its day, and whether that day's cut-off is still to come. */
export function paidOn(paidAt: UtcMs, shop: Pick<ShippingSettings, 'cutoff'>, hours: BusinessHours): { readonly today: LocalDate; readonly inTime: boolean } {
  const today = hours.localDate(paidAt);
  return { today, inTime: paidAt <= hours.instant(today, shop.cutoff) };
}

function handOverDay(
  paidAt: UtcMs, shop: Pick<ShippingSettings, 'cutoff' | 'handlingDays'>, hours: BusinessHours,
): DayNumber | null {
  const works = (day: DayNumber): boolean => hours.isWorkingDay(localDateOf(day));
  const { today, inTime } = paidOn(paidAt, shop, hours);
  const taken = workingDayFrom(dayNumber(today) + (inTime ? 0 : 1), works);
  return taken === null ? null : workingDayAfter(taken, shop.handlingDays, works);
}

/** The day `count` working days after `from`; with none to count, `from` itself or the next day that is one. */
function workingDayAfter(from: DayNumber, count: number, works: (day: DayNumber) => boolean): DayNumber | null {
  if (count === 0) return workingDayFrom(from, works);
  let day: DayNumber | null = from;
  for (let i = 0; i < count && day !== null; i++) day = workingDayFrom(day + 1, works);
  return day;
}

function workingDayFrom(from: DayNumber, works: (day: DayNumber) => boolean): DayNumber | null {
  for (let day = from; day < from + SEARCH_DAYS; day++) if (works(day)) return day;
  return null;
}
