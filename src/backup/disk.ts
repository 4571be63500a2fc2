import { chmod, copyFile, link, mkdir, open, rename, rm, statfs, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** The disk as backups write to it. Every promise rejects as node:fs does. Handed in, so that a full or missing disk can be had in a test. */
export interface Disk {
  /** A folder of our own, readable by us alone; fine when it is there. */
  makeFolder(folder: string): Promise<void>;
  write(file: string, text: string): Promise<void>;
  copy(from: string, to: string): Promise<void>;
  link(from: string, to: string): Promise<void>;
  /** Onto the platter: a file, or the names in a folder. */
  sync(file: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  /** Fine when it is gone already. */
  remove(file: string): Promise<void>;
  freeBytes(folder: string): Promise<number>;
}

export const realDisk: Disk = {
  makeFolder: async (folder) => { await mkdir(folder, { recursive: true, mode: 0o700 }); },
  write: (file, text) => writeFile(file, text, { mode: 0o600 }),
  async copy(from, to) {
    await copyFile(from, to);
    // The file systems of USB sticks know no permissions.
    await chmod(to, 0o600).catch(unlessCode('EPERM', 'ENOTSUP'));
  },
  link,
  async sync(file) {
    // Windows cannot sync a folder, and needs a writable handle for a file.
    const handle = await open(file, 'r+').catch((error: unknown) => (isFolder(error) ? openFolder(file) : Promise.reject(error)));
    try {
      await handle?.sync().catch(unlessCode('EINVAL', 'ENOTSUP'));
    } finally {
      await handle?.close();
    }
  },
  rename,
  remove: (file) => rm(file, { force: true, recursive: true }),
  async freeBytes(folder) {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  },
};

/** For a catch: what a file system cannot do is left undone; every other fault goes on. */
const unlessCode = (...codes: readonly string[]) => (error: unknown): void => {
  if (!codes.includes(codeOf(error))) throw error;
};

const isFolder = (error: unknown): boolean => codeOf(error) === 'EISDIR' || (process.platform === 'win32' && codeOf(error) === 'EPERM');
const openFolder = (folder: string) => (process.platform === 'win32' ? null : open(folder, 'r'));

/** `ENOSPC`, `ENOENT`, …; empty for what is no system error. */
export const codeOf = (error: unknown): string =>
  (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '');

/** A file that is whole under its name or not there at all, whatever the power does. */
export async function writeWhole(disk: Disk, file: string, fill: (aside: string) => Promise<void>): Promise<void> {
  const aside = `${file}.part`;
  try {
    await fill(aside);
    await disk.sync(aside);
    await disk.rename(aside, file);
    await disk.sync(path.dirname(file));
  } catch (error) {
    await disk.remove(aside).catch(() => undefined);
    throw error;
  }
}
