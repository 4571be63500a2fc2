import type { Database } from '../../database/open.ts';
import type { Catalogue, Product } from '../catalogue/snapshot.ts';
import { unitPrices, type UnitPrice } from '../promotions/unit-prices.ts';
import type { Grams, Rupiah, Sku } from '../units.ts';

/** A line at the price of the moment, which a sale or a wholesale step may have lowered. */
export interface CartLine extends UnitPrice {
  readonly product: Product;
  readonly quantity: number;
  readonly amount: Rupiah;
}

/** What became of a wish to have so many of something. Nothing has changed unless `kind` is `changed` or `removed`. */
export type CartOutcome =
  | { readonly kind: 'changed'; readonly product: Product; readonly before: number }
  | { readonly kind: 'removed'; readonly product: Product; readonly before: number }
  | { readonly kind: 'not_enough'; readonly product: Product; readonly free: number; readonly wanted: number }
  | { readonly kind: 'not_in_cart'; readonly product: Product }
  | { readonly kind: 'bad_quantity'; readonly product: Product; readonly wanted: number };

/** SKUs and quantities, in the order they were put in. */
export type CartContents = readonly (readonly [sku: Sku, quantity: number])[];

/** More than this of one thing is a matter for a person, and often a slip of the finger. */
export const MOST_PIECES = 9_999;
/** A cart is a list a person can read; this many different things is not (S17). */
export const MOST_LINES = 50;

/** Carts: a wish list of quantities, always open to change, priced by the catalogue of the moment. Holds no stock. */
export function createCarts(db: Database) {
  const rows = db.prepare<[number], readonly [sku: Sku, quantity: number]>(
    'SELECT sku, quantity FROM cart_lines WHERE customer_id = ? ORDER BY position').raw();
  const quantityOf = db.prepare<[number, string], number>('SELECT quantity FROM cart_lines WHERE customer_id = ? AND sku = ?').pluck();
  const put = db.prepare<[number, string, number, number]>(
    `INSERT INTO cart_lines (customer_id, sku, quantity, position)
     VALUES (?, ?, ?, (SELECT COALESCE(max(position), 0) + 1 FROM cart_lines WHERE customer_id = ?))
     ON CONFLICT (customer_id, sku) DO UPDATE SET quantity = excluded.quantity`);
  const remove = db.prepare<[number, string]>('DELETE FROM cart_lines WHERE customer_id = ? AND sku = ?');
  const clear = db.prepare<[number]>('DELETE FROM cart_lines WHERE customer_id = ?');

  /** SKUs and quantities, in the order they were put in, sold or not. */
  const all = (customer: number): CartContents => rows.all(customer);

  function set(customer: number, product: Product, quantity: number, free: number): CartOutcome {
    const before = quantityOf.get(customer, product.sku) ?? 0;
    if (!Number.isInteger(quantity) || quantity < 0 || quantity > MOST_PIECES) {
      return { kind: 'bad_quantity', product, wanted: quantity };
    }
    if (quantity === 0) {
      if (before === 0) return { kind: 'not_in_cart', product };
      remove.run(customer, product.sku);
      return { kind: 'removed', product, before };
    }
    if (quantity > free && quantity > before) return { kind: 'not_enough', product, free, wanted: quantity };
    if (before === 0 && rows.all(customer).length >= MOST_LINES) {
      return { kind: 'bad_quantity', product, wanted: quantity };
    }
    put.run(customer, product.sku, quantity, customer);
    return { kind: 'changed', product, before };
  }

  return {
    /** What is sold of what lies in it, at the prices of the moment. */
    lines: (customer: number, catalogue: Catalogue): readonly CartLine[] => linesOf(all(customer), catalogue),
    all,
    /** Exactly these lines and no others. */
    replace(customer: number, to: CartContents): void {
      clear.run(customer);
      for (const [sku, quantity] of to) put.run(customer, sku, quantity, customer);
    },
    /** Makes it exactly this many; 0 takes it out. `free` is how many this customer may still have, Infinity for made to order. */
    set,
    /** So many more (or fewer, when negative). */
    add(customer: number, product: Product, quantity: number, free: number): CartOutcome {
      if (!Number.isInteger(quantity) || quantity === 0) return { kind: 'bad_quantity', product, wanted: quantity };
      const before = quantityOf.get(customer, product.sku) ?? 0;
      if (quantity < 0 && before === 0) return { kind: 'bad_quantity', product, wanted: quantity };
      return set(customer, product, Math.max(0, before + quantity), free);
    },
    clear: (customer: number): void => void clear.run(customer),
  };
}

export type Carts = ReturnType<typeof createCarts>;

/** Priced by a catalogue. A product the owner has taken out stays in the cart and returns with it; meanwhile it is not for sale. */
export function linesOf(contents: CartContents, catalogue: Catalogue): readonly CartLine[] {
  const found = contents.flatMap(([sku, quantity]) => {
    const product = catalogue.product(sku);
    return product?.active ? [{ product, quantity }] : [];
  });
  const prices = unitPrices(found, catalogue.promotions.wholesale);
  return found.map(({ product, quantity }, i) => {
    const { unitPrice, because, usualPrice, rule } = prices[i]!;
    return { product, quantity, unitPrice, because, usualPrice, rule, amount: unitPrice * quantity };
  });
}

export const goodsOf = (lines: readonly CartLine[]): Rupiah => lines.reduce((sum, line) => sum + line.amount, 0);

export const weightOf = (lines: readonly CartLine[]): Grams =>
  lines.reduce((sum, line) => sum + line.product.weightG * line.quantity, 0);
