import type { IncomingContent, IncomingMessage } from '../channels/channel.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

/** What the shop tells itself through the inbox: a task's result, or time that came. */
export interface ShopEvent {
  readonly kind: 'event';
  readonly name: string;
  readonly data: unknown;
}

export type InboxContent = (IncomingContent | ShopEvent) & { readonly quoted?: string; readonly edits?: string };

export interface InboxRow {
  readonly id: number;
  readonly channel: string;
  readonly provider_id: string;
  readonly chat_id: number;
  /** JSON of InboxContent. */
  readonly content: string;
  readonly received_at: UtcMs;
  readonly state: 'new' | 'done' | 'set_aside';
  readonly attempts: number;
  readonly error: string | null;
  /** Until when its turn waits for what a task finds out; null where it never had to. */
  readonly wait_until: UtcMs | null;
}

/** Turns in one transaction: one fsync serves this many customers, and none waits long for it. */
export const MOST_READY = 256;

/** Messages as they came, each once (F3, F24). Every write belongs to the caller's transaction. */
export function createInbox(db: Database) {
  const insert = db.prepare<[string, string, number, string, number, InboxRow['state']]>(
    `INSERT INTO inbox (channel, provider_id, chat_id, content, received_at, state) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (channel, provider_id) DO NOTHING`);
  const ready = db.prepare<[], InboxRow>(`SELECT * FROM inbox WHERE state = 'new' ORDER BY id LIMIT 256`);
  const readyInTurn = db.prepare<[], InboxRow>(`SELECT * FROM inbox WHERE id IN (
      SELECT id FROM (SELECT id, row_number() OVER (PARTITION BY chat_id ORDER BY id) AS nth FROM inbox INDEXED BY inbox_new WHERE state = 'new') ORDER BY nth, id LIMIT 256)
    ORDER BY id`);
  const rewrite = db.prepare<[string, number, string, string]>(
    `UPDATE inbox SET content = ?, received_at = ? WHERE channel = ? AND provider_id = ? AND state = 'new'`);
  const waits = db.prepare<[number]>(`UPDATE inbox SET state = 'new' WHERE id = ?`);
  const done = db.prepare<[number]>(`UPDATE inbox SET state = 'done' WHERE id = ?`);
  const failed = db.prepare<[string, number]>('UPDATE inbox SET attempts = attempts + 1, error = ? WHERE id = ?');
  const setAside = db.prepare<[number]>(`UPDATE inbox SET state = 'set_aside' WHERE id = ?`);
  const attempts = db.prepare<[number], { attempts: number }>('SELECT attempts FROM inbox WHERE id = ?');
  const stillNew = db.prepare<[number], InboxRow>(`SELECT * FROM inbox WHERE id = ? AND state = 'new'`);
  const anyNew = db.prepare<[], { id: number }>(`SELECT id FROM inbox WHERE state = 'new' LIMIT 1`);
  const countNew = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM inbox WHERE state = 'new'`);
  const wait = db.prepare<[number, number]>(`UPDATE inbox SET wait_until = ? WHERE id = ? AND state = 'new'`);
  const endWait = db.prepare<[number, number, number]>(`UPDATE inbox SET wait_until = ? WHERE chat_id = ? AND state = 'new' AND wait_until > ?`);
  const lastOf = db.prepare<[number, number], InboxRow>('SELECT * FROM inbox WHERE chat_id = ? ORDER BY id DESC LIMIT ?');

  return {
    /**
     * Returns the new row, or null for a redelivery. An edit of a message that waits still is that message. One that is answered in this
     * very transaction is entered as done.
     */
    insert(message: IncomingMessage, chat: number, at: UtcMs, state: 'new' | 'done' = 'new'): InboxRow | null {
      const content: InboxContent = {
        ...message.content,
        ...(message.quoted !== null && { quoted: message.quoted }), ...(message.edits !== undefined && { edits: message.edits }),
      };
      const text = JSON.stringify(content);
      const result = insert.run(message.channel, message.id, chat, text, at, state);
      if (result.changes === 0) return null;
      const id = Number(result.lastInsertRowid);
      if (message.edits !== undefined && rewrite.run(JSON.stringify(message.content), at, message.channel, message.edits).changes > 0) done.run(id);
      return { id, channel: message.channel, provider_id: message.id, chat_id: chat, content: text, received_at: at, state, attempts: 0, error: null, wait_until: null };
    },
    /** Puts an event before a chat; the same key again is the same event. */
    insertEvent(key: string, chat: number, event: ShopEvent, at: UtcMs): number | null {
      const result = insert.run('shop', key, chat, JSON.stringify(event), at, 'new');
      return result.changes === 0 ? null : Number(result.lastInsertRowid);
    },
    /** The oldest that wait; where more wait than are looked at, some of every chat, so that one who never stops holds up nobody (S17). */
    ready(): InboxRow[] {
      const oldest = ready.all();
      return oldest.length < MOST_READY ? oldest : readyInTurn.all();
    },
    /** The row as it is now, while it waits: an edit may have changed it. */
    stillNew: (id: number): InboxRow | undefined => stillNew.get(id),
    isEmpty: (): boolean => anyNew.get() === undefined,
    waiting: (): number => countNew.get()!.n,
    /** One that was entered as done has to wait for its turn after all. */
    waits: (id: number): void => void waits.run(id),
    done: (id: number): void => void done.run(id),
    /** Counts a failed try; returns how many there were. */
    failed(id: number, error: string): number {
      failed.run(error, id);
      return attempts.get(id)!.attempts;
    },
    /** Its turn waits, and with it all that comes after it in its chat. */
    wait: (id: number, until: UtcMs): void => void wait.run(until, id),
    /** What the chat waited for is there. */
    endWait: (chat: number, now: UtcMs): void => void endWait.run(now, chat, now),
    setAside: (id: number): void => void setAside.run(id),
    /** The last messages of a chat, newest first. */
    lastOf: (chat: number, limit: number): InboxRow[] => lastOf.all(chat, limit),
  };
}

export type InboxTable = ReturnType<typeof createInbox>;
