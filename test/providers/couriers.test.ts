import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../../src/providers/ask.ts';
import { createBiteship } from '../../src/providers/biteship.ts';
import { districtsOf, findArea } from '../../src/providers/find-area.ts';
import type { Area, CourierProvider } from '../../src/providers/provider.ts';
import { createRajaOngkir } from '../../src/providers/rajaongkir.ts';
import { cleanWords, readDays, readMoment } from '../../src/providers/words.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { CourierService, type Mood } from '../stand-ins/couriers/courier-service.ts';
import { drawMap, KEY } from './live-shop.ts';

const gazetteer = createGazetteer();
let service: CourierService;
beforeAll(async () => {
  service = await CourierService.open();
  drawMap(service);
  service.parcels.set('JT1', { delivered: false, status: 'ON PROCESS', biteshipStatus: 'droppingOff', events: [
    { date: '2026-11-24', time: '08:10', what: 'Diterima di gudang', city: 'BANDUNG' }, { date: '2026-11-25', time: '03:41', what: 'Tiba di kota tujuan', city: 'SURABAYA' }] });
  service.parcels.set('JT2', { delivered: true, status: 'DELIVERED', biteshipStatus: 'delivered', events: [{ date: '2026-11-26', time: '13:22', what: 'Diterima oleh [RINA]', city: 'SURABAYA' }] });
  service.parcels.set('JT3', { delivered: false, status: 'ON PROCESS', biteshipStatus: 'return_in_transit', events: [{ date: '2026-11-26', time: '13:22', what: 'Paket retur ke pengirim', city: 'SURABAYA' }] });
  service.parcels.set('JT4', { delivered: false, status: 'ON HOLD', biteshipStatus: 'onHold', events: [{ date: '2026-11-26', time: '13:22', what: 'Alamat tidak ditemukan', city: 'SURABAYA' }] });
});
beforeEach(() => { service.mood = 'documented'; service.asked.length = 0; });
afterAll(() => service.close());

const LANE = { origin: '1', destination: '2', grams: 2_000, couriers: ['jne', 'jnt'] };

