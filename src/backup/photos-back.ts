import { existsSync } from 'node:fs';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Disk } from './disk.ts';
import { writeWhole } from './disk.ts';
import { photoOnShelf } from './mirror-photos.ts';

const FILES = `SELECT file FROM proofs WHERE file LIKE 'photos/%'
  UNION SELECT json_extract(content, '$.file') FROM inbox WHERE json_extract(content, '$.kind') = 'photo' AND json_extract(content, '$.file') LIKE 'photos/%'`;

/** The stored photos that a database names, below the data folder: "photos/2026-11/….jpg". */
export function photosNamedBy(database: string): readonly string[] {
  const db = new Sqlite(database, { readonly: true });
  try {
    return db.prepare<[], { file: string }>(FILES).all().map((row) => row.file);
  } finally {
    db.close();
  }
}

/** Brings back the photos that a restored database names and the data folder lacks. */
export async function bringPhotosBack(parts: {
  readonly file: string; readonly dataDir: string; readonly shelves: readonly string[]; readonly disk: Disk;
}): Promise<{ brought: number; missing: number }> {
  let [brought, missing] = [0, 0];
  for (const photo of photosNamedBy(parts.file)) {
    const target = path.join(parts.dataDir, photo);
    if (existsSync(target)) continue;
    const source = await findPhoto(parts.shelves, photo);
    if (source === null) {
      missing++;
      continue;
    }
    await parts.disk.makeFolder(path.dirname(target));
    await writeWhole(parts.disk, target, (aside) => parts.disk.copy(source, aside));
    brought++;
  }
  return { brought, missing };
}

/** Where a photo lies on the first shelf that has it. */
export async function findPhoto(shelves: readonly string[], photo: string): Promise<string | null> {
  for (const shelf of shelves) {
    const found = await photoOnShelf(shelf, photo);
    if (found !== null) return found;
  }
  return null;
}
