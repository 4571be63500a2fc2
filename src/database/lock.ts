import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';

const LOCK = 'ladeni.lock';

/**
 * Holds a data folder for this process alone, for as long as the connection is open, through a small database of its own:
 * the shop's can then be read by a program that copies it continuously (F36).
 * @throws SqliteError SQLITE_BUSY while another process holds it
 */
export function holdFolder(db: Sqlite.Database, folder: string): void {
  closeSync(openSync(join(folder, LOCK), 'a', 0o600));
  db.prepare('ATTACH ? AS held').run(join(folder, LOCK));
  db.pragma('held.locking_mode = EXCLUSIVE');
  // The lock comes with a write, and stays.
  db.pragma('held.user_version = 1');
}

/**
 * Whether a running shop holds a data folder, by either lock. Changes nothing. A damaged database is held by nobody once
 * its lock could be had.
 */
export function isHeld(folder: string): boolean {
  return busy(join(folder, 'ladeni.db'), { readonly: true }) || busy(join(folder, LOCK), {});
}

function busy(file: string, options: Sqlite.Options): boolean {
  if (!existsSync(file)) return false;
  const db = new Sqlite(file, { timeout: 500, ...options });
  try {
    db.pragma('locking_mode = EXCLUSIVE');
    db.prepare('SELECT count(*) FROM sqlite_schema').get();
    return false;
  } catch (error) {
    return error instanceof Sqlite.SqliteError && /^SQLITE_(?:BUSY|LOCKED)/.test(error.code);
  } finally {
    db.close();
  }
}
