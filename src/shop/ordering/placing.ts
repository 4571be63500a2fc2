import type { Database } from '../../database/open.ts';
import type { Catalogue, Product } from '../catalogue/snapshot.ts';
import type { PaymentMethod } from '../payment/payment-methods.ts';
import type { BenefitsOf } from '../promotions/benefits.ts';
import type { VoucherBook } from '../promotions/voucher-book.ts';
import type { Quote } from '../shipping/quote.ts';
import type { LocalDate, Rupiah, Sku, UtcMs } from '../units.ts';
import { goodsOf, type CartLine, type Carts } from './cart.ts';
import type { Order, OrderLine, Orders } from './orders.ts';
import type { Stock } from './stock.ts';

/** What the customer said yes to: the figures of the summary she was shown. */
export interface Agreement {
  readonly lines: readonly { readonly sku: Sku; readonly quantity: number; readonly unitPrice: Rupiah }[];
  readonly shippingCost: Rupiah;
  readonly arrivesTo: LocalDate;
  readonly uniqueCode: number | null;
  readonly total: Rupiah;
}

export interface OrderRequest {
  readonly customer: number;
  readonly chat: number;
  readonly quote: Quote;
  readonly recipient: string;
  readonly phone: string;
  /** As it goes on the label: street, district, city, postal code. */
  readonly address: string;
  readonly payment: PaymentMethod;
  readonly uniqueCode: number | null;
  readonly agreed: Agreement;
  /** The summary in words, kept with the order. */
  readonly agreedText: string;
  /** Number of this customer's unpaid order that the new one takes the place of; null for none. */
  readonly replaces: string | null;
}

export interface Shortage {
  readonly product: Product;
  readonly wanted: number;
  readonly free: number;
}

/** How what can be had now stands to what was agreed. */
export type AgreementVerdict = 'as_agreed' | 'dearer' | 'later' | 'other_goods';

export type Placing =
  | { readonly kind: 'placed'; readonly order: Order; readonly lines: readonly OrderLine[] }
  | { readonly kind: 'empty_cart' }
  | { readonly kind: 'sold_out'; readonly short: readonly Shortage[] }
  /** Something became dearer or arrives later than agreed: show the new summary and ask again (F38). */
  | { readonly kind: 'no_longer_as_agreed'; readonly why: Exclude<AgreementVerdict, 'as_agreed'> }
  | { readonly kind: 'too_many_unpaid'; readonly open: number }
  /** So many are promised to others who have not paid that a stranger may have only `may` of it now: a person decides (S17). */
  | { readonly kind: 'promised_to_others'; readonly product: Product; readonly may: number }
  /** There is no room to write it down for good: the cart stays as it is (F33). */
  | { readonly kind: 'not_now' }
  /** The order to be changed was paid or closed meanwhile: both cannot stand. */
  | { readonly kind: 'cannot_replace'; readonly order: Order };

/** Unpaid orders hold stock; one person may hold only so many at once (S17). */
export const MOST_UNPAID_ORDERS = 5;

/** So many strangers who hold a product unpaid at the same time are a crowd, and may be one person. */
export const CROWD = 8;
/** Of what could still be sold, the share that a crowd's unpaid orders cannot hold: a hundred made-up customers do not close a shop (S17). */
const KEPT_FROM_CROWDS = 0.2;

/** Whether what can be had now is at least as good as what was agreed. Cheaper and sooner are passed on in silence. */
export function stillAsAgreed(
  agreed: Agreement,
  now: Pick<Agreement, 'lines' | 'shippingCost' | 'arrivesTo' | 'total'>,
): AgreementVerdict {
  const same = agreed.lines.length === now.lines.length
    && agreed.lines.every((line, i) => line.sku === now.lines[i]!.sku && line.quantity === now.lines[i]!.quantity);
  if (!same) return 'other_goods';
  if (now.total > agreed.total) return 'dearer';
  if (now.arrivesTo > agreed.arrivesTo) return 'later';
  return 'as_agreed';
}

