import { isFor } from '../catalogue/promotions-fit.ts';
import type { Product, Promotions, ShippingPromotion, Voucher } from '../catalogue/snapshot.ts';
import type { Rupiah, Sku } from '../units.ts';
import type { UnitPrice } from './unit-prices.ts';

/** Something taken off an order, under its own name. */
export interface Reduction {
  readonly name: string;
  /** More than 0. */
  readonly amount: Rupiah;
  readonly part: 'goods' | 'shipping';
  /** The voucher's code; null for what comes without one. */
  readonly code: string | null;
}

export interface Basket {
  readonly lines: readonly (UnitPrice & { readonly product: Product; readonly quantity: number; readonly amount: Rupiah })[];
  /** Null while no place is known. */
  readonly shipping: { readonly service: string; readonly cost: Rupiah } | null;
}

const sum = (amounts: readonly Rupiah[]): Rupiah => amounts.reduce((total, amount) => total + amount, 0);

/** Percent of an amount, whole rupiah, rounded for the shop. */
export const percentOf = (amount: Rupiah, percent: number): Rupiah => Math.floor((amount * percent) / 100 + 1e-9);

/** The goods a voucher is for, and of these the lines it may lower: one that does not stack leaves lowered prices alone. */
export function goodsFor(voucher: Voucher, basket: Basket) {
  const its = basket.lines.filter((line) => isFor(voucher, line.product));
  return { its, purchase: sum(its.map((line) => line.amount)), lowers: voucher.stack ? its : its.filter((line) => line.because === 'usual') };
}

/**
 * What is taken off: of all that the owner allows together, what saves the customer most. Promotions stand beside each other
 * only where every one of them says `stack`; never two on the shipping; no line is lowered below nothing. The same for
 * every order in which the codes were given. `vouchers`: those that hold today and whose limits leave room.
 */
export function bestReductions(basket: Basket, promotions: Promotions, vouchers: readonly Voucher[]): readonly Reduction[] {
  const alone = [
    ...vouchers.filter((voucher) => !voucher.stack).map((voucher) => byVouchers(basket, [voucher])),
    ...promotions.shipping.filter((rule) => !rule.stack).map((rule) => byShipping(basket, rule)),
  ];
  const stacking = promotions.shipping.filter((rule) => rule.stack).map((rule) => byShipping(basket, rule));
  const together = [...byVouchers(basket, vouchers.filter((voucher) => voucher.stack)), ...best(stacking)];
  return best([...alone, together]);
}

const saved = (reductions: readonly Reduction[]): Rupiah => sum(reductions.map((one) => one.amount));
const codes = (reductions: readonly Reduction[]): string => reductions.flatMap((one) => one.code ?? []).sort().join(' ');

/** The most is best; of equals, what uses up fewer vouchers, then what comes first by code and name. */
function best(choices: readonly (readonly Reduction[])[]): readonly Reduction[] {
  const inOrder = [...choices].sort((a, b) => saved(b) - saved(a)
    || a.filter((one) => one.code !== null).length - b.filter((one) => one.code !== null).length
    || compare(codes(a), codes(b)) || compare(a.map((one) => one.name).join(), b.map((one) => one.name).join()));
  return inOrder[0] ?? [];
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Vouchers side by side, each of the prices charged, the one for the fewest lines first. */
function byVouchers(basket: Basket, vouchers: readonly Voucher[]): readonly Reduction[] {
  const left = new Map<Sku, Rupiah>(basket.lines.map((line) => [line.product.sku, line.amount]));
  const inOrder = vouchers.map((voucher) => ({ voucher, ...goodsFor(voucher, basket) }))
    .sort((a, b) => a.lowers.length - b.lowers.length || compare(a.voucher.code, b.voucher.code));
  return inOrder.flatMap(({ voucher, purchase, lowers }): Reduction[] => {
    if (purchase < voucher.minPurchase) return [];
    const base = sum(lowers.map((line) => line.amount));
    const wanted = voucher.percent === null ? voucher.amount! : Math.min(percentOf(base, voucher.percent), voucher.upTo ?? Infinity);
    let amount = 0;
    for (const line of [...lowers].sort((a, b) => compare(a.product.sku, b.product.sku))) {
      const taken = Math.min(wanted - amount, left.get(line.product.sku)!);
      left.set(line.product.sku, left.get(line.product.sku)! - taken);
      amount += taken;
    }
    return amount > 0 ? [{ name: voucher.name, amount, part: 'goods', code: voucher.code }] : [];
  });
}

function byShipping({ lines, shipping }: Basket, rule: ShippingPromotion): readonly Reduction[] {
  if (shipping === null || lines.length === 0 || !isReached(rule, lines) || !takes(rule, shipping.service)) return [];
  const amount = Math.min(percentOf(shipping.cost, rule.percent), rule.upTo ?? Infinity);
  return amount > 0 ? [{ name: rule.name, amount, part: 'shipping', code: null }] : [];
}

const isReached = (rule: ShippingPromotion, lines: Basket['lines']): boolean => sum(lines.map((line) => line.amount)) >= rule.above;
export const takes = (rule: ShippingPromotion, service: string): boolean => rule.services.length === 0 || rule.services.includes(service);
