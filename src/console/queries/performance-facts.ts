import type { Database } from '../../database/open.ts';
import type { OrderState } from '../../shop/ordering/order-states.ts';
import type { UtcMs } from '../../shop/units.ts';

export interface ChatRecord {
  readonly chat_id: number;
  readonly name: string | null;
  readonly reason: string;
  readonly requested_at: UtcMs;
  readonly staffed_from: UtcMs;
  readonly claimed_at: UtcMs;
  readonly first_reply_at: UtcMs | null;
  readonly released_at: UtcMs | null;
}
export interface RatingRecord { readonly chat_id: number; readonly at: UtcMs; readonly stars: number; readonly comment: string }
export interface OrderRecord {
  readonly number: string; readonly chat_id: number; readonly placed_at: UtcMs; readonly goods: number; readonly discount: number; readonly state: OrderState;
  /** The last person to take the chat within 24 hours before the order. */
  readonly helper: string | null;
}
export interface ReplyRecord { readonly chat_id: number; readonly at: UtcMs }
export interface ClosedMonth { readonly month: string; readonly closed_at: UtcMs; readonly closed_by: string; readonly figures: string }

const MOST_UNANSWERED = 10;

const HELPED = `SELECT o.number, o.chat_id, o.placed_at, o.goods, o.discount, o.state,
  (SELECT h.claimed_by FROM handoffs h WHERE h.chat_id = o.chat_id AND h.claimed_at <= o.placed_at
     AND h.claimed_at > o.placed_at - 86400000 ORDER BY h.claimed_at DESC LIMIT 1) AS helper FROM orders o `;

/** The records behind every figure of the performance pages. Instants in, records out; nothing is summed up here. */
export function createPerformanceFacts(db: Database) {
  const chats = db.prepare<[string, UtcMs, UtcMs], ChatRecord>(
    `SELECT h.chat_id, cu.name, h.reason, h.requested_at, h.staffed_from, h.claimed_at, h.first_reply_at, h.released_at
     FROM handoffs h JOIN chats c ON c.id = h.chat_id JOIN customers cu ON cu.id = c.customer_id
     WHERE h.claimed_by = ? AND h.claimed_at >= ? AND h.claimed_at < ? ORDER BY h.claimed_at`);
  const ratings = db.prepare<[string, UtcMs, UtcMs], RatingRecord>(
    'SELECT chat_id, at, stars, comment FROM ratings WHERE staff = ? AND at >= ? AND at < ? ORDER BY at');
  const orders = db.prepare<[UtcMs, UtcMs], OrderRecord>(HELPED + 'WHERE o.placed_at >= ? AND o.placed_at < ? ORDER BY o.id');
  const order = db.prepare<[string], OrderRecord>(HELPED + 'WHERE o.number = ?');
  const insisted = db.prepare<[string, UtcMs, UtcMs], ReplyRecord>(
    `SELECT chat_id, at FROM staff_acts WHERE staff = ? AND at >= ? AND at < ? AND act = 'reply' AND out_of_hours = 1 AND forced = 1 ORDER BY id`);
  const products = db.prepare<[UtcMs, UtcMs], { title: string; pieces: number; sales: number }>(
    `SELECT l.title, sum(l.quantity) AS pieces, sum(l.quantity * l.unit_price) AS sales FROM orders o JOIN order_lines l ON l.order_id = o.id
     WHERE o.placed_at >= ? AND o.placed_at < ? AND o.state NOT IN ('awaiting_payment', 'cancelled', 'expired', 'returned')
     GROUP BY l.sku ORDER BY sales DESC LIMIT 8`);
  const suggestions = db.prepare<[UtcMs, UtcMs], { outcome: string; n: number }>(
    'SELECT outcome, count(*) AS n FROM suggestions WHERE at >= ? AND at < ? GROUP BY outcome');
  const written = db.prepare<[UtcMs, UtcMs], { received_at: UtcMs }>(`SELECT received_at FROM inbox WHERE received_at >= ? AND received_at < ? AND channel <> 'shop'`);
  const wrote = db.prepare<[UtcMs, UtcMs], { n: number }>(`SELECT count(DISTINCT chat_id) AS n FROM inbox WHERE received_at >= ? AND received_at < ? AND channel <> 'shop'`);
  const unanswered = db.prepare<[UtcMs, UtcMs, number], { text: string; times: number; chat_id: number }>(
    `SELECT max(text) AS text, count(*) AS times, max(chat_id) AS chat_id FROM misunderstood WHERE at >= ? AND at < ?
     GROUP BY lower(trim(text)) ORDER BY times DESC, max(at) DESC LIMIT ?`);
  const close = db.prepare<[string, UtcMs, string, string]>(
    'INSERT INTO closed_months (month, closed_at, closed_by, figures) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const closed = db.prepare<[], ClosedMonth>('SELECT * FROM closed_months ORDER BY month');

  return {
    chats: (staff: string, from: UtcMs, until: UtcMs) => chats.all(staff, from, until),
    ratings: (staff: string, from: UtcMs, until: UtcMs) => ratings.all(staff, from, until),
    insisted: (staff: string, from: UtcMs, until: UtcMs) => insisted.all(staff, from, until),
    /** All orders placed in the span, each with who helped. */
    orders: (from: UtcMs, until: UtcMs) => orders.all(from, until),
    order: (number: string) => order.get(number),
    products: (from: UtcMs, until: UtcMs) => products.all(from, until),
    suggestions: (from: UtcMs, until: UtcMs) => new Map(suggestions.all(from, until).map((row) => [row.outcome, row.n])),
    /** When each customer's message of the span came in. Messages are kept for a year; before that there is none. */
    written: (from: UtcMs, until: UtcMs) => written.all(from, until).map((row) => row.received_at),
    chatsThatWrote: (from: UtcMs, until: UtcMs): number => wrote.get(from, until)!.n,
    unanswered: (from: UtcMs, until: UtcMs) => unanswered.all(from, until, MOST_UNANSWERED),
    closed: (): readonly ClosedMonth[] => closed.all(),
    /** In the caller's transaction. A month that is closed stays as it is. */
    close: (month: string, at: UtcMs, by: string, figures: string): boolean => close.run(month, at, by, figures).changes === 1,
  };
}

export type PerformanceFacts = ReturnType<typeof createPerformanceFacts>;
