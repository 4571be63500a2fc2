import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../src/shop/time/zone.ts';
import { CourierService, type Parcel } from '../stand-ins/couriers/courier-service.ts';
import { drawMap, LIVE, LiveShop } from './live-shop.ts';

let service: CourierService;
beforeAll(async () => { service = await CourierService.open(); drawMap(service); });
beforeEach(() => { service.mood = 'documented'; service.asked.length = 0; service.parcels.clear(); });
afterAll(() => service.close());

const RESI = '0101900014919252';
const onTheWay = (date: string, what: string): Parcel => ({ delivered: false, status: 'ON PROCESS', biteshipStatus: 'droppingOff', events: [{ date, time: '03:41', what, city: 'SURABAYA' }] });
const arrived = (date: string): Parcel => ({ ...onTheWay(date, 'Diterima oleh RINA'), delivered: true, status: 'DELIVERED' });

/** A shop that has handed one order over to JNE on Monday at ten. */
async function shippedShop(options: { tracking?: string; dailyLimit?: number } = {}) {
  const rina = new LiveShop(service, { live: { ...LIVE, dailyLimit: options.dailyLimit ?? 100 } });
  await rina.hears('ambil wajan granit 28 1 kirim ke surabaya');
  await rina.hears('jne reguler, rina 081234567890 jl merpati 5 rt 2 rw 3 tegalsari surabaya');
  await rina.hears('cod aja');
  let acts = 0;
  const by = () => ({ by: 'siti', id: `act${++acts}` });
  const { desk } = rina.shop.shop;
  desk.pack(by(), 'DK-1');
  expect(desk.ship(by(), 'DK-1', options.tracking ?? RESI)).toMatchObject({ kind: 'done' });
  rina.shop.receive();
  rina.shop.events();
  service.asked.length = 0;
  return Object.assign(rina, {
    /** Hour by hour, everything that is due. */
    async wait(hours: number): Promise<void> {
      for (let hour = 0; hour < hours; hour++) {
        rina.shop.pass(rina.shop.now + HOUR_MS);
        await rina.work();
      }
    },
    order: () => rina.shop.shop.business.orders.get(1),
    told: () => rina.shop.receive().map(({ text }) => text).join('\n---\n'),
    alerts: () => rina.shop.events().filter(({ kind }) => kind === 'staff.alert').map(({ data }) => data.reason).filter((reason) => String(reason).startsWith('parcel')),
  });
}

describe('a parcel on its way', () => {
  it('"sampai mana" is answered with the courier\'s last event, when it happened, and when that was seen', async () => {
    const rina = await shippedShop();
    service.parcels.set(RESI, onTheWay('2026-11-24', 'Tiba di kota tujuan'));
    await rina.wait(24);
    const said = await rina.hears('paket sampai mana kak');
    expect(said).toContain('Kabar kurir Sel 24 Nov 03.41: Tiba di kota tujuan, SURABAYA (dicek Sel 24 Nov');
  });

  it('that has arrived moves its order on, with the courier as witness, and the rating is asked for as ever', async () => {
    const rina = await shippedShop();
    service.parcels.set(RESI, arrived('2026-11-25'));
    await rina.wait(24);
    expect(rina.order().state).toBe('delivered');
    expect(rina.shop.shop.business.orders.history(1).at(-1)).toMatchObject({ state: 'delivered', who: 'courier:jne', why: 'Diterima oleh RINA, SURABAYA' });
    expect(rina.told().match(/Bagaimana pelayanan kami/g)).toHaveLength(1);
    const asked = service.asks.length;
    await rina.wait(48);
    expect(service.asks).toHaveLength(asked);
    expect(rina.told()).toBe('');
  });

  it('is asked about by day only, the more rarely the less there is to tell', async () => {
    const rina = await shippedShop();
    service.parcels.set(RESI, onTheWay('2026-11-23', 'Diterima di gudang'));
    await rina.wait(4 * 24);
    const hours = service.asks.length;
    expect(hours).toBeGreaterThanOrEqual(4);
    expect(hours).toBeLessThanOrEqual(8);
  });

  it('wakes nobody', async () => {
    const rina = await shippedShop();
    rina.shop.pass('2026-11-23T20:30:00+07:00');
    await rina.work();
    service.parcels.set(RESI, arrived('2026-11-23'));
    await rina.wait(10);
    expect(rina.order().state).toBe('shipped');
    await rina.wait(10);
    expect(rina.order().state).toBe('delivered');
  });

  it('that is held or sent back is told to staff, once each; its order stays', async () => {
    const rina = await shippedShop();
    service.parcels.set(RESI, { ...onTheWay('2026-11-24', 'Alamat tidak ditemukan'), status: 'ON HOLD' });
    await rina.wait(48);
    expect(rina.alerts()).toEqual(['parcel_held']);
    service.parcels.set(RESI, onTheWay('2026-11-26', 'Paket retur ke pengirim'));
    await rina.wait(72);
    expect(rina.alerts()).toEqual(['parcel_returning']);
    expect(rina.order().state).toBe('shipped');
  });

  it('that was delivered before it was sent is another\'s: staff are asked to look, nobody is told that it came', async () => {
    const rina = await shippedShop();
    service.parcels.set(RESI, arrived('2026-09-01'));
    await rina.wait(24);
    expect(rina.order().state).toBe('shipped');
    expect(rina.alerts()).toEqual(['parcel_another']);
    expect(rina.told()).toBe('');
  });

  it('whose number its courier never knows is told to staff, once', async () => {
    const rina = await shippedShop();
    await rina.wait(6 * 24);
    expect(rina.alerts()).toEqual(['parcel_unknown']);
  });

  it('with a number of no courier, or of another one, is not asked about', async () => {
    const rina = await shippedShop({ tracking: 'JP1234567890' });
    await rina.wait(24);
    expect(service.asks).toEqual([]);
  });
});

describe('many parcels', () => {
  it('take half of the day\'s allowance at most, so that customers still hear prices', async () => {
    const rina = await shippedShop({ dailyLimit: 6 });
    const { db } = rina.shop;
    db.exec(`INSERT INTO orders SELECT NULL, 'DK-' || (100 + value), customer_id, chat_id, state, goods, shipping_cost, discount, unique_code, total, service_id, service_name, place_code, recipient, phone, address,
      arrives_from, arrives_to, days_min, days_max, placed_at, expires_at, reminded_at, paid_at, shipped_at, delivered_at, '010190001491' || (1000 + value), late_told_at, agreed_text, suggestion, payment
      FROM orders, (WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n WHERE value < 20) SELECT value FROM n) WHERE orders.id = 1`);
    rina.shop.pass('2026-11-24T07:00:00+07:00');
    service.asked.length = 0;
    await rina.wait(14);
    expect(service.asks.filter(({ path }) => path.includes('track'))).toHaveLength(3);
  });

  it('are left alone while the provider fails, and asked again later', async () => {
    const rina = await shippedShop();
    service.mood = 'down';
    await rina.wait(5);
    expect(service.asks.length).toBeGreaterThan(0);
    service.mood = 'documented';
    service.parcels.set(RESI, arrived('2026-11-24'));
    rina.shop.now += DAY_MS;
    await rina.wait(3);
    expect(rina.order().state).toBe('delivered');
  });
});
