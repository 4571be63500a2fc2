import type { FaqEntry } from '../shop/catalogue/snapshot.ts';

const EMPTY = new Set(['ada', 'apa', 'ga', 'gak', 'tidak', 'kak', 'ya', 'yang', 'dong', 'sih', 'bisa', 'kalau', 'itu', 'ini', 'di', 'ke', 'nya', 'min', 'gimana', 'bagaimana', 'dan', 'atau', 'aja', 'saja', 'boleh', 'apakah', 'saya', 'aku', 'mau', 'tanya']);

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

/** The owner's entry that fits a question best, when at least this share of the telling words is common to both. */
export function bestFaq(entries: readonly FaqEntry[], question: string, atLeast: number): FaqEntry | null {
  const asked = new Set(telling(question));
  if (asked.size === 0) return null;
  let best: FaqEntry | null = null;
  let bestScore = 0;
  for (const entry of entries) {
    for (const words of examplesOf(entry)) {
      let common = 0;
      for (const word of asked) if (words.has(word)) common++;
      // Sørensen–Dice: as strict on a long question as on a long example.
      const score = (2 * common) / (words.size + asked.size);
      if (score > bestScore) { best = entry; bestScore = score; }
    }
  }
  return bestScore >= atLeast ? best : null;
}
