import type { UtcMs } from '../../shop/units.ts';

const FREE_TRIES = 5;
const FIRST_WAIT_MS = 30_000;
const LONGEST_WAIT_MS = 15 * 60_000;
/** A day without a wrong password is a new start. */
const FORGET_MS = 24 * 3_600_000;
const MOST_KEYS = 10_000;

interface Tries { count: number; until: UtcMs; at: UtcMs }

/**
 * Five tries, then waits that double up to a quarter of an hour, for each account and address (S3). Nobody is locked out for
 * good, and an attacker's tries do not keep the owner out, who comes from elsewhere.
 */
export function createLoginDelays(now: () => UtcMs) {
  const known = new Map<string, Tries>();

  return {
    /** Milliseconds to wait before the next try; 0 when it may be made now. */
    wait(key: string): number {
      return Math.max(0, (known.get(key)?.until ?? 0) - now());
    },
    failed(key: string): void {
      const at = now();
      const before = known.get(key);
      const count = before && at - before.at < FORGET_MS ? before.count + 1 : 1;
      const wait = count < FREE_TRIES ? 0 : Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (count - FREE_TRIES));
      known.delete(key);
      known.set(key, { count, until: at + wait, at });
      if (known.size > MOST_KEYS) known.delete(known.keys().next().value as string);
    },
    succeeded: (key: string): void => void known.delete(key),
  };
}

export type LoginDelays = ReturnType<typeof createLoginDelays>;
