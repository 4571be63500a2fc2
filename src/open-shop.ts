import type { ChannelName } from './channels/channel.ts';
import { createCheckpoints } from './database/checkpoints.ts';
import { createChats } from './database/chats.ts';
import { createEvents } from './database/events.ts';
import { createInbox } from './database/inbox.ts';
import { createMisunderstood } from './database/misunderstood.ts';
import { createSought } from './database/sought.ts';
import { createKeyedMemory } from './database/keyed-memory.ts';
import { beginLogAnew } from './database/log-of-changes.ts';
import type { Database } from './database/open.ts';
import { createOutbox } from './database/outbox.ts';
import { createTasks } from './database/tasks.ts';
import { createTidying } from './database/tidying.ts';
import { createUsedChoices } from './database/used-choices.ts';
import { tellAfterGap } from './engine/after-a-gap.ts';
import { tokenPrefixOf } from './engine/choice-tokens.ts';
import { createClockWatch } from './engine/clock-watch.ts';
import { createEngine, type Engine, type Sharing } from './engine/engine.ts';
import type { Modules } from './engine/modules.ts';
import { createNotices, type Notices } from './engine/notices.ts';
import { createOnlinePayments, type OnlinePayments } from './engine/online-payments.ts';
import { createParcelWatch, type ParcelWatch } from './engine/parcel-watch.ts';
import { createOwnerAlarms, type Alarm } from './engine/owner-alarms.ts';
import { createStaffDesk, type FullDesk } from './engine/staff-desk.ts';
import { createSweeps } from './engine/sweeps.ts';
import type { TurnWorld } from './engine/turn.ts';
import { openBusiness, openPremises, type Outside } from './shop/business.ts';
import { catalogueOn } from './shop/catalogue/on-day.ts';
import type { KeepIndex } from './shop/catalogue/search/search-index.ts';
import type { Catalogue } from './shop/catalogue/snapshot.ts';
import { dayIn } from './shop/promotions/benefits.ts';
import { createStaffActs } from './shop/service/staff-acts.ts';
import type { Holidays } from './shop/service/holidays.ts';
import type { Gazetteer } from './shop/shipping/place.ts';
import type { Business } from './shop/shop.ts';
import type { LocalDate, UtcMs } from './shop/units.ts';
import { withTaught } from './understanding/examples.ts';
import { remembering } from './understanding/remembering.ts';
import { createUnderstanding, type Keep } from './understanding/understanding.ts';

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
  /** Time since the machine was started, sleep included, ms; without it the clock is believed whatever it says (F28). */
  readonly uptime?: () => number;
  /** Whether there is room to write orders down (F33); always, where left out. */
  readonly mayPlace?: () => boolean;
  /** Lets what a channel keeps of a person go (S20). In the transaction that forgets them. */
  readonly forgetOnChannel?: (channel: ChannelName, address: string) => void;
  /** Told when a write failed for the disk's sake (F33, F36). */
  readonly diskFailed?: (code: string) => void;
  /** Where what takes long to work out is kept between starts; nowhere unless given. */
  readonly keep?: Keep | undefined;
  /** Where what hangs on the program and the owner's files is kept between starts; nowhere unless given. */
  readonly keepOfVersion?: Keep | undefined;
  /** What a version of the owner's files makes of the shop, where many shops share it; made here when left out. */
  readonly premisesOf?: (catalogue: Catalogue) => TurnWorld['premises'];
  /** How work is cut, so that it does not hold the event loop for long; done in one piece where left out. */
  readonly sharing?: Sharing;
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
    readonly chats: ReturnType<typeof createChats>; readonly misunderstood: ReturnType<typeof createMisunderstood>; readonly sought: ReturnType<typeof createSought>;
  };
  /** Runs a write of the shop in a durable transaction, and has what it promised delivered. */
  transact<T>(act: () => T): T;
  world(): TurnWorld;
  /** Tells owners over every way there is; `detail` in Indonesian. */
  alarm(reason: Alarm, detail: string): void;
  /** Everything that is due by now (F27), or a slice of it and the rest later. */
  sweep(): void;
  /** A channel was out of reach so long that messages are lost (F9). */
  tellAfterGap(channel: { readonly name: ChannelName; readonly called: string }, gap: { readonly from: UtcMs; readonly to: UtcMs }): void;
  /** A new version of the owner's files: live from the next message on, stock cells entered as stock-takes. */
  renew(catalogue: Catalogue): void;
  /** Another shop of the same flows over another database, for trying out: nothing of it reaches a customer, the staff or these books. */
  openBeside(db: Database, catalogue: Catalogue): OpenShop;
}

/** The shop by one version of the owner's files, with what it understands of a message. Pure: the same files make the same. */
export function understandingPremises(catalogue: Catalogue, parts: Pick<ShopParts, 'gazetteer' | 'holidays' | 'modules' | 'outside' | 'keep' | 'keepOfVersion'>): TurnWorld['premises'] {
  const keepIndex: KeepIndex = (make) => (parts.keepOfVersion ? parts.keepOfVersion('search', () => catalogue.version, make) : make());
  const premises = openPremises(catalogue, parts.gazetteer, parts.holidays, parts.outside, keepIndex);
  const examples = withTaught(parts.modules.examples, catalogue.examples);
  return { ...premises, understanding: remembering(createUnderstanding({ catalogue, search: premises.search, gazetteer: parts.gazetteer, examples, keep: parts.keep })) };
}

