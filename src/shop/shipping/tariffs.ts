import type { Product, ShippingService, ShippingSettings, TariffZone } from '../catalogue/snapshot.ts';
import type { BusinessHours } from '../service/business-hours.ts';
import type { LocalDate, UtcMs } from '../units.ts';
import { type ArrivalWindow, arrivalWindow, paidOn } from './arrival.ts';
import type { LiveLookup } from './live-lanes.ts';
import type { LiveRate } from './live-rates.ts';
import { packParcels } from './parcels.ts';
import type { Gazetteer, Place } from './place.ts';
import type { Quote } from './quote.ts';
import { compileZones, type ServiceZones, type ZoneProblem } from './zones.ts';

export type Quoting =
  /** The cheapest first. At least one. */
  | { readonly kind: 'quotes'; readonly quotes: readonly Quote[] }
  /** The place is too large for one tariff ("Jawa Barat"): which of these? */
  | { readonly kind: 'which_city'; readonly place: Place; readonly cities: readonly Place[] }
  | { readonly kind: 'not_served'; readonly place: Place };

/** The owner's tariffs over the map, for one version of the files. */
export interface Tariffs {
  /**
   * What it costs to send these lines there, and when they arrive if paid at `at`. Without lines it is the price of the
   * smallest parcel. Where `live` knows what a courier asks, that is the price; the owner's zones say where a service goes, and what it
   * costs otherwise.
   */
  quote(lines: readonly { readonly product: Product; readonly quantity: number }[], to: Place, at: UtcMs, live?: LiveLookup): Quoting;
  /** Whether all these places have the same tariffs and days in every service. */
  same(places: readonly Place[]): boolean;
  /** When a parcel of this service arrives if paid at `at`; null for a service the owner no longer has. */
  arrival(serviceId: string, days: { readonly daysMin: number; readonly daysMax: number }, at: UtcMs): ArrivalWindow | null;
  /** Place names in the owner's zones that are unknown, doubtful or given twice. */
  readonly problems: readonly ZoneProblem[];
}

/** Of a service: its zones, and what days its courier tells. */
const MOST_WINDOWS = 256;

/** When parcels arrive that are paid before one cut-off, by the service and the courier's days. */
interface Windows {
  readonly today: LocalDate;
  readonly inTime: boolean;
  readonly known: Map<ShippingService, Map<string, ArrivalWindow | null>>;
}

