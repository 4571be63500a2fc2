import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

export interface TaskRow {
  readonly id: number;
  readonly kind: string;
  readonly chat_id: number | null;
  /** JSON. */
  readonly data: string;
  readonly due_at: UtcMs;
  readonly attempts: number;
  readonly state: 'ready' | 'done' | 'failed';
  readonly error: string | null;
}

/** Slow things a turn asked for: what needs the network or a file. The result comes back through the inbox. */
export function createTasks(db: Database) {
  const insert = db.prepare<[string, number | null, string, number]>(
    'INSERT INTO tasks (kind, chat_id, data, due_at) VALUES (?, ?, ?, ?)');
  const due = db.prepare<[number, number], TaskRow>(
    `SELECT * FROM tasks WHERE state = 'ready' AND due_at <= ? ORDER BY due_at, id LIMIT ?`);
  const finish = db.prepare<[number]>(`UPDATE tasks SET state = 'done', attempts = attempts + 1 WHERE id = ?`);
  const again = db.prepare<[number, string, number]>(
    'UPDATE tasks SET attempts = attempts + 1, due_at = ?, error = ? WHERE id = ?');
  const fail = db.prepare<[string, number]>(
    `UPDATE tasks SET state = 'failed', attempts = attempts + 1, error = ? WHERE id = ?`);

  const openOf = db.prepare<[string, number], { n: number }>(
    `SELECT count(*) AS n FROM tasks INDEXED BY tasks_due WHERE state = 'ready' AND kind = ? AND chat_id = ?`);
  const putForward = db.prepare<[number, number]>(`UPDATE tasks SET due_at = ? WHERE state = 'ready' AND due_at > ?`);

  return {
    /** How many of this kind a chat still waits for. */
    openOf: (kind: string, chat: number): number => openOf.get(kind, chat)!.n,
    add: (kind: string, chat: number | null, data: object, dueAt: UtcMs): number =>
      Number(insert.run(kind, chat, JSON.stringify(data), dueAt).lastInsertRowid),
    due: (now: UtcMs, limit: number): TaskRow[] => due.all(now, limit),
    /** The clock was put back: what waited for another try is due now (F28). */
    putForward: (now: UtcMs): void => void putForward.run(now, now),
    done: (id: number): void => void finish.run(id),
    again: (id: number, dueAt: UtcMs, error: string): void => void again.run(dueAt, error, id),
    failed: (id: number, error: string): void => void fail.run(error, id),
  };
}

export type Tasks = ReturnType<typeof createTasks>;
