import { describe, expect, test } from 'vitest';
import { createBusinessHours } from '../../../src/shop/service/business-hours.ts';
import { openHolidays } from '../../../src/shop/service/holidays.ts';
import { createTariffs } from '../../../src/shop/shipping/tariffs.ts';
import { at, DAPUR_KITA } from '../service/sample-hours.ts';
import { HAND_QUOTES, HAND_WEIGHTS } from './quotes-by-hand.ts';
import { BEST, CARGO, gazetteer, place, product, REG, SAMEDAY, SETTINGS, shipping } from './sample-tariffs.ts';

const hours = createBusinessHours(DAPUR_KITA, 'Asia/Jakarta', openHolidays());
const tariffs = createTariffs(SETTINGS, gazetteer, hours);
const MONDAY_10 = at('2026-11-23T10:00:00+07:00');
const one = (weightG: number) => [{ product: product(weightG), quantity: 1 }];

function quotes(lines: Parameters<typeof tariffs.quote>[0], to: string, from = tariffs, when = MONDAY_10) {
  const quoting = from.quote(lines, place(to), when);
  if (quoting.kind !== 'quotes') throw new Error(quoting.kind);
  return quoting.quotes;
}

describe('arrival dates worked out by hand', () => {
  test('are sixty at least', () => {
    expect(HAND_QUOTES.length).toBeGreaterThanOrEqual(60);
  });

  test.each(HAND_QUOTES)('$paid $service to $to, $handlingDays handling days: $why', (row) => {
    const shop = createTariffs({ ...SETTINGS, handlingDays: row.handlingDays }, gazetteer, hours);
    const paid = at(`${row.paid.replace(' ', 'T')}:00+07:00`);
    const quote = quotes(one(1_000), row.to, shop, paid).find(({ service }) => service.id === row.service);
    expect(quote).toMatchObject({ handedOver: row.handed, arrivesFrom: row.from, arrivesTo: row.until });
    // The same rule, asked when an order is paid.
    expect(shop.arrival(row.service, quote!, paid)).toEqual({ handedOver: row.handed, arrivesFrom: row.from, arrivesTo: row.until });
  });

  test('are kept for their own day, cut-off and zone', () => {
    for (const when of ['2026-11-23T10:00', '2026-11-23T16:00', '2026-11-24T10:00', '2026-12-24T10:00'].map((paid) => at(`${paid}:00+07:00`))) {
      for (const to of new Set(HAND_QUOTES.map((row) => row.to))) {
        expect(quotes(one(1_000), to, tariffs, when)).toEqual(quotes(one(1_000), to, createTariffs(SETTINGS, gazetteer, hours), when));
      }
    }
  });

  test('the cut-off is to the millisecond, and in the shop\'s own zone', () => {
    const cutoff = at('2026-11-23T15:00:00+08:00');
    const makassar = createTariffs(SETTINGS, gazetteer, createBusinessHours(DAPUR_KITA, 'Asia/Makassar', openHolidays()));
    expect(quotes(one(1_000), 'Kota Bandung', makassar, cutoff)[0]?.handedOver).toBe('2026-11-23');
    expect(quotes(one(1_000), 'Kota Bandung', makassar, cutoff + 1)[0]?.handedOver).toBe('2026-11-24');
  });

  test('a shop that never works promises nothing', () => {
    const closed = createBusinessHours(
      { ...DAPUR_KITA, week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [], sun: [] }, special: [] }, 'Asia/Jakarta', openHolidays());
    expect(createTariffs(SETTINGS, gazetteer, closed).quote(one(1_000), place('Kota Bandung'), MONDAY_10).kind).toBe('not_served');
  });

  test('a service the owner no longer has promises nothing', () => {
    expect(tariffs.arrival('pos', { daysMin: 1, daysMax: 2 }, MONDAY_10)).toBeNull();
  });
});

