import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { INTENTS } from '../../src/understanding/meaning.ts';
import { sampleUnderstanding } from './shop-to-understand.ts';

const understanding = await sampleUnderstanding();
const SOURCE = resolve(import.meta.dirname, '../../src');

describe('whatever is written', () => {
  it('any text is understood as something, cut to 1,000 characters, with scores between 0 and 1', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ maxLength: 1200, unit: 'grapheme' }), fc.stringMatching(/^[a-z0-9 ,.?]{0,300}$/)), (text) => {
      const meaning = understanding.understand(text);
      expect(meaning.raw.length).toBeLessThanOrEqual(1000);
      for (const { intent, score } of meaning.intents) {
        expect(INTENTS).toContain(intent);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
      }
    }), { numRuns: 400 });
  });

  it.each(['x'.repeat(100_000), 'jl '.repeat(40_000), '1 '.repeat(50_000), 'aaaa'.repeat(25_000), '0'.repeat(100_000), 'ga '.repeat(30_000), '🙏'.repeat(20_000)])(
    'a hundred thousand characters are cut first (S11)', (text) => {
      expect(understanding.understand(text).raw.length).toBeLessThanOrEqual(1000);
    });

  it('no pattern repeats a repetition: none can be super-linear (S11)', () => {
    const nested = /\((?:[^()\\]|\\.)*[+*](?:[^()\\]|\\.)*\)[+*]/;
    for (const room of ['understanding', 'engine', 'flow']) {
      for (const file of readdirSync(join(SOURCE, room), { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
        const patterns = readFileSync(join(SOURCE, room, file), 'utf8').match(/\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*(?=[.,;)\]\s])/g) ?? [];
        for (const pattern of patterns) expect(nested.test(pattern.replace(/\[(?:[^\]\\]|\\.)*\]/g, 'x')), `${file}: ${pattern}`).toBe(false);
      }
    }
  });
});
