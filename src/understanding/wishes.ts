import type { Intent, ScoredIntent } from './meaning.ts';
import type { Word } from './normalise.ts';
import type { TalkContext } from './understanding.ts';
import { isAddress, isFiller } from './words/lexicon.ts';

export interface Part { readonly intent: Intent; readonly score: number; readonly from: number; readonly to: number }

export interface Split { readonly intents: readonly ScoredIntent[]; readonly wishes: readonly Part[] }

type Score = (from: number, to: number, question: boolean) => readonly ScoredIntent[];

const CONNECTORS = new Set(['terus', 'dan', 'lalu', 'sekalian', 'plus', 'sama', 'tapi', 'and', 'then', 'juga', 'soalnya']);
const SURE_PART = 0.5;
const MOST_PARTS = 6;

/**
 * Splits a message into its wishes: at punctuation and connecting words, where both sides surely are wishes of their
 * own. Parts that say nothing by themselves join their neighbour.
 */
export function splitWishes(words: readonly Word[], after: string, score: Score): Split {
  if (words.length === 0) return { intents: [], wishes: [] };
  const whole = score(0, words.length, after.includes('?'));
  const cuts = [0];
  words.forEach((word, i) => {
    if (i === 0) return;
    if (continuesTheLineBefore(words, i) || isAbbreviated(words[i - 1]!, words[i]!)) return;
    if (/[?!.,;\n+&]/.test(word.before) || (CONNECTORS.has(word.text) && words.slice(i + 1).some(({ text }) => !isFiller(text) && !isAddress(text)))) cuts.push(i);
  });
  const single = (): Part[] => [{ intent: whole[0]!.intent, score: whole[0]!.score, from: 0, to: words.length }];
  if (cuts.length === 1 || cuts.length > MOST_PARTS) return { intents: whole, wishes: single() };

  const parts: Part[] = [];
  cuts.forEach((from, i) => {
    const to = cuts[i + 1] ?? words.length;
    const question = /\?/.test(words[to]?.before ?? after);
    const best = score(from, to, question)[0]!;
    const previous = parts.at(-1);
    if (previous && (best.score < SURE_PART || best.intent === previous.intent)) {
      const joinedBest = best.intent === previous.intent ? null : score(previous.from, to, question)[0]!;
      const { intent, score: sure } = joinedBest && joinedBest.score >= previous.score ? joinedBest : previous;
      parts[parts.length - 1] = { intent, score: sure, from: previous.from, to };
    } else parts.push({ intent: best.intent, score: best.score, from, to });
  });
  const sure = parts.filter((part) => part.score >= SURE_PART);
  const merged = mergeSame(sure);
  if (merged.length <= 1) return { intents: whole, wishes: merged.length === 1 && merged[0]!.intent === whole[0]!.intent ? [{ ...merged[0]!, from: 0, to: words.length }] : single() };
  // Manners around a wish are no wish: they stand behind what is wanted.
  const ranked = [...merged.filter((part) => !MANNERS.has(part.intent)), ...merged.filter((part) => MANNERS.has(part.intent))];
  const named = new Set(ranked.map((part) => part.intent));
  return {
    intents: [...ranked.map(({ intent, score: s }) => ({ intent, score: s })), ...whole.filter((entry) => !named.has(entry.intent))],
    wishes: merged,
  };
}

/** "Kec. Cibinong", "Jl. Merpati", "a.n. Rina": this full stop ends a word, not a sentence. */
const isAbbreviated = (word: Word, next: Word): boolean => ABBREVIATED.test(word.raw) && /^\.\s*$/.test(next.before);
const ABBREVIATED = /^(?:kec|kab|kel|prov|ds|dsn|kp|jl|jln|gg|no|blk|kav|komp|perum|an|a|n|sdr|bpk|hj|dr|moh|muh|st)$/i;

const LEANS_BACK = new Set(['berapa', 'berapaan', 'harga', 'ready', 'ada', 'tidak', 'masih', 'stok', 'lama', 'kapan', 'saja']);
const LONGEST_TAIL = 4;

