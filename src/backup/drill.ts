import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openDatabase } from '../database/open.ts';
import { findPhoto, photosNamedBy } from './photos-back.ts';
import { whyUnsound } from './restore.ts';
import type { Copy } from './shelf.ts';
import { totalsOf, type Totals } from './totals.ts';

/** What a drill found: the totals as they were written beside the copy, and as the restored shop has them. */
export type DrillOutcome =
  | {
    readonly kind: 'restored'; readonly written: Totals; readonly restored: Totals;
    readonly photos: { readonly named: number; readonly found: number };
  }
  | { readonly kind: 'unsound'; readonly why: string };

/**
 * Restores a copy into a folder that is thrown away, opens it as the shop would, and adds up its books. The shop itself
 * is not touched and may be running.
 * @throws LadeniError when the shop could not open what was restored
 */
export async function drill(copy: Copy, shelves: readonly string[]): Promise<DrillOutcome> {
  const why = await whyUnsound({ file: copy.file, record: copy });
  if (why !== null) return { kind: 'unsound', why };
  const room = mkdtempSync(path.join(tmpdir(), 'ladeni-drill-'));
  try {
    copyFileSync(copy.file, path.join(room, 'ladeni.db'));
    const db = openDatabase(room);
    const restored = totalsOf(db);
    db.close();
    const named = photosNamedBy(path.join(room, 'ladeni.db'));
    const found = await Promise.all(named.map((photo) => findPhoto(shelves, photo)));
    return { kind: 'restored', written: copy.totals, restored, photos: { named: named.length, found: found.filter((place) => place !== null).length } };
  } finally {
    rmSync(room, { recursive: true, force: true });
  }
}
