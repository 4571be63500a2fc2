import type { ChatCard, DeskEvent, Insistence, OrderBrief, OrderStep, StaffAct, StaffDesk, StaffOutcome } from '../channels/staff-desk.ts';
import type { InboxTable } from '../database/inbox.ts';
import type { OutboxTable } from '../database/outbox.ts';
import type { Order } from '../shop/ordering/orders.ts';
import { guessedAddress } from '../shop/service/address-guard.ts';
import type { StaffActs } from '../shop/service/staff-acts.ts';
import type { Business, Premises } from '../shop/shop.ts';
import type { UtcMs } from '../shop/units.ts';
import { createSay } from '../wording/create-say.ts';
import type { Say } from '../wording/say.ts';
import { quickReplyText } from '../wording/quick-reply.ts';
import { deskEvent } from './desk-events.ts';
import { cardOf } from './desk-card.ts';
import { promiseAnew } from './promise-anew.ts';
import { readSession, writeSession } from './session.ts';
import { stars, type Notices } from './notices.ts';

export interface DeskParts {
  readonly business: Business;
  readonly acts: StaffActs;
  readonly inbox: InboxTable;
  readonly outbox: OutboxTable;
  readonly premises: () => Premises;
  readonly notices: Notices;
  readonly now: () => UtcMs;
  /** Runs an act in a durable transaction, and has what it promised delivered. */
  readonly transact: <T>(act: () => T) => T;
}

/** The desk, with the acts that the terminal and the console have beyond those of a chat group. */
export interface FullDesk extends StaffDesk {
  deliver(act: StaffAct, order: string): StaffOutcome;
  /** Another number for a parcel on its way: it is followed anew, and the customer is told. */
  correctTracking(act: StaffAct, order: string, tracking: string): StaffOutcome;
  cancel(act: StaffAct, order: string, reason: string): StaffOutcome;
  takeBack(act: StaffAct, order: string, restock?: boolean): StaffOutcome;
  /**
   * Money went back to the customer: of a paid order that was cancelled or returned, or of a transfer for one that lapsed or
   * was cancelled. `amount` in rupiah, null for all of it; a smaller one, or 0 for an exchange, needs a reference that says why.
   */
  refund(act: StaffAct, order: string, amount: number | null, reference: string): StaffOutcome;
  /** News of a chat's orders that its customer has not heard, because a person has the chat: the words, ready to be sent. */
  untold(chat: number): readonly { readonly order: string; readonly text: string }[];
  /** The one who has the chat passes such news on: `send` says it in those words, `told` notes that the customer knows it already. */
  passOn(act: StaffAct, order: string, how: 'send' | 'told'): StaffOutcome;
  /** Tells the listeners of `onEvents` that something was committed. */
  committed(): void;
}

const DONE: StaffOutcome = { kind: 'done', note: null };
const done = (note: string): StaffOutcome => ({ kind: 'done', note });
const refused = (reason: string): StaffOutcome => ({ kind: 'refused', reason });

