import type { FaqEntry } from '../shop/catalogue/snapshot.ts';

const EMPTY = new Set(['ada', 'apa', 'ga', 'gak', 'tidak', 'kak', 'ya', 'yang', 'dong', 'sih', 'bisa', 'kalau', 'itu', 'ini', 'di', 'ke', 'nya', 'min', 'gimana', 'bagaimana', 'dan', 'atau', 'aja', 'saja', 'boleh', 'apakah', 'saya', 'aku', 'mau', 'tanya']);

const telling = (text: string): string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])
    .map((word) => (word.length > 5 && word.endsWith('nya') ? word.slice(0, -3) : word))
    .filter((word) => !EMPTY.has(word));

/** The owner's entry that fits a question best, when at least this share of the telling words is common to both. */
export function bestFaq(entries: readonly FaqEntry[], question: string, atLeast: number): FaqEntry | null {
  const asked = new Set(telling(question));
  if (asked.size === 0) return null;
  let best: FaqEntry | null = null;
  let bestScore = 0;
  for (const entry of entries) {
    for (const example of entry.questions) {
      const words = new Set(telling(example));
      if (words.size === 0) continue;
      const common = [...words].filter((word) => asked.has(word)).length;
      // Sørensen–Dice: as strict on a long question as on a long example.
      const score = (2 * common) / (words.size + asked.size);
      if (score > bestScore) { best = entry; bestScore = score; }
    }
  }
  return bestScore >= atLeast ? best : null;
}
