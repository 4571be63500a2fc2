import type { OutgoingMessage } from '../../src/channels/channel.ts';
import type { Database } from '../../src/database/open.ts';
import { mayBecome, type OrderState } from '../../src/shop/ordering/order-states.ts';
import type { Order, OrderLine } from '../../src/shop/ordering/orders.ts';
import type { UtcMs } from '../../src/shop/units.ts';
import { brokenBooks } from './broken-books.ts';
import { VOUCHERS } from './owner-files.ts';

/** Something that must never be was. */
export class Broken extends Error {
  /** Which rule, so that a shorter story can be seen to break the same one. */
  readonly rule: string;
  constructor(rule: string, what: string) {
    super(`${rule}: ${what}`);
    this.rule = rule;
  }
}

interface ShownConsent { readonly row: number; readonly agreed: readonly { readonly payment: string; readonly total: number; readonly goods: string }[] }
interface NewRow { readonly id: number; readonly chat_id: number; readonly sender: string; readonly text: string; readonly choices: string | null; readonly created_at: UtcMs }

/** What cannot be read from the books. */
export interface Outside {
  readonly nextOpening: (at: UtcMs) => UtcMs | null;
  /** Time that has really passed, ms, whatever the clock was set to. */
  readonly uptime: () => number;
  readonly clockIsRight: () => boolean;
}

/** The sample shop's `payment_due_hours`, less what a clock may be wrong by unseen. */
const LEAST_TO_PAY_MS = 24 * 3_600_000 - 6 * 60_000;
const HOLDING: readonly OrderState[] = ['awaiting_payment', 'confirmed', 'paid', 'packed'];
const AWAY = /Admin kami sedang tutup dan melayani lagi .*Sementara itu pesan, cek|Our staff are away and serve again .* Meanwhile/;

/** Looks at what every step has changed in the books, and says what of it must not be (faults.md (b)). Knows no more of the shop than its tables. */
export class Watch {
  private readonly db: Database;
  private readonly outside: Outside;
  private readonly ask: ReturnType<typeof questions>;
  private seen = { outbox: 0, orders: 0, ledger: 0, history: 0 };
  private readonly shown = new Map<number, ShownConsent[]>();
  private readonly placedAt = new Map<number, number>();
  private readonly lastLeft = new Map<string, number>();
  private readonly away = new Set<string>();

  constructor(db: Database, outside: Outside) {
    this.db = db;
    this.outside = outside;
    this.ask = questions(db);
  }

  /** What leaves the shop has been committed, is still to be said, and says so when it may be known already. */
  leaving(message: OutgoingMessage, before: number): void {
    const row = this.db.inTransaction ? undefined : this.ask.leaving.get(message.id);
    if (!row || row.state !== 'sending' || row.text !== message.text || row.address !== message.chat) throw new Broken('only what was committed', `message ${message.id} was sent: ${message.text.slice(0, 80)}`);
    if (row.sender === 'bot' && (row.mode === 'human' || row.epoch < row.now_epoch)) throw new Broken('no bot over a human', `message ${message.id} went to ${row.address}, which ${row.holder ?? 'a person'} holds`);
    if (row.sender === 'bot' && before === 0) {
      if (message.id < (this.lastLeft.get(message.chat) ?? 0)) throw new Broken('in order', `message ${message.id} left after ${this.lastLeft.get(message.chat)}`);
      this.lastLeft.set(message.chat, message.id);
    }
    if (before > 0 && !message.maybeDuplicate) throw new Broken('a second arrival says so', `message ${message.id} had arrived ${before} time(s)`);
  }

  /** Of one step. `heard` counts the messages that a chat (address) brought in it; null where turns come later than messages. */
  afterStep(heard: ReadonlyMap<string, number> | null): void {
    const rows = this.ask.rowsAfter.all(this.seen.outbox);
    const orders = this.ask.ordersAfter.all(this.seen.orders);
    const touched = new Set<number>();
    for (const row of rows) this.newRow(row);
    if (heard) this.oneOrderACommand(orders, heard);
    for (const order of orders) {
      // What was placed under a wrong clock was told a wrong time.
      if (this.outside.clockIsRight()) this.placedAt.set(order.id, this.outside.uptime());
      this.agreedTo(order, rows);
      touched.add(order.id);
    }
    for (const { id, order_id, sku } of this.ask.ledgerAfter.all(this.seen.ledger)) {
      this.seen.ledger = id;
      if (order_id !== null) touched.add(order_id);
      this.shelf(sku);
    }
    for (const { id, order_id } of this.ask.historyAfter.all(this.seen.history)) {
      this.seen.history = id;
      touched.add(order_id);
    }
    for (const id of touched) this.order(id);
    this.seen.outbox = rows.at(-1)?.id ?? this.seen.outbox;
    this.seen.orders = orders.at(-1)?.id ?? this.seen.orders;
  }