describe('costs worked out by hand', () => {
  test.each(HAND_WEIGHTS)('%i g is %i kg and Rp%i', (grams, kg, cost) => {
    const quote = quotes(one(grams), 'Kota Bandung').find(({ service }) => service.id === 'reg');
    expect(quote).toMatchObject({ weightG: grams, chargedKg: kg, cost, parcels: 1 });
  });

  test('conversation 1: two pans to Bandung are 2 kg at Rp18.000, and the cheapest service stands first', () => {
    const both = quotes([{ product: product(950), quantity: 2 }], 'Bandung', createTariffs(shipping([BEST, REG]), gazetteer, hours));
    expect(both.map(({ service, cost, arrivesFrom, arrivesTo }) => [service.id, cost, arrivesFrom, arrivesTo])).toEqual([
      ['reg', 18_000, '2026-11-24', '2026-11-25'], ['best', 30_000, '2026-11-24', '2026-11-24'],
    ]);
  });

  test('conversation 7: one kilogram to Surabaya, 2–4 days, is Wed 25 to Fri 27', () => {
    const zones = [{ to: ['Kota Surabaya'], perKg: 18_000, daysMin: 2, daysMax: 4 }];
    const shop = createTariffs(shipping([{ ...REG, zones }]), gazetteer, hours);
    const [match] = gazetteer.find(['ongkir', 'sby', 'brp']);
    expect(shop.quote([], match!.place, MONDAY_10)).toMatchObject({
      kind: 'quotes', quotes: [{ cost: 18_000, chargedKg: 1, arrivesFrom: '2026-11-25', arrivesTo: '2026-11-27' }],
    });
  });

  test('services of equal cost stand in the order of arrival', () => {
    const slow = { ...REG, id: 'slow', zones: [{ to: ['*'], perKg: 9_000, daysMin: 1, daysMax: 4 }] };
    const shop = createTariffs(shipping([slow, REG]), gazetteer, hours);
    expect(quotes(one(1), 'Kota Bandung', shop).map(({ service }) => service.id)).toEqual(['reg', 'slow']);
  });

  test('a bulky product is charged by its room', () => {
    const box = product(900, [40, 30, 20]);
    expect(quotes([{ product: box, quantity: 2 }], 'Kota Bandung').find(({ service }) => service.id === 'reg'))
      .toMatchObject({ weightG: 8_000, chargedKg: 8, cost: 72_000 });
  });

  test('what is above the courier\'s limit goes in several parcels, each with its own rounding', () => {
    const cargo = createTariffs(shipping([CARGO]), gazetteer, hours);
    expect(quotes([{ product: product(9_000), quantity: 3 }], 'Kota Bandung', cargo)[0]).toMatchObject({ parcels: 2, chargedKg: 27, cost: 81_000 });
    expect(quotes([{ product: product(8_400), quantity: 5 }], 'Kota Bandung', cargo)[0]).toMatchObject({ parcels: 3, chargedKg: 43, cost: 129_000 });
  });

  test('a service that cannot carry a piece is not offered', () => {
    const shop = createTariffs(shipping([CARGO, REG]), gazetteer, hours);
    expect(quotes(one(20_001), 'Kota Bandung', shop).map(({ service }) => service.id)).toEqual(['reg']);
    expect(createTariffs(shipping([CARGO]), gazetteer, hours).quote(one(20_001), place('Kota Bandung'), MONDAY_10))
      .toEqual({ kind: 'not_served', place: place('Kota Bandung') });
  });
});

describe('which zone holds', () => {
  const zone = (to: string, perKg: number) => ({ to: [to], perKg, daysMin: 1, daysMax: 2 });
  const shop = createTariffs(shipping([{
    ...REG, zones: [zone('*', 40_000), zone('Jawa Barat', 20_000), zone('Kota Bandung', 9_000), zone('Coblong', 5_000)],
  }]), gazetteer, hours);

  test.each([
    ['Kec. Coblong, Kota Bandung', 5_000], ['Kec. Sukajadi, Kota Bandung', 9_000], ['Kota Bogor', 20_000],
    ['Kec. Ciawi, Kabupaten Bogor', 20_000], ['Kota Surabaya', 40_000], ['Bali', 40_000],
  ])('the most specific: %s at %i', (to, cost) => {
    expect(quotes([], to, shop)[0]?.cost).toBe(cost);
  });

  test('a place outside every zone is not served', () => {
    const bandungOnly = createTariffs(shipping([SAMEDAY]), gazetteer, hours);
    expect(bandungOnly.quote([], place('Kota Surabaya'), MONDAY_10).kind).toBe('not_served');
  });

  test('a service that does not go there is left out', () => {
    expect(quotes([], 'Kota Surabaya').map(({ service }) => service.id)).toEqual(['reg']);
  });
});

