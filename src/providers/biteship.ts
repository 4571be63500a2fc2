import { z } from 'zod';
import type { CourierId } from '../shop/parcels/couriers.ts';
import type { ParcelStatus } from '../shop/parcels/parcel-news.ts';
import { ask } from './ask.ts';
import type { CourierProvider } from './provider.ts';
import { cleanWords, readDays, readMoment } from './words.ts';

/** https://biteship.com/en/docs, read in 2026-11. */
const ROOT = 'https://api.biteship.com/v1';

const AREAS = z.object({ success: z.literal(true), areas: z.array(z.object({
  id: z.string(), administrative_division_level_1_name: z.string(), administrative_division_level_2_name: z.string(),
  administrative_division_level_3_name: z.string(),
})) });

const RATES = z.object({ success: z.literal(true), pricing: z.array(z.object({
  courier_code: z.string(), courier_service_code: z.string(), price: z.number(),
  shipment_duration_range: z.string().nullish(), shipment_duration_unit: z.string().nullish(),
})) });

const TRACKING = z.object({ success: z.literal(true), status: z.string(), history: z.array(z.object({
  note: z.string().nullish(), updated_at: z.string().nullish(),
})).nullish() });

const COURIERS: Readonly<Partial<Record<CourierId, string>>> = {
  jne: 'jne', jnt: 'jnt', sicepat: 'sicepat', anteraja: 'anteraja', ninja: 'ninja', pos: 'pos', tiki: 'tiki', id_express: 'idexpress', lion: 'lion',
};

/** Documented in two spellings: "returnInTransit" and "return_in_transit". */
const STATUSES: Readonly<Record<string, ParcelStatus>> = {
  delivered: 'delivered', returnintransit: 'returning', returned: 'returning', onhold: 'held', rejected: 'held', couriernotfound: 'held', cancelled: 'held', disposed: 'held',
};

/** What goes into the parcel is nobody's business: its value is for insurance, which is not asked for. */
const CONTENTS = { name: 'Paket', value: 1_000, quantity: 1 };

/** Biteship's tariffs and tracking. `root` and `timeLimitMs` are otherwise in tests only. */
export function createBiteship(key: string, { root = ROOT, timeLimitMs }: { readonly root?: string; readonly timeLimitMs?: number } = {}): CourierProvider {
  const provider = { provider: 'biteship', ...(timeLimitMs !== undefined && { timeLimitMs }) };
  const headers = { authorization: key };
  return {
    name: 'biteship',
    dailyLimit: 500,

    async areas(name) {
      const query = new URLSearchParams({ countries: 'ID', input: name, type: 'single' });
      const found = await ask({ ...provider, url: `${root}/maps/areas?${query}`, method: 'GET', headers, answer: AREAS, none: [404] });
      return (found?.areas ?? []).map((area) => ({
        ref: area.id, province: area.administrative_division_level_1_name, city: area.administrative_division_level_2_name, district: area.administrative_division_level_3_name,
      }));
    },

    async rates({ origin, destination, grams, couriers }) {
      const body = { origin_area_id: origin, destination_area_id: destination, couriers: couriers.join(','), items: [{ ...CONTENTS, weight: grams }] };
      const found = await ask({ ...provider, url: `${root}/rates/couriers`, method: 'POST', headers, body, answer: RATES, none: [404] });
      return (found?.pricing ?? []).map((rate) => {
        const days = readDays(rate.shipment_duration_range ?? '', rate.shipment_duration_unit ?? '');
        return { courier: rate.courier_code.toLowerCase(), service: rate.courier_service_code, cost: Math.ceil(rate.price), daysMin: days?.[0] ?? null, daysMax: days?.[1] ?? null };
      });
    },

    courier: (id) => COURIERS[id] ?? null,

    async track({ courier, number }) {
      const found = await ask({ ...provider, url: `${root}/trackings/${encodeURIComponent(number)}/couriers/${courier}`, method: 'GET', headers, answer: TRACKING, none: [400, 404] });
      if (!found) return null;
      const events = (found.history ?? []).flatMap((event) => {
        const happened = momentOf(event.updated_at ?? '');
        const said = cleanWords(event.note ?? '');
        return happened === null || said === null ? [] : [{ happened, said }];
      }).sort((a, b) => (a.happened < b.happened ? -1 : a.happened > b.happened ? 1 : 0));
      const last = events.at(-1);
      return { status: STATUSES[found.status.toLowerCase().replaceAll('_', '')] ?? 'moving', said: last?.said ?? null, happened: last?.happened ?? null };
    },
  };
}

/** "2026-11-24T18:17:00+07:00" as that clock said it; one in UTC is told in WIB. */
function momentOf(iso: string): string | null {
  const at = iso.endsWith('Z') ? Date.parse(iso) : NaN;
  const text = Number.isNaN(at) ? iso : new Date(at + 7 * 3_600_000).toISOString();
  return readMoment(text, text.slice(11));
}
