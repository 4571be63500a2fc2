import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Channel, ChannelName } from '../../src/channels/channel.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createDelivery } from '../../src/engine/deliver.ts';
import type { Sharing } from '../../src/engine/engine.ts';
import { buys } from '../shop/ordering/buying.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();

/** An event loop turned by hand, on a clock that every turn of a conversation moves on. */
class HandTurnedLoop implements Sharing {
  readonly sliceMs = 5;
  private readonly waiting: (() => void)[] = [];
  private time = 0;
  readonly clock = (): number => this.time++;
  readonly later = (goOn: () => void): void => { this.waiting.push(goOn); };

  get idle(): boolean { return this.waiting.length === 0; }

  /** What is due in the next turn of the loop, and nothing that comes of it. */
  turn(): void {
    for (const goOn of this.waiting.splice(0)) goOn();
  }

  turnUntilIdle(): number {
    let turns = 0;
    for (; !this.idle; turns++) this.turn();
    return turns;
  }
}

interface Opened { readonly shop: TestShop; readonly loop: HandTurnedLoop; readonly commits: () => number }

function open(options: { readonly pauseMs?: number } = {}): Opened {
  const loop = new HandTurnedLoop();
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00', sharing: loop, ...options });
  let commits = 0;
  shop.atCommit = (when) => { if (when === 'after') commits++; };
  return { shop, loop, commits: () => commits };
}

const message = (chat: string, id: string, text: string) =>
  ({ channel: 'terminal' as const, id, chat, name: null, quoted: null, phone: null, content: { kind: 'text' as const, text } });

const crowd = (count: number, text = 'jam buka?') => Array.from({ length: count }, (_, i) => message(`c${i}`, `m${i}`, text));

describe('a long piece of work is done in slices', () => {
  it('answers whoever fits into one, and the others in later turns of the event loop, each slice committed before the next begins', () => {
    const { shop, loop, commits } = open();
    expect(shop.shop.engine.acceptAll(crowd(23)).every(({ fresh }) => fresh)).toBe(true);
    const first = shop.receive();
    expect(first).toHaveLength(5);
    expect(shop.shop.engine.waiting()).toBe(18);
    const before = commits();
    loop.turn();
    expect(commits()).toBe(before + 1);
    expect(shop.receive()).toHaveLength(5);
    expect(loop.turnUntilIdle()).toBeGreaterThan(1);
    const answered = [...first, ...shop.receive()].map(({ chat }) => chat);
    expect(new Set(answered).size).toBe(answered.length);
    expect(shop.shop.engine.waiting()).toBe(0);
    expect(shop.failures).toEqual([]);
  });

  it('keeps the order of each chat, and gives nobody a second turn before all have had one', () => {
    const { shop, loop } = open();
    const storm = Array.from({ length: 20 }, (_, i) => message('banjir', `b${i}`, `jam buka ${i}?`));
    shop.shop.engine.acceptAll([...storm.slice(0, 10), ...crowd(8), ...storm.slice(10)]);
    loop.turnUntilIdle();
    const told = shop.db.prepare('SELECT c.address FROM outbox o JOIN chats c ON c.id = o.chat_id ORDER BY o.id').pluck().all() as string[];
    expect(new Set(told.slice(0, 9)).size).toBe(9);
    const worked = shop.db.prepare(`SELECT provider_id FROM inbox WHERE state = 'done' AND chat_id = 1 ORDER BY id`).pluck().all();
    expect(worked).toEqual(storm.map(({ id }) => id));
  });

  it('loses nothing and answers nobody twice when the process dies between two slices', () => {
    const { shop, loop } = open();
    shop.shop.engine.acceptAll(crowd(23));
    loop.turn();
    const before = shop.receive().map(({ chat }) => chat);
    shop.restart();
    loop.turnUntilIdle();
    const after = shop.receive().map(({ chat }) => chat);
    expect([...before, ...after].sort()).toEqual(crowd(23).map(({ chat }) => chat).sort());
  });

  it('hears an edit of a message that waits for a later slice', () => {
    const { shop, loop } = open();
    shop.shop.engine.acceptAll(crowd(12));
    shop.hear('c11', 'alamat tokonya di mana?', { id: 'e1', edits: 'm11' });
    loop.turnUntilIdle();
    expect(shop.receive().filter(({ chat }) => chat === 'c11').map(({ text }) => text).join()).toContain('Jl.');
  });

  it('hears an edit that comes along with what it changes: one message, answered once', () => {
    const { shop } = open();
    shop.shop.engine.acceptAll([message('c1', 'm1', 'jam buka?'), { ...message('c1', 'e1', 'alamat tokonya di mana?'), edits: 'm1' }]);
    expect(shop.receive().map(({ text }) => text.includes('Jl.'))).toEqual([true]);
  });

  it('lets no message overtake one of its chat that waits for a later slice', () => {
    const { shop, loop } = open();
    shop.shop.engine.acceptAll(crowd(12));
    shop.shop.engine.acceptAll([message('c11', 'n11', 'alamat tokonya di mana?')]);
    loop.turnUntilIdle();
    expect(shop.receive().filter(({ chat }) => chat === 'c11').map(({ text }) => text.includes('Jl.'))).toEqual([false, true]);
  });

  it('gives nobody a second turn before all have had one where everything fits into one', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    shop.shop.engine.acceptAll([message('c1', 'm1', 'jam buka?'), message('c1', 'm2', 'alamat tokonya di mana?'), message('c2', 'm3', 'jam buka?')]);
    expect(shop.db.prepare('SELECT c.address FROM outbox o JOIN chats c ON c.id = o.chat_id ORDER BY o.id').pluck().all()).toEqual(['c1', 'c2', 'c1']);
  });

  it('does so with thoughts that were gathered by a pause, and is asked once for what is left', () => {
    const { shop, loop } = open({ pauseMs: 2_000 });
    shop.shop.engine.acceptAll(crowd(23));
    shop.now += 3_000;
    expect(shop.shop.engine.work()).toBe(5);
    expect(shop.shop.engine.work()).toBe(5);
    loop.turnUntilIdle();
    expect(new Set(shop.receive().map(({ chat }) => chat)).size).toBe(23);
  });
});

