import { existsSync } from 'node:fs';
import { cp, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { OwnerFiles } from '../owner-files/desk.ts';
import { loadCatalogue, type LoadChecks } from '../shop/catalogue/load.ts';
import type { Catalogue, FileProblem } from '../shop/catalogue/snapshot.ts';
import type { Edit } from './step.ts';

export type Saving =
  /** The shop as it was checked with the answer in it: its settings count, its folder does not. */
  | { readonly kind: 'saved'; readonly shop: Catalogue }
  | { readonly kind: 'refused'; readonly problems: readonly FileProblem[] };

/** The owner's files while a shop is set up: each answer is checked with all the rest, written whole, and the file before the first of them kept. */
export function createShopFiles(parts: { readonly catalogDir: string; readonly sampleDir: string; readonly checks: LoadChecks; readonly files: Pick<OwnerFiles, 'stage' | 'apply'> }) {
  const { catalogDir, sampleDir, checks, files } = parts;

  return {
    /** A folder without any file gets those of the sample shop, to be changed one by one. Tells whether it did. */
    async beginWithSample(): Promise<boolean> {
      if (existsSync(join(catalogDir, 'store.yaml')) || existsSync(join(catalogDir, 'store.yml'))) return false;
      await mkdir(catalogDir, { recursive: true });
      const own = ['products.csv', 'products.tsv', 'products.xlsx', 'products.yaml', 'products.yml'].some((name) => existsSync(join(catalogDir, name)));
      await cp(sampleDir, catalogDir, { recursive: true, force: false, filter: (from) => !(own && /products\.csv$|[/\\]photos(?:[/\\]|$)/.test(from)) });
      return true;
    },

    load: () => loadCatalogue(catalogDir, checks),

    /** Writes the changes of one answer, file by file; where one is refused the rest is not written. */
    async save(edits: readonly Edit[]): Promise<Saving> {
      let shop: Catalogue | null = null;
      for (const file of new Set(edits.map((edit) => edit.file))) {
        const before = await readFile(join(catalogDir, file), 'utf8').catch(() => '');
        const after = edits.filter((edit) => edit.file === file).reduce((text, edit) => edit.change(text), before);
        const staging = await files.stage(file, new TextEncoder().encode(after));
        if (staging.kind !== 'staged') return { kind: 'refused', problems: staging.kind === 'refused' ? staging.problems.filter((problem) => problem.severity === 'error') : [] };
        shop = staging.staged.after;
        if (after !== before) await files.apply(staging.staged.id);
      }
      return shop ? { kind: 'saved', shop } : { kind: 'refused', problems: [] };
    },
  };
}

export type ShopFiles = ReturnType<typeof createShopFiles>;
