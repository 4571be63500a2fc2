/**
 * Quotes worked out by hand with a wall calendar, for the shop and couriers in `sample-tariffs.ts`.
 *
 * The shop: Mon–Fri 09–17, Sat 09–14, cut-off 15.00 WIB. Off: Sundays, 25 Dec, 1 and 5 Jan, 6 Feb, 26 and 28 Mar, and
 * 8–16 Mar 2027 for Lebaran; 24 Dec is a short day, and joint leave. Couriers rest on national holidays (25 Dec, 1 and
 * 5 Jan, 6 Feb, 8, 9, 10, 26, 28 Mar) but not on joint leave.
 *
 * Weekdays to check against: Mon 23 Nov, Mon 21 Dec 2026, Fri 1 Jan, Sat 6 Feb, Mon 8 Mar, Wed 17 Mar 2027.
 */
export interface HandQuote {
  readonly paid: string;
  /** reg Mon–Sat · best every day · cargo Mon–Fri · sameday Mon–Sat */
  readonly service: 'reg' | 'best' | 'cargo' | 'sameday';
  readonly to: string;
  readonly handed: string;
  readonly from: string;
  readonly until: string;
  readonly handlingDays: number;
  readonly why: string;
}

const BDG = 'Kota Bandung';
const JKT = 'Kota Jakarta Selatan';
const JAYAPURA = 'Kota Jayapura';

type Row = readonly [paid: string, service: HandQuote['service'], to: string, handed: string, from: string, until: string, why: string, handlingDays?: number];

