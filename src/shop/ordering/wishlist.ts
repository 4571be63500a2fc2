import type { Database } from '../../database/open.ts';
import type { Catalogue, Product } from '../catalogue/snapshot.ts';
import type { Rupiah, Sku, UtcMs } from '../units.ts';

export interface Wish {
  readonly sku: Sku;
  readonly product: Product;
  readonly priceThen: Rupiah;
  readonly tellWhenBack: boolean;
  readonly tellWhenCheaper: boolean;
}

interface Row {
  readonly customer_id: number;
  readonly sku: Sku;
  readonly tell_when_back: number;
  readonly tell_when_cheaper: number;
  readonly price_then: Rupiah;
}

/** What customers want one day, and what they asked to be told of: back in stock, cheaper. */
export function createWishlists(db: Database) {
  const ofCustomer = db.prepare<[number], Row>('SELECT * FROM wishlist_lines WHERE customer_id = ? ORDER BY added_at, sku');
  const put = db.prepare<[number, string, number, number, number, number]>(
    `INSERT INTO wishlist_lines (customer_id, sku, added_at, tell_when_back, tell_when_cheaper, price_then)
     VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (customer_id, sku) DO UPDATE SET tell_when_back = max(tell_when_back, excluded.tell_when_back),
       tell_when_cheaper = max(tell_when_cheaper, excluded.tell_when_cheaper), price_then = excluded.price_then`);
  const remove = db.prepare<[number, string]>('DELETE FROM wishlist_lines WHERE customer_id = ? AND sku = ?');
  // The condition of the index in its own words, or SQLite does not use it: the wishes of years are not read through.
  const waiting = db.prepare<[string], Row>(`SELECT * FROM wishlist_lines INDEXED BY wishlist_watchers WHERE sku = ? AND (tell_when_back = 1 OR tell_when_cheaper = 1) AND tell_when_back = 1 ORDER BY added_at`);
  const awaited = db.prepare<[], { sku: Sku }>(`SELECT DISTINCT sku FROM wishlist_lines INDEXED BY wishlist_watchers WHERE (tell_when_back = 1 OR tell_when_cheaper = 1) AND tell_when_back = 1`);
  const watching = db.prepare<[], Row>(`SELECT * FROM wishlist_lines INDEXED BY wishlist_watchers WHERE (tell_when_back = 1 OR tell_when_cheaper = 1) AND tell_when_cheaper = 1`);
  const toldBack = db.prepare<[number, string]>(
    'UPDATE wishlist_lines SET tell_when_back = 0 WHERE customer_id = ? AND sku = ? AND tell_when_back = 1');
  const toldPrice = db.prepare<[number, number, string]>(
    'UPDATE wishlist_lines SET price_then = ? WHERE customer_id = ? AND sku = ?');
  const skuKey = (sku: Sku) => sku.toUpperCase();

  return {
    lines(customer: number, catalogue: Catalogue): readonly Wish[] {
      return ofCustomer.all(customer).flatMap((row) => {
        const product = catalogue.product(row.sku);
        return product?.active ? [{
          sku: product.sku, product, priceThen: row.price_then,
          tellWhenBack: row.tell_when_back === 1, tellWhenCheaper: row.tell_when_cheaper === 1,
        }] : [];
      });
    },
    add(customer: number, product: Product, tell: { back?: boolean; cheaper?: boolean }, at: UtcMs): void {
      put.run(customer, skuKey(product.sku), at, tell.back ? 1 : 0, tell.cheaper ? 1 : 0, product.price);
    },
    remove: (customer: number, sku: Sku): boolean => remove.run(customer, skuKey(sku)).changes === 1,
    /** Customers who asked to be told when this is back, the first to ask first. */
    waitingFor: (sku: Sku): readonly number[] => waiting.all(skuKey(sku)).map((row) => row.customer_id),
    /** SKUs that somebody waits for. */
    awaited: (): readonly Sku[] => awaited.all().map((row) => row.sku),
    /** Told once: not again until asked again. False where nobody waits any more. */
    toldBack: (customer: number, sku: Sku): boolean => toldBack.run(customer, skuKey(sku)).changes === 1,
    /** Who asked to be told of a lower price, and the price they know. */
    watchingPrices: (): readonly { customer: number; sku: Sku; price: Rupiah }[] =>
      watching.all().map((row) => ({ customer: row.customer_id, sku: row.sku, price: row.price_then })),
    toldPrice: (customer: number, sku: Sku, price: Rupiah): void => void toldPrice.run(price, customer, skuKey(sku)),
  };
}

export type Wishlists = ReturnType<typeof createWishlists>;
