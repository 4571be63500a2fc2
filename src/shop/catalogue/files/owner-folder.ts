import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { FileProblems } from '../file-problems.ts';

const LARGEST_BYTES = 20_000_000;

/** The owner's folder as it is at one moment. Each file is read once: what was checked is what is hashed. */
export interface OwnerFolder {
  /** Absolute. */
  readonly path: string;
  readonly names: readonly string[];
  /** Photo files, as paths below `photos/`. */
  readonly photos: readonly string[];
  /** The file's name as it is spelt in the folder ("Store.YAML" for "store.yaml"), or null. */
  find(...names: readonly string[]): string | null;
  /** Null when it cannot be read (then said in `problems`). */
  read(name: string): Promise<Buffer | null>;
  /** Changes whenever a file read so far, or the list of photos, does. */
  version(): string;
}

/** Null when there is no such folder (then said in `problems`). */
export async function openOwnerFolder(folder: string, problems: FileProblems): Promise<OwnerFolder | null> {
  const path = resolve(folder);
  const entries = await readdir(path, { withFileTypes: true }).catch(() => null);
  if (entries === null) {
    problems.error({ file: folder, line: 1, column: 1 }, 'folder katalog ini tidak ada', 'tunjuk folder yang berisi products.csv, misalnya --catalog catalog');
    return null;
  }
  const names = entries.filter((entry) => !entry.isDirectory()).map((entry) => entry.name).sort();
  const photos = (await readdir(join(path, 'photos'), { recursive: true }).catch(() => [])).map((name) => name.replaceAll('\\', '/')).sort();
  const digests = new Map<string, string>();
  return {
    path, names, photos,
    find: (...wanted) => {
      for (const name of wanted) {
        const found = names.find((one) => one === name) ?? names.find((one) => one.toLowerCase() === name);
        if (found !== undefined) return found;
      }
      return null;
    },
    async read(name) {
      const spot = { file: name, line: 1, column: 1 };
      try {
        const { size } = await stat(join(path, name));
        if (size > LARGEST_BYTES) {
          problems.error(spot, `berkas ini ${Math.round(size / 1_000_000)} MB`, 'paling besar 20 MB; taruh foto di folder photos, jangan di dalam berkas');
          return null;
        }
        const bytes = await readFile(join(path, name));
        digests.set(name, createHash('sha256').update(bytes).digest('hex'));
        return bytes;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        problems.error(spot, `berkas ini tidak bisa dibuka (${code ?? 'gagal'})`, 'tutup dulu di Excel atau program lain, dan periksa izin berkasnya');
        return null;
      }
    },
    version: () => {
      const hash = createHash('sha256');
      for (const [name, digest] of [...digests].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${digest}\n`);
      return hash.update(photos.join('\n')).digest('hex').slice(0, 16);
    },
  };
}
