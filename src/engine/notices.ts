import type { OutboxTable } from '../database/outbox.ts';
import type { Offer } from '../flow/said.ts';
import type { Product } from '../shop/catalogue/snapshot.ts';
import type { Order } from '../shop/ordering/orders.ts';
import type { StockTake } from '../shop/ordering/stock.ts';
import type { Refund } from '../shop/payment/refunds.ts';
import type { NewsKind } from '../shop/service/untold-news.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { LocalDate, UtcMs } from '../shop/units.ts';
import { createSay } from '../wording/create-say.ts';
import type { Say } from '../wording/say.ts';
import { orderNewsWords } from './order-news.ts';
import { readSession, writeSession } from './session.ts';

const SURE_ENGLISH = 2;

/**
 * What the shop tells a customer of its own accord: an order moved on, time ran out, something is back. Written into the
 * outbox in the caller's transaction. While a person has the chat the bot is silent: news of an order is then noted as untold, for
 * that person to pass on, and told by the bot when the chat comes back with it still untold.
 */
export function createNotices(parts: {
  readonly business: Business; readonly outbox: OutboxTable; readonly premises: () => Premises;
}) {
  const { business, outbox } = parts;

  function sayTo(chatId: number, now: UtcMs): Say {
    const premises = parts.premises();
    const chat = business.chats.get(chatId);
    const session = readSession(chat);
    return createSay({
      catalogue: premises.catalogue, hours: premises.hours, now,
      language: session.english >= SURE_ENGLISH ? 'en' : premises.catalogue.store.language,
      called: business.customers.get(chat.customer_id).called,
    });
  }

  /** Tells one chat, now or at `dueAt`. What is offered becomes what "1" points at. */
  function tell(
    chatId: number, now: UtcMs, text: (say: Say) => string,
    { offers = () => [], dueAt = now }: { readonly offers?: (say: Say) => readonly Offer[]; readonly dueAt?: UtcMs } = {},
  ): void {
    const chat = business.chats.get(chatId);
    if (chat.mode === 'human' || chat.unreachable !== null) return;
    const say = sayTo(chatId, now);
    const offered = offers(say);
    outbox.insert({
      chat: chatId, sender: 'bot', text: text(say), choices: offered.length > 0 ? JSON.stringify(offered) : null, photo: null,
      state: dueAt > now ? 'held' : 'ready', dueAt, at: now,
    });
    if (offered.length === 0) return;
    const session = readSession(chat);
    if (session.offers.length > 0) session.earlier = session.offers;
    session.offers = offered;
    business.chats.saveTurn(chatId, writeSession(chatId, session), chat.last_in_at, chat.away_until);
  }

  /** Tells the customer news of an order, or notes it as untold. `promised`: the days promised before, of one that will be late. */
  function orderNews(order: Order, news: NewsKind, now: UtcMs, promised: { readonly from: LocalDate; readonly to: LocalDate } | null = null): void {
    if (business.chats.get(order.chat_id).mode === 'human') {
      business.untold.note(order, news, now, promised);
      return;
    }
    business.untold.told(order.id);
    sayNews(order, { news, promised_from: promised?.from ?? null, promised_to: promised?.to ?? null }, now);
  }

  function sayNews(order: Order, news: Parameters<typeof orderNewsWords>[3], now: UtcMs): void {
    tell(order.chat_id, now, (say) => orderNewsWords(say, business, order, news),
      news.news === 'moved' && order.state === 'delivered' ? { offers: () => stars({ order: order.number }) } : {});
  }

  /** What a chat's customer has not heard, in the words in which it would be told. */
  const untold = (chatId: number, now: UtcMs): readonly { readonly order: Order; readonly text: string }[] =>
    business.untold.ofChat(chatId).map((news) => {
      const order = business.orders.get(news.order_id);
      return { order, text: orderNewsWords(sayTo(chatId, now), business, order, news) };
    });

  /** The chat is the bot's again: it tells what nobody told meanwhile. */
  function catchUp(chatId: number, now: UtcMs): void {
    for (const news of business.untold.ofChat(chatId)) {
      business.untold.told(news.order_id);
      sayNews(business.orders.get(news.order_id), news, now);
    }
  }

  const orderMoved = (order: Order, now: UtcMs): void => orderNews(order, 'moved', now);

  /** Money went back, or something else was agreed in its place. */
  function refunded(order: Order, refund: Refund, now: UtcMs): void {
    business.orders.announce('order.refunded', order, now, { refunded: refund.paid_back, reference: refund.reference });
    orderNews(order, 'refunded', now);
  }

  /** Stock was counted: staff are told of what does not add up. */
  function stockTaken(takes: readonly StockTake[], now: UtcMs): void {
    for (const take of takes) {
      const product = parts.premises().catalogue.product(take.sku);
      if (!product) continue;
      if (take.missing > 0) {
        business.events.record(now, 'staff.alert', {}, { reason: 'stock_missing', sku: product.sku, detail: `${product.title}: kurang ${take.missing} dari yang sudah dipesan` });
      }
    }
  }

  /** Who asked is told, once, of what can be had again, by whatever way it came back. */
  function* tellWhatIsBack(now: UtcMs): Generator<void> {
    for (const sku of business.wishlists.awaited()) {
      const product = parts.premises().catalogue.product(sku);
      if (product?.active && business.stock.free(product) > 0) yield* tellBack(product, now);
    }
  }

  function* tellBack(product: Product, now: UtcMs): Generator<void> {
    for (const customer of business.wishlists.waitingFor(product.sku)) {
      const chat = business.chats.ofCustomer(customer)[0];
      // Who talks with a person is told when that is over: the next sweep comes by again.
      if (chat?.mode === 'human') continue;
      if (!business.wishlists.toldBack(customer, product.sku) || !chat) continue;
      tell(chat.id, now, (say) => say('wishlist.back', {
        produk: product.title, harga: say.rupiah(product.price), jumlah: String(business.stock.free(product)),
      }), { offers: (say) => [{ label: say('product.add'), does: { kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: 1 }, means: 'yes' }] });
      yield;
    }
  }

  /** Who asked is told of a price below the one she knows, whether the owner wrote it or a sale began, and also while nobody was here to see it. */
  function* tellWhatIsCheaper(now: UtcMs): Generator<void> {
    for (const watch of business.wishlists.watchingPrices()) {
      const product = parts.premises().catalogue.product(watch.sku);
      if (!product?.active || product.price >= watch.price) continue;
      const chat = business.chats.ofCustomer(watch.customer)[0];
      // Who talks with a person is told when that is over.
      if (chat?.mode === 'human') continue;
      business.wishlists.toldPrice(watch.customer, watch.sku, product.price);
      if (!chat) continue;
      tell(chat.id, now, (say) => say('wishlist.cheaper', {
        produk: product.title, lama: say.rupiah(watch.price), harga: say.rupiah(product.price),
      }), { offers: (say) => [{ label: say('product.add'), does: { kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: 1 }, means: 'yes' }] });
      yield;
    }
  }

  return { tell, sayTo, orderNews, orderMoved, refunded, untold, catchUp, stockTaken, tellWhatIsBack, tellWhatIsCheaper };
}

export type Notices = ReturnType<typeof createNotices>;

/** One to five, as choices. */
export const stars = (about: { order?: string; text?: string }): readonly Offer[] =>
  [1, 2, 3, 4, 5].map((count) => ({
    label: '★'.repeat(count), does: { kind: 'do', module: 'rate', quantity: count, ...about },
  }));
