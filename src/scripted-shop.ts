import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { IncomingContent, IncomingMessage, OutgoingMessage } from './channels/channel.ts';
import type { StaffAct, StaffOutcome } from './channels/staff-desk.ts';
import { createPrintingChannel } from './channels/terminal/printing-channel.ts';
import { readScriptLine, type CustomerLine, type StaffLine } from './channels/terminal/script-line.ts';
import { zonedIso } from './channels/terminal/zoned-iso.ts';
import { openDatabase, type OpenOptions } from './database/open.ts';
import { createDelivery } from './engine/deliver.ts';
import { loadFlows } from './engine/load-flows.ts';
import { keptResults } from './kept-results.ts';
import { createTaskRunner } from './engine/run-tasks.ts';
import { catalogueChecks, keptChecks } from './catalogue-checks.ts';
import { lookAtProof } from './media/look-at-proof.ts';
import { removePhotos } from './media/remove-photos.ts';
import { createPictures } from './media/pictures.ts';
import { openShop } from './open-shop.ts';
import { programVersion } from './program-version.ts';
import { NOTHING_KEPT } from './shop/catalogue/kept-checks.ts';
import { loadCatalogueOrThrow } from './shop/catalogue/load.ts';
import { openHolidays } from './shop/service/holidays.ts';
import { createGazetteer } from './shop/shipping/gazetteer.ts';
import type { UtcMs } from './shop/units.ts';
import type { Keep } from './understanding/understanding.ts';

export interface ScriptOptions {
  /** A file, or `-` for standard input. */
  readonly script: string;
  readonly catalog: string;
  /** Folder of the database, or `:memory:`. */
  readonly data: string;
  /** Folder for files that are drawn. */
  readonly files: string;
  readonly pauseMs: number;
  /** Of the database: for tests that must show what it is worth. */
  readonly durability?: OpenOptions['synchronous'];
  readonly write: (line: string) => void;
}

/** Events that the script's reader is told (design §7). */
const TOLD = /^(?:order\..+|handoff\.(?:requested|claimed|released)|staff\.alert)$/;
/** Between two instants the sweeps tick as they would have; a very long time in fewer, longer steps. */
const TICK_MS = 60_000;
const MOST_TICKS = 3_000;

