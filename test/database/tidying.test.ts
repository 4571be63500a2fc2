import { describe, expect, it } from 'vitest';
import { openDatabase, type Database } from '../../src/database/open.ts';
import { createTidying, WORDS_KEPT_MS } from '../../src/database/tidying.ts';
import { tokenOf, tokenPrefixOf } from '../../src/engine/choice-tokens.ts';
import { buys, says } from '../shop/ordering/buying.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const DAY = 24 * 3_600_000;
const YEAR = 365 * DAY;
const MONDAY = '2026-11-23T10:00:00+07:00';
/** What grows with every word that is said. */
const GROWING = ['inbox', 'outbox', 'events', 'tasks', 'misunderstood', 'sought', 'used_choices'];
const BOOKS = ['customers', 'orders', 'order_lines', 'order_events', 'stock_ledger', 'handoffs', 'staff_acts', 'ratings', 'addresses', 'refunds', 'proofs', 'suggestions'];
// Table names are those above.
const count = (db: Database, table: string): number => db.prepare('SELECT count(*) FROM '.concat(table)).pluck().get() as number;
const counts = (db: Database, tables: readonly string[]) => Object.fromEntries(tables.map((table) => [table, count(db, table)]));

function tidyUp(shop: TestShop): string[] {
  const tidying = createTidying(shop.db, tokenPrefixOf);
  const photos: string[] = [];
  for (let i = 0; i < 50; i++) photos.push(...tidying.step(shop.now));
  return photos;
}

/** A customer's whole purchase, with a photo, a tap, something nobody understands, and a person who comes. */
function aStory(shop: TestShop, chat: string): void {
  buys(shop, chat, 'spatula silikon 1');
  shop.hear(chat, { kind: 'photo', file: `photos/2026-11/${chat.padEnd(20, 'x')}.jpg`, caption: 'sudah transfer' });
  shop.receive();
  const order = shop.db.prepare('SELECT number FROM orders ORDER BY id DESC LIMIT 1').pluck().get() as string;
  shop.shop.desk.approvePayment({ by: 'siti', id: `a${chat}` }, order);
  shop.shop.desk.ship({ by: 'siti', id: `s${chat}` }, order, 'JP0123456789');
  shop.shop.desk.deliver({ by: 'siti', id: `d${chat}` }, order);
  const stars = shop.receive().flatMap((message) => message.choices);
  shop.hear(chat, { kind: 'tap', choice: stars.at(-1)!.id });
  says(shop, chat, 'jual televisi ga?');
  says(shop, chat, 'xqzw plorf grnk');
  shop.receive();
  shop.shop.engine.transact(() => { for (const task of shop.shop.tables.tasks.due(shop.now, 50)) shop.shop.tables.tasks.done(task.id); });
}

