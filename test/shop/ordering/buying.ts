import type { Order } from '../../../src/shop/ordering/orders.ts';
import type { Received, TestShop } from '../../test-shop.ts';

/** A whole order in one message, up to the question how she will pay. */
export function orderForm(goods: string, name = 'Rina'): string {
  return `Order: ${goods}\nNama: ${name}\nHP: 081234567890\nAlamat: Jl. Merpati 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler`;
}

/** Says something and returns what the shop says back. */
export function says(shop: TestShop, chat: string, text: string): Received[] {
  shop.hear(chat, text);
  return shop.receive();
}

/** Orders, and returns the order. */
export function buys(shop: TestShop, chat: string, goods: string, payment = 'transfer'): Order {
  says(shop, chat, orderForm(goods));
  says(shop, chat, payment);
  const order = lastOrder(shop);
  if (!order) throw new Error(`${chat} could not order ${goods}`);
  return order;
}

export function lastOrder(shop: TestShop): Order | undefined {
  const row = shop.db.prepare('SELECT number FROM orders ORDER BY id DESC LIMIT 1').get() as { number: string } | undefined;
  return row && shop.shop.business.orders.byNumber(row.number);
}

export const orderCount = (shop: TestShop): number => shop.db.prepare('SELECT count(*) FROM orders').pluck().get() as number;
