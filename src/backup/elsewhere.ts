import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Disk } from './disk.ts';

/** Says that this is the disk, and not the empty folder it is usually mounted on. */
export const MARKER = 'ladeni-cadangan.txt';
const markerText = (dataDir: string): string =>
  `Folder ini berisi salinan cadangan Ladeni. Jangan hapus berkas ini.\nThis folder holds the backups of Ladeni. Please keep this file.\ndata: ${dataDir}\n`;

export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

/**
 * Whether the owner's other folder can take copies now: null, or why not, in Indonesian. A stick that is pulled out
 * leaves an empty folder behind on the very disk it should protect from; so the first visit leaves a mark, and later
 * ones look for it. The mark names the shop: two in one folder would thin out each other's copies.
 */
export async function whyNotReady(folder: string, dataDir: string, memory: Memory, disk: Disk): Promise<string | null> {
  const there = await stat(folder).catch(() => null);
  if (!there?.isDirectory()) return `folder ${folder} tidak ada; disk atau USB-nya terpasang?`;
  const marker = path.join(folder, MARKER);
  const mark = await readFile(marker, 'utf8').catch(() => null);
  if (mark === null && memory.get('elsewhere') === folder) {
    return `folder ${folder} ada, tetapi bukan disk yang biasa; USB-nya terpasang? Bila ini disk baru, buat berkas kosong bernama ${MARKER} di dalamnya`;
  }
  const owner = /^data: (.+)$/m.exec(mark ?? '')?.[1]?.trim();
  if (owner !== undefined && owner !== dataDir) {
    return `folder ${folder} dipakai toko di ${owner}; tiap toko perlu foldernya sendiri. Bila toko itu pindah ke sini, kosongkan isi ${MARKER}`;
  }
  if (owner === undefined) await disk.write(marker, markerText(dataDir));
  if (memory.get('elsewhere') !== folder) memory.set('elsewhere', folder);
  return null;
}
