import { describe, expect, it } from 'vitest';
import type { Catalogue, Product } from '../../src/shop/catalogue/snapshot.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const sample = await sampleCatalogue();

/** The sample shop with these pictures for the pressure cookers. */
function pictured(photoOf: (product: Product) => string): Catalogue {
  const changed = (product: Product): Product => (product.sku.startsWith('PRS-') ? { ...product, photo: photoOf(product) } : product);
  const products = sample.products.map(changed);
  const of = new Map(products.map((product) => [product.sku, product]));
  return {
    ...sample, products, sellable: sample.sellable.map(changed), product: (sku) => of.get(sku),
    variantsOf: (product) => sample.variantsOf(product).map(changed),
  };
}

function albumFor(catalogue: Catalogue, text: string): string[] {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  shop.hear('c1', text);
  const { album } = shop.db.prepare('SELECT album FROM outbox ORDER BY id DESC LIMIT 1').get() as { album: string | null };
  return album === null ? [] : JSON.parse(album) as string[];
}

describe('pictures to choose a variant by', () => {
  it('go along when each variant has its own', () => {
    const album = albumFor(pictured((product) => `/foto/${product.sku}.jpg`), 'ambil panci presto 1');
    expect(album.length).toBeGreaterThan(1);
    expect(album.every((file) => /^\/foto\/PRS-\d+\.jpg$/.test(file))).toBe(true);
  });

  it('do not when they would all show the same', () => {
    expect(albumFor(pictured(() => '/foto/wajan.jpg'), 'ambil panci presto 1')).toEqual([]);
  });

  it('do not for things of different kinds', () => {
    expect(albumFor(sample, 'ambil sutil 1')).toEqual([]);
  });
});
