import { FileProblems, problemLine } from '../../shop/catalogue/file-problems.ts';
import type { Catalogue } from '../../shop/catalogue/snapshot.ts';
import { readProductSheet } from '../product-sheet.ts';
import { separatedText } from '../separated-writing.ts';
import { merge } from './merge.ts';
import { readSource } from './read-source.ts';
import { recognise } from './recognise.ts';
import { missingFields } from './said-columns.ts';
import { understand } from './understand.ts';
import { recognisedWords } from './words.ts';

export type MergedFile =
  | {
    readonly kind: 'merged';
    /** products.csv as it would be. */
    readonly bytes: Buffer;
    /** What the file was taken for, and what the owner should look at. */
    readonly notes: readonly string[];
  }
  /** Its mistakes, each with row and column, and what can be done. */
  | { readonly kind: 'refused'; readonly problems: readonly string[] }
  /** It is no list of products from another program. */
  | { readonly kind: 'unknown' };

/**
 * Another program's export put into the owner's products without asking anything, for a page that shows what would change: other
 * products stay, rows with mistakes hold all up unless `skipBad`, pictures by link are left to `npm run import`.
 */
export async function mergedFile(file: string, bytes: Buffer, parts: { readonly shop: Catalogue; readonly today: string; readonly skipBad: boolean }): Promise<MergedFile> {
  const problems = new FileProblems();
  const tables = await readSource(file, bytes, problems);
  if (!tables) return { kind: 'refused', problems: problems.all.map(problemLine) };
  const recognised = recognise(tables, new Map());
  if (!recognised || missingFields(recognised).length > 0) return { kind: 'unknown' };
  const titles = new Map(parts.shop.products.map((product) => [product.title.toLowerCase(), product.sku]));
  const { ready, said, problems: wrong, warnings } = understand(recognised, { today: parts.today, skuOfTitle: (title) => titles.get(title) });
  if (ready.length === 0 || (wrong.length > 0 && !parts.skipBad)) return { kind: 'refused', problems: wrong.map(problemLine) };
  const { headings, rows } = merge({ before: await readProductSheet(parts.shop.folder), drafts: ready, said, others: 'keep', photoOf: () => null });
  const pictures = new Set(ready.flatMap((draft) => draft.picture?.text ?? [])).size;
  return {
    kind: 'merged', bytes: Buffer.from(separatedText([headings, ...rows.map((row) => headings.map((heading) => row.get(heading) ?? ''))], { mark: true })),
    notes: [
      recognisedWords(recognised).split('\n')[0]!,
      ...(wrong.length > 0 ? [`Dilewati: ${wrong.length} kesalahan. ${problemLine(wrong[0]!)}`] : []),
      ...warnings.map(problemLine),
      ...(pictures > 0 ? [`${pictures} foto tidak diambil dari sini. Di komputer toko: npm run import -- ${file}`] : []),
    ],
  };
}
