import { describe, expect, it } from 'vitest';
import { createBoughtTogether } from '../../../src/shop/ordering/bought-together.ts';
import { makeCatalogue } from '../../../src/shop/catalogue/make-catalogue.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys } from './buying.ts';

const sample = await sampleCatalogue();
const catalogue = makeCatalogue({ ...sample, products: sample.products.map((product) => ({ ...product, stock: 100 })) });
const DAY_MS = 86_400_000;

/** A shop where everybody who takes the wok takes the seal of a pressure cooker, on one morning. */
function afterAMorning(baskets: readonly string[]) {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  const orders = baskets.map((goods, i) => buys(shop, `c${i}`, goods));
  return { shop, orders, goesWith: (days: number, sku = 'WTG-28') => createBoughtTogether(shop.db).with(sku, shop.now + days * DAY_MS) };
}

const MORNING = [...Array.from({ length: 6 }, () => 'wajan granit 28 1, karet seal presto 1'), ...Array.from({ length: 8 }, () => 'spatula silikon 1')];

describe('what is bought together', () => {
  it('is learned from the orders of the days before, and not from those of today', () => {
    const { goesWith } = afterAMorning(MORNING);
    expect(goesWith(0)).toEqual([]);
    expect(goesWith(1)).toEqual(['KRS-PRS']);
  });

  it('is forgotten after half a year', () => {
    const { goesWith } = afterAMorning(MORNING);
    expect(goesWith(180)).toEqual(['KRS-PRS']);
    expect(goesWith(181)).toEqual([]);
  });

  it('is not learned from orders that came to nothing, nor from fewer than five', () => {
    const { shop, orders, goesWith } = afterAMorning(MORNING);
    for (const order of orders.slice(0, 2)) shop.shop.business.orders.change(shop.shop.business.orders.get(order.id), 'cancelled', { who: 'siti', at: shop.now });
    expect(goesWith(1)).toEqual([]);
  });

  it('is no more than chance where everybody buys the one thing anyway', () => {
    expect(afterAMorning(Array.from({ length: 6 }, () => 'wajan granit 28 1, spatula silikon 1')).goesWith(1)).toEqual([]);
  });

  it('stays for the day it was learned for, and is learned anew the next', () => {
    const { shop, orders } = afterAMorning(MORNING);
    const together = createBoughtTogether(shop.db);
    expect(together.with('WTG-28', shop.now + DAY_MS)).toEqual(['KRS-PRS']);
    for (const order of orders.slice(0, 2)) shop.shop.business.orders.change(shop.shop.business.orders.get(order.id), 'cancelled', { who: 'siti', at: shop.now });
    expect(together.with('WTG-28', shop.now + DAY_MS)).toEqual(['KRS-PRS']);
    expect(together.with('WTG-28', shop.now + 2 * DAY_MS)).toEqual([]);
  });
});
