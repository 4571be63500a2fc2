import { createChats } from './database/chats.ts';
import { createEvents } from './database/events.ts';
import { createInbox } from './database/inbox.ts';
import { createMisunderstood } from './database/misunderstood.ts';
import type { Database } from './database/open.ts';
import { createOutbox } from './database/outbox.ts';
import { createTasks } from './database/tasks.ts';
import { createUsedChoices } from './database/used-choices.ts';
import { createEngine, type Engine } from './engine/engine.ts';
import type { Modules } from './engine/modules.ts';
import { createNotices, type Notices } from './engine/notices.ts';
import { createOnlinePayments, type OnlinePayments } from './engine/online-payments.ts';
import { createParcelWatch, type ParcelWatch } from './engine/parcel-watch.ts';
import { createStaffDesk, type FullDesk } from './engine/staff-desk.ts';
import { createSweeps } from './engine/sweeps.ts';
import type { TurnWorld } from './engine/turn.ts';
import { openBusiness, openPremises, type Outside } from './shop/business.ts';
import type { Catalogue } from './shop/catalogue/snapshot.ts';
import { createStaffActs } from './shop/service/staff-acts.ts';
import type { Holidays } from './shop/service/holidays.ts';
import type { Gazetteer } from './shop/shipping/place.ts';
import type { Business } from './shop/shop.ts';
import type { UtcMs } from './shop/units.ts';
import { withTaught } from './understanding/examples.ts';
import { createUnderstanding } from './understanding/understanding.ts';

export interface ShopParts {
  readonly db: Database;
  readonly catalogue: Catalogue;
  readonly modules: Modules;
  readonly gazetteer: Gazetteer;
  readonly holidays: Holidays;
  readonly now: () => UtcMs;
  /** The pause that gathers a burst of messages, ms. */
  readonly pauseMs: number;
  /** Called after every commit that promised a message or did something. */
  readonly committed: () => void;
  readonly failed: (what: string, error: unknown) => void;
  /** Outside services that there are keys for; none unless given. */
  readonly outside?: Outside;
  /** Where a simulation may let the process die. */
  readonly atCommit?: (when: 'before' | 'after') => void;
}

/** A shop that answers: the engine over its books, without any channel. */
export interface OpenShop {
  readonly engine: Engine;
  readonly business: Business;
  readonly desk: FullDesk;
  readonly notices: Notices;
  /** What a payment gateway says is entered here. */
  readonly payments: OnlinePayments;
  /** What couriers tell of parcels is entered here. */
  readonly parcels: ParcelWatch;
  readonly tables: {
    readonly inbox: ReturnType<typeof createInbox>; readonly outbox: ReturnType<typeof createOutbox>;
    readonly events: ReturnType<typeof createEvents>; readonly tasks: ReturnType<typeof createTasks>;
    readonly chats: ReturnType<typeof createChats>; readonly misunderstood: ReturnType<typeof createMisunderstood>;
  };
  /** Runs a write of the shop in a durable transaction, and has what it promised delivered. */
  transact<T>(act: () => T): T;
  world(): TurnWorld;
  /** Everything that is due by now (F27). */
  sweep(): void;
  /** A new version of the owner's files: live from the next message on, stock cells entered as stock-takes. */
  renew(catalogue: Catalogue): void;
}

/** Puts a shop together over an open database. Everything that could differ between two runs is handed in. */
export function openShop(parts: ShopParts): OpenShop {
  const { db, gazetteer, holidays, modules } = parts;
  const tables = {
    chats: createChats(db), inbox: createInbox(db), outbox: createOutbox(db), events: createEvents(db),
    tasks: createTasks(db), misunderstood: createMisunderstood(db),
  };
  const business = openBusiness(db, tables, gazetteer);
  const usedChoices = createUsedChoices(db);

  const worldOf = (catalogue: Catalogue): TurnWorld => {
    const premises = openPremises(catalogue, gazetteer, holidays, parts.outside);
    const examples = withTaught(modules.examples, catalogue.examples);
    const understanding = createUnderstanding({ catalogue, search: premises.search, gazetteer, examples });
    return { business, premises: { ...premises, understanding }, modules, outbox: tables.outbox, usedChoices, misunderstood: tables.misunderstood };
  };
  let world = worldOf(parts.catalogue);

  const engine = createEngine({
    db, inbox: tables.inbox, world: () => world, now: parts.now, pauseMs: parts.pauseMs, committed: () => committed(),
    ...(parts.atCommit && { atCommit: parts.atCommit }),
    failed: (row, error, setAside) => parts.failed(`message ${row.id} ${setAside ? 'was set aside' : 'failed'}`, error),
  });
  const notices = createNotices({ business, outbox: tables.outbox, premises: () => world.premises });
  const desk = createStaffDesk({
    business, acts: createStaffActs(db), inbox: tables.inbox, outbox: tables.outbox, premises: () => world.premises, notices,
    now: parts.now, transact,
  });
  const payments = createOnlinePayments({ business, premises: () => world.premises, notices });
  const parcels = createParcelWatch({ business, premises: () => world.premises, notices });
  const sweeps = createSweeps({ business, outbox: tables.outbox, premises: () => world.premises, notices, payments, parcels });

  function transact<T>(act: () => T): T {
    const result = engine.transact(act);
    committed();
    return result;
  }

  function committed(): void {
    desk.committed();
    parts.committed();
  }

  function takeStock(catalogue: Catalogue): void {
    engine.transact(() => notices.stockTaken(business.stock.takeFromCatalogue(catalogue, parts.now()), parts.now()));
  }

  takeStock(parts.catalogue);
  return {
    engine, business, desk, notices, payments, parcels, tables,
    transact,
    world: () => world,
    sweep() {
      engine.transact(() => sweeps.run(parts.now()));
      engine.work();
      committed();
    },
    renew(catalogue) {
      const before = world.premises.catalogue;
      world = worldOf(catalogue);
      takeStock(catalogue);
      engine.transact(() => notices.pricesChanged(before, catalogue, parts.now()));
      committed();
    },
  };
}
