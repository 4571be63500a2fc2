import { describe, expect, test } from 'vitest';
import { daysSummary, weekSummary } from '../../../src/shop/service/business-hours-summary.ts';
import { createBusinessHours } from '../../../src/shop/service/business-hours.ts';
import { daysMeant } from '../../../src/shop/service/calendar-days.ts';
import { openHolidays } from '../../../src/shop/service/holidays.ts';
import { DAPUR_KITA, hoursOf, shifts } from './sample-hours.ts';

const holidays = openHolidays();
const shop = createBusinessHours(DAPUR_KITA, 'Asia/Jakarta', holidays);

describe('the week on the door', () => {
  test('takes neighbours of equal hours together', () => {
    expect(weekSummary(DAPUR_KITA)).toEqual([
      { from: 'mon', until: 'thu', shifts: shifts('09:00-12:00, 13:00-17:00') },
      { from: 'fri', until: 'fri', shifts: shifts('09:00-11:30, 13:00-17:00') },
      { from: 'sat', until: 'sat', shifts: shifts('09:00-14:00') },
      { from: 'sun', until: 'sun', shifts: [] },
    ]);
  });

  test('is one line for a shop with the same hours every day', () => {
    const day = '08:00-20:00';
    expect(weekSummary(hoursOf({ mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day })))
      .toEqual([{ from: 'mon', until: 'sun', shifts: shifts(day) }]);
  });
});

describe('the day a customer asks about', () => {
  const MONDAY = '2026-11-23';
  const meant = (named: Parameters<typeof daysMeant>[0], today = MONDAY) => daysMeant(named, today, DAPUR_KITA, holidays);
  const dates = (named: Parameters<typeof daysMeant>[0], today = MONDAY) => {
    const outcome = meant(named, today);
    return outcome.kind === 'days' ? outcome.dates : null;
  };

  test('"besok", "lusa"', () => {
    expect(dates({ kind: 'relative', days: 1 })).toEqual(['2026-11-24']);
    expect(dates({ kind: 'relative', days: 2 })).toEqual(['2026-11-25']);
  });

  test('"hari minggu" is the next Sunday, and today on a Sunday', () => {
    expect(dates({ kind: 'weekday', weekday: 'sun' })).toEqual(['2026-11-29']);
    expect(dates({ kind: 'weekday', weekday: 'sun' }, '2026-11-29')).toEqual(['2026-11-29']);
    expect(dates({ kind: 'weekday', weekday: 'mon' })).toEqual(['2026-11-23']);
  });

  test('a date without a year is the next such date', () => {
    expect(dates({ kind: 'date', day: 25, month: 12, year: null })).toEqual(['2026-12-25']);
    expect(dates({ kind: 'date', day: 1, month: 1, year: null })).toEqual(['2027-01-01']);
    expect(dates({ kind: 'date', day: 23, month: 11, year: null })).toEqual([MONDAY]);
  });

  test('a day that no calendar has, or that lies years off, is not guessed at', () => {
    expect(meant({ kind: 'date', day: 30, month: 2, year: null })).toEqual({ kind: 'unknown' });
    expect(meant({ kind: 'date', day: 1, month: 1, year: 2099 })).toEqual({ kind: 'unknown' });
    expect(meant({ kind: 'relative', days: 1e9 })).toEqual({ kind: 'unknown' });
    expect(meant({ kind: 'relative', days: 0.5 })).toEqual({ kind: 'unknown' });
    expect(meant({ kind: 'holiday', name: 'hari nelayan' })).toEqual({ kind: 'unknown' });
  });

  test('"pas lebaran" is the shop\'s whole closing around the feast', () => {
    expect(meant({ kind: 'holiday', name: 'lebaran' })).toEqual({
      kind: 'days', provisional: true,
      dates: ['2027-03-08', '2027-03-09', '2027-03-10', '2027-03-11', '2027-03-12', '2027-03-13', '2027-03-14', '2027-03-15', '2027-03-16'],
    });
  });

  test('a decreed Lebaran comes with its joint leave', () => {
    expect(meant({ kind: 'holiday', name: 'idul fitri' }, '2026-02-01')).toEqual({
      kind: 'days', provisional: false, dates: ['2026-03-20', '2026-03-21', '2026-03-22', '2026-03-23', '2026-03-24'],
    });
  });

  test('"natal" is Christmas with the joint leave before it, and next year\'s once it is past', () => {
    expect(dates({ kind: 'holiday', name: 'natal' })).toEqual(['2026-12-24', '2026-12-25']);
    expect(dates({ kind: 'holiday', name: 'natal' }, '2026-12-26')).toEqual(['2027-12-25']);
  });

  test.each([
    ['tahun baru', ['2027-01-01']], ['malam tahun baru', ['2026-12-31']], ['tahun baru imlek', ['2027-02-06']],
    ['tahun baru islam', ['2027-06-06']], ['idul adha', ['2027-05-16']], ['lebaran haji', ['2027-05-16']],
    ['17 agustus', ['2027-08-17']], ['nyepi', null], ['tanggal merah', ['2026-12-25']], ['cuti bersama', ['2026-12-24']],
  ])('"%s" is %j', (name, expected) => {
    if (expected) expect(dates({ kind: 'holiday', name })).toEqual(expected);
    // Nyepi 2027 falls into the shop's Lebaran closing, which is then the answer.
    else expect(dates({ kind: 'holiday', name })?.[0]).toBe('2027-03-08');
  });

  test('successive days of the same kind are told together', () => {
    expect(daysSummary(shop, ['2026-12-24', '2026-12-25', '2026-12-26', '2026-12-27', '2026-12-28', '2026-12-29'])).toEqual([
      { from: '2026-12-24', until: '2026-12-24', shifts: shifts('09:00-12:00'), reason: 'Menjelang Natal', provisional: false },
      { from: '2026-12-25', until: '2026-12-25', shifts: [], reason: 'Kelahiran Yesus Kristus', provisional: false },
      { from: '2026-12-26', until: '2026-12-26', shifts: shifts('09:00-14:00'), reason: null, provisional: false },
      { from: '2026-12-27', until: '2026-12-27', shifts: [], reason: null, provisional: false },
      { from: '2026-12-28', until: '2026-12-29', shifts: shifts('09:00-12:00, 13:00-17:00'), reason: null, provisional: false },
    ]);
  });
});
