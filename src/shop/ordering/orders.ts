import type { Database } from '../../database/open.ts';
import type { Events } from '../../database/events.ts';
import type { LocalDate, Rupiah, Sku, UtcMs } from '../units.ts';
import { GRACE_MS } from '../payment/charges.ts';
import type { PaymentMethod } from '../payment/payment-methods.ts';
import type { Refunds } from '../payment/refunds.ts';
import type { OrderDiscount, VoucherBook } from '../promotions/voucher-book.ts';
import { mayBecome, STOCK_EFFECT, type OrderState } from './order-states.ts';
import type { Stock } from './stock.ts';

/** One row of `orders`. */
export interface Order {
  readonly id: number;
  readonly number: string;
  readonly customer_id: number;
  readonly chat_id: number;
  readonly state: OrderState;
  readonly payment: PaymentMethod;
  readonly goods: Rupiah;
  readonly shipping_cost: Rupiah;
  readonly discount: Rupiah;
  readonly unique_code: number | null;
  readonly total: Rupiah;
  readonly service_id: string;
  readonly service_name: string;
  readonly place_code: string;
  readonly recipient: string;
  readonly phone: string;
  readonly address: string;
  readonly arrives_from: LocalDate;
  readonly arrives_to: LocalDate;
  readonly days_min: number;
  readonly days_max: number;
  readonly placed_at: UtcMs;
  /** When an unpaid order lapses; null when the clock is stopped (a proof waits) or does not apply. */
  readonly expires_at: UtcMs | null;
  readonly reminded_at: UtcMs | null;
  readonly paid_at: UtcMs | null;
  readonly shipped_at: UtcMs | null;
  readonly delivered_at: UtcMs | null;
  readonly tracking: string | null;
  readonly late_told_at: UtcMs | null;
  readonly agreed_text: string;
  readonly suggestion: string | null;
}

export interface OrderLine {
  readonly order_id: number;
  readonly sku: Sku;
  readonly title: string;
  readonly quantity: number;
  readonly unit_price: Rupiah;
  readonly weight_g: number;
}

export type OrderChange =
  | { readonly kind: 'changed'; readonly order: Order }
  | { readonly kind: 'not_allowed'; readonly order: Order; readonly to: OrderState };

