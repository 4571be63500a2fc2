import { INTENTS, type Intent, type ScoredIntent } from '../meaning.ts';

/** One sentence to learn from, as features. */
export interface Lesson { readonly intent: Intent; readonly features: readonly string[] }

const ROUNDS = 8;
const RATE = 0.35;
const DECAY = 1e-5;

const CLASSES = INTENTS.length;

/**
 * A softmax over features, learned by stochastic gradient descent at start (docs/decisions/003).
 * Deterministic: the lessons are visited in an order that a fixed generator shuffles.
 */
export function learnIntents(lessons: readonly Lesson[]): { score(features: readonly string[]): ScoredIntent[] } {
  const rows = new Map<string, number>();
  const rowOf = (feature: string): number => {
    let row = rows.get(feature);
    if (row === undefined) rows.set(feature, row = rows.size * CLASSES);
    return row;
  };
  const data = lessons.map((lesson) => ({ target: INTENTS.indexOf(lesson.intent), at: Uint32Array.from(new Set(lesson.features.map(rowOf))) }));
  const weights = new Float32Array(rows.size * CLASSES);
  const counts = new Float32Array(CLASSES);
  for (const { target } of data) counts[target]! += 1;
  const mean = data.length / CLASSES;
  const order = data.map((_, i) => i);
  let seed = 1;
  const random = (): number => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
  const p = new Float64Array(CLASSES);
  const moved = new Uint8Array(CLASSES);
  const slopes = new Float64Array(CLASSES);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = RATE / (1 + round * 0.6);
    for (const i of order) {
      const { at, target } = data[i]!;
      softmax(weights, at, p);
      // Rare intents count more, so that a short list of examples is not drowned.
      const worth = Math.min(2, Math.sqrt(mean / counts[target]!));
      const step = (rate * worth) / Math.sqrt(at.length);
      let moving = 0;
      for (let c = 0; c < CLASSES; c++) {
        const slope = ((c === target ? 1 : 0) - p[c]!) * step;
        if (slope > -5e-4 && slope < 5e-4) continue;
        moved[moving] = c;
        slopes[moving++] = slope;
      }
      // Feature by feature: the weights of one feature lie side by side in memory.
      for (let k = 0; k < at.length; k++) {
        const from = at[k]!;
        for (let m = 0; m < moving; m++) {
          const w = from + moved[m]!;
          weights[w] = weights[w]! * (1 - DECAY) + slopes[m]!;
        }
      }
    }
  }
  return {
    score(features) {
      const at = Uint32Array.from(new Set(features.flatMap((feature) => rows.get(feature) ?? [])));
      const out = new Float64Array(CLASSES);
      softmax(weights, at, out);
      return INTENTS.map((intent, c) => ({ intent, score: out[c]! })).sort((a, b) => b.score - a.score);
    },
  };
}

function softmax(weights: Float32Array, at: Uint32Array, out: Float64Array): void {
  const scale = 2.2 / Math.sqrt(Math.max(1, at.length));
  for (let c = 0; c < CLASSES; c++) {
    let sum = 0;
    for (let k = 0; k < at.length; k++) sum += weights[at[k]! + c]!;
    out[c] = sum * scale;
  }
  let most = -Infinity;
  for (let c = 0; c < CLASSES; c++) if (out[c]! > most) most = out[c]!;
  let sum = 0;
  for (let c = 0; c < CLASSES; c++) { out[c] = Math.exp(out[c]! - most); sum += out[c]!; }
  for (let c = 0; c < CLASSES; c++) out[c]! /= sum;
}
