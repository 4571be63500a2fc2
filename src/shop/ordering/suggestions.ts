import type { Database } from '../../database/open.ts';
import type { Catalogue, Product } from '../catalogue/snapshot.ts';
import type { BoughtTogether } from './bought-together.ts';
import type { Sku, UtcMs } from '../units.ts';

export interface Suggestion {
  readonly id: number;
  readonly product: Product;
  readonly because: Product;
}

/** Who has said no this often and never yes is left in peace (design §1.8). */
const ALWAYS_NO = 3;

/** What goes with what: the owner's word first. At most one suggestion an order, and what became of it. */
export function createSuggestions(db: Database, together: BoughtTogether) {
  const open = db.prepare<[number], { n: number }>(
    'SELECT count(*) AS n FROM suggestions WHERE customer_id = ? AND order_id IS NULL');
  const counts = db.prepare<[number], { upsell_taken: number; upsell_refused: number }>(
    'SELECT upsell_taken, upsell_refused FROM customers WHERE id = ?');
  const insert = db.prepare<[number, number, string, string]>(
    'INSERT INTO suggestions (at, customer_id, for_sku, sku) VALUES (?, ?, ?, ?)');
  const settle = db.prepare<[string, number, string]>(
    `UPDATE suggestions SET outcome = ? WHERE customer_id = ? AND sku = ? AND outcome = 'open' AND order_id IS NULL`);
  const close = db.prepare<[number, number]>('UPDATE suggestions SET order_id = ? WHERE customer_id = ? AND order_id IS NULL');
  const count = db.prepare<[number, number, number]>(
    'UPDATE customers SET upsell_taken = upsell_taken + ?, upsell_refused = upsell_refused + ? WHERE id = ?');

  return {
    /** One thing that goes with what was just taken; null when nothing fits, or one was suggested for this order already. */
    suggest(
      customer: number, taken: Product, catalogue: Catalogue,
      fits: { readonly free: (product: Product) => number; readonly inCart: (sku: Sku) => boolean }, at: UtcMs,
    ): Suggestion | null {
      if (open.get(customer)!.n > 0) return null;
      const history = counts.get(customer)!;
      if (history.upsell_taken === 0 && history.upsell_refused >= ALWAYS_NO) return null;
      const offered = (candidate: Product) => candidate.active && fits.free(candidate) > 0 && !fits.inCart(candidate.sku);
      const product = taken.goesWith.flatMap((sku) => catalogue.product(sku) ?? []).map((named) => fitting(named, taken, catalogue)).find(offered)
        ?? together.with(taken.sku, at).flatMap((sku) => catalogue.product(sku) ?? []).find((candidate) => offered(candidate) && servesSameNeed(taken, candidate, catalogue));
      if (!product) return null;
      const id = Number(insert.run(at, customer, taken.sku, product.sku).lastInsertRowid);
      return { id, product, because: taken };
    },
    /** The customer took it or said no. Does nothing where nothing was suggested. */
    settle(customer: number, sku: Sku, outcome: 'taken' | 'refused'): boolean {
      if (settle.run(outcome, customer, sku).changes === 0) return false;
      count.run(outcome === 'taken' ? 1 : 0, outcome === 'refused' ? 1 : 0, customer);
      return true;
    },
    /** The order is placed: the next one may have a suggestion of its own. */
    close: (customer: number, order: number): void => void close.run(order, customer),
  };
}

/** Never a fridge magnet: the same category, or one that the owner's own goes_with ties to it. */
function servesSameNeed(taken: Product, candidate: Product, catalogue: Catalogue): boolean {
  return candidate.category === taken.category || catalogue.sellable.some((product) => product.category === taken.category
    && product.goesWith.some((sku) => catalogue.product(sku)?.category === candidate.category));
}

/** A 28 cm lid for a 28 cm wok: of a companion that comes in sizes, the one of the same size. */
function fitting(companion: Product, taken: Product, catalogue: Catalogue): Product {
  if (companion.variant === taken.variant || taken.variant === null) return companion;
  return catalogue.variantsOf(companion).find((variant) => variant.variant === taken.variant) ?? companion;
}

export type Suggestions = ReturnType<typeof createSuggestions>;