/** The orders there are and their way through the states. Every write belongs to the caller's transaction. */
export function createOrders(db: Database, stock: Stock, events: Events, refunds: Refunds, vouchers: VoucherBook) {
  const byId = db.prepare<[number], Order>('SELECT * FROM orders WHERE id = ?');
  const byNumber = db.prepare<[string], Order>('SELECT * FROM orders WHERE number = ?');
  const linesOf = db.prepare<[number], OrderLine>('SELECT * FROM order_lines WHERE order_id = ? ORDER BY position');
  // A number written out: SQLite plans a statement anew at every use when its LIMIT is bound, for ten times the price.
  const ofCustomer = db.prepare<[number], Order>('SELECT * FROM orders WHERE customer_id = ? ORDER BY id DESC LIMIT 20');
  const setState = db.prepare<[OrderState, number]>('UPDATE orders SET state = ? WHERE id = ?');
  const enter = db.prepare<[number, number, string, string, string]>(
    'INSERT INTO order_events (order_id, at, state, who, why) VALUES (?, ?, ?, ?, ?)');
  const setPaid = db.prepare<[number, number]>('UPDATE orders SET paid_at = ?, expires_at = NULL WHERE id = ?');
  const setShipped = db.prepare<[number, string, number]>('UPDATE orders SET shipped_at = ?, tracking = ? WHERE id = ?');
  const setTracking = db.prepare<[string, number]>('UPDATE orders SET tracking = ? WHERE id = ?');
  const setDelivered = db.prepare<[number, number, number]>(
    'UPDATE orders SET delivered_at = ?, paid_at = COALESCE(paid_at, ?) WHERE id = ?');
  const stopClock = db.prepare<[number]>('UPDATE orders SET expires_at = NULL WHERE id = ?');
  const startClock = db.prepare<[number, number]>('UPDATE orders SET expires_at = ? WHERE id = ?');
  const setArrival = db.prepare<[string, string, number]>(
    'UPDATE orders SET arrives_from = ?, arrives_to = ? WHERE id = ?');
  const history = db.prepare<[number], { at: number; state: string; who: string; why: string }>(
    'SELECT at, state, who, why FROM order_events WHERE order_id = ? ORDER BY id');
  const expired = db.prepare<[number, number], Order>(
    `SELECT * FROM orders WHERE expires_at IS NOT NULL AND expires_at <= ? AND state = 'awaiting_payment'
     AND (payment <> 'online' OR expires_at <= ?) ORDER BY id`);
  const toRemind = db.prepare<[number, number], Order>(
    `SELECT * FROM orders WHERE expires_at > ? AND expires_at <= ? AND state = 'awaiting_payment' AND reminded_at IS NULL
     ORDER BY id`);
  // Numbers only, which the index has: hundreds of orders are on their way, and each is read when its turn comes.
  const underway = db.prepare<[], number>(
    `SELECT id FROM orders INDEXED BY orders_open
     WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped') AND state <> 'awaiting_payment' ORDER BY arrives_to, id`).pluck();
  const markLate = db.prepare<[number, number]>('UPDATE orders SET late_told_at = ? WHERE id = ?');
  const markReminded = db.prepare<[number, number]>('UPDATE orders SET reminded_at = ? WHERE id = ?');

  const get = (id: number): Order => {
    const order = byId.get(id);
    if (!order) throw new Error(`no order ${id}`);
    return order;
  };

  /** Tells the diary, in the words of design §7. */
  function announce(kind: string, order: Order, at: UtcMs, more: object = {}): void {
    events.record(at, kind, { chat: order.chat_id, order: order.id }, {
      order: {
        number: order.number,
        state: order.state,
        lines: linesOf.all(order.id).map((line) => ({ sku: line.sku, qty: line.quantity, unit_price: line.unit_price })),
        goods: order.goods,
        ...(order.discount > 0 && { discounts: vouchers.of(order.id).map(({ name, amount }) => ({ name, amount })) }),
        shipping: {
          service: order.service_id, cost: order.shipping_cost,
          arrives_from: order.arrives_from, arrives_to: order.arrives_to,
        },
        unique_code: order.unique_code,
        total: order.total,
        payment: order.payment,
        ...more,
      },
    });
  }

  return {
    get,
    byNumber: (number: string): Order | undefined => byNumber.get(number.toUpperCase()),
    lines: (order: number): readonly OrderLine[] => linesOf.all(order),
    /** What was taken off, each under its name. */
    discounts: (order: number): readonly OrderDiscount[] => vouchers.of(order),
    history: (order: number) => history.all(order),
    /** The customer's orders, newest first; at most twenty. */
    ofCustomer: (customer: number, limit = 20): readonly Order[] => ofCustomer.all(customer).slice(0, limit),
    announce,

    /**
     * Moves an order on, with its stock, its diary and one row of history; what was paid for one that ends is owed back.
     * Anything the table does not allow changes nothing.
     */
    change(order: Order, to: OrderState, by: { who: string; why?: string; at: UtcMs; tracking?: string }): OrderChange {
      const now = get(order.id);
      if (!mayBecome(now.state, to)) return { kind: 'not_allowed', order: now, to };
      const effect = STOCK_EFFECT[to];
      if (effect) for (const line of linesOf.all(now.id)) stock[effect](line.sku, now.id, by.at, by.who);
      if (to === 'paid') setPaid.run(by.at, now.id);
      if (to === 'shipped') setShipped.run(by.at, by.tracking ?? '', now.id);
      if (to === 'delivered') setDelivered.run(by.at, by.at, now.id);
      if (to === 'cancelled' || to === 'expired') {
        stopClock.run(now.id);
        vouchers.giveBack(now.id, by.at);
      } else if (now.state === 'expired') vouchers.takeAgain(now.id);
      if ((to === 'cancelled' || to === 'returned') && now.paid_at !== null && now.total > 0) refunds.owe(now.id, now.total, by.at);
      setState.run(to, now.id);
      enter.run(now.id, by.at, to, by.who, by.why ?? '');
      const changed = get(now.id);
      announce(`order.${to}`, changed, by.at, { ...(by.why ? { reason: by.why } : {}), ...(by.tracking ? { tracking: by.tracking } : {}) });
      return { kind: 'changed', order: changed };
    },

    /** A proof has come: the order does not lapse while a person has yet to look (F39). */
    stopClock: (order: Order): void => void stopClock.run(order.id),
    startClock: (order: Order, expiresAt: UtcMs): void => void startClock.run(expiresAt, order.id),
    setArrival: (order: Order, from: LocalDate, to: LocalDate): void => void setArrival.run(from, to, order.id),
    /** Numbers (`id`) of the orders on their way to the customer, or about to be, the first promised first. */
    underway: (): readonly number[] => underway.all(),
    /** Another tracking number for a parcel on its way, with a row of history that names the old one. */
    correctTracking(order: Order, tracking: string, by: { who: string; at: UtcMs }): Order {
      setTracking.run(tracking, order.id);
      enter.run(order.id, by.at, order.state, by.who, order.tracking ? `resi ${order.tracking} → ${tracking}` : `resi ${tracking}`);
      const corrected = get(order.id);
      announce('order.tracking', corrected, by.at, { tracking });
      return corrected;
    },
    /** Remembers that the customer was told of a slipping promise, so that she is told once. */
    markLate: (order: Order, at: UtcMs): void => void markLate.run(at, order.id),
    /** Unpaid orders whose time is up; one that is paid online a little later, for its payment may be on its way. */
    dueToExpire: (now: UtcMs): readonly Order[] => expired.all(now, now - GRACE_MS),
    /** Unpaid orders that lapse within the window and have not been reminded of it. */
    dueForReminder: (now: UtcMs, until: UtcMs): readonly Order[] => toRemind.all(now, until),
    markReminded: (order: Order, at: UtcMs): void => void markReminded.run(at, order.id),
  };
}

export type Orders = ReturnType<typeof createOrders>;
