import type { LocalDate, UtcMs } from '../units.ts';
import type { Shift } from '../catalogue/snapshot.ts';

/** One day of the shop: its shifts and why they differ from the week's plan, if they do. */
export interface DayPlan {
  readonly date: LocalDate;
  readonly shifts: readonly Shift[];
  /** Name of the holiday, joint leave or special day; null on an ordinary day. */
  readonly reason: string | null;
  /** True where no decree covers the day and a library's computed date was used. */
  readonly provisional: boolean;
}

/** When people serve. Pure over the store's settings and the table of holidays. */
export interface BusinessHours {
  isOpen(at: UtcMs): boolean;
  /** The instant the shop next opens, strictly after `at` when closed, or the current opening's start when open; null if never within 60 days. */
  nextOpening(at: UtcMs): UtcMs | null;
  /** When the shift running at `at` ends; null when closed. */
  closesAt(at: UtcMs): UtcMs | null;
  day(date: LocalDate): DayPlan;
  /** True on a day with at least one shift: a day on which parcels are handed over. */
  isWorkingDay(date: LocalDate): boolean;
  /** National holiday (not joint leave), for couriers. */
  isNationalHoliday(date: LocalDate): boolean;
  /** Milliseconds of staffed time between two instants. */
  staffedMs(from: UtcMs, to: UtcMs): number;
  /** The instant that lies `ms` of staffed time after `at`. */
  addStaffed(at: UtcMs, ms: number): UtcMs;
  localDate(at: UtcMs): LocalDate;
  /** Minutes after local midnight. */
  localMinutes(at: UtcMs): number;
  /** "WIB", "WITA" or "WIT". */
  readonly zoneLabel: string;
}
