import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarDay, dayNumber, dayNumberOf, localDateOf, tryDayNumber, weekdayOf } from '../../../src/shop/time/local-date.ts';
import { findZone, localDay, startOfDay } from '../../../src/shop/time/zone.ts';

describe('calendar days', () => {
  test('agree with the Gregorian calendar of Date.UTC over eight centuries', () => {
    fc.assert(fc.property(fc.integer({ min: -150_000, max: 150_000 }), (number) => {
      const date = new Date(number * 86_400_000);
      expect(calendarDay(number)).toEqual({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() });
      expect(dayNumberOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())).toBe(number);
      expect(weekdayOf(number)).toBe(['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][date.getUTCDay()]);
    }));
  });

  test('are written and read back as YYYY-MM-DD', () => {
    fc.assert(fc.property(fc.integer({ min: -150_000, max: 150_000 }), (number) => {
      expect(dayNumber(localDateOf(number))).toBe(number);
    }));
    expect(localDateOf(dayNumber('2026-11-30') + 1)).toBe('2026-12-01');
    expect(localDateOf(dayNumber('2028-02-28') + 1)).toBe('2028-02-29');
  });

  test.each(['2026-02-30', '2026-13-01', '2026-00-10', '2026-1-1', 'besok', '', '2026-11-24T00:00'])('%s is no day', (text) => {
    expect(tryDayNumber(text)).toBeNull();
    expect(() => dayNumber(text)).toThrow(RangeError);
  });
});

describe('zones', () => {
  test.each([['Asia/Jakarta', 7, 'WIB'], ['Asia/Makassar', 8, 'WITA'], ['Asia/Jayapura', 9, 'WIT']] as const)(
    '%s is %i hours ahead and called %s', (name, hours, label) => {
      const zone = findZone(name);
      expect(zone?.label).toBe(label);
      const midnight = Date.UTC(2026, 10, 24) - hours * 3_600_000;
      expect(localDay(midnight, zone!)).toBe(dayNumber('2026-11-24'));
      expect(localDay(midnight - 1, zone!)).toBe(dayNumber('2026-11-23'));
      expect(startOfDay(dayNumber('2026-11-24'), zone!)).toBe(midnight);
    });

  test('a zone outside Indonesia is not known', () => {
    expect(findZone('America/New_York')).toBeUndefined();
  });
});
