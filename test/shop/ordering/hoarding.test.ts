import { beforeEach, describe, expect, it } from 'vitest';
import { MOST_LINES } from '../../../src/shop/ordering/cart.ts';
import { CROWD, MOST_UNPAID_ORDERS } from '../../../src/shop/ordering/placing.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys, orderCount, orderForm, says } from './buying.ts';

const catalogue = await sampleCatalogue();
let shop: TestShop;
const free = () => shop.shop.business.stock.free(catalogue.product('SPT-SIL')!);
const stocked = (pieces: number): void => { shop.shop.engine.transact(() => shop.shop.business.stock.count('SPT-SIL', pieces, shop.now, 'owner')); };
function tries(chat: string, goods: string, payment = 'transfer'): string {
  says(shop, chat, orderForm(goods));
  return says(shop, chat, payment).map((message) => message.text).join('\n');
}

beforeEach(() => { shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' }); });

describe('who would keep the stock from others (S17)', () => {
  it('holds nothing by a hundred carts', () => {
    stocked(10);
    for (let i = 0; i < 100; i++) says(shop, `palsu${i}`, 'ambil spatula silikon 10');
    expect(free()).toBe(10);
    expect(buys(shop, 'rina', 'spatula silikon 10').goods).toBe(10 * 35_000);
  });

  it.each([[40, 100], [12, 20]])('cannot hold all of %i pieces by %i unpaid orders, and who has bought before still can', (pieces, strangers) => {
    const known = buys(shop, 'rina', 'spatula silikon 1');
    shop.shop.desk.approvePayment({ by: 'siti', id: 'a' }, known.number);
    shop.shop.desk.ship({ by: 'siti', id: 's' }, known.number, 'JP0123456789');
    stocked(pieces);
    for (let i = 0; i < strangers; i++) tries(`palsu${i}`, 'spatula silikon 1', i % 2 === 0 ? 'transfer' : 'cod');
    expect(free()).toBe(Math.floor(pieces * 0.2));
    const before = orderCount(shop);
    expect(tries('palsu-lagi', 'spatula silikon 1')).toContain('ditahan untuk pesanan lain');
    expect(orderCount(shop)).toBe(before);
    buys(shop, 'rina', 'spatula silikon 1');
    expect(free()).toBe(Math.floor(pieces * 0.2) - 1);
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.failures).toEqual([]);
  });

  it('hears how many can be had, when there are many already who have not paid', () => {
    stocked(20);
    for (let i = 0; i < CROWD; i++) tries(`palsu${i}`, 'spatula silikon 1');
    expect(tries('lagi', 'spatula silikon 10')).toContain('saat ini bisa 8');
    expect(free()).toBe(12);
    buys(shop, 'lain', 'spatula silikon 8');
    expect(free()).toBe(4);
  });

  it('is no obstacle to a few who each want the last', () => {
    stocked(8);
    buys(shop, 'dewi', 'spatula silikon 6');
    buys(shop, 'rina', 'spatula silikon 2');
    expect(free()).toBe(0);
  });

  it('gives back what it held when nobody paid, and what is paid is held from nobody', () => {
    stocked(10);
    for (let i = 0; i < 20; i++) tries(`palsu${i}`, 'spatula silikon 1');
    expect(free()).toBe(2);
    const orders = shop.db.prepare('SELECT number FROM orders').pluck().all() as string[];
    for (const number of orders) shop.shop.desk.approvePayment({ by: 'siti', id: `p${number}` }, number);
    buys(shop, 'baru1', 'spatula silikon 1');
    buys(shop, 'baru2', 'spatula silikon 1');
    expect(free()).toBe(0);
  });

  it('has five unpaid orders at most, and carts of fifty lines', () => {
    stocked(1_000);
    for (let i = 0; i < 20; i++) tries('palsu', 'spatula silikon 1');
    expect(orderCount(shop)).toBe(MOST_UNPAID_ORDERS);
    const customer = shop.shop.tables.chats.get(shop.chatId('palsu')).customer_id;
    for (const product of catalogue.sellable) shop.shop.business.carts.set(customer, product, 1, Infinity);
    expect(shop.shop.business.carts.all(customer).length).toBe(Math.min(MOST_LINES, catalogue.sellable.length));
  });
});
