import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../src/database/open.ts';
import { createAllowance, providerDay, type Trouble, type Use } from '../../../src/shop/shipping/allowance.ts';
import { createLiveRates, FRESH_MS, TOLD_MS, type Lane } from '../../../src/shop/shipping/live-rates.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../../src/shop/time/zone.ts';

const START = Date.parse('2026-11-23T10:00:00+07:00');
const RATE = { courier: 'jne', service: 'REG', cost: 11_000, daysMin: 2, daysMax: 3 };
const ASKING = { provider: 'rajaongkir', origin: '32.73', couriers: 'jne' };

describe('the day\'s allowance of a provider', () => {
  it('is never overdrawn, in any order of requests, failures, successes and hours', () => {
    const step = fc.oneof(
      fc.record({ does: fc.constant('ask' as const), use: fc.constantFrom<Use>('tariffs', 'parcels') }),
      fc.record({ does: fc.constant('pass' as const), ms: fc.integer({ min: 0, max: 9 * HOUR_MS }) }),
      fc.record({ does: fc.constant('fail' as const), kind: fc.constantFrom<Trouble['kind']>('slow', 'down', 'limited', 'refused', 'garbage'), after: fc.option(fc.integer({ min: 0, max: 2 * DAY_MS })) }),
      fc.record({ does: fc.constant('succeed' as const) }),
    );
    fc.assert(fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 80 }), (limit, steps) => {
      const db = openDatabase(':memory:');
      const allowance = createAllowance(db);
      const spent = new Map<number, Record<Use, number>>();
      let now = START;
      for (const one of steps) {
        if (one.does === 'pass') now += one.ms;
        if (one.does === 'fail') {
          allowance.failed('p', { kind: one.kind, retryAfterMs: one.after }, now);
          expect(allowance.mayAsk('p', 'tariffs', limit, now)).toBe(one.kind === 'limited' && one.after === 0 && allowance.left('p', 'tariffs', limit, now) > 0);
          // Nothing but a refused key keeps it away past the provider's own day.
          if (one.kind !== 'refused') expect(allowance.mayAsk('p', 'tariffs', limit, (providerDay(now) + 1) * DAY_MS - 7 * HOUR_MS + 15 * MINUTE_MS)).toBe(true);
        }
        if (one.does === 'succeed') allowance.succeeded('p');
        if (one.does !== 'ask' || !allowance.spend('p', one.use, limit, now)) continue;
        const day = spent.get(providerDay(now)) ?? { tariffs: 0, parcels: 0 };
        day[one.use]++;
        spent.set(providerDay(now), day);
      }
      for (const day of spent.values()) {
        expect(day.tariffs + day.parcels).toBeLessThanOrEqual(limit);
        expect(day.parcels).toBeLessThanOrEqual(limit / 2);
      }
      db.close();
    }), { numRuns: 25 });
  });

  it('begins anew at midnight WIB, not at that of UTC or of the shop', () => {
    const allowance = createAllowance(openDatabase(':memory:'));
    const at = (time: string) => Date.parse(time);
    expect(allowance.spend('p', 'tariffs', 1, at('2026-11-23T23:59:59+07:00'))).toBe(true);
    expect(allowance.spend('p', 'tariffs', 1, at('2026-11-23T23:59:59.999+07:00'))).toBe(false);
    expect(allowance.spend('p', 'tariffs', 1, at('2026-11-24T00:00:00+07:00'))).toBe(true);
    expect(allowance.spend('p', 'tariffs', 1, at('2026-11-24T07:00:00+07:00'))).toBe(false);
  });
});

describe('couriers\' prices that are kept', () => {
  const lane: fc.Arbitrary<Lane> = fc.record({ destination: fc.constantFrom('32.73', '35.78', '35.78.01'), kg: fc.integer({ min: 1, max: 3 }) });

  it('are found for their own lane and weight while they are fresh, and at no other time', () => {
    fc.assert(fc.property(lane, lane, fc.integer({ min: -2 * DAY_MS, max: 3 * DAY_MS }), (entered, sought, later) => {
      const db = openDatabase(':memory:');
      const rates = createLiveRates(db);
      rates.enter(ASKING, entered, [RATE], START);
      const same = entered.destination === sought.destination && entered.kg === sought.kg;
      expect(rates.find(ASKING, sought, START + later)).toEqual(same && later >= 0 && later < FRESH_MS ? [RATE] : null);
      expect(rates.find({ ...ASKING, couriers: 'jne:jnt' }, entered, START)).toBeNull();
      expect(rates.find({ ...ASKING, origin: '31' }, entered, START)).toBeNull();
      expect(rates.find({ ...ASKING, provider: 'biteship' }, entered, START)).toBeNull();
      db.close();
    }), { numRuns: 25 });
  });

  it('that were told stand for that customer for a while, the table\'s as well as the couriers\'', () => {
    const db = openDatabase(':memory:');
    db.exec('INSERT INTO customers (id, created_at) VALUES (1, 0), (2, 0)');
    const rates = createLiveRates(db);
    const to = { destination: '35.78', kg: 1 };
    expect(rates.told(1, to, START)).toBeUndefined();
    rates.remember(1, to, null, START);
    expect(rates.told(1, to, START + TOLD_MS - 1)).toBeNull();
    expect(rates.told(1, to, START + TOLD_MS)).toBeUndefined();
    expect(rates.told(2, to, START)).toBeUndefined();
    rates.remember(2, to, [RATE], START);
    expect(rates.told(2, to, START)).toEqual([RATE]);
    rates.prune(START + TOLD_MS);
    expect(db.prepare('SELECT count(*) AS n FROM told_rates').get()).toEqual({ n: 0 });
  });
});
