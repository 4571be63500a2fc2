import type { Chats, Chat } from '../database/chats.ts';
import type { Events } from '../database/events.ts';
import type { Tasks } from '../database/tasks.ts';
import type { Catalogue, Product, Voucher } from './catalogue/snapshot.ts';
import type { ProductSearch, SearchHit, SearchOptions } from './catalogue/search-types.ts';
import type { Erasing } from './customers/erasing.ts';
import type { Customer, Customers, NewAddress, SavedAddress } from './customers/customers.ts';
import { goodsOf, linesOf, type CartContents, type CartLine, type CartOutcome, type Carts } from './ordering/cart.ts';
import { customerMayCancel, isOpen } from './ordering/order-states.ts';
import type { Order, OrderLine, Orders } from './ordering/orders.ts';
import { agreedLines, stillAsAgreed, type Agreement, type AgreementVerdict, type Placer, type Placing } from './ordering/placing.ts';
import type { Stock } from './ordering/stock.ts';
import type { Suggestion, Suggestions } from './ordering/suggestions.ts';
import type { Wish, Wishlists } from './ordering/wishlist.ts';
import type { ProofClaim, Proofs } from './payment/proofs.ts';
import type { Charge, Charges } from './payment/charges.ts';
import type { Refund, Refunds } from './payment/refunds.ts';
import type { ParcelBook, ParcelNews } from './parcels/parcel-news.ts';
import type { UntoldBook } from './service/untold-news.ts';
import { parcelLink, type ParcelLink } from './parcels/tracking-page.ts';
import { amountInText } from './payment/amount-in-text.ts';
import { paymentMethods, type PaymentMethod } from './payment/payment-methods.ts';
import type { UniqueCodes } from './payment/unique-codes.ts';
import type { Benefits, BenefitsOf, Refusal } from './promotions/benefits.ts';
import { stepsFor, unitPrices, type UnitPrice } from './promotions/unit-prices.ts';
import type { OrderDiscount, VoucherBook } from './promotions/voucher-book.ts';
import type { BusinessHours } from './service/business-hours.ts';
import type { Holidays } from './service/holidays.ts';
import type { PeriodReports } from './reports/period-reports.ts';
import type { DailySummary } from './service/daily-summary.ts';
import type { HandoffPromise, HandoffReason, Handoffs } from './service/handoffs.ts';
import type { Ratings } from './service/ratings.ts';
import type { Allowance } from './shipping/allowance.ts';
import { TurnRates, type LiveLanes } from './shipping/live-lanes.ts';
import type { Lane, LiveRates } from './shipping/live-rates.ts';
import type { Gazetteer, Place } from './shipping/place.ts';
import type { Quote } from './shipping/quote.ts';
import type { Quoting, Tariffs } from './shipping/tariffs.ts';
import type { Rupiah, Sku, UtcMs } from './units.ts';

/** Everything that lasts longer than a turn. Made once, in `openBusiness`. */
export interface Business {
  readonly chats: Chats;
  readonly events: Events;
  readonly tasks: Tasks;
  readonly customers: Customers;
  readonly carts: Carts;
  readonly stock: Stock;
  readonly orders: Orders;
  readonly refunds: Refunds;
  readonly vouchers: VoucherBook;
  readonly benefits: BenefitsOf;
  readonly place: Placer;
  readonly uniqueCodes: UniqueCodes;
  readonly suggestions: Suggestions;
  readonly wishlists: Wishlists;
  readonly handoffs: Handoffs;
  readonly proofs: Proofs;
  readonly ratings: Ratings;
  readonly erasing: Erasing;
  readonly dailySummary: DailySummary;
  readonly periodReports: PeriodReports;
  readonly liveRates: LiveRates;
  readonly allowance: Allowance;
  readonly charges: Charges;
  readonly parcelNews: ParcelBook;
  readonly untold: UntoldBook;
  readonly gazetteer: Gazetteer;
}

