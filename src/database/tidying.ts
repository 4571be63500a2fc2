import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

const DAY = 24 * 3_600_000;
/**
 * What was said, shown and noted in the diary is kept for a year: the console shows it for so long, and so long a message that is
 * delivered again is known (S20: what is needed no longer goes).
 */
export const WORDS_KEPT_MS = 365 * DAY;
/** Tasks that are done or were given up, ms. */
export const TASKS_KEPT_MS = 30 * DAY;
/** What was not understood, ms: half a year is more than an owner teaches from. */
export const PUZZLES_KEPT_MS = 180 * DAY;
/** Rows of a table that one step looks at: it holds no customer up, and a clock that is wrong for an hour does not empty the shop. */
const AT_ONCE = 100;

/** Photos that no message and no proof names any more, to be removed from the disk: "photos/2026-11/….jpg". */
export type Tidied = readonly string[];

/**
 * Lets go of old rows that nobody needs (F30). Orders, their history, stock, money, staff's acts, chats with a person and ratings are
 * the shop's books and stay. The newest row of a table always stays, so that no number is ever given twice.
 * `tokenPrefix` begins the tokens of the choices that an outbox row offered.
 */
export function createTidying(db: Database, tokenPrefix: (outboxId: number) => string) {
  const oldInbox = db.prepare<[number, UtcMs], { id: number; content: string }>(
    `SELECT id, content FROM (SELECT * FROM inbox ORDER BY id LIMIT ?)
     WHERE received_at < ? AND state <> 'new' AND id < (SELECT max(id) FROM inbox) ORDER BY id`);
  const oldOutbox = db.prepare<[number, UtcMs], { id: number; choices: string | null; photo: string | null }>(
    `SELECT id, choices, photo FROM (SELECT * FROM outbox ORDER BY id LIMIT ?)
     WHERE created_at < ? AND state NOT IN ('ready', 'held', 'sending') AND id < (SELECT max(id) FROM outbox) ORDER BY id`);
  const oldProofs = db.prepare<[UtcMs, number], { id: number; file: string }>(
    `SELECT id, file FROM proofs INDEXED BY proofs_with_file WHERE file IS NOT NULL AND at < ? AND state <> 'waiting' ORDER BY at, id LIMIT ?`);
  const plain = [
    [`DELETE FROM events WHERE id IN (SELECT id FROM (SELECT id, at FROM events ORDER BY id LIMIT ${AT_ONCE}) WHERE at < ?) AND id < (SELECT max(id) FROM events)`, WORDS_KEPT_MS],
    [`DELETE FROM misunderstood WHERE id IN (SELECT id FROM (SELECT id, at FROM misunderstood ORDER BY id LIMIT ${AT_ONCE}) WHERE at < ?) AND id < (SELECT max(id) FROM misunderstood)`, PUZZLES_KEPT_MS],
    [`DELETE FROM sought WHERE id IN (SELECT id FROM (SELECT id, at FROM sought ORDER BY id LIMIT ${AT_ONCE}) WHERE at < ?) AND id < (SELECT max(id) FROM sought)`, PUZZLES_KEPT_MS],
    [`DELETE FROM tasks WHERE id IN (SELECT id FROM (SELECT * FROM tasks ORDER BY id LIMIT ${AT_ONCE}) WHERE due_at < ? AND state <> 'ready') AND id < (SELECT max(id) FROM tasks)`, TASKS_KEPT_MS],
    ['DELETE FROM invitations WHERE expires_at < ?', TASKS_KEPT_MS],
  ] as const;
  const steps = plain.map(([sql, kept]) => ({ statement: db.prepare<[UtcMs]>(sql), kept }));
  const dropInbox = db.prepare<[number]>('DELETE FROM inbox WHERE id = ?');
  const dropOutbox = db.prepare<[number]>('DELETE FROM outbox WHERE id = ?');
  const dropTokens = db.prepare<[string, string]>('DELETE FROM used_choices WHERE token >= ? AND token < ?');
  const dropProofPicture = db.prepare<[number]>('UPDATE proofs SET file = NULL WHERE id = ?');
  const stillNamed = db.prepare<[string, string, string], { n: number }>(
    `SELECT EXISTS (SELECT 1 FROM proofs WHERE file = ?) OR EXISTS (SELECT 1 FROM inbox WHERE json_extract(content, '$.file') = ? AND json_extract(content, '$.kind') = 'photo')
       OR EXISTS (SELECT 1 FROM outbox WHERE photo = ?) AS n`);

  return {
    /** One small step, in the caller's transaction. */
    step(now: UtcMs): Tidied {
      const photos = new Set<string>();
      const letGo = (file: string | null | undefined): void => { if (file?.startsWith('photos/') === true) photos.add(file); };
      for (const { id, file } of oldProofs.all(now - WORDS_KEPT_MS, AT_ONCE)) {
        letGo(file);
        dropProofPicture.run(id);
      }
      for (const { id, content } of oldInbox.all(AT_ONCE, now - WORDS_KEPT_MS)) {
        if (content.startsWith('{"kind":"photo"')) letGo((JSON.parse(content) as { file?: string }).file);
        dropInbox.run(id);
      }
      for (const { id, choices, photo } of oldOutbox.all(AT_ONCE, now - WORDS_KEPT_MS)) {
        letGo(photo);
        const prefix = tokenPrefix(id);
        // Every token that begins with it: the next character after "." ends the span.
        if (choices !== null) dropTokens.run(prefix, `${prefix.slice(0, -1)}/`);
        dropOutbox.run(id);
      }
      for (const { statement, kept } of steps) statement.run(now - kept);
      return [...photos].filter((file) => stillNamed.get(file, file, file)!.n === 0);
    },
  };
}

export type Tidying = ReturnType<typeof createTidying>;
