import type { Database } from '../../database/open.ts';
import type { LocalDate, UtcMs } from '../units.ts';

/** What a customer has not heard of an order: it moved on, it will be late, its tracking number is another, money went back, its proof was not accepted, its payment came after it had ended. */
export type NewsKind = 'moved' | 'late' | 'corrected' | 'refunded' | 'rejected' | 'paid_late';

/** One row of `untold_news`. */
export interface UntoldNews {
  readonly order_id: number;
  readonly chat_id: number;
  readonly news: NewsKind;
  /** The days promised before, of an order that will be late; null otherwise. */
  readonly promised_from: LocalDate | null;
  readonly promised_to: LocalDate | null;
  readonly at: UtcMs;
}

/**
 * News of orders that the bot kept to itself because a person had the chat: one row an order, the newest news in place of what it
 * makes stale. No words are kept; they are made from the order when they are said. Every write belongs to the caller's transaction.
 */
export function createUntoldNews(db: Database) {
  // What is said of an order that moved on says where its money stands as well, and its number of now.
  const note = db.prepare<[number, number, NewsKind, LocalDate | null, LocalDate | null, UtcMs]>(
    `INSERT INTO untold_news (order_id, chat_id, news, promised_from, promised_to, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (order_id) DO UPDATE SET at = excluded.at, promised_from = excluded.promised_from, promised_to = excluded.promised_to,
       news = CASE WHEN excluded.news IN ('refunded', 'corrected') AND news = 'moved' THEN 'moved' ELSE excluded.news END`);
  const ofOrder = db.prepare<[number], UntoldNews>('SELECT * FROM untold_news WHERE order_id = ?');
  const ofChat = db.prepare<[number], UntoldNews>('SELECT * FROM untold_news WHERE chat_id = ? ORDER BY at, order_id');
  const told = db.prepare<[number]>('DELETE FROM untold_news WHERE order_id = ?');

  return {
    note: (order: { readonly id: number; readonly chat_id: number }, news: NewsKind, at: UtcMs, promised: { readonly from: LocalDate; readonly to: LocalDate } | null = null): void =>
      void note.run(order.id, order.chat_id, news, promised?.from ?? null, promised?.to ?? null, at),
    ofOrder: (order: number): UntoldNews | undefined => ofOrder.get(order),
    /** Oldest first. */
    ofChat: (chat: number): readonly UntoldNews[] => ofChat.all(chat),
    /** The customer knows now. */
    told: (order: number): void => void told.run(order),
  };
}

export type UntoldBook = ReturnType<typeof createUntoldNews>;
