import type { Shift } from './snapshot.ts';

export type HoursReading =
  | { readonly kind: 'hours'; readonly shifts: readonly Shift[] }
  | { readonly kind: 'wrong'; readonly what: string };

const CLOSED = /^(?:closed|tutup|libur|-)$/i;
const DAY = 1_440;

/** Hours as an owner writes them: "09:00-12:00, 13:00-17:00", "09.00 – 17.00", "18:00-02:00" past midnight, "closed". */
export function readHours(text: string): HoursReading {
  const trimmed = text.trim();
  if (CLOSED.test(trimmed)) return { kind: 'hours', shifts: [] };
  const shifts: Shift[] = [];
  for (const part of trimmed.split(/[,;&]|\bdan\b/)) {
    const times = /^\s*(\d{1,2})(?:[.:](\d{2}))?\s*(?:-|–|—|s\/?d|sampai|to)\s*(\d{1,2})(?:[.:](\d{2}))?\s*$/i.exec(part);
    if (!times) return { kind: 'wrong', what: `jam "${part.trim()}" tidak terbaca` };
    const from = minutes(times[1]!, times[2]);
    const to = minutes(times[3]!, times[4]);
    if (from === null || to === null || from === DAY) return { kind: 'wrong', what: `jam "${part.trim()}" di luar 00:00–24:00` };
    if (from === to) return { kind: 'wrong', what: `jam "${part.trim()}" mulai dan selesai sama` };
    shifts.push({ from, to: to < from ? to + DAY : to });
  }
  shifts.sort((a, b) => a.from - b.from);
  const overlap = shifts.findIndex((shift, i) => i > 0 && shift.from < shifts[i - 1]!.to);
  return overlap > 0 ? { kind: 'wrong', what: 'jamnya bertumpuk' } : { kind: 'hours', shifts };
}

/** "15:00" as minutes after midnight; null where it is no time. */
export function readClock(text: string): number | null {
  const match = /^\s*(\d{1,2})[.:](\d{2})\s*$/.exec(text);
  return match ? minutes(match[1]!, match[2]) : null;
}

function minutes(hours: string, rest: string | undefined): number | null {
  const total = Number(hours) * 60 + Number(rest ?? 0);
  return Number(rest ?? 0) < 60 && total <= DAY ? total : null;
}
