import type { Hours, Weekday } from '../catalogue/snapshot.ts';
import { calendarDay, type DayNumber, dayNumber, localDateOf, tryDayNumber, WEEKDAYS, weekdayIndex } from '../time/local-date.ts';
import type { LocalDate } from '../units.ts';
import type { Holiday, Holidays } from './holidays.ts';
import { feastNamed } from './holidays-names.ts';

/** A day as a customer names it. Of the same shape as the understanding's mention of a day. */
export type NamedDay =
  | { readonly kind: 'relative'; readonly days: number }
  | { readonly kind: 'weekday'; readonly weekday: Weekday }
  | { readonly kind: 'date'; readonly day: number; readonly month: number; readonly year: number | null }
  | { readonly kind: 'holiday'; readonly name: string };

export type DaysMeant =
  | {
    readonly kind: 'days';
    /** In order, at least one. */
    readonly dates: readonly LocalDate[];
    /** True where a feast's date was computed and no decree has set it yet. */
    readonly provisional: boolean;
  }
  /** No calendar has such a day (30 February), it lies too far off, or the feast is not known. */
  | { readonly kind: 'unknown' };

// Nobody asks a shop's hours further off; and a year without a decree must be computed (F30).
const REACH_DAYS = 400;
// The days of one feast lie within a week or so: Lebaran's joint leave stands around its two holidays.
const FEAST_DAYS = 10;

/**
 * Which dates are meant, seen from `today`: the next such weekday or date (today counts), all days of the next such
 * feast with its joint leave, widened to the shop's own special days around it ("pas lebaran" is its whole closing).
 */
export function daysMeant(named: NamedDay, today: LocalDate, hours: Hours, holidays: Holidays): DaysMeant {
  const now = dayNumber(today);
  switch (named.kind) {
    case 'relative': return oneDay(now + named.days, now);
    case 'weekday': return oneDay(now + (WEEKDAYS.indexOf(named.weekday) - weekdayIndex(now) + 7) % 7, now);
    case 'date': return dateMeant(named, now);
    case 'holiday': return feastMeant(named.name, now, hours, holidays);
  }
}

function oneDay(day: DayNumber | null, now: DayNumber): DaysMeant {
  if (day === null || !Number.isInteger(day) || Math.abs(day - now) > REACH_DAYS) return { kind: 'unknown' };
  return { kind: 'days', dates: [localDateOf(day)], provisional: false };
}

function dateMeant(named: { day: number; month: number; year: number | null }, now: DayNumber): DaysMeant {
  const on = (year: number): DayNumber | null =>
    tryDayNumber(`${year}-${String(named.month).padStart(2, '0')}-${String(named.day).padStart(2, '0')}`);
  if (named.year !== null) return oneDay(on(named.year), now);
  const { year } = calendarDay(now);
  const thisYear = on(year);
  return oneDay(thisYear !== null && thisYear >= now ? thisYear : on(year + 1), now);
}

function feastMeant(name: string, now: DayNumber, hours: Hours, holidays: Holidays): DaysMeant {
  const feast = feastNamed(name);
  if (!feast) return { kind: 'unknown' };
  if (feast.kind === 'date') return dateMeant({ ...feast, year: null }, now);
  const { year } = calendarDay(now);
  const coming = (ofYear: number): readonly Holiday[] =>
    holidays.ofYear(ofYear).filter((holiday) => feast.is(holiday) && dayNumber(holiday.date) >= now);
  let days = coming(year);
  if (days.length === 0) days = coming(year + 1);
  const first = days[0];
  if (!first) return { kind: 'unknown' };
  const start = dayNumber(first.date);
  const feastDays = days.filter((holiday) => dayNumber(holiday.date) - start < (feast.single ? 1 : FEAST_DAYS));
  const dates = new Set(feastDays.map((holiday) => dayNumber(holiday.date)));
  for (const special of hours.special) {
    const from = dayNumber(special.date);
    const until = dayNumber(special.until);
    if (![...dates].some((day) => day >= from && day <= until)) continue;
    for (let day = Math.max(from, now); day <= Math.min(until, from + REACH_DAYS); day++) dates.add(day);
  }
  return {
    kind: 'days',
    dates: [...dates].sort((a, b) => a - b).map(localDateOf),
    provisional: feastDays.some((holiday) => holiday.provisional),
  };
}
