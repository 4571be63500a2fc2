import type { LiveTariffs, ShippingSettings } from '../catalogue/snapshot.ts';
import type { UtcMs } from '../units.ts';
import type { Allowance } from './allowance.ts';
import { knownPlace } from './known-place.ts';
import type { Asking, Lane, LiveRate, LiveRates } from './live-rates.ts';
import type { Gazetteer, Place } from './place.ts';

/** How live tariffs are asked for by one version of shipping.yaml. */
export interface LiveLanes extends Asking {
  readonly dailyLimit: number;
}

/** Null where shipping.yaml asks for none, or the provider it names has no key. */
export function liveLanes(settings: ShippingSettings, gazetteer: Gazetteer, providers: readonly string[]): LiveLanes | null {
  const { live } = settings;
  const origin = knownPlace(settings.origin, gazetteer);
  if (live === null || origin.kind === 'unknown' || !providers.includes(live.provider)) return null;
  return { provider: live.provider, origin: origin.place.code, couriers: couriersOf(live), dailyLimit: live.dailyLimit };
}

const couriersOf = (live: LiveTariffs): string => [...new Set(Object.values(live.services).map(({ courier }) => courier))].sort().join(':');

/** What couriers ask for a lane; null where that is not known, and the shop's own table holds. */
export type LiveLookup = (to: Place, kg: number) => readonly LiveRate[] | null;

/** One tariff for all of Jakarta: a province by law, a city to a courier. Other provinces are too large for one price. */
const CITY_PROVINCES: ReadonlySet<string> = new Set(['31']);

/**
 * Live tariffs as one turn sees them: a plain look into the database, without network. What is missing is noted, so that the turn may wait
 * for it; what was told is kept, so that the next turn tells the same.
 */
export class TurnRates {
  private readonly parts: { rates: LiveRates; allowance: Allowance; lanes: LiveLanes; customer: number; now: UtcMs };
  private readonly answers = new Map<string, { lane: Lane; rates: readonly LiveRate[] | null; fresh: boolean }>();
  private readonly wanted: Lane[] = [];

  constructor(parts: { rates: LiveRates; allowance: Allowance; lanes: LiveLanes; customer: number; now: UtcMs }) {
    this.parts = parts;
  }

  readonly look: LiveLookup = (to, kg) => {
    const { lanes, now } = this.parts;
    if (to.kind === 'province' && !CITY_PROVINCES.has(to.code)) return null;
    const key = `${to.code}/${kg}`;
    const before = this.answers.get(key);
    if (before) return before.rates;
    const lane = { destination: to.code, kg };
    const told = this.parts.rates.told(this.parts.customer, lane, now);
    const rates = told === undefined ? this.parts.rates.find(lanes, lane, now) : told;
    if (told === undefined && rates === null && this.parts.allowance.mayAsk(lanes.provider, 'tariffs', lanes.dailyLimit, now)) this.wanted.push(lane);
    this.answers.set(key, { lane, rates, fresh: told === undefined });
    return rates;
  };

  /** Lanes whose prices a provider could still tell. */
  get missing(): readonly Lane[] { return this.wanted; }

  /** What was told in this turn stands for a while (F38). */
  keep(): void {
    for (const { lane, rates, fresh } of this.answers.values()) {
      if (fresh) this.parts.rates.remember(this.parts.customer, lane, rates, this.parts.now);
    }
  }
}
