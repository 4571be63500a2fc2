import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { hashOf } from './check-copy.ts';
import { isCopyName, readRecord, recordNameOf, recordText, type CopyRecord } from './copy-record.ts';
import { codeOf, writeWhole, type Disk } from './disk.ts';
import type { Erasure } from './erasures.ts';

/** A verified copy on a shelf. */
export interface Copy extends CopyRecord {
  readonly name: string;
  /** Absolute. */
  readonly file: string;
}

export const ERASURES = 'erased.json';

/** The folder in which copies lie with what is written beside them; by the shop itself, or on another disk. */
export function createShelf(folder: string, disk: Disk) {
  const at = (name: string): string => path.join(folder, name);

  return {
    folder,
    /** The verified copies, newest first. Copies without a record of their check are not among them. */
    async list(): Promise<readonly Copy[]> {
      const names = await namesIn(folder);
      const copies = await Promise.all(names.filter(isCopyName).map(async (name) => {
        const record = await readRecord(at(recordNameOf(name)));
        return record && { ...record, name, file: at(name) };
      }));
      return copies.filter((copy) => copy !== null).sort((a, b) => b.takenAt - a.takenAt);
    },

    /** Copies in name only: nothing says that they were ever checked. */
    async unverified(): Promise<readonly string[]> {
      const names = await namesIn(folder);
      return names.filter((name) => isCopyName(name) && !names.includes(recordNameOf(name)));
    },

    /**
     * Puts a copy on the shelf: brought by `fill` to a name aside, forced to the disk, and only then named. Its record goes
     * first, so that a copy with a name always has one.
     */
    async put(name: string, record: CopyRecord, fill: (aside: string) => Promise<void>): Promise<Copy> {
      const beside = recordNameOf(name);
      try {
        await writeWhole(disk, at(name), async (aside) => {
          await fill(aside);
          await writeWhole(disk, at(beside), (text) => disk.write(text, recordText(record)));
        });
      } catch (error) {
        await disk.remove(at(beside)).catch(() => undefined);
        throw error;
      }
      return { ...record, name, file: at(name) };
    },

    /** Puts another shelf's copy on this one and reads it back. @throws Error when what arrived is not what was sent */
    async putCopyOf(copy: Copy): Promise<Copy> {
      const { name, file, ...record } = copy;
      return this.put(name, record, async (aside) => {
        await disk.copy(file, aside);
        const { sha256 } = await hashOf(aside);
        if (sha256 !== copy.sha256) throw new Error('salinan yang tertulis tidak sama dengan aslinya');
      });
    },

    async remove(copy: Copy): Promise<void> {
      await disk.remove(copy.file);
      await disk.remove(at(recordNameOf(copy.name)));
    },

    /** Removes what a crash left half-written. */
    async clear(): Promise<void> {
      const names = await namesIn(folder);
      const orphans = names.filter((name) => /^ladeni-.*\.json$/.test(name) && !names.includes(name.replace(/\.json$/, '.db')));
      for (const name of [...names.filter((found) => /\.part(?:-(?:wal|shm|journal))?$/.test(found)), ...orphans]) await disk.remove(at(name));
    },

    /** Writes down who was erased, so that an older copy that is restored forgets them again (S20). */
    noteErasures: (erasures: readonly Erasure[]): Promise<void> =>
      writeWhole(disk, at(ERASURES), (aside) => disk.write(aside, `${JSON.stringify(erasures)}\n`)),

    has: async (name: string): Promise<boolean> => (await stat(at(name)).catch(() => null)) !== null,
  };
}

export type Shelf = ReturnType<typeof createShelf>;

/** Empty for a folder that is not there. */
export async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return [];
    throw error;
  });
}
