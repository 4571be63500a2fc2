import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Database } from '../database/open.ts';
import type { UtcMs } from '../shop/units.ts';
import type { CopyCheck } from './check-copy.ts';
import { copyName } from './copy-record.ts';
import type { Disk } from './disk.ts';
import type { Copy, Shelf } from './shelf.ts';
import { differences, totalsOf } from './totals.ts';

/** Pages a step, 4 kB each: the shop answers between two of them. */
const PAGES_A_STEP = 64;
/** Left free for the shop itself, bytes: a copy must not be what fills the disk (F33). */
export const LEFT_FREE = 64 * 1024 * 1024;

export type TakeOutcome =
  | { readonly kind: 'taken'; readonly copy: Copy }
  | { readonly kind: 'no_room'; readonly free: number; readonly needed: number }
  /** The copy was thrown away. */
  | { readonly kind: 'unsound'; readonly why: string }
  | { readonly kind: 'stopped' };

class Stopped extends Error {}
class Unsound extends Error {}

/**
 * Takes a copy of the open database while it is being written to (F34), and keeps it only when it was read through from
 * the disk and its totals are those of the shop at the moment it was finished.
 * @throws whatever the disk does
 */
export async function takeCopy(parts: {
  readonly db: Database;
  readonly shelf: Shelf;
  readonly disk: Disk;
  readonly check: (file: string) => Promise<CopyCheck>;
  readonly now: UtcMs;
  readonly zone: string;
  readonly stopped?: () => boolean;
}): Promise<TakeOutcome> {
  const { db, shelf, disk } = parts;
  await disk.makeFolder(shelf.folder);
  const needed = sizeOf(db) + LEFT_FREE;
  const free = await disk.freeBytes(shelf.folder);
  if (free < needed) return { kind: 'no_room', free, needed };
  const there = new Set((await shelf.list()).map((copy) => copy.name).concat(await shelf.unverified()));
  const name = copyName(parts.now, parts.zone, (candidate) => there.has(candidate));
  const aside = path.join(shelf.folder, `${name}.taking.part`);
  try {
    // Made first, so that what SQLite writes into it is for us alone from its first byte.
    await disk.write(aside, '');
    await db.backup(aside, {
      progress() {
        if (parts.stopped?.()) throw new Stopped();
        return PAGES_A_STEP;
      },
    });
    // Written to no more since the last step: the copy follows every change of this connection.
    const live = totalsOf(db);
    standAlone(aside);
    const found = await parts.check(aside);
    if (parts.stopped?.()) return { kind: 'stopped' };
    if (found.kind === 'unsound') throw new Unsound(found.why);
    const wrong = differences(live, found.totals);
    if (wrong.length > 0) throw new Unsound(`jumlah tidak sama: ${wrong.join(', ')}`);
    const record = { takenAt: parts.now, zone: parts.zone, schema: found.schema, bytes: found.bytes, sha256: found.sha256, totals: found.totals };
    return { kind: 'taken', copy: await shelf.put(name, record, (named) => disk.rename(aside, named)) };
  } catch (error) {
    if (error instanceof Stopped) return { kind: 'stopped' };
    if (error instanceof Unsound) return { kind: 'unsound', why: error.message };
    throw error;
  } finally {
    for (const tail of ['', '-wal', '-shm', '-journal']) await disk.remove(`${aside}${tail}`).catch(() => undefined);
  }
}

const sizeOf = (db: Database): number =>
  (db.pragma('page_count', { simple: true }) as number) * (db.pragma('page_size', { simple: true }) as number);

/** Makes the copy one file: no write-ahead log that could be left behind when it is carried elsewhere. */
function standAlone(file: string): void {
  const copy = new Sqlite(file);
  try {
    copy.pragma('journal_mode = DELETE');
  } finally {
    copy.close();
  }
}
