import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Shop } from '../../src/shop/shop.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';
import { orderForm } from './ordering/buying.ts';

const catalogue = await sampleCatalogue();
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
};

const seen = (shop: Shop) => ({ cart: shop.cart(), now: shop.cartNow(), goods: shop.goods(), customer: shop.customer(), orders: shop.orders(), addresses: shop.addresses(), changing: shop.changing()?.id ?? null, free: GOODS.map((one) => shop.free(one)) });

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
    }), { numRuns: 25, examples: [['new', [['address', 1]]], ['shipped', [['delivered', 1]]], ...Object.keys(WRITES).map((name) => ['ordered', [[name, 1]]] as ['ordered', [string, number][]])] });
  });
});
