import { z } from 'zod';
import { readHours } from '../hours-text.ts';
import type { Hours, Shift, SpecialDays, Weekday } from '../snapshot.ts';
import { readDate, WEEK } from '../values/day-text.ts';
import { bad, good, type Reading } from '../values/reading.ts';
import { oneOf, textUpTo } from '../values/word-text.ts';
import { list, optional, raise, required, section } from './bricks.ts';

const DAY = 1_440;
const NINE_TO_FIVE: readonly Shift[] = [{ from: 540, to: 1_020 }];

/** What is kept where the owner says nothing of hours: Monday to Friday, nine to five. */
export const USUAL_HOURS: Hours = {
  week: { mon: NINE_TO_FIVE, tue: NINE_TO_FIVE, wed: NINE_TO_FIVE, thu: NINE_TO_FIVE, fri: NINE_TO_FIVE, sat: [], sun: [] },
  nationalHolidays: 'closed', jointLeave: 'open', special: [],
};

const readShifts = (text: string): Reading<readonly Shift[]> => {
  const reading = readHours(text);
  return reading.kind === 'hours' ? good(reading.shifts) : bad(reading.what, reading.should);
};

/** A YAML list of shifts is as good as commas. */
const joined = (schema: z.ZodType<readonly Shift[]>) => z.unknown()
  .transform((value) => (Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join(', ') : value))
  .pipe(schema);

/** A day that is not named is closed; whoever loads the file warns of it. */
const day = joined(optional<readonly Shift[], readonly Shift[]>([], readShifts));
const NO_HOURS = '"09:00-12:00, 13:00-17:00" (atau closed bila tutup)';

const openOrClosed = (name: string, usual: 'open' | 'closed') =>
  optional(usual, oneOf(name, ['closed', 'open'], { tutup: 'closed', libur: 'closed', buka: 'open', masuk: 'open' }));

const SPECIAL_EXAMPLE = '- { date: 2026-12-24, until: 2026-12-26, hours: closed, note: "Libur" }';

const special = section(SPECIAL_EXAMPLE, {
  date: required('date', '2026-12-24', readDate('date')),
  until: optional(null, readDate('until')),
  hours: joined(required('hours', NO_HOURS, readShifts)),
  note: optional('', textUpTo('note', 200)),
}, { tanggal: 'date', from: 'date', dari: 'date', sampai: 'until', to: 'until', jam: 'hours', catatan: 'note', keterangan: 'note' })
  .transform(({ date, until, hours, note }, context): SpecialDays => {
    if (until !== null && until < date) raise(context, `until ${until} lebih dulu daripada date ${date}`, `tulis hari terakhirnya, misalnya until: ${date}`, ['until']);
    return { date, until: until ?? date, shifts: hours, note };
  });

/** The section `hours` of store.yaml. */
export const HOURS = section('hours: lalu mon: "09:00-17:00" di bawahnya', {
  ...(Object.fromEntries(WEEK.map((name) => [name, day])) as Record<Weekday, typeof day>),
  national_holidays: openOrClosed('national_holidays', 'closed'),
  joint_leave: openOrClosed('joint_leave', 'open'),
  special: list(SPECIAL_EXAMPLE, special),
}, {
  senin: 'mon', selasa: 'tue', rabu: 'wed', kamis: 'thu', jumat: 'fri', sabtu: 'sat', minggu: 'sun', monday: 'mon', tuesday: 'tue',
  wednesday: 'wed', thursday: 'thu', friday: 'fri', saturday: 'sat', sunday: 'sun', libur_nasional: 'national_holidays',
  cuti_bersama: 'joint_leave', holidays: 'national_holidays', khusus: 'special',
}).transform((given, context): Hours => {
  WEEK.forEach((name, i) => {
    const late = given[name].at(-1);
    const next = WEEK[(i + 1) % 7]!;
    if (late && late.to - DAY > (given[next][0]?.from ?? DAY)) raise(context, `jam ${name} lewat tengah malam dan bertumpuk dengan jam ${next}`, `akhiri jam ${name} sebelum ${next} mulai, misalnya "18:00-24:00"`, [name]);
  });
  given.special.forEach((days, i) => {
    const earlier = given.special.findIndex((other, j) => j < i && other.date <= days.until && days.date <= other.until);
    if (earlier >= 0) raise(context, `tanggal ini sudah diatur oleh butir ke-${earlier + 1} (${given.special[earlier]!.date})`, 'satu tanggal cukup ditulis sekali', ['special', i, 'date']);
  });
  return {
    week: Object.fromEntries(WEEK.map((name) => [name, given[name]])) as unknown as Hours['week'],
    nationalHolidays: given.national_holidays, jointLeave: given.joint_leave, special: given.special,
  };
});
