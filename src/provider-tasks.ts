import type { Config } from './config.ts';
import type { TaskHandler } from './engine/run-tasks.ts';
import type { OpenShop } from './open-shop.ts';
import { askRates } from './providers/ask-rates.ts';
import { createBiteship } from './providers/biteship.ts';
import type { CourierProvider } from './providers/provider.ts';
import { checkCharge, closeCharge, createCharge } from './providers/charges.ts';
import { followParcel } from './providers/follow-parcel.ts';
import type { Gateway } from './providers/midtrans.ts';
import { createRajaOngkir } from './providers/rajaongkir.ts';
import type { Gazetteer } from './shop/shipping/place.ts';
import type { UtcMs } from './shop/units.ts';

/** The providers of couriers' prices and tracking that the owner has a key for, by name. */
export function courierProviders(config: Pick<Config, 'RAJAONGKIR_KEY' | 'BITESHIP_KEY'>): ReadonlyMap<string, CourierProvider> {
  const all = [
    ...(config.RAJAONGKIR_KEY === undefined ? [] : [createRajaOngkir(config.RAJAONGKIR_KEY)]),
    ...(config.BITESHIP_KEY === undefined ? [] : [createBiteship(config.BITESHIP_KEY)]),
  ];
  return new Map(all.map((provider) => [provider.name, provider]));
}

/** What is asked of outside services, as tasks of the shop. */
export function providerTasks(shop: OpenShop, outside: {
  readonly couriers: ReadonlyMap<string, CourierProvider>; readonly gateway: Gateway | null; readonly gazetteer: Gazetteer; readonly now: () => UtcMs;
}): Readonly<Record<string, TaskHandler>> {
  const { business, engine, tables } = shop;
  const { couriers, gateway, now } = outside;
  const charging = gateway && { gateway, charges: business.charges, orders: business.orders, payments: shop.payments, now, tell: engine.acceptEvent };
  const keyRefused = (provider: string): void => business.events.record(now(), 'staff.alert', {}, { reason: 'provider_key', detail: provider });
  return {
    ask_rates: askRates({
      providers: couriers, rates: business.liveRates, allowance: business.allowance, lanes: () => shop.world().premises.lanes, gazetteer: outside.gazetteer,
      transact: engine.transact, now, keyRefused,
      settled: ({ kind, chat_id: chat }) => { if (chat !== null && tables.tasks.openOf(kind, chat) <= 1) engine.endWait(chat); },
    }),
    follow_parcel: followParcel({
      providers: couriers, follows: () => shop.world().premises.follows, orders: business.orders, parcelNews: business.parcelNews, allowance: business.allowance,
      watch: shop.parcels, transact: engine.transact, now, keyRefused,
    }),
    ...(charging && { create_charge: createCharge(charging), check_charge: checkCharge(charging), close_charge: closeCharge(charging) }),
  };
}
