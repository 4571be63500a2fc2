import fc from 'fast-check';
import { expect, it } from 'vitest';
import { hoursText, pairsOf, postedHours } from '../../src/console/owner-forms/hours-words.ts';
import { readHours } from '../../src/shop/catalogue/hours-text.ts';
import type { Shift } from '../../src/shop/catalogue/snapshot.ts';

/** Shifts as a checked store.yaml has them: apart, in order, the last one perhaps past midnight. */
const shifts = fc.uniqueArray(fc.integer({ min: 0, max: 287 }), { maxLength: 6 }).chain((marks) => fc.integer({ min: 0, max: 60 }).map((night): readonly Shift[] => {
  const at = marks.sort((a, b) => a - b).map((mark) => mark * 5);
  const pairs = Array.from({ length: Math.floor(at.length / 2) }, (_, i) => ({ from: at[2 * i]!, to: at[2 * i + 1]! }));
  const last = pairs.at(-1);
  return last && last.from >= 780 && night > 0 && 1_440 + night * 5 - 1_440 < pairs[0]!.from && 1_440 + night * 5 - last.from <= 720 ? [...pairs.slice(0, -1), { from: last.from, to: 1_440 + night * 5 }] : pairs;
}));

it('hours are shown as pairs of times, and what is sent back says the same', () => {
  fc.assert(fc.property(fc.oneof(shifts, fc.constant([{ from: 0, to: 1_440 }]), fc.constant([{ from: 1_080, to: 1_440 }])), (day) => {
    const text = hoursText(day);
    expect(readHours(text)).toEqual({ kind: 'hours', shifts: day });
    const pairs = pairsOf(text)!;
    expect(pairs.length).toBeGreaterThanOrEqual(2);
    const posted = Object.fromEntries(pairs.flatMap((pair, i) => [[`hours.mon.${i}.from`, pair.from], [`hours.mon.${i}.to`, pair.to]]));
    expect(postedHours('hours.mon', posted)).toBe(text);
  }));
});

it('half a pair is no hours, and stays on the page as it was typed', () => {
  const text = postedHours('h', { 'h.0.from': '09:00', 'h.0.to': '', 'h.1.from': '', 'h.1.to': '' })!;
  expect(readHours(text).kind).toBe('wrong');
  expect(pairsOf(text)).toEqual([{ from: '09:00', to: '' }, { from: '', to: '' }]);
  expect(postedHours('h', {})).toBeNull();
});