/** Tariffs and arrival dates by the owner's shipping.yaml (design §5). */
export function createTariffs(settings: ShippingSettings, gazetteer: Gazetteer, hours: BusinessHours): Tariffs {
  const { services, problems } = compileZones(settings, gazetteer);
  const divided = placesWithZonesInside(services);
  const keys = new Map<string, string | null>();
  let windows: Windows | null = null;

  /** All that is paid before one cut-off arrives on the same days: they are worked out once. */
  function windowOf(service: ShippingService, days: { readonly daysMin: number; readonly daysMax: number }, at: UtcMs): ArrivalWindow | null {
    const { today, inTime } = paidOn(at, settings, hours);
    if (windows?.today !== today || windows.inTime !== inTime) windows = { today, inTime, known: new Map() };
    let ofService = windows.known.get(service);
    if (ofService === undefined) windows.known.set(service, ofService = new Map());
    const key = `${days.daysMin}-${days.daysMax}`;
    let window = ofService.get(key);
    if (window === undefined) {
      if (ofService.size >= MOST_WINDOWS) ofService.clear();
      ofService.set(key, window = arrivalWindow(at, settings, service, days, hours));
    }
    return window;
  }

  /**
   * What sets one place's tariffs apart from another's, in every service; null where parts of the place differ. Places
   * without a zone inside are told by their own zones; others by whether all their parts agree.
   */
  function tariffKey(place: Place): string | null {
    const known = keys.get(place.code);
    if (known !== undefined) return known;
    const key = divided.has(place.code)
      ? agreed(gazetteer.inside(place.code).map(tariffKey))
      : services.map((service) => zoneKey(service.zoneFor(place.code))).join('|');
    keys.set(place.code, key);
    return key;
  }

  function quoteService(
    { service, zoneFor }: ServiceZones, lines: Parameters<Tariffs['quote']>[0], to: Place, inside: string, at: UtcMs, live: LiveLookup | undefined,
  ): Quote | null {
    const zone = zoneFor(inside);
    const parcels = zone && packParcels(lines, { volumetricDivisor: settings.volumetricDivisor, roundUpAfterG: settings.roundUpAfterG, maxParcelG: service.maxParcelG });
    if (!zone || !parcels) return null;
    const rate = liveRate(service.id, to, parcels, live);
    const days = rate && rate.daysMin !== null && rate.daysMax !== null ? { daysMin: rate.daysMin, daysMax: rate.daysMax } : zone;
    const window = windowOf(service, days, at);
    if (!window) return null;
    return {
      service: { id: service.id, name: service.name },
      to,
      weightG: parcels.weightG,
      chargedKg: parcels.chargedKg,
      parcels: parcels.count,
      cost: rate ? rate.cost : parcels.chargedKg * zone.perKg,
      handedOver: window.handedOver,
      arrivesFrom: window.arrivesFrom,
      arrivesTo: window.arrivesTo,
      daysMin: days.daysMin,
      daysMax: days.daysMax,
      cod: service.cod,
      source: rate === undefined ? null : rate ? 'live' : 'table',
    };
  }

  /** The courier's own price; null where the table holds (it is not known, or there are several parcels), undefined in a shop that has only the table. */
  function liveRate(id: string, to: Place, parcels: { readonly count: number; readonly chargedKg: number }, live: LiveLookup | undefined): LiveRate | null | undefined {
    if (!live) return undefined;
    const meant = settings.live?.services[id];
    const known = meant && parcels.count === 1 ? live(to, parcels.chargedKg) : null;
    if (!meant || known === null) return null;
    const ofCourier = known.filter((rate) => rate.courier === meant.courier);
    return meant.services.map((name) => ofCourier.find((rate) => rate.service === name)).find((rate) => rate !== undefined) ?? null;
  }

  return {
    problems,
    quote(lines, to, at, live) {
      if (tariffKey(to) === null) return { kind: 'which_city', place: to, cities: gazetteer.inside(to.code) };
      const inside = anywhereIn(to, divided, gazetteer);
      const quotes = services
        .map((service) => quoteService(service, lines, to, inside, at, live))
        .filter((quote) => quote !== null)
        .sort((a, b) => a.cost - b.cost || compare(a.arrivesTo, b.arrivesTo) || compare(a.arrivesFrom, b.arrivesFrom));
      return quotes.length > 0 ? { kind: 'quotes', quotes } : { kind: 'not_served', place: to };
    },
    same: (places) => agreed(places.map(tariffKey)) !== null,
    arrival(serviceId, days, at) {
      const service = settings.services.find(({ id }) => id === serviceId);
      return service ? windowOf(service, days, at) : null;
    },
  };
}

/** The key that all have in common; null where one differs. Of no places there is none to differ. */
function agreed(keys: readonly (string | null)[]): string | null {
  const [first = ''] = keys;
  return keys.every((key) => key === first) ? first : null;
}

/** Provinces and regencies that have a part with a zone of its own in some service. */
function placesWithZonesInside(services: readonly ServiceZones[]): ReadonlySet<string> {
  const divided = new Set<string>();
  for (const { codes } of services) {
    for (const code of codes) {
      if (code.length > 2) divided.add(code.slice(0, 2));
      if (code.length > 5) divided.add(code.slice(0, 5));
    }
  }
  return divided;
}

/** A part of the place that stands for all of it, once all its parts are known to have the same tariffs. */
function anywhereIn(place: Place, divided: ReadonlySet<string>, gazetteer: Gazetteer): string {
  const part = divided.has(place.code) ? gazetteer.inside(place.code)[0] : undefined;
  return part ? anywhereIn(part, divided, gazetteer) : place.code;
}

function zoneKey(zone: TariffZone | null): string {
  return zone ? `${zone.perKg}/${zone.daysMin}-${zone.daysMax}` : '-';
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
