import type { LiveProvider } from '../shop/catalogue/snapshot.ts';
import type { CourierId } from '../shop/parcels/couriers.ts';
import type { ParcelStatus } from '../shop/parcels/parcel-news.ts';
import type { LiveRate } from '../shop/shipping/live-rates.ts';
import type { Grams } from '../shop/units.ts';

/** A place as a provider knows it. */
export interface Area {
  /** Its id there. */
  readonly ref: string;
  readonly province: string;
  readonly city: string;
  readonly district: string;
}

/** What a courier last told of a parcel. */
export interface ParcelReport {
  readonly status: ParcelStatus;
  /** The last event in the courier's words; null where there is none yet. */
  readonly said: string | null;
  /** When it happened, "YYYY-MM-DD HH:MM" as the courier's clock there said. */
  readonly happened: string | null;
}

/**
 * Who knows couriers' prices and where their parcels are. Each call is one request of the owner's allowance.
 * Every method throws ProviderError.
 */
export interface CourierProvider {
  readonly name: LiveProvider;
  /** Requests a day that the free plan allows: a rein where the owner has named none. */
  readonly dailyLimit: number;
  /** Places whose name is like this one's. */
  areas(name: string): Promise<readonly Area[]>;
  /** What these couriers ask for one parcel between two of its places. Services that do not go there are left out. */
  rates(parcel: { readonly origin: string; readonly destination: string; readonly grams: Grams; readonly couriers: readonly string[] }): Promise<readonly LiveRate[]>;
  /** Its name for a courier; null for one whose parcels it cannot follow. */
  courier(id: CourierId): string | null;
  /** Where a parcel is; null while the courier does not know the number. `phone` is the recipient's. */
  track(parcel: { readonly courier: string; readonly number: string; readonly phone: string }): Promise<ParcelReport | null>;
}
