import type { Product } from '../catalogue/snapshot.ts';
import type { UtcMs } from '../units.ts';
import type { Place } from './place.ts';
import type { Quote } from './quote.ts';

export type Quoting =
  /** The cheapest first. At least one. */
  | { readonly kind: 'quotes'; readonly quotes: readonly Quote[] }
  /** The place is too large for one tariff ("Jawa Barat"): which of these? */
  | { readonly kind: 'which_city'; readonly place: Place; readonly cities: readonly Place[] }
  | { readonly kind: 'not_served'; readonly place: Place };

/** The owner's tariffs over the map, for one version of the files. */
export interface Tariffs {
  quote(lines: readonly { readonly product: Product; readonly quantity: number }[], to: Place, at: UtcMs): Quoting;
  /** Whether all these places have the same tariffs and days in every service. */
  same(places: readonly Place[]): boolean;
}
