import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { decodePhoto, MOST_PHOTO_BYTES, type PhotoRefusal } from '../../media/decode-photo.ts';
import type { PictureFetch } from '../../media/fetch-picture.ts';
import type { Cell } from '../../shop/catalogue/files/table.ts';
import { writeDurably } from '../durable-writing.ts';
import type { ReadyDraft } from './understand.ts';

/** A picture to bring into `photos/`, and for which product's cell it is. */
export interface WantedPhoto {
  /** Its name there. The same link, or the same picture, has the same name at every import. */
  readonly name: string;
  readonly from: { readonly kind: 'link'; readonly link: string } | { readonly kind: 'file'; readonly path: string };
  /** Where the source names it, or null where a file is called like the SKU. */
  readonly at: Cell | null;
}

export interface PhotoPlan {
  /** SKU → the name its photo will have. */
  readonly nameOf: ReadonlyMap<string, string>;
  readonly wanted: readonly WantedPhoto[];
  /** Pictures that the source names and that are nowhere. */
  readonly missing: readonly Cell[];
}

export interface PhotoFailure { readonly at: Cell | null; readonly name: string; readonly reason: string }

const PICTURE = /\.(?:jpe?g|png|webp)$/i;
const AT_ONCE = 3;
const REFUSALS: Readonly<Record<PhotoRefusal, string>> = {
  empty: 'berkasnya kosong', too_large: 'lebih dari 10 MB', unsupported_format: 'bukan .jpg, .png, atau .webp', too_many_pixels: 'gambarnya terlalu besar', damaged: 'gambarnya rusak',
};

/** Which pictures an import needs. `folder` is where the owner keeps pictures of her own, or null. */
export async function planPhotos(drafts: readonly ReadyDraft[], parts: { readonly catalogDir: string; readonly folder: string | null }): Promise<PhotoPlan> {
  const own = parts.folder === null ? new Map<string, string>() : await picturesIn(parts.folder);
  const there = new Map((await readdir(join(parts.catalogDir, 'photos'), { recursive: true }).catch(() => [])).map((name) => [name.toLowerCase(), name.replaceAll('\\', '/')]));
  const nameOf = new Map<string, string>();
  const wanted = new Map<string, WantedPhoto>();
  const missing: Cell[] = [];
  for (const draft of drafts) {
    const written = draft.picture?.text ?? '';
    const base = written.replace(/[?#].*$/, '').split(/[/\\]/).at(-1)!.toLowerCase();
    const file = own.get(base) ?? own.get(`${base}.jpg`) ?? (written === '' || /^https?:/i.test(written) ? own.get(draft.sku.toLowerCase()) : undefined);
    if (file !== undefined) add(draft, { name: `${slug(base.replace(PICTURE, '') || draft.sku)}-${mark(await readFile(file))}.jpg`, from: { kind: 'file', path: file }, at: draft.picture });
    else if (/^https?:/i.test(written)) add(draft, { name: `${slug(draft.cells.name?.text ?? draft.sku)}-${mark(written)}.jpg`, from: { kind: 'link', link: written }, at: draft.picture });
    else if (there.has(written.toLowerCase())) nameOf.set(draft.sku, there.get(written.toLowerCase())!);
    else if (draft.picture) missing.push(draft.picture);
  }
  return { nameOf, wanted: [...wanted.values()], missing };

  function add(draft: ReadyDraft, photo: WantedPhoto): void {
    // Variants of different names may share one link: it is fetched once, under the first one's name.
    const source = photo.from.kind === 'link' ? photo.from.link : photo.from.path;
    const known = wanted.get(source) ?? photo;
    wanted.set(source, known);
    nameOf.set(draft.sku, known.name);
  }
}

/** Brings the pictures; one that is there already is not fetched again, and one that cannot be had is told and left. */
export async function bringPhotos(plan: PhotoPlan, parts: {
  readonly catalogDir: string;
  readonly fetch: (link: string) => Promise<PictureFetch>;
  readonly progress?: (done: number, total: number) => void;
}): Promise<{ readonly brought: number; readonly failures: readonly PhotoFailure[] }> {
  const folder = join(parts.catalogDir, 'photos');
  await mkdir(folder, { recursive: true });
  const queue = [...plan.wanted];
  const failures: PhotoFailure[] = [];
  let brought = 0;
  let done = 0;
  const work = async (): Promise<void> => {
    for (let photo = queue.shift(); photo !== undefined; photo = queue.shift()) {
      const target = join(folder, photo.name);
      if (!existsSync(target)) {
        const reason = await bring(photo, target, parts.fetch);
        if (reason === null) brought++;
        else failures.push({ at: photo.at, name: photo.name, reason });
      }
      parts.progress?.(++done, plan.wanted.length);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { brought, failures };
}

/** Null once the picture is there: decoded and written anew, so that nothing it carried beside its pixels comes along (S9). */
async function bring(photo: WantedPhoto, target: string, fetch: (link: string) => Promise<PictureFetch>): Promise<string | null> {
  const got = photo.from.kind === 'link' ? await fetch(photo.from.link) : await readPicture(photo.from.path);
  if (got.kind === 'refused') return got.reason;
  const picture = await decodePhoto(got.bytes);
  if (picture.kind === 'refused') return REFUSALS[picture.reason];
  await writeWhole(target, await picture.jpeg());
  return null;
}

async function readPicture(path: string): Promise<PictureFetch> {
  const { size } = await stat(path);
  return size > MOST_PHOTO_BYTES ? { kind: 'refused', reason: REFUSALS.too_large } : { kind: 'fetched', bytes: await readFile(path) };
}

async function writeWhole(target: string, bytes: Uint8Array): Promise<void> {
  const aside = `${target}.part`;
  try {
    await writeDurably(aside, bytes);
    await rename(aside, target);
  } finally {
    await rm(aside, { force: true });
  }
}

/** Lower-case names, with and without their ending, to their paths. */
async function picturesIn(folder: string): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const name of (await readdir(folder)).filter((one) => PICTURE.test(one)).sort()) {
    const path = join(folder, name);
    if (!found.has(name.toLowerCase())) found.set(name.toLowerCase(), path);
    const bare = name.toLowerCase().replace(PICTURE, '');
    if (!found.has(bare)) found.set(bare, path);
  }
  return found;
}

const mark = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex').slice(0, 8);
const slug = (text: string): string => text.normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 50) || 'foto';
