import { join } from 'node:path';
import { bad, good, quoted, type Reading } from '../values/reading.ts';

const HOW = 'taruh berkasnya (.jpg, .png, atau .webp) di folder photos, dan tulis namanya saja, misalnya wajan.jpg';

export type PhotoFound =
  | { readonly kind: 'found'; readonly path: string }
  | { readonly kind: 'none' }
  /** A product without its photo is still sold. */
  | { readonly kind: 'missing' | 'link' | 'unusable'; readonly what: string; readonly should: string };

/** Only names of files below `photos/`: never a way out of the owner's folder. */
export function readPhotoName(text: string): Reading<string | null> {
  if (text === '') return good(null);
  if (/^https?:\/\//i.test(text)) return good(text);
  const name = text.replaceAll('\\', '/').replace(/^\.\//, '').replace(/^photos\//i, '');
  return /^(?:\/|[a-z]:)|(?:^|\/)\.\.(?:\/|$)/i.test(name) ? bad(`foto ${quoted(text)} di luar folder photos`, HOW) : good(name);
}

/** Finds photos among the files there are, whatever the case of their names (Windows does not mind it, servers do). */
export function createPhotoFinder(folder: string, photos: readonly string[]): (name: string | null) => PhotoFound {
  const exact = new Set(photos);
  const folded = new Map(photos.map((photo) => [photo.toLowerCase(), photo]));
  return (wanted) => {
    if (wanted === null) return { kind: 'none' };
    const link = /^https?:\/\//i.test(wanted);
    const name = link ? decodedBasename(wanted) : wanted;
    const found = exact.has(name) ? name : folded.get(name.toLowerCase());
    if (found === undefined) {
      return link
        ? { kind: 'link', what: 'foto berupa tautan tidak diambil', should: HOW }
        : { kind: 'missing', what: `foto ${quoted(wanted)} tidak ada di folder photos`, should: HOW };
    }
    if (!/\.(?:jpe?g|png|webp)$/i.test(found)) return { kind: 'unusable', what: `foto ${quoted(wanted)} bukan .jpg, .png, atau .webp`, should: 'simpan ulang sebagai .jpg' };
    return { kind: 'found', path: join(folder, 'photos', found) };
  };
}

function decodedBasename(link: string): string {
  const name = link.replace(/[?#].*$/, '').split('/').at(-1) ?? '';
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
