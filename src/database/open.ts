import { chmodSync, closeSync, existsSync, mkdirSync, openSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { databaseDamaged, databaseFromTheFuture, databaseInUse, databaseMissing, databaseNotDurable, databaseOnUnsuitableDisk, restoreUnfinished } from '../errors.ts';
import { whyUnsuitable, type FileSystemFacts } from './file-systems.ts';
import { holdFolder } from './lock.ts';
import { MIGRATIONS } from './migrations.ts';

export type Database = Sqlite.Database;
export type Statement<P extends unknown[] = unknown[], R = unknown> = Sqlite.Statement<P, R>;

const FULL = 2;

export interface OpenOptions {
  /** For measurements and for tests that must show what FULL is worth; never in a shop. */
  readonly synchronous?: 'FULL' | 'NORMAL';
  /** Lets another program read the database while it is open: one that copies it continuously (Litestream). */
  readonly readByOthers?: boolean;
  /** Takes a copy before the schema of a database that is there already is changed. What it throws leaves the database as it was. */
  readonly beforeMigration?: (db: Database) => void;
  /** What is known of the disk; this machine's own where left out. */
  readonly disk?: FileSystemFacts;
}

/**
 * Opens the shop's database in a folder, or in memory for `:memory:`.
 * WAL with `synchronous = FULL` asserted after a first write (F32), foreign keys on, a lock so that a second
 * process on the same folder is refused (F36), migrated to the newest schema.
 * A damaged database is refused before anything is written to it, and one that is gone is not begun anew while there are
 * copies of it. Nor is one opened on a network share or in a synchronised folder. All of it is for this user's eyes only (S22).
 * @throws LadeniError DATABASE_IN_USE, DATABASE_NOT_DURABLE, DATABASE_TOO_NEW, DATABASE_DAMAGED, DATABASE_MISSING, RESTORE_UNFINISHED,
 *   DATABASE_ON_UNSUITABLE_DISK, and whatever `beforeMigration` throws
 */
export function openDatabase(folder: string, options: OpenOptions = {}): Database {
  const inMemory = folder === ':memory:';
  const file = inMemory ? folder : join(folder, 'ladeni.db');
  if (!inMemory) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const unsuitable = whyUnsuitable(folder, options.disk);
    if (unsuitable !== null) throw databaseOnUnsuitableDisk(folder, unsuitable);
    refuseToBeginAnew(folder, file);
    forUsAlone(folder, 0o700);
    // Before SQLite makes it: the log beside it takes over its mode.
    closeSync(openSync(file, 'a', 0o600));
    for (const tail of ['', '-wal', '-shm']) if (existsSync(file + tail)) forUsAlone(file + tail, 0o600);
  }
  const shared = options.readByOthers === true && !inMemory;
  // Who copies the log now and then holds it for a moment.
  const db = new Sqlite(file, { timeout: shared ? 5_000 : 500 });
  try {
    if (shared) holdFolder(db, folder);
    else db.pragma('locking_mode = EXCLUSIVE');
    const check = db.pragma('main.quick_check(1)', { simple: true });
    if (check !== 'ok') throw databaseDamaged(String(check));
    db.pragma('main.journal_mode = WAL');
    setDurability(db, options.synchronous ?? 'FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    db.pragma('temp_store = MEMORY');
    // In KiB: 8 MiB. What is read from the system's own cache instead costs nothing that can be measured (bench/notes.md).
    db.pragma('cache_size = -8192');
    migrate(db, options.beforeMigration);
    assertDurable(db, options.synchronous ?? 'FULL');
    return db;
  } catch (error) {
    db.close();
    throw explained(error, folder);
  }
}

/** A shop that has copies once had a database: an empty one in its place would sell as if nothing had ever been. */
function refuseToBeginAnew(folder: string, file: string): void {
  if (existsSync(file) && statSync(file).size > 0) return;
  if (existsSync(`${file}.restoring`)) throw restoreUnfinished(folder);
  const copies = join(folder, 'backups');
  if (existsSync(copies) && readdirSync(copies).some((name) => name.endsWith('.db'))) throw databaseMissing(file, copies);
}

/** A folder that another user has lent us, and a disk that knows no permissions, stay as they are. */
function forUsAlone(path: string, mode: number): void {
  try {
    chmodSync(path, mode);
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && (error.code === 'EPERM' || error.code === 'ENOTSUP'))) throw error;
  }
}

function setDurability(db: Database, level: 'FULL' | 'NORMAL'): void {
  db.pragma(level === 'FULL' ? 'synchronous = FULL' : 'synchronous = NORMAL');
}

/** A fresh WAL database reports FULL and falls back to NORMAL at its first write; so ask after one (F32). */
function assertDurable(db: Database, level: 'FULL' | 'NORMAL'): void {
  db.prepare(`INSERT INTO settings (key, value) VALUES ('opened', '1')
    ON CONFLICT (key) DO UPDATE SET value = CAST(value AS INTEGER) + 1`).run();
  setDurability(db, level);
  const found = db.pragma('synchronous', { simple: true });
  if (level === 'FULL' && found !== FULL) throw databaseNotDurable(found);
}

function migrate(db: Database, before: ((db: Database) => void) | undefined): void {
  const at = db.pragma('user_version', { simple: true }) as number;
  if (at > MIGRATIONS.length) throw databaseFromTheFuture(at, MIGRATIONS.length);
  if (at > 0 && at < MIGRATIONS.length) before?.(db);
  db.transaction(() => {
    MIGRATIONS.slice(at).forEach((step) => db.exec(step));
    db.pragma(`user_version = ${MIGRATIONS.length}`);
  }).immediate();
}

function explained(error: unknown, folder: string): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  if (error.code.startsWith('SQLITE_BUSY') || error.code.startsWith('SQLITE_LOCKED')) return databaseInUse(folder, error);
  if (error.code.startsWith('SQLITE_CORRUPT') || error.code === 'SQLITE_NOTADB') return databaseDamaged(error.message);
  return error;
}
