import { createHash } from 'node:crypto';
import { constants, copyFile, mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { loadCatalogue, type LoadChecks } from '../shop/catalogue/load.ts';
import type { Catalogue, FileProblem } from '../shop/catalogue/snapshot.ts';
import type { UtcMs } from '../shop/units.ts';
import { writeDurably } from './durable-writing.ts';

/** Files an owner may bring by the console. Who may enter (`staff.yaml`) is not brought: the page for staff writes it, one person at a time. */
const MAY_BRING = /^(?:products\.(?:csv|tsv|xlsx|ya?ml)|(?:store|shipping|faq|quick_replies|policy|promotions|replies|examples)\.ya?ml)$/;
const KEPT = /^(\d{8}T\d{6}Z)-([a-z_]+\.[a-z]+)$/;
const MOST_KEPT = 50;
const MOST_STAGED = 5;

/** A file that was looked at and may be put in its place. */
export interface Staged {
  readonly id: string;
  readonly file: string;
  /** The shop as it would be. */
  readonly after: Catalogue;
  readonly warnings: readonly FileProblem[];
}

export type Staging =
  | { readonly kind: 'staged'; readonly staged: Staged }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] }
  | { readonly kind: 'not_ours'; readonly file: string };

export type Applying =
  | { readonly kind: 'applied'; readonly file: string }
  /** The file was changed on the disk, or by another person, since it was compared. */
  | { readonly kind: 'changed_meanwhile'; readonly file: string }
  | { readonly kind: 'gone' };

/** A file as it was before another took its place. */
export interface KeptFile { readonly name: string; readonly file: string; readonly at: UtcMs }

/** A file as it lies in the folder at this moment. */
export interface CurrentFile {
  /** In small letters. */
  readonly name: string;
  readonly bytes: Buffer;
  /** Differs whenever the bytes do. */
  readonly version: string;
}

export interface OwnerFilesParts {
  readonly catalogDir: string;
  readonly dataDir: string;
  readonly checks: LoadChecks;
  readonly now: () => UtcMs;
  readonly newId: () => string;
  /** Called when a file is in its place; resolves when the shop lives by it, or has seen that it cannot. A shop that is not running needs none. */
  readonly applied?: () => Promise<void>;
}

/**
 * The owner's files, changed from a phone: brought, checked by the same rules as at the start, compared, put in place whole or not
 * at all, and the one before kept, so that each step can be taken back. The running shop reads the folder anew by itself.
 */
