import type { ChannelName } from '../channels/channel.ts';
import type { Customer } from '../shop/customers/customers.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

export type ChatMode = 'bot' | 'waiting' | 'human';

/** One customer on one channel. */
export interface Chat {
  readonly id: number;
  readonly channel: ChannelName;
  /** The provider's address. */
  readonly address: string;
  readonly customer_id: number;
  readonly mode: ChatMode;
  /** Staff id, while `mode` is `human`. */
  readonly holder: string | null;
  /** Grows with every change of holder: a reply made under an older epoch is never sent (F41). */
  readonly epoch: number;
  readonly session: string | null;
  readonly last_in_at: UtcMs;
  readonly last_human_at: UtcMs;
  /** The out-of-hours message has been said for the closed period that ends here. */
  readonly away_until: UtcMs;
  readonly unreachable: string | null;
}

/** A chat and the customer in it. */
export interface Meeting {
  readonly chat: Chat;
  readonly customer: Customer;
  /** Whether she has ever ordered. */
  readonly ordered: boolean;
  /** Whether an address of hers is known. */
  readonly addressed: boolean;
}

type MeetingRow = [
  id: number, channel: ChannelName, address: string, mode: ChatMode, holder: string | null, epoch: number, session: string | null, lastIn: UtcMs, lastHuman: UtcMs,
  awayUntil: UtcMs, unreachable: string | null, customer: number, name: string | null, phone: string | null, called: string | null, changing: number | null,
  created: UtcMs, refused: number, taken: number, consent: UtcMs | null, eraseDue: UtcMs | null, erased: UtcMs | null, note: string,
  ordered: 0 | 1, addressed: 0 | 1,
];

function meetingOf([
  id, channel, address, mode, holder, epoch, session, lastIn, lastHuman, awayUntil, unreachable,
  customer, name, phone, called, changing, created, refused, taken, consent, eraseDue, erased, note, ordered, addressed,
]: MeetingRow): Meeting {
  return {
    chat: {
      id, channel, address, customer_id: customer, mode, holder, epoch, session, last_in_at: lastIn, last_human_at: lastHuman, away_until: awayUntil, unreachable,
    },
    customer: {
      id: customer, name, phone, called, changing, created_at: created, upsell_refused: refused, upsell_taken: taken, consent_at: consent,
      erase_due_at: eraseDue, erased_at: erased, note,
    },
    ordered: ordered === 1,
    addressed: addressed === 1,
  };
}

