import { parseArgs } from 'node:util';
import { checkReply } from '../../wording/messages.ts';
import { readConfig } from '../../config.ts';
import { createGazetteer } from '../shipping/gazetteer.ts';
import { loadCatalogue, problemLine } from './load.ts';

/** `npm run check -- --catalog DIR`: one line a problem and exit 1, or one line of counts and exit 0 (design §7). */
const { values } = parseArgs({ options: { catalog: { type: 'string' } } });
const gazetteer = createGazetteer();
const outcome = await loadCatalogue(values.catalog ?? readConfig().CATALOG_DIR, {
  knownPlace: (name) => gazetteer.byName(name) !== undefined, checkReply,
});
if (outcome.kind === 'refused') {
  const errors = outcome.problems.filter((problem) => problem.severity === 'error');
  process.stdout.write(`${errors.map(problemLine).join('\n')}\n`);
  process.exitCode = 1;
} else {
  for (const warning of outcome.warnings) process.stderr.write(`${problemLine(warning)}\n`);
  const { catalogue } = outcome;
  process.stdout.write(`${catalogue.sellable.length} barang dijual (${catalogue.products.length} baris), ${catalogue.categories.length} kategori, ${catalogue.shipping.services.length} jasa kirim, ${catalogue.faq.length} FAQ, ${catalogue.staff.length} staf: tidak ada masalah.\n`);
}
