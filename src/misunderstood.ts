import { parseArgs } from 'node:util';
import { readConfig } from './config.ts';
import { createMisunderstood } from './database/misunderstood.ts';
import { loadFlows } from './engine/load-flows.ts';
import { LadeniError } from './errors.ts';
import { loadCatalogueOrThrow } from './shop/catalogue/load.ts';
import { createProductSearch } from './shop/catalogue/search.ts';
import { createGazetteer } from './shop/shipping/gazetteer.ts';
import { groupAlike, lessonsFor, understoodNow } from './teaching/lesson.ts';
import { peek } from './teaching/peek.ts';
import { teachingReport } from './teaching/report.ts';
import { withTaught } from './understanding/examples.ts';
import { createUnderstanding } from './understanding/understanding.ts';

/** `npm run misunderstood -- [--data DIR] [--catalog DIR] [--limit N]`: what customers wrote in vain, and how to teach it. */
async function main(): Promise<void> {
  const config = readConfig();
  const { values } = parseArgs({ options: { data: { type: 'string' }, catalog: { type: 'string' }, limit: { type: 'string' } } });
  const catalogue = await loadCatalogueOrThrow(values.catalog ?? config.CATALOG_DIR);
  const search = createProductSearch(catalogue.products);
  const understanding = createUnderstanding({
    catalogue, search, gazetteer: createGazetteer(), examples: withTaught((await loadFlows()).examples, catalogue.examples),
  });
  const puzzles = groupAlike(peek(values.data ?? config.DATA_DIR, (db) => createMisunderstood(db).since(0, 1_000)) ?? []);
  const open = puzzles.filter((puzzle) => !understoodNow(puzzle.text, understanding));
  const day = new Intl.DateTimeFormat('id-ID', { timeZone: catalogue.store.timezone, day: 'numeric', month: 'short', year: 'numeric' });
  process.stdout.write(teachingReport({
    learned: puzzles.length - open.length, day: (instant) => day.format(instant),
    puzzles: open.slice(0, Number(values.limit ?? 30)).map((puzzle) => ({ puzzle, lessons: lessonsFor(puzzle.text, { understanding, search, catalogue }) })),
  }));
}

main().catch((error: unknown) => {
  process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error)}\n`);
  process.exitCode = 1;
});
