/** What takes part in the purchase: the shop in its ways of committing, and peers with bare scripts (bench/peers). */
import { join, resolve } from 'node:path';
import type { IncomingMessage } from '../src/channels/channel.ts';
import { openDatabase, type OpenOptions } from '../src/database/open.ts';
import { loadFlows } from '../src/engine/load-flows.ts';
import { openShop } from '../src/open-shop.ts';
import { loadCatalogueOrThrow } from '../src/shop/catalogue/load.ts';
import { makeCatalogue } from '../src/shop/catalogue/make-catalogue.ts';
import type { Catalogue } from '../src/shop/catalogue/snapshot.ts';
import { openHolidays } from '../src/shop/service/holidays.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';

export interface Said { readonly chat: string; readonly text: string }

export interface Contender {
  /** Messages that came at about the same time, one a customer; done when all are answered and stored. */
  hear(messages: readonly Said[]): void | Promise<void>;
  orders(): number;
  close(): void;
}

export const NAMES = ['ladeni', 'ladeni-normal', 'ladeni-one-by-one', 'builderbot-map', 'builderbot-memory', 'grammy', 'telegraf'] as const;
export type Name = (typeof NAMES)[number];

/** Stock without end: the bench measures the counter, not the shelf. */
export async function benchCatalogue(): Promise<Catalogue> {
  const base = await loadCatalogueOrThrow(resolve(import.meta.dirname, '../catalog'));
  return makeCatalogue({ ...base, products: base.products.map((product) => ({ ...product, stock: product.stock === null ? null : 1_000_000 })) });
}

/** The morning on which shops are measured, UTC ms: a Monday, while they are open. */
export const BENCH_DAY = Date.parse('2026-11-23T10:00:00+07:00');

/** A whole shop on disk, on a clock that runs a second a call from `from` on (UTC ms). Where messages come one by one, each is a transaction. */
export async function openLadeni(folder: string, options: { readonly oneByOne?: boolean; readonly from?: number } & OpenOptions = {}) {
  const catalogue = await benchCatalogue();
  const db = openDatabase(join(folder, 'shop'), options);
  let now = options.from ?? BENCH_DAY;
  let id = 0;
  const shop = openShop({
    db, catalogue, gazetteer: createGazetteer(), holidays: openHolidays(), modules: await loadFlows(), now: () => now, pauseMs: 0,
    committed: () => {}, failed: (what, error) => { throw new Error(what, { cause: error }); },
  });
  const incoming = ({ chat, text }: Said): IncomingMessage => ({
    channel: 'terminal', id: `${chat}-${id++}`, chat, name: null, quoted: null, phone: null, content: { kind: 'text', text },
  });
  const hear = (messages: readonly Said[]): void => {
    now += 1_000;
    shop.engine.acceptAll(messages.map(incoming));
    while (shop.engine.work() > 0);
  };
  return {
    db, shop,
    hear: options.oneByOne === true ? (messages: readonly Said[]) => messages.forEach((message) => hear([message])) : hear,
    orders: () => (db.prepare('SELECT count(*) AS n FROM orders').get() as { n: number }).n,
    close: () => void db.close(),
  };
}

interface Peer { hear(chat: string, text: string): Promise<unknown>; orders(): number; close(): void }

async function openPeer(file: string, folder: string, store?: string): Promise<Contender> {
  const { open } = await import(new URL(`peers/${file}.mjs`, import.meta.url).href) as { open(folder: string, store?: string): Promise<Peer> };
  const peer = await open(folder, store);
  return { ...peer, hear: async (messages) => { await Promise.all(messages.map(({ chat, text }) => peer.hear(chat, text))); } };
}

export function open(name: Name, folder: string): Promise<Contender> {
  switch (name) {
    case 'ladeni': return openLadeni(folder);
    case 'ladeni-normal': return openLadeni(folder, { synchronous: 'NORMAL' });
    case 'ladeni-one-by-one': return openLadeni(folder, { oneByOne: true });
    case 'builderbot-map': return openPeer('builderbot', folder, 'map');
    case 'builderbot-memory': return openPeer('builderbot', folder, 'memory');
    case 'grammy': return openPeer('grammy', folder);
    case 'telegraf': return openPeer('telegraf', folder);
  }
}
