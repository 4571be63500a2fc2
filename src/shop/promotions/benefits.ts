import { holdsOn } from '../catalogue/on-day.ts';
import { isFor } from '../catalogue/promotions-fit.ts';
import type { Catalogue, ShippingPromotion, Voucher } from '../catalogue/snapshot.ts';
import { localDateOf } from '../time/local-date.ts';
import { findZone, localDay } from '../time/zone.ts';
import type { LocalDate, Rupiah, UtcMs } from '../units.ts';
import { bestReductions, goodsFor, percentOf, takes, type Basket, type Reduction } from './reductions.ts';
import type { VoucherBook } from './voucher-book.ts';

/** Why a code takes nothing off. */
export type Refusal =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'not_yet'; readonly from: LocalDate }
  | { readonly kind: 'ended'; readonly until: LocalDate }
  | { readonly kind: 'used_up' }
  | { readonly kind: 'used_before'; readonly times: number }
  | { readonly kind: 'other_goods'; readonly voucher: Voucher }
  | { readonly kind: 'only_usual_prices' }
  | { readonly kind: 'too_little'; readonly least: Rupiah; readonly short: Rupiah }
  /** Something else saves as much or more, and the two do not stand together. */
  | { readonly kind: 'not_combined'; readonly instead: string };

/** All that is taken off a basket, and what of the codes held takes nothing. */
export interface Benefits {
  readonly reductions: readonly Reduction[];
  /** Their sum. */
  readonly discount: Rupiah;
  readonly unused: readonly { readonly code: string; readonly why: Refusal }[];
  /** The nearest cheaper shipping that is not reached yet. */
  readonly nextShipping: { readonly rule: ShippingPromotion; readonly short: Rupiah } | null;
}

const NOTHING: Benefits = Object.freeze({ reductions: [], discount: 0, unused: [], nextShipping: null });

export interface Person { readonly customer: number; readonly phone: string | null }

/** The day it is in the shop. */
export const dayIn = (catalogue: Catalogue, at: UtcMs): LocalDate =>
  localDateOf(localDay(at, findZone(catalogue.store.timezone)!));

/** Works out what is taken off: the same for the cart, the summary and the order. Reads only. */
export function createBenefits(book: VoucherBook) {
  const voucherOf = (catalogue: Catalogue, code: string): Voucher | undefined =>
    catalogue.promotions.vouchers.find((voucher) => voucher.code === code);

  /** What the days and limits of a voucher say; null where they leave room. `except`: an order that is being replaced. */
  function limits(voucher: Voucher, person: Person, day: LocalDate, except: number | null): Refusal | null {
    if (voucher.from !== null && day < voucher.from) return { kind: 'not_yet', from: voucher.from };
    if (!holdsOn(voucher, day)) return { kind: 'ended', until: voucher.until! };
    if (voucher.perCustomer !== null && book.usedBy(voucher.code, person, except) >= voucher.perCustomer) return { kind: 'used_before', times: voucher.perCustomer };
    if (voucher.uses !== null && book.used(voucher.code, except) >= voucher.uses) return { kind: 'used_up' };
    return null;
  }

  function why(voucher: Voucher, basket: Basket, reductions: readonly Reduction[]): Refusal {
    const { its, purchase, lowers } = goodsFor(voucher, basket);
    if (its.length === 0) return { kind: 'other_goods', voucher };
    if (purchase < voucher.minPurchase) return { kind: 'too_little', least: voucher.minPurchase, short: voucher.minPurchase - purchase };
    if (lowers.length === 0) return { kind: 'only_usual_prices' };
    return { kind: 'not_combined', instead: reductions.map((one) => one.name).join(' + ') };
  }

  return {
    limits,
    of(person: Person, basket: Basket, catalogue: Catalogue, at: UtcMs, except: number | null): Benefits {
      const { vouchers, shipping } = catalogue.promotions;
      if (vouchers.length === 0 && shipping.length === 0) return NOTHING;
      const day = dayIn(catalogue, at);
      const held = book.held(person.customer).map((code) => {
        const voucher = voucherOf(catalogue, code);
        return { code, voucher, refused: voucher ? limits(voucher, person, day, except) : { kind: 'unknown' } as const };
      });
      const usable = held.flatMap(({ voucher, refused }) => (voucher && refused === null ? [voucher] : []));
      const reductions = bestReductions(basket, catalogue.promotions, usable);
      const used = new Set(reductions.map((one) => one.code));
      const goods = basket.lines.reduce((sum, line) => sum + line.amount, 0);
      const unreached = catalogue.promotions.shipping.filter((rule) => rule.above > goods && savesMore(rule, basket, reductions, usable)).sort((a, b) => a.above - b.above)[0];
      return {
        reductions,
        discount: reductions.reduce((sum, one) => sum + one.amount, 0),
        unused: basket.lines.length === 0 ? [] : held.filter(({ code }) => !used.has(code))
          .map(({ code, voucher, refused }) => ({ code, why: refused ?? why(voucher!, basket, reductions) })),
        nextShipping: unreached && basket.lines.length > 0 ? { rule: unreached, short: unreached.above - goods } : null,
      };
    },
    /** Vouchers told to whoever asks: listed, valid today, with room left for this person. */
    listed: (person: Person, catalogue: Catalogue, at: UtcMs): readonly Voucher[] =>
      catalogue.promotions.vouchers.filter((voucher) => voucher.listed && limits(voucher, person, dayIn(catalogue, at), null) === null),
    /** Names of goods a voucher is for, in the owner's words; empty for all. */
    goodsNamed: (voucher: Voucher, catalogue: Catalogue): readonly string[] =>
      (voucher.products.length + voucher.categories.length === 0 ? []
        : [...voucher.categories, ...catalogue.sellable.filter((product) => isFor({ products: voucher.products, categories: [] }, product) && voucher.products.length > 0).map((product) => product.title)]),
  };
}

/** Whether reaching a rule would take off more than is taken off now: only then is it worth naming. */
function savesMore(rule: ShippingPromotion, { shipping }: Basket, reductions: readonly Reduction[], vouchers: readonly Voucher[]): boolean {
  if (shipping !== null && !takes(rule, shipping.service)) return false;
  const most = Math.min(shipping === null ? Infinity : percentOf(shipping.cost, rule.percent), rule.upTo ?? Infinity);
  // A voucher that stands alone grows with the goods that are still to come: whether the rule would beat it then is not known.
  const beside = reductions.every((one) => one.part === 'shipping' || (rule.stack && vouchers.some((voucher) => voucher.code === one.code && voucher.stack)));
  return beside && most > reductions.reduce((sum, one) => sum + (one.part === 'shipping' ? one.amount : 0), 0);
}

export type BenefitsOf = ReturnType<typeof createBenefits>;
