import path from 'node:path';
import type { UtcMs } from '../shop/units.ts';
import type { Disk } from './disk.ts';
import { WEEKLY_FOR } from './keep.ts';
import { namesIn } from './shelf.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The folder of a day, in UTC, below one whose days expire: "2026-11-23". */
export const dayFolder = (folder: string, at: UtcMs): string => path.join(folder, new Date(at).toISOString().slice(0, 10));

/** Removes the days that are older than any copy is kept (S20). Other names in the folder are left alone. */
export async function expireDays(folder: string, now: UtcMs, disk: Disk): Promise<void> {
  for (const name of await namesIn(folder)) {
    if (DAY.test(name) && now - Date.parse(name) > WEEKLY_FOR) await disk.remove(path.join(folder, name));
  }
}
