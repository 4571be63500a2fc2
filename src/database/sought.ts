import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

/** Goods that a customer asked for and the shop does not have, for the owner to see what to buy in. */
export function createSought(db: Database) {
  const insert = db.prepare<[number, number, string]>('INSERT INTO sought (at, chat_id, phrase) VALUES (?, ?, ?)');
  const grouped = db.prepare<[number, number], Wanted>(
    `SELECT lower(phrase) AS phrase, count(DISTINCT chat_id) AS people, max(at) AS last, max(chat_id) AS chat FROM sought WHERE at >= ?
     GROUP BY 1 ORDER BY people DESC, last DESC LIMIT ?`);
  return {
    keep: (chat: number, phrase: string, at: UtcMs): void => void insert.run(at, chat, phrase.slice(0, 100)),
    /** By how many people asked, the most wanted first. */
    since: (instant: UtcMs, limit = 20): readonly Wanted[] => grouped.all(instant, limit),
  };
}

/** `chat` is one of those in which it was asked for. */
export interface Wanted { readonly phrase: string; readonly people: number; readonly last: UtcMs; readonly chat: number }
export type Sought = ReturnType<typeof createSought>;
