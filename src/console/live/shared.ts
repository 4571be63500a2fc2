import type { Database } from '../../database/open.ts';

/** Works something out, or gives what was worked out under this key in the same state of the shop. */
export type Shared = <T>(key: string, work: () => T) => T;

/**
 * What every open page shows is worked out once for all of them: with every change of the shop all pages look again, and fifty would ask
 * the same fifty times. It lasts until anything is written to the database, or the owner's files change (`files`: the version of now).
 */
export function createShared(db: Database, files: () => object): () => Shared {
  const written = db.prepare<[], number>('SELECT total_changes()').pluck();
  let of: { readonly written: number; readonly files: object } | null = null;
  let kept = new Map<string, unknown>();

  function shared<T>(key: string, work: () => T): T {
    if (!kept.has(key)) kept.set(key, work());
    return kept.get(key) as T;
  }

  return () => {
    const now = { written: written.get()!, files: files() };
    if (of?.written !== now.written || of.files !== now.files) kept = new Map();
    of = now;
    return shared;
  };
}
