import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../../src/shop/catalogue/make-catalogue.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys } from './buying.ts';

const sample = await sampleCatalogue();
const LIMIT = sample.store.lowStock;
const withStock = (stock: number) => makeCatalogue({
  ...sample, products: sample.products.map((product) => (product.sku === 'SPT-SIL' ? { ...product, stock } : product)), version: `stock ${stock}`,
});
const told = (shop: TestShop): string[] => shop.events().filter((event) => event.data.reason === 'stock_low').map((event) => String(event.data.detail));

describe('"stok menipis"', () => {
  it('is told once when sales bring it down, not again for each piece after', () => {
    const shop = new TestShop({ catalogue: withStock(LIMIT + 2), at: '2026-11-23T10:00:00+07:00' });
    buys(shop, 'c1', 'spatula silikon 1');
    shop.shop.sweep();
    expect(told(shop)).toEqual([]);
    buys(shop, 'c2', 'spatula silikon 1');
    shop.shop.sweep();
    expect(told(shop)).toEqual([`Spatula Silikon: sisa ${LIMIT}`]);
    buys(shop, 'c3', 'spatula silikon 1');
    shop.shop.sweep();
    expect(told(shop)).toEqual([]);
  });

  it('waits for the morning', () => {
    const shop = new TestShop({ catalogue: withStock(LIMIT + 1), at: '2026-11-23T22:00:00+07:00' });
    buys(shop, 'c1', 'spatula silikon 1');
    shop.shop.sweep();
    expect(told(shop)).toEqual([]);
    shop.now = Date.parse('2026-11-24T09:00:00+07:00');
    shop.shop.sweep();
    expect(told(shop)).toHaveLength(1);
  });

  it('is told again after there was more, and never of what the owner wrote himself', () => {
    const shop = new TestShop({ catalogue: withStock(LIMIT), at: '2026-11-23T10:00:00+07:00' });
    shop.shop.sweep();
    expect(told(shop)).toEqual([]);
    shop.renew(withStock(LIMIT + 1));
    shop.shop.sweep();
    buys(shop, 'c1', 'spatula silikon 1');
    shop.shop.sweep();
    expect(told(shop)).toEqual([`Spatula Silikon: sisa ${LIMIT}`]);
    shop.renew(withStock(1));
    shop.shop.sweep();
    expect(told(shop)).toEqual([]);
  });
});
