import { LRUCache } from 'lru-cache';
import type { ScoredIntent } from '../meaning.ts';
import { corrected, cuesOf, type Cue, type Cues } from './cues.ts';
import { featuresOf, type Mark } from './features.ts';

/** Below this share of known words a guess is marked down. */
const ENOUGH_KNOWN = 0.4;
/** Parts whose judgement is kept; about 3 MB. */
const MOST_KEPT = 1_024;

interface Judgement {
  readonly guess: readonly ScoredIntent[];
  readonly cues: Cues;
  /** By the marks alone. */
  readonly result: readonly ScoredIntent[];
}

/**
 * What a part of a message wants: the model's guess, and the cue that outweighs it. Goods, places and numbers are marks by their kind,
 * so that "ada wajan granit?" and "ada talenan jati?" are one question, judged once and kept. What has words never met is judged
 * each time: they may be a name or a street.
 */
export function createJudge(model: { score(features: readonly string[]): readonly ScoredIntent[] }) {
  const kept = new LRUCache<string, Judgement>({ max: MOST_KEPT });

  function judge(marks: readonly Mark[], question: boolean): Judgement {
    const scored = model.score(featuresOf(marks, question));
    // Words never met say nothing: the model guesses, and the guess is worth as much as the share it knows.
    const known = marks.filter((mark) => mark.kind !== 'unknown').length / Math.max(1, marks.length);
    const guess = known >= ENOUGH_KNOWN ? scored : scored.map(({ intent, score }) => ({ intent, score: score * known }));
    const cues = cuesOf(marks);
    return { guess, cues, result: corrected(guess, cues.inMarks) };
  }

  function judged(marks: readonly Mark[], question: boolean): Judgement {
    const key = keyOf(marks, question);
    if (key === null) return judge(marks, question);
    let judgement = kept.get(key);
    if (judgement === undefined) kept.set(key, judgement = judge(marks, question));
    return judgement;
  }

  /** Every intent, the likeliest first. `words`: the part as it was said, evened out. */
  return (marks: readonly Mark[], words: readonly string[], question: boolean): readonly ScoredIntent[] => {
    const { guess, cues, result } = judged(marks, question);
    if (words.length === 0) return guess;
    const cue: Cue | null = cues.with(words);
    return cue === cues.inMarks ? result : corrected(guess, cue);
  };
}

function keyOf(marks: readonly Mark[], question: boolean): string | null {
  let key = question ? '?' : '';
  for (const { kind, text } of marks) {
    if (kind === 'unknown') return null;
    key += kind === 'word' ? ` ${text}` : ` §${kind}`;
  }
  return key;
}
