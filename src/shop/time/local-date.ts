import type { Weekday } from '../catalogue/snapshot.ts';
import type { LocalDate } from '../units.ts';

/**
 * Arithmetic on calendar days, without Date: a day is a count from 1970-01-01, so that adding, comparing and weekdays
 * never touch the machine's zone (F28).
 */
export type DayNumber = number;

/** Monday first, as shops here write their week. */
export const WEEKDAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const DAYS_PER_ERA = 146_097; // 400 Gregorian years
const EPOCH_SHIFT = 719_468; // days from 0000-03-01 to 1970-01-01
const EPOCH_WEEKDAY = 3; // 1970-01-01 was a Thursday

/** The count of a calendar day. Years are counted from March, which puts the leap day last. */
export function dayNumberOf(year: number, month: number, day: number): DayNumber {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_SHIFT;
}

export interface CalendarDay {
  readonly year: number;
  /** 1…12 */
  readonly month: number;
  /** 1…31 */
  readonly day: number;
}

export function calendarDay(number: DayNumber): CalendarDay {
  const shifted = number + EPOCH_SHIFT;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365);
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** `YYYY-MM-DD` to its count. Throws on anything else, and on a day that no calendar has (2026-02-30). */
export function dayNumber(date: LocalDate): DayNumber {
  const number = tryDayNumber(date);
  if (number === null) throw new RangeError(`not a calendar day: ${date}`);
  return number;
}

/** As `dayNumber`, but null where the text is no calendar day. */
export function tryDayNumber(date: string): DayNumber | null {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!parts) return null;
  const number = dayNumberOf(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  return localDateOf(number) === date ? kept(numbers, date, number) : null;
}

export function localDateOf(number: DayNumber): LocalDate {
  const known = dates.get(number);
  if (known !== undefined) return known;
  const { year, month, day } = calendarDay(number);
  return kept(dates, number, `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`);
}

/** A reply that promises arrivals turns the same few days from one form to the other a hundred times. */
const numbers = new Map<LocalDate, DayNumber>();
const dates = new Map<DayNumber, LocalDate>();
const MOST_KEPT = 4_000;

function kept<K, V>(days: Map<K, V>, key: K, value: V): V {
  if (days.size >= MOST_KEPT) days.clear();
  days.set(key, value);
  return value;
}

/** 0 is Monday, 6 is Sunday. */
export function weekdayIndex(number: DayNumber): number {
  return (((number + EPOCH_WEEKDAY) % 7) + 7) % 7;
}

export function weekdayOf(number: DayNumber): Weekday {
  return WEEKDAYS[weekdayIndex(number)] as Weekday;
}

function twoDigits(number: number): string {
  return number < 10 ? `0${number}` : String(number);
}
