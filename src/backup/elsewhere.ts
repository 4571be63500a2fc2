import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Disk } from './disk.ts';
import { realDisk } from './disk.ts';

/** Says that this is the disk, and not the empty folder it is usually mounted on. */
export const MARKER = 'ladeni-cadangan.txt';
const MARKER_TEXT = 'Folder ini berisi salinan cadangan Ladeni. Jangan hapus berkas ini.\nThis folder holds the backups of Ladeni. Please keep this file.\n';

export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/**
 * Whether the owner's other folder can take copies now: null, or why not, in Indonesian. A stick that is pulled out
 * leaves an empty folder behind on the very disk it should protect from; so the first visit leaves a mark, and later
 * ones look for it.
 */
export async function whyNotReady(folder: string, memory: Memory, disk: Disk = realDisk): Promise<string | null> {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory()) return `folder ${folder} tidak ada; disk atau USB-nya terpasang?`;
  const marker = path.join(folder, MARKER);
  if (await stat(marker).catch(() => null)) {
    if (memory.get('elsewhere') !== folder) memory.set('elsewhere', folder);
    return null;
  }
  if (memory.get('elsewhere') === folder) {
    return `folder ${folder} ada, tetapi bukan disk yang biasa; USB-nya terpasang? Bila ini disk baru, buat berkas kosong bernama ${MARKER} di dalamnya`;
  }
  await disk.write(marker, MARKER_TEXT);
  memory.set('elsewhere', folder);
  return null;
}
