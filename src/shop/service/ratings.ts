import type { Database } from '../../database/open.ts';
import type { UtcMs } from '../units.ts';

/** Stars customers gave: of a person after a chat, of the shop after a delivery. One each (design §1.9). */
export function createRatings(db: Database) {
  const insert = db.prepare<[number, number, number | null, number | null, string | null, number]>(
    `INSERT INTO ratings (at, chat_id, handoff_id, order_id, staff, stars) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const comment = db.prepare<[string, number, number]>(`UPDATE ratings SET comment = ? WHERE id = ? AND chat_id = ?`);
  return {
    /** The rating's id; null when this was rated before. */
    rate(chat: number, about: { handoff: number | null; order: number | null; staff: string | null }, stars: number, at: UtcMs): number | null {
      const result = insert.run(at, chat, about.handoff, about.order, about.staff, stars);
      return result.changes === 0 ? null : Number(result.lastInsertRowid);
    },
    comment: (rating: number, chat: number, text: string): void => void comment.run(text.slice(0, 1000), rating, chat),
  };
}

export type Ratings = ReturnType<typeof createRatings>;
