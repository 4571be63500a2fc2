import { describe, expect, test } from 'vitest';
import { createBusinessHours } from '../../../src/shop/service/business-hours.ts';
import { openHolidays } from '../../../src/shop/service/holidays.ts';
import { at, DAPUR_KITA, hoursOf, shifts } from './sample-hours.ts';

const holidays = openHolidays();
const shop = createBusinessHours(DAPUR_KITA, 'Asia/Jakarta', holidays);

describe('a week with breaks', () => {
  test.each([
    ['2026-11-23T08:59:59+07:00', false], ['2026-11-23T09:00:00+07:00', true], ['2026-11-23T11:59:59.999+07:00', true],
    ['2026-11-23T12:00:00+07:00', false], ['2026-11-23T13:00:00+07:00', true], ['2026-11-23T16:59:59+07:00', true],
    ['2026-11-23T17:00:00+07:00', false], ['2026-11-27T11:30:00+07:00', false], ['2026-11-28T13:59:00+07:00', true],
    ['2026-11-29T10:00:00+07:00', false],
  ])('at %s open is %s', (instant, open) => {
    expect(shop.isOpen(at(instant))).toBe(open);
  });

  test('names the next opening: after the break, in the morning, after the weekend', () => {
    expect(shop.nextOpening(at('2026-11-23T12:30:00+07:00'))).toBe(at('2026-11-23T13:00:00+07:00'));
    expect(shop.nextOpening(at('2026-11-23T17:00:00+07:00'))).toBe(at('2026-11-24T09:00:00+07:00'));
    expect(shop.nextOpening(at('2026-11-28T14:00:00+07:00'))).toBe(at('2026-11-30T09:00:00+07:00'));
  });

  test('names the start of the opening that is running', () => {
    expect(shop.nextOpening(at('2026-11-23T15:00:00+07:00'))).toBe(at('2026-11-23T13:00:00+07:00'));
    expect(shop.nextOpening(at('2026-11-23T13:00:00+07:00'))).toBe(at('2026-11-23T13:00:00+07:00'));
  });

  test('names the end of the opening that is running, and none when closed', () => {
    expect(shop.closesAt(at('2026-11-23T10:00:00+07:00'))).toBe(at('2026-11-23T12:00:00+07:00'));
    expect(shop.closesAt(at('2026-11-23T12:00:00+07:00'))).toBeNull();
  });

  test('counts staffed time across breaks, nights and a weekend', () => {
    expect(shop.staffedMs(at('2026-11-23T11:00:00+07:00'), at('2026-11-23T14:00:00+07:00'))).toBe(2 * 3_600_000);
    expect(shop.staffedMs(at('2026-11-27T16:00:00+07:00'), at('2026-11-30T10:00:00+07:00'))).toBe(7 * 3_600_000);
    expect(shop.staffedMs(at('2026-11-30T10:00:00+07:00'), at('2026-11-27T16:00:00+07:00'))).toBe(0);
  });

  test('ten staffed minutes from one minute before closing end at 09.09 the next morning', () => {
    expect(shop.addStaffed(at('2026-11-23T16:59:00+07:00'), 600_000)).toBe(at('2026-11-24T09:09:00+07:00'));
    expect(shop.addStaffed(at('2026-11-23T20:00:00+07:00'), 0)).toBe(at('2026-11-23T20:00:00+07:00'));
  });

  test('knows the local day and minute', () => {
    expect(shop.localDate(at('2026-11-23T17:30:00Z'))).toBe('2026-11-24');
    expect(shop.localMinutes(at('2026-11-23T17:30:59Z'))).toBe(30);
    expect(shop.instant('2026-11-24', 900)).toBe(at('2026-11-24T15:00:00+07:00'));
    expect(shop.zoneLabel).toBe('WIB');
  });
});

