import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { PATIENCE_MS } from '../../src/engine/engine.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/shop/time/zone.ts';
import { CourierService, PRICES, type Mood } from '../stand-ins/couriers/courier-service.ts';
import { drawMap, LIVE, LiveShop } from './live-shop.ts';

let service: CourierService;
beforeAll(async () => { service = await CourierService.open(); drawMap(service); });
beforeEach(() => { service.mood = 'documented'; service.asked.length = 0; });
afterAll(() => service.close());

const ASK = 'ongkir wajan granit 28 ke surabaya brp kak';
const LIVE_PRICE = 'JNE Reguler Rp11.000';
const TABLE_PRICE = 'JNE Reguler Rp18.000';

describe('a quote by couriers\' own prices', () => {
  it('is said when the couriers have answered, and says that it is theirs', async () => {
    const rina = new LiveShop(service);
    expect(rina.says(ASK)).toEqual([]);
    await rina.work();
    const [reply, ...more] = rina.shop.receive();
    expect(more).toEqual([]);
    expect(reply!.text).toContain(`${LIVE_PRICE}, tiba Kam 26 – Jum 27 Nov (langsung dari kurir)`);
    // No days from the courier: those of the owner's zone. A service that no courier is asked about goes by the table.
    expect(reply!.text).toContain('J&T EZ Rp12.500, tiba Rab 25 – Jum 27 Nov (langsung dari kurir)');
    expect(reply!.text).toMatch(/SiCepat BEST Rp[\d.]+, tiba [^(]* \(tabel toko\)/);
    expect(rina.shop.failures).toEqual([]);
  });

  it('is said at once to whoever asks next, without another request', async () => {
    const rina = new LiveShop(service);
    await rina.hears(ASK);
    const before = service.asked.length;
    expect(rina.says(ASK, 'c2')[0]!.text).toContain(LIVE_PRICE);
    expect(service.asked).toHaveLength(before);
  });

  it('is asked for once, however many wait for it', async () => {
    const rina = new LiveShop(service);
    for (const chat of ['c1', 'c2', 'c3']) expect(rina.says(ASK, chat)).toEqual([]);
    await rina.work();
    expect(rina.shop.receive().map(({ chat }) => chat).sort()).toEqual(['c1', 'c2', 'c3']);
    expect(service.asks).toHaveLength(1);
  });

  it('goes through the whole checkout: what was told is what is ordered', async () => {
    const rina = new LiveShop(service);
    await rina.hears('ambil wajan granit 28 1 kirim ke surabaya');
    await rina.hears('jne reguler, rina 081234567890 jl merpati 5 rt 2 rw 3 tegalsari surabaya');
    const summary = await rina.hears('lanjut');
    expect(summary).toContain('Rp11.000');
    await rina.hears('cod aja');
    expect(rina.shop.outcome()).toMatchObject({ orders: [{ service_id: 'jne-reg', shipping_cost: 11_000 }] });
  });

  it('is agreed to anew when the courier became dearer between the summary and the yes (F38)', async () => {
    const rina = new LiveShop(service);
    await rina.hears('ambil wajan granit 28 1 kirim ke surabaya');
    await rina.hears('jne reguler, rina 081234567890 jl merpati 5 rt 2 rw 3 tegalsari surabaya');
    rina.shop.now += 25 * HOUR_MS;
    PRICES.jneReg = 14_000;
    const asked = await rina.hears('cod aja');
    PRICES.jneReg = 11_000;
    expect(asked).toContain('ada harga yang baru saja berubah');
    expect(asked).toContain('Rp14.000');
    expect(rina.shop.outcome()).toMatchObject({ orders: [] });
    await rina.hears('cod aja');
    expect(rina.shop.outcome()).toMatchObject({ orders: [{ shipping_cost: 14_000 }] });
  });

  it('tells cheapest first by the prices that hold, and takes the first service that goes there', async () => {
    const rina = new LiveShop(service, { live: { ...LIVE, services: { 'jne-reg': { courier: 'jne', services: ['CTC', 'YES'] } } } });
    expect(await rina.hears(ASK)).toContain('JNE Reguler Rp24.000, tiba Sel 24 Nov (langsung dari kurir)');
  });
});

describe('a provider that does not answer', () => {
  it('keeps nobody waiting: the shop\'s table speaks in time, and says that it does', async () => {
    service.mood = 'silent';
    const rina = new LiveShop(service);
    expect(rina.says(ASK)).toEqual([]);
    const working = rina.work();
    await service.holding();
    expect(rina.later(PATIENCE_MS - 1)).toEqual([]);
    const [reply, ...more] = rina.later(1);
    expect(more).toEqual([]);
    expect(reply!.text).toContain(TABLE_PRICE);
    expect(reply!.text).toMatch(/tabel toko/);
    service.speak();
    await working;
    expect(rina.shop.receive()).toEqual([]);
  });

  it('and then does answer: who was told the table\'s price keeps it, the next one hears the courier\'s', async () => {
    service.mood = 'silent';
    const rina = new LiveShop(service);
    rina.says(ASK);
    const working = rina.work();
    await service.holding();
    rina.later(PATIENCE_MS);
    service.speak();
    await working;
    expect((rina.says(ASK))[0]!.text).toContain(TABLE_PRICE);
    expect((rina.says(ASK, 'c2'))[0]!.text).toContain(LIVE_PRICE);
    rina.shop.now += 2 * HOUR_MS;
    expect((rina.says(ASK))[0]!.text).toContain(LIVE_PRICE);
  });

  it('holds the messages of that chat in order, and no other chat', async () => {
    service.mood = 'silent';
    const rina = new LiveShop(service);
    rina.says(ASK);
    expect(rina.says('jam buka kapan')).toEqual([]);
    expect(rina.says('jam buka kapan', 'c2')).toHaveLength(1);
    const texts = rina.later(PATIENCE_MS).map(({ text }) => text);
    expect(texts).toHaveLength(2);
    expect(texts[0]).toContain('Ongkir');
    expect(texts[1]).toMatch(/09\.00/);
    service.speak();
  });

  it('is not waited for longer when a clock is set back', () => {
    service.mood = 'silent';
    const rina = new LiveShop(service);
    rina.says(ASK);
    expect(rina.later(-DAY_MS)).toHaveLength(1);
    service.speak();
  });
});

describe('a process that dies while a quote is held', () => {
  it('says it once, by the courier\'s price, when the answer comes to the next one', async () => {
    const rina = new LiveShop(service);
    const id = rina.shop.hear('c1', ASK);
    rina.restart();
    rina.shop.hear('c1', ASK, { id });
    await rina.work();
    const replies = rina.shop.receive();
    expect(replies.map(({ text }) => text.includes(LIVE_PRICE))).toEqual([true]);
    rina.restart();
    await rina.work();
    expect(rina.later(PATIENCE_MS)).toEqual([]);
  });

  it('says it once, by the table, when no answer comes', () => {
    const rina = new LiveShop(service);
    rina.says(ASK);
    rina.restart();
    expect(rina.later(PATIENCE_MS)).toHaveLength(1);
    rina.restart();
    expect(rina.later(PATIENCE_MS)).toEqual([]);
  });
});

describe.each<[Mood, number]>([
  ['garbage', 30_000], ['missing_fields', 30_000], ['down', 30_000], ['cut', 30_000], ['limited_for_a_minute', MINUTE_MS], ['limited', 14 * HOUR_MS], ['refused', 6 * HOUR_MS],
])('a provider that answers with "%s"', (mood, pause) => {
  it('is not waited for, is left in peace for a while, and asked again after it', async () => {
    service.mood = mood;
    const rina = new LiveShop(service);
    const said = await rina.hears(ASK);
    expect(said).toContain(TABLE_PRICE);
    expect(said).toContain('tabel toko');
    const asked = service.asked.length;
    expect(rina.says(ASK, 'c2')).toHaveLength(1);
    await rina.work();
    expect(service.asked).toHaveLength(asked);
    service.mood = 'documented';
    rina.shop.now += pause;
    expect(await rina.hears(ASK, 'c3')).toContain(LIVE_PRICE);
    expect(rina.shop.failures).toEqual([]);
    const alerts = rina.shop.events().filter(({ data }) => data.reason === 'provider_key');
    expect(alerts).toHaveLength(mood === 'refused' ? 1 : 0);
  });
});

describe('places a provider does not know', () => {
  it('are quoted by the table, and not looked up again today', async () => {
    const rina = new LiveShop(service);
    const far = 'ongkir wajan granit 28 ke sorong brp';
    expect(await rina.hears(far)).toContain('tabel toko');
    const asked = service.asked.length;
    expect(await rina.hears(far, 'c2')).toContain('tabel toko');
    expect(service.asked).toHaveLength(asked);
    expect(service.asks).toHaveLength(0);
  });
});

describe('the day\'s allowance', () => {
  it('is never overdrawn, also over restarts, and begins anew at midnight in Jakarta', async () => {
    const rina = new LiveShop(service, { live: { ...LIVE, dailyLimit: 4 } });
    // Two places, two prices: the third lane would be the fifth request.
    for (const [i, pieces] of ['1', '2', '3', '4'].entries()) {
      await rina.hears(`ongkir ${pieces} wajan granit 28 ke surabaya`, `c${i}`);
      rina.restart();
    }
    expect(service.asked).toHaveLength(4);
    expect((await rina.hears('ongkir 5 wajan granit 28 ke surabaya', 'c9'))).toContain('tabel toko');
    expect(service.asked).toHaveLength(4);
    rina.shop.pass('2026-11-24T00:00:01+07:00');
    expect((await rina.hears('ongkir 5 wajan granit 28 ke surabaya', 'c10'))).toContain('langsung dari kurir');
  });
});

describe('many who ask at once', () => {
  it('cannot overdraw the allowance together; each is answered', async () => {
    const rina = new LiveShop(service, { live: { ...LIVE, dailyLimit: 5 } });
    for (const pieces of [1, 2, 3, 4, 5, 6, 7, 8]) rina.shop.hear(`c${pieces}`, `ongkir ${pieces} wajan granit 28 ke surabaya`);
    expect(rina.shop.receive()).toEqual([]);
    await rina.work();
    expect(service.asked.length).toBeLessThanOrEqual(5);
    expect(rina.shop.receive()).toHaveLength(8);
  });
});

describe('a shop without a key, or without a live block', () => {
  it('answers at once as it always did, and says nothing of prices\' source', () => {
    const rina = new LiveShop(service, { live: { ...LIVE, provider: 'biteship' } });
    const [reply] = rina.says(ASK);
    expect(reply!.text).toContain(TABLE_PRICE);
    expect(reply!.text).not.toMatch(/kurir\)|tabel toko/);
  });
});