/** What follows from one version of the owner's files. Made anew when they change. */
export interface Premises {
  readonly catalogue: Catalogue;
  readonly search: ProductSearch;
  readonly hours: BusinessHours;
  readonly holidays: Holidays;
  readonly tariffs: Tariffs;
  /** How couriers' own prices are asked for; null in a shop that has only its table. */
  readonly lanes: LiveLanes | null;
  /** Whether there is a payment gateway. */
  readonly online: boolean;
  /** Who is asked where parcels are, and how often a day; null where nobody is. */
  readonly follows: { readonly provider: string; readonly dailyLimit: number } | null;
}

export type Cancelling =
  | { readonly kind: 'cancelled'; readonly order: Order }
  | { readonly kind: 'too_late'; readonly order: Order }
  | { readonly kind: 'not_found' };

/** A summary of what would be ordered now, with every figure in it. */
export interface CheckoutSummary {
  readonly lines: readonly CartLine[];
  readonly goods: Rupiah;
  readonly quote: Quote;
  /** What is taken off, and which codes take nothing. */
  readonly benefits: Benefits;
  /** Goods and shipping less what is taken off; without a unique code. */
  readonly total: Rupiah;
  readonly methods: readonly PaymentMethod[];
  /** Code and total for a bank transfer; null code when none is free. */
  readonly uniqueCode: number | null;
}

/** What has been read of a customer's, and holds until it is written. */
export interface Known {
  customer?: Customer;
  contents?: CartContents;
  orders?: readonly Order[];
  addresses?: readonly SavedAddress[];
}

/** What follows from that, the goods and the stock: every question of a flow asks for it again, and so do the words that put it. */
interface WorkedOut {
  cart?: readonly CartLine[];
  free?: Map<Product, number>;
  code?: { readonly total: Rupiah; readonly code: number | null };
  /** By the place's code, of the cart as it is. */
  quotes?: Map<string, Quoting>;
  /** By the quote, which stands for its place and the cart, and whom it goes to. */
  summaries?: Map<Quote, { readonly phone: string | null; readonly summary: CheckoutSummary }>;
}

/**
 * The shop as one customer meets it in one turn: the only thing flows may change. Reads see every write of the turn.
 */
export class Shop {
  private readonly business: Business;
  private readonly premises: Premises;
  /** What was read and has not been written since: a turn asks for the same cart and orders many times over. */
  private known: Known;
  private workedOut: WorkedOut = {};
  readonly chat: Chat;
  /** The instant of this turn, UTC ms. */
  readonly now: UtcMs;
  private readonly rates: TurnRates | null;

  /** `known`: what was read with the chat. */
  constructor(business: Business, premises: Premises, chat: Chat, now: UtcMs, known: Readonly<Known> = {}) {
    this.known = { ...known };
    this.business = business;
    this.premises = premises;
    this.chat = chat;
    this.now = now;
    this.rates = premises.lanes && new TurnRates({
      rates: business.liveRates, allowance: business.allowance, lanes: premises.lanes, customer: chat.customer_id, now,
    });
  }

  /** Every write ends here: what follows from what was read holds no more, nor does what was read itself: all of it, or the cart or the customer alone. */
  private wrote<T>(outcome: T): T {
    this.known = {};
    this.workedOut = {};
    return outcome;
  }
  private wroteCart<T>(outcome: T): T {
    delete this.known.contents;
    this.workedOut = {};
    return outcome;
  }
  private wroteCustomer<T>(outcome: T): T {
    delete this.known.customer;
    this.workedOut = {};
    return outcome;
  }

  get catalogue(): Catalogue { return this.premises.catalogue; }
  get store(): Catalogue['store'] { return this.premises.catalogue.store; }
  get hours(): BusinessHours { return this.premises.hours; }
  get holidays(): Holidays { return this.premises.holidays; }

  // — products —

  product(sku: Sku): Product | undefined {
    const product = this.catalogue.product(sku);
    return product?.active ? product : undefined;
  }

  /** Pieces this customer may still have, those of an order she is changing among them; Infinity for made to order. */
  free(product: Product): number {
    const known = this.workedOut.free ??= new Map();
    let free = known.get(product);
    if (free === undefined) {
      const changing = this.changing();
      known.set(product, free = this.business.stock.free(product) + (changing ? this.business.stock.heldBy(changing.id, product.sku) : 0));
    }
    return free;
  }

