import { parseArgs } from 'node:util';
import { readConfig } from '../../config.ts';
import { INTENTS } from '../../understanding/meaning.ts';
import { AUTOMATIC, checkReply } from '../../wording/messages.ts';
import { createGazetteer } from '../shipping/gazetteer.ts';
import { knownPlace } from '../shipping/known-place.ts';
import { checkCatalogue } from './check.ts';

/** `npm run check -- --catalog DIR`: one line a problem and exit 1, or one line of counts and exit 0 (design §7). */
const { values } = parseArgs({ options: { catalog: { type: 'string' } } });
const gazetteer = createGazetteer();
const place = (name: string) => knownPlace(name, gazetteer);
const report = await checkCatalogue(values.catalog ?? readConfig().CATALOG_DIR, {
  knownPlace: (name) => place(name).kind === 'known',
  nearPlaces: (name) => {
    const found = place(name);
    return found.kind === 'unknown' ? found.suggestions.map((near) => near.label) : [];
  },
  checkReply, placeholders: AUTOMATIC, intents: INTENTS,
});
for (const warning of report.warnings) process.stderr.write(`peringatan: ${warning}\n`);
for (const line of report.lines) process.stdout.write(`${line}\n`);
process.exitCode = report.exitCode;
