import { createHash } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from '../database/open.ts';
import { copyBeforeUpdateFailed } from '../errors.ts';
import type { UtcMs } from '../shop/units.ts';
import { copyName, recordNameOf, recordText, type CopyRecord } from './copy-record.ts';
import { differences, totalsOf } from './totals.ts';
import { megabytes } from './words.ts';

/** Left free for the change of the schema itself, bytes. */
const LEFT_FREE = 64 * 1024 * 1024;

/**
 * Takes a verified copy of a database that an update is about to change, and puts it on the shop's own shelf, where
 * `npm run restore` finds it. In one piece and without a pause: no customer is served yet.
 * @throws LadeniError COPY_BEFORE_UPDATE_FAILED when it could not be made or is not what the database is; the update must not go on
 */
export function copyBeforeUpdate(parts: { readonly dataDir: string; readonly zone: string; readonly now: UtcMs }): (db: Database) => void {
  return (db) => {
    const shelf = path.join(parts.dataDir, 'backups');
    let aside: string | null = null;
    try {
      mkdirSync(shelf, { recursive: true, mode: 0o700 });
      const needed = (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number) + LEFT_FREE;
      const { bavail, bsize } = statfsSync(shelf);
      if (bavail * bsize < needed) throw new Error(`disk hampir penuh, perlu ${megabytes(needed)}`);
      const name = copyName(parts.now, parts.zone, (candidate) => readdirSync(shelf).includes(candidate));
      aside = path.join(shelf, `${name}.updating.part`);
      rmSync(aside, { force: true });
      db.prepare('VACUUM INTO ?').run(aside);
      chmodSync(aside, 0o600);
      const record = verified(aside, db, parts);
      durably(aside);
      // The record first, so that a copy with a name always has one.
      const beside = path.join(shelf, recordNameOf(name));
      writeFileSync(beside, recordText(record), { mode: 0o600 });
      durably(beside);
      renameSync(aside, path.join(shelf, name));
      durably(shelf);
    } catch (error) {
      if (aside !== null && existsSync(aside)) rmSync(aside, { force: true });
      throw copyBeforeUpdateFailed(error instanceof Error ? error.message : String(error), error);
    }
  };
}

function verified(file: string, live: Database, { zone, now }: { readonly zone: string; readonly now: UtcMs }): CopyRecord {
  const copy = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = copy.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') throw new Error(`salinan tidak utuh: ${String(verdict)}`);
    const totals = totalsOf(copy);
    const wrong = differences(totalsOf(live), totals);
    if (wrong.length > 0) throw new Error(`jumlah tidak sama: ${wrong.join(', ')}`);
    const bytes = readFileSync(file);
    return {
      takenAt: now, zone, schema: copy.pragma('user_version', { simple: true }) as number, bytes: bytes.length,
      sha256: createHash('sha256').update(bytes).digest('hex'), totals,
    };
  } finally {
    copy.close();
  }
}

/** Onto the platter. Windows syncs no folder, and wants a file open for writing. */
function durably(file: string): void {
  let handle: number;
  try {
    handle = openSync(file, 'r+');
  } catch {
    if (process.platform === 'win32') return;
    handle = openSync(file, 'r');
  }
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
