import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const PAUSE = 2_000;

/** Time passes in quarters of a second, as the shop looks at its pauses, while so many chats write without end. */
function flood(shop: TestShop, ms: number, attackers: number, each: (chat: string) => void): void {
  for (const until = shop.now + ms; shop.now < until; shop.now += 250) {
    for (let i = 0; i < attackers; i++) each(`banjir${i}`);
    shop.shop.engine.work();
  }
}

describe('who never stops writing (S17)', () => {
  it.each([[1, 400], [10, 40]])('%i chats with %i messages a quarter of a second keep no customer waiting longer than the pause and a moment', (attackers, messages) => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00', pauseMs: PAUSE });
    const storm = (chat: string): void => {
      shop.shop.engine.acceptAll(Array.from({ length: messages }, (_, i) => ({ channel: 'terminal' as const, id: `${chat}-${shop.now}-${i}`, chat, name: null, quoted: null, phone: null, content: { kind: 'text' as const, text: `spam ${i}` } })));
    };
    flood(shop, 1_500, attackers, storm);
    shop.hear('rina', 'jam buka?');
    flood(shop, PAUSE + 500, attackers, storm);
    const told = shop.receive().filter((message) => message.chat === 'rina');
    expect(told.map((message) => message.text).join()).toContain('09.00');
    expect(shop.failures).toEqual([]);
  });

  it('is answered in between, a thought at a time, and nothing of it is lost', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00', pauseMs: PAUSE });
    flood(shop, 30_000, 1, (chat) => { for (let i = 0; i < 20; i++) shop.hear(chat, 'halo kak'); });
    expect(shop.receive().length).toBeGreaterThan(0);
    shop.now += 60_000;
    for (let i = 0; i < 20; i++) shop.shop.engine.work();
    expect(shop.db.prepare(`SELECT count(*) FROM inbox WHERE state = 'new'`).pluck().get()).toBe(0);
    expect(shop.db.prepare('SELECT count(*) FROM inbox').pluck().get()).toBe(2_400);
    // A turn costs what a thought costs, not what its messages do.
    expect(shop.db.prepare('SELECT count(*) FROM outbox').pluck().get()).toBeLessThan(60);
  });
});
