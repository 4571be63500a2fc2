import { z } from 'zod';
import { readQris } from '../payment/qris.ts';
import { readHours } from './hours-text.ts';
import type { BonusRule, Hours, Shift, StoreSettings, Weekday } from './snapshot.ts';

const line = z.string().trim().min(1).max(500);
const optionalLine = z.union([line, z.literal('').transform(() => null), z.null()]).optional().transform((value) => value ?? null);

const hours = z.union([z.string(), z.literal(false).transform(() => 'closed')]).transform((text, context): readonly Shift[] => {
  const reading = readHours(text);
  if (reading.kind === 'hours') return reading.shifts;
  context.addIssue({ code: 'custom', message: reading.what });
  return z.NEVER;
});

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const date = z.union([z.string(), z.date().transform((value) => value.toISOString().slice(0, 10))]).refine(
  (text) => DATE.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text), 'tanggal ini tidak ada di kalender');

const openOrClosed = z.enum(['closed', 'open']);

const special = z.strictObject({ date, until: date.optional(), hours, note: z.string().trim().max(200).default('') })
  .refine((days) => days.until === undefined || days.until >= days.date, '"until" sebelum "date"')
  .transform((days) => ({ date: days.date, until: days.until ?? days.date, shifts: days.hours, note: days.note }));

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const NINE_TO_FIVE: readonly Shift[] = [{ from: 540, to: 1_020 }];

const week = z.strictObject({
  mon: hours.default(NINE_TO_FIVE), tue: hours.default(NINE_TO_FIVE), wed: hours.default(NINE_TO_FIVE), thu: hours.default(NINE_TO_FIVE),
  fri: hours.default(NINE_TO_FIVE), sat: hours.default(NINE_TO_FIVE), sun: hours.default([]),
  national_holidays: openOrClosed.default('closed'),
  joint_leave: openOrClosed.default('open'),
  special: z.array(special).nullable().default([]),
}).transform((given): Hours => ({
  week: Object.fromEntries(WEEK.map((day) => [day, given[day]])) as unknown as Hours['week'],
  nationalHolidays: given.national_holidays, jointLeave: given.joint_leave, special: given.special ?? [],
}));

/** A bank account number: digits. Unquoted with a leading zero, YAML reads it as a number and loses the zero. */
const account = z.union([z.string(), z.number()]).transform((value, context) => {
  const text = String(value).replace(/[\s.-]/g, '');
  if (typeof value === 'number' && text.length < 8) context.addIssue({ code: 'custom', message: 'nomor rekening kehilangan angka; mungkin diawali nol dan tidak diapit kutip' });
  if (!/^\d{5,20}$/.test(text)) context.addIssue({ code: 'custom', message: `nomor rekening "${text}" bukan angka` });
  return text;
});

const qris = z.string().trim().default('').superRefine((text, context) => {
  if (text === '') return;
  const reading = readQris(text);
  if (reading.kind === 'invalid') context.addIssue({ code: 'custom', message: reading.reason });
  else if (reading.dynamic) context.addIssue({ code: 'custom', message: 'QRIS ini dinamis (sekali pakai)' });
});

const bonus = z.strictObject({
  metric: z.enum(['orders_helped', 'sales_helped', 'rating_average', 'first_reply_on_time', 'out_of_hours_replies', 'chats_handled']),
  per: z.number().positive().optional(), percent: z.number().min(0).max(100).optional(), at_least: z.number().optional(),
  min_count: z.number().int().min(0).optional(), amount: z.number().int().optional(),
}).transform((rule): BonusRule => ({ metric: rule.metric, per: rule.per, percent: rule.percent, atLeast: rule.at_least, minCount: rule.min_count, amount: rule.amount }));

const ZONES: Readonly<Record<string, string>> = { WIB: 'Asia/Jakarta', WITA: 'Asia/Makassar', WIT: 'Asia/Jayapura', 'Asia/Pontianak': 'Asia/Jakarta' };

