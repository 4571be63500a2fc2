import { describe, expect, test } from 'vitest';
import { clockTimeInZone, dateRange, dayAndDate, shiftList, spokenDay, weekdayRange } from '../../src/wording/dates.ts';

const TODAY = '2026-11-23';
const SHIFTS = [{ from: 540, to: 720 }, { from: 780, to: 1020 }];

describe('days in words', () => {
  test('say the year only where it is not this one', () => {
    expect(dayAndDate('2026-11-24', TODAY)).toBe('Sel 24 Nov');
    expect(dayAndDate('2027-01-05', TODAY)).toBe('Sel 5 Jan 2027');
    expect(dayAndDate('2026-12-31', '2027-01-01')).toBe('Kam 31 Des 2026');
    expect(dayAndDate('2026-08-17', TODAY, 'en')).toBe('Mon 17 Aug');
  });

  test.each([
    ['2026-11-24', '2026-11-25', 'Sel 24 – Rab 25 Nov', 'Tue 24 – Wed 25 Nov'],
    ['2026-11-24', '2026-11-24', 'Sel 24 Nov', 'Tue 24 Nov'],
    ['2026-11-30', '2026-12-01', 'Sen 30 Nov – Sel 1 Des', 'Mon 30 Nov – Tue 1 Dec'],
    ['2026-12-31', '2027-01-02', 'Kam 31 Des 2026 – Sab 2 Jan 2027', 'Thu 31 Dec 2026 – Sat 2 Jan 2027'],
    ['2027-01-04', '2027-01-06', 'Sen 4 – Rab 6 Jan 2027', 'Mon 4 – Wed 6 Jan 2027'],
    ['2027-01-30', '2027-02-01', 'Sab 30 Jan – Sen 1 Feb 2027', 'Sat 30 Jan – Mon 1 Feb 2027'],
  ])('%s to %s', (from, until, indonesian, english) => {
    expect(dateRange(from, until, TODAY)).toBe(indonesian);
    expect(dateRange(from, until, TODAY, 'en')).toBe(english);
  });

  test('are called today and tomorrow where they are', () => {
    expect(spokenDay('2026-11-23', TODAY)).toBe('hari ini');
    expect(spokenDay('2026-11-24', TODAY)).toBe('besok Selasa');
    expect(spokenDay('2026-11-24', TODAY, 'en')).toBe('tomorrow Tuesday');
    expect(spokenDay('2026-11-30', TODAY)).toBe('Sen 30 Nov');
    expect(weekdayRange('mon', 'thu')).toBe('Sen–Kam');
    expect(weekdayRange('sat', 'sat')).toBe('Sab');
  });
});

describe('times in words', () => {
  test('have the zone with them', () => {
    expect(clockTimeInZone(540, 'WIB')).toBe('09.00 WIB');
    expect(clockTimeInZone(605, 'WITA', 'en')).toBe('10:05 WITA');
  });

  test('join shifts with "dan"', () => {
    expect(shiftList(SHIFTS, 'WIB')).toBe('09.00–12.00 dan 13.00–17.00 WIB');
    expect(shiftList(SHIFTS, 'WIB', 'en')).toBe('09:00–12:00 and 13:00–17:00 WIB');
    expect(shiftList([...SHIFTS, { from: 1140, to: 1320 }], 'WIT')).toBe('09.00–12.00, 13.00–17.00 dan 19.00–22.00 WIT');
    expect(shiftList([], 'WIB')).toBe('tutup');
  });

  test('go on past midnight', () => {
    expect(shiftList([{ from: 1200, to: 1560 }], 'WIB')).toBe('20.00–02.00 WIB');
    expect(shiftList([{ from: 0, to: 1440 }], 'WIB')).toBe('00.00–24.00 WIB');
  });
});
