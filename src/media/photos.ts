import { createHash } from 'node:crypto';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import type { UtcMs } from '../shop/units.ts';
import { decodePhoto, type PhotoRefusal } from './decode-photo.ts';
import type { Fingerprint } from './fingerprint.ts';

export interface StoredPhoto {
  readonly kind: 'stored';
  /** Below the data folder, with forward slashes: "photos/2026-11/….jpg". */
  readonly file: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: number;
  /** Of the bytes as they were received: the very same file again has the same. */
  readonly sha256: string;
  /** Of the picture: the same, rescaled or recompressed, is close to it. */
  readonly fingerprint: Fingerprint;
}

export type PhotoOutcome =
  | StoredPhoto
  | { readonly kind: 'refused'; readonly reason: PhotoRefusal };

const FOLDER = 'photos';
const STORED_NAME = /^photos\/\d{4}-\d{2}\/[A-Za-z0-9_-]{16,64}\.jpg$/;
const UNFINISHED = '.part';

/**
 * The photos customers send, below `dataDir` (S9). Nothing of what was received reaches the disk: each picture is
 * decoded and written anew as a JPEG of at most 1,600 pixels, without EXIF, place or colour profile, under a name of
 * our own that `newId` gives (16–64 letters, figures, "-", "_"; never guessable). One is worked on at a time, so that
 * many at once cannot use up the memory.
 */
export function createPhotos(parts: { readonly dataDir: string; readonly newId: () => string }) {
  let previous: Promise<unknown> = Promise.resolve();

  /** The absolute path of a stored photo; null for anything that is not a name this module gave. */
  const pathOf = (file: string): string | null => (STORED_NAME.test(file) ? path.join(parts.dataDir, file) : null);

  async function storeNow(received: Uint8Array, at: UtcMs): Promise<PhotoOutcome> {
    const picture = await decodePhoto(received);
    if (picture.kind === 'refused') return picture;
    const file = `${FOLDER}/${new Date(at).toISOString().slice(0, 7)}/${parts.newId()}.jpg`;
    const target = pathOf(file);
    if (target === null) throw new RangeError('newId gave no usable name');
    const jpeg = await picture.jpeg();
    const fingerprint = await picture.fingerprint();
    await writeSafely(target, jpeg);
    return {
      kind: 'stored', file, width: picture.width, height: picture.height, bytes: jpeg.length,
      sha256: sha256Of(received), fingerprint,
    };
  }

  return {
    /** Stores what was received at `at` (the month of its folder, in UTC). Resolves once it is safely on the disk; rejects where the disk fails. */
    store(received: Uint8Array, at: UtcMs): Promise<PhotoOutcome> {
      const stored = previous.then(() => storeNow(received, at));
      previous = stored.catch(() => undefined);
      return stored;
    },

    pathOf,

    /** Removes a stored photo (S20); one that is gone already is fine. False for a name this module did not give. */
    async remove(file: string): Promise<boolean> {
      const target = pathOf(file);
      if (target !== null) await rm(target, { force: true });
      return target !== null;
    },

    /** Removes what a crash left half-written. For the start, before anything is stored; tells how many there were. */
    async removeUnfinished(): Promise<number> {
      const root = path.join(parts.dataDir, FOLDER);
      const names = await readdir(root, { recursive: true }).catch(ifMissing([]));
      const unfinished = names.filter((name) => name.endsWith(UNFINISHED));
      for (const name of unfinished) await rm(path.join(root, name), { force: true });
      return unfinished.length;
    },
  };
}

export type Photos = ReturnType<typeof createPhotos>;

/** Hash and fingerprint of a picture that is stored already, or lies elsewhere; null where it is no usable picture. */
export async function fingerprintPhoto(bytes: Uint8Array): Promise<Pick<StoredPhoto, 'sha256' | 'fingerprint'> | null> {
  const picture = await decodePhoto(bytes);
  return picture.kind === 'refused' ? null : { sha256: sha256Of(bytes), fingerprint: await picture.fingerprint() };
}

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Whole or not at all, whatever the power does: written aside, forced to the disk, then renamed. Readable by us alone. */
async function writeSafely(target: string, bytes: Uint8Array): Promise<void> {
  if (await stat(target).catch(ifMissing(null))) throw new Error(`${path.basename(target)} is there already: newId repeats itself`);
  const folder = path.dirname(target);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const aside = `${target}${UNFINISHED}`;
  try {
    const file = await open(aside, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(aside, target);
  } catch (fault) {
    await rm(aside, { force: true });
    throw fault;
  }
  for (const changed of [folder, path.dirname(folder)]) await forceToDisk(changed);
}

async function forceToDisk(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** For a catch: the value where the file is not there; every other fault goes on. */
function ifMissing<T>(value: T): (fault: unknown) => T {
  return (fault) => {
    if (fault instanceof Error && 'code' in fault && fault.code === 'ENOENT') return value;
    throw fault;
  };
}
