import { describe, expect, it } from 'vitest';
import { load, loadedOf, loadProducts } from './owner-folder.ts';

const PRODUCTS = [
  'sku,name,category,price,weight_g,variant_of,variant,active',
  'W-24,Wajan Granit,Wajan,75000,900,Wajan Granit,24 cm,yes',
  'P-1,Panci,Panci,85000,900,,,yes',
  'W-28,Wajan Granit 28 cm,WAJAN,95000,900,wajan granit,28 cm,yes',
  'W-30,Wajan Granit,Wajan,99000,900,Wajan Granit,30 cm,no',
  'T-1,Tutup (Kaca) Bening,Tutup,25000,900,Tutup,Kaca,no', '',
].join('\n');

describe('a snapshot of the catalogue', () => {
  it('finds products by SKU without regard to case, inactive ones too', async () => {
    const { product } = loadedOf(await loadProducts('products.csv', PRODUCTS));
    expect([product('w-28')?.price, product(' W-30 ')?.active, product('X')]).toEqual([95_000, false, undefined]);
  });

  it('sells the active ones, in file order, and takes one spelling for a group and a category', async () => {
    const { sellable, categories, variantsOf, product } = loadedOf(await loadProducts('products.csv', PRODUCTS));
    expect(sellable.map((one) => one.sku)).toEqual(['W-24', 'P-1', 'W-28']);
    expect(categories).toEqual(['Wajan', 'Panci']);
    expect(variantsOf(product('W-28')!).map((one) => one.sku)).toEqual(['W-24', 'W-28']);
    expect(variantsOf(product('W-30')!).map((one) => one.sku)).toEqual(['W-24', 'W-28']);
    expect(variantsOf(product('P-1')!).map((one) => one.sku)).toEqual(['P-1']);
  });

  it('puts the variant into the title once, and takes it out of the name', async () => {
    const { products } = loadedOf(await loadProducts('products.csv', PRODUCTS));
    expect(products.map((one) => [one.title, one.name])).toEqual([
      ['Wajan Granit 24 cm', 'Wajan Granit'], ['Panci', 'Panci'], ['Wajan Granit 28 cm', 'Wajan Granit'], ['Wajan Granit 30 cm', 'Wajan Granit'],
      ['Tutup (Kaca) Bening', 'Tutup Bening'],
    ]);
  });

  it('does not take a word for a variant because its letters stand in it', async () => {
    const { products } = loadedOf(await loadProducts('products.csv', 'sku,name,price,weight_g,variant\nA,Celemek Medium,75000,9,M\nB,Panci 128 cm,75000,9,28 cm\n'));
    expect(products.map((one) => one.title)).toEqual(['Celemek Medium M', 'Panci 128 cm 28 cm']);
  });

  it('cannot be changed by whoever holds it', async () => {
    const catalogue = loadedOf(await load({}));
    const holes: unknown[] = [];
    const visit = (value: unknown): void => {
      if (typeof value !== 'object' || value === null || holes.length > 0) return;
      if (!Object.isFrozen(value)) holes.push(value);
      Object.values(value).forEach(visit);
    };
    visit(catalogue);
    expect(holes).toEqual([]);
  });
});
