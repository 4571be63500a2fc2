import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ShippingService, Weekday } from '../../../src/shop/catalogue/snapshot.ts';
import { createBusinessHours } from '../../../src/shop/service/business-hours.ts';
import { openHolidays } from '../../../src/shop/service/holidays.ts';
import { arrivalWindow } from '../../../src/shop/shipping/arrival.ts';
import { chargeableG, packParcels } from '../../../src/shop/shipping/parcels.ts';
import { createTariffs } from '../../../src/shop/shipping/tariffs.ts';
import { DAPUR_KITA } from '../service/sample-hours.ts';
import { gazetteer, product, shipping } from './sample-tariffs.ts';

const hours = createBusinessHours(DAPUR_KITA, 'Asia/Jakarta', openHolidays());
const DAYS: readonly Weekday[] = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const works = fc.subarray([...DAYS], { minLength: 1 });
const instant = fc.integer({ min: Date.UTC(2026, 10, 1), max: Date.UTC(2027, 3, 30) });
const days = fc.tuple(fc.nat(5), fc.nat(6)).map(([min, more]) => ({ daysMin: min, daysMax: min + more }));
const shop = fc.record({ cutoff: fc.integer({ min: 0, max: 1439 }), handlingDays: fc.nat(3) });
const size = fc.tuple(fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }), fc.integer({ min: 1, max: 120 }));
const line = fc.record({
  product: fc.tuple(fc.integer({ min: 1, max: 15_000 }), fc.option(size)).map(([grams, sizeCm]) => product(grams, sizeCm)),
  quantity: fc.integer({ min: 1, max: 40 }),
});
const lines = fc.array(line, { maxLength: 6 });

