import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** How the stand-in answers. */
export type Mood =
  | 'documented' | 'garbage' | 'missing_fields' | 'limited' | 'limited_for_a_minute' | 'down' | 'refused' | 'cut'
  /** Takes the request and says nothing until `speak`. */
  | 'silent'
  /** Knows no such place, lane or parcel. */
  | 'unknown';

export interface Asked { readonly method: string; readonly path: string; readonly query: URLSearchParams; readonly headers: IncomingMessage['headers']; readonly body: string }

/** Its prices per kilogram, rupiah. */
export const PRICES = { jneReg: 11_000, jneYes: 24_000, jntEz: 12_500 };

export interface Parcel { delivered: boolean; status: string; biteshipStatus: string; events: { date: string; time: string; what: string; city: string }[] }

/**
 * RajaOngkir (below /rajaongkir) and Biteship (below /biteship) as their documentation describes them, on this machine.
 * The map it knows: Coblong in Kota Bandung, Sukasari in Kota Bandung, Cicendo in Kota Bandung, Tebet, …: any district asked for
 * is in the city that `cities` says.
 */
export class CourierService {
  mood: Mood = 'documented';
  readonly asked: Asked[] = [];
  readonly parcels = new Map<string, Parcel>();
  /** District → city and province as the provider writes them. */
  readonly areas = new Map<string, readonly { city: string; province: string }[]>();
  private readonly server: Server;
  private held: (() => void)[] = [];

  private constructor() {
    this.server = createServer((request, response) => void this.take(request, response));
  }

  static async open(): Promise<CourierService> {
    const service = new CourierService();
    await new Promise<void>((resolve) => service.server.listen(0, '127.0.0.1', resolve));
    return service;
  }

