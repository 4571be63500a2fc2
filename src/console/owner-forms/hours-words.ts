import { readHours } from '../../shop/catalogue/hours-text.ts';
import type { Shift } from '../../shop/catalogue/snapshot.ts';

/** A day on the page has room for this many shifts at least: two, with a break between them. */
const LEAST_SHIFTS = 2;

const clock = (at: number): string => `${String(Math.floor((at % 1_440) / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;

/** Shifts as the file has them: "09:00-12:00, 13:00-17:00", "closed". */
export const hoursText = (shifts: readonly Shift[]): string =>
  (shifts.length === 0 ? 'closed' : shifts.map(({ from, to }) => `${clock(from)}-${to === 1_440 ? '24:00' : clock(to)}`).join(', '));

export interface ClockPair { readonly from: string; readonly to: string }

/** A day's text as pairs of times for a page; null where it was typed so that it cannot be read. */
export function pairsOf(text: string): readonly ClockPair[] | null {
  const read = readHours(text === '' ? 'closed' : text);
  if (read.kind === 'wrong') return typedPairs(text);
  const pairs = read.shifts.map(({ from, to }) => ({ from: clock(from), to: to === 1_440 ? '00:00' : clock(to) }));
  return filled(pairs);
}

/** What was typed goes back onto the page though it makes no sense as hours. */
function typedPairs(text: string): readonly ClockPair[] | null {
  const pairs = text.split(', ').map((part) => /^(\d\d:\d\d)?-(\d\d:\d\d)?$/.exec(part));
  return pairs.every((pair) => pair !== null) ? filled(pairs.map((pair) => ({ from: pair[1] ?? '', to: pair[2] === '24:00' ? '00:00' : pair[2] ?? '' }))) : null;
}

const filled = (pairs: readonly ClockPair[]): readonly ClockPair[] => [...pairs, ...Array.from({ length: Math.max(0, LEAST_SHIFTS - pairs.length) }, () => ({ from: '', to: '' }))];

/** The times typed for a day as one text; all empty is closed, and null where the form had no such day. */
export function postedHours(name: string, posted: Readonly<Record<string, unknown>>): string | null {
  const parts: string[] = [];
  let i = 0;
  for (; typeof posted[`${name}.${i}.from`] === 'string'; i++) {
    const from = String(posted[`${name}.${i}.from`]).trim();
    const to = String(posted[`${name}.${i}.to`] ?? '').trim();
    if (from !== '' || to !== '') parts.push(`${from}-${to === '00:00' ? '24:00' : to}`);
  }
  if (i === 0) return null;
  return parts.length === 0 ? 'closed' : parts.join(', ');
}
