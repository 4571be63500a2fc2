import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

/** What the bot could not make sense of, for the owner to see and teach. */
export function createMisunderstood(db: Database) {
  const insert = db.prepare<[number, number, string]>('INSERT INTO misunderstood (at, chat_id, text) VALUES (?, ?, ?)');
  const grouped = db.prepare<[number, number], { text: string; times: number; last: number }>(
    `SELECT lower(trim(text)) AS text, count(*) AS times, max(at) AS last FROM misunderstood WHERE at >= ?
     GROUP BY 1 ORDER BY times DESC, last DESC LIMIT ?`);
  return {
    keep: (chat: number, text: string, at: UtcMs): void => void insert.run(at, chat, text.slice(0, 1000)),
    /** The most frequent first. */
    since: (instant: UtcMs, limit = 100) => grouped.all(instant, limit),
  };
}

export type Misunderstood = ReturnType<typeof createMisunderstood>;
