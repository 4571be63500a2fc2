import type { Shift } from './snapshot.ts';

export type HoursReading =
  | { readonly kind: 'hours'; readonly shifts: readonly Shift[] }
  /** What is wrong and how it should look, in Indonesian. */
  | { readonly kind: 'wrong'; readonly what: string; readonly should: string };

const CLOSED = /^(?:closed|close|tutup|libur|off|-|–)$/i;
const ALL_DAY = /^24\s*jam$/i;
const DAY = 1_440;
/** A shift past midnight longer than this is far likelier two times in the wrong order. */
const LONGEST_NIGHT = 720;
const EXAMPLE = 'tulis seperti "09:00-12:00, 13:00-17:00", atau closed bila tutup';

/**
 * Hours as an owner writes them: "09:00-12:00, 13:00-17:00", "09.00 – 17.00 WIB", "9-17", "24 jam", "closed". An end
 * before its start runs past midnight ("18:00-02:00"). Shifts come sorted and do not overlap; those that touch are one.
 */
export function readHours(text: string): HoursReading {
  const trimmed = text.trim();
  if (CLOSED.test(trimmed)) return { kind: 'hours', shifts: [] };
  if (ALL_DAY.test(trimmed)) return { kind: 'hours', shifts: [{ from: 0, to: DAY }] };
  const shifts: Shift[] = [];
  for (const part of trimmed.split(/[,;&]|\bdan\b/)) {
    const reading = readShift(part.trim());
    if ('kind' in reading) return reading;
    shifts.push(reading);
  }
  shifts.sort((a, b) => a.from - b.from);
  const joined: Shift[] = [];
  for (const shift of shifts) {
    const last = joined.at(-1);
    if (last && shift.from < last.to) return wrong(`jam ${clockText(last.from)}-${clockText(last.to)} dan ${clockText(shift.from)}-${clockText(shift.to)} bertumpuk`, 'pisahkan jamnya, misalnya "09:00-12:00, 13:00-17:00"');
    if (last && shift.from === last.to) joined[joined.length - 1] = { from: last.from, to: shift.to };
    else joined.push(shift);
  }
  const [first, last] = [joined[0]!, joined.at(-1)!];
  if (joined.length > 1 && last.to - DAY > first.from) return wrong(`jam ${clockText(last.from)}-${clockText(last.to)} lewat tengah malam dan bertumpuk dengan ${clockText(first.from)}-${clockText(first.to)}`, EXAMPLE);
  return { kind: 'hours', shifts: joined };
}

function readShift(part: string): Shift | (HoursReading & { kind: 'wrong' }) {
  const times = /^(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|—|s\/d|sd\.?|sampai|hingga|to)\s*(\d{1,2})(?:[.:](\d{2}))?(?:\s*(?:wib|wita|wit))?$/i.exec(part);
  if (!times) return wrong(part === '' ? 'ada jam yang kosong di antara koma' : `jam "${part}" tidak terbaca`, EXAMPLE);
  const from = minutes(times[1]!, times[2]);
  const to = minutes(times[3]!, times[4]);
  if (from === null || to === null || from === DAY) return wrong(`jam "${part}" tidak ada di jam dinding`, 'jam dari 00:00 sampai 24:00, misalnya "09:00-17:00"');
  if (from === to) return wrong(`jam "${part}" mulai dan selesai bersamaan`, 'tulis "00:00-24:00" bila buka terus, atau closed bila tutup');
  if (to > from) return { from, to };
  if (to + DAY - from > LONGEST_NIGHT) return wrong(`jam "${part}" terbalik: tutup sebelum buka`, `tulis jam buka dulu, misalnya "${clockText(to)}-${clockText(from)}"; lewat tengah malam boleh paling lama 12 jam, misalnya "18:00-02:00"`);
  return { from, to: to + DAY };
}

/** "15:00" or "15.00" as minutes after midnight; null where it is no time of day. */
export function readClock(text: string): number | null {
  const match = /^(\d{1,2})[.:](\d{2})$/.exec(text.trim());
  return match ? minutes(match[1]!, match[2]) : null;
}

const clockText = (at: number): string => `${String(Math.floor(at / 60) % (at === DAY ? 25 : 24)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

const wrong = (what: string, should: string) => ({ kind: 'wrong' as const, what, should });

function minutes(hours: string, rest: string | undefined): number | null {
  const total = Number(hours) * 60 + Number(rest ?? 0);
  return Number(rest ?? 0) < 60 && total <= DAY ? total : null;
}
