import type { Chats } from '../database/chats.ts';
import type { Events } from '../database/events.ts';
import type { Database } from '../database/open.ts';
import type { OutboxTable } from '../database/outbox.ts';
import type { Tasks } from '../database/tasks.ts';
import { createProductSearch } from './catalogue/search.ts';
import type { KeepIndex } from './catalogue/search/search-index.ts';
import type { Catalogue } from './catalogue/snapshot.ts';
import { createCustomers } from './customers/customers.ts';
import { createErasing } from './customers/erasing.ts';
import { createBoughtTogether } from './ordering/bought-together.ts';
import { createCarts } from './ordering/cart.ts';
import { createOrders } from './ordering/orders.ts';
import { createPlacing } from './ordering/placing.ts';
import { createStock } from './ordering/stock.ts';
import { createSuggestions } from './ordering/suggestions.ts';
import { createWishlists } from './ordering/wishlist.ts';
import { createParcelNews } from './parcels/parcel-news.ts';
import { createCharges } from './payment/charges.ts';
import { createProofs } from './payment/proofs.ts';
import { createRefunds } from './payment/refunds.ts';
import { createUniqueCodes } from './payment/unique-codes.ts';
import { createBenefits } from './promotions/benefits.ts';
import { createVoucherBook } from './promotions/voucher-book.ts';
import { createPeriodReports } from './reports/period-reports.ts';
import { createBusinessHours } from './service/business-hours.ts';
import { createDailySummary } from './service/daily-summary.ts';
import { createHandoffs } from './service/handoffs.ts';
import { createRatings } from './service/ratings.ts';
import { createUntoldNews } from './service/untold-news.ts';
import type { Holidays } from './service/holidays.ts';
import type { Gazetteer } from './shipping/place.ts';
import { createAllowance } from './shipping/allowance.ts';
import { liveLanes } from './shipping/live-lanes.ts';
import { createLiveRates } from './shipping/live-rates.ts';
import { createTariffs } from './shipping/tariffs.ts';
import type { Business, Premises } from './shop.ts';

/** The books of the shop over one database: everything that outlives a change of the owner's files. */
export function openBusiness(
  db: Database,
  tables: { chats: Chats; events: Events; tasks: Tasks; outbox: OutboxTable },
  gazetteer: Gazetteer,
  mayPlace: () => boolean = () => true,
): Business {
  const stock = createStock(db);
  const carts = createCarts(db);
  const refunds = createRefunds(db);
  const vouchers = createVoucherBook(db);
  const orders = createOrders(db, stock, tables.events, refunds, vouchers);
  const benefits = createBenefits(vouchers);
  return {
    chats: tables.chats, events: tables.events, tasks: tables.tasks,
    customers: createCustomers(db), carts, stock, orders, refunds, vouchers, benefits,
    place: createPlacing(db, { carts, stock, orders, vouchers, benefits, mayPlace }),
    uniqueCodes: createUniqueCodes(db),
    suggestions: createSuggestions(db, createBoughtTogether(db)),
    wishlists: createWishlists(db),
    handoffs: createHandoffs(db, tables),
    proofs: createProofs(db, { orders, events: tables.events, tasks: tables.tasks }),
    ratings: createRatings(db),
    erasing: createErasing(db),
    dailySummary: createDailySummary(db),
    periodReports: createPeriodReports(db),
    liveRates: createLiveRates(db),
    allowance: createAllowance(db),
    charges: createCharges(db),
    parcelNews: createParcelNews(db),
    untold: createUntoldNews(db),
    gazetteer,
  };
}

/** Which outside services there are keys for: providers of live tariffs, a payment gateway. */
export interface Outside {
  readonly couriers: readonly { readonly name: string; readonly dailyLimit: number }[];
  readonly gateway: boolean;
}

/** What one version of the owner's files makes of the shop. */
export function openPremises(catalogue: Catalogue, gazetteer: Gazetteer, holidays: Holidays, outside: Outside = { couriers: [], gateway: false }, keepIndex?: KeepIndex): Premises {
  const hours = createBusinessHours(catalogue.store.hours, catalogue.store.timezone, holidays);
  return {
    catalogue, hours, holidays,
    search: createProductSearch(catalogue.products, keepIndex),
    tariffs: createTariffs(catalogue.shipping, gazetteer, hours),
    lanes: liveLanes(catalogue.shipping, gazetteer, outside.couriers.map(({ name }) => name)),
    follows: followsBy(catalogue, outside),
    online: outside.gateway,
  };
}

/** Who is asked where parcels are: the provider of the tariffs where it has a key, else any that has. */
function followsBy({ shipping: { live } }: Catalogue, { couriers }: Outside): Premises['follows'] {
  const provider = couriers.find(({ name }) => name === live?.provider) ?? couriers[0];
  return provider ? { provider: provider.name, dailyLimit: provider.name === live?.provider ? live.dailyLimit : provider.dailyLimit } : null;
}
