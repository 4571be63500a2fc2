import type { Database } from '../../database/open.ts';
import type { UtcMs } from '../units.ts';

export interface StaffActRow {
  readonly id: number;
  readonly at: UtcMs;
  readonly staff: string;
  readonly act: string;
  readonly chat_id: number | null;
  readonly order_id: number | null;
  readonly out_of_hours: number;
  readonly forced: number;
  readonly detail: string;
}

/** What staff did, for the audit and for performance (S13, design §1.9). */
export function createStaffActs(db: Database) {
  const insert = db.prepare<[number, string, string, number | null, number | null, number, number, string, string]>(
    `INSERT INTO staff_acts (at, staff, act, chat_id, order_id, out_of_hours, forced, detail, act_id)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (act_id) DO NOTHING`);
  const known = db.prepare<[string], { id: number }>('SELECT id FROM staff_acts WHERE act_id = ?');
  const between = db.prepare<[string, number, number], StaffActRow>(
    'SELECT * FROM staff_acts WHERE staff = ? AND at >= ? AND at < ? ORDER BY id');

  return {
    /** Whether an act of this id was done already: the same id is the same act. */
    done: (actId: string): boolean => known.get(actId) !== undefined,
    record(act: {
      id: string; at: UtcMs; staff: string; act: string; chat?: number | null; order?: number | null;
      outOfHours?: boolean; forced?: boolean; detail?: string;
    }): void {
      insert.run(act.at, act.staff, act.act, act.chat ?? null, act.order ?? null, act.outOfHours ? 1 : 0,
        act.forced ? 1 : 0, act.detail ?? '', act.id);
    },
    between: (staff: string, from: UtcMs, until: UtcMs): readonly StaffActRow[] => between.all(staff, from, until),
  };
}

export type StaffActs = ReturnType<typeof createStaffActs>;
