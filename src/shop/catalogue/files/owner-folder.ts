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
  /** Differs wherever the folder's place, the list of photos, or the name or content of one of these files does. Null where one cannot be read. */
  markOf(names: readonly string[]): Promise<string | null>;
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
  const contents = new Map<string, Promise<Content>>();
  const digests = new Map<string, string>();
  async function contentOf(name: string): Promise<Content> {
    let content = contents.get(name);
    if (content === undefined) contents.set(name, content = readContent(join(path, name)));
    const known = await content;
    if (known.kind === 'read') digests.set(name, known.digest);
    return known;
  }
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
      const content = await contentOf(name);
      if (content.kind === 'read') return content.bytes;
      problems.error({ file: name, line: 1, column: 1 }, content.what, content.should);
      return null;
    },
    async markOf(wanted) {
      const found = await Promise.all(wanted.map(contentOf));
      if (found.some((content) => content.kind === 'unreadable')) return null;
      return JSON.stringify([path, photos, wanted.map((name) => [name, digests.get(name)])]);
    },
    version: () => {
      const hash = createHash('sha256');
      for (const [name, digest] of [...digests].sort(([a], [b]) => (a < b ? -1 : 1))) hash.update(`${name}\0${digest}\n`);
      return hash.update(photos.join('\n')).digest('hex').slice(0, 16);
    },
  };
}

type Content =
  | { readonly kind: 'read'; readonly bytes: Buffer; readonly digest: string }
  | { readonly kind: 'unreadable'; readonly what: string; readonly should: string };

async function readContent(path: string): Promise<Content> {
  try {
    const { size } = await stat(path);
    if (size > LARGEST_BYTES) {
      return { kind: 'unreadable', what: `berkas ini ${Math.round(size / 1_000_000)} MB`, should: 'paling besar 20 MB; taruh foto di folder photos, jangan di dalam berkas' };
    }
    const bytes = await readFile(path);
    return { kind: 'read', bytes, digest: createHash('sha256').update(bytes).digest('hex') };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    return { kind: 'unreadable', what: `berkas ini tidak bisa dibuka (${code ?? 'gagal'})`, should: 'tutup dulu di Excel atau program lain, dan periksa izin berkasnya' };
  }
}
