import { z } from 'zod';
import type { CourierId } from '../shop/parcels/couriers.ts';
import type { ParcelStatus } from '../shop/parcels/parcel-news.ts';
import { ask } from './ask.ts';
import type { CourierProvider, ParcelReport } from './provider.ts';
import { cleanWords, readDays, readMoment } from './words.ts';

/** https://rajaongkir.com/docs (V2, by Komerce), read in 2026-11. */
const ROOT = 'https://rajaongkir.komerce.id/api/v1';

const AREAS = z.object({ data: z.array(z.object({
  id: z.union([z.number(), z.string()]), province_name: z.string(), city_name: z.string(), district_name: z.string(),
})) });

const RATES = z.object({ data: z.array(z.object({
  code: z.string(), service: z.string(), cost: z.number().int(), etd: z.string().nullish(),
})) });

const TRACKING = z.object({ data: z.object({
  delivered: z.boolean().nullish(),
  summary: z.object({ status: z.string().nullish() }).nullish(),
  delivery_status: z.object({ status: z.string().nullish(), pod_date: z.string().nullish(), pod_time: z.string().nullish() }).nullish(),
  manifest: z.array(z.object({
    manifest_description: z.string().nullish(), manifest_date: z.string().nullish(), manifest_time: z.string().nullish(), city_name: z.string().nullish(),
  })).nullish(),
}) });

/** The couriers it can follow, by its names for them. */
const COURIERS: Readonly<Partial<Record<CourierId, string>>> = {
  jne: 'jne', jnt: 'jnt', sicepat: 'sicepat', anteraja: 'anteraja', ninja: 'ninja', pos: 'pos', tiki: 'tiki', id_express: 'ide', lion: 'lion',
};

/** RajaOngkir's tariffs and tracking. `root` and `timeLimitMs` are otherwise in tests only. */
export function createRajaOngkir(key: string, { root = ROOT, timeLimitMs }: { readonly root?: string; readonly timeLimitMs?: number } = {}): CourierProvider {
  const provider = { provider: 'rajaongkir', ...(timeLimitMs !== undefined && { timeLimitMs }) };
  const headers = { key };
  return {
    name: 'rajaongkir',
    dailyLimit: 100,

    async areas(name) {
      const query = new URLSearchParams({ search: name, limit: '50', offset: '0' });
      const found = await ask({ ...provider, url: `${root}/destination/domestic-destination?${query}`, method: 'GET', headers, answer: AREAS, none: [404] });
      return (found?.data ?? []).map((area) => ({ ref: String(area.id), province: area.province_name, city: area.city_name, district: area.district_name }));
    },

    async rates({ origin, destination, grams, couriers }) {
      const body = new URLSearchParams({ origin, destination, weight: String(grams), courier: couriers.join(':'), price: 'lowest' });
      const found = await ask({ ...provider, url: `${root}/calculate/domestic-cost`, method: 'POST', headers, body, answer: RATES, none: [404] });
      return (found?.data ?? []).map((rate) => {
        const days = readDays(rate.etd ?? '');
        return { courier: rate.code.toLowerCase(), service: rate.service, cost: rate.cost, daysMin: days?.[0] ?? null, daysMax: days?.[1] ?? null };
      });
    },

    courier: (id) => COURIERS[id] ?? null,

    async track({ courier, number, phone }) {
      // JNE tells only who knows the recipient's last five figures; nobody else is given them.
      const query = new URLSearchParams({ awb: number, courier, ...(courier === 'jne' && { last_phone_number: phone.replace(/\D/g, '').slice(-5) }) });
      const found = await ask({ ...provider, url: `${root}/track/waybill?${query}`, method: 'POST', headers, answer: TRACKING, none: [400, 404, 422] });
      return found && report(found.data);
    },
  };
}

function report(data: z.infer<typeof TRACKING>['data']): ParcelReport {
  const events = (data.manifest ?? []).flatMap((event) => {
    const happened = readMoment(event.manifest_date ?? '', event.manifest_time ?? '');
    const said = cleanWords([event.manifest_description, event.city_name].filter(Boolean).join(', '));
    return happened === null || said === null ? [] : [{ happened, said }];
  }).sort((a, b) => (a.happened < b.happened ? -1 : a.happened > b.happened ? 1 : 0));
  const last = events.at(-1) ?? null;
  const status = statusOf(data, last?.said ?? '');
  const delivered = status === 'delivered' ? readMoment(data.delivery_status?.pod_date ?? '', data.delivery_status?.pod_time ?? '') : null;
  return { status, said: last?.said ?? null, happened: delivered ?? last?.happened ?? null };
}

/** Delivered only by the field that says so; trouble by the words couriers use for it. */
function statusOf(data: z.infer<typeof TRACKING>['data'], last: string): ParcelStatus {
  const status = `${data.delivery_status?.status ?? ''} ${data.summary?.status ?? ''}`;
  if (/\bretur(?:n\w*)?\b|\bdikembalikan\b/i.test(`${status} ${last}`)) return 'returning';
  if (data.delivered === true || /^\s*delivered\b/i.test(data.delivery_status?.status ?? '')) return 'delivered';
  if (/\bon ?hold\b|\bgagal\b|\bundeliver\w*|\bproblem\b|\bbermasalah\b|\bditolak\b|\breject\w*|\bhilang\b|\brusak\b|\balamat (?:tidak|salah)/i.test(`${status} ${last}`)) return 'held';
  return 'moving';
}
