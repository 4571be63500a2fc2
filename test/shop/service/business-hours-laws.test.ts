import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hours, Shift } from '../../../src/shop/catalogue/snapshot.ts';
import { createBusinessHours } from '../../../src/shop/service/business-hours.ts';
import { createHolidays } from '../../../src/shop/service/holidays.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const ZONES = [['Asia/Jakarta', 7], ['Asia/Makassar', 8], ['Asia/Jayapura', 9]] as const;
const holidays = createHolidays(new Map([[2026, [
  { date: '2026-06-10', name: 'Hari Besar', kind: 'national', provisional: false },
  { date: '2026-06-11', name: 'Cuti', kind: 'joint_leave', provisional: false },
]]]), () => []);

const shift: fc.Arbitrary<Shift> = fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 1, max: 1440 }))
  .map(([from, length]) => ({ from, to: from + length }));
const daily = fc.array(shift, { maxLength: 3 });
const date = fc.integer({ min: 1, max: 30 }).map((day) => `2026-06-${String(day).padStart(2, '0')}`);
const special = fc.tuple(date, date, daily).map(([a, b, shifts]) => ({
  date: a < b ? a : b, until: a < b ? b : a, shifts, note: 'Khusus',
}));
const hours: fc.Arbitrary<Hours> = fc.record({
  week: fc.record({ mon: daily, tue: daily, wed: daily, thu: daily, fri: daily, sat: daily, sun: daily }),
  nationalHolidays: fc.constantFrom('closed' as const, 'open' as const),
  jointLeave: fc.constantFrom('closed' as const, 'open' as const),
  special: fc.array(special, { maxLength: 2 }),
});
const zone = fc.constantFrom(...ZONES);
const instant = fc.integer({ min: Date.UTC(2026, 5, 1), max: Date.UTC(2026, 6, 1) });

/** The rule written down a second time, as plainly as can be: does any shift of today or yesterday cover this minute? */
function plainlyOpen(plan: Hours, offset: number, at: number): boolean {
  const local = new Date(at + offset * 60 * MINUTE);
  return [0, 1].some((daysAgo) => {
    const day = new Date(local.getTime() - daysAgo * DAY);
    const text = day.toISOString().slice(0, 10);
    const minute = (local.getTime() - Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), day.getUTCDate())) / MINUTE;
    const own = plan.special.filter((range) => range.date <= text && text <= range.until)
      .map((range) => ({ range, days: Date.parse(range.until) - Date.parse(range.date) }))
      .reduce<{ range: Hours['special'][number]; days: number } | null>((best, next) => (best && best.days < next.days ? best : next), null);
    const closed = (text === '2026-06-10' && plan.nationalHolidays === 'closed') || (text === '2026-06-11' && plan.jointLeave === 'closed');
    const weekday = (['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const)[day.getUTCDay()]!;
    const shifts = own ? own.range.shifts : closed ? [] : plan.week[weekday];
    return shifts.some(({ from, to }) => minute >= from && minute < to);
  });
}

describe('for any week, zone and instant', () => {
  test('open means that a shift covers the instant', () => {
    fc.assert(fc.property(hours, zone, instant, (plan, [name, offset], at) => {
      expect(createBusinessHours(plan, name, holidays).isOpen(at)).toBe(plainlyOpen(plan, offset, at));
    }), { numRuns: 500 });
  });

  test('the next opening is open, begins there, and nothing before it is open', () => {
    fc.assert(fc.property(hours, zone, instant, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (plan, [name], at, samples) => {
      const shop = createBusinessHours(plan, name, holidays);
      const opens = shop.nextOpening(at);
      if (opens === null) {
        expect(samples.every((n) => !shop.isOpen(at + (n % (59 * DAY))))).toBe(true);
        return;
      }
      expect(shop.isOpen(opens)).toBe(true);
      if (shop.isOpen(at)) {
        expect(opens).toBeLessThanOrEqual(at);
        expect(shop.staffedMs(opens, at)).toBe(at - opens);
      } else {
        expect(opens).toBeGreaterThan(at);
        expect(shop.staffedMs(at, opens)).toBe(0);
        expect(shop.isOpen(opens - 1)).toBe(false);
      }
    }), { numRuns: 500 });
  });

  test('an opening is staffed to its end and no further', () => {
    fc.assert(fc.property(hours, zone, instant, (plan, [name], at) => {
      const shop = createBusinessHours(plan, name, holidays);
      const closes = shop.closesAt(at);
      expect(closes === null).toBe(!shop.isOpen(at));
      if (closes === null || closes - at > 55 * DAY) return;
      expect(shop.staffedMs(at, closes)).toBe(closes - at);
      expect(shop.isOpen(closes)).toBe(false);
    }), { numRuns: 500 });
  });

  test('staffed time adds up, and is no more than the time on the clock', () => {
    fc.assert(fc.property(hours, zone, fc.tuple(instant, instant, instant), (plan, [name], three) => {
      const shop = createBusinessHours(plan, name, holidays);
      const [a, b, c] = [...three].sort((x, y) => x - y) as [number, number, number];
      expect(shop.staffedMs(a, b) + shop.staffedMs(b, c)).toBe(shop.staffedMs(a, c));
      expect(shop.staffedMs(a, c)).toBeLessThanOrEqual(c - a);
    }), { numRuns: 500 });
  });

  test('adding staffed time is undone by counting it, and ends as early as it can', () => {
    fc.assert(fc.property(hours, zone, instant, fc.integer({ min: 1, max: 5 * DAY }), (plan, [name], at, ms) => {
      const shop = createBusinessHours(plan, name, holidays);
      fc.pre(shop.nextOpening(at) !== null && shop.staffedMs(at, at + 60 * DAY) >= ms);
      const end = shop.addStaffed(at, ms);
      expect(shop.staffedMs(at, end)).toBe(ms);
      expect(shop.staffedMs(at, end - 1)).toBe(ms - 1);
    }), { numRuns: 300 });
  });

  test('a shop asked a thousand times answers as one asked once', () => {
    fc.assert(fc.property(hours, zone, fc.array(instant, { minLength: 2, maxLength: 30 }), (plan, [name], instants) => {
      const asked = createBusinessHours(plan, name, holidays);
      for (const at of [...instants, ...instants]) {
        expect(asked.nextOpening(at)).toBe(createBusinessHours(plan, name, holidays).nextOpening(at));
      }
    }), { numRuns: 50 });
  });
});
