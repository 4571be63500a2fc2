import { readHours } from '../shop/catalogue/hours-text.ts';
import type { Hours, Shift, Weekday } from '../shop/catalogue/snapshot.ts';
import { readWeekdays, WEEK, weekdayOf } from '../shop/catalogue/values/day-text.ts';
import { bad, good, type Reading } from '../shop/catalogue/values/reading.ts';
import { weekSummary } from '../shop/service/business-hours-summary.ts';

export const WEEK_EXAMPLE = 'Sen-Jum 09.00-12.00, 13.00-17.00; Sab 09.00-14.00';

const NAMES: Readonly<Record<Weekday, string>> = { mon: 'Sen', tue: 'Sel', wed: 'Rab', thu: 'Kam', fri: 'Jum', sat: 'Sab', sun: 'Min' };
const clock = (at: number): string => `${String(Math.floor(at / 60)).padStart(2, '0')}.${String(at % 60).padStart(2, '0')}`;

/** "Sen–Jum 09.00–17.00; Sab–Min tutup": the week as its owner says it. */
export const weekWords = (week: Hours['week']): string =>
  weekSummary({ week, nationalHolidays: 'closed', jointLeave: 'open', special: [] }).map(({ from, until, shifts }) =>
    `${NAMES[from]}${from === until ? '' : `–${NAMES[until]}`} ${shifts.length === 0 ? 'tutup' : shifts.map((shift) => `${clock(shift.from)}–${clock(shift.to)}`).join(', ')}`).join('; ');

/** The hours of a day as store.yaml has them. */
export const hoursText = (shifts: readonly Shift[]): string =>
  (shifts.length === 0 ? 'closed' : shifts.map(({ from, to }) => `${clock(from).replace('.', ':')}-${clock(to % 1440 === 0 ? to : to % 1440).replace('.', ':')}`).join(', '));

/**
 * A week in one line: "Sen-Jum 09.00-17.00; Sab 9-14", "tiap hari 08.00-20.00", "Sen-Sab 8-17, Minggu tutup". A comma goes on with the
 * same days unless a day follows it. Days not named are closed.
 */
export function readWeek(text: string): Reading<Hours['week']> {
  const how = `tulis hari lalu jamnya, misalnya ${WEEK_EXAMPLE}`;
  const week = new Map<Weekday, readonly Shift[]>();
  for (const part of parts(text)) {
    const match = /^(tiap hari|setiap hari|every day|[a-z']+(?:\s*(?:-|–|s\/d|sampai)\s*[a-z']+)?(?:\s*(?:&|dan)\s*[a-z']+)*)\s*:?\s*(.+)$/i.exec(part);
    if (!match) return bad(`"${part}" tidak terbaca`, how);
    const days = readWeekdays(match[1]!.replace(/\s*(?:&|\bdan\b)\s*/gi, ','));
    if (days.kind === 'bad') return bad(days.what, how);
    const hours = readHours(match[2]!);
    if (hours.kind === 'wrong') return bad(hours.what, hours.should);
    for (const day of days.value) {
      if (week.has(day)) return bad(`hari ${NAMES[day]} disebut dua kali`, how);
      week.set(day, hours.shifts);
    }
  }
  return week.size === 0 ? bad('belum ada harinya', how) : good(Object.fromEntries(WEEK.map((day) => [day, week.get(day) ?? []])) as unknown as Hours['week']);
}

/** The text by days: at semicolons, and at commas behind which a day stands. */
function parts(text: string): readonly string[] {
  const all: string[] = [];
  for (const piece of text.split(/\s*([;,\n])\s*/)) {
    if (piece === ';' || piece === '\n' || piece === ',' || piece === '') continue;
    const first = /^[a-z']+/i.exec(piece)?.[0] ?? '';
    if (all.length === 0 || weekdayOf(first) !== null || /^(?:tiap|setiap|every)/i.test(piece)) all.push(piece);
    else all[all.length - 1] += `, ${piece}`;
  }
  return all;
}
