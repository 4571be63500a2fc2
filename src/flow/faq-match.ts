import type { FaqEntry } from '../shop/catalogue/snapshot.ts';
import type { Said } from './said.ts';
import type { Talk } from './talk.ts';

const EMPTY = new Set(['ada', 'apa', 'ga', 'gak', 'tidak', 'kak', 'ya', 'yang', 'dong', 'sih', 'bisa', 'kalau', 'itu', 'ini', 'di', 'ke', 'nya', 'min', 'gimana', 'bagaimana', 'dan', 'atau', 'aja', 'saja', 'boleh', 'apakah', 'saya', 'aku', 'mau', 'tanya']);

/** What is said in every shop of any matter, and counts: they make a question whole, and tell little of what it is about. */
const SLIGHT = new Set(['beli', 'ambil', 'pesan', 'order', 'kirim', 'minta', 'pakai', 'pake', 'buat', 'untuk', 'berapa', 'brp', 'barang', 'sama', 'kalo', 'klo', 'lagi', 'dulu', 'hari']);
const SLIGHTLY = 0.2;
const MOST_READ = 300;
const weightOf = (word: string): number => (SLIGHT.has(word) || /^\d+$/.test(word) ? SLIGHTLY : 1);
const weigh = (words: Iterable<string>): number => { let sum = 0; for (const word of words) sum += weightOf(word); return sum; };

const telling = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => (word.length > 5 && word.endsWith('nya') ? word.slice(0, -3) : word))
    .filter((word) => !EMPTY.has(word));

const examples = new WeakMap<FaqEntry, readonly ReadonlySet<string>[]>();

/** The telling words of each of an entry's questions, read once for one version of the owner's files. */
function examplesOf(entry: FaqEntry): readonly ReadonlySet<string>[] {
  const known = examples.get(entry);
  if (known) return known;
  const read = entry.questions.map((question) => new Set(telling(question))).filter((words) => words.size > 0);
  examples.set(entry, read);
  return read;
}

/**
 * The owner's entry that fits a question best, when at least this share of what the words of both tell is common to them. `ways` are ways
 * to write the question, such as evenly spelled and as she wrote it: the owner writes as customers do.
 */
function bestFaq(entries: readonly FaqEntry[], ways: readonly string[], atLeast: number): FaqEntry | null {
  let best: FaqEntry | null = null;
  let bestScore = 0;
  for (const asked of ways.map((way) => new Set(telling(way)))) {
    const askedWeight = weigh(asked);
    if (askedWeight === 0) continue;
    for (const entry of entries) {
      for (const words of examplesOf(entry)) {
        let common = 0;
        for (const word of asked) if (words.has(word)) common += weightOf(word);
        // Sørensen–Dice: as strict on a long question as on a long example.
        const score = (2 * common) / (weigh(words) + askedWeight);
        if (score > bestScore) { best = entry; bestScore = score; }
      }
    }
  }
  return bestScore >= atLeast ? best : null;
}

/** As good as what the owner wrote down, and as good as can be hoped of a customer's own words. */
export const SURE_FAQ = 0.75;
export const LIKELY_FAQ = 0.34;

/** The owner's own answer to what a message asks, evenly spelled or as it came, or to `asked`; null where none fits so well. */
export function ownersAnswer({ shop, say, meaning }: Talk, atLeast: number, asked: readonly string[] = [meaning.normal, meaning.raw.slice(0, MOST_READ)]): Said | null {
  const found = bestFaq(shop.catalogue.faq, asked, atLeast);
  return found && { text: say.fill(found.answer) };
}
