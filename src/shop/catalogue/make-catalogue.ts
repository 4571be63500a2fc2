import type { Catalogue, Product } from './snapshot.ts';
import { skuKey } from './values/sku-text.ts';

/** What the checked files say; all the rest of a snapshot follows from it. */
export type CatalogueParts = Omit<Catalogue, 'product' | 'sellable' | 'categories' | 'variantsOf'>;

/** The checked files as one snapshot that nobody can change. */
export function makeCatalogue(parts: CatalogueParts): Catalogue {
  const products = deeplyFrozen(parts.products);
  const sellable = Object.freeze(products.filter((product) => product.active));
  // Nearly always asked for as it is written: evening out a text each time costs more than finding the product.
  const bySku = new Map([...products.map((product) => [product.sku, product] as const), ...products.map((product) => [skuKey(product.sku), product] as const)]);
  const groups = new Map<string, Product[]>();
  for (const product of sellable) {
    if (product.variantOf === null) continue;
    const group = groups.get(product.variantOf);
    if (group) group.push(product);
    else groups.set(product.variantOf, [product]);
  }
  for (const group of groups.values()) Object.freeze(group);
  return Object.freeze({
    ...deeplyFrozen({ ...parts, products }),
    sellable,
    categories: Object.freeze([...new Set(sellable.map((product) => product.category))]),
    product: (sku: string) => bySku.get(sku) ?? bySku.get(skuKey(sku)),
    variantsOf: (product: Product) => (product.variantOf === null ? [product] : groups.get(product.variantOf) ?? [product]),
  });
}

function deeplyFrozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(deeplyFrozen);
  return Object.freeze(value);
}