  /** Everything, from the beginning. */
  wholeBooks(): void {
    const [broken] = brokenBooks(this.db);
    if (broken !== undefined) throw new Broken('the books', broken);
    const strangers = this.db.pragma('foreign_key_check') as unknown[];
    if (strangers.length > 0) throw new Broken('the books', `foreign key: ${JSON.stringify(strangers[0])}`);
    for (const [code, { uses, perCustomer }] of Object.entries(VOUCHERS)) {
      const used = this.ask.voucher.all(code);
      const all = used.reduce((sum, { n }) => sum + n, 0);
      if (all > uses || used.some(({ n }) => n > perCustomer)) throw new Broken('a voucher is used as often as it may be', `${code} was used ${all} times, by one person ${Math.max(...used.map(({ n }) => n))} times`);
    }
    for (const { id } of this.ask.everyOrder.all()) this.order(id);
  }

  /** At the end of a story, when nothing is on its way: all was worked off, all was said. */
  nothingLeft(now: UtcMs): void {
    const inbox = this.ask.unread.get();
    if (inbox) throw new Broken('every message is worked off', `message ${inbox.id} waits still`);
    const unsaid = this.ask.unsaid.get(now);
    if (unsaid) throw new Broken('what was promised is said', `message ${unsaid.id} is ${unsaid.state}`);
  }

  private newRow(row: NewRow): void {
    if (row.choices?.includes('"key":"consent"')) {
      const offers = JSON.parse(row.choices) as { does: { key?: string; value?: { payment: string; agreed: { total: number; lines: { sku: string; quantity: number }[] } } } }[];
      const agreed = offers.flatMap(({ does }) => (does.key === 'consent' && does.value
        ? [{ payment: does.value.payment, total: does.value.agreed.total, goods: goodsOf(does.value.agreed.lines) }] : []));
      this.shown.set(row.chat_id, [...(this.shown.get(row.chat_id) ?? []), { row: row.id, agreed }]);
    }
    if (row.sender === 'bot' && AWAY.test(row.text)) {
      const key = `${row.chat_id} ${this.outside.nextOpening(row.created_at)}`;
      if (this.away.has(key)) throw new Broken('away once a closed period', `${this.ask.addressOf.get(row.chat_id)!.address} was told twice: ${row.text.slice(-160)}`);
      this.away.add(key);
    }
  }

  private oneOrderACommand(orders: readonly Order[], heard: ReadonlyMap<string, number>): void {
    const made = new Map<string, number>();
    for (const order of orders) {
      const { address } = this.ask.addressOf.get(order.chat_id)!;
      made.set(address, (made.get(address) ?? 0) + 1);
      if (made.get(address)! > (heard.get(address) ?? 0)) throw new Broken('one order a command', `${address} said ${heard.get(address) ?? 0} thing(s) and has ${order.number} besides`);
    }
  }

  /** Each order rests on a yes of its own, to a summary that was shown before it, with these goods and no lower total. */
  private agreedTo(order: Order, rows: readonly NewRow[]): void {
    const told = rows.find((row) => row.chat_id === order.chat_id && row.text.includes(order.number));
    if (!told) throw new Broken('no half order', `${order.number} was placed and nobody told`);
    const shown = (this.shown.get(order.chat_id) ?? []).filter(({ row }) => row < told.id);
    const goods = goodsOf(this.ask.lines.all(order.id));
    const agreed = shown.flatMap((consent) => consent.agreed).filter((offer) => offer.payment === order.payment && offer.goods === goods);
    if (shown.length === 0) throw new Broken('one order a yes', `${order.number} was placed without a summary since the last order`);
    if (!agreed.some(({ total }) => order.total <= total)) {
      throw new Broken('as agreed', `${order.number} costs ${order.total}; shown were ${JSON.stringify(shown.map((one) => one.agreed))}, ordered ${goods}`);
    }
    this.shown.set(order.chat_id, (this.shown.get(order.chat_id) ?? []).filter(({ row }) => row > told.id));
  }

  private shelf(sku: string): void {
    const row = this.ask.shelf.get(sku, sku);
    if (!row) throw new Broken('stock', `${sku} has a ledger and no shelf`);
    if (row.on_hand !== row.entered || row.reserved !== row.held) throw new Broken('stock', `${sku} has ${row.on_hand}/${row.reserved}, its ledger says ${row.entered}/${row.held}`);
    if (row.reserved < 0 || row.on_hand < row.reserved) throw new Broken('stock', `${sku}: ${row.reserved} promised of ${row.on_hand}`);
  }

