import { INTENTS, type Intent, type ScoredIntent } from '../meaning.ts';

/** One sentence to learn from, as features. */
export interface Lesson { readonly intent: Intent; readonly features: readonly string[] }

const ROUNDS = 5;
const RATE = 0.45;
/** How sure a full vote of the features is. */
const CERTAINTY = 2.2;
/** A feature of so many lessons speaks with a voice of 1; rarer ones speak louder. */
const COMMON = 40;
const FAINTEST = 0.25;

const CLASSES = INTENTS.length;

/** What was learned, as plain data that can be kept between starts. */
export interface LearnedIntents {
  /** The row of each feature. */
  readonly rows: ReadonlyMap<string, number>;
  /** Of each row, the square of its feature's voice. */
  readonly voices: Float32Array;
  readonly weights: Float32Array;
}

/**
 * A softmax over features, learned by stochastic gradient descent (docs/decisions/003). A feature speaks the louder the
 * rarer it is (inverse document frequency): "loker" once says more than "ada" a thousand times.
 * Deterministic: the lessons are visited in an order that a fixed generator shuffles.
 */
export function learnIntents(lessons: readonly Lesson[]): LearnedIntents {
  const { rows, voices, sentences } = laidOut(lessons);
  const weights = new Float32Array(rows.size * CLASSES);
  const counts = new Float32Array(CLASSES);
  for (const { target } of sentences) counts[target]! += 1;
  const mean = sentences.length / CLASSES;
  const order = sentences.map((_, i) => i);
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
      const { at, target, loudness } = sentences[i]!;
      softmax(weights, at, loudness, p);
      // Rare intents count more, so that a short list of examples is not drowned.
      const worth = Math.min(2, Math.sqrt(mean / counts[target]!));
      correct(weights, voices, at, p, target, (rate * worth) / Math.sqrt(at.length));
    }
  }
  return { rows, voices, weights };
}

/** What was learned, put to use. */
export function intentModel({ rows, voices, weights }: LearnedIntents): { score(features: readonly string[]): ScoredIntent[] } {
  const p = new Float32Array(CLASSES);
  // Which reading met a row last: a feature that comes twice counts once.
  const metIn = new Uint32Array(rows.size);
  let reading = 0;
  return {
    score(features) {
      reading++;
      const met = new Uint32Array(features.length);
      let count = 0;
      for (const feature of features) {
        const row = rows.get(feature);
        if (row === undefined || metIn[row] === reading) continue;
        metIn[row] = reading;
        met[count++] = row * CLASSES;
      }
      const at = met.subarray(0, count);
      softmax(weights, at, loudnessOf(at, voices), p);
      return ranked(p);
    },
  };
}

const places = new Uint8Array(CLASSES);

/** The intents by their scores, the best first. Written out: parts of long messages are scored by the dozen. */
function ranked(scores: Float32Array): ScoredIntent[] {
  for (let c = 0; c < CLASSES; c++) {
    let place = c;
    for (; place > 0 && scores[places[place - 1]!]! < scores[c]!; place--) places[place] = places[place - 1]!;
    places[place] = c;
  }
  const all: ScoredIntent[] = [];
  for (let place = 0; place < CLASSES; place++) {
    const c = places[place]!;
    all.push({ intent: INTENTS[c]!, score: scores[c]! });
  }
  return all;
}

interface Sentence { readonly target: number; readonly at: Uint32Array; readonly loudness: number }

interface LaidOut {
  readonly rows: LearnedIntents['rows'];
  readonly voices: Float32Array;
  readonly sentences: readonly Sentence[];
}

/** Each feature a row of weights, one weight an intent, side by side: what a lesson reads lies close together. */
function laidOut(lessons: readonly Lesson[]): LaidOut {
  const rows = new Map<string, number>();
  const frequency: number[] = [];
  const cut = lessons.map(({ intent, features }) => {
    const mine = new Set<number>();
    for (const feature of features) {
      let row = rows.get(feature);
      if (row === undefined) { row = rows.size; rows.set(feature, row); frequency.push(0); }
      mine.add(row);
    }
    for (const row of mine) frequency[row]! += 1;
    return { target: INTENTS.indexOf(intent), at: Uint32Array.from(mine, (row) => row * CLASSES) };
  });
  const full = Math.log(Math.max(2, lessons.length / COMMON));
  const voices = Float32Array.from(frequency, (times) => Math.max(FAINTEST, Math.log(lessons.length / times) / full) ** 2);
  return { rows, voices, sentences: cut.map((sentence) => ({ ...sentence, loudness: loudnessOf(sentence.at, voices) })) };
}

function loudnessOf(at: Uint32Array, voices: Float32Array): number {
  let sum = 0;
  for (let k = 0; k < at.length; k++) sum += voices[at[k]! / CLASSES]!;
  return Math.sqrt(Math.max(1, sum));
}

const steps = new Float64Array(CLASSES);
const moved = new Uint8Array(CLASSES);

/**
 * Moves the weights of a lesson towards what it teaches; intents that hardly differ are left. The weights hold the voice already,
 * and their slope has it once more: hence its square.
 */
function correct(weights: Float32Array, voices: Float32Array, at: Uint32Array, p: Float32Array, target: number, step: number): void {
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
    const voice = voices[from / CLASSES]!;
    for (let m = 0; m < count; m++) {
      const w = from + moved[m]!;
      weights[w] = weights[w]! + steps[m]! * voice;
    }
  }
}

function softmax(weights: Float32Array, at: Uint32Array, loudness: number, out: Float32Array): void {
  out.fill(0);
  let k = 0;
  // Four rows at a time: half the time of learning is spent here.
  for (; k + 3 < at.length; k += 4) {
    const a = at[k]!, b = at[k + 1]!, d = at[k + 2]!, e = at[k + 3]!;
    for (let c = 0; c < CLASSES; c++) out[c] = out[c]! + (weights[a + c]! + weights[b + c]!) + (weights[d + c]! + weights[e + c]!);
  }
  for (; k < at.length; k++) {
    const from = at[k]!;
    for (let c = 0; c < CLASSES; c++) out[c] = out[c]! + weights[from + c]!;
  }
  const scale = CERTAINTY / loudness;
  let most = -Infinity;
  for (let c = 0; c < CLASSES; c++) { out[c] = out[c]! * scale; if (out[c]! > most) most = out[c]!; }
  let sum = 0;
  for (let c = 0; c < CLASSES; c++) { out[c] = Math.exp(out[c]! - most); sum += out[c]!; }
  for (let c = 0; c < CLASSES; c++) out[c] = out[c]! / sum;
}