const weekdayOf = (date: string): Weekday => DAYS[(new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7]!;
const dayAfter = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

describe('for any day, cut-off, courier and promise', () => {
  test('nothing is handed over on a day the shop rests or arrives on a day the courier does', () => {
    fc.assert(fc.property(instant, shop, works, days, (paid, settings, courier, promise) => {
      const window = arrivalWindow(paid, settings, { works: courier }, promise, hours)!;
      expect(hours.isWorkingDay(window.handedOver)).toBe(true);
      for (const date of [window.arrivesFrom, window.arrivesTo]) {
        expect(courier).toContain(weekdayOf(date));
        expect(hours.isNationalHoliday(date)).toBe(false);
      }
      expect(window.handedOver >= hours.localDate(paid)).toBe(true);
      expect(window.arrivesFrom >= window.handedOver && window.arrivesTo >= window.arrivesFrom).toBe(true);
    }), { numRuns: 1_000 });
  });

  test('the courier has as many working days as promised, no more and no fewer', () => {
    fc.assert(fc.property(instant, shop, works, days, (paid, settings, courier, promise) => {
      const { handedOver, arrivesTo } = arrivalWindow(paid, settings, { works: courier }, promise, hours)!;
      let carried = 0;
      for (let date = dayAfter(handedOver); date <= arrivesTo; date = dayAfter(date)) {
        if (courier.includes(weekdayOf(date)) && !hours.isNationalHoliday(date)) carried++;
      }
      if (promise.daysMax > 0) expect(carried).toBe(promise.daysMax);
      else expect(carried).toBeLessThanOrEqual(1);
    }), { numRuns: 1_000 });
  });

  test('paying later never makes it arrive sooner', () => {
    fc.assert(fc.property(instant, fc.nat(20 * 86_400_000), shop, works, days, (paid, later, settings, courier, promise) => {
      const soon = arrivalWindow(paid, settings, { works: courier }, promise, hours)!;
      const late = arrivalWindow(paid + later, settings, { works: courier }, promise, hours)!;
      expect(late.arrivesTo >= soon.arrivesTo && late.arrivesFrom >= soon.arrivesFrom).toBe(true);
    }), { numRuns: 1_000 });
  });
});

describe('for any goods', () => {
  const rule = fc.record({
    volumetricDivisor: fc.constantFrom(4_000, 5_000, 6_000), roundUpAfterG: fc.constantFrom(0, 200, 300, 500),
    maxParcelG: fc.option(fc.integer({ min: 1_000, max: 60_000 })),
  });

  test('every gram is in a parcel, and no parcel is charged for more than it is', () => {
    fc.assert(fc.property(lines, rule, (goods, how) => {
      const parcels = packParcels(goods, how);
      const pieces = goods.map(({ product: piece, quantity }) => ({ grams: chargeableG(piece, how.volumetricDivisor), quantity }));
      const grams = pieces.reduce((sum, piece) => sum + piece.grams * piece.quantity, 0);
      if (how.maxParcelG !== null && pieces.some((piece) => piece.grams > how.maxParcelG!) && grams > how.maxParcelG) {
        expect(parcels).toBeNull();
        return;
      }
      expect(parcels!.weightG).toBe(grams);
      expect(parcels!.count).toBeGreaterThanOrEqual(how.maxParcelG === null ? 1 : Math.ceil(grams / how.maxParcelG));
      // Each parcel is charged between its weight less the tolerance and its weight and a kilogram.
      expect(parcels!.chargedKg * 1_000).toBeGreaterThanOrEqual(grams - parcels!.count * how.roundUpAfterG);
      expect(parcels!.chargedKg * 1_000).toBeLessThan(grams + parcels!.count * 1_000 + 1);
    }), { numRuns: 1_000 });
  });

  test('packing by counts is packing piece by piece', () => {
    const cutHalf = fc.record({ volumetricDivisor: fc.constant(6_000), roundUpAfterG: fc.constant(300), maxParcelG: fc.integer({ min: 15_000, max: 60_000 }) });
    const plain = fc.array(fc.record({ product: fc.integer({ min: 1, max: 15_000 }).map((grams) => product(grams)), quantity: fc.integer({ min: 1, max: 20 }) }), { maxLength: 5 });
    fc.assert(fc.property(plain, cutHalf, (goods, how) => {
      const loads: number[] = [];
      const pieces = goods.flatMap(({ product: piece, quantity }) => Array<number>(quantity).fill(piece.weightG)).sort((a, b) => b - a);
      for (const grams of pieces) {
        const room = loads.findIndex((load) => load + grams <= how.maxParcelG);
        if (room < 0) loads.push(grams);
        else loads[room]! += grams;
      }
      expect(packParcels(goods, how)?.count).toBe(Math.max(1, loads.length));
      expect(packParcels(goods, how)?.chargedKg).toBe(
        loads.length === 0 ? 1 : loads.reduce((sum, load) => sum + Math.max(1, Math.floor(load / 1_000) + (load % 1_000 > 300 ? 1 : 0)), 0));
    }), { numRuns: 1_000 });
  });

  test('a million pieces pack at once', () => {
    const goods = [{ product: product(700), quantity: 1_000_000_000 }, { product: product(450), quantity: 999_999_999 }];
    expect(packParcels(goods, { volumetricDivisor: 6_000, roundUpAfterG: 300, maxParcelG: 20_000 })?.weightG)
      .toBe(700_000_000_000 + 450 * 999_999_999);
  });

  test('every quote is the kilograms times the tariff, the cheapest first', () => {
    const service = fc.record({ perKg: fc.integer({ min: 1_000, max: 90_000 }), works, promise: days, maxParcelG: fc.option(fc.integer({ min: 15_000, max: 50_000 })) });
    const cityCodes = gazetteer.inside('32').map(({ code }) => code);
    fc.assert(fc.property(fc.array(service, { minLength: 1, maxLength: 4 }), lines, instant, fc.constantFrom(...cityCodes), (services, goods, paid, code) => {
      const couriers: ShippingService[] = services.map((one, i) => ({
        id: `s${i}`, name: `S${i}`, works: one.works, cod: false, maxParcelG: one.maxParcelG,
        zones: [{ to: ['*'], perKg: one.perKg, ...one.promise }],
      }));
      const quoting = createTariffs(shipping(couriers), gazetteer, hours).quote(goods, gazetteer.byCode(code)!, paid);
      if (quoting.kind !== 'quotes') return;
      for (const quote of quoting.quotes) {
        const { perKg } = couriers.find(({ id }) => id === quote.service.id)!.zones[0]!;
        expect(quote.cost).toBe(quote.chargedKg * perKg);
        expect(Number.isInteger(quote.cost) && quote.cost > 0).toBe(true);
      }
      const costs = quoting.quotes.map(({ cost }) => cost);
      expect(costs).toEqual([...costs].sort((a, b) => a - b));
    }), { numRuns: 300 });
  });
});
