import { isFor, usualPriceOf } from '../catalogue/promotions-fit.ts';
import type { Product, WholesaleRule, WholesaleStep } from '../catalogue/snapshot.ts';
import type { Rupiah } from '../units.ts';

/** What one piece of a line costs, and why it is not the usual price. */
export interface UnitPrice {
  readonly unitPrice: Rupiah;
  readonly because: 'usual' | 'sale' | 'wholesale';
  /** One piece without any promotion. */
  readonly usualPrice: Rupiah;
  /** The wholesale rule's name; null where it is none. */
  readonly rule: string | null;
}

type Line = { readonly product: Product; readonly quantity: number };

/** A step's price for a product that usually costs `usual`: whole rupiah, rounded for the shop. */
export const stepPrice = (step: WholesaleStep, usual: Rupiah): Rupiah =>
  step.price ?? usual - Math.floor((usual * step.percent!) / 100 + 1e-9);

/**
 * The price of one piece of each line: the lowest of the usual price, the sale of the day and the wholesale steps that are
 * reached. One price a piece, never one on top of another; more pieces never make a piece dearer.
 */
export function unitPrices(lines: readonly Line[], rules: readonly WholesaleRule[]): readonly UnitPrice[] {
  return lines.map(({ product, quantity }) => {
    const usualPrice = usualPriceOf(product);
    let best: UnitPrice = { unitPrice: product.price, because: product.price < usualPrice ? 'sale' : 'usual', usualPrice, rule: null };
    for (const rule of rules) {
      if (!isFor(rule, product)) continue;
      const pieces = rule.mix ? lines.reduce((sum, line) => sum + (isFor(rule, line.product) ? line.quantity : 0), 0) : quantity;
      for (const step of rule.steps) {
        const price = stepPrice(step, usualPrice);
        if (pieces >= step.min && price < best.unitPrice) best = { unitPrice: price, because: 'wholesale', usualPrice, rule: rule.name };
      }
    }
    return best;
  });
}

/** The steps that lower the price of a product, the smallest count first. */
export function stepsFor(product: Product, rules: readonly WholesaleRule[]): readonly { readonly rule: WholesaleRule; readonly min: number; readonly price: Rupiah }[] {
  return rules.filter((rule) => isFor(rule, product))
    .flatMap((rule) => rule.steps.map((step) => ({ rule, min: step.min, price: stepPrice(step, usualPriceOf(product)) })))
    .filter((step) => step.price < product.price).sort((a, b) => a.min - b.min || a.price - b.price);
}