/** Plays a script before the shop: reads JSON lines, prints JSON lines. Returns the exit code: 1 if a line was refused. */
export async function runScript(options: ScriptOptions): Promise<number> {
  const cache = options.data === ':memory:' ? null : join(options.data, 'cache');
  const version = programVersion();
  const keepOfVersion: Keep = cache === null ? (_name, _from, make) => make() : keptResults(cache, version);
  const gazetteer = createGazetteer((make) => keepOfVersion('places', () => '', make));
  const catalogue = await loadCatalogueOrThrow(options.catalog, catalogueChecks(gazetteer), cache === null ? NOTHING_KEPT : keptChecks(cache, version));
  const db = openDatabase(options.data, options.durability && { synchronous: options.durability });
  const started = Date.now();
  let now: UtcMs = Math.floor(started / 1000) * 1000;
  const shop = openShop({
    db, catalogue, gazetteer, holidays: openHolidays((texts, make) => keepOfVersion('holidays', () => texts, make)), modules: await loadFlows(), now: () => now,
    keep: cache === null ? undefined : keptResults(cache), keepOfVersion, pauseMs: options.pauseMs,
    committed: () => {},
    failed: (what, error) => process.stderr.write(`${what}: ${String(error instanceof Error ? error.stack : error)}\n`),
  });
  const iso = (at: UtcMs) => zonedIso(at, shop.world().premises.hours.zoneLabel);
  const print = (line: object) => options.write(JSON.stringify(line));
  const pictures = createPictures({ folder: options.files, orders: shop.business.orders, catalogue: () => shop.world().premises.catalogue, hours: () => shop.world().premises.hours });
  const channel = createPrintingChannel((message) => print(messageLine(message, iso(now))));
  const delivery = createDelivery({
    outbox: shop.tables.outbox, chats: shop.tables.chats, events: shop.tables.events,
    channels: new Map([['terminal', channel]]), transact: (act) => shop.engine.transact(act), now: () => now,
    picture: (reference) => pictures.pathOf(reference), wake: () => {},
    failed: (error) => process.stderr.write(`${String(error)}\n`),
  });
  const tasks = createTaskRunner({
    tasks: shop.tables.tasks, transact: (act) => shop.engine.transact(act), now: () => now,
    handlers: {
      remove_photos: removePhotos(() => Promise.resolve(false), pictures),
      look_at_proof: lookAtProof({
        proofs: shop.business.proofs, dataFolder: options.files, now: () => now,
        tell: shop.engine.acceptEvent,
        fetch: (reference) => Promise.reject(new Error(`nothing to fetch ${reference} from`)),
      }),
    },
    failed: () => {},
  });
  let lastEvent = shop.tables.events.lastId();

  async function settle(): Promise<void> {
    await tasks.runDue();
    await delivery.deliver();
    for (let rows = shop.tables.events.after(lastEvent); rows.length > 0; rows = shop.tables.events.after(lastEvent)) {
      for (const row of rows) {
        lastEvent = row.id;
        if (!TOLD.test(row.kind)) continue;
        const chat = row.chat_id === null ? undefined : shop.tables.chats.get(row.chat_id).address;
        print({ at: iso(row.at), event: row.kind, ...(chat !== undefined && { chat }), ...(JSON.parse(row.data) as object) });
      }
    }
  }

  /** Lets time pass up to an instant, with every sweep that is due on the way. */
  async function pass(to: UtcMs): Promise<void> {
    const step = Math.max(TICK_MS, Math.ceil((to - now) / MOST_TICKS));
    while (now + step < to) {
      now += step;
      const before = shop.tables.events.lastId();
      shop.sweep();
      if (shop.tables.events.lastId() !== before || shop.tables.outbox.open().length > 0) await settle();
    }
    now = to;
    shop.sweep();
    await settle();
  }

  let refused = false;
  let first = true;
  let number = 0;
  const input = options.script === '-' ? process.stdin : createReadStream(options.script);
  for await (const text of createInterface({ input, crlfDelay: Infinity })) {
    number++;
    if (text.trim() === '') continue;
    try {
      const { kind, line } = readScriptLine(text);
      const to = line.at === undefined ? now + (first ? 0 : 1000) : Date.parse(line.at);
      // The first instant is where the story begins: no time has passed before it. A clock may also be set back.
      if (first || to <= now) {
        now = to;
        if (kind === 'time') { shop.sweep(); }
      } else await pass(to);
      first = false;
      if (kind === 'customer') shop.engine.accept(messageOf(line));
      if (kind === 'staff') {
        const outcome = act(line);
        if (outcome.kind !== 'done') throw new Error(outcome.reason);
        if (outcome.note !== null) print({ at: iso(now), staff: line.staff, note: outcome.note });
      }
      await settle();
    } catch (error) {
      refused = true;
      await settle();
      print({ error: { line: number, message: error instanceof Error ? error.message : String(error) } });
    }
    print({ done: number });
  }
  if (options.pauseMs > 0) await pass(now + options.pauseMs + TICK_MS);
  db.close();
  return refused ? 1 : 0;

  function act(line: StaffLine): StaffOutcome {
    const by: StaffAct = { by: line.staff, id: `script:${randomUUID()}` };
    const { desk } = shop;
    if ('chat' in line) {
      const chat = shop.tables.chats.find('terminal', line.chat);
      if (!chat) return { kind: 'refused', reason: `chat "${line.chat}" belum pernah menulis` };
      switch (line.do) {
        case 'claim': return desk.claim(by, chat.id);
        case 'reply': return desk.reply(by, chat.id, line.text, line.force ? { asWritten: true, now: true } : {});
        case 'release': return desk.release(by, chat.id, line.text ?? '');
        case 'transfer': return desk.transfer(by, chat.id, line.to);
      }
    }
    switch (line.do) {
      case 'approve_payment': return desk.approvePayment(by, line.order);
      case 'reject_payment': return desk.rejectPayment(by, line.order, line.reason);
      case 'pack': return desk.pack(by, line.order);
      case 'ship': return desk.ship(by, line.order, line.tracking ?? '');
      case 'deliver': return desk.deliver(by, line.order);
      case 'cancel': return desk.cancel(by, line.order, line.reason);
      case 'return': return desk.takeBack(by, line.order, line.restock ?? false);
      case 'refund': return desk.refund(by, line.order, line.amount ?? null, line.reference ?? '');
    }
  }
}

function messageOf(line: CustomerLine): IncomingMessage {
  return {
    channel: 'terminal', id: line.id === undefined ? `script:${randomUUID()}` : `${line.chat}:${line.id}`, chat: line.chat,
    name: line.name ?? null, content: contentOf(line), quoted: null, phone: null,
  };
}

function contentOf(line: CustomerLine): IncomingContent {
  if (line.tap !== undefined) return { kind: 'tap', choice: line.tap };
  if (line.photo !== undefined) return { kind: 'photo', file: resolve(line.photo), caption: line.text ?? '' };
  if (line.location !== undefined) return { kind: 'location', ...line.location };
  if (line.kind !== undefined) return { kind: 'other', what: line.kind };
  return { kind: 'text', text: line.text ?? '' };
}

function messageLine(message: OutgoingMessage, at: string): object {
  return {
    at, to: message.chat, from: message.from, text: message.text,
    ...(message.choices.length > 0 && { choices: message.choices }),
    ...(message.photo !== null && { photo: message.photo }),
  };
}