export const agreedLines = (lines: readonly CartLine[]): Agreement['lines'] =>
  lines.map((line) => ({ sku: line.product.sku, quantity: line.quantity, unitPrice: line.unitPrice }));

/** Turns a cart into an order: prices and promotions re-checked, stock reserved, cart emptied, all in the caller's transaction. */
export function createPlacing(db: Database, parts: { carts: Carts; stock: Stock; orders: Orders; vouchers: VoucherBook; benefits: BenefitsOf; mayPlace: () => boolean }) {
  const insert = db.prepare(`INSERT INTO orders (number, customer_id, chat_id, state, payment, goods, shipping_cost,
    discount, unique_code, total, service_id, service_name, place_code, recipient, phone, address, arrives_from, arrives_to,
    days_min, days_max, placed_at, expires_at, agreed_text)
    VALUES (@number, @customer, @chat, @state, @payment, @goods, @shippingCost, @discount, @uniqueCode, @total, @serviceId,
    @serviceName, @placeCode, @recipient, @phone, @address, @arrivesFrom, @arrivesTo, @daysMin, @daysMax, @placedAt,
    @expiresAt, @agreedText)`);
  const insertLine = db.prepare<[number, string, string, number, number, number, number]>(
    `INSERT INTO order_lines (order_id, sku, title, quantity, unit_price, weight_g, position) VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const lastId = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM orders');
  const enter = db.prepare<[number, number, string, string]>(
    `INSERT INTO order_events (order_id, at, state, who) VALUES (?, ?, ?, ?)`);
  const unpaid = db.prepare<[number], { n: number }>(
    `SELECT count(*) AS n FROM orders INDEXED BY orders_of_customer WHERE customer_id = ? AND state = 'awaiting_payment'`);

  const everPaid = db.prepare<[number], { n: number }>('SELECT EXISTS (SELECT 1 FROM orders WHERE customer_id = ? AND paid_at IS NOT NULL) AS n');
  const heldByStrangers = db.prepare<[string], { people: number; pieces: number }>(
    `SELECT count(DISTINCT o.customer_id) AS people, COALESCE(sum(l.quantity), 0) AS pieces FROM orders o JOIN order_lines l ON l.order_id = o.id AND l.sku = ?
     WHERE o.state IN ('awaiting_payment', 'confirmed') AND NOT EXISTS (SELECT 1 FROM orders p WHERE p.customer_id = o.customer_id AND p.paid_at IS NOT NULL)`);

  /** Pieces that this customer may have promised: all that are free, unless a crowd holds them and nobody knows this customer either. */
  function mayHold(customer: number, product: Product, wanted: number): number {
    const free = parts.stock.free(product);
    const onHand = parts.stock.row(product.sku)?.on_hand ?? free;
    // Asked only near the end of a product: most orders are far from it.
    if (!Number.isFinite(free) || free - wanted >= Math.floor(onHand * KEPT_FROM_CROWDS) || everPaid.get(customer)!.n === 1) return free;
    const held = heldByStrangers.get(product.sku)!;
    return held.people < CROWD ? free : Math.max(0, free - Math.floor((free + held.pieces) * KEPT_FROM_CROWDS));
  }

  /** Undone whole when the new order cannot be placed: the old one then stands as it was. */
  const replace = db.transaction((request: OrderRequest, old: Order, catalogue: Catalogue, at: UtcMs): Placing => {
    const change = parts.orders.change(old, 'cancelled', { who: `customer:${request.customer}`, why: 'changed by the customer', at });
    if (change.kind !== 'changed') return { kind: 'cannot_replace', order: change.order };
    const placing = placeNew(request, catalogue, at);
    if (placing.kind !== 'placed') throw new NotPlaced(placing);
    return placing;
  });

  function placeNew(request: OrderRequest, catalogue: Catalogue, at: UtcMs): Placing {
    const lines = parts.carts.lines(request.customer, catalogue);
    if (lines.length === 0) return { kind: 'empty_cart' };
    const open = unpaid.get(request.customer)!.n;
    if (open >= MOST_UNPAID_ORDERS) return { kind: 'too_many_unpaid', open };

    const short = lines
      .map((line) => ({ product: line.product, wanted: line.quantity, free: parts.stock.free(line.product) }))
      .filter((line) => line.wanted > line.free);
    if (short.length > 0) return { kind: 'sold_out', short };
    for (const { product, quantity } of lines) {
      const may = mayHold(request.customer, product, quantity);
      if (quantity > may) return { kind: 'promised_to_others', product, may };
    }

    // Limits are counted here, in the transaction that uses them up: of two customers and one last use, one gets it.
    const { reductions, discount } = parts.benefits.of(
      request, { lines, shipping: { service: request.quote.service.id, cost: request.quote.cost } }, catalogue, at, null);
    const goods = goodsOf(lines);
    const total = goods + request.quote.cost - discount + (request.uniqueCode ?? 0);
    const verdict = stillAsAgreed(request.agreed, {
      lines: agreedLines(lines), shippingCost: request.quote.cost, arrivesTo: request.quote.arrivesTo, total,
    });
    if (verdict !== 'as_agreed') return { kind: 'no_longer_as_agreed', why: verdict };

    const number = `${catalogue.store.orders.prefix}-${(lastId.get()!.id ?? 0) + 1}`;
    const state = request.payment === 'cod' ? 'confirmed' : 'awaiting_payment';
    const id = Number(insert.run({
      number, customer: request.customer, chat: request.chat, state, payment: request.payment, goods,
      shippingCost: request.quote.cost, discount, uniqueCode: request.uniqueCode, total,
      serviceId: request.quote.service.id, serviceName: request.quote.service.name, placeCode: request.quote.to.code,
      recipient: request.recipient, phone: request.phone, address: request.address,
      arrivesFrom: request.quote.arrivesFrom, arrivesTo: request.quote.arrivesTo,
      daysMin: request.quote.daysMin, daysMax: request.quote.daysMax, placedAt: at,
      expiresAt: state === 'confirmed' ? null : at + catalogue.store.orders.paymentDueHours * 3_600_000,
      agreedText: request.agreedText,
    }).lastInsertRowid);
    lines.forEach((line, i) => {
      insertLine.run(id, line.product.sku, line.product.title, line.quantity, line.unitPrice, line.product.weightG, i);
      const reservation = parts.stock.reserve(line.product, line.quantity, id, at);
      // Free stock was read in this transaction, so this cannot be; if it is, the turn must not commit.
      if (reservation.kind !== 'reserved') throw new Error(`stock of ${line.product.sku} moved inside a transaction`);
    });
    parts.vouchers.enter(id, reductions);
    parts.vouchers.clear(request.customer);
    enter.run(id, at, state, `customer:${request.customer}`);
    parts.carts.clear(request.customer);
    const order = parts.orders.get(id);
    parts.orders.announce('order.placed', order, at);
    return { kind: 'placed', order, lines: parts.orders.lines(id) };
  }

  return function place(request: OrderRequest, catalogue: Catalogue, at: UtcMs): Placing {
    if (!parts.mayPlace()) return { kind: 'not_now' };
    if (request.replaces === null) return placeNew(request, catalogue, at);
    const old = parts.orders.byNumber(request.replaces);
    if (old?.customer_id !== request.customer) return placeNew(request, catalogue, at);
    // With its clock stopped, a proof waits: it may be paid.
    const unpaid = old.state === 'confirmed' || (old.state === 'awaiting_payment' && old.expires_at !== null);
    if (!unpaid) return { kind: 'cannot_replace', order: old };
    try {
      return replace(request, old, catalogue, at);
    } catch (error) {
      parts.stock.takenBack();
      if (error instanceof NotPlaced) return error.placing;
      throw error;
    }
  };
}

/** Carries an outcome out of a savepoint that must be undone. */
class NotPlaced extends Error {
  readonly placing: Placing;
  constructor(placing: Placing) {
    super(placing.kind);
    this.placing = placing;
  }
}

export type Placer = ReturnType<typeof createPlacing>;
