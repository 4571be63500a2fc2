import { createHash } from 'node:crypto';
import { makeCatalogue } from '../../src/shop/catalogue/make-catalogue.ts';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import { Died, TestShop, type Received } from '../test-shop.ts';
import { Customer, type Act } from './customer.ts';
import { Dice } from './dice.ts';
import { Staff } from './staff.ts';

export interface Month {
  readonly messages: number;
  readonly deaths: number;
  readonly orders: number;
  /** What was broken, with the step at which it was first seen. */
  readonly broken: readonly string[];
  /** Of the whole database: the same seed leaves the same bytes of content. */
  readonly digest: string;
}

const START = '2026-11-23T08:00:00+07:00';
const HOUR = 3_600_000;

/**
 * A shop over some days: customers with habits, forgetful staff, an owner who changes prices and counts stock, a channel
 * that delivers twice, and a process that dies before or after commits. Everything hangs on the seed.
 */
export function playMonth(options: { seed: number; customers: number; days: number; catalogue: Catalogue; deathRate: number }): Month {
  const dice = new Dice(options.seed);
  const shop = new TestShop({ catalogue: options.catalogue, at: START });
  const customers = new Map(Array.from({ length: options.customers }, (_, i) => { const customer = new Customer(i, dice); return [customer.chat, customer]; }));
  const all = [...customers.values()];
  const staff = new Staff(shop, dice);
  const broken: string[] = [];
  let messages = 0;
  let deaths = 0;
  let nextId = 0;

  function receive(): void {
    for (const message of shop.receive()) {
      watch(message);
      customers.get(message.chat)?.sees(message);
    }
  }

  /** What is seen at the door: no bot in a human's chat (F41). */
  function watch(message: Received): void {
    const chat = shop.shop.tables.chats.get(shop.chatId(message.chat));
    if (message.from === 'bot' && chat.mode === 'human') broken.push(`step ${messages}: the bot wrote into ${message.chat}, which ${String(chat.holder)} holds`);
  }

  function hear(customer: Customer, act: Exclude<Act, null>): void {
    const content = act.kind === 'says' ? { kind: 'text' as const, text: act.text }
      : act.kind === 'taps' ? { kind: 'tap' as const, choice: act.choice } : { kind: 'photo' as const, file: act.file, caption: '' };
    const times = act.kind === 'shows' ? 1 : act.times;
    for (let i = 0; i < times; i++) {
      const id = `m${nextId++}`;
      const dies = dice.chance(options.deathRate) ? dice.pick(['before', 'after'] as const) : null;
      if (dies) shop.atCommit = (when) => { if (when === dies) { shop.atCommit = () => {}; throw new Died(); } };
      try {
        shop.hear(customer.chat, content, { id });
      } catch (error) {
        if (!(error instanceof Died)) throw error;
        deaths++;
        shop.restart();
        // The provider was never told to forget it, and delivers again.
        shop.hear(customer.chat, content, { id });
      }
      shop.atCommit = () => {};
      if (dice.chance(0.05)) shop.hear(customer.chat, content, { id });
      messages++;
    }
  }

  function check(): void {
    for (const line of shop.brokenInvariants()) broken.push(`step ${messages}: ${line}`);
  }

  for (let hour = 0; hour < options.days * 24; hour++) {
    shop.now += HOUR;
    shop.shop.sweep();
    receive();
    const ofDay = (hour + 8) % 24;
    const busy = ofDay >= 8 && ofDay <= 22 ? Math.ceil(options.customers / 160) : Math.ceil(options.customers / 400);
    for (let i = 0; i < busy; i++) {
      const customer = dice.pick(all);
      // A short talk, not one line: people answer what they were asked.
      for (let turn = 0; turn < 9; turn++) {
        const act = customer.acts();
        if (!act) break;
        shop.now += 1_000 + dice.below(20_000);
        hear(customer, act);
        receive();
      }
    }
    if (ofDay >= 9 && ofDay <= 17 && dice.chance(0.7)) staff.work();
    receive();
    if (ofDay === 20 && dice.chance(0.5)) shop.renew(ownersEdit(options.catalogue, dice));
    if (hour % 6 === 0) check();
  }
  check();
  broken.push(...shop.failures);
  return {
    messages, deaths, orders: (shop.db.prepare('SELECT count(*) AS n FROM orders').get() as { n: number }).n, broken, digest: digestOf(shop),
  };
}

/** Prices move, shelves are counted: more, fewer, or as before. */
function ownersEdit(catalogue: Catalogue, dice: Dice): Catalogue {
  const products = catalogue.products.map((product) => (dice.chance(0.15)
    ? { ...product, price: Math.max(1_000, product.price + (dice.below(11) - 5) * 1_000), stock: product.stock === null ? null : dice.below(60) }
    : product));
  return makeCatalogue({ ...catalogue, products, version: `${catalogue.version}-${dice.below(1e9)}` });
}

function digestOf(shop: TestShop): string {
  const hash = createHash('sha256');
  const tables = shop.db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name`).pluck().all() as string[];
  for (const table of tables) {
    // Names come from the schema, not from anyone's hands.
    for (const row of shop.db.prepare('SELECT * FROM '.concat(table)).raw().iterate()) hash.update(JSON.stringify(row));
  }
  return hash.digest('hex');
}
