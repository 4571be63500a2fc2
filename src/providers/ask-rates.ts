import { z } from 'zod';
import type { TaskRow } from '../database/tasks.ts';
import type { TaskHandler } from '../engine/run-tasks.ts';
import type { Allowance } from '../shop/shipping/allowance.ts';
import type { LiveLanes } from '../shop/shipping/live-lanes.ts';
import type { Lane, LiveRate, LiveRates } from '../shop/shipping/live-rates.ts';
import type { Gazetteer } from '../shop/shipping/place.ts';
import type { Grams, Rupiah, UtcMs } from '../shop/units.ts';
import { ProviderError } from './ask.ts';
import { districtName, districtsOf, findArea } from './find-area.ts';
import type { CourierProvider } from './provider.ts';

const LANE = z.object({ destination: z.string(), kg: z.number().int().positive() });

const GRAMS_PER_KG: Grams = 1_000;
/** No courier carries a kilogram for less, and none of a small shop's for more. */
const LEAST_PER_PARCEL: Rupiah = 1_000;
const MOST_PER_KG: Rupiah = 2_000_000;

export interface RateParts {
  readonly providers: ReadonlyMap<string, CourierProvider>;
  readonly rates: LiveRates;
  readonly allowance: Allowance;
  /** As the owner's files have it now; null where live tariffs were turned off meanwhile. */
  readonly lanes: () => LiveLanes | null;
  readonly gazetteer: Gazetteer;
  readonly transact: <T>(act: () => T) => T;
  readonly now: () => UtcMs;
  /** Whatever came of it, the chat need not wait for this task any longer. In the effect's transaction. */
  readonly settled: (task: TaskRow) => void;
  /** The provider does not accept the owner's key. */
  readonly keyRefused: (provider: string) => void;
}

/** No request is left for today. */
class UsedUp extends Error {}

/** Task `ask_rates`: what couriers ask for a lane. Never tried again by itself: the customer is answered by the table, and the next one asks anew. */
export function askRates(parts: RateParts): TaskHandler {
  const inFlight = new Map<string, Promise<readonly LiveRate[]>>();

  /** One request at most for the same lane at a time, whoever waits for it. */
  function rates(provider: CourierProvider, lanes: LiveLanes, lane: Lane): Promise<readonly LiveRate[]> {
    const key = JSON.stringify([lanes, lane]);
    const asked = inFlight.get(key) ?? fetchRates(provider, lanes, lane).finally(() => inFlight.delete(key));
    inFlight.set(key, asked);
    return asked;
  }

  const spend = (lanes: LiveLanes): void => {
    if (!parts.transact(() => parts.allowance.spend(lanes.provider, 'tariffs', lanes.dailyLimit, parts.now()))) throw new UsedUp();
  };

  async function fetchRates(provider: CourierProvider, lanes: LiveLanes, lane: Lane): Promise<readonly LiveRate[]> {
    const origin = await refOf(provider, lanes, lanes.origin);
    const destination = origin === null ? null : await refOf(provider, lanes, lane.destination);
    if (origin === null || destination === null) return [];
    spend(lanes);
    try {
      const found = await provider.rates({ origin, destination, grams: lane.kg * GRAMS_PER_KG, couriers: lanes.couriers.split(':') });
      return found.filter((rate) => rate.cost >= LEAST_PER_PARCEL && rate.cost <= lane.kg * MOST_PER_KG);
    } catch (error) {
      // It may have numbered its places anew.
      if (error instanceof ProviderError && error.status !== null && error.status >= 400 && error.kind === 'garbage') {
        parts.transact(() => [lanes.origin, lane.destination].forEach((code) => parts.rates.forgetPlaceRef(provider.name, code)));
      }
      throw error;
    }
  }

  /** The provider's id of a place, looked up once; null where it knows none that is surely this place. */
  async function refOf(provider: CourierProvider, lanes: LiveLanes, code: string): Promise<string | null> {
    const known = parts.rates.placeRef(provider.name, code);
    if (known !== null) return known;
    const place = parts.gazetteer.byCode(code);
    for (const district of place ? districtsOf(place, parts.gazetteer) : []) {
      spend(lanes);
      const area = findArea(district, await provider.areas(districtName(district)));
      if (area === null) continue;
      parts.transact(() => parts.rates.enterPlaceRef(provider.name, code, area.ref));
      return area.ref;
    }
    return null;
  }

  return async (data, task) => {
    const lane = LANE.parse(data);
    const lanes = parts.lanes();
    const provider = lanes && parts.providers.get(lanes.provider);
    if (!lanes || !provider || parts.rates.find(lanes, lane, parts.now()) !== null) return () => parts.settled(task);
    try {
      const found = await rates(provider, lanes, lane);
      return () => {
        parts.rates.enter(lanes, lane, found, parts.now());
        parts.allowance.succeeded(provider.name);
        parts.settled(task);
      };
    } catch (error) {
      if (error instanceof UsedUp) return () => parts.settled(task);
      if (!(error instanceof ProviderError)) throw error;
      return () => {
        if (parts.allowance.failed(provider.name, error, parts.now())) parts.keyRefused(provider.name);
        parts.settled(task);
      };
    }
  };
}
