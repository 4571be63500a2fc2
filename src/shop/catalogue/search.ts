import { LRUCache } from 'lru-cache';
import type { ProductSearch, SearchHit, SearchOptions } from './search-types.ts';
import type { Product } from './snapshot.ts';
import { findMatches } from './search/matching.ts';
import type { Match } from './search/matching.ts';
import { SIZE_WEIGHT, planQuery } from './search/query-plan.ts';
import type { QueryPlan, Slot } from './search/query-plan.ts';
import { rank } from './search/ranking.ts';
import { fold } from './search/read-words.ts';
import { buildSearchIndex } from './search/search-index.ts';
import type { KeepIndex, SearchIndex } from './search/search-index.ts';
import { soundOf } from './search/sound.ts';
import { isStopWord } from './search/stop-words.ts';
import { withoutNya } from './search/word-forms.ts';

const USUAL_LIMIT = 10;
/** How much of a query may go unanswered, in words, if nothing answers it all. */
const MORE_MISSING = [1, 2, 4, Infinity];
/** Less alike than this, a word in a message is more likely another word than a slip: "baju" is not "batu", "kota" not "kotak". */
const SURELY_MEANT = 0.6;
const SHORT_SURELY_MEANT = 0.65;
const SHORT = 4;
const SHORTEST_NAME = 3;
const MANY_SOUNDS = 5;
/** Words known to name goods, or not to. */
const MOST_KEPT = 4_096;

/**
 * Builds the search over these products (those that are not active are left out). Pure: the same products give the same
 * answers. About 10 µs a product; a search costs far less than a millisecond even over 100,000.
 */
export function createProductSearch(products: readonly Product[], keep?: KeepIndex): ProductSearch {
  const index = buildSearchIndex(products, keep);
  const kept = new LRUCache<string, boolean>({ max: MOST_KEPT });
  return {
    search: (query, options = {}) => search(index, query, options),
    knows(word) {
      let known = kept.get(word);
      if (known === undefined) kept.set(word, known = knows(index, word));
      return known;
    },
  };
}

function search(index: SearchIndex, query: string, options: SearchOptions): readonly SearchHit[] {
  const limit = options.limit ?? USUAL_LIMIT;
  const narrow = planQuery(index, query, false);
  const bySku = index.skus.find(query.trim());
  if (narrow.slots.length === 0 && bySku === -1) return browse(index, options, limit);
  const { plan, matches } = match(index, query, narrow, options);
  const hits = titled(query, rank(index, matches, weightOf(plan.slots), plan.wishedSize, options, limit), options);
  return bySku === -1 ? hits : withFirst(index, bySku, hits, options, limit);
}

/** Who writes a title whole means that product: the one-burner stove, not the other that has all but the number. */
function titled(query: string, hits: readonly SearchHit[], options: SearchOptions): readonly SearchHit[] {
  if (hits.length < 2 || (options.sort ?? 'relevance') !== 'relevance') return hits;
  const wanted = wordsIn(query);
  const meant = hits.find((hit) => wordsIn(hit.product.title) === wanted);
  return meant === undefined ? hits : [meant, ...hits.filter((hit) => hit !== meant).map((hit) => ({ ...hit, score: Math.min(hit.score, meant.score * OTHERS_THAN_TITLED) }))];
}

const OTHERS_THAN_TITLED = 0.5;
const wordsIn = (text: string): string => (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).join(' ');

/**
 * Looks for products that answer every word (another size will do); failing that, supposes that known words are slips; failing
 * that, is content with less and less.
 */
function match(
  index: SearchIndex, query: string, narrow: QueryPlan, options: SearchOptions,
): { readonly plan: QueryPlan; readonly matches: readonly Match[] } {
  const find = (plan: QueryPlan, missing: number): readonly Match[] =>
    findMatches(index, plan, missing, options.minPrice ?? 0, options.maxPrice ?? Infinity);
  const isComplete = (found: readonly Match[], plan: QueryPlan): boolean => {
    const whole = weightOf(plan.slots.filter((slot) => slot.answers.length > 0));
    return found.some((match) => match.answered === whole);
  };
  let plan = narrow;
  let matches = find(plan, SIZE_WEIGHT);
  if (plan.slots.length > 1 && !isComplete(matches, plan)) {
    const wide = planQuery(index, query, true);
    const found = find(wide, SIZE_WEIGHT);
    if (isComplete(found, wide)) {
      plan = wide;
      matches = found;
    }
  }
  for (const missing of MORE_MISSING) {
    const isThing = plan.head === null ? matches.length > 0 : matches.some((match) => match.kinship === 2);
    if (isThing || plan.slots.length === 1) break;
    matches = find(plan, missing);
  }
  return { plan, matches };
}

function weightOf(slots: readonly Slot[]): number {
  return slots.reduce((sum, slot) => sum + slot.weight, 0);
}

/** No word tells which product is meant: everything within the price, if a price or an order was asked for. */
function browse(index: SearchIndex, options: SearchOptions, limit: number): readonly SearchHit[] {
  const { minPrice, maxPrice } = options;
  const limited = (minPrice ?? null) !== null || (maxPrice ?? null) !== null;
  if (!limited && (options.sort ?? 'relevance') === 'relevance') return [];
  const all: Match[] = [];
  index.prices.forEach((price, at) => {
    if (price < (minPrice ?? 0) || price > (maxPrice ?? Infinity)) return;
    all.push({ at, answered: 0, covered: 0, named: 0, kinship: 0, relevance: 0 });
  });
  return rank(index, all, 0, 0, options, limit);
}

function withFirst(
  index: SearchIndex, at: number, hits: readonly SearchHit[], options: SearchOptions, limit: number,
): readonly SearchHit[] {
  const product = index.products[at];
  if (product === undefined || product.price > (options.maxPrice ?? Infinity) || product.price < (options.minPrice ?? 0)) return hits;
  const others = hits.filter((hit) => hit.product !== product);
  return [{ product, score: 1, coverage: 1, named: 1 }, ...others].slice(0, limit);
}

function knows(index: SearchIndex, word: string): boolean {
  if (word.length < SHORTEST_NAME || isStopWord(word)) return false;
  const { naming, near, vocabulary } = index;
  const term = vocabulary.find(withoutNya(word));
  if (term !== -1 && naming[term] === 1) return true;
  const least = word.length <= SHORT ? SHORT_SURELY_MEANT : SURELY_MEANT;
  if (near.someWithinOneSlip(word, (slip, likeness) => naming[slip] === 1 && likeness >= least)) return true;
  return namesJoined(index, word) || soundsLikeName(index, word);
}

/** "sanskrin" where the shop writes "sunscreen": so many sounds are not alike by chance. */
function soundsLikeName({ naming, near }: SearchIndex, word: string): boolean {
  return soundOf(word).length >= MANY_SOUNDS && near.soundingLike(word).some(({ term }) => naming[term] === 1);
}

/** "ricecooker" where the shop writes "rice cooker". */
function namesJoined(index: SearchIndex, word: string): boolean {
  const { naming, vocabulary } = index;
  for (let at = SHORTEST_NAME; at <= word.length - SHORTEST_NAME; at++) {
    const head = vocabulary.find(word.slice(0, at));
    if (head === -1 || naming[head] !== 1) continue;
    const tail = vocabulary.find(word.slice(at));
    if (tail !== -1 && naming[tail] === 1) return true;
  }
  return false;
}
