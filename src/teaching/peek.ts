import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { databaseDamaged } from '../errors.ts';

const MOST_TRIES = 3;

/**
 * Reads a shop's database without disturbing it: the running shop holds it for itself alone, so a copy is read. A copy
 * taken amid a checkpoint does not hang together; it is checked, and taken again.
 * @throws LadeniError DATABASE_DAMAGED when no copy hangs together
 */
export function peek<T>(folder: string, read: (db: Sqlite.Database) => T): T | null {
  const file = join(folder, 'ladeni.db');
  if (!existsSync(file)) return null;
  const copies = mkdtempSync(join(tmpdir(), 'ladeni-peek-'));
  try {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const copy = join(copies, `${tries}.db`);
      copyFileSync(file, copy);
      if (existsSync(`${file}-wal`)) copyFileSync(`${file}-wal`, `${copy}-wal`);
      const db = new Sqlite(copy);
      try {
        if (db.pragma('quick_check(1)', { simple: true }) === 'ok') return read(db);
      } catch (error) {
        if (!(error instanceof Sqlite.SqliteError)) throw error;
      } finally {
        db.close();
      }
    }
    throw databaseDamaged('salinan untuk dibaca tidak utuh');
  } finally {
    rmSync(copies, { recursive: true, force: true });
  }
}
