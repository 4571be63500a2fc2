import type { ShippingService, ShippingSettings, TariffZone } from '../catalogue/snapshot.ts';
import type { Gazetteer, Place } from './place.ts';
import { knownPlace } from './known-place.ts';

/** One service with its zones laid on the map. */
export interface ServiceZones {
  readonly service: ShippingService;
  /** The zone of a place: that of its district, else its regency, else its province, else "*"; null is not served. */
  zoneFor(code: string): TariffZone | null;
  /** Codes of places that have a zone of their own. */
  readonly codes: ReadonlySet<string>;
}

/** A place name in the owner's tariffs that is not as it should be. Order is that of the file. */
export type ZoneProblem = {
  readonly service: string;
  /** Which zone of the service, from 0. */
  readonly zone: number;
  readonly name: string;
} & (
  | { readonly kind: 'unknown'; readonly suggestions: readonly Place[] }
  /** The name fits several places; the first is taken. */
  | { readonly kind: 'ambiguous'; readonly taken: Place; readonly others: readonly Place[] }
  /** An earlier zone of the same service already has this place, or "*" (null); the earlier one holds. */
  | { readonly kind: 'twice'; readonly taken: Place | null }
);

/** Resolves every place name of the owner's tariffs, once for one version of the files. */
export function compileZones(
  settings: ShippingSettings, gazetteer: Gazetteer,
): { readonly services: readonly ServiceZones[]; readonly problems: readonly ZoneProblem[] } {
  const problems: ZoneProblem[] = [];
  const services = settings.services.map((service) => compileService(service, gazetteer, problems));
  return { services, problems };
}

function compileService(service: ShippingService, gazetteer: Gazetteer, problems: ZoneProblem[]): ServiceZones {
  const zones = new Map<string, TariffZone>();
  let everywhere: TariffZone | null = null;
  service.zones.forEach((zone, index) => {
    for (const name of zone.to) {
      const where = { service: service.id, zone: index, name };
      if (name.trim() === '*') {
        if (everywhere) problems.push({ ...where, kind: 'twice', taken: null });
        everywhere ??= zone;
        continue;
      }
      const known = knownPlace(name, gazetteer);
      if (known.kind === 'unknown') {
        problems.push({ ...where, ...known });
        continue;
      }
      if (known.others.length > 0) problems.push({ ...where, kind: 'ambiguous', taken: known.place, others: known.others });
      if (zones.has(known.place.code)) problems.push({ ...where, kind: 'twice', taken: known.place });
      else zones.set(known.place.code, zone);
    }
  });
  return {
    service,
    codes: new Set(zones.keys()),
    zoneFor: (code) =>
      zones.get(code) ?? zones.get(code.slice(0, 5)) ?? zones.get(code.slice(0, 2)) ?? everywhere,
  };
}