describe('special days, holidays and joint leave', () => {
  test('Christmas Eve closes at noon, Christmas is off, the Saturday after is as usual', () => {
    expect(shop.closesAt(at('2026-12-24T10:00:00+07:00'))).toBe(at('2026-12-24T12:00:00+07:00'));
    expect(shop.day('2026-12-24').reason).toBe('Menjelang Natal');
    expect(shop.day('2026-12-25')).toEqual({ date: '2026-12-25', shifts: [], reason: 'Kelahiran Yesus Kristus', provisional: false });
    expect(shop.nextOpening(at('2026-12-24T12:00:00+07:00'))).toBe(at('2026-12-26T09:00:00+07:00'));
    expect(shop.day('2026-12-26').reason).toBeNull();
  });

  test('a range of special days closes the shop from its first to its last day', () => {
    expect(shop.isWorkingDay('2027-03-08')).toBe(false);
    expect(shop.isWorkingDay('2027-03-16')).toBe(false);
    expect(shop.isWorkingDay('2027-03-17')).toBe(true);
    expect(shop.nextOpening(at('2027-03-06T14:00:00+07:00'))).toBe(at('2027-03-17T09:00:00+07:00'));
    expect(shop.day('2027-03-09').reason).toBe('Libur Lebaran');
  });

  test('a day in the midst of a range may have its own hours', () => {
    const hours = createBusinessHours({
      ...DAPUR_KITA,
      special: [
        { date: '2026-12-12', until: '2026-12-12', shifts: shifts('08:00-22:00'), note: 'Harbolnas' },
        { date: '2026-12-07', until: '2026-12-20', shifts: [], note: 'Renovasi' },
      ],
    }, 'Asia/Jakarta', holidays);
    expect(hours.day('2026-12-12').reason).toBe('Harbolnas');
    expect(hours.day('2026-12-13').reason).toBe('Renovasi');
  });

  test('of two lines for the same day the later in the file holds', () => {
    const twice = (first: string, second: string) => createBusinessHours({
      ...DAPUR_KITA,
      special: [first, second].map((text) => ({ date: '2026-12-12', until: '2026-12-12', shifts: shifts(text), note: text })),
    }, 'Asia/Jakarta', holidays).day('2026-12-12').reason;
    expect(twice('08:00-09:00', '10:00-11:00')).toBe('10:00-11:00');
    expect(twice('10:00-11:00', '08:00-09:00')).toBe('08:00-09:00');
  });

  test('a special opening beats a holiday, and the holiday lends its name where the owner gave none', () => {
    const hours = createBusinessHours({
      ...DAPUR_KITA, special: [{ date: '2026-12-25', until: '2026-12-25', shifts: shifts('10:00-12:00'), note: '' }],
    }, 'Asia/Jakarta', holidays);
    expect(hours.isOpen(at('2026-12-25T10:30:00+07:00'))).toBe(true);
    expect(hours.day('2026-12-25').reason).toBe('Kelahiran Yesus Kristus');
  });

  test('joint leave follows the owner\'s word, and is no national holiday either way', () => {
    const strict = createBusinessHours({ ...DAPUR_KITA, jointLeave: 'closed' }, 'Asia/Jakarta', holidays);
    expect(shop.isWorkingDay('2026-05-15')).toBe(true);
    expect(strict.isWorkingDay('2026-05-15')).toBe(false);
    expect(strict.day('2026-05-15').reason).toBe('Kenaikan Yesus Kristus');
    expect(strict.isNationalHoliday('2026-05-15')).toBe(false);
    expect(strict.isNationalHoliday('2026-05-14')).toBe(true);
  });

  test('a shop that works on national holidays is open on them', () => {
    const hours = createBusinessHours({ ...DAPUR_KITA, nationalHolidays: 'open' }, 'Asia/Jakarta', holidays);
    expect(hours.isWorkingDay('2026-12-25')).toBe(true);
    expect(hours.isNationalHoliday('2026-12-25')).toBe(true);
  });

  test('a computed holiday is marked provisional', () => {
    expect(shop.day('2027-05-06')).toMatchObject({ reason: 'Kenaikan Yesus Kristus', provisional: true });
  });
});

describe('shifts past midnight', () => {
  const night = createBusinessHours(hoursOf({ fri: '20:00-02:00', sat: '20:00-02:00', sun: '00:00-04:00' }), 'Asia/Makassar', holidays);

  test('belong to the evening they began on', () => {
    expect(night.isOpen(at('2026-11-28T01:59:00+08:00'))).toBe(true);
    expect(night.isOpen(at('2026-11-28T02:00:00+08:00'))).toBe(false);
    expect(night.closesAt(at('2026-11-27T21:00:00+08:00'))).toBe(at('2026-11-28T02:00:00+08:00'));
    expect(night.nextOpening(at('2026-11-28T01:00:00+08:00'))).toBe(at('2026-11-27T20:00:00+08:00'));
  });

  test('are one opening with the shift they run into', () => {
    expect(night.closesAt(at('2026-11-28T21:00:00+08:00'))).toBe(at('2026-11-29T04:00:00+08:00'));
    expect(night.staffedMs(at('2026-11-28T12:00:00+08:00'), at('2026-11-29T12:00:00+08:00'))).toBe(8 * 3_600_000);
  });

  test('run on into a holiday that begins at midnight', () => {
    const hours = createBusinessHours(hoursOf({ thu: '20:00-02:00', fri: '20:00-02:00' }), 'Asia/Jakarta', holidays);
    expect(hours.isOpen(at('2026-12-25T01:00:00+07:00'))).toBe(true);
    expect(hours.isOpen(at('2026-12-25T21:00:00+07:00'))).toBe(false);
  });
});

describe('shops that never open, or never close', () => {
  test('a shop without hours has no next opening, and a deadline all the same', () => {
    const never = createBusinessHours(hoursOf({}), 'Asia/Jakarta', holidays);
    const now = at('2026-11-23T10:00:00+07:00');
    expect(never.nextOpening(now)).toBeNull();
    expect(never.addStaffed(now, 1)).toBe(now + 60 * 86_400_000 + 1);
  });

  test('a shop that is always open has an end far off', () => {
    const day = '00:00-24:00';
    const always = createBusinessHours(
      hoursOf({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day }, { nationalHolidays: 'open' }), 'Asia/Jakarta', holidays);
    const now = at('2026-11-23T10:00:00+07:00');
    expect(always.closesAt(now)).toBeGreaterThan(now + 59 * 86_400_000);
    expect(always.nextOpening(now)).toBeLessThan(now);
  });

  test('a zone outside Indonesia is refused', () => {
    expect(() => createBusinessHours(DAPUR_KITA, 'Europe/Berlin', holidays)).toThrow(/Asia\/Makassar/);
  });
});
