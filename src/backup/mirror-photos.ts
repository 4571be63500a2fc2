import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { UtcMs } from '../shop/units.ts';
import { dayFolder, expireDays } from './days.ts';
import { codeOf, writeWhole, type Disk } from './disk.ts';

const PHOTO = /^\d{4}-\d{2}\/[A-Za-z0-9_-]{16,64}\.jpg$/;
const FOLDER = 'photos';
/** Photos that the shop has removed, by the day it was noticed: copies of the database may still name them, for as long as those are kept. */
export const REMOVED = 'photos-removed';

/**
 * Brings a shelf's photos up to the shop's: new ones are linked, or copied where the shelf is on another disk; those that
 * are gone from the shop are put among the removed, and vanish when no copy can name them any more (S20). Photos never
 * change once they are stored, so a name says all. Returns how many were added.
 */
export async function mirrorPhotos(parts: { readonly dataDir: string; readonly shelf: string; readonly now: UtcMs; readonly disk: Disk }): Promise<number> {
  const { dataDir, shelf, now, disk } = parts;
  const [live, copied] = [await photosIn(path.join(dataDir, FOLDER)), await photosIn(path.join(shelf, FOLDER))];
  const added = [...live].filter((photo) => !copied.has(photo));
  for (const photo of added) await addPhoto(path.join(dataDir, FOLDER, photo), path.join(shelf, FOLDER, photo), disk);
  for (const photo of copied) {
    if (live.has(photo)) continue;
    const removed = path.join(dayFolder(path.join(shelf, REMOVED), now), photo);
    await disk.makeFolder(path.dirname(removed));
    await disk.rename(path.join(shelf, FOLDER, photo), removed);
  }
  await expireDays(path.join(shelf, REMOVED), now, disk);
  return added.length;
}

/** Where a shelf has a photo, "photos/2026-11/….jpg"; null where it has none. */
export async function photoOnShelf(shelf: string, file: string): Promise<string | null> {
  const days = await readdir(path.join(shelf, REMOVED)).catch(ifMissing<string[]>([]));
  const photo = file.replace(/^photos\//, '');
  for (const place of [path.join(shelf, FOLDER, photo), ...days.map((day) => path.join(shelf, REMOVED, day, photo))]) {
    if (await stat(place).catch(ifMissing(null))) return place;
  }
  return null;
}

async function photosIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder, { recursive: true }).catch(ifMissing<string[]>([]));
  return new Set(names.map((name) => name.replaceAll('\\', '/')).filter((name) => PHOTO.test(name)));
}

/** Codes of disks that know no second name for a file, or not for this one. */
const CANNOT_LINK = new Set(['EXDEV', 'EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'EMLINK', 'ENOSYS']);

async function addPhoto(from: string, to: string, disk: Disk): Promise<void> {
  await disk.makeFolder(path.dirname(to));
  try {
    await disk.link(from, to);
  } catch (error) {
    // Erased between being listed and being copied: there is nothing to keep.
    if (codeOf(error) === 'ENOENT') return;
    if (!CANNOT_LINK.has(codeOf(error))) throw error;
    await writeWhole(disk, to, (aside) => disk.copy(from, aside));
  }
}

function ifMissing<T>(value: T): (fault: unknown) => T {
  return (fault) => {
    if (codeOf(fault) === 'ENOENT') return value;
    throw fault;
  };
}
