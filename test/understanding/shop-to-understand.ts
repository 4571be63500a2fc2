import { sampleCatalogue } from '../test-shop.ts';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import { createProductSearch } from '../../src/shop/catalogue/search.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { keep } from '../keep.ts';
import { loadFlows } from '../../src/engine/load-flows.ts';
import { createUnderstanding, type TalkContext, type Understanding } from '../../src/understanding/understanding.ts';
import type { Intent, Meaning } from '../../src/understanding/meaning.ts';

/** The understanding as the sample shop has it. */
export const sampleUnderstanding = async (): Promise<Understanding> => over(await sampleCatalogue());

/** The understanding as the shop of these files has it. */
export const understandingOf = async (folder: string): Promise<Understanding> => over(await sampleCatalogue(folder));

async function over(catalogue: Catalogue): Promise<Understanding> {
  return createUnderstanding({
    catalogue, search: createProductSearch(catalogue.products), gazetteer: createGazetteer(), examples: (await loadFlows()).examples, keep,
  });
}

export const TALKING_OF = (focus: string, more: Partial<TalkContext> = {}): TalkContext =>
  ({ shown: [focus], focus, cart: [], asking: null, ...more });

const MANNERS: readonly Intent[] = ['greet', 'affirm', 'deny', 'bye'];

/** The intent `npm run understand` would tell first: manners stand behind what is wanted. */
export function firstIntent(meaning: Meaning): Intent | undefined {
  if (meaning.wishes.length <= 1) return meaning.intents[0]?.intent;
  return (meaning.wishes.find((wish) => !MANNERS.includes(wish.intent)) ?? meaning.wishes[0]!).intent;
}
