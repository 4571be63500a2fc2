import { describe, expect, it } from 'vitest';
import { Shop } from '../../../src/shop/shop.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys } from './buying.ts';

const catalogue = await sampleCatalogue();
const SPATULA = catalogue.product('SPT-SIL')!;

describe('free pieces, read once in a transaction of turns', () => {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  const { stock, orders } = shop.shop.business;
  const order = buys(shop, 'c1', 'spatula silikon 2');
  const inTheBooks = () => shop.db.prepare('SELECT on_hand - reserved FROM stock WHERE sku = ?').pluck().get(SPATULA.sku);

  it.each<[string, () => unknown]>([
    ['promised', () => stock.reserve(SPATULA, 3, order.id, shop.now)],
    ['let go', () => stock.release(SPATULA.sku, order.id, shop.now, 'test')],
    ['counted', () => stock.count(SPATULA.sku, 37, shop.now, 'test')],
    ['put back', () => stock.putBack(SPATULA.sku, 1, order.id, shop.now, 'test')],
  ])('are read anew when some are %s', (_, write) => {
    stock.keeping(() => {
      const before = stock.free(SPATULA);
      write();
      expect(stock.free(SPATULA)).not.toBe(before);
      expect(stock.free(SPATULA)).toBe(inTheBooks());
    });
  });

  it('are read anew when an order that was to take the place of another could not be placed', () => {
    const old = buys(shop, 'c2', 'spatula silikon 2');
    stock.keeping(() => {
      const before = stock.free(SPATULA);
      const hers = new Shop(shop.shop.business, shop.shop.world().premises, shop.shop.tables.chats.get(shop.chatId('c2')), shop.now);
      hers.changeOrder(old);
      const quoting = hers.quotes(hers.place(old.place_code)!);
      if (quoting.kind !== 'quotes') throw new Error('no quote');
      const agreed = { ...hers.agreement(hers.summary(quoting.quotes[0]!), 'cod'), total: 1 };
      const placing = hers.placeOrder({ quote: quoting.quotes[0]!, recipient: 'Rina', phone: old.phone, address: old.address, payment: 'cod', agreed, agreedText: '', replaces: old.number });
      expect(placing.kind).toBe('no_longer_as_agreed');
      expect(orders.get(old.id).state).toBe('awaiting_payment');
      expect(stock.free(SPATULA)).toBe(before);
      expect(stock.free(SPATULA)).toBe(inTheBooks());
    });
  });
});
