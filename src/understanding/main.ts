import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { LadeniError } from '../errors.ts';
import { loadFlows } from '../engine/load-flows.ts';
import { loadCatalogueOrThrow } from '../shop/catalogue/load.ts';
import { createProductSearch } from '../shop/catalogue/search.ts';
import { createGazetteer } from '../shop/shipping/gazetteer.ts';
import { withTaught } from './examples.ts';
import type { Meaning } from './meaning.ts';
import { createUnderstanding } from './understanding.ts';

/** `npm run understand`: reads `{"text":"…"}` lines and prints what each means (design §7). */
async function main(): Promise<number> {
  const { values } = parseArgs({ options: { catalog: { type: 'string' } } });
  const catalogue = await loadCatalogueOrThrow(values.catalog ?? readConfig().CATALOG_DIR);
  const understanding = createUnderstanding({
    catalogue, search: createProductSearch(catalogue.products), gazetteer: createGazetteer(),
    examples: withTaught((await loadFlows()).examples, catalogue.examples),
  });
  let number = 0;
  let refused = false;
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    number++;
    if (line.trim() === '') continue;
    const text = textOf(line);
    refused ||= text === null;
    process.stdout.write(`${JSON.stringify(text === null
      ? { error: { line: number, message: 'not a line like {"text":"…"}' } }
      : told(understanding.understand(text)))}\n`);
  }
  return refused ? 1 : 0;
}

function textOf(line: string): string | null {
  try {
    const json = JSON.parse(line) as unknown;
    const text = typeof json === 'object' && json !== null && 'text' in json ? json.text : null;
    return typeof text === 'string' ? text : null;
  } catch {
    return null;
  }
}

/** How sure an intent after the first must be to be told. */
const TOLD = 0.15;

function told(meaning: Meaning): object {
  const intents = meaning.wishes.length > 1 ? orderedWishes(meaning) : meaning.intents.filter((entry, i) => i === 0 || entry.score >= TOLD).map((entry) => entry.intent);
  return {
    text: meaning.raw,
    intents: intents.length > 0 ? intents : ['out_of_scope'],
    products: meaning.products.filter((product) => product.candidates.length > 0)
      .map((product) => ({ sku: product.candidates[0]!.sku, qty: product.quantity?.pieces ?? (meaning.products.length === 1 ? meaning.quantity?.pieces ?? null : null) })),
    destination: meaning.place?.label ?? null,
    max_price: meaning.maxPrice,
    order: meaning.order,
  };
}

/** The wishes in the order they were said; manners behind what is wanted. */
function orderedWishes(meaning: Meaning): readonly string[] {
  const manners = new Set(['greet', 'affirm', 'deny', 'bye']);
  const said = meaning.wishes.map((wish) => wish.intent);
  return [...new Set([...said.filter((intent) => !manners.has(intent)), ...said.filter((intent) => manners.has(intent))])];
}

main().then(
  (code) => { process.exitCode = code; },
  (error: unknown) => {
    process.stderr.write(error instanceof LadeniError ? `${error.message}\n${error.todo}\n` : `${String(error instanceof Error ? error.stack : error)}\n`);
    process.exitCode = 2;
  },
);
