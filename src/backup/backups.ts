import path from 'node:path';
import type { Database } from '../database/open.ts';
import type { UtcMs } from '../shop/units.ts';
import type { CopyCheck } from './check-copy.ts';
import { expireDays } from './days.ts';
import { codeOf, type Disk } from './disk.ts';
import { whyNotReady, type Memory } from './elsewhere.ts';
import { erasuresIn, readErasures, together } from './erasures.ts';
import { toRemove, WEEKLY_FOR } from './keep.ts';
import { mirrorPhotos } from './mirror-photos.ts';
import { createShelf, ERASURES, type Copy, type Shelf } from './shelf.ts';
import { takeCopy, type TakeOutcome } from './take-copy.ts';
import { megabytes } from './words.ts';

const HOUR = 3_600_000;
/** After a failure it is tried again sooner, ms. */
const RETRY = HOUR / 6;
/** The owner hears of what goes on failing once a day, ms. */
const ALARM_EVERY = 24 * HOUR;
/** Where databases that a restore replaced are kept, below the shelf. */
export const REPLACED = 'replaced';

/** How the backups stand; times in UTC ms. */
export interface BackupState {
  readonly folder: string;
  /** The newest verified copy; null before the first. */
  readonly last: Copy | null;
  readonly copies: number;
  /** Of all copies of the database together. */
  readonly bytes: number;
  /** Why the last try failed, in Indonesian; null when it did not. */
  readonly failure: string | null;
  readonly elsewhere: { readonly folder: string; readonly lastAt: UtcMs | null; readonly failure: string | null } | null;
}

/**
 * The backups of a running shop: a verified copy every hour, thinned out by age, the same again in the owner's other
 * folder. Nothing here ever stops the shop: what fails is an alarm, and is tried again.
 */