/** The chats and who holds them. Every write belongs to the caller's transaction. */
export function createChats(db: Database) {
  const byAddress = db.prepare<[string, string], Chat>('SELECT * FROM chats WHERE channel = ? AND address = ?');
  const arriving = db.prepare<[string, string], Pick<Chat, 'id' | 'unreachable'>>(
    'SELECT id, unreachable FROM chats WHERE channel = ? AND address = ?');
  const byId = db.prepare<[number], Chat>('SELECT * FROM chats WHERE id = ?');
  // As lists: of so many columns, naming each costs more than reading them.
  const meeting = db.prepare<[number], MeetingRow>(
    `SELECT c.id, c.channel, c.address, c.mode, c.holder, c.epoch, c.session, c.last_in_at, c.last_human_at, c.away_until, c.unreachable,
       p.id, p.name, p.phone, p.called, p.changing, p.created_at, p.upsell_refused, p.upsell_taken, p.consent_at, p.erase_due_at, p.erased_at, p.note,
       EXISTS (SELECT 1 FROM orders WHERE customer_id = p.id), EXISTS (SELECT 1 FROM addresses WHERE customer_id = p.id)
     FROM chats c JOIN customers p ON p.id = c.customer_id WHERE c.id = ?`).raw();
  const ofCustomer = db.prepare<[number], Chat>('SELECT * FROM chats WHERE customer_id = ? ORDER BY last_in_at DESC, id');
  // CROSS keeps SQLite from reading every chat of the channel through.
  const byPhone = db.prepare<[string, string], Chat>(
    'SELECT c.* FROM customers p CROSS JOIN chats c ON c.customer_id = p.id WHERE p.phone = ? AND c.channel = ? ORDER BY c.id');
  const insertCustomer = db.prepare<[string | null, string | null, number]>(
    'INSERT INTO customers (name, phone, created_at) VALUES (?, ?, ?)');
  const insert = db.prepare<[string, string, number | bigint]>(
    'INSERT INTO chats (channel, address, customer_id) VALUES (?, ?, ?)');
  const saveTurn = db.prepare<[string | null, number, number, number]>(
    'UPDATE chats SET session = ?, last_in_at = ?, away_until = ? WHERE id = ?');
  const setMode = db.prepare<[ChatMode, string | null, number, number, number]>(
    'UPDATE chats SET mode = ?, holder = ?, last_human_at = ?, epoch = epoch + ? WHERE id = ?');
  const touchHuman = db.prepare<[number, number]>('UPDATE chats SET last_human_at = ? WHERE id = ?');
  const markUnreachable = db.prepare<[string | null, number]>('UPDATE chats SET unreachable = ? WHERE id = ?');
  const moveTo = db.prepare<[string, number]>('UPDATE OR IGNORE chats SET address = ? WHERE id = ?');
  const reachable = db.prepare<[number]>('UPDATE chats SET unreachable = NULL WHERE id = ?');

  // From the orders that are open to their chats: those are few, and the chats of a channel may be all there are.
  const withOpenOrder = db.prepare<[string, number], { id: number }>(
    `SELECT DISTINCT c.id FROM orders o INDEXED BY orders_open CROSS JOIN chats c ON c.id = o.chat_id
     WHERE o.state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped') AND c.channel = ? AND c.last_in_at >= ? AND c.unreachable IS NULL ORDER BY c.id`);

  return {
    /** Chats of a channel where an order is open, of people who wrote since then. */
    withOpenOrder: (channel: ChannelName, since: UtcMs): readonly number[] => withOpenOrder.all(channel, since).map(({ id }) => id),
    find: (channel: ChannelName, address: string): Chat | undefined => byAddress.get(channel, address),
    get(id: number): Chat {
      const chat = byId.get(id);
      if (!chat) throw new Error(`no chat ${id}`);
      return chat;
    },
    /** What every turn begins with. */
    meet(id: number): Meeting {
      const row = meeting.get(id);
      if (!row) throw new Error(`no chat ${id}`);
      return meetingOf(row);
    },
    /** Chats on a channel of whoever gave, or came with, this phone number (E.164). */
    byPhone: (channel: ChannelName, phone: string): readonly Chat[] => byPhone.all(phone, channel),
    /** The customer's chats, the most recently used first. */
    ofCustomer: (customer: number): readonly Chat[] => ofCustomer.all(customer),
    /** Finds the chat of an address, or makes it with a new customer. */
    open(channel: ChannelName, address: string, name: string | null, phone: string | null, at: UtcMs): Chat {
      const found = byAddress.get(channel, address);
      if (found) return found;
      const customer = insertCustomer.run(name, phone, at).lastInsertRowid;
      insert.run(channel, address, customer);
      return byAddress.get(channel, address) as Chat;
    },
    /** A message came from this address: its chat, made with a new customer where there was none, and within reach again. */
    arrived(channel: ChannelName, address: string, name: string | null, phone: string | null, at: UtcMs): number {
      const known = arriving.get(channel, address);
      if (known === undefined) return this.open(channel, address, name, phone, at).id;
      if (known.unreachable !== null) reachable.run(known.id);
      return known.id;
    },
    saveTurn(id: number, session: string | null, lastIn: UtcMs, awayUntil: UtcMs): void {
      saveTurn.run(session, lastIn, awayUntil, id);
    },
    /** Changes who speaks. A human's coming raises the epoch, so that what the bot had not sent is void (F41). */
    setMode(id: number, mode: ChatMode, holder: string | null, humanAt: UtcMs): void {
      setMode.run(mode, holder, humanAt, mode === 'human' ? 1 : 0, id);
    },
    touchHuman: (id: number, at: UtcMs): void => void touchHuman.run(at, id),
    markUnreachable: (id: number, reason: string): void => void markUnreachable.run(reason, id),
    moveTo: (id: number, address: string): void => void moveTo.run(address, id),
  };
}

export type Chats = ReturnType<typeof createChats>;
