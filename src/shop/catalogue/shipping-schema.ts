import { z } from 'zod';
import { readClock } from './hours-text.ts';
import { parseRupiah } from './money-text.ts';
import type { ShippingSettings, Weekday } from './snapshot.ts';

const WEEK: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const line = z.string().trim().min(1).max(200);

const money = z.union([z.number(), z.string()]).transform((value, context) => {
  const reading = typeof value === 'number' ? { kind: 'money' as const, amount: value } : parseRupiah(value);
  if (reading.kind === 'money' && Number.isInteger(reading.amount) && reading.amount >= 0) return reading.amount;
  context.addIssue({ code: 'custom', message: `"${value}" bukan rupiah bulat` });
  return z.NEVER;
});

const clock = z.union([z.string(), z.number()]).transform((value, context) => {
  // YAML 1.1 habits: 15:00 without quotes may come as the number 900.
  const minutes = typeof value === 'number' ? value : readClock(value);
  if (minutes !== null && Number.isInteger(minutes) && minutes > 0 && minutes <= 1_440) return minutes;
  context.addIssue({ code: 'custom', message: `"${value}" bukan jam` });
  return z.NEVER;
});

const days = z.union([z.string(), z.number()]).transform((value, context): readonly [number, number] => {
  const match = /^\s*(\d{1,3})(?:\s*(?:-|–|s\/?d)\s*(\d{1,3}))?\s*$/.exec(String(value));
  const from = Number(match?.[1]);
  const to = Number(match?.[2] ?? match?.[1]);
  if (match && from <= to && to <= 120) return [from, to];
  context.addIssue({ code: 'custom', message: `lama kirim "${value}" tidak terbaca` });
  return z.NEVER;
});

const works = z.union([z.string(), z.array(z.string())]).transform((value, context): readonly Weekday[] => {
  const parts = (Array.isArray(value) ? value : value.split(',')).map((part) => part.trim().toLowerCase());
  const found = new Set<Weekday>();
  for (const part of parts) {
    const [from, to] = part.split(/\s*(?:-|–)\s*/).map((name) => WEEK.indexOf(name as Weekday));
    if (from === undefined || from < 0 || (to !== undefined && to < 0)) {
      context.addIssue({ code: 'custom', message: `hari "${part}" tidak dikenal` });
      return z.NEVER;
    }
    for (let day = from; ; day = (day + 1) % 7) {
      found.add(WEEK[day]!);
      if (day === (to ?? from)) break;
    }
  }
  return WEEK.filter((day) => found.has(day));
});

const zone = z.strictObject({ to: z.union([line.transform((name) => [name]), z.array(line).min(1)]), per_kg: money, days })
  .transform((given) => ({ to: given.to, perKg: given.per_kg, daysMin: given.days[0], daysMax: given.days[1] }));

const service = z.strictObject({
  id: z.string().trim().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/i), name: line, works: works.default(['mon', 'tue', 'wed', 'thu', 'fri', 'sat']),
  cod: z.boolean().default(false), max_parcel_g: z.number().int().positive().nullish(), zones: z.array(zone).min(1),
}).transform((given) => {
  const { max_parcel_g: maxParcelG, ...rest } = given;
  return { ...rest, maxParcelG: maxParcelG ?? null };
});

/** shipping.yaml (design §5). */
export const SHIPPING = z.strictObject({
  origin: line.default('Jakarta'),
  cutoff: clock.default(900),
  handling_days: z.number().int().min(0).max(60).default(0),
  round_up_after_g: z.number().int().min(0).max(999).default(300),
  volumetric_divisor: z.number().positive().default(6_000),
  services: z.array(service).min(1),
}).superRefine((shipping, context) => {
  const seen = new Set<string>();
  shipping.services.forEach((given, i) => {
    if (seen.has(given.id)) context.addIssue({ code: 'custom', message: `id "${given.id}" dipakai dua kali`, path: ['services', i, 'id'] });
    seen.add(given.id);
  });
}).transform((given): ShippingSettings => ({
  origin: given.origin, cutoff: given.cutoff, handlingDays: given.handling_days, roundUpAfterG: given.round_up_after_g,
  volumetricDivisor: given.volumetric_divisor, services: given.services,
}));

const EXAMPLES: Readonly<Record<string, string>> = {
  origin: 'origin: Kota Bandung', cutoff: 'cutoff: "15:00"', handling_days: 'handling_days: 0', round_up_after_g: 'round_up_after_g: 300', id: 'id: jne-reg (huruf kecil, angka, tanda hubung; satu kali saja)',
  name: 'name: JNE Reguler', works: 'works: mon-sat', cod: 'cod: true (atau false)', per_kg: 'per_kg: 9000', days: 'days: 1-2', to: 'to: [Kota Bandung, DKI Jakarta] atau to: ["*"]',
  zones: 'zones: diikuti baris - { to: ["*"], per_kg: 45000, days: 4-7 }', services: 'services: diikuti daftar jasa kirim, lihat catalog/shipping.yaml contoh', volumetric_divisor: 'volumetric_divisor: 6000', max_parcel_g: 'max_parcel_g: 30000',
};

export const shippingAdvice = (path: readonly PropertyKey[]): string =>
  EXAMPLES[path.filter((part): part is string => typeof part === 'string').at(-1) ?? ''] ?? 'lihat catalog/README.md untuk contohnya';
