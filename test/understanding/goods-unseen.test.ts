import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Meaning } from '../../src/understanding/meaning.ts';
import { understandingOf } from './shop-to-understand.ts';

const understanding = await understandingOf(join(import.meta.dirname, '../shops/serba'));

interface Line { readonly text: string; readonly goods: readonly { readonly sku: string; readonly pieces: number | null }[]; readonly place: string | null }

const lines = readFileSync(join(import.meta.dirname, 'data/goods-of-a-shop-unseen.tsv'), 'utf8').trim().split('\n').filter((line) => !line.startsWith('#')).map((line): Line => {
  const [expected, text] = line.split('\t');
  const [goods, place = null] = expected!.split(' > ');
  return {
    text: text!, place,
    goods: goods!.split(' ').map((one) => { const [sku, pieces] = one.split('='); return { sku: sku!, pieces: pieces === undefined ? null : Number(pieces) }; }),
  };
});

const skusOf = (meaning: Meaning) => meaning.products.map((product) => product.candidates[0]?.sku ?? '');

/** Lines that fail, as "text: what was found". */
const missed = (fits: (line: Line, meaning: Meaning) => boolean): readonly string[] => lines.flatMap((line) => {
  const meaning = understanding.understand(line.text);
  return fits(line, meaning) ? [] : [`${line.text}: ${JSON.stringify(meaning.products.map(({ candidates, quantity }) => [candidates.map(({ sku }) => sku), quantity?.pieces]))} ${meaning.place?.label ?? ''}`];
});

describe('goods of a shop that nothing was learned from: skincare, dresses, snacks, motor parts', () => {
  it('are found, each in its order, in at least 95 % of the lines', () => {
    const wrong = missed(({ goods }, meaning) => JSON.stringify(skusOf(meaning)) === JSON.stringify(goods.map(({ sku }) => sku)));
    expect(1 - wrong.length / lines.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('are counted as said, in at least 95 %', () => {
    const wrong = missed(({ goods }, meaning) => goods.every(({ pieces }, i) => pieces === null || pieces === (meaning.products[i]?.quantity ?? (goods.length === 1 ? meaning.quantity : null))?.pieces));
    expect(1 - wrong.length / lines.length, wrong.join('\n')).toBeGreaterThanOrEqual(0.95);
  });

  it('are sent to the place that was named', () => {
    expect(missed(({ place }, meaning) => place === null ? meaning.place === null : meaning.place?.label.includes(place) === true)).toEqual([]);
  });
});
