import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createTokenBuckets } from '../../src/web/token-buckets.ts';

const MINUTE = 60_000;

describe('a bucket of tokens', () => {
  it('gives what it holds, then says how long to wait', () => {
    let now = 0;
    const buckets = createTokenBuckets({ perMinute: 20, now: () => now });
    for (let i = 0; i < 20; i++) expect(buckets.take('a')).toBe(0);
    expect(buckets.take('a')).toBe(3_000);
    expect(buckets.take('b')).toBe(0);
    now = 3_000;
    expect(buckets.take('a')).toBe(0);
    expect(buckets.take('a')).toBe(3_000);
  });

  it('never gives more in any span than it held and what the span refills', () => {
    fc.assert(fc.property(fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 4 })), { maxLength: 200 }), (steps) => {
      let now = 0;
      let given = 0;
      const buckets = createTokenBuckets({ perMinute: 20, now: () => now });
      for (const [pause, cost] of steps) {
        now += pause;
        if (buckets.take('a', cost) === 0) given += cost;
      }
      expect(given).toBeLessThanOrEqual(20 + (now * 20) / MINUTE + 1e-6);
    }));
  });

  it('is right about the wait: after it there are enough', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 100 }), (pauses) => {
      let now = 0;
      const buckets = createTokenBuckets({ perMinute: 20, now: () => now });
      for (const pause of pauses) {
        now += pause;
        const wait = buckets.take('a', 3);
        if (wait === 0) continue;
        now += wait;
        expect(buckets.take('a', 3)).toBe(0);
      }
    }));
  });

  it('is not fooled by a clock that is put back', () => {
    let now = 10 * MINUTE;
    const buckets = createTokenBuckets({ perMinute: 2, now: () => now });
    buckets.take('a', 2);
    now = 0;
    expect(buckets.take('a')).toBeGreaterThan(0);
    now = 30_000;
    expect(buckets.take('a')).toBe(0);
  });

  it('forgets who was away the longest, not who is here', () => {
    const buckets = createTokenBuckets({ perMinute: 1, now: () => 0, mostKeys: 3 });
    for (const key of ['a', 'b', 'a', 'c', 'a', 'd']) buckets.take(key);
    expect(buckets.take('a')).toBeGreaterThan(0);
    expect(buckets.take('b')).toBe(0);
  });
});
