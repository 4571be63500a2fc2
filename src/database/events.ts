import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

/** Something that happened in the shop and that others may want to know: the console, the staff's group, a report. */
export interface EventRow {
  readonly id: number;
  readonly at: UtcMs;
  /** `order.placed`, `handoff.requested`, `staff.alert`, … (design §7). */
  readonly kind: string;
  readonly chat_id: number | null;
  readonly order_id: number | null;
  /** JSON. */
  readonly data: string;
}

/** The shop's diary, in the order things were committed. Written in the transaction that did the thing. */
export function createEvents(db: Database) {
  const insert = db.prepare<[number, string, number | null, number | null, string]>(
    'INSERT INTO events (at, kind, chat_id, order_id, data) VALUES (?, ?, ?, ?, ?)');
  const after = db.prepare<[number, number], EventRow>('SELECT * FROM events WHERE id > ? ORDER BY id LIMIT ?');
  const last = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM events');

  return {
    record(at: UtcMs, kind: string, about: { chat?: number | null; order?: number | null }, data: object = {}): void {
      insert.run(at, kind, about.chat ?? null, about.order ?? null, JSON.stringify(data));
    },
    after: (id: number, limit = 1000): EventRow[] => after.all(id, limit),
    lastId: (): number => last.get()!.id ?? 0,
  };
}

export type Events = ReturnType<typeof createEvents>;
