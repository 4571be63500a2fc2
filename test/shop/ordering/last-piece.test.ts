import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../../src/shop/catalogue/make-catalogue.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { orderCount, orderForm } from './buying.ts';

const SPATULA = 'SPT-SIL';
const sample = await sampleCatalogue();
const withPieces = (stock: number) => makeCatalogue({
  ...sample, products: sample.products.map((product) => (product.sku === SPATULA ? { ...product, stock } : product)), version: `${stock} pieces`,
});

describe('a thousand customers and the last pieces', () => {
  it.each([1, 7])('sells %i and not one more, and tells everyone else', (pieces) => {
    const shop = new TestShop({ catalogue: withPieces(pieces), at: '2026-11-23T10:00:00+07:00' });
    const chats = Array.from({ length: 1_000 }, (_, i) => `c${i}`);
    for (const chat of chats) shop.hear(chat, orderForm('spatula silikon 1', 'Rina'));
    const asked = shop.receive();
    expect(asked.filter((message) => message.text.includes('Mau bayar pakai apa')).length).toBe(1_000);
    for (const chat of chats) shop.hear(chat, chats.indexOf(chat) % 2 === 0 ? 'transfer' : 'qris');
    const told = shop.receive();
    expect(orderCount(shop)).toBe(pieces);
    expect(told.filter((message) => message.text.includes('sudah kami catat')).length).toBe(pieces);
    expect(told.filter((message) => /habis/.test(message.text)).length).toBe(1_000 - pieces);
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.failures).toEqual([]);
  });
});
