import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

export type OutboxState = 'ready' | 'held' | 'sending' | 'sent' | 'unknown' | 'cancelled' | 'dead';

export interface OutboxRow {
  readonly id: number;
  readonly chat_id: number;
  /** `bot` or `staff:ID`. */
  readonly sender: string;
  readonly text: string;
  /** JSON of the choices offered, with what each does, or null. */
  readonly choices: string | null;
  readonly photo: string | null;
  /** JSON list of the pictures of an album, or null. */
  readonly album: string | null;
  readonly epoch: number;
  readonly state: OutboxState;
  readonly due_at: UtcMs;
  readonly attempts: number;
  readonly provider_id: string | null;
  readonly failure: string | null;
  readonly created_at: UtcMs;
  readonly sent_at: UtcMs | null;
}

/** A message to be promised. */
export interface NewMessage {
  readonly chat: number;
  readonly sender: string;
  readonly text: string;
  readonly choices: string | null;
  readonly photo: string | null;
  readonly album?: readonly string[];
  readonly state: 'ready' | 'held';
  readonly dueAt: UtcMs;
  readonly at: UtcMs;
}

export type UnsentRow = Pick<OutboxRow, 'id' | 'chat_id' | 'sender' | 'epoch' | 'state' | 'due_at'>;

/** Replies that are promised but perhaps not yet delivered. Every write belongs to the caller's transaction. */
export function createOutbox(db: Database) {
  const insert = db.prepare<[number, string, string, string | null, string | null, string | null, number, OutboxState, number, number]>(
    `INSERT INTO outbox (chat_id, sender, text, choices, photo, album, epoch, state, due_at, created_at)
     VALUES (?, ?, ?, ?, ?, ?, (SELECT epoch FROM chats WHERE id = ?), ?, ?, ?)`);
  const get = db.prepare<[number], OutboxRow>('SELECT * FROM outbox WHERE id = ?');
  const open = db.prepare<[], OutboxRow>(
    `SELECT * FROM outbox INDEXED BY outbox_open WHERE state IN ('ready', 'held', 'sending') ORDER BY chat_id, id`);
  const unsent = db.prepare<[], UnsentRow>(
    `SELECT id, chat_id, sender, epoch, state, due_at FROM outbox INDEXED BY outbox_open WHERE state IN ('ready', 'held', 'sending') ORDER BY chat_id, id`);
  const mark = db.prepare<[OutboxState, string | null, string | null, number | null, number]>(
    'UPDATE outbox SET state = ?, provider_id = COALESCE(?, provider_id), failure = ?, sent_at = ? WHERE id = ?');
  const trying = db.prepare<[number]>(`UPDATE outbox SET state = 'sending', attempts = attempts + 1 WHERE id = ?`);
  const later = db.prepare<[number, string, number]>(
    `UPDATE outbox SET state = 'ready', due_at = ?, failure = ? WHERE id = ?`);
  const putForward = db.prepare<[number, number]>(`UPDATE outbox INDEXED BY outbox_open SET due_at = ? WHERE state IN ('ready', 'held', 'sending') AND state = 'ready' AND due_at > ?`);
  const release = db.prepare<[number]>(
    `UPDATE outbox INDEXED BY outbox_open SET state = 'ready' WHERE state IN ('ready', 'held', 'sending') AND state = 'held' AND due_at <= ?`);
  const cancelBot = db.prepare<[number]>(
    `UPDATE outbox SET state = 'cancelled' WHERE chat_id = ? AND sender = 'bot' AND state = 'ready'`);
  const cancel = db.prepare<[number]>(`UPDATE outbox SET state = 'cancelled' WHERE id = ? AND state IN ('ready', 'held')`);
  const lastOf = db.prepare<[number, number], OutboxRow>('SELECT * FROM outbox WHERE chat_id = ? ORDER BY id DESC LIMIT ?');
  const byProvider = db.prepare<[number, string], OutboxRow>(
    'SELECT * FROM outbox WHERE chat_id = ? AND provider_id = ? ORDER BY id DESC LIMIT 1');

  return {
    /** Promises a message, under the epoch of now. `held` waits for `dueAt` (a staff reply for opening time). */
    insert(row: NewMessage): number {
      return Number(insert.run(row.chat, row.sender, row.text, row.choices, row.photo,
        row.album && row.album.length > 0 ? JSON.stringify(row.album) : null, row.chat, row.state, row.dueAt, row.at).lastInsertRowid);
    },
    get: (id: number): OutboxRow | undefined => get.get(id),
    /** Everything not delivered yet, by chat, in order. */
    open: (): OutboxRow[] => open.all(),
    /** The same, as far as it says whose turn it is: a channel that is away lets thousands stand here. */
    unsent: (): UnsentRow[] => unsent.all(),
    trying: (id: number): void => void trying.run(id),
    sent: (id: number, providerId: string, at: UtcMs): void => void mark.run('sent', providerId, null, at, id),
    unknown: (id: number, why: string, at: UtcMs): void => void mark.run('unknown', null, why, at, id),
    dead: (id: number, why: string): void => void mark.run('dead', null, why, null, id),
    later: (id: number, dueAt: UtcMs, why: string): void => void later.run(dueAt, why, id),
    /** The clock was put back: what was to be tried again soon is due now, not when the clock says so once more (F28). */
    putForward: (now: UtcMs): void => void putForward.run(now, now),
    releaseHeld: (now: UtcMs): number => release.run(now).changes,
    /** Voids the bot's unsent replies of a chat: a human has taken it (F41). */
    cancelBotReplies: (chat: number): number => cancelBot.run(chat).changes,
    cancel: (id: number): boolean => cancel.run(id).changes === 1,
    /** The last messages to a chat, newest first. */
    lastOf: (chat: number, limit: number): OutboxRow[] => lastOf.all(chat, limit),
    byProviderId: (chat: number, providerId: string): OutboxRow | undefined => byProvider.get(chat, providerId),
  };
}

export type OutboxTable = ReturnType<typeof createOutbox>;