describe('a sweep is done in slices', () => {
  const states = (shop: TestShop): string[] => shop.db.prepare('SELECT state FROM orders ORDER BY id').pluck().all() as string[];

  it('lapses in each as many orders as fit, and leaves alone whoever sent a proof in between', () => {
    const { shop, loop } = open();
    for (let i = 0; i < 12; i++) buys(shop, `r${i}`, 'spatula silikon 1');
    expect(states(shop)).toEqual(Array.from({ length: 12 }, () => 'awaiting_payment'));
    shop.now = Date.parse('2026-11-30T10:00:00+07:00');
    shop.shop.sweep();
    const lapsed = states(shop).filter((state) => state === 'expired').length;
    expect(lapsed).toBeGreaterThan(0);
    expect(lapsed).toBeLessThan(12);
    shop.shop.sweep();
    expect(states(shop).filter((state) => state === 'expired')).toHaveLength(lapsed);
    shop.shop.engine.transact(() => shop.shop.business.orders.stopClock(shop.shop.business.orders.get(12)));
    loop.turnUntilIdle();
    expect(states(shop)).toEqual([...Array.from({ length: 11 }, () => 'expired'), 'awaiting_payment']);
  });
});

describe('replies to many chats', () => {
  it('are begun a transaction at a time, the others in a later turn of the event loop, though none of the first has arrived', () => {
    const { shop, loop } = open();
    shop.shop.engine.acceptAll(crowd(40));
    loop.turnUntilIdle();
    const begun: string[] = [];
    const channel: Channel = {
      name: 'terminal', start: () => Promise.resolve(), stop: () => Promise.resolve(), typing: () => Promise.resolve(), status: () => ({ state: 'on', detail: '' }),
      send: (message) => { begun.push(message.chat); return new Promise(() => {}); },
    };
    const { outbox, chats, events } = shop.shop.tables;
    const delivery = createDelivery({
      outbox, chats, events, channels: new Map<ChannelName, Channel>([['terminal', channel]]), transact: (act) => shop.shop.engine.transact(act), now: () => shop.now,
      picture: () => Promise.resolve(null), wake: () => {}, failed: (error) => { throw error; }, later: loop.later,
    });
    void delivery.deliver();
    expect(delivery.inFlight()).toBe(32);
    loop.turn();
    expect(delivery.inFlight()).toBe(40);
    loop.turnUntilIdle();
    expect(new Set(begun).size).toBe(begun.length);
  });
});

describe('the log of changes', () => {
  it('is brought into the database between two pieces of work, a little at a time', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ladeni-slices-test-'));
    try {
      const loop = new HandTurnedLoop();
      const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00', sharing: loop, db: openDatabase(folder) });
      /** Messages in the database's own file, without its log. */
      const broughtIn = (): number => {
        const copy = new Sqlite(readFileSync(join(folder, 'ladeni.db')).map((byte, at) => (at === 18 || at === 19 ? 1 : byte)) as Buffer);
        const count = copy.prepare('SELECT count(*) FROM inbox').pluck().get() as number;
        copy.close();
        return count;
      };
      shop.db.pragma('wal_checkpoint');
      shop.shop.engine.acceptAll(crowd(200));
      expect(broughtIn()).toBe(0);
      loop.turn();
      expect(broughtIn()).toBe(200);
      loop.turnUntilIdle();
      expect(shop.shop.engine.waiting()).toBe(0);
      shop.db.close();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
