/**
 * What understanding costs, and our intent model beside well-kept libraries: start-up in fresh processes, the time of a message,
 * five-fold cross-validation over the example sentences, and lines that no contender has learned from.
 *
 *   npm ci --prefix bench && npm run bench:understanding [-- PART-OF-A-MODEL'S-NAME]
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadFlows } from '../src/engine/load-flows.ts';
import { loadCatalogueOrThrow } from '../src/shop/catalogue/load.ts';
import { createProductSearch } from '../src/shop/catalogue/search.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';
import { featuresOf, type Mark } from '../src/understanding/intents/features.ts';
import { plainMark, readLessons } from '../src/understanding/intents/lessons.ts';
import type { Intent } from '../src/understanding/meaning.ts';
import { normalise } from '../src/understanding/normalise.ts';
import { tokenise } from '../src/understanding/tokens.ts';
import { createUnderstanding } from '../src/understanding/understanding.ts';
import { createLexicon, isAddress, isFiller } from '../src/understanding/words/lexicon.ts';
import { CONTENDERS, type Sample } from './understanding-contenders.ts';

const FOLDS = 5;
const STARTS = 7;
const ROUNDS = 5;
/** Part of the names of the models to compare; all of them when empty. */
const asked = process.argv.slice(2).find((word) => !word.startsWith('--')) ?? '';
const DATA = join(import.meta.dirname, '..', 'test', 'understanding', 'data');

const catalogue = await loadCatalogueOrThrow(join(import.meta.dirname, '..', 'catalog'));
const search = createProductSearch(catalogue.products);
const gazetteer = createGazetteer();
const { examples } = await loadFlows();

const before = performance.now();
const understanding = createUnderstanding({ catalogue, search, gazetteer, examples });
const startMs = performance.now() - before;

if (process.argv.includes('--start')) process.stdout.write(String(startMs));
else report();

function report(): void {
  print(`${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}, Node ${process.version}`);
  const starts = Array.from({ length: STARTS }, startAfresh).sort((a, b) => a - b);
  print(`start-up of understanding: median ${starts[STARTS >> 1]!.toFixed(0)} ms of ${STARTS} fresh processes (${starts.map((ms) => ms.toFixed(0)).join(', ')})`);
  const files = { development: developmentLines(), 'other trades': tsvLines('other-trades.tsv'), 'second look': tsvLines('second-look.tsv') };
  timeMessages(Object.values(files).flat().map((line) => line.text));
  compare(files);
}

function startAfresh(): number {
  const run = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(import.meta.url), '--start'], { encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
  return Number(run.stdout);
}

function timeMessages(texts: readonly string[]): void {
  for (const round of ['young process', 'warm']) {
    const times = Array.from({ length: round === 'warm' ? ROUNDS : 1 }, () => texts.map((text) => {
      const from = performance.now();
      understanding.understand(text);
      return performance.now() - from;
    })).flat().sort((a, b) => a - b);
    const at = (share: number): string => times[Math.min(times.length - 1, Math.floor(times.length * share))]!.toFixed(2);
    print(`a message, ${round}: p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, max ${at(1)} ms (${times.length} messages)`);
  }
}

/** The first intents of whole lines by the models alone: no cue, no names of places, goods only word by word, no splitting of wishes. */
function compare(files: Readonly<Record<string, readonly Line[]>>): void {
  const { words, lessons } = readLessons(examples);
  const lexicon = createLexicon(words);
  const seen = new Set<string>();
  const all = lessons.map((lesson): Sample => ({ intent: lesson.intent, raw: lesson.sentence, words: wordsOf(lesson.marks), features: lesson.features }))
    .filter((sample) => { const key = `${sample.intent} ${sample.features.join(' ')}`; return seen.has(key) ? false : seen.add(key) !== undefined; });
  const unseen = Object.entries(files).map(([name, lines]) => [name, lines.map(({ text, intent }): Sample => {
    const { words, after } = normalise(tokenise(text), lexicon, (word) => search.knows(word));
    const plain = words.filter((word) => !isFiller(word.text) && !isAddress(word.text));
    const marks = (plain.length > 0 ? plain : words).map((word): Mark => (!word.known && search.knows(word.text) ? { text: '', kind: 'product' } : plainMark(word)));
    return { intent, raw: text, words: wordsOf(marks), features: featuresOf(marks, after.includes('?')) };
  })] as const);
  print(`\n${all.length} different sentences of ${lessons.length}; ${FOLDS} folds`);
  print(`| model | folds, mean ± sd | ${Object.keys(files).join(' | ')} | learns in | a message |\n|---|--:|${unseen.map(() => '--:|').join('')}--:|--:|`);
  const folds = foldsOf(all);
  for (const contender of CONTENDERS.filter(({ name }) => name.includes(asked))) {
    const shares = folds.map((held, i) => share(contender.learn(folds.filter((_, j) => j !== i).flat()), held));
    const mean = shares.reduce((a, b) => a + b, 0) / FOLDS;
    const sd = Math.sqrt(shares.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (FOLDS - 1));
    const from = performance.now();
    const ask = contender.learn(all);
    const learnMs = performance.now() - from;
    const figures = unseen.map(([, samples]) => percent(share(ask, samples)));
    const lines = unseen.flatMap(([, samples]) => samples);
    const began = performance.now();
    share(ask, lines);
    const each = ((performance.now() - began) / lines.length) * 1000;
    print(`| ${contender.name} | ${percent(mean)} ± ${(sd * 100).toFixed(1)} | ${figures.join(' | ')} | ${learnMs.toFixed(0)} ms | ${each.toFixed(0)} µs |`);
  }
}

function wordsOf(marks: readonly Mark[]): readonly string[] {
  return marks.map((mark) => (mark.kind === 'word' ? mark.text : `§${mark.kind}`));
}

function share(ask: (sample: Sample) => string, samples: readonly Sample[]): number {
  return samples.filter((sample) => ask(sample) === sample.intent).length / samples.length;
}

/** Shuffled by a fixed seed, then dealt out in turn. */
function foldsOf(samples: readonly Sample[]): readonly (readonly Sample[])[] {
  const order = [...samples];
  let seed = 7;
  for (let i = order.length - 1; i > 0; i--) {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    const j = Math.floor((seed / 4294967296) * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return Array.from({ length: FOLDS }, (_, fold) => order.filter((__, i) => i % FOLDS === fold));
}

interface Line { readonly text: string; readonly intent: Intent }

function developmentLines(): readonly Line[] {
  return readFileSync(join(DATA, 'utterances.jsonl'), 'utf8').trim().split('\n').map((line) => JSON.parse(line) as Line);
}

function tsvLines(file: string): readonly Line[] {
  return readFileSync(join(DATA, file), 'utf8').trim().split('\n').filter((line) => !line.startsWith('#')).map((line) => {
    const [intents, text] = line.split('\t');
    return { text: text!, intent: intents!.split('+')[0]! as Intent };
  });
}

function percent(part: number): string { return `${(part * 100).toFixed(1)} %`; }

function print(line: string): void { process.stdout.write(`${line}\n`); }
