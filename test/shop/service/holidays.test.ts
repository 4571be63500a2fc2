import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { computedHolidays } from '../../../src/shop/service/holidays-computed.ts';
import { createHolidays, openHolidays } from '../../../src/shop/service/holidays.ts';

const holidays = openHolidays();

describe('holidays of a year with a decree', () => {
  test('2026 has the decree\'s 17 days off and 8 days of joint leave, none of them provisional', () => {
    const days = holidays.ofYear(2026);
    expect(days.filter((day) => day.kind === 'national')).toHaveLength(17);
    expect(days.filter((day) => day.kind === 'joint_leave')).toHaveLength(8);
    expect(days.some((day) => day.provisional)).toBe(false);
  });

  test('the day before Christmas is joint leave, Christmas a national holiday, the day after neither', () => {
    expect(holidays.on('2026-12-24')).toMatchObject({ kind: 'joint_leave', name: 'Natal' });
    expect(holidays.on('2026-12-25')).toMatchObject({ kind: 'national' });
    expect(holidays.on('2026-12-26')).toBeNull();
  });

  test('Lebaran 2026 is the decree\'s 21 and 22 March, not the computed 20 and 21', () => {
    expect(holidays.on('2026-03-20')?.kind).toBe('joint_leave');
    expect(holidays.on('2026-03-21')?.kind).toBe('national');
    expect(holidays.on('2026-03-22')?.kind).toBe('national');
  });
});

describe('holidays of a year without a decree', () => {
  test('are computed and provisional', () => {
    expect(holidays.on('2027-03-10')).toEqual({ date: '2027-03-10', name: 'Idul Fitri', kind: 'national', provisional: true });
    expect(holidays.ofYear(2027).every((day) => day.provisional && day.kind === 'national')).toBe(true);
  });

  test('bear the right name where the library has the wrong one', () => {
    expect(holidays.on('2027-01-05')?.name).toBe('Isra Mikraj Nabi Muhammad SAW');
    expect(holidays.on('2027-08-14')?.name).toBe('Maulid Nabi Muhammad SAW');
    expect(computedHolidays(2026).find((day) => day.date === '2026-01-16')?.name).toBe('Isra Mikraj Nabi Muhammad SAW');
  });

  test('include Easter Sunday, which the library leaves out', () => {
    expect(holidays.on('2027-03-28')?.name).toBe('Kebangkitan Yesus Kristus (Paskah)');
  });

  test('are the same whatever zone the machine is in', () => {
    const program = `import { computedHolidays } from '${join(process.cwd(), 'src/shop/service/holidays-computed.ts')}';
      console.log(JSON.stringify(computedHolidays(2027)));`;
    const inZone = (TZ: string): string =>
      execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', program], { env: { ...process.env, TZ } }).toString();
    expect(JSON.parse(inZone('Pacific/Kiritimati'))).toEqual(computedHolidays(2027));
  });
});

describe('a table of holidays', () => {
  const national = (date: string, name: string) => ({ date, name, kind: 'national', provisional: false }) as const;
  const leave = (date: string, name: string) => ({ date, name, kind: 'joint_leave', provisional: false }) as const;

  test('asks for a year once, and only for years that are asked about', () => {
    const asked: number[] = [];
    const table = createHolidays(new Map([[2026, []]]), (year) => { asked.push(year); return []; });
    table.on('2026-05-05');
    expect(asked).toEqual([]);
    table.on('2027-05-05');
    table.on('2027-06-06');
    table.ofYear(2027);
    expect(asked).toEqual([2027]);
  });

  test('a national holiday outranks joint leave on the same day, in whatever order they are written', () => {
    for (const days of [[leave('2026-05-01', 'A'), national('2026-05-01', 'B')], [national('2026-05-01', 'B'), leave('2026-05-01', 'A')]]) {
      expect(createHolidays(new Map([[2026, days]]), () => []).on('2026-05-01')?.name).toBe('B');
    }
  });
});
