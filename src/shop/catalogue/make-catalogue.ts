import type { Catalogue, Product } from './snapshot.ts';

type Parts = Omit<Catalogue, 'product' | 'sellable' | 'categories' | 'variantsOf'>;

/** The checked files as one immutable snapshot. */
export function makeCatalogue(parts: Parts): Catalogue {
  const bySku = new Map(parts.products.map((product) => [product.sku.toUpperCase(), Object.freeze(product)]));
  const sellable = Object.freeze(parts.products.filter((product) => product.active));
  const groups = new Map<string, Product[]>();
  for (const product of sellable) {
    if (product.variantOf === null) continue;
    const group = groups.get(product.variantOf);
    if (group) group.push(product);
    else groups.set(product.variantOf, [product]);
  }
  return Object.freeze({
    ...parts,
    products: Object.freeze(parts.products),
    sellable,
    categories: Object.freeze([...new Set(sellable.map((product) => product.category))]),
    product: (sku: string) => bySku.get(sku.toUpperCase()),
    variantsOf: (product: Product) => (product.variantOf === null ? [product] : groups.get(product.variantOf) ?? [product]),
  });
}
