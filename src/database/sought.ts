import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

/** Goods that a customer asked for and the shop does not have, for the owner to see what to buy in. */
export function createSought(db: Database) {
  const insert = db.prepare<[number, number, string]>('INSERT INTO sought (at, chat_id, phrase) VALUES (?, ?, ?)');
  return {
    keep: (chat: number, phrase: string, at: UtcMs): void => void insert.run(at, chat, phrase.slice(0, 100)),
  };
}

export type Sought = ReturnType<typeof createSought>;
