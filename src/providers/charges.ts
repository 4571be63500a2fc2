import { z } from 'zod';
import type { ShopEvent } from '../database/inbox.ts';
import type { OnlinePayments } from '../engine/online-payments.ts';
import type { TaskHandler } from '../engine/run-tasks.ts';
import type { Orders } from '../shop/ordering/orders.ts';
import type { Charges } from '../shop/payment/charges.ts';
import type { UtcMs } from '../shop/units.ts';
import { ProviderError } from './ask.ts';
import type { Gateway } from './midtrans.ts';

const ABOUT = z.object({ order: z.number() });
/** After so many tries the customer is told to pay otherwise rather than left waiting. */
const MOST_TRIES = 3;
const MINUTE_MS = 60_000;

export interface ChargeParts {
  readonly gateway: Gateway;
  readonly charges: Charges;
  readonly orders: Orders;
  readonly payments: OnlinePayments;
  readonly now: () => UtcMs;
  /** Puts what came of it before the chat, as an event (design §2). */
  readonly tell: (key: string, chat: number, event: ShopEvent) => void;
}

/** Task `create_charge`: a page to pay an order on. The same reference at every try, so that there is never a second payment. */
export function createCharge(parts: ChargeParts): TaskHandler {
  return async (data, task) => {
    const { order: id } = ABOUT.parse(data);
    const charge = parts.charges.of(id);
    const order = parts.orders.get(id);
    const event = (): ShopEvent => ({ kind: 'event', name: 'payment_link', data: { order: order.number } });
    if (charge?.state !== 'wanted' || order.state !== 'awaiting_payment') return () => {};
    try {
      const page = await parts.gateway.open({ reference: charge.reference, amount: charge.amount, minutes: (charge.expires_at - parts.now()) / MINUTE_MS });
      return () => {
        parts.charges.open(id, page, parts.now());
        parts.tell(`charge-${id}`, order.chat_id, event());
      };
    } catch (error) {
      const hopeless = error instanceof ProviderError && (error.kind === 'refused' || error.status === 400);
      if (!hopeless && task.attempts + 1 < MOST_TRIES) throw error;
      return () => {
        parts.payments.failed(charge, parts.now());
        parts.tell(`charge-${id}`, order.chat_id, event());
      };
    }
  };
}

/** Task `check_charge`: asks where a charge stands, for shops that no notification reaches, and for those that are lost. */
export function checkCharge(parts: ChargeParts): TaskHandler {
  return async (data) => {
    const charge = parts.charges.of(ABOUT.parse(data).order);
    if (!charge) return () => {};
    const word = await lookedAt(parts, charge.reference);
    return () => { if (word) parts.payments.hear(word, parts.now()); };
  };
}

/** Task `close_charge`: the order has ended, or is paid otherwise. What was paid in the last moment is heard before the door shuts. */
export function closeCharge(parts: ChargeParts): TaskHandler {
  return async (data) => {
    const charge = parts.charges.of(ABOUT.parse(data).order);
    if (!charge) return () => {};
    const word = await parts.gateway.status(charge.reference);
    if (word?.status === 'paid') return () => { parts.payments.hear(word, parts.now()); };
    await parts.gateway.close(charge);
    return () => parts.charges.close(charge);
  };
}

/** Null also where the gateway cannot be asked just now: the next look is due soon anyway. */
async function lookedAt(parts: ChargeParts, reference: string) {
  try {
    return await parts.gateway.status(reference);
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}
