import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MOST_REMOVED_AT_ONCE, toRemove, WEEKLY_FOR } from '../../src/backup/keep.ts';
import { DAY, HOUR, MONDAY } from './a-shop.ts';

interface Aged { readonly takenAt: number }

/** Removes until nothing more is to be removed. */
function settled(copies: readonly Aged[], now: number): readonly Aged[] {
  const gone = toRemove(copies, now);
  return gone.length === 0 ? copies : settled(copies.filter((copy) => !gone.includes(copy)), now);
}

/** Copies taken hourly for so many hours, thinned out after each; with hours at which the machine was off. */
function lived(hours: number, off: (hour: number) => boolean = () => false): { copies: readonly Aged[]; now: number } {
  let copies: readonly Aged[] = [];
  for (let hour = 0; hour < hours; hour++) {
    if (off(hour)) continue;
    const now = MONDAY + hour * HOUR;
    copies = [...copies, { takenAt: now }];
    const gone = toRemove(copies, now);
    copies = copies.filter((copy) => !gone.includes(copy));
  }
  return { copies, now: MONDAY + (hours - 1) * HOUR };
}

const ages = fc.array(fc.integer({ min: -2 * 24 * 60, max: 100 * 24 * 60 }), { maxLength: 120 }).map((minutes) => minutes.map((age) => ({ takenAt: MONDAY - age * 60_000 })));

describe('which copies are kept', () => {
  it('after a year: a day of hours, two weeks of days, eight weeks of weeks', () => {
    const { copies, now } = lived(365 * 24);
    const between = (from: number, to: number): number => copies.filter(({ takenAt }) => now - takenAt >= from && now - takenAt < to).length;
    expect(between(0, DAY)).toBe(24);
    expect(between(DAY, 14 * DAY)).toBeGreaterThanOrEqual(13);
    expect(between(DAY, 14 * DAY)).toBeLessThanOrEqual(14);
    expect(between(14 * DAY, 56 * DAY)).toBeGreaterThanOrEqual(5);
    expect(between(14 * DAY, 56 * DAY)).toBeLessThanOrEqual(7);
    expect(between(56 * DAY, Infinity)).toBe(0);
  });

  it('never removes the newest, one of the last day, or one from the future', () => {
    fc.assert(fc.property(ages, (copies) => {
      const newest = Math.max(...copies.map((copy) => copy.takenAt));
      for (const copy of toRemove(copies, MONDAY)) {
        expect(MONDAY - copy.takenAt).toBeGreaterThanOrEqual(DAY);
        expect(copies.filter(({ takenAt }) => takenAt === newest).every((one) => one !== copy) || copies.filter(({ takenAt }) => takenAt === newest).length > 1).toBe(true);
      }
    }));
  });

  it('leaves every day of two weeks and every week of eight with one that had one', () => {
    fc.assert(fc.property(ages, (copies) => {
      const kept = settled(copies, MONDAY);
      for (const { takenAt } of copies) {
        const age = MONDAY - takenAt;
        if (age >= DAY && age < 14 * DAY) expect(kept.some((one) => Math.floor(one.takenAt / DAY) === Math.floor(takenAt / DAY))).toBe(true);
        if (age >= 14 * DAY && age < WEEKLY_FOR) expect(kept.some((one) => Math.floor(one.takenAt / (7 * DAY)) === Math.floor(takenAt / (7 * DAY)))).toBe(true);
      }
    }));
  });

  it('keeps nothing beyond eight weeks but the only one there is (S20)', () => {
    fc.assert(fc.property(ages, (copies) => {
      const kept = settled(copies, MONDAY);
      const old = kept.filter(({ takenAt }) => MONDAY - takenAt >= WEEKLY_FOR);
      expect(old.length).toBeLessThanOrEqual(1);
      if (old.length === 1) expect(kept).toHaveLength(1);
    }));
  });

  it('does not depend on how often it is asked, nor on the order of the copies', () => {
    fc.assert(fc.property(ages, (copies) => {
      const kept = settled(copies, MONDAY);
      expect(toRemove(kept, MONDAY)).toEqual([]);
      expect(new Set(settled([...copies].reverse(), MONDAY).map((copy) => copy.takenAt))).toEqual(new Set(kept.map((copy) => copy.takenAt)));
    }));
  });

  it('has a copy of every age also where the machine is off at night and on Sundays', () => {
    const { copies, now } = lived(120 * 24, (hour) => hour % 24 > 11 || Math.floor(hour / 24) % 7 === 6);
    for (let week = 2; week < 7; week++) {
      expect(copies.some(({ takenAt }) => now - takenAt >= week * 7 * DAY && now - takenAt < (week + 2) * 7 * DAY), `week ${week}`).toBe(true);
    }
  });

  it('removes only a few when a clock jumps a year ahead', () => {
    const { copies, now } = lived(60 * 24);
    expect(toRemove(copies, now + 365 * DAY)).toHaveLength(MOST_REMOVED_AT_ONCE);
  });
});