/** Everything staff do, the same from every surface: checked, recorded, told to the customer, in one transaction each. */
export function createStaffDesk(parts: DeskParts): FullDesk {
  const { business, acts, outbox, notices } = parts;
  const listeners = new Set<() => void>();

  /** In the language of whoever acts; Indonesian where all staff read it. */
  const say = (act?: StaffAct): Say => {
    const { catalogue, hours } = parts.premises();
    return createSay({ catalogue, hours, language: act?.language ?? 'id', now: parts.now(), called: null });
  };
  const member = (id: string) => parts.premises().catalogue.staff.find((staff) => staff.id === id);

  /** One act: known staff, once for its id, in a transaction. */
  function perform(act: StaffAct, doIt: (now: UtcMs, words: Say) => StaffOutcome): StaffOutcome {
    if (!member(act.by)) return refused(say(act)('desk.unknown_staff', { siapa: act.by }));
    if (acts.done(act.id)) return DONE;
    return parts.transact(() => doIt(parts.now(), say(act)));
  }

  function record(act: StaffAct, what: string, now: UtcMs, more: Partial<Parameters<StaffActs['record']>[0]> = {}): void {
    const outOfHours = !parts.premises().hours.isOpen(now);
    acts.record({ id: act.id, at: now, staff: act.by, act: what, outOfHours, ...more });
  }

  function onOrder(act: StaffAct, number: string, what: string, doIt: (order: Order, now: UtcMs, words: Say) => StaffOutcome): StaffOutcome {
    return perform(act, (now, words) => {
      const order = business.orders.byNumber(number);
      if (!order) return refused(words('desk.no_such_order', { nomor: number }));
      const outcome = doIt(order, now, words);
      if (outcome.kind === 'done') record(act, what, now, { order: order.id, chat: order.chat_id });
      return outcome;
    });
  }

  /** Moves an order on and tells the customer. */
  function move(act: StaffAct, order: Order, to: Order['state'], now: UtcMs, more: { why?: string; tracking?: string } = {}): StaffOutcome {
    const change = business.orders.change(order, to, { who: `staff:${act.by}`, at: now, ...more });
    if (change.kind === 'not_allowed') {
      return refused(change.order.state === to ? doneBefore(act, change.order) : cannot(act, change.order, to));
    }
    notices.orderMoved(change.order, now);
    return toldOf(act, change.order);
  }

  const cannot = (act: StaffAct, order: Order, to: Order['state']): string => {
    const words = say(act);
    return words('desk.cannot_become', { nomor: order.number, keadaan: words(`order.state.${order.state}`), menjadi: words(`desk.become.${to}`) });
  };

  /** A colleague was quicker: who, when, and with which tracking number, which may be another than one's own. */
  function doneBefore(act: StaffAct, order: Order): string {
    const words = say(act);
    const last = business.orders.history(order.id).at(-1);
    const colleague = last?.who.startsWith('staff:') ? member(last.who.slice('staff:'.length)) : undefined;
    if (!last || !colleague) return cannot(act, order, order.state);
    return [
      words('desk.done_before', { nomor: order.number, menjadi: words(`desk.become.${order.state}`), siapa: colleague.name, jam: words.time(last.at) }),
      ...(order.state === 'shipped' && order.tracking ? [words('desk.tracking_is', { resi: order.tracking })] : []),
    ].join(' ');
  }

  /** Done; with a word to the one who did it where the customer has not heard of it, for a person has the chat. */
  function toldOf(act: StaffAct, order: Order): StaffOutcome {
    if (!business.untold.ofOrder(order.id)) return DONE;
    const words = say(act);
    const { holder } = business.chats.get(order.chat_id);
    const values = { nomor: order.number, keadaan: words(`order.state.${order.state}`) };
    return done(holder === act.by ? words('desk.yours_to_tell', values) : words('desk.theirs_to_tell', { ...values, siapa: member(holder ?? '')?.name ?? holder ?? '' }));
  }

  /** What the bot was asking is no longer asked once a person speaks; cart and orders stay. */
  function forgetTalk(chatId: number): void {
    const chat = business.chats.get(chatId);
    const session = readSession(chat);
    business.chats.saveTurn(chatId, writeSession(chatId, { ...session, stack: [], offers: [], earlier: [], missed: 0 }), chat.last_in_at, chat.away_until);
  }

  function claim(act: StaffAct, chatId: number, now: UtcMs): StaffOutcome {
    const outcome = business.handoffs.claim(chatId, act.by, 'asked', now);
    if (outcome.kind === 'claimed') forgetTalk(chatId);
    return outcome.kind === 'claimed' ? DONE : refused(say(act)('desk.held_by', { siapa: member(outcome.staff)?.name ?? outcome.staff }));
  }

  function send(act: StaffAct, chatId: number, text: string, photo: string | null, insist: Insistence): StaffOutcome {
    return perform(act, (now, words) => {
      const guessed = insist.asWritten ? null : guessedAddress(text, namesAround(chatId));
      if (guessed !== null) {
        return { kind: 'check', reason: words('desk.guessed_address', { kata: guessed }) };
      }
      return sendNow(act, chatId, text, photo, insist, now, words);
    });
  }

  /** Takes the chat where nobody has it, and sends, or holds what is sent until opening. Belongs to the caller's transaction. */
  function sendNow(act: StaffAct, chatId: number, text: string, photo: string | null, insist: Insistence, now: UtcMs, words: Say): StaffOutcome {
    const { hours } = parts.premises();
    const chat = business.chats.get(chatId);
    if (chat.mode !== 'human' || chat.holder !== act.by) {
      const taken = claim(act, chatId, now);
      if (taken.kind !== 'done') return taken;
    }
    const open = hours.isOpen(now);
    const opening = open || insist.now ? null : hours.nextOpening(now);
    outbox.insert({
      chat: chatId, sender: `staff:${act.by}`, text, choices: null, photo,
      state: opening === null ? 'ready' : 'held', dueAt: opening ?? now, at: now,
    });
    business.handoffs.humanSign(chatId, now, opening === null);
    record(act, 'reply', now, { chat: chatId, outOfHours: !open, forced: insist.now === true && !open, detail: [opening === null ? '' : 'held', insist.asWritten ? 'as_written' : ''].filter((part) => part !== '').join(' ') });
    business.events.record(now, 'chat.staff_line', { chat: chatId }, { by: act.by, act: act.id, text, photo });
    return opening === null ? DONE : done(words('desk.held_until', { jam_buka: words.opening(opening) }));
  }

  /** Names in which "ibu" or "mas" is no address: products in talk, and where the customer's parcels go. */
  function namesAround(chatId: number): readonly string[] {
    const customer = business.chats.get(chatId).customer_id;
    return [
      ...business.orders.ofCustomer(customer, 5).flatMap((order) => [order.address, order.recipient]),
      ...parts.premises().catalogue.products.map((product) => product.title),
    ];
  }

  function brief(order: Order): OrderBrief {
    const steps: OrderStep[] = [];
    if (order.state === 'awaiting_payment' || (order.state === 'expired' && business.proofs.waitingOf(order.id).length > 0)) steps.push('check_payment');
    if (order.state === 'paid' || order.state === 'confirmed') steps.push('pack');
    if (order.state === 'packed') steps.push('ship');
    return { number: order.number, state: say()(`order.state.${order.state}`), total: order.total, steps };
  }

  return {
    staff: () => parts.premises().catalogue.staff,
    quickReplies: (chat) => {
      const order = business.orders.ofCustomer(business.chats.get(chat).customer_id, 1)[0];
      return parts.premises().catalogue.quickReplies.flatMap((reply) => {
        const text = quickReplyText(say(), reply.text, order);
        return text === null ? [] : [{ id: reply.id, text }];
      });
    },
    card: (chat): ChatCard | null => cardOf(parts, brief, chat),
    order: (number) => {
      const order = business.orders.byNumber(number);
      return order ? brief(order) : null;
    },

    claim: (act, chat) => perform(act, (now) => {
      const outcome = claim(act, chat, now);
      if (outcome.kind === 'done') record(act, 'claim', now, { chat });
      return outcome;
    }),
    reply: (act, chat, text, insist = {}) => send(act, chat, text, null, insist),
    replyPhoto: (act, chat, photo, caption) => send(act, chat, caption, photo, {}),

    release: (act, chat, note) => perform(act, (now, words) => {
      const before = business.chats.get(chat);
      if (before.mode === 'human' && before.holder !== act.by) {
        return refused(words('desk.held_by', { siapa: member(before.holder ?? '')?.name ?? before.holder ?? '' }));
      }
      const handoff = business.handoffs.release(chat, act.by, note.trim() === '' ? null : note.trim(), now);
      if (!handoff) return refused(words('desk.held_by_nobody'));
      record(act, 'release', now, { chat, detail: note });
      notices.catchUp(chat, now);
      const admin = member(act.by)?.name ?? act.by;
      notices.tell(chat, now, (hers) => [
        `${hers('handoff.returned', { admin })} ${hers('rating.ask')}`,
        ...(handoff.agreed ? [hers('handoff.agreed', { admin, kesepakatan: handoff.agreed })] : []),
      ].join('\n'), { offers: () => stars({ text: String(handoff.id) }) });
      return DONE;
    }),

    untold: (chat) => notices.untold(chat, parts.now()).map(({ order, text }) => ({ order: order.number, text })),
    passOn: (act, number, how) => perform(act, (now, words) => {
      const order = business.orders.byNumber(number);
      const news = order && notices.untold(order.chat_id, now).find((one) => one.order.id === order.id);
      if (!news) return refused(words('desk.nothing_untold', { nomor: number }));
      const chat = business.chats.get(news.order.chat_id);
      if (chat.mode === 'human' && chat.holder !== act.by) return refused(words('desk.held_by', { siapa: member(chat.holder ?? '')?.name ?? chat.holder ?? '' }));
      business.untold.told(news.order.id);
      if (how === 'send') return sendNow(act, chat.id, news.text, null, {}, now, words);
      record(act, 'told', now, { chat: chat.id, order: news.order.id });
      return DONE;
    }),

    transfer: (act, chat, to) => perform(act, (now, words) => {
      const colleague = member(to);
      if (!colleague) return refused(words('desk.unknown_staff', { siapa: to }));
      const outcome = business.handoffs.transfer(chat, act.by, to, now);
      if (outcome.kind === 'held_by') return refused(words('desk.held_by', { siapa: member(outcome.staff)?.name ?? outcome.staff }));
      record(act, 'transfer', now, { chat, detail: to });
      return done(words('desk.handed_to', { siapa: colleague.name }));
    }),

    approvePayment: (act, number) => onOrder(act, number, 'approve_payment', (order, now, words) => {
      if (order.payment === 'cod') return refused(words('desk.paid_at_the_door', { nomor: number }));
      if (business.refunds.of(order.id)) return refused(words('desk.refunded_already', { nomor: number }));
      if (order.state === 'cancelled') return refused(words('desk.cancelled_already', { nomor: number }));
      if (order.state === 'expired') {
        const short = business.orders.lines(order.id).filter((line) => {
          const product = parts.premises().catalogue.product(line.sku);
          return !product || business.stock.free(product) < line.quantity;
        });
        if (short.length > 0) return refused(words('desk.stock_too_short', { barang: short.map((line) => line.title).join(', ') }));
        for (const line of business.orders.lines(order.id)) {
          business.stock.reserveAgain(parts.premises().catalogue.product(line.sku)!, line.quantity, order.id, now);
        }
      }
      promiseAnew(business, parts.premises(), order, now);
      const moved = move(act, order, 'paid', now);
      if (moved.kind === 'done') business.proofs.decide(order, 'approved', act.by, null, now);
      return moved;
    }),

    rejectPayment: (act, number, reason) => onOrder(act, number, 'reject_payment', (order, now, words) => {
      if (reason.trim() === '') return refused(words('desk.say_what_is_missing'));
      const unpaid = order.state === 'awaiting_payment';
      // A proof for an order that has ended is decided too; the order stays as it is.
      if (!unpaid && business.proofs.waitingOf(order.id).length === 0) return refused(order.state === 'paid' ? doneBefore(act, order) : words('desk.order_is', { nomor: number, keadaan: words(`order.state.${order.state}`) }));
      const decided = business.proofs.decide(order, 'rejected', act.by, reason.trim(), now);
      if (unpaid) business.orders.startClock(order, now + parts.premises().catalogue.store.orders.paymentDueHours * 3_600_000);
      if (decided > 0) notices.orderNews(order, 'rejected', now);
      else notices.tell(order.chat_id, now, (hers) => hers('payment.rejected', { nomor: order.number, alasan: reason.trim() }));
      return toldOf(act, order);
    }),

    pack: (act, number) => onOrder(act, number, 'pack', (order, now) => move(act, order, 'packed', now)),
    ship: (act, number, tracking) => onOrder(act, number, 'ship', (order, now) =>
      move(act, order, 'shipped', now, { tracking: tracking.trim() })),
    correctTracking: (act, number, tracking) => onOrder(act, number, 'correct_tracking', (order, now, words) => {
      if (order.state !== 'shipped') return refused(words('desk.order_is', { nomor: order.number, keadaan: words(`order.state.${order.state}`) }));
      if (order.tracking === tracking.trim()) return refused(words('desk.tracking_is', { resi: tracking.trim() }));
      const corrected = business.orders.correctTracking(order, tracking.trim(), { who: `staff:${act.by}`, at: now });
      business.parcelNews.forget(order.id);
      notices.orderNews(corrected, 'corrected', now);
      return toldOf(act, corrected);
    }),
    deliver: (act, number) => onOrder(act, number, 'deliver', (order, now) => move(act, order, 'delivered', now)),
    cancel: (act, number, reason) => onOrder(act, number, 'cancel', (order, now, words) =>
      (reason.trim() === '' ? refused(words('desk.say_why')) : move(act, order, 'cancelled', now, { why: reason.trim() }))),
    takeBack: (act, number, restock = false) => onOrder(act, number, 'return', (order, now) => {
      const outcome = move(act, order, 'returned', now);
      if (outcome.kind === 'done' && restock) {
        for (const line of business.orders.lines(order.id)) business.stock.putBack(line.sku, line.quantity, order.id, now, `staff:${act.by}`);
      }
      return outcome;
    }),

    refund: (act, number, amount, reference) => onOrder(act, number, 'refund', (order, now, words) => {
      if (amount !== null && amount < order.total && reference.trim() === '') return refused(words('desk.say_why_less'));
      // The bank shows what was transferred for an order that had ended: it came in, and it goes back.
      if ((order.state === 'cancelled' || order.state === 'expired') && business.proofs.decide(order, 'approved', act.by, null, now) > 0) {
        business.refunds.owe(order.id, order.total, now);
      }
      const settling = business.refunds.settle(order.id, { amount, by: act.by, reference: reference.trim() }, now);
      switch (settling.kind) {
        case 'nothing_owed': return refused(words('desk.nothing_owed', { nomor: number }));
        case 'settled_before': return refused(words('desk.settled_before', { nomor: number, kapan: words.dayAndTime(settling.refund.settled_at!) }));
        case 'wrong_amount': return refused(words('desk.at_most', { nomor: number, jumlah: words.rupiah(settling.owed) }));
        case 'settled': {
          notices.refunded(order, settling.refund, now);
          return toldOf(act, order);
        }
      }
    }),

    events: (after, limit): readonly DeskEvent[] =>
      business.events.after(after, limit).flatMap((row) => deskEvent(row, say(), (number) => {
        const order = business.orders.byNumber(number);
        return order ? brief(order) : null;
      }) ?? []),
    lastEvent: () => business.events.lastId(),
    onEvents(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    committed: () => listeners.forEach((listener) => listener()),
  };
}
