import type { StoreSettings } from '../shop/catalogue/snapshot.ts';
import type { Order, OrderLine } from '../shop/ordering/orders.ts';
import type { PaymentMethod } from '../shop/payment/payment-methods.ts';
import { receiptLines as linesOf, type Receipt } from '../shop/payment/receipt.ts';
import type { Say } from './say.ts';

/** What an order holds, and what was taken off. */
interface Sold { readonly lines: readonly OrderLine[]; readonly discounts: Receipt['discounts'] }

/** An order as its receipt says it, in the customer's language. Before it is paid, it is a bill. */
export function receiptOf(say: Say, order: Order, sold: Sold, store: StoreSettings): Receipt {
  return {
    shop: store.name,
    contact: [store.contact.phone, store.contact.address].flatMap((line) => (line ? [line] : [])),
    number: order.number,
    date: say.stamp(order.placed_at),
    recipient: order.recipient,
    lines: sold.lines.map((line) => ({ title: line.title, quantity: line.quantity, unitPrice: line.unit_price })),
    goods: order.goods,
    shipping: { service: order.service_name, cost: order.shipping_cost },
    discounts: sold.discounts,
    uniqueCode: order.unique_code,
    total: order.total,
    payment: paymentWords(say, order.payment, store),
    paid: order.paid_at === null ? null : say.stamp(order.paid_at),
    language: say.language,
  };
}

/** The receipt of an order as lines of a message. */
export const receiptLines = (say: Say, order: Order, sold: Sold, store: StoreSettings): readonly string[] =>
  linesOf(receiptOf(say, order, sold, store));

function paymentWords(say: Say, payment: PaymentMethod, store: StoreSettings): string {
  if (payment === 'bank_transfer') return say('payment.bank_transfer', { bank: store.payments.bankTransfer.map((account) => account.bank).join(', ') });
  return say(`payment.${payment}`);
}