  search(query: string, options: SearchOptions = {}): readonly SearchHit[] {
    return this.premises.search.search(query, {
      inStock: (sku) => { const product = this.product(sku); return product !== undefined && this.free(product) > 0; },
      ...options,
    });
  }

  // — cart —

  cart(): readonly CartLine[] { return this.workedOut.cart ??= linesOf(this.cartNow(), this.catalogue); }
  goods(): Rupiah { return goodsOf(this.cart()); }
  inCart(sku: Sku): number { return this.cartNow().find(([one]) => one === sku)?.[1] ?? 0; }
  addToCart(product: Product, quantity: number): CartOutcome {
    return this.wroteCart(this.business.carts.add(this.chat.customer_id, product, quantity, this.free(product)));
  }
  setInCart(product: Product, quantity: number): CartOutcome {
    const outcome = this.wroteCart(this.business.carts.set(this.chat.customer_id, product, quantity, this.free(product)));
    if (outcome.kind === 'removed' && this.cart().length === 0) this.emptyCart();
    return outcome;
  }
  /** What lies in the cart, also what is not sold at the moment. */
  cartNow(): CartContents { return this.known.contents ??= this.business.carts.all(this.chat.customer_id); }
  /** Makes the cart what it was: a message that had changed it was edited, and is heard anew. */
  restoreCart(lines: CartContents): void { this.wroteCart(this.business.carts.replace(this.chat.customer_id, lines)); }
  /** Nothing of an order that was open to be changed is wanted in its place any more: it stands as it was. */
  emptyCart(): void {
    this.wroteCart(this.business.carts.clear(this.chat.customer_id));
    this.setChanging(null);
  }

  // — promotions —

  /** What is taken off the cart, by this quote where a place is known. The use of an order that is being changed is hers again. */
  benefits(quote: Quote | null, phone: string | null = null): Benefits {
    return this.business.benefits.of(
      this.person(phone), { lines: this.cart(), shipping: quote && { service: quote.service.id, cost: quote.cost } },
      this.catalogue, this.now, this.changing()?.id ?? null);
  }
  /** Lays a code beside the cart. Says why it cannot be used, where that does not hang on what the cart holds. */
  holdVoucher(code: string): { readonly voucher: Voucher } | { readonly refused: Refusal } {
    const voucher = this.catalogue.promotions.vouchers.find((one) => one.code === code.toUpperCase());
    if (!voucher) return { refused: { kind: 'unknown' } };
    const refused = this.business.benefits.limits(voucher, this.person(null), this.hours.localDate(this.now), this.changing()?.id ?? null);
    if (refused) return { refused };
    this.wrote(this.business.vouchers.hold(this.chat.customer_id, voucher.code, this.now));
    return { voucher };
  }
  heldVouchers(): readonly string[] { return this.business.vouchers.held(this.chat.customer_id); }
  dropVouchers(): void { this.wrote(this.business.vouchers.clear(this.chat.customer_id)); }
  /** Vouchers the owner tells to whoever asks, as far as she may still use them. */
  listedVouchers(): readonly Voucher[] { return this.business.benefits.listed(this.person(null), this.catalogue, this.now); }
  /** Steps that make a product cheaper by the piece, the smallest count first. */
  wholesaleSteps(product: Product): ReturnType<typeof stepsFor> { return stepsFor(product, this.catalogue.promotions.wholesale); }
  /** What so many pieces of one product cost by themselves. */
  priceOf(product: Product, quantity: number): UnitPrice { return unitPrices([{ product, quantity }], this.catalogue.promotions.wholesale)[0]!; }
  voucherGoods(voucher: Voucher): readonly string[] { return this.business.benefits.goodsNamed(voucher, this.catalogue); }

  private person(phone: string | null) {
    return { customer: this.chat.customer_id, phone: phone ?? this.customer().phone };
  }

  // — shipping —

