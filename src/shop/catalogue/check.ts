import { problemLine } from './file-problems.ts';
import { loadCatalogue, type LoadChecks } from './load.ts';
import type { Catalogue } from './snapshot.ts';

export interface CheckReport {
  /** One line a mistake, or one line of counts. */
  readonly lines: readonly string[];
  /** What may stay as it is, and is worth knowing. */
  readonly warnings: readonly string[];
  readonly exitCode: 0 | 1;
}

/** Checks an owner's files as the start of the shop does (design §7: `npm run check`). */
export async function checkCatalogue(folder: string, checks: LoadChecks): Promise<CheckReport> {
  const outcome = await loadCatalogue(folder, checks);
  if (outcome.kind === 'loaded') return { lines: [counts(outcome.catalogue)], warnings: outcome.warnings.map(problemLine), exitCode: 0 };
  const of = (severity: 'error' | 'warning') => outcome.problems.filter((problem) => problem.severity === severity).map(problemLine);
  return { lines: of('error'), warnings: of('warning'), exitCode: 1 };
}

const counts = ({ sellable, products, categories, shipping, faq, quickReplies, staff }: Catalogue): string =>
  `${sellable.length} barang dijual (${products.length} baris), ${categories.length} kategori, ${shipping.services.length} jasa kirim, `
  + `${faq.length} FAQ, ${quickReplies.length} balasan cepat, ${staff.length} staf: tidak ada masalah.`;
