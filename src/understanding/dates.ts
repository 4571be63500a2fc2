import type { DayMention } from './meaning.ts';

const WEEKDAYS: ReadonlyMap<string, 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'> = new Map([
  ['senin', 'mon'], ['selasa', 'tue'], ['rabu', 'wed'], ['kamis', 'thu'], ['jumat', 'fri'], ["jum'at", 'fri'], ['sabtu', 'sat'], ['sabtunya', 'sat'],
  ['monday', 'mon'], ['tuesday', 'tue'], ['wednesday', 'wed'], ['thursday', 'thu'], ['friday', 'fri'], ['saturday', 'sat'], ['sunday', 'sun'], ['ahad', 'sun'], ['sbtu', 'sat'], ['snin', 'mon'],
]);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des'];
const HOLIDAYS = /\b(lebaran|idul fitri|idulfitri|natal|christmas|tahun baru|imlek|nyepi|idul adha|waisak|kemerdekaan|17 agustus|agustusan|paskah|isra mi'?raj|maulid|cuti bersama|tanggal merah)\b/;

/** The day a message names; null where it names none. `words` are evenly spelled. */
export function readDay(words: readonly string[]): DayMention | null {
  const said = words.join(' ');
  const holiday = HOLIDAYS.exec(said)?.[1];
  if (holiday !== undefined) return { kind: 'holiday', name: holiday };
  const date = /\b(?:tanggal )?(\d{1,2}) (jan|feb|mar|apr|mei|may|jun|jul|agu|ags|aug|sep|okt|oct|nov|des|dec)[a-z]*(?: (\d{4}))?\b/.exec(said);
  if (date) {
    const month = MONTHS.indexOf(({ may: 'mei', ags: 'agu', aug: 'agu', oct: 'okt', dec: 'des' } as Record<string, string>)[date[2]!] ?? date[2]!) + 1;
    return { kind: 'date', day: Number(date[1]), month, year: date[3] === undefined ? null : Number(date[3]) };
  }
  for (const [i, word] of words.entries()) {
    const weekday = WEEKDAYS.get(word);
    if (weekday) return { kind: 'weekday', weekday };
    // "minggu" is Sunday unless it counts weeks: "2 minggu", "seminggu", "minggu depan".
    if (word === 'minggu' && !/^\d+$|^(?:satu|dua|tiga|berapa|per|tiap)$/.test(words[i - 1] ?? '') && !/^(?:depan|lalu|ini|kemarin)$/.test(words[i + 1] ?? '')) return { kind: 'weekday', weekday: 'sun' };
    if (word === 'besok') return { kind: 'relative', days: words[i + 1] === 'lusa' ? 2 : 1 };
    if (word === 'lusa') return { kind: 'relative', days: 2 };
  }
  return null;
}