  place(code: string): Place | undefined { return this.business.gazetteer.byCode(code); }

  /** What it costs to send these lines there, and when they arrive if paid now, the cheapest first. */
  quotes(place: Place, lines?: readonly { readonly product: Product; readonly quantity: number }[]): Quoting {
    if (lines) return this.premises.tariffs.quote(lines, place, this.now, this.rates?.look);
    const known = this.workedOut.quotes ??= new Map();
    let quoting = known.get(place.code);
    if (quoting === undefined) known.set(place.code, quoting = this.premises.tariffs.quote(this.cart(), place, this.now, this.rates?.look));
    return quoting;
  }

  /** Whether these lines can be sent there, by the owner's table: no courier is asked for its price. */
  reach(place: Place, lines: readonly { readonly product: Product; readonly quantity: number }[] = this.cart()): Quoting {
    return this.premises.tariffs.quote(lines, place, this.now);
  }

  /** Lanes whose prices couriers could still tell: this turn went by the table for want of them. */
  get missingRates(): readonly Lane[] { return this.rates?.missing ?? []; }
  /** The prices told in this turn stand for a while. */
  keepRates(): void { this.rates?.keep(); }

  /** Whether it matters which of several places of one name is meant. */
  sameTariff(places: readonly Place[]): boolean { return this.premises.tariffs.same(places); }

  // — the customer —

  customer(): Customer { return this.known.customer ??= this.business.customers.get(this.chat.customer_id); }
  addresses(): readonly SavedAddress[] { return this.known.addresses ??= this.business.customers.addresses(this.chat.customer_id); }
  rememberName(name: string): void { this.wroteCustomer(this.business.customers.setName(this.chat.customer_id, name)); }
  rememberPhone(phone: string): void { this.wroteCustomer(this.business.customers.setPhone(this.chat.customer_id, phone)); }
  rememberAddress(address: NewAddress): void {
    this.business.customers.saveAddress(this.chat.customer_id, address, this.now);
    delete this.known.addresses;
    this.wroteCustomer(this.business.customers.consent(this.chat.customer_id, this.now));
  }
  /** Notes the wish to be forgotten; returns the deadline (UTC ms). */
  askToBeErased(): UtcMs {
    this.business.events.record(this.now, 'staff.alert', { chat: this.chat.id }, { reason: 'erase_requested' });
    return this.wroteCustomer(this.business.erasing.ask(this.chat.customer_id, this.now));
  }
  callMe(called: string | null): void { this.wroteCustomer(this.business.customers.setCalled(this.chat.customer_id, called)); }

  // — orders —

  orders(): readonly Order[] { return this.known.orders ??= this.business.orders.ofCustomer(this.chat.customer_id); }
  openOrders(): readonly Order[] { return this.orders().filter((order) => isOpen(order.state)); }
  /** What the courier last told of her parcel. */
  parcelNews(order: Order): ParcelNews | undefined { return this.business.parcelNews.of(order.id); }
  /** Where her parcel can be followed, where that is known. */
  parcelLink(order: Order): ParcelLink | null { return parcelLink(order); }
  orderLines(order: Order): readonly OrderLine[] { return this.business.orders.lines(order.id); }
  orderDiscounts(order: Order): readonly OrderDiscount[] { return this.business.orders.discounts(order.id); }

  /** This customer's order of that number, with or without the prefix. Another customer's is not found. */
  order(number: string): Order | undefined {
    const digits = number.replace(/^\D+/, '');
    return this.orders().find((order) => order.number === number.toUpperCase() || order.number.endsWith(`-${digits}`));
  }

  /** What an order to this quote would cost now. `phone`: whom it goes to, where that is known already. */
  summary(quote: Quote, phone: string | null = null): CheckoutSummary {
    const known = this.workedOut.summaries ??= new Map();
    const before = known.get(quote);
    if (before?.phone === phone) return before.summary;
    const summary = this.reckon(quote, phone);
    known.set(quote, { phone, summary });
    return summary;
  }

