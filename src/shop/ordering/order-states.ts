/** The life of an order (design §6), as a table: what may follow what, and what each step does to its stock. */

export type OrderState =
  | 'awaiting_payment' | 'confirmed' | 'paid' | 'packed' | 'shipped' | 'delivered' | 'cancelled' | 'expired' | 'returned';

export const TRANSITIONS: Readonly<Record<OrderState, readonly OrderState[]>> = {
  awaiting_payment: ['paid', 'cancelled', 'expired'],
  confirmed: ['packed', 'shipped', 'cancelled'],
  paid: ['packed', 'shipped', 'cancelled'],
  packed: ['shipped', 'cancelled'],
  shipped: ['delivered', 'returned'],
  delivered: ['returned'],
  // A proof that came too late is a person's decision: with stock, the order lives again (F39).
  expired: ['paid'],
  cancelled: [],
  returned: [],
};

export const mayBecome = (from: OrderState, to: OrderState): boolean => TRANSITIONS[from].includes(to);

/** States in which the shop still owes the customer something. */
export const OPEN_STATES: readonly OrderState[] = ['awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped'];

export const isOpen = (state: OrderState): boolean => OPEN_STATES.includes(state);

/** What entering a state does to the pieces the order holds. */
export const STOCK_EFFECT: Readonly<Partial<Record<OrderState, 'release' | 'consume'>>> = {
  cancelled: 'release',
  expired: 'release',
  shipped: 'consume',
};

/** How far along an order is; nothing has been paid or packed yet in the first two. */
const CANCEL_RANK: Readonly<Partial<Record<OrderState, number>>> = { awaiting_payment: 0, confirmed: 0, paid: 1, packed: 2 };

/** Whether a customer may cancel by message in this state, by the owner's `cancel_until` (the last state that allows it). */
export function customerMayCancel(state: OrderState, until: 'awaiting_payment' | 'paid' | 'packed'): boolean {
  const rank = CANCEL_RANK[state];
  return rank !== undefined && rank <= CANCEL_RANK[until]!;
}
