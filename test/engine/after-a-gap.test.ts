import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const HOUR = 3_600_000;

/** Rina has an order, Budi only asked. */
function shopWithTwo(at: string): TestShop {
  const shop = new TestShop({ catalogue, at });
  shop.hear('rina', 'pesan wajan granit 28 satu kirim ke bandung');
  shop.hear('rina', '1. Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong');
  shop.hear('rina', 'transfer');
  shop.hear('budi', 'ada panci?');
  expect(shop.shop.business.orders.byNumber('DK-1')).toBeDefined();
  shop.events();
  shop.receive();
  return shop;
}

const gapOf = (shop: TestShop, hours: number) => ({ from: shop.now - hours * HOUR, to: shop.now });

describe('after a channel was out of reach for longer than it keeps messages (F9)', () => {
  it('asks whoever has an order to write again, and staff to look', () => {
    const shop = shopWithTwo('2026-11-24T10:00:00+07:00');
    shop.now += 2 * 24 * HOUR;
    shop.shop.tellAfterGap({ name: 'terminal', called: 'Telegram' }, gapOf(shop, 30));
    const said = shop.receive();
    expect(said.map((reply) => reply.chat)).toEqual(['rina']);
    expect(said[0]!.text).toContain('Telegram sempat terputus (Rab 25 – Kam 26 Nov)');
    expect(shop.events()).toMatchObject([{ kind: 'staff.alert', data: { reason: 'channel_gap', detail: 'Telegram, 30 jam' } }]);
  });

  it('at night waits for the shop to open', () => {
    const shop = shopWithTwo('2026-11-24T10:00:00+07:00');
    shop.now = Date.parse('2026-11-26T02:00:00+07:00');
    shop.shop.tellAfterGap({ name: 'terminal', called: 'Telegram' }, gapOf(shop, 30));
    expect(shop.receive()).toEqual([]);
    shop.now = Date.parse('2026-11-26T09:00:00+07:00');
    shop.shop.sweep();
    expect(shop.receive().filter((reply) => reply.text.includes('sempat terputus'))).toHaveLength(1);
  });

  it('leaves the customers of other channels, and those silent for a month, alone', () => {
    const shop = shopWithTwo('2026-11-24T10:00:00+07:00');
    shop.shop.tellAfterGap({ name: 'telegram', called: 'Telegram' }, gapOf(shop, 30));
    shop.now += 31 * 24 * HOUR;
    shop.shop.tellAfterGap({ name: 'terminal', called: 'Telegram' }, gapOf(shop, 30));
    expect(shop.receive()).toEqual([]);
  });
});