  private reckon(quote: Quote, phone: string | null): CheckoutSummary {
    const lines = this.cart();
    const goods = goodsOf(lines);
    const benefits = this.benefits(quote, phone);
    const total = goods + quote.cost - benefits.discount;
    return {
      lines, goods, quote, benefits, total,
      methods: paymentMethods(this.store, quote, total, this.paysOnline),
      uniqueCode: this.uniqueCode(total),
    };
  }

  private uniqueCode(total: Rupiah): number | null {
    if (this.workedOut.code?.total !== total) this.workedOut.code = { total, code: this.business.uniqueCodes.suggest(this.chat.customer_id, total) };
    return this.workedOut.code.code;
  }

  /** The figures of a summary as they are agreed to. */
  agreement(summary: CheckoutSummary, payment: PaymentMethod): Agreement {
    const uniqueCode = payment === 'bank_transfer' ? summary.uniqueCode : null;
    return {
      lines: agreedLines(summary.lines), shippingCost: summary.quote.cost, arrivesTo: summary.quote.arrivesTo,
      uniqueCode, total: summary.total + (uniqueCode ?? 0),
    };
  }

  /** Whether what can be had now is at least as good as what was agreed to (F38), or what is worse. */
  stillAsAgreed(agreed: Agreement, now: Agreement): AgreementVerdict { return stillAsAgreed(agreed, now); }

  /** Whether the shop has a payment gateway. */
  get paysOnline(): boolean { return this.premises.online; }
  /** The payment of an order through the gateway. */
  charge(order: Order): Charge | undefined { return this.business.charges.of(order.id); }
  /** Has the gateway asked where a payment stands: she says that she has paid. */
  lookForPayment(order: Order): void {
    const charge = this.charge(order);
    if (charge) this.business.charges.checkNow(charge, this.now);
  }

  /** Whether everything in the cart is sold no more. */
  cartIsGone(): boolean { return this.cart().length === 0 && this.cartNow().length > 0; }

  placeOrder(request: {
    quote: Quote; recipient: string; phone: string; address: string; payment: PaymentMethod; agreed: Agreement;
    agreedText: string; replaces: string | null;
  }): Placing {
    const { total } = this.summary(request.quote, request.phone);
    const uniqueCode = request.payment === 'bank_transfer' ? this.uniqueCode(total) : null;
    const placing = this.wrote(this.business.place(
      { uniqueCode, customer: this.chat.customer_id, chat: this.chat.id, ...request }, this.catalogue, this.now));
    if (placing.kind === 'placed') {
      this.business.suggestions.close(this.chat.customer_id, placing.order.id);
      if (request.payment === 'online') {
        this.business.charges.want(placing.order, this.now);
        this.business.tasks.add('create_charge', this.chat.id, { order: placing.order.id }, this.now);
      }
      this.rememberName(request.recipient);
      this.rememberPhone(request.phone);
      this.setChanging(null);
    }
    return placing;
  }

  /** Puts what an earlier order held into the cart again, as far as it is still sold. Returns what could not be had. */
  orderAgain(order: Order): readonly OrderLine[] {
    this.emptyCart();
    return this.linesIntoCart(order);
  }

  /** Opens an order to be changed: its lines are in the cart again, and what it holds may be taken. Returns what is sold no more. */
  changeOrder(order: Order): readonly OrderLine[] {
    this.emptyCart();
    this.setChanging(order.id);
    for (const { code } of this.orderDiscounts(order)) if (code !== null) this.business.vouchers.hold(this.chat.customer_id, code, this.now);
    return this.linesIntoCart(order);
  }

  /** The order that is open to be changed, while it may be. */
  changing(): Order | null {
    const id = this.customer().changing;
    const order = id === null ? undefined : this.orders().find((one) => one.id === id);
    return order && this.mayChange(order) ? order : null;
  }

  private setChanging(order: number | null): void { this.wroteCustomer(this.business.customers.setChanging(this.chat.customer_id, order)); }

  private linesIntoCart(order: Order): readonly OrderLine[] {
    return this.orderLines(order).filter((line) => {
      const product = this.product(line.sku);
      return !product || this.addToCart(product, line.quantity).kind !== 'changed';
    });
  }

