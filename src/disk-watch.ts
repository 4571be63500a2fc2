import { closeSync, fsyncSync, openSync, rmSync, statfsSync, statSync, writeSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { beginLogAnew } from './database/log-of-changes.ts';
import type { Database } from './database/open.ts';
import type { Alarm } from './engine/owner-alarms.ts';

const MB = 1024 * 1024;

/** In bytes. */
export interface DiskLimits {
  /** The owner is told when less is free. */
  readonly alarm: number;
  /** No new orders are taken when less is free. */
  readonly tight: number;
  /** Kept back for the moment when nothing is left: enough for the messages, alarms and payments of hours. */
  readonly reserve: number;
  /** SQLite's log of changes; it begins anew at about a megabyte unless somebody goes on reading (F35). */
  readonly log: number;
}

const LIMITS: DiskLimits = { alarm: 500 * MB, tight: 48 * MB, reserve: 16 * MB, log: 64 * MB };

export interface DiskFigures {
  readonly free: number;
  readonly database: number;
  readonly log: number;
}

/**
 * Watches the room that is left (F33) and the log of changes (F35). When the disk is full, a file that was kept back is given up, so
 * that what is under way can still be written down; new orders are refused politely until there is room again, which is found out
 * by itself. Nothing here throws.
 */
export function createDiskWatch(parts: {
  readonly db: Database;
  readonly dataDir: string;
  readonly alarm: (reason: Alarm, detail: string) => void;
  readonly failed: (error: unknown, what: string) => void;
  readonly limits?: DiskLimits;
  /** Bytes that are free where the data lies; this machine's answer where left out. */
  readonly freeBytes?: () => number;
}) {
  const { db } = parts;
  const limits = parts.limits ?? LIMITS;
  const reserve = join(parts.dataDir, 'reserve.bin');
  const freeBytes = parts.freeBytes ?? (() => { const { bavail, bsize } = statfsSync(parts.dataDir); return bavail * bsize; });
  let state: 'fine' | 'low' | 'full' = 'fine';
  /** Not told yet: the disk may have been too full even for that. */
  let untold: readonly { readonly reason: Alarm; readonly detail: string }[] = [];
  let logTold = false;

  const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

  /** Real bytes, that no clever file system makes nothing of. */
  function keepReserve(): void {
    if (sizeOf(reserve) === limits.reserve) return;
    const handle = openSync(reserve, 'w', 0o600);
    try {
      for (let left = limits.reserve; left > 0; left -= MB) writeSync(handle, randomBytes(Math.min(MB, left)));
      fsyncSync(handle);
    } catch (error) {
      rmSync(reserve, { force: true });
      throw error;
    } finally {
      closeSync(handle);
    }
  }

  function tell(): void {
    for (const { reason, detail } of untold) {
      parts.alarm(reason, detail);
      untold = untold.slice(1);
    }
  }

  function become(next: typeof state, reason: Alarm | null, free: number): void {
    state = next;
    if (reason !== null) untold = [...untold, { reason, detail: `Tersisa ${Math.floor(free / MB)} MB.` }];
  }

  function watchRoom(): void {
    const free = freeBytes();
    if (free < limits.tight) {
      if (state !== 'full') {
        rmSync(reserve, { force: true });
        become('full', 'disk_full', free);
      }
    } else if (state === 'full') {
      // The reserve is put back first: an order is taken only with something in hand.
      if (free < limits.tight + 2 * limits.reserve) return;
      keepReserve();
      become(free < limits.alarm ? 'low' : 'fine', 'disk_back', free);
    } else if (free < limits.alarm) {
      if (state === 'fine') become('low', 'disk_low', free);
    } else if (state === 'low' && free > limits.alarm * 1.1) become('fine', null, free);
    if (state !== 'full' && free > limits.tight + 2 * limits.reserve) keepReserve();
  }

  function watchLog(): void {
    const log = `${join(parts.dataDir, 'ladeni.db')}-wal`;
    if (sizeOf(log) <= limits.log) {
      logTold = false;
      return;
    }
    beginLogAnew(db);
    const bytes = sizeOf(log);
    if (bytes <= limits.log || logTold) return;
    parts.alarm('log_large', `Ukurannya ${Math.floor(bytes / MB)} MB.`);
    logTold = true;
  }

  function attempt(what: string, act: () => void): void {
    try {
      act();
    } catch (error) {
      parts.failed(error, what);
    }
  }

  return {
    /** For a tick of every minute, and at the start. */
    look(): void {
      attempt('the free room could not be looked at', watchRoom);
      attempt('the alarm of the disk could not be written', tell);
      attempt('the log of changes could not be looked at', watchLog);
    },
    /** A write has just found no room. What was kept back is given up at once; the owner is told with the next look. */
    filled(): void {
      attempt('the reserve could not be given up', () => {
        rmSync(reserve, { force: true });
        if (state !== 'full') become('full', 'disk_full', freeBytes());
      });
    },
    /** Whether there is room to write a new order down, and all that follows from it. */
    mayPlace: (): boolean => state !== 'full',
    /** In bytes. */
    figures: (): DiskFigures => ({ free: freeBytes(), database: sizeOf(join(parts.dataDir, 'ladeni.db')), log: sizeOf(`${join(parts.dataDir, 'ladeni.db')}-wal`) }),
  };
}

export type DiskWatch = ReturnType<typeof createDiskWatch>;