export function createBackups(parts: {
  readonly db: Database;
  /** Absolute. */
  readonly dataDir: string;
  readonly zone: () => string;
  readonly now: () => UtcMs;
  readonly disk: Disk;
  readonly check: (file: string, signal: AbortSignal) => Promise<CopyCheck>;
  /** The owner's other folder; null when none is named. */
  readonly elsewhere: string | null;
  /** Outlives the process: what the owner was told, and when. */
  readonly memory: Memory;
  readonly alarm: (detail: string) => void;
  readonly failed: (error: unknown, what: string) => void;
}) {
  const { db, disk, now } = parts;
  const here = createShelf(path.join(parts.dataDir, 'backups'), disk);
  const there = parts.elsewhere === null ? null : createShelf(path.resolve(parts.elsewhere), disk);
  const stopping = new AbortController();
  let state: BackupState = { folder: here.folder, last: null, copies: 0, bytes: 0, failure: null, elsewhere: there && { folder: there.folder, lastAt: null, failure: null } };
  let triedAt: UtcMs | null = null;
  let running: Promise<void> | null = null;

  async function look(): Promise<void> {
    const copies = await here.list();
    state = { ...state, last: copies[0] ?? null, copies: copies.length, bytes: copies.reduce((sum, copy) => sum + copy.bytes, 0) };
  }

  /** What was tried last counts, not the newest copy: its time may lie ahead after the clock was set back. */
  function isDue(): boolean {
    const since = triedAt ?? (state.last !== null && state.last.takenAt <= now() ? state.last.takenAt : null);
    return since === null || Math.abs(now() - since) >= (state.failure === null ? HOUR : RETRY);
  }

  function alarm(where: 'here' | 'elsewhere', detail: string): void {
    const told = Number(parts.memory.get(`alarmed.${where}`) ?? Number.NEGATIVE_INFINITY);
    if (Math.abs(now() - told) < ALARM_EVERY) return;
    parts.memory.set(`alarmed.${where}`, String(now()));
    parts.alarm(detail);
  }

  /** What went wrong, for the state, the log and the owner; null for nothing. A full disk may refuse even the alarm. */
  async function attempt(where: 'here' | 'elsewhere', work: () => Promise<string | null>): Promise<string | null> {
    let why: string | null;
    try {
      why = await work();
    } catch (error) {
      parts.failed(error, `backup ${where} failed`);
      why = reason(error);
    }
    if (why === null || stopping.signal.aborted) return null;
    try {
      alarm(where, where === 'here' ? why : `(folder lain) ${why}`);
    } catch (error) {
      parts.failed(error, 'the alarm of a failed backup could not be written');
    }
    return why;
  }

  async function settle(shelf: Shelf): Promise<void> {
    await mirrorPhotos({ dataDir: parts.dataDir, shelf: shelf.folder, now: now(), disk });
    const noted = together(await readErasures(path.join(shelf.folder, ERASURES)), erasuresIn(db));
    await shelf.noteErasures(noted.filter(({ erasedAt }) => now() - erasedAt <= WEEKLY_FOR));
    for (const copy of toRemove(await shelf.list(), now())) await shelf.remove(copy);
    await expireDays(path.join(shelf.folder, REPLACED), now(), disk);
  }

  async function copyHere(): Promise<string | null> {
    await here.clear();
    const outcome = await takeCopy({
      db, shelf: here, disk, check: (file) => parts.check(file, stopping.signal), now: now(), zone: parts.zone(),
      stopped: () => stopping.signal.aborted,
    });
    if (outcome.kind === 'taken') await settle(here);
    return refusal(outcome);
  }

  async function copyThere(shelf: Shelf): Promise<string | null> {
    const newest = (await here.list())[0];
    if (newest === undefined) return null;
    const unready = await whyNotReady(shelf.folder, parts.dataDir, parts.memory, disk);
    if (unready !== null) return unready;
    await shelf.clear();
    if (!await shelf.has(newest.name)) await shelf.putCopyOf(newest);
    await settle(shelf);
    return null;
  }

  async function runNow(): Promise<void> {
    triedAt = now();
    state = { ...state, failure: await attempt('here', copyHere) };
    if (there !== null && state.elsewhere !== null && !stopping.signal.aborted) {
      const failure = await attempt('elsewhere', () => copyThere(there));
      state = { ...state, elsewhere: { ...state.elsewhere, failure, lastAt: failure === null ? now() : state.elsewhere.lastAt } };
    }
    await look();
  }

  const run = (): Promise<void> => {
    running ??= runNow().finally(() => { running = null; });
    return running;
  };

  return {
    /** For a tick of every minute: makes a copy when one is due. Resolves when it is made or has failed; never rejects. */
    async tick(): Promise<void> {
      if (running !== null || stopping.signal.aborted) return;
      try {
        if (triedAt === null) await look();
        if (isDue()) await run();
      } catch (error) {
        parts.failed(error, 'backup failed');
      }
    },
    run,
    state: (): BackupState => state,
    /** Leaves off what is being made. To be called before the database is closed. */
    async stop(): Promise<void> {
      stopping.abort();
      await running?.catch(() => undefined);
    },
  };
}

export type Backups = ReturnType<typeof createBackups>;

function refusal(outcome: TakeOutcome): string | null {
  switch (outcome.kind) {
    case 'taken': case 'stopped': return null;
    case 'no_room': return `disk hampir penuh: tersisa ${megabytes(outcome.free)}, perlu ${megabytes(outcome.needed)}`;
    case 'unsound': return `salinan tidak utuh dan dibuang (${outcome.why}); periksa disk`;
  }
}

function reason(error: unknown): string {
  switch (codeOf(error)) {
    case 'ENOSPC': case 'EDQUOT': case 'SQLITE_FULL': return 'disk penuh';
    case 'EACCES': case 'EPERM': case 'EROFS': return 'folder tidak boleh ditulisi';
    case 'ENOENT': case 'ENOTDIR': return 'folder hilang; disk atau USB-nya terpasang?';
    default: return error instanceof Error ? error.message : String(error);
  }
}