  // — wishlist and suggestions —

  wishlist(): readonly Wish[] { return this.business.wishlists.lines(this.chat.customer_id, this.catalogue); }
  wish(product: Product, tell: { back?: boolean; cheaper?: boolean } = {}): void {
    this.business.wishlists.add(this.chat.customer_id, product, tell, this.now);
  }
  unwish(sku: Sku): boolean { return this.business.wishlists.remove(this.chat.customer_id, sku); }

  /** One thing that goes with what was just taken, if anything does; recorded. */
  suggest(taken: Product): Suggestion | null {
    return this.business.suggestions.suggest(this.chat.customer_id, taken, this.catalogue, {
      free: (product) => this.free(product), inCart: (sku) => this.inCart(sku) > 0,
    }, this.now);
  }
  settleSuggestion(sku: Sku, outcome: 'taken' | 'refused'): void {
    this.wroteCustomer(this.business.suggestions.settle(this.chat.customer_id, sku, outcome));
  }

  /** Lines, address and service may change until the order is paid, or a proof waits. */
  mayChange(order: Order): boolean {
    return (order.state === 'awaiting_payment' && order.expires_at !== null) || order.state === 'confirmed';
  }

  /** A claim to have paid it waits to be looked at. */
  proofWaits(order: Order): boolean { return this.business.proofs.waitingOf(order.id).length > 0; }

  /** Money of hers that is to go back, or went back. */
  refund(order: Order): Refund | undefined { return this.business.refunds.of(order.id); }

  mayCancel(order: Order): boolean { return customerMayCancel(order.state, this.store.orders.cancelUntil); }

  /** The customer says that the parcel has come. */
  markDelivered(order: Order): void {
    this.wrote(this.business.orders.change(order, 'delivered', { who: `customer:${this.chat.customer_id}`, at: this.now }));
  }

  cancelOrder(number: string, why: string): Cancelling {
    const order = this.order(number);
    if (!order) return { kind: 'not_found' };
    if (!this.mayCancel(order)) return { kind: 'too_late', order };
    const change = this.wrote(this.business.orders.change(order, 'cancelled', {
      who: `customer:${this.chat.customer_id}`, why, at: this.now,
    }));
    return change.kind === 'changed' ? { kind: 'cancelled', order: change.order } : { kind: 'too_late', order };
  }

  // — proofs of payment —

  /** The amount of money a text tells, or null. */
  amountIn(text: string): Rupiah | null { return amountInText(text); }

  /** A claim to have paid: stops the order's clock and waits for a person; never counts as payment (S16, F39). */
  claimPayment(order: Order | null, proof: { file: string | null; amount: Rupiah | null }): ProofClaim {
    return this.wrote(this.business.proofs.claim(this.chat.id, order, proof, this.now));
  }

  // — ratings —

  /** Stars for one of this chat's handoffs or one of this customer's orders; null when given before or not theirs. */
  rate(stars: number, about: { order: string | null; handoff: number | null }): number | null {
    const order = about.order === null ? undefined : this.order(about.order);
    const handoff = about.handoff === null ? undefined : this.business.handoffs.get(about.handoff);
    if ((!order && handoff?.chat_id !== this.chat.id) || stars < 1 || stars > 5) return null;
    return this.business.ratings.rate(this.chat.id, {
      order: order?.id ?? null, handoff: handoff?.id ?? null, staff: handoff?.claimed_by ?? null,
    }, stars, this.now);
  }
  commentOnRating(rating: number, text: string): void { this.business.ratings.comment(rating, this.chat.id, text); }

  // — people —

  /** Fetches a person, and says when one can be expected. */
  askForPerson(reason: HandoffReason, details: object = {}): HandoffPromise {
    return this.business.handoffs.request(
      this.chat.id, reason, details, this.hours, this.store.handoff.firstReplyMinutes, this.now);
  }

  /** Adds to an open request for a person; false when there is none. */
  tellPerson(details: object): boolean { return this.business.handoffs.addDetails(this.chat.id, details); }
}
