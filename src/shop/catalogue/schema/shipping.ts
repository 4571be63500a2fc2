import { z } from 'zod';
import { readClock } from '../hours-text.ts';
import type { LoadChecks } from '../load-checks.ts';
import { suggestion } from '../nearest.ts';
import type { LiveProvider, LiveTariffs, ShippingService, ShippingSettings, TariffZone } from '../snapshot.ts';
import { readTransitDays, readWeekdays, WEEK } from '../values/day-text.ts';
import { readWeight } from '../values/measure-text.ts';
import { wholeNumber } from '../values/number-text.ts';
import { readAmount } from '../values/price-text.ts';
import { bad, good, quoted, type Reading } from '../values/reading.ts';
import { oneOf, readId, readYesNo, textUpTo } from '../values/word-text.ts';
import { list, named, optional, orElse, raise, refuseRepeats, required, section } from './bricks.ts';

const MON_TO_SAT = WEEK.slice(0, 6);
const ZONE_EXAMPLE = '- { to: [Kota Bandung, DKI Jakarta], per_kg: 9000, days: 1-2 }';
const SERVICE_EXAMPLE = '- id: jne-reg, lalu name, works, cod, dan zones di bawahnya';

const readCutoff = (text: string): Reading<number> => {
  const minutes = readClock(text);
  return minutes === null || minutes === 0 ? bad(`cutoff ${quoted(text)} bukan jam`, 'tulis seperti cutoff: "15:00"') : good(minutes);
};

/** A YAML list of words is as good as a text with commas; two numbers in a list are a range. */
const joined = <T>(mark: string, schema: z.ZodType<T>): z.ZodType<T> =>
  z.unknown().transform((value) => (Array.isArray(value) && value.every((part) => typeof part === 'string') ? value.join(mark) : value)).pipe(schema);

/** A name the map knows, where there is a map. */
const readPlace = ({ knownPlace, nearPlaces }: LoadChecks) => (text: string): Reading<string> => {
  if (text === '*' || !knownPlace || knownPlace(text)) return textUpTo('nama tempat', 100)(text);
  const near = (nearPlaces?.(text) ?? []).slice(0, 3).map((place) => `"${place}"`);
  return bad(`tempat ${quoted(text)} tidak dikenal`, near.length > 0 ? `maksud Anda ${near.join(' atau ')}?` : 'tulis nama resminya, misalnya Kota Bandung, Kabupaten Bandung, Jawa Barat, atau "*" untuk tempat lain');
};

const zone = (checks: LoadChecks) => section(ZONE_EXAMPLE, {
  to: list('to: [Kota Bandung, DKI Jakarta]', required('to', '[Kota Bandung] atau ["*"]', readPlace(checks)), { single: true }),
  per_kg: required('per_kg', '9000', (text) => readAmount(text, 'per_kg')),
  days: joined('-', required('days', '2-3', readTransitDays)),
}, { ke: 'to', tujuan: 'to', kota: 'to', per_kilo: 'per_kg', tarif: 'per_kg', harga: 'per_kg', cost: 'per_kg', price: 'per_kg', hari: 'days', lama: 'days', etd: 'days' })
  .transform(({ to, per_kg: perKg, days }, context): TariffZone => {
    if (to.length === 0) raise(context, 'to belum diisi', `tulis tujuannya, seperti ${ZONE_EXAMPLE}`, ['to']);
    return { to, perKg, daysMin: days[0], daysMax: days[1] };
  });

const service = (checks: LoadChecks) => section(SERVICE_EXAMPLE, {
  id: required('id', 'jne-reg', readId('jne-reg')),
  name: required('name', 'JNE Reguler', textUpTo('name', 80)),
  works: joined(',', optional(MON_TO_SAT, readWeekdays)),
  cod: optional(false, readYesNo('cod')),
  max_parcel_g: optional(null, readWeight),
  zones: list(ZONE_EXAMPLE, zone(checks)),
}, { nama: 'name', hari: 'works', hari_kerja: 'works', zona: 'zones', tarif: 'zones', zone: 'zones', max_parcel_kg: 'max_parcel_g' })
  .transform(({ max_parcel_g: maxParcelG, ...given }, context): ShippingService => {
    if (given.zones.length === 0) raise(context, `${given.id} belum punya tarif`, `isi zones, seperti ${ZONE_EXAMPLE}`);
    const places = given.zones.flatMap((one, z) => one.to.map((name, n) => ({ name, path: ['zones', z, 'to', n] })));
    refuseRepeats(places.map(({ name }) => name), 'tujuan', (i) => places[i]!.path, context);
    return { ...given, maxParcelG };
  });

