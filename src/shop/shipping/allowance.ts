import type { Database } from '../../database/open.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../time/zone.ts';
import type { UtcMs } from '../units.ts';

/** What a request to a provider is for. Customers' tariffs come first: following parcels takes half of the allowance at most. */
export type Use = 'tariffs' | 'parcels';

/** How a provider failed us. */
export interface Trouble {
  readonly kind: 'slow' | 'down' | 'limited' | 'refused' | 'garbage';
  /** What the provider asked for with 429, ms; null where it said nothing. */
  readonly retryAfterMs: number | null;
}

/** RajaOngkir counts its day from midnight WIB, wherever the shop is. */
const WIB_MS = 7 * HOUR_MS;
/** A key that is refused stays refused until somebody mends it. */
const REFUSED_MS = 6 * HOUR_MS;
const LONGEST_PAUSE_MS = 15 * MINUTE_MS;

export const providerDay = (at: UtcMs): number => Math.floor((at + WIB_MS) / DAY_MS);
const nextMidnight = (at: UtcMs): UtcMs => (providerDay(at) + 1) * DAY_MS - WIB_MS;

/**
 * How often each provider may still be asked today, and whether it is being left in peace after a failure. Counted in the database before
 * the request goes out, so that neither a restart nor a lost answer makes a request free. Every write belongs to the caller's transaction.
 */
export function createAllowance(db: Database) {
  const today = db.prepare<[string, number], { asked: number; followed: number }>('SELECT asked, followed FROM provider_days WHERE provider = ? AND day = ?');
  const ask = db.prepare<[string, number]>('INSERT INTO provider_days (provider, day, asked) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET asked = asked + 1');
  const follow = db.prepare<[string, number]>('INSERT INTO provider_days (provider, day, followed) VALUES (?, ?, 1) ON CONFLICT DO UPDATE SET followed = followed + 1');
  const pauseOf = db.prepare<[string], { until: number; failures: number; why: string }>('SELECT until, failures, why FROM provider_pauses WHERE provider = ?');
  const pause = db.prepare<[string, number, number, string]>('INSERT OR REPLACE INTO provider_pauses (provider, until, failures, why) VALUES (?, ?, ?, ?)');
  const forgive = db.prepare<[string]>('DELETE FROM provider_pauses WHERE provider = ?');
  const prune = db.prepare<[number]>('DELETE FROM provider_days WHERE day < ?');

  /** Requests left today for this use. */
  function left(provider: string, use: Use, limit: number, at: UtcMs): number {
    const used = today.get(provider, providerDay(at)) ?? { asked: 0, followed: 0 };
    const all = limit - used.asked - used.followed;
    return Math.max(0, use === 'tariffs' ? all : Math.min(all, Math.floor(limit / 2) - used.followed));
  }

  const mayAsk = (provider: string, use: Use, limit: number, at: UtcMs): boolean =>
    (pauseOf.get(provider)?.until ?? 0) <= at && left(provider, use, limit, at) > 0;

  return {
    left, mayAsk,

    /** Takes one request out of today's allowance; false where there is none, and nothing may be asked. */
    spend(provider: string, use: Use, limit: number, at: UtcMs): boolean {
      if (!mayAsk(provider, use, limit, at)) return false;
      (use === 'tariffs' ? ask : follow).run(provider, providerDay(at));
      return true;
    },

    /**
     * Leaves the provider in peace for a while, longer each time. Returns true for the first failure in a row of a kind that only a
     * person can mend: a refused key.
     */
    failed(provider: string, trouble: Trouble, at: UtcMs): boolean {
      const before = pauseOf.get(provider);
      const failures = (before?.failures ?? 0) + 1;
      pause.run(provider, at + pauseMs(trouble, failures, at), failures, trouble.kind);
      return trouble.kind === 'refused' && before?.why !== 'refused';
    },

    /** It answered as it should. */
    succeeded: (provider: string): void => void forgive.run(provider),
    prune: (at: UtcMs): void => void prune.run(providerDay(at) - 60),
  };
}

function pauseMs(trouble: Trouble, failures: number, at: UtcMs): number {
  switch (trouble.kind) {
    case 'refused': return REFUSED_MS;
    // Without a word about how long, it is the day's allowance that is used up.
    case 'limited': return Math.min(trouble.retryAfterMs ?? DAY_MS, nextMidnight(at) - at);
    default: return Math.min(LONGEST_PAUSE_MS, 15_000 * 2 ** Math.min(failures, 10));
  }
}

export type Allowance = ReturnType<typeof createAllowance>;
