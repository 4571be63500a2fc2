import type { UtcMs } from '../shop/units.ts';

export interface TokenBuckets {
  /** Takes `cost` tokens from a key's bucket. 0 when there were enough, else ms until there will be (nothing is taken). */
  take(key: string, cost?: number): number;
}

/** What a token is made of: one part refills in a millisecond at one token a minute, so that all of it is whole numbers. */
const PARTS_A_TOKEN = 60_000;

interface Bucket {
  /** Parts of a token. */
  held: number;
  at: UtcMs;
}

/**
 * So many tokens a minute for each key, as many at once (S17). Remembers at most `mostKeys`, forgetting who was away the longest,
 * so that a flood of new names costs no more memory (F30).
 */
export function createTokenBuckets(parts: {
  readonly perMinute: number; readonly now: () => UtcMs; readonly mostKeys?: number;
}): TokenBuckets {
  const { perMinute, now, mostKeys = 10_000 } = parts;
  const buckets = new Map<string, Bucket>();
  const most = perMinute * PARTS_A_TOKEN;

  return {
    take(key, cost = 1) {
      const at = now();
      const before = buckets.get(key) ?? { held: most, at };
      // A clock that was put back gives nothing and takes nothing.
      const held = Math.min(most, before.held + Math.max(0, at - before.at) * perMinute);
      const missing = cost * PARTS_A_TOKEN - held;
      buckets.delete(key);
      buckets.set(key, { held: missing > 0 ? held : -missing, at });
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value as string);
      return missing > 0 ? Math.ceil(missing / perMinute) : 0;
    },
  };
}
