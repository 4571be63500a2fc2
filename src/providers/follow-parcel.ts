import { z } from 'zod';
import type { ParcelWatch } from '../engine/parcel-watch.ts';
import type { TaskHandler } from '../engine/run-tasks.ts';
import type { Orders } from '../shop/ordering/orders.ts';
import type { CourierId } from '../shop/parcels/couriers.ts';
import type { ParcelBook } from '../shop/parcels/parcel-news.ts';
import type { Allowance } from '../shop/shipping/allowance.ts';
import type { UtcMs } from '../shop/units.ts';
import { ProviderError } from './ask.ts';
import type { CourierProvider } from './provider.ts';

const ABOUT = z.object({ order: z.number() });

/** Task `follow_parcel`: asks the provider where an order's parcel is. What fails is due again by itself, later. */
export function followParcel(parts: {
  readonly providers: ReadonlyMap<string, CourierProvider>;
  /** Who is asked, and how often a day; null where nobody is. */
  readonly follows: () => { readonly provider: string; readonly dailyLimit: number } | null;
  readonly orders: Orders;
  readonly parcelNews: ParcelBook;
  readonly allowance: Allowance;
  readonly watch: ParcelWatch;
  readonly transact: <T>(act: () => T) => T;
  readonly now: () => UtcMs;
  readonly keyRefused: (provider: string) => void;
}): TaskHandler {
  return async (data) => {
    const { order: id } = ABOUT.parse(data);
    const parcel = parts.parcelNews.of(id);
    const order = parts.orders.get(id);
    const follows = parts.follows();
    const provider = follows && parts.providers.get(follows.provider);
    if (!parcel || !follows || !provider || order.state !== 'shipped') return () => {};
    const courier = provider.courier(parcel.courier as CourierId);
    if (courier === null) return () => parts.parcelNews.stop(id);
    if (!parts.transact(() => parts.allowance.spend(provider.name, 'parcels', follows.dailyLimit, parts.now()))) return () => {};
    try {
      const told = await provider.track({ courier, number: parcel.number, phone: order.phone });
      return () => {
        parts.allowance.succeeded(provider.name);
        parts.watch.hear(id, told, parts.now());
      };
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      return () => { if (parts.allowance.failed(provider.name, error, parts.now())) parts.keyRefused(provider.name); };
    }
  };
}
