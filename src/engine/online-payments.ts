import type { Order } from '../shop/ordering/orders.ts';
import type { Charge } from '../shop/payment/charges.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { Rupiah, UtcMs } from '../shop/units.ts';
import type { Notices } from './notices.ts';
import { promiseAnew } from './promise-anew.ts';

/** What a payment gateway says of a charge, its word verified. */
export interface GatewayWord {
  readonly reference: string;
  /** Rupiah; null where the gateway's amount is no whole number of them. */
  readonly amount: Rupiah | null;
  /** `returned`: money went back to the customer, or was called back. `open`: anything that changes nothing. */
  readonly status: 'paid' | 'returned' | 'open';
  /** "bank_transfer", "qris", "gopay". */
  readonly how: string;
}

/** Whose word it is, in the history of an order. */
export const GATEWAY = 'midtrans';

/**
 * What a payment gateway says, entered once however often and in whatever order it is said. A settlement of the right amount is a payment:
 * unlike a customer's picture (S16), it is the gateway's own signed word. Everything else about money is a person's decision, never silent
 * (F39). Belongs to the caller's transaction.
 */
export function createOnlinePayments(parts: { readonly business: Business; readonly premises: () => Premises; readonly notices: Notices }) {
  const { business, notices } = parts;

  function alert(reason: string, charge: Charge, order: Order, now: UtcMs, detail: string): void {
    if (business.charges.tellOnce(charge, reason)) {
      business.events.record(now, 'staff.alert', { chat: order.chat_id, order: order.id }, { reason, order: order.number, detail });
    }
  }

  function askForPerson(order: Order, what: string, now: UtcMs): void {
    const { hours, catalogue } = parts.premises();
    business.handoffs.request(order.chat_id, 'payment', { order: order.number, what }, hours, catalogue.store.handoff.firstReplyMinutes, now);
  }

  function paid(charge: Charge, word: GatewayWord, now: UtcMs): void {
    if (charge.state === 'paid' || charge.state === 'late') return;
    const order = business.orders.get(charge.order_id);
    if (word.amount !== charge.amount || charge.amount !== order.total) {
      alert('online_mismatch', charge, order, now, `${word.amount ?? '?'} ≠ ${order.total}`);
      return;
    }
    switch (order.state) {
      case 'awaiting_payment': {
        promiseAnew(business, parts.premises(), order, now);
        const change = business.orders.change(order, 'paid', { who: GATEWAY, why: word.how, at: now });
        business.charges.settle(order.id, 'paid', word.how);
        business.proofs.decide(order, 'approved', GATEWAY, null, now);
        notices.orderMoved(change.order, now);
        return;
      }
      case 'expired':
      case 'cancelled': {
        business.charges.settle(order.id, 'late', word.how);
        // From here on it goes as with a proof that came too late: staff revive the order, or send the money back.
        business.proofs.claim(order.chat_id, order, { file: null, amount: word.amount, confirmedBy: GATEWAY }, now);
        notices.orderNews(order, 'paid_late', now);
        askForPerson(order, 'late_online_payment', now);
        return;
      }
      default:
        // Staff had marked it paid: by this very payment, or by another one.
        business.charges.settle(order.id, 'paid', word.how);
        alert('online_twice', charge, order, now, word.how);
    }
  }

  return {
    /** Enters a word of the gateway. False where it is about nothing of ours. */
    hear(word: GatewayWord, now: UtcMs): boolean {
      const charge = business.charges.byReference(word.reference);
      if (!charge) return false;
      if (word.status === 'paid') paid(charge, word, now);
      if (word.status === 'returned') alert('online_returned', charge, business.orders.get(charge.order_id), now, word.how);
      return true;
    },

    /** Money for something this shop does not know: told to staff, for somebody paid it. */
    strange(word: GatewayWord, now: UtcMs): void {
      business.events.record(now, 'staff.alert', {}, { reason: 'online_unknown', detail: word.reference.slice(0, 60) });
    },

    /** No page could be had: the customer is told how to go on. */
    failed(charge: Charge, now: UtcMs): void {
      const order = business.orders.get(charge.order_id);
      business.charges.fail(order.id);
      alert('online_failed', charge, order, now, '');
    },

    /** Tasks for charges that are due to be looked after, or to be closed. Idempotent over stored states (F27). */
    sweep(now: UtcMs): void {
      for (const charge of business.charges.takeEnded()) business.tasks.add('close_charge', null, { order: charge.order_id }, now);
      for (const charge of business.charges.takeDue(now)) business.tasks.add('check_charge', null, { order: charge.order_id }, now);
    },
  };
}

export type OnlinePayments = ReturnType<typeof createOnlinePayments>;