describe('old rows that nobody needs (F30)', () => {
  it('go after their time, a year for what was said; the books stay to the last row', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    aStory(shop, 'lama');
    const books = counts(shop.db, BOOKS);
    const growing = counts(shop.db, GROWING);
    shop.now += WORDS_KEPT_MS - DAY;
    tidyUp(shop);
    for (const table of ['inbox', 'outbox', 'events', 'used_choices']) expect([table, count(shop.db, table)]).toEqual([table, growing[table]]);
    // A newer message of another customer keeps the numbers going.
    says(shop, 'baru', 'halo kak');
    says(shop, 'baru', 'jual televisi ga?');
    shop.now += 2 * DAY;
    expect(tidyUp(shop)).toEqual([`photos/2026-11/${'lama'.padEnd(20, 'x')}.jpg`]);
    expect(counts(shop.db, BOOKS)).toEqual({ ...books, customers: books.customers! + 1 });
    expect(shop.db.prepare(`SELECT count(*) FROM inbox i JOIN chats c ON c.id = i.chat_id WHERE c.address = 'lama'`).pluck().get()).toBe(0);
    expect(shop.db.prepare(`SELECT count(*) FROM outbox o JOIN chats c ON c.id = o.chat_id WHERE c.address = 'lama'`).pluck().get()).toBe(0);
    expect(count(shop.db, 'used_choices')).toBe(0);
    expect([growing.sought, count(shop.db, 'sought')]).toEqual([1, 1]);
    expect(shop.db.prepare(`SELECT c.address FROM sought s JOIN chats c ON c.id = s.chat_id`).pluck().all()).toEqual(['baru']);
    expect(shop.db.prepare('SELECT file FROM proofs').pluck().all()).toEqual([null]);
    expect(shop.brokenInvariants()).toEqual([]);
  });

  it('keep what is still to be worked off, sent, held or decided, however old it is', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    says(shop, 'c1', 'halo kak');
    buys(shop, 'c1', 'spatula silikon 1');
    shop.hear('c1', { kind: 'photo', file: 'photos/2026-11/aaaaaaaaaaaaaaaaaaaa.jpg', caption: 'sudah transfer' });
    shop.receive();
    shop.db.prepare(`UPDATE inbox SET state = 'new' WHERE id = 1`).run();
    shop.db.prepare(`UPDATE outbox SET state = 'held' WHERE id = 1`).run();
    shop.db.prepare(`INSERT INTO tasks (kind, data, due_at) VALUES ('look_at_proof', '{}', 0)`).run();
    const tasks = shop.db.prepare(`SELECT count(*) FROM tasks WHERE state = 'ready'`).pluck().get();
    shop.now += 2 * YEAR;
    tidyUp(shop);
    expect(shop.db.prepare('SELECT id FROM inbox WHERE id = 1').pluck().get()).toBe(1);
    expect(shop.db.prepare('SELECT id FROM outbox WHERE id = 1').pluck().get()).toBe(1);
    expect(shop.db.prepare(`SELECT count(*) FROM tasks WHERE state = 'ready'`).pluck().get()).toBe(tasks);
    expect(shop.db.prepare('SELECT file FROM proofs').pluck().get()).toBe('photos/2026-11/aaaaaaaaaaaaaaaaaaaa.jpg');
  });

  it('never let a number be given twice, though everything is old', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    aStory(shop, 'lama');
    const newest = Object.fromEntries(['inbox', 'outbox', 'events'].map((table) => [table, shop.db.prepare('SELECT max(id) FROM '.concat(table)).pluck().get()]));
    shop.now += 3 * YEAR;
    tidyUp(shop);
    for (const [table, id] of Object.entries(newest)) expect(shop.db.prepare('SELECT max(id) FROM '.concat(table)).pluck().get(), table).toBe(id);
    says(shop, 'baru', 'halo kak');
    for (const [table, id] of Object.entries(newest)) if (table !== 'events') expect(shop.db.prepare('SELECT max(id) FROM '.concat(table)).pluck().get(), table).toBeGreaterThan(id as number);
  });

  it('take the tokens of their own choices along and no others', () => {
    const db = openDatabase(':memory:');
    const use = db.prepare('INSERT INTO used_choices (token, used_at) VALUES (?, 0)');
    db.prepare(`INSERT INTO customers (id, created_at) VALUES (1, 0)`).run();
    db.prepare(`INSERT INTO chats (id, channel, address, customer_id) VALUES (1, 'webchat', 'a', 1)`).run();
    for (const id of [1, 35, 36, 37, 1_296]) {
      db.prepare(`INSERT INTO outbox (id, chat_id, sender, text, choices, epoch, state, due_at, created_at) VALUES (?, 1, 'bot', '', '[]', 0, 'sent', ?, ?)`).run(id, id === 36 ? 0 : YEAR * 3, id === 36 ? 0 : YEAR * 3);
      use.run(tokenOf(id, 0));
      use.run(tokenOf(id, 12));
    }
    // 36 is "10": "1" (1) and "100" (1,296) begin alike.
    db.prepare('DELETE FROM outbox WHERE id IN (1, 35)').run();
    createTidying(db, tokenPrefixOf).step(YEAR * 3);
    expect(db.prepare('SELECT token FROM used_choices ORDER BY token').pluck().all()).toEqual([1, 35, 37, 1_296].flatMap((id) => [tokenOf(id, 0), tokenOf(id, 12)]).sort());
  });

  it('are taken a hundred at a time, so that nobody waits for it', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    says(shop, 'c1', 'halo kak');
    const insert = shop.db.prepare(`INSERT INTO inbox (channel, provider_id, chat_id, content, received_at, state) VALUES ('terminal', ?, 1, '{"kind":"text","text":"x"}', ?, 'done')`);
    for (let i = 0; i < 1_000; i++) insert.run(`old${i}`, shop.now);
    const before = count(shop.db, 'inbox');
    shop.now += YEAR + DAY;
    createTidying(shop.db, tokenPrefixOf).step(shop.now);
    expect(before - count(shop.db, 'inbox')).toBe(100);
  });
});
