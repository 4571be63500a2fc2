import type { StoreSettings } from '../shop/catalogue/snapshot.ts';
import type { BusinessHours } from '../shop/service/business-hours.ts';
import { daysSummary, weekSummary } from '../shop/service/business-hours-summary.ts';
import { daysMeant, type NamedDay } from '../shop/service/calendar-days.ts';
import type { Holidays } from '../shop/service/holidays.ts';
import type { UtcMs } from '../shop/units.ts';
import { dateRange, dayAndDate, shiftList, spokenDay, weekdayRange } from './dates.ts';
import type { Say } from './say.ts';

/** "Jam buka?" answered exactly: for the day asked about, else for now, today and the week. */
export function hoursAnswer(
  say: Say, hours: BusinessHours, holidays: Holidays, store: StoreSettings, day: NamedDay | null, now: UtcMs,
): string {
  const today = hours.localDate(now);
  if (day !== null) return ofDay(say, hours, holidays, store, day, today);
  const plan = hours.day(today);
  const closesAt = hours.closesAt(now);
  const opening = hours.nextOpening(now);
  const because = plan.reason === null ? '' : say('hours.because', { sebab: plan.reason });
  const todayName = dayAndDate(today, today, say.language);
  return [
    ...(closesAt !== null ? [say('hours.open_now', { jam_tutup: say.time(closesAt) })]
      : opening !== null ? [say('hours.closed_now', { jam_buka: say.opening(opening) })] : []),
    plan.shifts.length > 0
      ? say('hours.today', { hari: todayName, jam: shiftList(plan.shifts, hours.zoneLabel, say.language) })
      : opening === null ? say('hours.day_closed', { hari: todayName, sebab: because })
        : say('hours.today_closed', { hari: todayName, sebab: because, jam_buka: say.opening(opening) }),
    weekLine(say, hours, store),
  ].join('\n');
}

/** "Sen–Kam 09.00–12.00 dan 13.00–17.00 WIB; Jum …; Min tutup" */
export function weekLine(say: Say, hours: BusinessHours, store: StoreSettings): string {
  const groups = weekSummary(store.hours).map((group) =>
    `${weekdayRange(group.from, group.until, say.language)} ${shiftList(group.shifts, hours.zoneLabel, say.language)}`);
  return say('hours.week', { minggu: groups.join('; ') });
}

function ofDay(say: Say, hours: BusinessHours, holidays: Holidays, store: StoreSettings, day: NamedDay, today: string): string {
  const meant = daysMeant(day, today, store.hours, holidays);
  if (meant.kind === 'unknown') return say('hours.unknown_day');
  const lines = daysSummary(hours, meant.dates).map((group) => {
    const named = group.from === group.until ? capitalised(spokenDay(group.from, today, say.language)) : dateRange(group.from, group.until, today, say.language);
    const because = group.reason === null ? '' : say('hours.because', { sebab: group.reason });
    return group.shifts.length > 0
      ? say('hours.day', { hari: named, jam: shiftList(group.shifts, hours.zoneLabel, say.language), sebab: because })
      : say('hours.day_closed', { hari: named, sebab: because });
  });
  return [...lines, ...(meant.provisional ? [say('hours.provisional')] : [])].join('\n');
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
