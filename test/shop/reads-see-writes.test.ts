import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeCatalogue } from '../../src/shop/catalogue/make-catalogue.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { Shop } from '../../src/shop/shop.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';
import { orderForm } from './ordering/buying.ts';

const sample = await sampleCatalogue();
const catalogue = makeCatalogue({
  ...sample, promotions: { ...sample.promotions, vouchers: [{
    code: 'HEMAT5', name: 'Hemat', percent: null, amount: 5_000, upTo: null, minPurchase: 0, products: [], categories: [], from: null, until: null, uses: null, perCustomer: 1, listed: true, stack: true,
  }] },
});
const BANDUNG = createGazetteer().byCode('32.73')!;
const GOODS = ['WTG-28', 'SPT-SIL', 'CTG-NSI', 'KRS-PRS'].map((sku) => catalogue.product(sku)!);

/** A customer who has ordered and may change or cancel it, or whose parcel is on its way; or one who only said hello. */
function aCustomer(stage: 'new' | 'ordered' | 'shipped'): { readonly fresh: () => Shop } {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  if (stage === 'new') shop.hear('c1', 'halo');
  else {
    shop.hear('c1', orderForm('spatula silikon 1', 'Rina'));
    shop.hear('c1', 'transfer');
  }
  const chat = shop.shop.tables.chats.get(1);
  const { orders } = shop.shop.business;
  if (stage === 'shipped') for (const state of ['paid', 'packed', 'shipped'] as const) orders.change(orders.get(1), state, { who: 'siti', at: shop.now });
  return { fresh: () => new Shop(shop.shop.business, shop.shop.world().premises, chat, shop.now) };
}

const WRITES: Readonly<Record<string, (shop: Shop, n: number) => unknown>> = {
  add: (shop, n) => shop.addToCart(GOODS[n % GOODS.length]!, 1 + (n % 3)),
  set: (shop, n) => shop.setInCart(GOODS[n % GOODS.length]!, n % 3),
  restore: (shop, n) => shop.restoreCart([[GOODS[n % GOODS.length]!.sku, 1]]),
  empty: (shop) => shop.emptyCart(),
  name: (shop, n) => shop.rememberName(`Rina ${n}`),
  phone: (shop, n) => shop.rememberPhone(`+62812345678${n}`),
  call: (shop, n) => shop.callMe(n % 2 === 0 ? null : 'Bu'),
  erase: (shop) => shop.askToBeErased(),
  again: (shop) => shop.orders().slice(0, 1).map((order) => shop.orderAgain(order)),
  change: (shop) => shop.orders().slice(0, 1).map((order) => shop.changeOrder(order)),
  cancel: (shop) => shop.orders().slice(0, 1).map((order) => shop.cancelOrder(order.number, 'test')),
  delivered: (shop) => shop.orders().slice(0, 1).map((order) => shop.markDelivered(order)),
  claim: (shop) => shop.claimPayment(shop.orders()[0] ?? null, { file: null, amount: null }),
  refuse: (shop) => [shop.suggest(GOODS[0]!)].map((one) => one && shop.settleSuggestion(one.product.sku, 'refused')),
  address: (shop, n) => shop.rememberAddress({ recipient: 'Rina', phone: '+62812', street: `Jl. ${n}`, place_code: '32.73', place_label: 'Kota Bandung', postal_code: null }),
  hold: (shop) => shop.holdVoucher('HEMAT5'),
  drop: (shop) => shop.dropVouchers(),
};

function quotesTo(shop: Shop) {
  const quoting = shop.quotes(BANDUNG);
  return quoting.kind === 'quotes' ? quoting.quotes : [];
}

const seen = (shop: Shop) => ({ quotes: quotesTo(shop), summaries: quotesTo(shop).map((quote) => shop.summary(quote)), addresses: shop.addresses(), cart: shop.cart(), now: shop.cartNow(), goods: shop.goods(), customer: shop.customer(), orders: shop.orders(), changing: shop.changing()?.id ?? null, free: GOODS.map((one) => shop.free(one)) });

describe('the shop of one turn', () => {
  it('shows after every write what a shop opened just then shows', () => {
    fc.assert(fc.property(fc.constantFrom('new', 'ordered', 'shipped'), fc.array(fc.tuple(fc.constantFrom(...Object.keys(WRITES)), fc.nat(7)), { minLength: 1, maxLength: 8 }), (stage, writes) => {
      const { fresh } = aCustomer(stage);
      const shop = fresh();
      for (const [name, n] of writes) {
        seen(shop);
        WRITES[name]!(shop, n);
        expect(seen(shop)).toEqual(seen(fresh()));
      }
    }), { numRuns: 25, examples: [['new', [['address', 1]]], ['shipped', [['delivered', 1]]], ['new', [['add', 0], ['hold', 0], ['drop', 0]]], ...Object.keys(WRITES).map((name) => ['ordered', [[name, 1]]] as ['ordered', [string, number][]])] });
  });

  it('reckons a summary for each person whom it may go to', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    for (const line of ['halo', 'pakai kode HEMAT5', orderForm('spatula silikon 1', 'Rina'), 'transfer']) shop.hear('c1', line);
    const [order] = shop.shop.business.orders.ofCustomer(1);
    expect(order?.discount).toBe(5_000);
    shop.hear('c2', 'halo');
    const other = new Shop(shop.shop.business, shop.shop.world().premises, shop.shop.tables.chats.get(2), shop.now);
    other.addToCart(GOODS[0]!, 1);
    other.holdVoucher('HEMAT5');
    const [quote] = quotesTo(other);
    expect([null, order!.phone, '+6281111111111'].map((phone) => other.summary(quote!, phone).benefits.discount)).toEqual([5_000, 0, 5_000]);
  });
});
