/** The shop as it is measured: at the counter by itself, and as it runs. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Channel } from '../src/channels/channel.ts';
import { openDatabase, type Database, type OpenOptions } from '../src/database/open.ts';
import { createDelivery } from '../src/engine/deliver.ts';
import { SLICE_MS } from '../src/engine/engine.ts';
import { loadFlows } from '../src/engine/load-flows.ts';
import { openShop, type ShopParts } from '../src/open-shop.ts';
import { loadCatalogueOrThrow } from '../src/shop/catalogue/load.ts';
import { makeCatalogue } from '../src/shop/catalogue/make-catalogue.ts';
import type { Catalogue } from '../src/shop/catalogue/snapshot.ts';
import { openHolidays } from '../src/shop/service/holidays.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';
import type { Said } from './talk-through.mjs';

/** Stock without end: the bench measures the counter, not the shelf. */
export async function benchCatalogue(): Promise<Catalogue> {
  const base = await loadCatalogueOrThrow(resolve(import.meta.dirname, '../catalog'));
  return makeCatalogue({ ...base, products: base.products.map((product) => ({ ...product, stock: product.stock === null ? null : 1_000_000 })) });
}

/** The morning on which shops are measured, UTC ms: a Monday, while they are open. */
export const BENCH_DAY = Date.parse('2026-11-23T10:00:00+07:00');

/** The shop over an open database, on a clock that runs a second a call from `from` on (UTC ms). */
async function shopOver(db: Database, parts: { readonly from: number } & Pick<ShopParts, 'committed'> & Partial<ShopParts>) {
  let now = parts.from;
  let id = 0;
  const shop = openShop({
    db, catalogue: await benchCatalogue(), gazetteer: createGazetteer(), holidays: openHolidays(), modules: await loadFlows(), now: () => now, pauseMs: 0,
    failed: (what, error) => { throw new Error(what, { cause: error }); }, ...parts,
  });
  return {
    db, shop, now: () => now,
    accept(messages: readonly Said[]): void {
      now += 1_000;
      shop.engine.acceptAll(messages.map(({ chat, text }) => ({ channel: 'terminal', id: `${chat}-${id++}`, chat, name: null, quoted: null, phone: null, content: { kind: 'text', text } })));
    },
    orders: () => (db.prepare('SELECT count(*) AS n FROM orders').get() as { n: number }).n,
    close: () => void db.close(),
  };
}

/** A whole shop on disk. Where messages come one by one, each is a transaction. */
export async function openLadeni(folder: string, options: { readonly oneByOne?: boolean; readonly from?: number } & Partial<Pick<ShopParts, 'keep'>> & OpenOptions = {}) {
  const opened = await shopOver(openDatabase(join(folder, 'shop'), options), { from: options.from ?? BENCH_DAY, keep: options.keep, committed: () => {} });
  const hear = (messages: readonly Said[]): void => {
    opened.accept(messages);
    while (opened.shop.engine.work() > 0);
  };
  return { ...opened, hear: options.oneByOne === true ? (messages: readonly Said[]) => messages.forEach((message) => hear([message])) : hear };
}

/** How long this thread has waited for a processor that others had, ms; 0 where the system does not tell (Linux does). */
function waitedForCpu(): number {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/**
 * A whole shop as `npm start` runs it: work is cut into slices of the event loop, and replies are delivered, to a channel that takes each
 * at once. `held` is told how long each piece of work held the event loop, ms, the disk included, without what other programs took of the
 * processor meanwhile.
 */
export async function openRunningLadeni(folder: string, held: (ms: number) => void = () => {}) {
  const waiting = new Set<() => void>();
  function timed(act: () => void): void {
    const waited = waitedForCpu();
    const from = performance.now();
    act();
    held(Math.max(0, performance.now() - from - (waitedForCpu() - waited)));
  }
  /** Calls back in a later turn of the event loop. */
  function later(goOn: () => void): void {
    waiting.add(goOn);
    setImmediate(() => {
      waiting.delete(goOn);
      timed(goOn);
    });
  }
  const opened = await shopOver(openDatabase(join(folder, 'shop')), {
    from: BENCH_DAY, sharing: { sliceMs: SLICE_MS, clock: () => performance.now(), later }, committed: () => later(() => void delivery.deliver()),
  });
  const channel: Channel = {
    name: 'terminal', start: () => Promise.resolve(), stop: () => Promise.resolve(), typing: () => Promise.resolve(), status: () => ({ state: 'on', detail: '' }),
    send: ({ id }) => Promise.resolve({ kind: 'sent', providerId: String(id) }),
  };
  const { outbox, chats, events } = opened.shop.tables;
  const delivery = createDelivery({
    outbox, chats, events, channels: new Map([['terminal', channel]]), transact: (act) => opened.shop.engine.transact(act), now: opened.now,
    picture: () => Promise.resolve(null), wake: () => {}, failed: (error) => { throw error; }, later,
  });
  const turnOfTheLoop = (): Promise<void> => new Promise((resolve) => { setImmediate(resolve); });
  return {
    ...opened,
    /** Resolves when every message is answered and stored. */
    async hear(messages: readonly Said[]): Promise<void> {
      timed(() => opened.accept(messages));
      while (!opened.shop.tables.inbox.isEmpty()) await turnOfTheLoop();
    },
    sweep: () => timed(() => opened.shop.sweep()),
    /** Resolves when nothing is left to do: what was put off is done, and what was promised is delivered. */
    async rest(): Promise<void> {
      while (waiting.size > 0 || delivery.inFlight() > 0) await turnOfTheLoop();
    },
  };
}
