import { randomBytes } from 'node:crypto';
import { uptime } from 'node:os';
import { join, resolve } from 'node:path';
import { copyBeforeUpdate } from './backup/copy-before-update.ts';
import type { Channel, ChannelName } from './channels/channel.ts';
import { forgetOnWhatsApp } from './channels/whatsapp/forgetting.ts';
import { createKeyedMemory } from './database/keyed-memory.ts';
import { openDatabase, type Database } from './database/open.ts';
import { createPhotoPlaces } from './database/photo-places.ts';
import { createDelivery, type Delivery } from './engine/deliver.ts';
import { SLICE_MS } from './engine/engine.ts';
import { loadFlows } from './engine/load-flows.ts';
import { createTaskRunner, type TaskRunner } from './engine/run-tasks.ts';
import { createDiskWatch, type DiskWatch } from './disk-watch.ts';
import { keptResults } from './kept-results.ts';
import type { Log } from './logging.ts';
import { createHistogram, type Histogram } from './metrics.ts';
import { catalogueChecks, keptChecks } from './catalogue-checks.ts';
import { lookAtProof } from './media/look-at-proof.ts';
import { removePhotos } from './media/remove-photos.ts';
import { createPhotosElsewhere, type PhotosElsewhere } from './media/photos-elsewhere.ts';
import { createPictures, type Pictures } from './media/pictures.ts';
import { openShop, type OpenShop } from './open-shop.ts';
import { programVersion } from './program-version.ts';
import { providerTasks } from './provider-tasks.ts';
import type { Gateway } from './providers/midtrans.ts';
import type { CourierProvider } from './providers/provider.ts';
import { createOwnerFiles, type OwnerFiles } from './owner-files/desk.ts';
import { startSchedule } from './schedule.ts';
import { catalogueVersion, loadCatalogue } from './shop/catalogue/load.ts';
import { watchCatalogue } from './shop/catalogue/watch.ts';
import { openHolidays } from './shop/service/holidays.ts';
import { createGazetteer } from './shop/shipping/gazetteer.ts';
import { catalogueRefused } from './errors.ts';

/** How often a pause that gathers bursts is looked at, ms. */
const PAUSE_TICK_MS = 250;
/** A shop that has just opened answers first: looking at every photo takes chokidar as long as a dozen answers. */
const WATCHED_AFTER_MS = 1_000;
/** Drains no longer than this when stopping, ms: a service manager kills after ten seconds. */
const DRAIN_MS = 8_000;

export interface RunningShop extends OpenShop {
  readonly db: Database;
  readonly delivery: Delivery;
  readonly tasks: TaskRunner;
  readonly pictures: Pictures;
  readonly ownerFiles: OwnerFiles;
  readonly disk: DiskWatch;
  /** How long customers' messages took, to the commit. */
  readonly turns: Histogram;
  readonly photosElsewhere: PhotosElsewhere;
  /** Adds a channel: starts it and has its replies delivered. */
  open(channel: Channel): Promise<void>;
  /** Problems of the owner's files that are being lived with: the last good version is kept. */
  readonly problems: () => readonly string[];
  /** Stops receiving, drains what was promised, closes the database. */
  stop(): Promise<void>;
}

