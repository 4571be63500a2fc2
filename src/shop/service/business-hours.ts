import type { Hours } from '../catalogue/snapshot.ts';
import { dayNumber, localDateOf } from '../time/local-date.ts';
import { DAY_MS, findZone, localDay, MINUTE_MS, startOfDay } from '../time/zone.ts';
import type { LocalDate, UtcMs } from '../units.ts';
import { createCalendar, type DayPlan } from './calendar.ts';
import type { Holidays } from './holidays.ts';

export type { DayPlan } from './calendar.ts';

/** When people serve. Pure over the store's settings and the table of holidays. Instants are UTC ms. */
export interface BusinessHours {
  isOpen(at: UtcMs): boolean;
  /** The instant the shop next opens, strictly after `at` when closed, or the current opening's start when open; null if never within 60 days. */
  nextOpening(at: UtcMs): UtcMs | null;
  /**
   * When the opening running at `at` ends; null when closed. Shifts that touch, also over midnight, are one opening.
   * A shop that never closes answers with an instant at least 60 days on.
   */
  closesAt(at: UtcMs): UtcMs | null;
  day(date: LocalDate): DayPlan;
  /** True on a day with at least one shift: a day on which parcels are handed over. */
  isWorkingDay(date: LocalDate): boolean;
  /** National holiday (not joint leave), for couriers. */
  isNationalHoliday(date: LocalDate): boolean;
  /** Milliseconds of staffed time between two instants; 0 when `to` is not after `from`. */
  staffedMs(from: UtcMs, to: UtcMs): number;
  /**
   * The first instant that has `ms` of staffed time between `at` and itself. Where 60 days pass without an opening, the
   * rest is counted on the clock from there, so that a deadline always exists.
   */
  addStaffed(at: UtcMs, ms: number): UtcMs;
  localDate(at: UtcMs): LocalDate;
  /** Whole minutes after local midnight. */
  localMinutes(at: UtcMs): number;
  /** The instant of a local day and minutes after its midnight. */
  instant(date: LocalDate, minutes: number): UtcMs;
  /** "WIB", "WITA" or "WIT". */
  readonly zoneLabel: string;
}

const HORIZON_DAYS = 60;

/**
 * The shop's staffed hours. Special days beat holidays, holidays beat the week. Throws RangeError for a zone outside
 * Indonesia: the files are checked before they come here.
 */
export function createBusinessHours(hours: Hours, timezone: string, holidays: Holidays): BusinessHours {
  const found = findZone(timezone);
  if (!found) throw new RangeError(`unknown zone ${timezone}: use Asia/Jakarta, Asia/Makassar or Asia/Jayapura`);
  const zone = found;
  const calendar = createCalendar(hours, holidays);

  /** Start and end of the span that `at` lies in, within its own day; null when closed. */
  function spanAt(at: UtcMs): readonly [UtcMs, UtcMs] | null {
    const day = localDay(at, zone);
    const start = startOfDay(day, zone);
    const within = at - start;
    for (const [from, to] of calendar.spans(day)) {
      if (within < from) return null;
      if (within < to) return [start + from, start + to];
    }
    return null;
  }

  /** Start of the first span after `at`, where `at` itself is closed. */
  function spanAfter(at: UtcMs): UtcMs | null {
    const today = localDay(at, zone);
    for (let day = today; day <= today + HORIZON_DAYS; day++) {
      const start = startOfDay(day, zone);
      const next = calendar.spans(day).find(([from]) => start + from > at);
      if (next) return start + next[0];
    }
    return null;
  }

  function openedAt(start: UtcMs): UtcMs {
    let opened = start;
    for (let days = 0; days <= HORIZON_DAYS; days++) {
      const before = spanAt(opened - 1);
      if (!before) break;
      opened = before[0];
    }
    return opened;
  }

  function closesAt(at: UtcMs): UtcMs | null {
    let closes = spanAt(at)?.[1] ?? null;
    for (let days = 0; closes !== null && days <= HORIZON_DAYS; days++) {
      const after = spanAt(closes);
      if (!after) break;
      closes = after[1];
    }
    return closes;
  }

  function nextOpening(at: UtcMs): UtcMs | null {
    const running = spanAt(at);
    return running ? openedAt(running[0]) : spanAfter(at);
  }

  function staffedMs(from: UtcMs, to: UtcMs): number {
    let sum = 0;
    for (let day = localDay(from, zone), last = localDay(to, zone); day <= last; day++) {
      const start = startOfDay(day, zone);
      for (const [opens, closes] of calendar.spans(day)) {
        sum += Math.max(0, Math.min(to, start + closes) - Math.max(from, start + opens));
      }
    }
    return sum;
  }

  function addStaffed(at: UtcMs, ms: number): UtcMs {
    let left = ms;
    let now = at;
    while (left > 0) {
      const span = spanAt(now);
      if (span) {
        const staffed = span[1] - now;
        if (staffed >= left) return now + left;
        left -= staffed;
        now = span[1];
        continue;
      }
      const opens = spanAfter(now);
      if (opens === null) return now + HORIZON_DAYS * DAY_MS + left;
      now = opens;
    }
    return now;
  }

  return {
    isOpen: (at) => spanAt(at) !== null,
    nextOpening,
    closesAt,
    day: (date) => calendar.plan(dayNumber(date)),
    isWorkingDay: (date) => calendar.plan(dayNumber(date)).shifts.length > 0,
    isNationalHoliday: (date) => holidays.on(date)?.kind === 'national',
    staffedMs,
    addStaffed,
    localDate: (at) => localDateOf(localDay(at, zone)),
    localMinutes: (at) => Math.floor((at - startOfDay(localDay(at, zone), zone)) / MINUTE_MS),
    instant: (date, minutes) => startOfDay(dayNumber(date), zone) + minutes * MINUTE_MS,
    zoneLabel: zone.label,
  };
}
