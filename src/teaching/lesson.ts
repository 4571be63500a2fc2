import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { ProductSearch } from '../shop/catalogue/search-types.ts';
import type { Intent } from '../understanding/meaning.ts';
import type { Understanding } from '../understanding/understanding.ts';

/** What customers wrote in much the same words, and the bot did not understand. */
export interface Puzzle {
  /** The wording written most often. */
  readonly text: string;
  /** Other wordings of it. */
  readonly alike: readonly string[];
  readonly times: number;
  /** UTC ms. */
  readonly last: number;
}

/** One way to teach it: what to write into which of the owner's files. */
export interface Lesson { readonly file: string; readonly write: string; readonly why: string }

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const EMPTY = new Set(['kak', 'ka', 'kakak', 'min', 'ya', 'yah', 'dong', 'deh', 'sih', 'gan', 'sis', 'bang', 'mas', 'mbak', 'nih', 'the', 'a']);

/** Texts with the same telling words are one puzzle; the most frequent first. */
export function groupAlike(rows: readonly { readonly text: string; readonly times: number; readonly last: number }[]): readonly Puzzle[] {
  const groups = new Map<string, { text: string; most: number; alike: string[]; times: number; last: number }>();
  for (const row of rows) {
    const telling = wordsOf(row.text).filter((word) => !EMPTY.has(word));
    const key = [...new Set(telling.length > 0 ? telling : wordsOf(row.text))].sort().join(' ');
    const group = groups.get(key);
    if (!group) { groups.set(key, { text: row.text, most: row.times, alike: [], times: row.times, last: row.last }); continue; }
    group.times += row.times;
    group.last = Math.max(group.last, row.last);
    if (row.times > group.most) { group.alike.push(group.text); group.text = row.text; group.most = row.times; } else group.alike.push(row.text);
  }
  return [...groups.values()].map(({ text, alike, times, last }) => ({ text, alike, times, last }))
    .sort((a, b) => b.times - a.times || b.last - a.last);
}

/** As sure as a wish must be for the bot to follow it when nothing else is asked. */
const UNDERSTOOD = 0.5;

/** Whether the bot would understand it by now: the files have been taught since, or the program has learned. */
export function understoodNow(text: string, understanding: Understanding): boolean {
  const meaning = understanding.understand(text);
  return (meaning.wishes[0]?.score ?? 0) >= UNDERSTOOD || meaning.order !== null || meaning.yesNo !== null;
}

const ASKS = /\?|\b(?:apa|apakah|bisa|boleh|kapan|gimana|bagaimana|kenapa|ada|berapa|brp|ga|gak|nggak|can|do|is|how)\b/i;
const LIKE_A_PRODUCT = 0.4;
/** A guess below this is none: the owner names the intent. */
const WORTH_SAYING = 0.15;

/** The ways to teach a puzzle, the likeliest first. */
export function lessonsFor(text: string, parts: { readonly understanding: Understanding; readonly search: ProductSearch; readonly catalogue: Catalogue }): readonly Lesson[] {
  const meaning = parts.understanding.understand(text);
  const phrase = meaning.products.find((mention) => mention.candidates.length === 0)?.phrase ?? meaning.normal;
  const near = parts.search.search(phrase, { limit: 1 })[0];
  const guess = meaning.intents[0];
  const intent: Intent | 'MAKSUD' = guess && guess.score >= WORTH_SAYING ? guess.intent : 'MAKSUD';
  const quoted = JSON.stringify(text.replace(/\s+/g, ' ').trim());
  const alias: Lesson | null = near && near.coverage >= LIKE_A_PRODUCT
    ? { file: 'products', write: `kolom aliases pada SKU ${near.product.sku} (${near.product.title}): tambahkan ${JSON.stringify(phrase)}`, why: 'bila yang dimaksud barang itu' }
    : meaning.products.length > 0
      ? { file: 'products', write: `kolom aliases pada barangnya: tambahkan ${JSON.stringify(phrase)}`, why: 'bila itu sebutan lain sebuah barang' } : null;
  const faq: Lesson = { file: 'faq.yaml', write: `- questions: [${quoted}]\n  answer: "…"`, why: 'bila jawabannya selalu sama' };
  const example: Lesson = { file: 'examples.yaml', write: `${intent}: [${quoted}]`, why: 'bila maksudnya salah satu yang ada di catalog/README.md' };
  return [...(alias ? [alias] : []), ...(ASKS.test(text) ? [faq, example] : [example, faq])];
}
