import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NearWords } from '../../../../src/shop/catalogue/search/near-words.ts';
import { soundOf } from '../../../../src/shop/catalogue/search/sound.ts';
import { oneSlipCost, slips } from '../../../../src/shop/catalogue/search/spelling.ts';
import { Vocabulary } from '../../../../src/shop/catalogue/search/vocabulary.ts';

/** Few letters, so that near words are common. */
const word = fc.string({ unit: fc.constantFrom(...'abc'), minLength: 4, maxLength: 9 });

/** The textbook: optimal string alignment, full table. */
function distance(a: string, b: string): number {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const cell = (i: number, j: number): number => rows[i]?.[j] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    for (let j = 1; j <= b.length; j++) {
      let least = Math.min(cell(i - 1, j) + 1, cell(i, j - 1) + 1, cell(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, cell(i - 2, j - 2) + 1);
      const row = rows[i];
      if (row !== undefined) row[j] = least;
    }
  }
  return cell(a.length, b.length);
}

function vocabularyOf(words: readonly string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const one of words) vocabulary.add(one);
  vocabulary.trim();
  return vocabulary;
}

const letters = (text: string): Uint16Array => Uint16Array.from(text, (letter) => letter.charCodeAt(0));

describe('spelling', () => {
  it('counts one slip exactly where the textbook does', () => {
    fc.assert(fc.property(word, word, (a, b) => {
      expect(oneSlipCost(a, letters(b), 0, b.length) <= 1).toBe(distance(a, b) <= 1);
    }), { numRuns: 3000 });
  });

  it('counts up to two slips exactly as the textbook does', () => {
    fc.assert(fc.property(word, word, (a, b) => {
      expect(slips(a, letters(b), 0, b.length)).toBe(Math.min(3, distance(a, b)));
    }), { numRuns: 3000 });
  });

  it('finds likelier slips cheaper', () => {
    const cost = (written: string, meant: string): number => oneSlipCost(written, letters(meant), 0, meant.length);
    expect(cost('teflon', 'teflon')).toBe(0);
    expect(cost('tefflon', 'teflon')).toBeLessThan(cost('tefxlon', 'teflon'));
    expect(cost('teplon', 'teflon')).toBeLessThan(cost('tekwon', 'teflon'));
    expect(cost('teplon', 'teflon')).toBeLessThan(cost('temlon', 'teflon'));
    expect(cost('eajan', 'wajan')).toBeLessThan(cost('majan', 'wajan'));
  });
});

describe('near words', () => {
  it('are all the words within one slip, and no others', () => {
    fc.assert(fc.property(fc.uniqueArray(word, { maxLength: 60 }), word, (known, written) => {
      const vocabulary = vocabularyOf(known);
      const found = new NearWords(vocabulary).withinOneSlip(written).map(({ term }) => vocabulary.textOf(term)).sort();
      expect(found).toEqual(known.filter((one) => distance(one, written) <= 1).sort());
    }), { numRuns: 500 });
  });

  it('include, for a longer word, those two slips away', () => {
    const long = fc.string({ unit: fc.constantFrom(...'abcd'), minLength: 8, maxLength: 10 });
    fc.assert(fc.property(fc.uniqueArray(long, { maxLength: 40 }), long, (known, written) => {
      const vocabulary = vocabularyOf(known);
      const found = new NearWords(vocabulary).farther(written).map(({ term }) => vocabulary.textOf(term));
      expect(found).toEqual(expect.arrayContaining(known.filter((one) => distance(one, written) <= 2 && one !== written)));
    }), { numRuns: 300 });
  });

  it('never include numbers', () => {
    const near = new NearWords(vocabularyOf(['1000', '280mm', '28#', 'seribu']));
    expect(near.withinOneSlip('1001')).toEqual([]);
    expect(near.farther('28')).toEqual([]);
  });

  it('include what sounds the same', () => {
    const vocabulary = vocabularyOf(['stainless', 'teflon', 'pashmina', 'panci', 'wajan']);
    const near = new NearWords(vocabulary);
    const sounding = (written: string): string[] => near.soundingLike(written).map(({ term }) => vocabulary.textOf(term));
    expect(sounding('stenlis')).toEqual(['stainless']);
    expect(sounding('pasmina')).toEqual(['pashmina']);
    expect(sounding('wjn')).toEqual(['wajan']);
    expect(sounding('pink')).toEqual([]);
    expect(soundOf('kaki')).toBe('');
  });
});

describe('the vocabulary', () => {
  it('gives back every word it was given, under one number', () => {
    fc.assert(fc.property(fc.array(fc.string({ minLength: 1, maxLength: 12 }), { maxLength: 900 }), (words) => {
      const vocabulary = vocabularyOf(words);
      expect(vocabulary.size).toBe(new Set(words).size);
      for (const one of words) expect(vocabulary.textOf(vocabulary.find(one))).toBe(one);
      expect(vocabulary.find('not among them, surely')).toBe(-1);
    }), { numRuns: 50 });
  });
});