export function createOwnerFiles(parts: OwnerFilesParts) {
  const history = path.join(parts.dataDir, 'catalogue-history');
  const staged = new Map<string, Staged & { readonly bytes: Uint8Array; readonly replaces: readonly string[]; readonly seen: string }>();

  /** What the folder holds in the file's place: the same file, or the products in another format. */
  async function placeOf(file: string): Promise<readonly string[]> {
    const names = (await readdir(parts.catalogDir)).filter((name) => !name.startsWith('.'));
    const kind = file.replace(/\.[a-z]+$/, '');
    return names.filter((name) => new RegExp(`^${kind}\\.(?:csv|tsv|xlsx|ya?ml)$`, 'i').test(name)).sort();
  }

  const bytesOf = (name: string): Promise<Buffer> => readFile(path.join(parts.catalogDir, name));

  async function digestOf(names: readonly string[]): Promise<string> {
    const hash = createHash('sha256');
    for (const name of names) hash.update(name).update('\0').update(await bytesOf(name)).update('\0');
    return hash.digest('hex');
  }

  /** The folder as it would be, in a place of its own. */
  async function tryOut(file: string, bytes: Uint8Array, replaces: readonly string[]) {
    await mkdir(parts.dataDir, { recursive: true });
    const folder = await mkdtemp(path.join(parts.dataDir, 'looking-at-'));
    try {
      for (const entry of await readdir(parts.catalogDir, { withFileTypes: true })) {
        if (replaces.includes(entry.name)) continue;
        const from = path.resolve(parts.catalogDir, entry.name);
        if (entry.isFile()) await copyFile(from, path.join(folder, entry.name));
        else if (entry.isDirectory()) await symlink(from, path.join(folder, entry.name), 'junction');
      }
      await writeFile(path.join(folder, file), bytes);
      return await loadCatalogue(folder, parts.checks);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  /** Looks at a file without changing anything. `name` is what the owner's device calls it; its folders are ignored (S9). */
  async function stage(name: string, bytes: Uint8Array): Promise<Staging> {
    const file = (name.split(/[/\\]/).at(-1) ?? '').toLowerCase().trim();
    return MAY_BRING.test(file) ? look(file, bytes) : { kind: 'not_ours', file };
  }

  async function look(file: string, bytes: Uint8Array): Promise<Exclude<Staging, { kind: 'not_ours' }>> {
    const replaces = await placeOf(file);
    const seen = await digestOf(replaces);
    const loaded = await tryOut(file, bytes, replaces);
    if (loaded.kind === 'refused') return { kind: 'refused', problems: loaded.problems };
    const one: Staged = { id: parts.newId(), file, after: loaded.catalogue, warnings: loaded.warnings };
    staged.set(one.id, { ...one, bytes, replaces, seen });
    if (staged.size > MOST_STAGED) staged.delete(staged.keys().next().value as string);
    return { kind: 'staged', staged: one };
  }

  async function keep(names: readonly string[]): Promise<void> {
    await mkdir(history, { recursive: true, mode: 0o700 });
    const stamp = new Date(parts.now()).toISOString().replace(/[-:]|\.\d+/g, '');
    // Of several changes at one moment (a shop being set up) the state before the first is what an owner wants back.
    for (const name of names) await copyFile(path.join(parts.catalogDir, name), path.join(history, `${stamp}-${name.toLowerCase()}`), constants.COPYFILE_EXCL).catch(unlessThere);
    for (const old of (await kept()).slice(MOST_KEPT)) await rm(path.join(history, old.name), { force: true });
  }

  /** Newest first; those that may be put back. */
  async function offered(): Promise<readonly KeptFile[]> {
    return (await kept()).filter((one) => MAY_BRING.test(one.file));
  }

  async function kept(): Promise<readonly KeptFile[]> {
    const names = await readdir(history).catch(() => []);
    return names.flatMap((name) => {
      const [, stamp, file] = KEPT.exec(name) ?? [];
      if (stamp === undefined || file === undefined) return [];
      return [{ name, file, at: Date.parse(stamp.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z')) }];
    }).sort((a, b) => b.at - a.at || (a.name < b.name ? 1 : -1));
  }

  return {
    stage,
    kept: offered,
    /** The file that holds `kind` ("store", "products") now; null where there is none yet. */
    async current(kind: string): Promise<CurrentFile | null> {
      const [name] = await placeOf(`${kind}.yaml`);
      if (name === undefined) return null;
      const bytes = await bytesOf(name);
      return { name: name.toLowerCase(), bytes, version: createHash('sha256').update(bytes).digest('hex').slice(0, 16) };
    },
    /** Looks at what a form has written, staff.yaml too; `file` is our own name for it, never a visitor's. */
    stageWritten: (file: string, bytes: Uint8Array) => look(file, bytes),
    /** Puts a picture of ours below photos/, under a name that is free or holds the same picture. */
    async addPhoto(name: string, jpeg: Uint8Array): Promise<void> {
      const folder = path.join(parts.catalogDir, 'photos');
      await mkdir(folder, { recursive: true });
      await writeDurably(path.join(folder, `.${name}.part`), jpeg);
      await rename(path.join(folder, `.${name}.part`), path.join(folder, name));
    },
    /** Looks at a file that was kept, to put it back. */
    async stageKept(name: string): Promise<Staging> {
      const found = (await offered()).find((one) => one.name === name);
      return found ? stage(found.file, await readFile(path.join(history, found.name))) : { kind: 'not_ours', file: name };
    },
    /**
     * Puts a file in its place, whole or not at all, and keeps the one before. `placed` is called in the very turn in which it is
     * there, before anyone reads it: for what must be in the books when the shop finds the file changed.
     */
    async apply(id: string, placed: () => void = () => {}): Promise<Applying> {
      const one = staged.get(id);
      if (!one) return { kind: 'gone' };
      staged.delete(id);
      const replaces = await placeOf(one.file);
      if (replaces.join() !== one.replaces.join() || await digestOf(replaces) !== one.seen) return { kind: 'changed_meanwhile', file: one.file };
      await keep(replaces);
      const target = path.join(parts.catalogDir, replaces.find((name) => name.toLowerCase() === one.file) ?? one.file);
      await writeDurably(`${target}.part`, one.bytes);
      await rename(`${target}.part`, target);
      placed();
      // The products in another format would be one too many; they lie in the history already.
      for (const name of replaces) if (path.join(parts.catalogDir, name) !== target) await rm(path.join(parts.catalogDir, name));
      await parts.applied?.();
      return { kind: 'applied', file: one.file };
    },
  };
}

function unlessThere(fault: unknown): void {
  if (!(fault instanceof Error && 'code' in fault && fault.code === 'EEXIST')) throw fault;
}

export type OwnerFiles = ReturnType<typeof createOwnerFiles>;