  private order(id: number): void {
    const order = this.ask.order.get(id)!;
    const lines = this.ask.lines.all(id);
    const goods = lines.reduce((sum, line) => sum + line.quantity * line.unit_price, 0);
    if (lines.length === 0) throw new Broken('no half order', `${order.number} has no lines`);
    if (order.goods !== goods || order.total !== goods + order.shipping_cost - order.discount + (order.unique_code ?? 0)) throw new Broken('total', `${order.number} costs ${order.total}, its lines ${goods}`);
    for (const line of lines) {
      const { reserved, held } = this.ask.heldBy.get(id, line.sku.toUpperCase())!;
      // Made to order: nothing to hold.
      if (reserved === null && !this.ask.shelf.get(line.sku.toUpperCase(), line.sku.toUpperCase())) continue;
      const due = HOLDING.includes(order.state) ? line.quantity : 0;
      if ((held ?? 0) !== due) throw new Broken('held once, let go once', `${order.number} is ${order.state} and holds ${held} × ${line.sku} of ${line.quantity}`);
    }
    if (order.payment !== 'cod' && (order.paid_at !== null || ['paid', 'packed', 'shipped', 'delivered'].includes(order.state)) && !this.ask.decided.get(id)) {
      throw new Broken('no payment without a decision', `${order.number} is ${order.state}`);
    }
    const history = this.ask.history.all(id);
    history.forEach(({ state }, at) => {
      const before = history[at - 1]?.state;
      if (before !== undefined && !mayBecome(before, state)) throw new Broken('the way of an order', `${order.number} went from ${before} to ${state}`);
    });
    const lapsed = history.findLast(({ state }) => state === 'expired');
    const had = this.outside.uptime() - (this.placedAt.get(id) ?? Number.NEGATIVE_INFINITY);
    if (order.state === 'expired' && had < LEAST_TO_PAY_MS) throw new Broken('time to pay', `${order.number} lapsed after ${Math.round(had / 60_000)} minutes`);
    if (order.state === 'expired' && this.ask.waitingProof.get(id, lapsed!.at)) throw new Broken('a proof stops the clock', `${order.number} lapsed while a proof waited to be looked at`);
    if (history.at(-1)?.state !== order.state) throw new Broken('the way of an order', `${order.number} is ${order.state}, its history ends with ${history.at(-1)?.state}`);
  }
}

const goodsOf = (lines: readonly { readonly sku: string; readonly quantity: number }[]): string =>
  lines.map((line) => `${line.quantity} ${line.sku}`).sort().join(', ');

function questions(db: Database) {
  return {
    rowsAfter: db.prepare<[number], NewRow>('SELECT id, chat_id, sender, text, choices, created_at FROM outbox WHERE id > ? ORDER BY id'),
    ordersAfter: db.prepare<[number], Order>('SELECT * FROM orders WHERE id > ? ORDER BY id'),
    ledgerAfter: db.prepare<[number], { id: number; order_id: number | null; sku: string }>('SELECT id, order_id, sku FROM stock_ledger WHERE id > ? ORDER BY id'),
    historyAfter: db.prepare<[number], { id: number; order_id: number }>('SELECT id, order_id FROM order_events WHERE id > ? ORDER BY id'),
    leaving: db.prepare<[number], { state: string; text: string; sender: string; epoch: number; mode: string; now_epoch: number; holder: string | null; address: string }>(
      'SELECT o.state, o.text, o.sender, o.epoch, c.mode, c.epoch AS now_epoch, c.holder, c.address FROM outbox o JOIN chats c ON c.id = o.chat_id WHERE o.id = ?'),
    addressOf: db.prepare<[number], { address: string }>('SELECT address FROM chats WHERE id = ?'),
    order: db.prepare<[number], Order>('SELECT * FROM orders WHERE id = ?'),
    everyOrder: db.prepare<[], { id: number }>('SELECT id FROM orders'),
    lines: db.prepare<[number], OrderLine>('SELECT * FROM order_lines WHERE order_id = ?'),
    history: db.prepare<[number], { state: OrderState; at: UtcMs }>('SELECT state, at FROM order_events WHERE order_id = ? ORDER BY id'),
    heldBy: db.prepare<[number, string], { reserved: number | null; held: number | null }>(
      `SELECT sum(CASE WHEN kind = 'reserve' THEN reserved_change END) AS reserved, sum(reserved_change) AS held FROM stock_ledger WHERE order_id = ? AND sku = ?`),
    shelf: db.prepare<[string, string], { on_hand: number; reserved: number; entered: number; held: number }>(
      'SELECT on_hand, reserved, (SELECT sum(on_hand_change) FROM stock_ledger WHERE sku = ?) AS entered, (SELECT sum(reserved_change) FROM stock_ledger l WHERE l.sku = stock.sku) AS held FROM stock WHERE sku = ?'),
    decided: db.prepare<[number], { id: number }>(`SELECT id FROM staff_acts WHERE order_id = ? AND act = 'approve_payment'`),
    waitingProof: db.prepare<[number, number], { id: number }>(`SELECT id FROM proofs WHERE order_id = ? AND at < ? AND state = 'waiting' AND instr(flags, 'late') = 0`),
    // An order that had lapsed and lives again by a person's decision keeps its voucher, though its use may have gone to another.
    voucher: db.prepare<[string], { n: number }>(`SELECT count(*) AS n FROM order_discounts d JOIN orders o ON o.id = d.order_id WHERE d.code = ? AND d.given_back_at IS NULL
      AND NOT EXISTS (SELECT 1 FROM order_events e WHERE e.order_id = o.id AND e.state = 'expired') GROUP BY o.customer_id`),
    unread: db.prepare<[], { id: number }>(`SELECT id FROM inbox WHERE state = 'new' LIMIT 1`),
    unsaid: db.prepare<[number], { id: number; state: string }>(`SELECT id, state FROM outbox WHERE state = 'sending' OR (state IN ('ready', 'held') AND due_at <= ?) LIMIT 1`),
  };
}
