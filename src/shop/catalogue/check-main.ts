import { parseArgs } from 'node:util';
import { catalogueChecks } from '../../catalogue-checks.ts';
import { readConfig } from '../../config.ts';
import { createGazetteer } from '../shipping/gazetteer.ts';
import { checkCatalogue } from './check.ts';

/** `npm run check -- --catalog DIR`: one line a problem and exit 1, or one line of counts and exit 0 (design §7). */
const { values } = parseArgs({ options: { catalog: { type: 'string' } } });
void checkCatalogue(values.catalog ?? readConfig().CATALOG_DIR, catalogueChecks(createGazetteer())).then((report) => {
  for (const warning of report.warnings) process.stderr.write(`peringatan: ${warning}\n`);
  for (const line of report.lines) process.stdout.write(`${line}\n`);
  process.exitCode = report.exitCode;
});