const ROWS: readonly Row[] = [
  // An ordinary week. reg to Bandung takes 1–2 days, to Jakarta 2–3, beyond 4–7.
  ['2026-11-23 10:00', 'reg', BDG, '2026-11-23', '2026-11-24', '2026-11-25', 'conversation 1'],
  ['2026-11-23 15:00', 'reg', BDG, '2026-11-23', '2026-11-24', '2026-11-25', 'the cut-off itself is in time'],
  ['2026-11-23 15:01', 'reg', BDG, '2026-11-24', '2026-11-25', '2026-11-26', 'a minute late is tomorrow'],
  ['2026-11-26 14:00', 'reg', BDG, '2026-11-26', '2026-11-27', '2026-11-28', 'Saturday is a courier\'s day'],
  ['2026-11-27 10:00', 'reg', BDG, '2026-11-27', '2026-11-28', '2026-11-30', 'Sunday is not'],
  ['2026-11-27 16:00', 'reg', BDG, '2026-11-28', '2026-11-30', '2026-12-01', 'handed over on Saturday'],
  ['2026-11-28 14:30', 'reg', BDG, '2026-11-28', '2026-11-30', '2026-12-01', 'after closing, before the cut-off'],
  ['2026-11-28 15:30', 'reg', BDG, '2026-11-30', '2026-12-01', '2026-12-02', 'Saturday after the cut-off'],
  ['2026-11-29 08:00', 'reg', BDG, '2026-11-30', '2026-12-01', '2026-12-02', 'Sunday morning'],
  ['2026-11-29 23:59', 'reg', BDG, '2026-11-30', '2026-12-01', '2026-12-02', 'Sunday night'],
  ['2026-11-30 00:00', 'reg', BDG, '2026-11-30', '2026-12-01', '2026-12-02', 'the first minute of Monday'],
  ['2026-11-23 10:00', 'reg', JKT, '2026-11-23', '2026-11-25', '2026-11-26', '2–3 days'],
  ['2026-11-26 10:00', 'reg', JKT, '2026-11-26', '2026-11-28', '2026-11-30', 'over Sunday'],
  ['2026-11-27 10:00', 'reg', JKT, '2026-11-27', '2026-11-30', '2026-12-01', 'both days over Sunday'],
  ['2026-11-28 10:00', 'reg', JKT, '2026-11-28', '2026-12-01', '2026-12-02', 'from Saturday'],
  ['2026-11-29 10:00', 'reg', JKT, '2026-11-30', '2026-12-02', '2026-12-03', 'from Sunday'],
  ['2026-11-23 10:00', 'reg', JAYAPURA, '2026-11-23', '2026-11-27', '2026-12-01', '4–7 days'],
  ['2026-11-27 10:00', 'reg', JAYAPURA, '2026-11-27', '2026-12-02', '2026-12-05', 'a week of courier\'s days'],
  ['2026-11-28 16:00', 'reg', JAYAPURA, '2026-11-30', '2026-12-04', '2026-12-08', 'two Sundays'],
  ['2026-11-23 10:00', 'best', BDG, '2026-11-23', '2026-11-24', '2026-11-24', 'next day'],
  ['2026-11-27 10:00', 'best', BDG, '2026-11-27', '2026-11-28', '2026-11-28', 'next day, a Saturday'],
  ['2026-11-28 10:00', 'best', BDG, '2026-11-28', '2026-11-29', '2026-11-29', 'this courier works on Sundays'],
  ['2026-11-28 16:00', 'best', BDG, '2026-11-30', '2026-12-01', '2026-12-01', 'but the shop does not'],
  ['2026-11-23 10:00', 'cargo', BDG, '2026-11-23', '2026-11-26', '2026-11-30', '3–5 days, Mon–Fri'],
  ['2026-11-25 10:00', 'cargo', BDG, '2026-11-25', '2026-11-30', '2026-12-02', 'over a weekend'],
  ['2026-11-28 10:00', 'cargo', BDG, '2026-11-28', '2026-12-02', '2026-12-04', 'handed over on a day the courier does not carry'],
  ['2026-11-23 10:00', 'sameday', BDG, '2026-11-23', '2026-11-23', '2026-11-23', 'the same day'],
  ['2026-11-23 15:30', 'sameday', BDG, '2026-11-24', '2026-11-24', '2026-11-24', 'too late for today'],
  ['2026-11-28 16:00', 'sameday', BDG, '2026-11-30', '2026-11-30', '2026-11-30', 'Monday is the next shared day'],

  // Christmas 2026: Thursday 24 is joint leave and a short day, Friday 25 a holiday.
  ['2026-12-21 10:00', 'reg', JAYAPURA, '2026-12-21', '2026-12-26', '2026-12-30', 'Christmas and a Sunday between'],
  ['2026-12-21 10:00', 'cargo', BDG, '2026-12-21', '2026-12-24', '2026-12-29', 'joint leave carries, Christmas does not'],
  ['2026-12-23 10:00', 'reg', BDG, '2026-12-23', '2026-12-24', '2026-12-26', 'joint leave is a courier\'s day'],
  ['2026-12-23 16:00', 'reg', BDG, '2026-12-24', '2026-12-26', '2026-12-28', 'a short day is a working day'],
  ['2026-12-23 10:00', 'reg', JKT, '2026-12-23', '2026-12-26', '2026-12-28', 'over Christmas'],
  ['2026-12-24 10:00', 'reg', BDG, '2026-12-24', '2026-12-26', '2026-12-28', 'Christmas Eve'],
  ['2026-12-24 14:30', 'reg', BDG, '2026-12-24', '2026-12-26', '2026-12-28', 'after its early closing, before the cut-off'],
  ['2026-12-24 15:30', 'reg', BDG, '2026-12-26', '2026-12-28', '2026-12-29', 'past it: the day after Christmas'],
  ['2026-12-24 10:00', 'reg', JKT, '2026-12-24', '2026-12-28', '2026-12-29', 'Christmas and Sunday'],
  ['2026-12-24 10:00', 'best', BDG, '2026-12-24', '2026-12-26', '2026-12-26', 'even this courier rests on Christmas'],
  ['2026-12-24 10:00', 'sameday', BDG, '2026-12-24', '2026-12-24', '2026-12-24', 'same day on joint leave'],
  ['2026-12-25 10:00', 'reg', BDG, '2026-12-26', '2026-12-28', '2026-12-29', 'paid on Christmas'],
  ['2026-12-25 10:00', 'best', BDG, '2026-12-26', '2026-12-27', '2026-12-27', 'Sunday delivery'],
  ['2026-12-25 10:00', 'sameday', BDG, '2026-12-26', '2026-12-26', '2026-12-26', 'the next shared day'],
  ['2026-12-26 10:00', 'reg', BDG, '2026-12-26', '2026-12-28', '2026-12-29', 'the day after'],

  // New Year: Friday 1 January; Tuesday 5 January 2027 is Isra Mikraj.
  ['2026-12-28 10:00', 'reg', JAYAPURA, '2026-12-28', '2027-01-02', '2027-01-07', 'two holidays and a Sunday'],
  ['2026-12-30 10:00', 'reg', BDG, '2026-12-30', '2026-12-31', '2027-01-02', 'across the year'],
  ['2026-12-30 10:00', 'cargo', BDG, '2026-12-30', '2027-01-06', '2027-01-08', 'New Year, weekend, Isra Mikraj'],
  ['2026-12-31 10:00', 'reg', BDG, '2026-12-31', '2027-01-02', '2027-01-04', 'New Year\'s Eve'],
  ['2026-12-31 16:00', 'reg', BDG, '2027-01-02', '2027-01-04', '2027-01-06', 'past the cut-off'],
  ['2026-12-31 10:00', 'reg', JKT, '2026-12-31', '2027-01-04', '2027-01-06', '2–3 days'],
  ['2027-01-01 09:00', 'reg', BDG, '2027-01-02', '2027-01-04', '2027-01-06', 'paid on New Year\'s Day'],
  ['2027-01-04 16:00', 'reg', BDG, '2027-01-06', '2027-01-07', '2027-01-08', 'the shop rests on Isra Mikraj too'],

  // Imlek, Saturday 6 February 2027.
  ['2027-02-05 10:00', 'reg', BDG, '2027-02-05', '2027-02-08', '2027-02-09', 'a holiday on a Saturday'],
  ['2027-02-05 16:00', 'reg', BDG, '2027-02-08', '2027-02-09', '2027-02-10', 'shop and courier both rest'],

  // Lebaran 2027: Nyepi Monday 8, Idul Fitri Tuesday 9 and Wednesday 10 March; the shop is closed from 8 to 16.
  ['2027-03-04 10:00', 'reg', JAYAPURA, '2027-03-04', '2027-03-12', '2027-03-16', '5, 6, then 11, 12, 13, 15, 16'],
  ['2027-03-05 10:00', 'reg', JKT, '2027-03-05', '2027-03-11', '2027-03-12', 'Saturday 6, then Thursday 11'],
  ['2027-03-05 10:00', 'cargo', BDG, '2027-03-05', '2027-03-15', '2027-03-17', '11, 12, then 15, 16, 17'],
  ['2027-03-06 10:00', 'reg', BDG, '2027-03-06', '2027-03-11', '2027-03-12', 'the last day before'],
  ['2027-03-06 15:30', 'reg', BDG, '2027-03-17', '2027-03-18', '2027-03-19', 'too late: after the closing'],
  ['2027-03-06 10:00', 'best', BDG, '2027-03-06', '2027-03-07', '2027-03-07', 'the Sunday before Nyepi'],
  ['2027-03-07 10:00', 'best', BDG, '2027-03-17', '2027-03-18', '2027-03-18', 'paid on that Sunday'],
  ['2027-03-10 10:00', 'reg', BDG, '2027-03-17', '2027-03-18', '2027-03-19', 'paid on Lebaran'],
  ['2027-03-16 23:00', 'reg', BDG, '2027-03-17', '2027-03-18', '2027-03-19', 'the night before reopening'],
  ['2027-03-24 16:00', 'reg', BDG, '2027-03-25', '2027-03-27', '2027-03-29', 'Good Friday and Easter Sunday'],
  ['2027-03-25 10:00', 'best', BDG, '2027-03-25', '2027-03-27', '2027-03-27', 'Good Friday'],
  ['2027-03-27 10:00', 'best', BDG, '2027-03-27', '2027-03-29', '2027-03-29', 'Easter Sunday is a holiday'],

  // A shop that packs for a day or two first.
  ['2026-11-23 10:00', 'reg', BDG, '2026-11-24', '2026-11-25', '2026-11-26', 'one handling day', 1],
  ['2026-11-27 16:00', 'reg', BDG, '2026-11-30', '2026-12-01', '2026-12-02', 'taken on Saturday, packed by Monday', 1],
  ['2026-11-29 10:00', 'reg', BDG, '2026-12-01', '2026-12-02', '2026-12-03', 'taken on Monday, packed by Tuesday', 1],
  ['2026-12-24 10:00', 'reg', BDG, '2026-12-26', '2026-12-28', '2026-12-29', 'the handling day skips Christmas', 1],
  ['2026-12-24 16:00', 'reg', BDG, '2026-12-29', '2026-12-30', '2026-12-31', 'two handling days after the 26th', 2],
];

export const HAND_QUOTES: readonly HandQuote[] = ROWS.map(([paid, service, to, handed, from, until, why, handlingDays = 0]) =>
  ({ paid, service, to, handed, from, until, why, handlingDays }));

/** Grams of the goods, reg to Bandung at Rp9.000 a kilogram; the tolerance is 300 g. */
export const HAND_WEIGHTS: readonly (readonly [grams: number, kg: number, cost: number])[] = [
  [1, 1, 9_000], [250, 1, 9_000], [1_000, 1, 9_000], [1_300, 1, 9_000], [1_301, 2, 18_000], [2_000, 2, 18_000],
  [2_300, 2, 18_000], [2_301, 3, 27_000], [2_999, 3, 27_000], [10_300, 10, 90_000], [10_301, 11, 99_000],
];
