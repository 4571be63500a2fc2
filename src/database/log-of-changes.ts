import type { Database } from './open.ts';

/**
 * Brings everything in SQLite's log of changes (WAL) into the database and begins the log anew, empty. False while somebody else reads
 * what stands in it, who is not waited for: nothing is lost, and it can be tried again.
 */
export function beginLogAnew(db: Database): boolean {
  const patience = db.pragma('busy_timeout', { simple: true }) as number;
  db.pragma('busy_timeout = 0');
  try {
    return (db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]?.busy === 0;
  } finally {
    db.pragma(`busy_timeout = ${patience}`);
  }
}
