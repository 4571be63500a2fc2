import type { BusinessHours } from '../../shop/service/business-hours.ts';
import { dayNumber, localDateOf } from '../../shop/time/local-date.ts';
import type { LocalDate, UtcMs } from '../../shop/units.ts';
import { clockTime, dateRange, dayAndDate, weekdayName } from '../../wording/dates.ts';
import type { Translate } from '../language/translate.tsx';

/** Instants and days as staff read them, in the shop's own zone and the reader's language. */
export interface Moments {
  readonly now: UtcMs;
  readonly today: LocalDate;
  /** "09.12" */
  time(at: UtcMs): string;
  /** "Hari ini", "Kemarin", "Sel 24 Nov" */
  day(at: UtcMs): string;
  date(date: LocalDate): string;
  range(from: LocalDate, until: LocalDate): string;
  /** "09.12" today, else "Sel 24 Nov 09.12" */
  stamp(at: UtcMs): string;
  /** How long ago, roughly: "3 mnt", "2 jam", "4 hari". */
  since(at: UtcMs): string;
  /** A span of time in its largest unit. */
  duration(ms: number): string;
  /** "09.00" for 9 */
  hour(hour: number): string;
  /** When something will go out: "09.00", "Senin 09.00", "Sen 30 Nov 09.00". */
  coming(at: UtcMs): string;
  localDate(at: UtcMs): LocalDate;
}

const MINUTE = 60_000;

export function momentsOf(hours: BusinessHours, now: UtcMs, t: Translate): Moments {
  const { language } = t;
  const today = hours.localDate(now);
  const time = (at: UtcMs): string => clockTime(hours.localMinutes(at), language);
  const yesterday = localDateOf(dayNumber(today) - 1);

  function day(at: UtcMs): string {
    const date = hours.localDate(at);
    if (date === today) return t('Hari ini');
    return date === yesterday ? t('Kemarin') : dayAndDate(date, today, language);
  }

  return {
    now, today, time, day,
    date: (date) => dayAndDate(date, today, language),
    range: (from, until) => dateRange(from, until, today, language),
    stamp: (at) => (hours.localDate(at) === today ? time(at) : `${dayAndDate(hours.localDate(at), today, language)} ${time(at)}`),
    since: (at) => duration(t, now - at),
    duration: (ms) => duration(t, ms),
    hour: (hour) => clockTime(hour * 60, language),
    coming(at) {
      const date = hours.localDate(at);
      const ahead = dayNumber(date) - dayNumber(today);
      if (ahead === 0) return time(at);
      return ahead < 7 ? `${weekdayName(date, language)} ${time(at)}` : `${dayAndDate(date, today, language)} ${time(at)}`;
    },
    localDate: (at) => hours.localDate(at),
  };
}

/** A span of time in its largest unit; what is under a minute is "baru saja". */
function duration(t: Translate, ms: number): string {
  const minutes = Math.floor(ms / MINUTE);
  if (minutes < 1) return t('baru saja');
  if (minutes < 60) return t('{jumlah} mnt', { jumlah: minutes });
  if (minutes < 48 * 60) return t('{jumlah} jam', { jumlah: Math.floor(minutes / 60) });
  return t('{jumlah} hari', { jumlah: Math.floor(minutes / 1440) });
}
