import { INTENTS, type Intent, type ScoredIntent } from '../meaning.ts';

/** One sentence to learn from, as features. */
export interface Lesson { readonly intent: Intent; readonly features: readonly string[] }

const ROUNDS = 8;
const RATE = 0.35;
const DECAY = 1e-5;

/** Feature hashing keeps the weights in one flat array: quick to train, quick to ask. */
const BITS = 16;
const SIZE = 1 << BITS;
const CLASSES = INTENTS.length;

function bucket(feature: string): number {
  let hash = 2166136261;
  for (let i = 0; i < feature.length; i++) hash = Math.imul(hash ^ feature.charCodeAt(i), 16777619);
  return (hash ^ (hash >>> 15)) & (SIZE - 1);
}

/**
 * A softmax over hashed features, learned by averaged stochastic gradient descent at start (docs/decisions/003).
 * Deterministic: the lessons are visited in an order that a fixed generator shuffles.
 */
export function learnIntents(lessons: readonly Lesson[]): { score(features: readonly string[]): ScoredIntent[] } {
  const { rows, data } = laidOut(lessons);
  const weights = new Float32Array(data.weights);
  const counts = new Float32Array(CLASSES);
  for (const { target } of data.lessons) counts[target]! += 1;
  const mean = data.lessons.length / CLASSES;
  const order = data.lessons.map((_, i) => i);
  let seed = 1;
  const random = (): number => { seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0; return seed / 4294967296; };
  const p = new Float32Array(CLASSES);
  for (let round = 0; round < ROUNDS; round++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    const rate = RATE / (1 + round * 0.6);
    for (const i of order) {
      const { at, target } = data.lessons[i]!;
      softmax(weights, at, at.length, p);
      // Rare intents count more, so that a short list of examples is not drowned.
      const worth = Math.min(2, Math.sqrt(mean / counts[target]!));
      correct(weights, at, p, target, (rate * worth) / Math.sqrt(at.length));
    }
  }
  return {
    score(features) {
      const buckets = new Set(features.map(bucket));
      const at = Uint32Array.from([...buckets].filter((b) => rows[b] !== 0), (b) => (rows[b]! - 1) * CLASSES);
      const out = new Float32Array(CLASSES);
      softmax(weights, at, buckets.size, out);
      return INTENTS.map((intent, c) => ({ intent, score: out[c]! })).sort((a, b) => b.score - a.score);
    },
  };
}

interface LaidOut {
  /** Bucket → 1 + its row of weights; 0 for a bucket that no lesson has. */
  readonly rows: Uint32Array;
  readonly data: { readonly weights: number; readonly lessons: readonly { readonly target: number; readonly at: Uint32Array }[] };
}

/** Only buckets that occur get a row: few enough rows that most stay in the processor's cache. */
function laidOut(lessons: readonly Lesson[]): LaidOut {
  const rows = new Uint32Array(SIZE);
  let used = 0;
  const rowOf = (feature: string): number => {
    const b = bucket(feature);
    if (rows[b] === 0) rows[b] = ++used;
    return (rows[b]! - 1) * CLASSES;
  };
  const all = lessons.map((lesson) => ({ target: INTENTS.indexOf(lesson.intent), at: Uint32Array.from(new Set(lesson.features.map(rowOf))) }));
  return { rows, data: { weights: used * CLASSES, lessons: all } };
}

const { fround } = Math;

const steps = new Float64Array(CLASSES);
const moved = new Uint8Array(CLASSES);

/** Moves the weights of a lesson towards what it teaches; classes that hardly differ are left. */
function correct(weights: Float32Array, at: Uint32Array, p: Float32Array, target: number, step: number): void {
  let count = 0;
  for (let c = 0; c < CLASSES; c++) {
    const slope = ((c === target ? 1 : 0) - p[c]!) * step;
    if (slope > -5e-4 && slope < 5e-4) continue;
    moved[count] = c;
    steps[count++] = slope;
  }
  if (count === 0) return;
  for (let k = 0; k < at.length; k++) {
    const from = at[k]!;
    for (let m = 0; m < count; m++) {
      const w = from + moved[m]!;
      weights[w] = weights[w]! * (1 - DECAY) + steps[m]!;
    }
  }
}

/** `size`: of how many features the rows in `at` are those ever met. */
function softmax(weights: Float32Array, at: Uint32Array, size: number, out: Float32Array): void {
  out.fill(0);
  const scale = 1 / Math.sqrt(Math.max(1, size));
  let k = 0;
  // Four rows at a time, rounded as one after the other would be: half the time of learning is spent here.
  for (; k + 3 < at.length; k += 4) {
    const a = at[k]!, b = at[k + 1]!, d = at[k + 2]!, e = at[k + 3]!;
    for (let c = 0; c < CLASSES; c++) {
      out[c] = fround(fround(fround(fround(out[c]! + weights[a + c]!) + weights[b + c]!) + weights[d + c]!) + weights[e + c]!);
    }
  }
  for (; k < at.length; k++) {
    const from = at[k]!;
    for (let c = 0; c < CLASSES; c++) out[c] = out[c]! + weights[from + c]!;
  }
  let most = -Infinity;
  for (let c = 0; c < CLASSES; c++) { out[c] = out[c]! * (scale * 2.2); if (out[c]! > most) most = out[c]!; }
  let sum = 0;
  for (let c = 0; c < CLASSES; c++) { out[c] = Math.exp(out[c]! - most); sum += out[c]!; }
  for (let c = 0; c < CLASSES; c++) out[c] = out[c]! / sum;
}
