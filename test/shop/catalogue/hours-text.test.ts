import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readClock, readHours } from '../../../src/shop/catalogue/hours-text.ts';

const at = (hours: number, minutes = 0) => hours * 60 + minutes;
const clock = (minutes: number, mark: string) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}${mark}${String(minutes % 60).padStart(2, '0')}`;

describe('hours as an owner writes them', () => {
  it.each<readonly [string, readonly (readonly [number, number])[]]>([
    ['09:00-17:00', [[at(9), at(17)]]],
    ['09.00 – 17.00 WIB', [[at(9), at(17)]]],
    ['9-17', [[at(9), at(17)]]],
    ['9.30 s/d 17', [[at(9, 30), at(17)]]],
    ['09:00 sampai 12:00 dan 13:00 sampai 17:00', [[at(9), at(12)], [at(13), at(17)]]],
    ['13:00-17:00, 09:00-12:00', [[at(9), at(12)], [at(13), at(17)]]],
    ['09:00-12:00; 12:00-15:00', [[at(9), at(15)]]],
    ['18:00-02:00', [[at(18), at(26)]]],
    ['20:00-08:00', [[at(20), at(32)]]],
    ['10:00-14:00, 22:00-00:30', [[at(10), at(14)], [at(22), at(24, 30)]]],
    ['18:00-24:00', [[at(18), at(24)]]],
    ['00:00-24:00', [[0, at(24)]]],
    ['24 jam', [[0, at(24)]]],
    ['closed', []], ['Tutup', []], ['libur', []], ['-', []],
  ])('%j', (text, shifts) => {
    expect(readHours(text)).toEqual({ kind: 'hours', shifts: shifts.map(([from, to]) => ({ from, to })) });
  });

  it.each([
    ['09:00', /tidak terbaca/], ['', /kosong/], ['09:00-12:00,', /kosong/], ['09:00-12:60', /jam dinding/], ['24:00-25:00', /jam dinding/], ['09:00-09:00', /bersamaan/],
    ['17:00-09:00', /terbalik/], ['09:00-12:00, 11:59-17:00', /bertumpuk/], ['01:00-03:00, 22:00-02:00', /bertumpuk/], ['pagi', /tidak terbaca/],
  ])('refuses %j, and says how', (text, what) => {
    const reading = readHours(text);
    expect(reading).toMatchObject({ kind: 'wrong', what: expect.stringMatching(what) as string, should: expect.stringMatching(/\d\d:\d\d/) as string });
  });

  it('always gives shifts in order that do not meet, whatever order they were written in', () => {
    const cuts = fc.uniqueArray(fc.integer({ min: 0, max: 1_440 }), { minLength: 2, maxLength: 8 }).map((all) => all.sort((a, b) => a - b)).filter((all) => all.length % 2 === 0);
    fc.assert(fc.property(cuts, fc.constantFrom(':', '.'), fc.integer(), (all, mark, turn) => {
      const parts = Array.from({ length: all.length / 2 }, (_, i) => `${clock(all[2 * i]!, mark)}-${clock(all[2 * i + 1]!, mark)}`);
      const by = ((turn % parts.length) + parts.length) % parts.length;
      const reading = readHours([...parts.slice(by), ...parts.slice(0, by)].join(', '));
      if (reading.kind === 'wrong') throw new Error(reading.what);
      expect(reading.shifts.flatMap((shift) => [shift.from, shift.to])).toEqual(all);
    }));
  });

  it('reads a time of day', () => {
    expect(['15:00', '15.00', ' 7:05 ', '24:00'].map(readClock)).toEqual([900, 900, 425, 1_440]);
    expect(['15', '25:00', '12:60', 'sore', ''].map(readClock)).toEqual([null, null, null, null, null]);
  });
});