  get address(): string { return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`; }
  get rajaongkir(): string { return `${this.address}/rajaongkir`; }
  get biteship(): string { return `${this.address}/biteship`; }
  /** Requests for prices or parcels, without the look-ups of places. */
  get asks(): readonly Asked[] { return this.asked.filter(({ path }) => !/destination|maps/.test(path)); }

  /** Answers what was held back in silence. */
  speak(): void {
    this.mood = 'documented';
    for (const answer of this.held) answer();
    this.held = [];
  }

  /** Resolves when the stand-in holds a request back. */
  async holding(): Promise<void> {
    while (this.held.length === 0) await new Promise((resolve) => setImmediate(resolve));
  }

  async close(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private async take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.address);
    let body = '';
    for await (const part of request) body += String(part);
    const asked = { method: request.method ?? '', path: url.pathname, query: url.searchParams, headers: request.headers, body };
    this.asked.push(asked);
    const json = (status: number, value: unknown, headers: Record<string, string> = {}) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(JSON.stringify(value));
    };
    switch (this.mood) {
      case 'garbage': response.end('<html>502 Bad Gateway</html>'); return;
      case 'missing_fields': json(200, { meta: { code: 200, status: 'success' }, success: true, data: [{ id: 1 }], pricing: [{ price: 'banyak' }], areas: [{}] }); return;
      case 'limited': json(429, { meta: { message: 'Daily limit exceeded', code: 429, status: 'error' }, data: null }); return;
      case 'limited_for_a_minute': json(429, {}, { 'retry-after': '60' }); return;
      case 'down': json(500, { error: 'Internal Server Error' }); return;
      case 'refused': json(401, { meta: { message: 'Invalid Api key, key not found', code: 401, status: 'error' }, data: null }); return;
      case 'cut': request.socket.destroy(); return;
      case 'unknown': json(404, { success: false, meta: { message: 'not found', code: 404, status: 'error' }, data: null }); return;
      case 'silent': this.held.push(() => this.answer(asked, json)); return;
      case 'documented': this.answer(asked, json);
    }
  }

  private answer({ path, query, body, headers }: Asked, json: (status: number, value: unknown) => void): void {
    const kg = (grams: number) => Math.ceil(grams / 1_000);
    const meta = { message: 'Success', code: 200, status: 'success' };
    if (path.startsWith('/rajaongkir') && headers.key === undefined) return json(401, { meta: { code: 401 } });
    switch (path) {
      case '/rajaongkir/destination/domestic-destination': {
        const name = query.get('search') ?? '';
        return json(200, { meta, data: this.found(name).map(({ city, province }, i) => ({
          id: 4_800 + i + name.length * 10, label: `-, ${name.toUpperCase()}, ${city}, ${province}, 40132`, province_name: province, city_name: city,
          district_name: name.toUpperCase(), subdistrict_name: '-', zip_code: '40132',
        })) });
      }
      case '/rajaongkir/calculate/domestic-cost': {
        const form = new URLSearchParams(body);
        const couriers = (form.get('courier') ?? '').split(':');
        const weight = kg(Number(form.get('weight')));
        const all = [
          { name: 'Jalur Nugraha Ekakurir (JNE)', code: 'jne', service: 'YES', description: 'Yakin Esok Sampai', cost: PRICES.jneYes * weight, etd: '1 day' },
          { name: 'Jalur Nugraha Ekakurir (JNE)', code: 'jne', service: 'REG', description: 'Layanan Reguler', cost: PRICES.jneReg * weight, etd: '3-4 day' },
          { name: 'J&T Express', code: 'jnt', service: 'EZ', description: 'Reguler', cost: PRICES.jntEz * weight, etd: '' },
          { name: 'Gratisan', code: 'jne', service: 'JTR', description: 'Trucking', cost: 0, etd: '5 day' },
        ];
        return json(200, { meta, data: all.filter(({ code }) => couriers.includes(code)) });
      }
      case '/rajaongkir/track/waybill': {
        const parcel = this.parcels.get(query.get('awb') ?? '');
        if (!parcel) return json(404, { meta: { message: 'AWB not found', code: 404, status: 'error' }, data: null });
        const last = parcel.events.at(-1);
        return json(200, { meta, data: {
          delivered: parcel.delivered, summary: { courier_code: query.get('courier'), waybill_number: query.get('awb'), status: parcel.status },
          details: { waybill_number: query.get('awb') },
          delivery_status: { status: parcel.status, pod_receiver: 'RINA', pod_date: parcel.delivered ? last?.date : '', pod_time: parcel.delivered ? last?.time : '' },
          manifest: parcel.events.map((event, i) => ({ manifest_code: String(i + 1), manifest_description: event.what, manifest_date: event.date, manifest_time: event.time, city_name: event.city })).reverse(),
        } });
      }
      case '/biteship/maps/areas': {
        const name = query.get('input') ?? '';
        return json(200, { success: true, areas: this.found(name).map(({ city, province }, i) => ({
          id: `IDNP9IDNC${i}${name}`, name: `${name}, ${city}, ${province}`, country_name: 'Indonesia', country_code: 'ID',
          administrative_division_level_1_name: province, administrative_division_level_2_name: city, administrative_division_level_3_name: name, postal_code: 40132,
        })) });
      }
      case '/biteship/rates/couriers': {
        const order = JSON.parse(body) as { couriers: string; items: { weight: number }[] };
        const weight = kg(order.items[0]!.weight);
        const rate = (courier_code: string, courier_service_code: string, price: number, range: string, unit: string) => ({
          courier_name: courier_code.toUpperCase(), courier_code, courier_service_name: courier_service_code, courier_service_code, price, shipment_duration_range: range,
          shipment_duration_unit: unit, duration: `${range} ${unit}`, type: courier_service_code, company: courier_code,
        });
        return json(200, { success: true, object: 'courier_pricing', code: 20_001_003, pricing: [
          rate('jne', 'reg', PRICES.jneReg * weight, '3 - 4', 'days'), rate('jne', 'yes', PRICES.jneYes * weight, '8 - 24', 'hours'), rate('jnt', 'ez', PRICES.jntEz * weight, '2 - 3', 'days'),
        ] });
      }
    }
    const tracking = /^\/biteship\/trackings\/([^/]+)\/couriers\/(\w+)$/.exec(path);
    const parcel = tracking && this.parcels.get(decodeURIComponent(tracking[1]!));
    if (!parcel) return json(400, { success: false, error: 'waybill not found', code: 40_003_001 });
    json(200, {
      success: true, messsage: 'Successfully get tracking info', object: 'tracking', id: '6051861741a37414e6637fab', waybill_id: tracking[1], courier: { company: tracking[2] },
      history: parcel.events.map(({ date, time, what }) => ({ note: what, updated_at: `${date}T${time}:00+07:00`, status: 'picked' })), link: null, order_id: null, status: parcel.biteshipStatus,
    });
  }

  private found(name: string): readonly { city: string; province: string }[] {
    return this.areas.get(name.toLowerCase()) ?? [{ city: 'ENTAH', province: 'ENTAH' }];
  }
}
