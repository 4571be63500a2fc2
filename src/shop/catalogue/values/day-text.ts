import { dayNumber, localDateOf } from '../../time/local-date.ts';
import type { LocalDate } from '../../units.ts';
import type { Period, Weekday } from '../snapshot.ts';
import { bad, good, quoted, type Reading } from './reading.ts';

export const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

const DAY_WORDS: Readonly<Record<string, Weekday>> = {
  monday: 'mon', senin: 'mon', sen: 'mon', tuesday: 'tue', selasa: 'tue', sel: 'tue', wednesday: 'wed', rabu: 'wed', rab: 'wed',
  thursday: 'thu', kamis: 'thu', kam: 'thu', friday: 'fri', jumat: 'fri', "jum'at": 'fri', jum: 'fri',
  saturday: 'sat', sabtu: 'sat', sab: 'sat', sunday: 'sun', minggu: 'sun', min: 'sun', ahad: 'sun',
};
const EVERY_DAY = /^(?:daily|every ?day|setiap hari|tiap hari|semua)$/i;

/** The weekday that a word names in English or Indonesian, or null. */
export const weekdayOf = (word: string): Weekday | null => {
  const key = word.trim().toLowerCase();
  return WEEK.find((day) => day === key) ?? (Object.hasOwn(DAY_WORDS, key) ? DAY_WORDS[key]! : null);
};

/** Days of the week: "mon-sat", "sen-jum", "mon, wed, fri", "setiap hari". A range may run over Sunday. */
export function readWeekdays(text: string): Reading<readonly Weekday[]> {
  if (EVERY_DAY.test(text)) return good(WEEK);
  const found = new Set<Weekday>();
  for (const part of text.split(',')) {
    const ends = part.split(/\s*(?:-|–|s\/d|sampai)\s*/);
    const days = ends.map(weekdayOf);
    const [from, to] = [days[0], days.at(-1)];
    if (ends.length > 2 || !from || !to) return bad(`hari ${quoted(part.trim())} tidak dikenal`, 'tulis seperti works: mon-sat, atau [mon, wed, fri]');
    for (let at = WEEK.indexOf(from); ; at = (at + 1) % 7) {
      found.add(WEEK[at]!);
      if (WEEK[at] === to) break;
    }
  }
  return good(WEEK.filter((day) => found.has(day)));
}

/** A day of the calendar, `YYYY-MM-DD`. Other orders are refused, with the day they most likely mean. */
export const readDate = (name: string) => (text: string): Reading<LocalDate> => {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) {
    const [year, month, day] = text.split('-').map(Number) as [number, number, number];
    return exists(year, month, day) ? good(text) : bad(`tanggal ${text} tidak ada di kalender`, `periksa bulan dan harinya, misalnya ${name}: 2026-12-24`);
  }
  const other = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4})$/.exec(text);
  const turned = other && exists(Number(other[3]), Number(other[2]), Number(other[1]))
    ? `${other[3]}-${other[2]!.padStart(2, '0')}-${other[1]!.padStart(2, '0')}` : null;
  return bad(`tanggal ${quoted(text)} tidak terbaca`, turned ? `tulis tahun-bulan-hari; maksud Anda ${name}: ${turned}?` : `tulis tahun-bulan-hari, misalnya ${name}: 2026-12-24`);
};

/**
 * Meta's "2026-11-01T00:00+07:00/2026-11-30T23:59+07:00", or two plain days: whole days, as they read where they were
 * written. An end at midnight is the end of the day before.
 */
export function readEffectiveDates(text: string): Reading<Period> {
  const how = 'tulis mulai/sampai, misalnya 2026-11-01/2026-11-30';
  const parts = /^(\d{4}-\d{2}-\d{2})(?:T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?\s*\/\s*(\d{4}-\d{2}-\d{2})(?:T([\d:.]+)(?:Z|[+-]\d{2}:?\d{2})?)?$/.exec(text);
  if (!parts) return bad(`masa promo ${quoted(text)} tidak terbaca`, how);
  const [from, last] = [readDate('sale_from')(parts[1]!), readDate('sale_until')(parts[2]!)];
  if (from.kind === 'bad') return from;
  if (last.kind === 'bad') return last;
  const midnight = parts[3] !== undefined && /^00:00(?::00(?:\.0+)?)?$/.test(parts[3]) && last.value > from.value;
  return good({ from: from.value, until: midnight ? localDateOf(dayNumber(last.value) - 1) : last.value });
}

function exists(year: number, month: number, day: number): boolean {
  const at = new Date(Date.UTC(year, month - 1, day));
  return year >= 2000 && at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
}

/** How long a parcel travels: "2-3", "2", "2-3 hari". */
export function readTransitDays(text: string): Reading<readonly [number, number]> {
  const how = 'tulis seperti days: 2-3';
  const match = /^(\d{1,3})(?:\s*(?:-|–|s\/d|sampai)\s*(\d{1,3}))?\s*(?:hari|days?)?$/i.exec(text);
  if (!match) return bad(`lama kirim ${quoted(text)} tidak terbaca`, how);
  const from = Number(match[1]);
  const to = Number(match[2] ?? match[1]);
  if (from > to) return bad(`lama kirim ${quoted(text)} terbalik`, `tulis yang tercepat dulu: days: ${to}-${from}`);
  return to > 90 ? bad(`lama kirim ${quoted(text)} lebih dari 90 hari`, how) : good([from, to]);
}
