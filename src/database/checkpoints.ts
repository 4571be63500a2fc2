import type { Database } from './open.ts';

/** About a megabyte of changed pages, brought into the database in a few milliseconds. SQLite's own measure is four times as much, in the midst of a commit. */
const ROWS = 400;
/** Where nothing calls `written`, and while the event loop does not come to its next turn, pages. */
const AT_THE_LATEST = 4_000;

/**
 * Brings the log of changes (WAL) into the database a little at a time and between two pieces of work, where SQLite by itself would do it
 * at the end of whatever commit fills the log, with the customer of that commit waiting. What was committed is on the disk either way.
 */
export function createCheckpoints(db: Database, later: (goOn: () => void) => void) {
  db.pragma(`wal_autocheckpoint = ${AT_THE_LATEST}`);
  const changes = db.prepare<[], number>('SELECT total_changes()').pluck();
  let broughtIn = changes.get()!;
  let comes = false;

  function bringIn(): void {
    comes = false;
    if (!db.open) return;
    broughtIn = changes.get()!;
    db.pragma('wal_checkpoint(PASSIVE)');
  }

  return {
    /** For after every commit. */
    written(): void {
      if (comes || changes.get()! - broughtIn < ROWS) return;
      comes = true;
      later(bringIn);
    },
  };
}
