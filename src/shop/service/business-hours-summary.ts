import type { Hours, Shift, Weekday } from '../catalogue/snapshot.ts';
import { dayNumber, WEEKDAYS } from '../time/local-date.ts';
import type { LocalDate } from '../units.ts';
import type { BusinessHours } from './business-hours.ts';

/** Neighbouring weekdays with the same hours: Mon–Thu 09–12 and 13–17. No shifts is closed. */
export interface WeekdayGroup {
  readonly from: Weekday;
  readonly until: Weekday;
  readonly shifts: readonly Shift[];
}

/** The week as it hangs on the shop's door: Monday to Sunday, neighbours of equal hours taken together. */
export function weekSummary(hours: Hours): readonly WeekdayGroup[] {
  const groups: WeekdayGroup[] = [];
  for (const weekday of WEEKDAYS) {
    const shifts = hours.week[weekday];
    const last = groups.at(-1);
    if (last && sameShifts(last.shifts, shifts)) groups[groups.length - 1] = { ...last, until: weekday };
    else groups.push({ from: weekday, until: weekday, shifts });
  }
  return groups;
}

/** Successive dates with the same hours for the same reason. */
export interface DateGroup {
  readonly from: LocalDate;
  readonly until: LocalDate;
  readonly shifts: readonly Shift[];
  readonly reason: string | null;
  readonly provisional: boolean;
}

/** What the shop's hours are on these dates (in order), successive equals taken together. */
export function daysSummary(hours: BusinessHours, dates: readonly LocalDate[]): readonly DateGroup[] {
  const groups: DateGroup[] = [];
  for (const date of dates) {
    const { shifts, reason, provisional } = hours.day(date);
    const last = groups.at(-1);
    const continues = last && dayNumber(date) === dayNumber(last.until) + 1 && last.reason === reason
      && last.provisional === provisional && sameShifts(last.shifts, shifts);
    if (continues) groups[groups.length - 1] = { ...last, until: date };
    else groups.push({ from: date, until: date, shifts, reason, provisional });
  }
  return groups;
}

function sameShifts(a: readonly Shift[], b: readonly Shift[]): boolean {
  return a.length === b.length && a.every((shift, i) => shift.from === b[i]?.from && shift.to === b[i].to);
}
