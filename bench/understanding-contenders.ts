import { createRequire } from 'node:module';
import type { Intent } from '../src/understanding/meaning.ts';
import { intentModel, learnIntents } from '../src/understanding/intents/model.ts';

/** One sentence as each contender may have it: as written, as our even words, as our features. */
export interface Sample { readonly intent: Intent; readonly raw: string; readonly words: readonly string[]; readonly features: readonly string[] }

export interface Contender {
  readonly name: string;
  learn(samples: readonly Sample[]): (sample: Sample) => string;
}

type Fed = 'words' | 'features';

interface WinkBayes {
  definePrepTasks(tasks: readonly ((input: string) => readonly string[])[]): number;
  defineConfig(config: { readonly considerOnlyPresence: boolean; readonly smoothingFactor: number }): boolean;
  learn(input: string, label: string): boolean;
  consolidate(): boolean;
  predict(input: string): string;
}
interface Neural {
  train(corpus: readonly { readonly input: Readonly<Record<string, number>>; readonly output: Readonly<Record<string, number>> }[]): unknown;
  run(input: Readonly<Record<string, number>>): Readonly<Record<string, number>>;
}
interface NaturalBayes {
  addDocument(text: string | string[], label: string): void;
  train(): void;
  classify(text: string | string[]): string;
}

const require = createRequire(import.meta.url);

/** Tokens go through text-only interfaces behind a separator that no token has. */
const JOINT = '\u0001';

const own: Contender = {
  name: 'own softmax',
  learn(samples) {
    const model = intentModel(learnIntents(samples));
    return (sample) => model.score(sample.features)[0]!.intent;
  },
};

const wink = (fed: Fed): Contender => ({
  name: `wink-naive-bayes 2.2, our ${fed}`,
  learn(samples) {
    const bayes = (require('wink-naive-bayes-text-classifier') as () => WinkBayes)();
    bayes.definePrepTasks([(input) => input.split(JOINT)]);
    bayes.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
    for (const sample of samples) bayes.learn(sample[fed].join(JOINT), sample.intent);
    bayes.consolidate();
    return (sample) => bayes.predict(sample[fed].join(JOINT));
  },
});

const neural = (fed: Fed): Contender => ({
  name: `@nlpjs/neural 4.25, our ${fed}`,
  learn(samples) {
    const { NeuralNetwork } = require('@nlpjs/neural') as { readonly NeuralNetwork: new (settings: { readonly log: boolean }) => Neural };
    const inputOf = (sample: Sample): Record<string, number> => Object.fromEntries(sample[fed].map((token) => [token, 1]));
    const network = new NeuralNetwork({ log: false });
    network.train(samples.map((sample) => ({ input: inputOf(sample), output: { [sample.intent]: 1 } })));
    return (sample) => {
      const scores = Object.entries(network.run(inputOf(sample)));
      return scores.reduce((best, entry) => (entry[1] > best[1] ? entry : best), ['nothing', -1] as [string, number])[0];
    };
  },
});

const natural = (fed: Fed | 'raw'): Contender => ({
  name: `natural 8.1 Bayes, ${fed === 'raw' ? 'its own Indonesian stems' : `our ${fed}`}`,
  learn(samples) {
    const { BayesClassifier, StemmerId } = require('natural') as { readonly BayesClassifier: new (stemmer?: unknown) => NaturalBayes; readonly StemmerId: unknown };
    const bayes = new BayesClassifier(StemmerId);
    const inputOf = (sample: Sample): string | string[] => (fed === 'raw' ? sample.raw : [...sample[fed]]);
    for (const sample of samples) if (inputOf(sample).length > 0) bayes.addDocument(inputOf(sample), sample.intent);
    bayes.train();
    return (sample) => bayes.classify(inputOf(sample));
  },
});

export const CONTENDERS: readonly Contender[] = [
  own, wink('words'), wink('features'), natural('words'), natural('raw'), neural('words'),
];
