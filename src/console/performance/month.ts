import type { BusinessHours } from '../../shop/service/business-hours.ts';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import type { LocalDate, UtcMs } from '../../shop/units.ts';

/** "2026-11" */
export type Month = string;

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
