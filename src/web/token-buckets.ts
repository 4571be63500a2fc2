import type { UtcMs } from '../shop/units.ts';

export interface TokenBuckets {
  /** Takes `cost` tokens from a key's bucket. 0 when there were enough, else ms until there will be (nothing is taken). */
  take(key: string, cost?: number): number;
}

interface Bucket {
  tokens: number;
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

  return {
    take(key, cost = 1) {
      const at = now();
      const before = buckets.get(key) ?? { tokens: perMinute, at };
      // A clock that was put back gives nothing and takes nothing.
      const refilled = Math.min(perMinute, before.tokens + (Math.max(0, at - before.at) * perMinute) / 60_000);
      const enough = refilled >= cost;
      buckets.delete(key);
      buckets.set(key, { tokens: enough ? refilled - cost : refilled, at });
      if (buckets.size > mostKeys) buckets.delete(buckets.keys().next().value as string);
      return enough ? 0 : Math.ceil(((cost - refilled) * 60_000) / perMinute);
    },
  };
}
