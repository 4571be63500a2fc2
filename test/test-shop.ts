import { resolve } from 'node:path';
import type { IncomingContent } from '../src/channels/channel.ts';
import type { Database } from '../src/database/open.ts';
import { choicesOf } from '../src/engine/choice-tokens.ts';
import { isVoid } from '../src/engine/deliver.ts';
import type { Sharing } from '../src/engine/engine.ts';
import { loadFlows } from '../src/engine/load-flows.ts';
import { openShop, understandingPremises, type OpenShop, type ShopParts } from '../src/open-shop.ts';
import type { Outside } from '../src/shop/business.ts';
import { loadCatalogue } from '../src/shop/catalogue/load.ts';
import type { Catalogue } from '../src/shop/catalogue/snapshot.ts';
import { openHolidays } from '../src/shop/service/holidays.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';
import type { UtcMs } from '../src/shop/units.ts';
import { freshDatabase } from './fresh-database.ts';
import { keep } from './keep.ts';
import { brokenBooks } from './simulation/broken-books.ts';

/** What a customer got. */
export interface Received {
  readonly id: number;
  readonly chat: string;
  readonly from: string;
  readonly text: string;
  readonly choices: readonly { readonly id: string; readonly label: string }[];
  readonly photo: string | null;
}

const gazetteer = createGazetteer();
const holidays = openHolidays();
const modules = await loadFlows();

export async function sampleCatalogue(folder = resolve(import.meta.dirname, '../catalog')): Promise<Catalogue> {
  const loaded = await loadCatalogue(folder);
  if (loaded.kind === 'refused') throw new Error(JSON.stringify(loaded.problems));
  return loaded.catalogue;
}

/** The shop by a version of the owner's files, made once for many shops: all of it is pure. */
export function premisesMadeOnce(): NonNullable<ShopParts['premisesOf']> {
  const made = new WeakMap<Catalogue, ReturnType<typeof understandingPremises>>();
  return (catalogue) => {
    const premises = made.get(catalogue) ?? understandingPremises(catalogue, { gazetteer, holidays, modules, keep });
    made.set(catalogue, premises);
    return premises;
  };
}

/** The process has died: thrown out of a commit point by a test. */
export class Died extends Error {}

/** A whole shop in memory, on a clock that tests turn by hand. `restart` forgets everything that is not in the database. */
export class TestShop {
  readonly db: Database;
  now: UtcMs;
  shop: OpenShop;
  private catalogue: Catalogue;
  private readonly pauseMs: number;
  private readonly outside: Outside;
  private readonly sharing: Sharing | undefined;
  private lastEvent = 0;
  private nextId = 0;
  readonly failures: string[] = [];
  /** Called at commit points; throw `Died` to die there. */
  atCommit: (when: 'before' | 'after') => void = () => {};

  constructor(options: { catalogue: Catalogue; at: string | UtcMs; db?: Database; pauseMs?: number; outside?: Outside; sharing?: Sharing; premisesOf?: ShopParts['premisesOf'] }) {
    this.pauseMs = options.pauseMs ?? 0;
    this.outside = options.outside ?? { couriers: [], gateway: false };
    this.sharing = options.sharing;
    this.catalogue = options.catalogue;
    this.now = typeof options.at === 'string' ? Date.parse(options.at) : options.at;
    this.db = options.db ?? freshDatabase();
    this.shop = this.open(options.premisesOf);
    this.lastEvent = this.shop.tables.events.lastId();
  }

  private open(premisesOf?: ShopParts['premisesOf']): OpenShop {
    return openShop({
      db: this.db, catalogue: this.catalogue, modules, keep, gazetteer, holidays, now: () => this.now, pauseMs: this.pauseMs, outside: this.outside, committed: () => {},
      failed: (what, error) => {
        if (!(error instanceof Died)) this.failures.push(`${what}: ${String(error instanceof Error ? error.stack : error)}`);
      },
      atCommit: (when) => this.atCommit(when), ...(this.sharing && { sharing: this.sharing }), ...(premisesOf && { premisesOf }),
    });
  }

