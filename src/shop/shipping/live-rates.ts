import type { Database } from '../../database/open.ts';
import { DAY_MS, HOUR_MS } from '../time/zone.ts';
import type { Rupiah, UtcMs } from '../units.ts';

/** The price of one courier's service as a provider told it. */
export interface LiveRate {
  /** The provider's names: "jne", "REG". */
  readonly courier: string;
  readonly service: string;
  readonly cost: Rupiah;
  /** Courier days, or null where the provider does not say. */
  readonly daysMin: number | null;
  readonly daysMax: number | null;
}

/** Where a parcel goes (gazetteer code) and at how many kilograms it is charged. */
export interface Lane {
  readonly destination: string;
  readonly kg: number;
}

/** Who is asked, from where, for which couriers: what one version of shipping.yaml makes of it. */
export interface Asking {
  readonly provider: string;
  /** Gazetteer code of the shop's origin. */
  readonly origin: string;
  /** The provider's courier codes, sorted: "jne:sicepat". */
  readonly couriers: string;
}

/** An answer is good for a day: couriers change their tariffs a few times a year. */
export const FRESH_MS = DAY_MS;
/** What a customer was told stands this long for her, so that no total grows between two messages. */
export const TOLD_MS = 2 * HOUR_MS;
const KEEP_MS = 30 * DAY_MS;

/** Couriers' prices as providers told them, and what each customer was told of them. Every write belongs to the caller's transaction. */
export function createLiveRates(db: Database) {
  const find = db.prepare<[string, string, string, number, string, number, number], { rates: string }>(
    `SELECT rates FROM live_rates WHERE provider = ? AND origin = ? AND destination = ? AND kg = ? AND couriers = ?
     AND fetched_at > ? AND fetched_at <= ?`);
  const enter = db.prepare<[string, string, string, number, string, string, number]>(
    'INSERT OR REPLACE INTO live_rates (provider, origin, destination, kg, couriers, rates, fetched_at) VALUES (?, ?, ?, ?, ?, ?, ?)');
  const told = db.prepare<[number, string, number, number, number], { rates: string | null }>(
    'SELECT rates FROM told_rates WHERE customer_id = ? AND destination = ? AND kg = ? AND told_at > ? AND told_at <= ?');
  const remember = db.prepare<[number, string, number, string | null, number]>(
    'INSERT OR REPLACE INTO told_rates (customer_id, destination, kg, rates, told_at) VALUES (?, ?, ?, ?, ?)');
  const place = db.prepare<[string, string], { ref: string }>('SELECT ref FROM provider_places WHERE provider = ? AND place_code = ?');
  const enterPlace = db.prepare<[string, string, string]>('INSERT OR REPLACE INTO provider_places (provider, place_code, ref) VALUES (?, ?, ?)');
  const forgetPlace = db.prepare<[string, string]>('DELETE FROM provider_places WHERE provider = ? AND place_code = ?');
  const pruneTold = db.prepare<[number]>('DELETE FROM told_rates WHERE told_at <= ?');
  const pruneRates = db.prepare<[number]>('DELETE FROM live_rates WHERE fetched_at <= ?');

  return {
    /** What the provider answered for this lane within the last day; null where it was not asked or that is too old. */
    find(asking: Asking, lane: Lane, at: UtcMs): readonly LiveRate[] | null {
      const row = find.get(asking.provider, asking.origin, lane.destination, lane.kg, asking.couriers, at - FRESH_MS, at);
      return row ? (JSON.parse(row.rates) as LiveRate[]) : null;
    },
    enter: (asking: Asking, lane: Lane, rates: readonly LiveRate[], at: UtcMs): void =>
      void enter.run(asking.provider, asking.origin, lane.destination, lane.kg, asking.couriers, JSON.stringify(rates), at),

    /** What this customer was told lately for this lane: couriers' prices, or (null) the shop's own table; undefined where nothing was. */
    told(customer: number, lane: Lane, at: UtcMs): readonly LiveRate[] | null | undefined {
      const row = told.get(customer, lane.destination, lane.kg, at - TOLD_MS, at);
      return row && (row.rates === null ? null : JSON.parse(row.rates) as LiveRate[]);
    },
    remember: (customer: number, lane: Lane, rates: readonly LiveRate[] | null, at: UtcMs): void =>
      void remember.run(customer, lane.destination, lane.kg, rates && JSON.stringify(rates), at),

    /** The provider's own id of a place. */
    placeRef: (provider: string, code: string): string | null => place.get(provider, code)?.ref ?? null,
    enterPlaceRef: (provider: string, code: string, ref: string): void => void enterPlace.run(provider, code, ref),
    /** Its ids may have changed: the next request looks them up anew. */
    forgetPlaceRef: (provider: string, code: string): void => void forgetPlace.run(provider, code),

    prune(at: UtcMs): void {
      pruneTold.run(at - TOLD_MS);
      pruneRates.run(at - KEEP_MS);
    },
  };
}

export type LiveRates = ReturnType<typeof createLiveRates>;