/** "wajan granit 28" and, on the next line, "brp ya" or "yg 28": the line says nothing without the one before it. */
function continuesTheLineBefore(words: readonly Word[], at: number): boolean {
  if (words[at]!.before !== '\n') return false;
  const end = words.findIndex((word, i) => i > at && /[?!.,;\n]/.test(word.before));
  const line = words.slice(at, end === -1 ? words.length : end).filter(({ text }) => !isFiller(text) && !isAddress(text));
  return line.length > 0 && line.length <= LONGEST_TAIL && (line[0]!.text === 'yang' || line.every(({ text }) => LEANS_BACK.has(text)));
}

/**
 * "2 ya kirim ke bandung brp", "wajan 28 2 ya": a count that is agreed to is a taking, whatever else is asked in the same
 * breath. Only where it is plain what is taken: a product stands before it, or one is talked about.
 */
export function withTaking(
  split: Split, words: readonly Word[], isCount: (i: number) => boolean, context: TalkContext | undefined,
): Split {
  // "nego dong 200 ya" names a price, not a count.
  if (split.wishes.some((part) => TAKES.has(part.intent) || (part.intent === 'promo_discount' && part.score >= 0.5))) return split;
  const at = words.findIndex((word, i) => isCount(i) && AGREED.test(words[i + 1]?.raw ?? '') && (i > 0 || (context?.focus ?? null) !== null) && word.text.length <= 3);
  if (at < 0 || (at > 2 && split.wishes.length === 1 && !split.wishes[0]!.intent.startsWith('ask_'))) return split;
  const end = at + 2;
  const taking: Part = { intent: 'add_to_cart', score: 0.9, from: 0, to: end };
  const rest = split.wishes.map((part) => ({ ...part, from: Math.max(part.from, end) })).filter((part) => part.from < part.to && part.intent.startsWith('ask_'));
  return {
    intents: [{ intent: 'add_to_cart', score: 0.9 }, ...split.intents.filter((entry) => entry.intent !== 'add_to_cart')],
    wishes: [taking, ...rest],
  };
}

const BARGAINS = /\b(?:kurang(?:in|i)?|nego|tawar|murah(?:in)?|diskon|turun(?:in)?|korting)\b/;

/** "bisa kurang ga, 300 deh": after a bargain a bare number is a bid, and takes nothing. */
export function withoutBids(split: Split, words: readonly Word[], isCount: (i: number) => boolean): Split {
  const bargain = split.wishes.findIndex((part) => part.intent === 'promo_discount' && BARGAINS.test(textOf(words, part)));
  if (bargain < 0) return split;
  const isBid = (part: Part, at: number): boolean => at > bargain && part.intent === 'add_to_cart'
    && words.slice(part.from, part.to).every(({ text }, i) => isCount(part.from + i) || isFiller(text) || isAddress(text) || AGREED.test(text));
  const wishes = split.wishes.filter((part, at) => !isBid(part, at));
  return wishes.length === split.wishes.length ? split : { intents: split.intents.filter(({ intent }) => wishes.some((part) => part.intent === intent) || intent !== 'add_to_cart'), wishes };
}

const textOf = (words: readonly Word[], { from, to }: Part): string => words.slice(from, to).map(({ text }) => text).join(' ');

const AGREED = /^(?:ya|yah|yaa|aja|saja|deh|dong)$/;
const TAKES: ReadonlySet<Intent> = new Set(['add_to_cart', 'change_cart', 'cancel_order']);

const MANNERS: ReadonlySet<Intent> = new Set(['greet', 'affirm', 'deny', 'bye']);

function mergeSame(parts: readonly Part[]): Part[] {
  const merged: Part[] = [];
  for (const part of parts) {
    const same = merged.findIndex((other) => other.intent === part.intent);
    if (same >= 0) merged[same] = { ...merged[same]!, to: Math.max(merged[same]!.to, part.to), score: Math.max(merged[same]!.score, part.score) };
    else merged.push(part);
  }
  return merged;
}