  /** A new process over the same database: everything else is made anew. */
  restart(): void {
    if (this.db.inTransaction) this.db.exec('ROLLBACK');
    this.shop = this.open();
    this.shop.engine.recover();
  }

  renew(catalogue: Catalogue): void {
    this.catalogue = catalogue;
    this.shop.renew(catalogue);
  }

  /** A customer's message. Returns its provider id, so that it can be delivered again. */
  hear(chat: string, content: IncomingContent | string, options: { id?: string; name?: string; edits?: string } = {}): string {
    const id = options.id ?? `m${++this.nextId}`;
    this.shop.engine.accept({
      channel: 'terminal', id, chat, name: options.name ?? null, quoted: null, phone: null, ...(options.edits !== undefined && { edits: options.edits }),
      content: typeof content === 'string' ? { kind: 'text', text: content } : content,
    });
    return id;
  }

  /** Delivers what is ready, in order, as the sender would. */
  receive(): Received[] {
    const { outbox, chats } = this.shop.tables;
    const received: Received[] = [];
    this.shop.engine.transact(() => {
      for (const row of outbox.open()) {
        const chat = chats.get(row.chat_id);
        if (row.state === 'held' || row.due_at > this.now) continue;
        if (isVoid(row, chat)) {
          outbox.cancel(row.id);
          continue;
        }
        outbox.sent(row.id, `p${row.id}`, this.now);
        received.push({ id: row.id, chat: chat.address, from: row.sender, text: row.text, choices: choicesOf(row.id, row.choices), photo: row.photo });
      }
    });
    return received;
  }

  /** Events since the last call. */
  events(): { kind: string; chat: string | null; data: Record<string, unknown> }[] {
    const rows = this.shop.tables.events.after(this.lastEvent, 10_000);
    this.lastEvent = rows.at(-1)?.id ?? this.lastEvent;
    return rows.map((row) => ({
      kind: row.kind, chat: row.chat_id === null ? null : this.shop.tables.chats.get(row.chat_id).address,
      data: JSON.parse(row.data) as Record<string, unknown>,
    }));
  }

  chatId(address: string): number {
    const chat = this.shop.tables.chats.find('terminal', address);
    if (!chat) throw new Error(`chat ${address} has not written yet`);
    return chat.id;
  }

  /** Lets time pass, minute by minute for sweeps. */
  pass(to: string | UtcMs): void {
    const until = typeof to === 'string' ? Date.parse(to) : to;
    const step = Math.max(60_000, Math.ceil((until - this.now) / 2_000));
    while (this.now + step < until) {
      this.now += step;
      this.shop.sweep();
    }
    this.now = until;
    this.shop.engine.work();
    this.shop.sweep();
  }

  /** What counts in the end: orders, stock, carts. The same for the same story, however it was told. */
  outcome(): unknown {
    const all = (sql: string) => this.db.prepare(sql).all();
    return {
      orders: all(`SELECT number, customer_id, state, payment, goods, shipping_cost, discount, unique_code, total, service_id, place_code,
        recipient, phone, address FROM orders ORDER BY id`),
      lines: all('SELECT order_id, sku, quantity, unit_price FROM order_lines ORDER BY order_id, sku'),
      stock: all('SELECT sku, on_hand, reserved FROM stock WHERE reserved > 0 OR sku IN (SELECT sku FROM order_lines) ORDER BY sku'),
      discounts: all('SELECT order_id, name, amount, part, code, given_back_at IS NOT NULL AS given_back FROM order_discounts ORDER BY order_id, position'),
      vouchers: all('SELECT customer_id, code FROM held_vouchers ORDER BY customer_id, code'),
      carts: all('SELECT customer_id, sku, quantity FROM cart_lines ORDER BY customer_id, sku'),
      chats: all('SELECT address, mode, holder FROM chats ORDER BY id'),
    };
  }

  /** What must hold after every step, whatever happened (faults.md (b)). */
  brokenInvariants(): string[] {
    const waiting = this.db.prepare(`SELECT id FROM inbox WHERE state = 'new'`).pluck().all() as number[];
    return [...brokenBooks(this.db), ...waiting.map((id) => `message ${id} was never worked off`)];
  }
}