describe.each<[string, (timeLimitMs?: number) => CourierProvider]>([
  ['RajaOngkir', (timeLimitMs) => createRajaOngkir(KEY, { root: service.rajaongkir, ...(timeLimitMs !== undefined && { timeLimitMs }) })],
  ['Biteship', (timeLimitMs) => createBiteship(KEY, { root: service.biteship, ...(timeLimitMs !== undefined && { timeLimitMs }) })],
])('%s', (_, open) => {
  it('finds places, tells prices per lane and weight, and days where the courier tells them', async () => {
    const provider = open();
    expect((await provider.areas('Tegalsari')).map(({ city }) => city)).toEqual(['KAB. SURABAYA', 'SURABAYA']);
    const rates = await provider.rates(LANE);
    expect(rates.filter(({ courier, service: name }) => courier === 'jne' && /^reg$/i.test(name))).toMatchObject([{ cost: 22_000, daysMin: 3, daysMax: 4 }]);
  });

  it('carries the key in a header, and nowhere else', async () => {
    await open().rates(LANE);
    const [asked] = service.asked;
    expect(JSON.stringify(asked!.headers)).toContain(KEY);
    expect(`${asked!.path}${asked!.query.toString()}${asked!.body}`).not.toContain(KEY);
  });

  it.each<[Mood, string]>([
    ['garbage', 'garbage'], ['missing_fields', 'garbage'], ['limited', 'limited'], ['down', 'down'], ['refused', 'refused'], ['cut', 'down'], ['silent', 'slow'],
  ])('says in our words what went wrong when it answers "%s"', async (mood, kind) => {
    service.mood = mood;
    const error = await open(mood === 'silent' ? 300 : undefined).rates(LANE).then(() => null, (thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProviderError);
    expect(error).toMatchObject({ kind });
    expect(`${String(error)} ${JSON.stringify(error)} ${(error as Error).stack}`).not.toContain(KEY);
  });

  it('hears how long to wait, in seconds', async () => {
    service.mood = 'limited_for_a_minute';
    await expect(open().rates(LANE)).rejects.toMatchObject({ kind: 'limited', retryAfterMs: 60_000 });
  });

  it('has no prices where nobody goes', async () => {
    service.mood = 'unknown';
    expect(await open().rates(LANE)).toEqual([]);
    expect(await open().areas('Tegalsari')).toEqual([]);
  });

  it('tells the last event of a parcel, whatever the order of the list', async () => {
    const told = await open().track({ courier: 'jnt', number: 'JT1', phone: '+6281234567890' });
    expect(told).toMatchObject({ status: 'moving', happened: '2026-11-25 03:41' });
    expect(told!.said).toContain('Tiba di kota tujuan');
  });

  it('tells delivered, returning and held apart, and has nothing to say of a number nobody knows', async () => {
    const status = async (number: string) => (await open().track({ courier: 'jnt', number, phone: '' }))?.status ?? null;
    expect([await status('JT2'), await status('JT3'), await status('JT4'), await status('JT9')]).toEqual(['delivered', 'returning', 'held', null]);
  });
});

describe('the recipient\'s phone', () => {
  it('is told to JNE alone, its last five figures', async () => {
    const rajaongkir = createRajaOngkir(KEY, { root: service.rajaongkir });
    await rajaongkir.track({ courier: 'jnt', number: 'JT1', phone: '+6281234567890' });
    await rajaongkir.track({ courier: 'jne', number: 'JT1', phone: '+6281234567890' });
    expect(service.asked.map(({ query }) => query.get('last_phone_number'))).toEqual([null, '67890']);
    expect(JSON.stringify(service.asked.map(({ query, body }) => [query.toString(), body]))).not.toContain('1234567890');
  });
});

describe('which of a provider\'s places is meant', () => {
  const area = (ref: string, district: string, city: string, province: string): Area => ({ ref, district, city, province });
  const coblong = gazetteer.byCode('32.73.02')!;
  it.each([
    [[area('a', 'COBLONG', 'BANDUNG', 'JAWA BARAT')], 'a'],
    [[area('a', 'COBLONG', 'KABUPATEN BANDUNG', 'JAWA BARAT'), area('b', 'COBLONG', 'KOTA BANDUNG', 'JAWA BARAT')], 'b'],
    [[area('a', 'COBLONG', 'Kab. Bandung', 'Jawa Barat'), area('b', 'Coblong', 'Bandung', 'Jawa Barat')], 'b'],
    [[area('a', 'COBLONG', 'BANDUNG', 'JAWA TENGAH'), area('b', 'COBLONG LOR', 'BANDUNG', 'JAWA BARAT')], null],
    [[], null],
  ])('%#', (areas, ref) => { expect(findArea(coblong, areas)?.ref ?? null).toBe(ref); });

  it('knows Jakarta and Yogyakarta by their other names', () => {
    const tebet = gazetteer.inside('31.74').find(({ label }) => label.includes('Tebet'))!;
    expect(findArea(tebet, [area('a', 'TEBET', 'JAKARTA SELATAN', 'DKI JAKARTA')])?.ref).toBe('a');
    expect(findArea(tebet, [area('a', 'TEBET', 'KOTA ADMINISTRASI JAKARTA SELATAN', 'DAERAH KHUSUS IBUKOTA JAKARTA')])?.ref).toBe('a');
    const district = gazetteer.inside('34.71')[0]!;
    expect(findArea(district, [area('a', district.label.replace(/^Kec\. |,.*/g, ''), 'YOGYAKARTA', 'DI YOGYAKARTA')])?.ref).toBe('a');
  });

  it('looks a city up by districts that do not bear its own name', () => {
    const names = districtsOf(gazetteer.byCode('32.73')!, gazetteer).map(({ label }) => label);
    expect(names).toHaveLength(2);
    expect(names.every((name) => name.endsWith('Kota Bandung') && !name.startsWith('Kec. Bandung,'))).toBe(true);
  });
});

describe('days, moments and words of couriers', () => {
  it.each([
    ['2-3 day', [2, 3]], ['1 day', [1, 1]], ['', null], ['1 - 2', [1, 2]], ['3 HARI', [3, 3]], ['3-2', null], ['900', null], ['besok', null],
  ] as const)('%s', (text, days) => { expect(readDays(text)).toEqual(days); });
  it('hours are days too', () => {
    expect(readDays('8 - 24', 'hours')).toEqual([0, 1]);
    expect(readDays('1 - 3', 'hours')).toEqual([0, 1]);
  });
  it('moments are days with a clock', () => {
    expect([readMoment('2026-11-24', '03:41:12'), readMoment('2026-11-24', ''), readMoment('kemarin', '03:41')]).toEqual(['2026-11-24 03:41', '2026-11-24 00:00', null]);
  });
  it('words are one harmless line', () => {
    expect(cleanWords('Tiba\n\u202e di  https://jahat.example/x gudang\u0000')).toBe('Tiba di gudang');
    expect(cleanWords('x'.repeat(500))).toHaveLength(140);
    expect(cleanWords(' \u200b ')).toBeNull();
  });
});
