import type { Shift, Weekday } from '../shop/catalogue/snapshot.ts';
import { calendarDay, dayNumber, WEEKDAYS, weekdayIndex } from '../shop/time/local-date.ts';
import type { LocalDate } from '../shop/units.ts';

/**
 * Days and times in words: "Sel 24 Nov", "Sel 24 – Rab 25 Nov", "09.00–12.00 dan 13.00–17.00 WIB". The year is said
 * only where it is not that of `today`. Pure, and blind to the machine's zone.
 */

type Language = 'id' | 'en';

interface DateWords {
  readonly weekdays: readonly string[];
  readonly shortWeekdays: readonly string[];
  readonly shortMonths: readonly string[];
  readonly today: string;
  readonly tomorrow: string;
  readonly and: string;
  readonly closed: string;
  readonly clockSeparator: string;
}

const WORDS: Readonly<Record<Language, DateWords>> = {
  id: {
    weekdays: ['Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu', 'Minggu'],
    shortWeekdays: ['Sen', 'Sel', 'Rab', 'Kam', 'Jum', 'Sab', 'Min'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'Mei', 'Jun', 'Jul', 'Agu', 'Sep', 'Okt', 'Nov', 'Des'],
    today: 'hari ini', tomorrow: 'besok', and: 'dan', closed: 'tutup', clockSeparator: '.',
  },
  en: {
    weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
    shortWeekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
    today: 'today', tomorrow: 'tomorrow', and: 'and', closed: 'closed', clockSeparator: ':',
  },
};

/** "Sel 24 Nov", and "Sel 5 Jan 2027" where `today` lies in another year. */
export function dayAndDate(date: LocalDate, today: LocalDate, language: Language = 'id'): string {
  return `${dayOfMonth(date, language)} ${monthOf(date, language)}${yearUnless(date.slice(0, 4) === today.slice(0, 4), date)}`;
}

/** "24 Nov", and "5 Jan 2027" where `today` lies in another year: where the day of the week does not matter. */
export function shortDate(date: LocalDate, today: LocalDate, language: Language = 'id'): string {
  return `${calendarDay(dayNumber(date)).day} ${monthOf(date, language)}${yearUnless(date.slice(0, 4) === today.slice(0, 4), date)}`;
}

/** "Sel 24 Nov 2026", the year always said. */
export const datedDay = (date: LocalDate, language: Language = 'id'): string => `${dayOfMonth(date, language)} ${monthOf(date, language)} ${date.slice(0, 4)}`;

/** "Sel 24 – Rab 25 Nov", "Sen 30 Nov – Sel 1 Des", "Kam 31 Des 2026 – Sab 2 Jan 2027"; one day where both are the same. */
export function dateRange(from: LocalDate, until: LocalDate, today: LocalDate, language: Language = 'id'): string {
  if (from === until) return dayAndDate(from, today, language);
  const oneYear = from.slice(0, 4) === until.slice(0, 4);
  const oneMonth = oneYear && from.slice(5, 7) === until.slice(5, 7);
  const start = dayOfMonth(from, language)
    + (oneMonth ? '' : ` ${monthOf(from, language)}`)
    + yearUnless(oneYear, from);
  const end = `${dayOfMonth(until, language)} ${monthOf(until, language)}`
    + yearUnless(oneYear && until.slice(0, 4) === today.slice(0, 4), until);
  return `${start} – ${end}`;
}

/** Minutes after midnight as a time of day: "09.00", "24.00"; past midnight goes on with the next day's clock. */
export function clockTime(minutes: number, language: Language = 'id'): string {
  const ofDay = minutes > 1_440 ? minutes - 1_440 : minutes;
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${two(Math.floor(ofDay / 60))}${WORDS[language].clockSeparator}${two(ofDay % 60)}`;
}

/** "09.00 WIB" */
export function clockTimeInZone(minutes: number, zoneLabel: string, language: Language = 'id'): string {
  return `${clockTime(minutes, language)} ${zoneLabel}`;
}

/** "09.00–12.00 dan 13.00–17.00 WIB"; "tutup" where there is none. */
export function shiftList(shifts: readonly Shift[], zoneLabel: string, language: Language = 'id'): string {
  const words = WORDS[language];
  if (shifts.length === 0) return words.closed;
  const said = shifts.map((shift) => `${clockTime(shift.from, language)}–${clockTime(shift.to, language)}`);
  const last = said.pop() as string;
  return `${said.length > 0 ? `${said.join(', ')} ${words.and} ` : ''}${last} ${zoneLabel}`;
}

/** "Senin" */
export function weekdayName(date: LocalDate, language: Language = 'id'): string {
  return WORDS[language].weekdays[weekdayIndex(dayNumber(date))] as string;
}

/** "Sen–Kam", or "Sab" where both are the same. */
export function weekdayRange(from: Weekday, until: Weekday, language: Language = 'id'): string {
  const short = (weekday: Weekday): string => WORDS[language].shortWeekdays[WEEKDAYS.indexOf(weekday)] as string;
  return from === until ? short(from) : `${short(from)}–${short(until)}`;
}

/** A day as one says it today: "hari ini", "besok Senin", else "Sen 30 Nov". */
export function spokenDay(date: LocalDate, today: LocalDate, language: Language = 'id'): string {
  const ahead = dayNumber(date) - dayNumber(today);
  if (ahead === 0) return WORDS[language].today;
  if (ahead === 1) return `${WORDS[language].tomorrow} ${weekdayName(date, language)}`;
  return dayAndDate(date, today, language);
}

function dayOfMonth(date: LocalDate, language: Language): string {
  const number = dayNumber(date);
  return `${WORDS[language].shortWeekdays[weekdayIndex(number)]} ${calendarDay(number).day}`;
}

function monthOf(date: LocalDate, language: Language): string {
  return WORDS[language].shortMonths[Number(date.slice(5, 7)) - 1] as string;
}

function yearUnless(said: boolean, date: LocalDate): string {
  return said ? '' : ` ${date.slice(0, 4)}`;
}
