/**
 * How long a shop of many products takes from opening to its first answer, part by part: the owner's files read and checked, the database
 * opened, the search and what is understood built, the stock entered (only at the first start) or compared.
 * The second start finds the files as the first left them, and later ones find them edited.
 *
 *   npx tsx bench/start-large.ts [--products 100000]
 */
import { appendFileSync, cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { catalogueChecks, keptChecks } from '../src/catalogue-checks.ts';
import { openDatabase } from '../src/database/open.ts';
import { loadFlows } from '../src/engine/load-flows.ts';
import { openShop, understandingPremises } from '../src/open-shop.ts';
import { keptResults } from '../src/kept-results.ts';
import { programVersion } from '../src/program-version.ts';
import { loadCatalogueOrThrow } from '../src/shop/catalogue/load.ts';
import { openHolidays } from '../src/shop/service/holidays.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';
import { BENCH_DAY } from './contenders.ts';
import { inventCatalogue } from './search-catalogue.ts';

const { values: flags } = parseArgs({ options: { products: { type: 'string', default: '100000' } } });

const folder = mkdtempSync(join(tmpdir(), 'ladeni-start-large-'));
const catalogDir = join(folder, 'catalog');
const cache = join(folder, 'data/cache');
cpSync(resolve(import.meta.dirname, '../catalog'), catalogDir, { recursive: true });
const cell = (text: string): string => `"${text.replaceAll('"', '""')}"`;
writeFileSync(join(catalogDir, 'products.csv'), ['sku,name,variant,price,category,stock,weight_g',
  ...inventCatalogue(Number(flags.products)).map((product) => [product.sku, cell(product.name), cell(product.variant ?? ''), product.price, cell(product.category), product.stock ?? '', product.weightG].join(',')), ''].join('\n'));

async function start(): Promise<string> {
  const parts: string[] = [];
  const begun = performance.now();
  const cpu = process.cpuUsage();
  let from = begun;
  const part = (name: string): void => {
    parts.push(`${name} ${(performance.now() - from).toFixed(0)}`);
    from = performance.now();
  };
  const version = programVersion();
  const keepOfVersion = keptResults(cache, version);
  const gazetteer = createGazetteer((make) => keepOfVersion('places', () => '', make));
  const catalogue = await loadCatalogueOrThrow(catalogDir, catalogueChecks(gazetteer), keptChecks(cache, version));
  part('files');
  const db = openDatabase(join(folder, 'data'));
  part('database');
  const modules = await loadFlows();
  const holidays = openHolidays((texts, make) => keepOfVersion('holidays', () => texts, make));
  part('flows');
  const premises = understandingPremises(catalogue, { gazetteer, holidays, modules, keep: keptResults(cache), keepOfVersion });
  part('search and understanding');
  const shop = openShop({ db, catalogue, gazetteer, holidays, modules, now: () => BENCH_DAY, pauseMs: 0, committed: () => {}, premisesOf: () => premises, failed: (what, error) => { throw new Error(what, { cause: error }); } });
  part('shop and stock');
  shop.engine.accept({ channel: 'terminal', id: String(from), chat: 'c1', name: null, quoted: null, phone: null, content: { kind: 'text', text: 'panci stainless 24 cm ada kak?' } });
  part('first answer');
  const { user, system } = process.cpuUsage(cpu);
  const all = performance.now() - begun;
  db.close();
  return `${catalogue.sellable.length.toLocaleString('en')} products: ${all.toFixed(0)} ms, CPU ${((user + system) / 1000).toFixed(0)} ms (${parts.join(', ')}; load ${loadavg()[0]!.toFixed(1)})`;
}

process.stdout.write(`first start, ${await start()}\nanother start, ${await start()}\n`);
appendFileSync(join(catalogDir, 'faq.yaml'), '\n');
process.stdout.write(`after an edit of the settings, ${await start()}\n`);
appendFileSync(join(catalogDir, 'products.csv'), '\n');
process.stdout.write(`after an edit of the products, ${await start()}\n`);
rmSync(folder, { recursive: true });
