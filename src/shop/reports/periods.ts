import { dayNumber, localDateOf, tryDayNumber, weekdayIndex } from '../time/local-date.ts';
import type { LocalDate } from '../units.ts';

/** Whole days of the shop's own calendar, both ends inclusive. */
export interface Span {
  readonly kind: 'week' | 'month';
  /** A week's Monday, or "2026-11". */
  readonly id: string;
  readonly from: LocalDate;
  readonly until: LocalDate;
}

const DAYS = 7;

/** The week, Monday to Sunday, that a day lies in. */
export function weekOf(day: LocalDate): Span {
  const monday = dayNumber(day) - weekdayIndex(dayNumber(day));
  return { kind: 'week', id: localDateOf(monday), from: localDateOf(monday), until: localDateOf(monday + DAYS - 1) };
}

/** The month that a day lies in. */
export function monthOf(day: LocalDate): Span {
  const id = day.slice(0, 7);
  return { kind: 'month', id, from: `${id}-01`, until: localDateOf(dayNumber(`${monthAfter(id)}-01`) - 1) };
}

export const spanAfter = (span: Span): Span =>
  (span.kind === 'week' ? weekOf(localDateOf(dayNumber(span.from) + DAYS)) : monthOf(`${monthAfter(span.id)}-01`));

export const spanBefore = (span: Span): Span => {
  const last = localDateOf(dayNumber(span.from) - 1);
  return span.kind === 'week' ? weekOf(last) : monthOf(last);
};

/** "2026-11" as its month, a day as its week; null for anything else. */
export function readSpan(kind: Span['kind'], text: string): Span | null {
  if (kind === 'month') return /^\d{4}-(?:0[1-9]|1[0-2])$/.test(text) ? monthOf(`${text}-01`) : null;
  return tryDayNumber(text) === null ? null : weekOf(text);
}

/** Every day of a span, the first one first. */
export const daysOf = ({ from, until }: Span): readonly LocalDate[] =>
  Array.from({ length: dayNumber(until) - dayNumber(from) + 1 }, (_, i) => localDateOf(dayNumber(from) + i));

function monthAfter(month: string): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return number === 12 ? `${String(year + 1).padStart(4, '0')}-01` : `${String(year).padStart(4, '0')}-${String(number + 1).padStart(2, '0')}`;
}