const LIVE_EXAMPLE = 'live: lalu provider: rajaongkir dan services di bawahnya, misalnya jne-reg: jne REG';
/** What the providers' free plans allow a day; Biteship counts no days, so this is only a rein. */
const DAILY_LIMIT: Readonly<Record<LiveProvider, number>> = { rajaongkir: 100, biteship: 500 };

/** "jne REG", or "jne REG/CTC" where a courier calls the same service otherwise within a city. */
const readLiveService = (text: string): Reading<LiveTariffs['services'][string]> => {
  const parts = /^([a-z][a-z0-9_]{1,19})\s+([\p{L}\p{N}][\p{L}\p{N}_ .&+-]*(?:\/[\p{L}\p{N}][\p{L}\p{N}_ .&+-]*)*)$/u.exec(text);
  return parts
    ? good({ courier: parts[1]!, services: parts[2]!.split('/').map((name) => name.trim()) })
    : bad(`${quoted(text)} bukan kurir dan layanannya`, 'tulis kode kurir lalu layanannya, misalnya jne REG atau jne REG/CTC');
};

const live = section(LIVE_EXAMPLE, {
  provider: required('provider', 'rajaongkir', oneOf('provider', ['rajaongkir', 'biteship'], { komerce: 'rajaongkir' })),
  daily_limit: optional(null, wholeNumber('daily_limit', 1, 1_000_000, 100)),
  services: named('jne-reg: jne REG', () => required('layanan', 'jne REG', readLiveService)),
}, { penyedia: 'provider', batas_harian: 'daily_limit', layanan: 'services', kurir: 'services' })
  .transform((given, context): LiveTariffs => {
    if (Object.keys(given.services).length === 0) raise(context, 'live belum menyebut satu pun layanan', `isi services, misalnya jne-reg: jne REG`);
    return { provider: given.provider, dailyLimit: given.daily_limit ?? DAILY_LIMIT[given.provider], services: given.services };
  });

/** shipping.yaml (design §5). */
export const shippingSchema = (checks: LoadChecks): z.ZodType<ShippingSettings> => section('origin: Kota Bandung', {
  origin: required('origin', 'Kota Bandung', readPlace(checks)),
  cutoff: optional(900, readCutoff),
  handling_days: optional(0, wholeNumber('handling_days', 0, 60, 0)),
  round_up_after_g: optional(300, wholeNumber('round_up_after_g', 0, 999, 300)),
  volumetric_divisor: optional(6_000, wholeNumber('volumetric_divisor', 1_000, 10_000, 6_000)),
  services: list(SERVICE_EXAMPLE, service(checks), { distinct: { id: (id) => id } }),
  live: orElse<LiveTariffs | null>(live, null),
}, { asal: 'origin', dari: 'origin', batas_jam: 'cutoff', layanan: 'services', service: 'services', ekspedisi: 'services', kurir: 'services', couriers: 'services' })
  .transform((given, context): ShippingSettings => {
    if (given.services.length === 0) raise(context, 'belum ada jasa kirim', `isi services, seperti ${SERVICE_EXAMPLE}`, ['services']);
    const ids = given.services.map(({ id }) => id);
    for (const id of Object.keys(given.live?.services ?? {})) {
      if (!ids.includes(id)) raise(context, `"${id}" tidak ada di services`, suggestion(id, ids), ['live', 'services', id], 'key');
    }
    return {
      origin: given.origin, cutoff: given.cutoff, handlingDays: given.handling_days, roundUpAfterG: given.round_up_after_g,
      volumetricDivisor: given.volumetric_divisor, services: given.services, live: given.live,
    };
  });

/** What is quoted until the owner has written tariffs: one service everywhere, at a price nobody loses by. */
export const shippingUntilWritten = (): ShippingSettings => shippingSchema({}).parse({
  origin: 'DKI Jakarta',
  services: [{ id: 'reguler', name: 'Reguler', works: 'mon-sat', cod: 'yes', zones: [{ to: ['*'], per_kg: '40000', days: '3-7' }] }],
});