/** store.yaml, with every default filled in (design §5). */
export const STORE = z.strictObject({
  name: line.default('Toko Kami'),
  customer_name: optionalLine,
  salutation: z.string().trim().min(1).max(20).default('Kak'),
  language: z.enum(['id', 'en']).default('id'),
  timezone: z.string().default('Asia/Jakarta').transform((zone) => ZONES[zone] ?? zone).pipe(z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura'])),
  contact: z.strictObject({ phone: optionalLine, phone_hours: optionalLine, address: optionalLine, maps: optionalLine }).nullish()
    .transform((contact) => ({ phone: contact?.phone ?? null, phoneHours: contact?.phone_hours ?? null, address: contact?.address ?? null, maps: contact?.maps ?? null })),
  hours: week.default({
    week: Object.fromEntries(WEEK.map((day) => [day, day === 'sun' ? [] : NINE_TO_FIVE])) as unknown as Hours['week'],
    nationalHolidays: 'closed', jointLeave: 'open', special: [],
  }),
  orders: z.strictObject({
    prefix: z.string().trim().regex(/^[A-Za-z]{1,6}$/).default('ORD').transform((prefix) => prefix.toUpperCase()),
    payment_due_hours: z.number().positive().max(720).default(24),
    cancel_until: z.enum(['awaiting_payment', 'paid', 'packed']).default('packed'),
    delivered_after_days: z.number().int().min(0).max(60).default(3),
  }).nullish().transform((orders) => ({
    prefix: orders?.prefix ?? 'ORD', paymentDueHours: orders?.payment_due_hours ?? 24, cancelUntil: orders?.cancel_until ?? 'packed' as const,
    deliveredAfterDays: orders?.delivered_after_days ?? 3,
  })),
  payments: z.strictObject({
    bank_transfer: z.array(z.strictObject({ bank: line, account, holder: line })).nullable().default([]),
    qris, cod: z.boolean().default(false),
  }).nullish().transform((payments) => ({ bankTransfer: payments?.bank_transfer ?? [], qris: payments?.qris ?? '', cod: payments?.cod ?? false })),
  handoff: z.strictObject({ first_reply_minutes: z.number().int().positive().max(1_440).default(10), idle_minutes: z.number().int().positive().max(10_080).default(30) }).nullish()
    .transform((handoff) => ({ firstReplyMinutes: handoff?.first_reply_minutes ?? 10, idleMinutes: handoff?.idle_minutes ?? 30 })),
  low_stock: z.number().int().min(0).default(3),
  bonus: z.array(bonus).nullish().transform((rules) => rules ?? []),
}).transform((store): StoreSettings => {
  const { customer_name: customerName, low_stock: lowStock, ...rest } = store;
  return { ...rest, customerName, lowStock };
});

const EXAMPLES: Readonly<Record<string, string>> = {
  name: 'name: Dapur Kita', salutation: 'salutation: Kak', language: 'language: id (atau en)', timezone: 'timezone: Asia/Jakarta (WIB), Asia/Makassar (WITA) atau Asia/Jayapura (WIT)',
  phone: 'phone: "+62 812-3456-7890"', date: 'date: 2026-12-24', until: 'until: 2027-03-16, tidak sebelum "date"', special: '- { date: 2026-12-24, until: 2026-12-26, hours: closed, note: "Libur" }',
  national_holidays: 'national_holidays: closed (atau open)', joint_leave: 'joint_leave: open (atau closed)', prefix: 'prefix: DK (huruf saja)', payment_due_hours: 'payment_due_hours: 24',
  cancel_until: 'cancel_until: awaiting_payment, paid atau packed', account: 'account: "0123456789", diapit kutip', bank: 'bank: BCA', holder: 'holder: "Dapur Kita"',
  qris: 'qris: "0002010102…6304XXXX", salinan lengkap teks QRIS statis; atau "" bila tidak dipakai', cod: 'cod: true (atau false)', first_reply_minutes: 'first_reply_minutes: 10', idle_minutes: 'idle_minutes: 30',
  metric: 'metric: orders_helped, sales_helped, rating_average, first_reply_on_time, out_of_hours_replies atau chats_handled', amount: 'amount: 2000', percent: 'percent: 1', per: 'per: 1', low_stock: 'low_stock: 3',
};

/** How a value of store.yaml should look. */
export function storeAdvice(path: readonly PropertyKey[]): string {
  const names = path.filter((part): part is string => typeof part === 'string');
  const last = names.at(-1) ?? '';
  if ((WEEK as readonly string[]).includes(last) || last === 'hours') return `${last}: "09:00-12:00, 13:00-17:00" atau closed`;
  return EXAMPLES[last] ?? 'lihat catalog/README.md untuk contohnya';
}