/** A shop on the real clock: engine, delivery, tasks, sweeps and hot reload of the owner's files. */
export async function runShop(options: {
  readonly catalogDir: string; readonly dataDir: string; readonly pauseMs: number; readonly log: Log;
  /** Lets another program read the database meanwhile. */
  readonly readByOthers?: boolean;
  /** Brings a picture that is still with its provider, and returns where it was stored below the data folder. */
  readonly fetchPicture: (reference: string) => Promise<string>;
  /** Outside services the owner has keys for: none unless given. */
  readonly couriers?: ReadonlyMap<string, CourierProvider>;
  readonly gateway?: Gateway | null;
  /** The database was found damaged while the shop ran: the process must end. */
  readonly broken: () => void;
  /** Removes a stored photo; false for what is none. */
  readonly removePicture: (file: string) => Promise<boolean>;
}): Promise<RunningShop> {
  const { log, dataDir } = options;
  const cache = join(dataDir, 'cache');
  const version = programVersion();
  const keepOfVersion = keptResults(cache, version);
  const gazetteer = createGazetteer((make) => keepOfVersion('places', () => '', make));
  const checks = catalogueChecks(gazetteer);
  const kept = keptChecks(cache, version);
  const load = () => loadCatalogue(options.catalogDir, checks, kept);
  const loaded = await load();
  if (loaded.kind === 'refused') {
    throw catalogueRefused(loaded.problems.map((problem) => `${problem.file}:${problem.line}:${problem.column}: ${problem.what}; ${problem.should}`));
  }
  const db = openDatabase(dataDir, {
    readByOthers: options.readByOthers ?? false, beforeMigration: copyBeforeUpdate({ dataDir: resolve(dataDir), zone: loaded.catalogue.store.timezone, now: Date.now() }),
  });
  const disk = createDiskWatch({ db, dataDir, alarm: (reason, detail) => shop.alarm(reason, detail), failed: (error, what) => log.error({ err: error }, what) });
  function diskFailed(code: string): void {
    if (code === 'SQLITE_FULL') disk.filled();
    if (!/^SQLITE_(?:CORRUPT|NOTADB)/.test(code)) return;
    // Nothing may be written to it any more: the next start looks at it and says how to repair it (F36).
    log.fatal({ code }, 'the database is damaged');
    options.broken();
  }
  function later(goOn: () => void): void {
    setImmediate(() => {
      try { goOn(); } catch (error) { log.error({ err: error }, 'what was put off failed'); }
    });
  }
  const channels = new Map<ChannelName, Channel>();
  let problems: readonly string[] = [];
  let deliveryTimer: NodeJS.Timeout | null = null;

  const shop = openShop({
    db, catalogue: loaded.catalogue, gazetteer, holidays: openHolidays((texts, make) => keepOfVersion('holidays', () => texts, make)), modules: await loadFlows(), keep: keptResults(cache), keepOfVersion, now: Date.now,
    mayPlace: () => disk.mayPlace(), diskFailed, uptime: () => uptime() * 1000, forgetOnChannel: (channel, address) => { if (channel === 'whatsapp') forgetOnWhatsApp(createKeyedMemory(db, ''), address); },
    pauseMs: options.pauseMs, outside: { couriers: [...(options.couriers?.values() ?? [])], gateway: (options.gateway ?? null) !== null }, committed: () => afterCommit(),
    sharing: { sliceMs: SLICE_MS, clock: () => performance.now(), later },
    failed: (what, error) => log.error({ err: error }, what),
  });
  const pictures = createPictures({
    folder: dataDir, orders: shop.business.orders, catalogue: () => shop.world().premises.catalogue, hours: () => shop.world().premises.hours,
  });
  const delivery = createDelivery({
    outbox: shop.tables.outbox, chats: shop.tables.chats, events: shop.tables.events, channels,
    transact: (act) => shop.engine.transact(act), now: Date.now, picture: (reference) => pictures.pathOf(reference),
    wake: (afterMs) => {
      if (deliveryTimer) clearTimeout(deliveryTimer);
      deliveryTimer = setTimeout(() => void delivery.deliver(), Math.min(afterMs, 60_000));
    },
    failed: (error) => log.error({ err: error }, 'delivery failed'), later: (goOn) => later(() => { if (db.open) goOn(); }),
  });
  const photosElsewhere = createPhotosElsewhere({
    fetch: options.fetchPicture, places: createPhotoPlaces(db), transact: (act) => shop.engine.transact(act), remove: options.removePicture,
  });
  const tasks = createTaskRunner({
    tasks: shop.tables.tasks, transact: (act) => shop.transact(act), now: Date.now,
    handlers: { look_at_proof: lookAtProof({ proofs: shop.business.proofs, dataFolder: dataDir, now: Date.now, fetch: (reference) => photosElsewhere.fetch(reference), tell: shop.engine.acceptEvent }), remove_photos: removePhotos(options.removePicture, pictures),
      ...providerTasks(shop, { couriers: options.couriers ?? new Map(), gateway: options.gateway ?? null, gazetteer, now: Date.now }) },
    failed: (task, error) => log.warn({ err: error, task: task.kind }, 'task failed'),
  });
  const turns = createHistogram();
  function timed<T>(work: () => T): T {
    const began = performance.now();
    const done = work();
    // An empty look at the inbox is no work.
    if (done !== 0) turns.observe((performance.now() - began) / 1000);
    return done;
  }
  let toFollow = false;
  /** What was promised is sent, what was asked for is begun: once for all commits of a turn of the event loop. */
  function afterCommit(): void {
    if (toFollow) return;
    toFollow = true;
    later(() => {
      toFollow = false;
      if (!db.open) return;
      void delivery.deliver();
      void tasks.runDue();
    });
  }

  shop.engine.recover();
  disk.look();
  const schedule = startSchedule([{ name: 'disk', cron: '15 * * * * *', run: () => disk.look() }, { name: 'sweep', cron: '*/15 * * * * *', run: () => { shop.sweep(); afterCommit(); } }],
    (name, error) => log.error({ err: error, job: name }, 'sweep failed'));
  // What waits for the rest of a burst, or for couriers' prices, is due at a moment of its own.
  const pause = options.pauseMs > 0 || options.couriers?.size ? setInterval(() => {
    try { timed(() => shop.engine.work()); } catch (error) { log.error({ err: error }, 'turn failed'); }
  }, PAUSE_TICK_MS) : null;
  const watching = watchCatalogue({
    folder: options.catalogDir, load, liveVersion: () => shop.world().premises.catalogue.version, versionNow: () => catalogueVersion(options.catalogDir), beginsAfterMs: WATCHED_AFTER_MS,
    onLoaded: (catalogue) => {
      problems = [];
      shop.renew(catalogue);
      log.info({ products: catalogue.sellable.length }, 'the catalogue was changed and is live');
    },
    onRefused: (found) => {
      problems = found.map((problem) => `${problem.file}:${problem.line}:${problem.column}: ${problem.what}; ${problem.should}`);
      log.warn({ problems }, 'the changed catalogue has mistakes; the last good version stays');
      shop.engine.transact(() => shop.tables.events.record(Date.now(), 'staff.alert', {}, { reason: 'catalogue_refused', detail: problems[0] }));
    },
  });

  return {
    ...shop, db, delivery, tasks, pictures, disk, turns,
    ownerFiles: createOwnerFiles({ catalogDir: options.catalogDir, dataDir, checks, now: Date.now, newId: () => randomBytes(12).toString('base64url'), applied: () => watching.lookNow() }), photosElsewhere,
    problems: () => problems,
    async open(channel) {
      channels.set(channel.name, channel);
      await channel.start({ accept: (message) => timed(() => shop.engine.accept(message)) });
      afterCommit();
    },
    async stop() {
      await schedule.stop();
      await watching.close();
      if (pause) clearInterval(pause);
      await Promise.race([
        Promise.all([...channels.values()].map((channel) => channel.stop())),
        new Promise((resolve) => setTimeout(resolve, DRAIN_MS).unref()),
      ]);
      if (deliveryTimer) clearTimeout(deliveryTimer);
      if (options.pauseMs === 0) while (shop.engine.work() > 0);
      db.close();
    },
  };
}