/** Puts a shop together over an open database. Everything that could differ between two runs is handed in. */
export function openShop(parts: ShopParts): OpenShop {
  const { db, gazetteer, modules } = parts;
  const tables = {
    chats: createChats(db), inbox: createInbox(db), outbox: createOutbox(db), events: createEvents(db),
    tasks: createTasks(db), misunderstood: createMisunderstood(db), sought: createSought(db),
  };
  const business = openBusiness(db, tables, gazetteer, parts.mayPlace);
  const usedChoices = createUsedChoices(db);

  const premisesOf = parts.premisesOf ?? ((catalogue) => understandingPremises(catalogue, parts));
  const worldOf = (catalogue: Catalogue): TurnWorld =>
    ({ business, premises: premisesOf(catalogue), modules, outbox: tables.outbox, usedChoices, misunderstood: tables.misunderstood, sought: tables.sought });
  /** The owner's files as they are, and what they say today. Turns over at midnight, from the next look on. */
  let files = parts.catalogue;
  let live: { day: LocalDate; world: TurnWorld } = { day: dayIn(files, parts.now()), world: worldOf(catalogueOn(files, dayIn(files, parts.now()))) };
  function world(): TurnWorld {
    const day = dayIn(files, parts.now());
    if (day !== live.day) {
      const catalogue = catalogueOn(files, day, live.world.premises.catalogue);
      live = { day, world: catalogue === live.world.premises.catalogue ? live.world : worldOf(catalogue) };
    }
    return live.world;
  }

  const engine = createEngine({
    db, inbox: tables.inbox, world, now: parts.now, pauseMs: parts.pauseMs, committed: () => committed(),
    ...(parts.sharing && { sharing: parts.sharing, written: createCheckpoints(db, parts.sharing.later).written }), ...(parts.atCommit && { atCommit: parts.atCommit }), ...(parts.diskFailed && { diskFailed: parts.diskFailed }),
    failed: (row, error, setAside) => parts.failed(`message ${row.id} ${setAside ? 'was set aside' : 'failed'}`, error),
  });
  const notices = createNotices({ business, outbox: tables.outbox, premises: () => world().premises });
  const desk = createStaffDesk({
    business, acts: createStaffActs(db), inbox: tables.inbox, outbox: tables.outbox, premises: () => world().premises, notices,
    now: parts.now, transact,
  });
  const alarms = createOwnerAlarms({ ...tables, catalogue: () => world().premises.catalogue });
  const payments = createOnlinePayments({ business, premises: () => world().premises, notices });
  const parcels = createParcelWatch({ business, premises: () => world().premises, notices });
  const dueBy = createSweeps({
    business, outbox: tables.outbox, premises: () => world().premises, notices, payments, parcels, alarms, tidying: createTidying(db, tokenPrefixOf),
    clock: parts.uptime ? createClockWatch({ uptime: parts.uptime, memory: createKeyedMemory(db, 'clock.') }) : null,
    forgetOnChannel: parts.forgetOnChannel ?? (() => {}), forgot: () => { logHoldsForgotten = true; },
  });
  let logHoldsForgotten = false;
  let sweeping = false;

  /** As much of a sweep as fits into a slice, and the rest later; all of it where the event loop is not shared. */
  function sweepOn(rest: Generator<void>): void {
    const until = parts.sharing ? parts.sharing.clock() + parts.sharing.sliceMs : Infinity;
    sweeping = false;
    const ended = engine.transact(() => {
      for (;;) {
        if (rest.next().done === true) return true;
        if (parts.sharing && parts.sharing.clock() >= until) return false;
      }
    });
    if (!ended) {
      sweeping = true;
      parts.sharing!.later(() => { if (db.open) sweepOn(rest); });
    } else {
      // What was forgotten is overwritten in the database, and still stands in the log of changes until that begins anew (S20).
      if (logHoldsForgotten) logHoldsForgotten = !beginLogAnew(db);
      engine.work();
    }
    committed();
  }

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
    transact, world,
    openBeside: (other, catalogue) => openShop({ db: other, catalogue, gazetteer, holidays: parts.holidays, modules, now: parts.now, pauseMs: 0, committed: () => {}, failed: parts.failed }),
    alarm(reason, detail) {
      engine.transact(() => alarms.raise(reason, detail, parts.now()));
      committed();
    },
    sweep() {
      if (sweeping) return;
      sweepOn(dueBy(parts.now()));
    },
    tellAfterGap(channel, gap) {
      engine.transact(() => tellAfterGap({ business, notices, alarms, premises: () => world().premises }, channel, gap, parts.now()));
      committed();
    },
    renew(catalogue) {
      files = catalogue;
      const day = dayIn(files, parts.now());
      live = { day, world: worldOf(catalogueOn(files, day)) };
      takeStock(catalogue);
      committed();
    },
  };
}
