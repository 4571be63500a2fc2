import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../src/shop/catalogue/make-catalogue.ts';
import { says } from '../shop/ordering/buying.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const sample = await sampleCatalogue();
const AT = '2026-11-23T10:00:00+07:00';
const woksAt = (price: number) => makeCatalogue({ ...sample, products: sample.products.map((product) => (product.sku === 'WTG-28' ? { ...product, price } : product)) });

/** A shop where somebody waits for the wok to be cheaper. */
function watched(): TestShop {
  const shop = new TestShop({ catalogue: woksAt(165_000), at: AT });
  says(shop, 'c1', 'wajan granit 28 ada?');
  says(shop, 'c1', 'kabari kalau turun harga ya');
  return shop;
}

const sweep = (shop: TestShop): readonly string[] => {
  shop.now += 60_000;
  shop.shop.sweep();
  return shop.receive().map(({ text }) => text);
};

describe('whoever waits for a lower price', () => {
  it('is told once, and again only of one that is lower still', () => {
    const shop = watched();
    expect(sweep(shop)).toEqual([]);
    shop.renew(woksAt(149_000));
    expect(sweep(shop)).toEqual([expect.stringContaining('dari Rp165.000 jadi Rp149.000')]);
    expect(sweep(shop)).toEqual([]);
    shop.renew(woksAt(155_000));
    expect(sweep(shop)).toEqual([]);
    shop.renew(woksAt(129_000));
    expect(sweep(shop)).toEqual([expect.stringContaining('dari Rp149.000 jadi Rp129.000')]);
  });

  it('is told of a price that was lowered while the shop was down', () => {
    const before = watched();
    const after = new TestShop({ catalogue: woksAt(149_000), at: before.now + 3_600_000, db: before.db });
    expect(sweep(after)).toEqual([expect.stringContaining('jadi Rp149.000')]);
    expect(sweep(new TestShop({ catalogue: woksAt(149_000), at: after.now, db: before.db }))).toEqual([]);
  });

  it('is told when the talk with a person is over, and not in the middle of it', () => {
    const shop = watched();
    shop.shop.desk.claim({ by: 'siti', id: 'a1' }, shop.chatId('c1'));
    shop.receive();
    shop.renew(woksAt(149_000));
    expect(sweep(shop)).toEqual([]);
    shop.shop.desk.release({ by: 'siti', id: 'a2' }, shop.chatId('c1'), 'harga sudah dibahas');
    shop.receive();
    expect(sweep(shop)).toEqual([expect.stringContaining('jadi Rp149.000')]);
  });
});