describe('places too large for one tariff', () => {
  test('Jakarta as a whole is quoted, for all of it costs the same', () => {
    expect(quotes([], 'Jakarta')[0]).toMatchObject({ cost: 12_000, to: place('DKI Jakarta') });
  });

  test('West Java is not: which city?', () => {
    const quoting = tariffs.quote([], place('Jawa Barat'), MONDAY_10);
    expect(quoting.kind).toBe('which_city');
    if (quoting.kind !== 'which_city') return;
    expect(quoting.cities).toHaveLength(27);
    expect(quoting.cities[0]?.label).toBe('Kota Bandung');
  });

  test('a city is asked about where one of its districts has another tariff', () => {
    const zones = [{ to: ['Coblong'], perKg: 5_000, daysMin: 1, daysMax: 1 }, ...REG.zones];
    const shop = createTariffs(shipping([{ ...REG, zones }]), gazetteer, hours);
    expect(shop.quote([], place('Kota Bandung'), MONDAY_10).kind).toBe('which_city');
    expect(shop.quote([], place('Kec. Coblong, Kota Bandung'), MONDAY_10).kind).toBe('quotes');
    expect(shop.quote([], place('Jawa Barat'), MONDAY_10).kind).toBe('which_city');
  });

  test('a province whose every city is named, at one price, is quoted at that price', () => {
    const cities = gazetteer.inside(place('Bali').code).map(({ label }) => label);
    const shop = createTariffs(
      shipping([{ ...REG, zones: [{ to: cities, perKg: 25_000, daysMin: 2, daysMax: 3 }, { to: ['*'], perKg: 60_000, daysMin: 5, daysMax: 9 }] }]),
      gazetteer, hours);
    expect(quotes([], 'Bali', shop)[0]).toMatchObject({ cost: 25_000, arrivesTo: '2026-11-26' });
  });

  test('of several places of a name it matters which only where a tariff differs', () => {
    expect(tariffs.same([place('Kota Semarang'), place('Kota Surabaya')])).toBe(true);
    expect(tariffs.same([place('Kota Bekasi'), place('Kabupaten Bekasi')])).toBe(false);
    expect(tariffs.same([place('Kota Bandung'), place('Kabupaten Bandung')])).toBe(false); // best goes to the city alone
    expect(createTariffs(shipping([REG]), gazetteer, hours).same([place('Kota Bandung'), place('Kabupaten Bandung')])).toBe(true);
    expect(tariffs.same([place('Jawa Barat')])).toBe(false);
  });
});

describe('place names in the owner\'s file', () => {
  const problems = (...to: string[]) =>
    createTariffs(shipping([{ ...REG, zones: [{ to, perKg: 1, daysMin: 1, daysMax: 1 }] }]), gazetteer, hours).problems;

  test('that are right are no problem', () => {
    expect(problems('Kota Bandung', 'DKI Jakarta', 'Kab. Bogor', 'jawa tengah', 'Bali', 'Jambi', 'Gorontalo', '*')).toEqual([]);
  });

  test('that are unknown are reported with what they may be', () => {
    expect(problems('Kota Bandng', 'Atlantis')).toMatchObject([
      { kind: 'unknown', service: 'reg', zone: 0, name: 'Kota Bandng', suggestions: [{ label: 'Kota Bandung' }] },
      { kind: 'unknown', name: 'Atlantis', suggestions: [] },
    ]);
  });

  test('that fit several places are reported with the one that is taken', () => {
    expect(problems('Bandung')).toMatchObject([
      { kind: 'ambiguous', taken: { label: 'Kota Bandung' }, others: [{ label: 'Kabupaten Bandung' }] },
    ]);
  });

  test('that come twice are reported, and the first holds', () => {
    const shop = createTariffs(shipping([{
      ...REG, zones: [{ to: ['Kota Depok'], perKg: 1, daysMin: 1, daysMax: 1 }, { to: ['Kota Depok'], perKg: 2, daysMin: 1, daysMax: 1 }],
    }]), gazetteer, hours);
    expect(shop.problems).toMatchObject([{ kind: 'twice', zone: 1, taken: { label: 'Kota Depok' } }]);
    expect(quotes([], 'Kota Depok', shop)[0]?.cost).toBe(1);
  });

  test('"*" twice is reported likewise', () => {
    const everywhere = (perKg: number) => ({ to: ['*'], perKg, daysMin: 1, daysMax: 1 });
    const shop = createTariffs(shipping([{ ...REG, zones: [everywhere(1), everywhere(2)] }]), gazetteer, hours);
    expect(shop.problems).toMatchObject([{ kind: 'twice', zone: 1, name: '*', taken: null }]);
    expect(quotes([], 'Bali', shop)[0]?.cost).toBe(1);
  });
});
