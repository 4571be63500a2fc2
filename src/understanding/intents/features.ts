/** A word as the intent model sees it: evened out, names of goods, places and numbers put by their kind. */
export interface Mark { readonly text: string; readonly kind: 'word' | 'product' | 'place' | 'number' | 'money' | 'order' | 'unknown' }

/** The features of a part of a message: words, neighbours, how it begins and ends, pieces of words not met before. */
export function featuresOf(marks: readonly Mark[], question: boolean): string[] {
  const words: string[] = [];
  for (const mark of marks) {
    const word = mark.kind === 'word' ? mark.text : `§${mark.kind}`;
    if (mark.kind === 'word' || words.at(-1) !== word) words.push(word);
  }
  const features = ['bias'];
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    features.push(`1${word}`);
    if (i + 1 < words.length) features.push(`2${word} ${words[i + 1]!}`);
    if (i + 2 < words.length) features.push(`3${word} ${words[i + 2]!}`);
  }
  if (words.length > 0) features.push(`^${words[0]!}`, `$${words.at(-1)!}`);
  for (const mark of marks) {
    if (mark.kind !== 'word' || mark.text.length < 4) continue;
    for (const piece of piecesOf(mark.text)) features.push(piece);
  }
  features.push(`n${Math.min(6, words.length)}`);
  if (question) features.push('?');
  return features;
}

/** Kept, as the same words come again and again; they are no more than the lexicon has. */
const pieces = new Map<string, readonly string[]>();

function piecesOf(word: string): readonly string[] {
  const kept = pieces.get(word);
  if (kept !== undefined) return kept;
  const padded = `<${word}>`;
  const all = Array.from({ length: padded.length - 3 }, (_, i) => `c${padded.slice(i, i + 4)}`);
  pieces.set(word, all);
  return all;
}
