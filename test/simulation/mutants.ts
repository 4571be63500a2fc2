import type { Chats } from '../../src/database/chats.ts';
import type { Database } from '../../src/database/open.ts';
import type { OpenShop } from '../../src/open-shop.ts';
import { agreedLines } from '../../src/shop/ordering/placing.ts';
import { Shop } from '../../src/shop/shop.ts';

/** A guard that is taken out of the shop at a seam, to show that the simulation sees it gone. */
export interface Mutant {
  /** What is missing. */
  readonly name: string;
  /** The first shop to live through, where earlier ones hardly show it: what it breaks is then seen sooner, and still if the story changes. */
  readonly first?: number;
  /** Rewrites a statement of the shop. */
  readonly sql?: (sql: string) => string;
  /** Takes away what the database itself guards. */
  readonly schema?: (db: Database) => void;
  /** Patches an opened shop. */
  readonly opened?: (shop: OpenShop) => void;
  /** The chats as the sender sees them. */
  readonly chatsAtTheDoor?: (chats: Chats) => Chats;
  /** The shop has no second clock to tell a jump by. */
  readonly believesAnyClock?: true;
  /** Patches what all shops share; returns what undoes it. */
  readonly around?: () => () => void;
}

/** A statement that is rewritten wherever it holds these words. */
function rewritten(words: string, to: string): (sql: string) => string {
  return (sql) => (sql.includes(words) ? sql.replace(words, to) : sql);
}

const IGNORE_CHECKS = (db: Database) => void db.pragma('ignore_check_constraints = ON');
const NOTHING = 'UPDATE settings SET value = value WHERE 0';
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** Where two guards stand one behind the other both are taken out: each alone is covered by the other. */
export const MUTANTS: readonly Mutant[] = [
  { name: 'the inbox takes a message once', sql: rewritten('(channel, provider_id, chat_id, content, received_at, state) VALUES (?, ?,', `(channel, provider_id, chat_id, content, received_at, state) VALUES (?, ? || '#' || (SELECT count(*) FROM inbox),`) },
  { name: 'a failed turn is rolled back to its savepoint', first: 6, sql: (sql) => (sql === 'ROLLBACK TO turn' ? NOTHING : sql) },
  { name: 'a choice counts once', first: 8, sql: rewritten('used_choices (token, used_at) VALUES (?,', `used_choices (token, used_at) VALUES (? || '#' || (SELECT count(*) FROM used_choices),`) },
  {
    name: 'only what is free is sold (checks before, in the UPDATE and in the table)', schema: IGNORE_CHECKS, sql: rewritten('AND on_hand - reserved >= ?', 'AND (1 OR on_hand - reserved >= ?)'),
    opened: ({ business }) => { business.stock.free = () => Infinity; },
  },
  {
    name: 'only what is free is sold (the checks before; the table stands)', sql: rewritten('AND on_hand - reserved >= ?', 'AND (1 OR on_hand - reserved >= ?)'),
    opened: ({ business }) => { business.stock.free = () => Infinity; },
  },
  { name: 'an order holds its pieces', opened: ({ business }) => { business.stock.reserve = () => ({ kind: 'reserved' }); } },
  {
    name: 'pieces are let go once (what is held, the trigger, the table)', first: 1, sql: rewritten('SELECT sum(reserved_change) AS held', `SELECT sum(CASE WHEN kind = 'reserve' THEN reserved_change END) AS held`),
    schema: (db) => {
      IGNORE_CHECKS(db);
      db.exec('DROP TRIGGER no_piece_is_let_go_twice');
    },
  },
  {
    name: 'dearer is asked again (in the talk and when placing)', first: 8,
    around: () => {
      const { stillAsAgreed } = Shop.prototype;
      Shop.prototype.stillAsAgreed = () => 'as_agreed';
      return () => { Shop.prototype.stillAsAgreed = stillAsAgreed; };
    },
    opened: ({ business }) => {
      const { place } = business;
      (business as Mutable<typeof business>).place = (request, catalogue, at) => place({
        ...request, agreed: { ...request.agreed, lines: agreedLines(business.carts.lines(request.customer, catalogue)), total: Infinity, arrivesTo: '9999-12-31' },
      }, catalogue, at);
    },
  },
  {
    name: 'a proof is never a payment',
    opened: ({ business }) => {
      const claim = business.proofs.claim.bind(business.proofs);
      business.proofs.claim = (chat, order, proof, at) => {
        const claimed = claim(chat, order, proof, at);
        if (order) business.orders.change(order, 'paid', { who: 'shop', at });
        return claimed;
      };
    },
  },
  { name: 'a proof stops the clock of its order', opened: ({ business }) => { business.orders.stopClock = () => {}; }, sql: rewritten('UPDATE orders SET expires_at = NULL WHERE id = ?', 'UPDATE orders SET reminded_at = reminded_at WHERE id = ?') },
  { name: 'two unpaid totals differ', first: 2, opened: ({ business }) => { business.uniqueCodes.suggest = () => 7; } },
  { name: 'money of an order that ended is owed back', first: 1, opened: ({ business }) => { business.refunds.owe = () => {}; } },
  {
    name: 'no bot over a human (what was unsent is void, and is looked at again at the door)', sql: rewritten(`WHERE chat_id = ? AND sender = 'bot' AND state = 'ready'`, 'WHERE chat_id = ? AND 0'),
    chatsAtTheDoor: (chats) => ({ ...chats, get: (id) => ({ ...chats.get(id), mode: 'bot', epoch: 0 }) }),
  },
  { name: 'a message is marked before it is sent', sql: rewritten(`SET state = 'sending', attempts`, 'SET attempts') },
  {
    name: 'what may have arrived says so',
    opened: ({ tables: { outbox } }) => {
      const later = outbox.later.bind(outbox);
      outbox.later = (id, dueAt, why) => later(id, dueAt, why.replace('unknown: ', ''));
    },
  },
  {
    name: 'away is said once a closed period',
    opened: ({ tables: { chats } }) => {
      const saveTurn = chats.saveTurn.bind(chats);
      chats.saveTurn = (id, session, lastIn) => saveTurn(id, session, lastIn, 0);
    },
  },
  { name: 'a voucher is used as often as it may be', first: 4, sql: rewritten('SELECT count(*) AS n FROM order_discounts WHERE code', 'SELECT count(*) * 0 AS n FROM order_discounts WHERE code') },
  { name: 'a clock that was set lapses nothing', first: 5, believesAnyClock: true },
  { name: 'an act of staff is done once', sql: rewritten('SELECT id FROM staff_acts WHERE act_id = ?', 'SELECT id FROM staff_acts WHERE act_id = ? AND 0') },
];
