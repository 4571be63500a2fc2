import type { Hours, Shift, SpecialDays } from '../catalogue/snapshot.ts';
import { type DayNumber, dayNumber, localDateOf, weekdayOf } from '../time/local-date.ts';
import { MINUTE_MS } from '../time/zone.ts';
import type { LocalDate } from '../units.ts';
import type { Holidays } from './holidays.ts';

/** One day of the shop: its shifts and why they differ from the week's plan, if they do. */
export interface DayPlan {
  readonly date: LocalDate;
  /** Those that begin on this day, earliest first; one that runs past midnight belongs to the day it began on. */
  readonly shifts: readonly Shift[];
  /** Name of the holiday, joint leave or special day that sets these hours; null on an ordinary day. */
  readonly reason: string | null;
  /** True where no decree covers the day and a library's computed date was used. */
  readonly provisional: boolean;
}

/** Staffed time within one calendar day: milliseconds after local midnight, in order, apart from each other. */
export type Span = readonly [from: number, to: number];

/** What each day of the shop is like. Answers are kept, so asking again costs a look-up. */
export interface Calendar {
  plan(day: DayNumber): DayPlan;
  /** Open time of a day, with what runs over from the day before and without what runs into the next. */
  spans(day: DayNumber): readonly Span[];
}

const MINUTES_PER_DAY = 1_440;
// About eleven years: more than any report asks for, and an end to growth (F30).
const KEPT_DAYS = 4_000;

export function createCalendar(hours: Hours, holidays: Holidays): Calendar {
  const plans = new Map<DayNumber, DayPlan>();
  const spansByDay = new Map<DayNumber, readonly Span[]>();
  const special = hours.special.map((days) => ({ days, from: dayNumber(days.date), until: dayNumber(days.until) }));

  /** The special days that hold on a day. A day within a range beats the range; of equals the later in the file. */
  function specialOn(day: DayNumber): SpecialDays | null {
    let best: (typeof special)[number] | null = null;
    for (const candidate of special) {
      if (day < candidate.from || day > candidate.until) continue;
      if (!best || candidate.until - candidate.from <= best.until - best.from) best = candidate;
    }
    return best?.days ?? null;
  }

  function makePlan(day: DayNumber): DayPlan {
    const date = localDateOf(day);
    const own = specialOn(day);
    const holiday = holidays.on(date);
    if (own) {
      return { date, shifts: inOrder(own.shifts), reason: own.note || holiday?.name || null, provisional: false };
    }
    const rule = holiday?.kind === 'national' ? hours.nationalHolidays : hours.jointLeave;
    if (holiday && rule === 'closed') {
      return { date, shifts: [], reason: holiday.name, provisional: holiday.provisional };
    }
    return { date, shifts: inOrder(hours.week[weekdayOf(day)]), reason: null, provisional: false };
  }

  function makeSpans(day: DayNumber): readonly Span[] {
    const minutes: (readonly [number, number])[] = [
      ...plan(day - 1).shifts.map((shift) => [shift.from - MINUTES_PER_DAY, shift.to - MINUTES_PER_DAY] as const),
      ...plan(day).shifts.map((shift) => [shift.from, shift.to] as const),
    ];
    const spans: [number, number][] = [];
    for (const [from, to] of minutes.sort((a, b) => a[0] - b[0])) {
      const start = Math.max(0, from) * MINUTE_MS;
      const end = Math.min(MINUTES_PER_DAY, to) * MINUTE_MS;
      if (start >= end) continue;
      const last = spans.at(-1);
      if (last && start <= last[1]) last[1] = Math.max(last[1], end);
      else spans.push([start, end]);
    }
    return spans;
  }

  function plan(day: DayNumber): DayPlan {
    return kept(plans, day, makePlan);
  }

  return { plan, spans: (day) => kept(spansByDay, day, makeSpans) };
}

function kept<T>(days: Map<DayNumber, T>, day: DayNumber, make: (day: DayNumber) => T): T {
  const known = days.get(day);
  if (known !== undefined) return known;
  if (days.size >= KEPT_DAYS) days.clear();
  const made = make(day);
  days.set(day, made);
  return made;
}

function inOrder(shifts: readonly Shift[]): readonly Shift[] {
  return [...shifts].sort((a, b) => a.from - b.from);
}
