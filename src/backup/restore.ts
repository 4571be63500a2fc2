import { existsSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { isHeld } from '../database/lock.ts';
import { MIGRATIONS } from '../database/migrations.ts';
import { databaseFromTheFuture } from '../errors.ts';
import type { UtcMs } from '../shop/units.ts';
import { REPLACED } from './backups.ts';
import { checkCopy } from './check-copy.ts';
import type { CopyRecord } from './copy-record.ts';
import { dayFolder } from './days.ts';
import type { Disk } from './disk.ts';
import { erasuresIn, readErasures, repeatErasures, together, type Erasure } from './erasures.ts';
import { bringPhotosBack } from './photos-back.ts';
import { ERASURES } from './shelf.ts';
import { differences, totalsOf, type Totals } from './totals.ts';

export type RestoreOutcome =
  | {
    readonly kind: 'restored'; readonly totals: Totals;
    /** Where the replaced database lies now; null where there was none. */
    readonly keptAs: string | null;
    readonly photos: { readonly brought: number; readonly missing: number };
    /** People who asked to be forgotten since the copy; forgotten again at the next start. */
    readonly erasedAgain: number;
  }
  | { readonly kind: 'in_use' }
  | { readonly kind: 'unsound'; readonly why: string };

/** A copy to be restored; without a record only its integrity can be told. */
export interface Chosen {
  readonly file: string;
  readonly record: CopyRecord | null;
}

/**
 * Whether a copy is what it was when it was made: null, or why not, in Indonesian.
 * @throws LadeniError DATABASE_TOO_NEW for one that this version cannot read
 */
export async function whyUnsound({ file, record }: Chosen): Promise<string | null> {
  const found = await checkCopy(file);
  if (found.kind === 'unsound') return found.why;
  if (found.schema > MIGRATIONS.length) throw databaseFromTheFuture(found.schema, MIGRATIONS.length);
  if (record === null) return null;
  const wrong = differences(record.totals, found.totals);
  if (wrong.length > 0) return `jumlah tidak sama dengan catatannya: ${wrong.join(', ')}`;
  return found.sha256 === record.sha256 ? null : 'isinya berubah sejak dibuat';
}

/**
 * Puts a copy in the place of the shop's database. Nothing is touched unless the copy is sound and no process holds the
 * shop; the present database is kept under another name. Cut off at any point, it leaves the present database or a
 * refusal to start, never an empty shop: `openDatabase` looks for the unfinished file.
 * @throws LadeniError DATABASE_TOO_NEW; whatever the disk does
 */
export async function restore(parts: {
  /** Absolute. */
  readonly dataDir: string;
  readonly chosen: Chosen;
  /** Where photos and the note of erased people lie; the nearest first. */
  readonly shelves: readonly string[];
  readonly now: UtcMs;
  readonly disk: Disk;
}): Promise<RestoreOutcome> {
  const { dataDir, chosen, disk } = parts;
  const file = path.join(dataDir, 'ladeni.db');
  const why = await whyUnsound(chosen);
  if (why !== null) return { kind: 'unsound', why };
  await disk.makeFolder(dataDir);
  if (isHeld(dataDir)) return { kind: 'in_use' };

  const erasures = await erasedSince(chosen, file, parts.shelves);
  const prepared = `${file}.restoring`;
  await disk.remove(prepared);
  await disk.copy(chosen.file, prepared);
  const { erasedAgain, totals } = prepare(prepared, erasures);
  await disk.sync(prepared);
  if (isHeld(dataDir)) return { kind: 'in_use' };

  const keptAs = await setAside(file, dataDir, parts.now, disk);
  await disk.rename(prepared, file);
  await disk.sync(dataDir);
  const photos = await bringPhotosBack({ file, dataDir, shelves: parts.shelves, disk });
  return { kind: 'restored', totals, keptAs, photos, erasedAgain };
}

/** Everybody erased since the copy was made, as far as the shelves and the present database can tell. */
async function erasedSince(chosen: Chosen, file: string, shelves: readonly string[]): Promise<readonly Erasure[]> {
  let known = erasedInPresent(file);
  for (const shelf of shelves) known = together(known, await readErasures(path.join(shelf, ERASURES)));
  return known.filter(({ erasedAt }) => chosen.record === null || erasedAt >= chosen.record.takenAt);
}

function erasedInPresent(file: string): readonly Erasure[] {
  if (!existsSync(file)) return [];
  try {
    const db = new Sqlite(file, { readonly: true });
    try {
      return erasuresIn(db);
    } finally {
      db.close();
    }
  } catch {
    return []; // Damaged: the notes beside the copies are all there is.
  }
}

function prepare(file: string, erasures: readonly Erasure[]): { erasedAgain: number; totals: Totals } {
  const db = new Sqlite(file);
  try {
    // What was about to go out has most likely gone since: sent again, but marked as perhaps a duplicate (F11).
    db.prepare(`UPDATE outbox SET state = 'sending' WHERE state = 'ready'`).run();
    return { erasedAgain: repeatErasures(db, erasures), totals: totalsOf(db) };
  } finally {
    db.close();
  }
}

async function setAside(file: string, dataDir: string, now: UtcMs, disk: Disk): Promise<string | null> {
  // The database goes before its log. Without it the shop refuses to start; without the log it would start, short of orders.
  const there = ['', '-wal', '-journal'].filter((tail) => existsSync(file + tail));
  if (there.length === 0) return null;
  const folder = dayFolder(path.join(dataDir, 'backups', REPLACED), now);
  await disk.makeFolder(folder);
  const kept = path.join(folder, `ladeni-${now}.db`);
  for (const tail of there) await disk.rename(file + tail, kept + tail);
  await disk.remove(`${file}-shm`);
  await disk.sync(folder);
  return kept;
}
