import type { Product } from '../../shop/catalogue/snapshot.ts';
import type { ConsoleParts } from '../parts.ts';

const MOST = 3;

/** What goes with the cart, is free to sell, and is not in it: for an admin to offer with judgement. */
export function upsellHints(parts: ConsoleParts, customer: number): readonly { readonly product: Product; readonly because: Product }[] {
  const { catalogue } = parts.premises();
  const { carts, stock } = parts.business;
  const cart = carts.lines(customer, catalogue);
  const taken = new Set(cart.map((line) => line.product.sku));
  return cart.flatMap((line) => line.product.goesWith.flatMap((sku) => {
    const product = catalogue.product(sku);
    if (!product?.active || taken.has(product.sku) || stock.free(product) <= 0) return [];
    taken.add(product.sku);
    return [{ product, because: line.product }];
  })).slice(0, MOST);
}
