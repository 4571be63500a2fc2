import { ATTRIBUTE, DESCRIPTION, FULL_STRENGTH, TITLE, leads, placeOf, strengthOf } from './postings.ts';
import type { QueryPlan, Slot } from './query-plan.ts';
import type { SearchIndex } from './search-index.ts';

/** To the head of the query: 2 it is the thing, 1 it is named with it (the lid of the pan), 0 it may be anything. */
export type Kinship = 0 | 1 | 2;

/** One product that answers some of the query. */
export interface Match {
  /** Its place in the index. */
  readonly at: number;
  /** Weight of the slots it answers. */
  readonly answered: number;
  /** The same, less where an answer is a typo away or only in the description. */
  readonly covered: number;
  /** Weight of the slots its title, aliases, category or tags answer. */
  readonly named: number;
  readonly kinship: Kinship;
  /** 0…1: how strongly its words speak for it. */
  readonly relevance: number;
}

/** What an answer counts that stands in the description only: it may be about another product. */
const DESCRIPTION_COUNTS = 0.7;
/** And what it counts where nothing else is answered: a jar that "may go in the fridge" is no answer to "kulkas". */
const LONE_DESCRIPTION_COUNTS = 0.5;

/** The postings of one term, walked through once. */
interface Cursor {
  at: number;
  readonly end: number;
  readonly likeness: number;
  /** Whether the word usually stands first, so that a product where it does not is something else. */
  readonly isLeading: boolean;
}

interface SlotWalk {
  readonly slot: Slot;
  readonly cursors: readonly Cursor[];
  readonly postings: number;
  readonly rarity: number;
  readonly isHead: boolean;
}

/**
 * Every product within the price limits that leaves at most `missing` of the answerable weight unanswered.
 *
 * Such a product must have a word of *any* set of slots heavier than `missing`; so only the rarest such set is read through
 * and the longer postings are merely looked into, in leaps. This is what keeps a search flat as the catalogue grows.
 */
export function findMatches(
  index: SearchIndex, plan: QueryPlan, missing: number, minPrice: number, maxPrice: number,
): readonly Match[] {
  const walks = openWalks(index, plan);
  const total = walks.reduce((sum, walk) => sum + walk.slot.weight, 0);
  const rarest = [...walks].sort((a, b) => a.postings - b.postings);
  const leading: SlotWalk[] = [];
  let leadingWeight = 0;
  while (leadingWeight <= missing && leading.length < rarest.length) {
    const walk = rarest[leading.length];
    if (walk === undefined) break;
    leading.push(walk);
    leadingWeight += walk.slot.weight;
  }
  const order = [...leading, ...rarest.slice(leading.length)];
  const raritySum = walks.reduce((sum, walk) => sum + walk.rarity, 0);
  const { products } = index.postings;
  const matches: Match[] = [];
  for (;;) {
    let at = Infinity;
    for (const walk of leading) {
      for (const cursor of walk.cursors) if (cursor.at < cursor.end) at = Math.min(at, products[cursor.at] ?? Infinity);
    }
    if (at === Infinity) return matches;
    const price = index.prices[at] ?? 0;
    const match = price < minPrice || price > maxPrice ? null : weigh(index, order, at, total, missing, raritySum);
    if (match !== null) matches.push(match);
    for (const walk of leading) {
      for (const cursor of walk.cursors) if (cursor.at < cursor.end && products[cursor.at] === at) cursor.at++;
    }
  }
}

function openWalks(index: SearchIndex, { slots, head }: QueryPlan): SlotWalk[] {
  const { postings, leading, products } = index;
  return slots.filter((slot) => slot.answers.length > 0).map((slot) => {
    const cursors = slot.answers.map(({ term, likeness }) => (
      { at: postings.starts[term] ?? 0, end: postings.starts[term + 1] ?? 0, likeness, isLeading: leading[term] === 1 }
    ));
    const count = cursors.reduce((sum, cursor) => sum + cursor.end - cursor.at, 0);
    const frequency = Math.min(count, products.length);
    return {
      slot, cursors, postings: count, isHead: slot === head,
      rarity: Math.log(1 + (products.length - frequency + 0.5) / (frequency + 0.5)) * slot.weight,
    };
  });
}

/** Looks the product up in every slot, the rarest first; null as soon as too much is missing. */
function weigh(
  index: SearchIndex, walks: readonly SlotWalk[], at: number, total: number, missing: number, raritySum: number,
): Match | null {
  const { postings, titleLengths } = index;
  let answered = total;
  let covered = 0;
  let named = 0;
  let relevance = 0;
  let inTitle = 0;
  let answers = 0;
  let kinship: Kinship = 0;
  for (const walk of walks) {
    let best = 0;
    let place = -1;
    let likeness = 0;
    let nearest: Kinship = 0;
    for (const cursor of walk.cursors) {
      cursor.at = leap(postings.products, cursor.at, cursor.end, at);
      if (cursor.at >= cursor.end || postings.products[cursor.at] !== at) continue;
      const mark = postings.marks[cursor.at] ?? 0;
      const strength = strengthOf(mark) * cursor.likeness;
      if (strength > best || place === -1) {
        best = strength;
        likeness = cursor.likeness;
      }
      place = Math.max(place, placeOf(mark));
      if (placeOf(mark) >= ATTRIBUTE) nearest = nearest === 2 || !cursor.isLeading || leads(mark) ? 2 : 1;
    }
    const { weight } = walk.slot;
    if (place === -1) {
      answered -= weight;
      if (total - answered > missing) return null;
      continue;
    }
    answers++;
    relevance += walk.rarity * best;
    covered += weight * likeness * (place === DESCRIPTION ? DESCRIPTION_COUNTS : 1);
    if (place >= ATTRIBUTE) named += weight;
    if (place === TITLE) inTitle++;
    if (walk.isHead) kinship = nearest;
  }
  if (answers === 1 && named === 0) covered *= LONE_DESCRIPTION_COUNTS / DESCRIPTION_COUNTS;
  // Of two titles with the same words, the one that says nothing else is meant.
  const fullness = Math.min(1, inTitle / Math.max(1, titleLengths[at] ?? 1));
  return {
    at, answered, covered, named, kinship,
    relevance: raritySum === 0 ? 0 : (relevance / (raritySum * FULL_STRENGTH)) * (0.6 + 0.4 * fullness),
  };
}

/** The first position from `from` whose product is not before `wanted`: leaps that double, then a binary search. */
function leap(products: Uint32Array, from: number, end: number, wanted: number): number {
  if (from >= end || (products[from] ?? 0) >= wanted) return from;
  let step = 1;
  let low = from;
  while (low + step < end && (products[low + step] ?? 0) < wanted) {
    low += step;
    step *= 2;
  }
  let high = Math.min(end, low + step);
  low++;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((products[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
