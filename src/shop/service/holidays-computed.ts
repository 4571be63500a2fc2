import { createRequire } from 'node:module';
import type DateHolidays from 'date-holidays';
import { dayNumber, localDateOf } from '../time/local-date.ts';
import type { Holiday } from './holidays.ts';

type Library = typeof DateHolidays;

let library: InstanceType<Library> | null = null;

/** Loaded on first need, and synchronously, because a turn may ask: the package costs 0.1 s that most starts can save. */
function loaded(): InstanceType<Library> {
  if (!library) {
    const HolidaysOfTheWorld = createRequire(import.meta.url)('date-holidays') as Library;
    library = new HolidaysOfTheWorld('ID');
  }
  return library;
}

// date-holidays 3.37 calls the Ascension of the Prophet (27 Rajab) "Maulid", and its other names are not the decree's.
const NAMES: Readonly<Record<string, string>> = {
  '01-01': 'Tahun Baru Masehi',
  '27 Rajab': 'Isra Mikraj Nabi Muhammad SAW',
  'chinese 01-0-01': 'Tahun Baru Imlek',
  '1 Shawwal': 'Idul Fitri',
  '2 Shawwal': 'Idul Fitri',
  'easter -2': 'Wafat Yesus Kristus',
  'easter 39': 'Kenaikan Yesus Kristus',
  '10 Dhu al-Hijjah': 'Idul Adha',
  '1 Muharram': 'Tahun Baru Islam',
  '12 Rabi al-awwal': 'Maulid Nabi Muhammad SAW',
  '08-17': 'Proklamasi Kemerdekaan',
  '12-25': 'Kelahiran Yesus Kristus',
};

/**
 * A year's national holidays as far as they can be computed, for years without a decree on file. There is no joint
 * leave in it, and feasts that hang on the moon may be a day off: hence provisional.
 */
export function computedHolidays(year: number): readonly Holiday[] {
  const days: Holiday[] = [];
  for (const { date, rule, name, type } of loaded().getHolidays(year)) {
    if (type !== 'public') continue;
    const day = date.slice(0, 10);
    days.push(provisional(day, NAMES[rule] ?? name));
    // A national holiday since 2024 that the package does not have.
    if (rule === 'easter -2') {
      days.push(provisional(localDateOf(dayNumber(day) + 2), 'Kebangkitan Yesus Kristus (Paskah)'));
    }
  }
  return days;
}

function provisional(date: string, name: string): Holiday {
  return { date, name, kind: 'national', provisional: true };
}
