import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { LocalDate } from '../units.ts';
import { tryDayNumber } from '../time/local-date.ts';
import { computedHolidays } from './holidays-computed.ts';

/** A day off of the whole country. */
export interface Holiday {
  readonly date: LocalDate;
  readonly name: string;
  /** National holidays rest couriers and shops; joint leave (cuti bersama) is for the shop's owner to decide. */
  readonly kind: 'national' | 'joint_leave';
  /** True where no decree is on file and the date was computed: it may still move by a day. */
  readonly provisional: boolean;
}

/** Indonesia's days off. */
export interface Holidays {
  on(date: LocalDate): Holiday | null;
  /** Every day off of a year, in order. */
  ofYear(year: number): readonly Holiday[];
}

interface Decree {
  readonly national: readonly { readonly date: string; readonly name: string }[];
  readonly joint_leave: readonly { readonly date: string; readonly name: string }[];
}

/**
 * Days off by the ministers' joint decree for the years that have a file in `holidays/`, and computed, marked
 * provisional, for every other year. Files are read here; a computed year costs about 0.1 s when first asked for, once.
 */
export function openHolidays(keep: KeepDecrees = (_texts, make) => make(), folder: string = join(import.meta.dirname, 'holidays')): Holidays {
  const texts = readdirSync(folder).sort().flatMap((file): [string, string][] => {
    const year = /^(\d{4})\.yaml$/.exec(file)?.[1];
    return year ? [[year, readFileSync(join(folder, file), 'utf8')]] : [];
  });
  const decreed = keep(JSON.stringify(texts), () => new Map(texts.map(([year, text]) => [Number(year), readDecree(text, year)])));
  return createHolidays(decreed, computedHolidays);
}

/** What an earlier start kept of the same texts, or else what `make` makes now, kept for the next. */
export type KeepDecrees = <T>(texts: string, make: () => T) => T;

/** A table over decreed years, with a source for all others. A year's source is asked once. */
export function createHolidays(
  decreed: ReadonlyMap<number, readonly Holiday[]>, compute: (year: number) => readonly Holiday[],
): Holidays {
  const years = new Map<number, readonly Holiday[]>();
  const byDate = new Map<LocalDate, Holiday>();

  function ofYear(year: number): readonly Holiday[] {
    const known = years.get(year);
    if (known) return known;
    const days = [...(decreed.get(year) ?? compute(year))].sort((a, b) => (a.date < b.date ? -1 : 1));
    years.set(year, days);
    for (const day of days) {
      // Two feasts on one day: a national holiday outranks joint leave, else the first stands.
      const there = byDate.get(day.date);
      if (!there || (there.kind === 'joint_leave' && day.kind === 'national')) byDate.set(day.date, day);
    }
    return days;
  }

  return {
    ofYear,
    on(date) {
      ofYear(Number(date.slice(0, 4)));
      return byDate.get(date) ?? null;
    },
  };
}

function readDecree(text: string, year: string): readonly Holiday[] {
  const decree = parse(text) as Decree;
  const days = [
    ...decree.national.map((day) => ({ ...day, kind: 'national' as const, provisional: false })),
    ...decree.joint_leave.map((day) => ({ ...day, kind: 'joint_leave' as const, provisional: false })),
  ];
  for (const day of days) {
    if (tryDayNumber(day.date) === null || !day.date.startsWith(year)) {
      throw new RangeError(`holidays/${year}.yaml: ${day.date} is not a day of ${year}`);
    }
  }
  return days;
}
