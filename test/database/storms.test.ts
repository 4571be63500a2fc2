import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const count = (shop: TestShop, table: 'inbox' | 'outbox'): number => shop.db.prepare('SELECT count(*) FROM '.concat(table)).pluck().get() as number;

describe('a storm of redeliveries (F24)', () => {
  it('a thousand copies of one message are one message and one reply', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    for (let i = 0; i < 1_000; i++) shop.hear('c1', 'halo kak', { id: 'the-same' });
    expect([count(shop, 'inbox'), count(shop, 'outbox')]).toEqual([1, 1]);
  });

  it('a thousand copies in one batch are one as well', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    const copies = Array.from({ length: 1_000 }, () => ({ channel: 'terminal' as const, id: 'the-same', chat: 'c1', name: null, quoted: null, phone: null, content: { kind: 'text' as const, text: 'halo kak' } }));
    expect(shop.shop.engine.acceptAll(copies).filter(({ fresh }) => fresh)).toHaveLength(1);
    expect([count(shop, 'inbox'), count(shop, 'outbox')]).toEqual([1, 1]);
  });

  it('an album of ten pictures, each delivered three times and out of order, is ten messages', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    for (let round = 0; round < 3; round++) {
      for (let i = 9; i >= 0; i--) shop.hear('c1', { kind: 'photo', file: `photos/2026-11/${String(i).padStart(20, 'a')}.jpg`, caption: i === 0 ? 'ada yang begini kak?' : '' }, { id: `album-${(i + round) % 10}` });
    }
    expect(count(shop, 'inbox')).toBe(10);
    expect(shop.failures).toEqual([]);
  });
});
