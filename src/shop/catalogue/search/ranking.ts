import type { SearchHit, SearchOptions } from '../search-types.ts';
import type { Product } from '../snapshot.ts';
import { MatchHeap } from './match-heap.ts';
import type { Match } from './matching.ts';
import type { SearchIndex } from './search-index.ts';

/** What sets the order within one rank. Higher is earlier. */
type Preference = (match: Match) => number;

/** Ties looked at together, so that what sells better comes first among them. */
const MOST_TIES = 256;
/** What kinship counts, in words of the query: a wok that is not of steel comes before a steel lid for "wajan stainless". */
const KINSHIP_COUNTS = [0, 0.75, 1.75] as const;

/**
 * Orders matches: what answers more of the query first, then the thing itself before what goes with it, then what is in
 * stock, then by relevance or the wished order, then what sold more, then the file's order. Reads only as far as `limit`.
 */
export function rank(
  index: SearchIndex, matches: readonly Match[], totalWeight: number, wishedSize: -1 | 0 | 1,
  options: SearchOptions, limit: number,
): readonly SearchHit[] {
  const isAvailable = (product: Product): boolean => options.inStock?.(product.sku) ?? product.stock !== 0;
  const prefer = preference(index, matches, wishedSize, options);
  const heap = new MatchHeap(matches, rankOf, prefer);
  const hits: SearchHit[] = [];
  let soldOut: SearchHit[] = [];
  let rankNow = Infinity;
  // No hit scores above one of a better rank.
  let ceiling = 1;
  let lowest = 1;
  while (hits.length < limit) {
    const ties = heap.popTies(MOST_TIES);
    const first = ties[0];
    if (first === undefined) break;
    if (rankOf(first) !== rankNow) {
      hits.push(...soldOut);
      soldOut = [];
      rankNow = rankOf(first);
      ceiling = lowest;
      if (hits.length >= limit) break;
    }
    for (const match of bySales(index, ties, options)) {
      const product = index.products[match.at];
      if (product === undefined) continue;
      const score = Math.min(ceiling, scoreOf(match, totalWeight));
      lowest = Math.min(lowest, score);
      const share = (weight: number): number => (totalWeight === 0 ? 1 : weight / totalWeight);
      const hit: SearchHit = { product, score, coverage: share(match.covered), named: share(match.named) };
      (isAvailable(product) ? hits : soldOut).push(hit);
    }
  }
  return [...hits, ...soldOut].slice(0, limit);
}

function scoreOf(match: Match, totalWeight: number): number {
  return (rankOf(match) / (totalWeight + KINSHIP_COUNTS[2])) * (0.5 + 0.5 * match.relevance);
}

function rankOf(match: Match): number {
  return match.answered + KINSHIP_COUNTS[match.kinship];
}

function preference(
  index: SearchIndex, matches: readonly Match[], wishedSize: -1 | 0 | 1, options: SearchOptions,
): Preference {
  const price = (match: Match): number => index.prices[match.at] ?? 0;
  switch (options.sort ?? 'relevance') {
    case 'cheapest':
      return (match) => -price(match);
    case 'dearest':
      return price;
    case 'best_selling': {
      const { sold } = options;
      // A new shop has sold nothing yet; then the owner's own mark counts.
      return (match) => {
        const product = index.products[match.at];
        return product === undefined ? 0 : (sold?.(product.sku) ?? 0) + (isMarkedAsBestSeller(product) ? 0.5 : 0);
      };
    }
    case 'newest':
      return (match) => match.at;
    case 'relevance':
      return wishedSize === 0 ? (match) => match.relevance : bySize(index, matches, wishedSize);
  }
}

function isMarkedAsBestSeller(product: Product): boolean {
  return product.tags.some((tag) => /^(ter)?laris$|^best.?seller$/i.test(tag));
}

/** What size a product without one is taken to have: neither large nor small. */
const MIDDLING = 0.5;

/** Size against the largest of its kind: 32 cm and 8 litres cannot be compared with each other. */
function bySize(index: SearchIndex, matches: readonly Match[], wishedSize: -1 | 1): Preference {
  const largest = new Map<number, number>();
  for (const { at } of matches) {
    const kind = index.sizeKinds[at] ?? 0;
    largest.set(kind, Math.max(largest.get(kind) ?? 0, index.sizes[at] ?? 0));
  }
  return ({ at, relevance }) => {
    const size = index.sizes[at] ?? 0;
    const share = size === 0 ? MIDDLING : size / (largest.get(index.sizeKinds[at] ?? 0) ?? size);
    return relevance + wishedSize * share;
  };
}

function bySales(index: SearchIndex, ties: readonly Match[], options: SearchOptions): readonly Match[] {
  const { sold } = options;
  if (sold === undefined || ties.length < 2) return ties;
  const sales = new Map(ties.map((match) => [match, sold(index.products[match.at]?.sku ?? '')]));
  return [...ties].sort((a, b) => (sales.get(b) ?? 0) - (sales.get(a) ?? 0) || a.at - b.at);
}
