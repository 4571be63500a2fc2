import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptResults } from '../src/kept-results.ts';

let folder: string;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'ladeni-kept-')); });
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is asked of a new start, and whether it had to be worked out. */
function asked(name: string, from: string, value: unknown = new Map([['a', Float32Array.of(1, 2)]])) {
  let made = 0;
  const result = keptResults(join(folder, 'cache'))(name, () => from, () => { made++; return value; });
  return { result, made };
}
const files = (): string[] => readdirSync(join(folder, 'cache')).sort();

describe('results kept between starts', () => {
  it('are worked out once, and come back as they were', () => {
    const first = asked('learned', 'examples');
    const second = asked('learned', 'examples');
    expect([first.made, second.made]).toEqual([1, 0]);
    expect(second.result).toEqual(first.result);
  });

  it('are made anew from anything else, in the place of the old ones', () => {
    asked('learned', 'examples');
    asked('other', 'examples');
    expect(asked('learned', 'examples and one', 'new')).toEqual({ result: 'new', made: 1 });
    expect(files().map((file) => file.split('-')[0])).toEqual(['learned', 'other']);
    expect(asked('learned', 'examples', 'back')).toEqual({ result: 'back', made: 1 });
  });

  it('are made anew by another version of the program, where they hang on it', () => {
    const of = (version: string, value: string) => keptResults(join(folder, 'cache'), version)('index', () => 'goods', () => value);
    expect([of('1', 'old'), of('1', 'unasked'), of('2', 'new'), of('1', 'back')]).toEqual(['old', 'old', 'new', 'back']);
  });

  it('are made anew where a bit is wrong, a half is missing or all is', () => {
    asked('learned', 'examples', { rows: ['satu', 'dua'] });
    const [file] = files();
    const whole = readFileSync(join(folder, 'cache', file!));
    const flipped = Buffer.from(whole);
    // What it holds can still be read, and is another.
    flipped[whole.indexOf('satu')]! ^= 1;
    for (const damaged of [flipped, whole.subarray(0, whole.length / 2), Buffer.alloc(0)]) {
      writeFileSync(join(folder, 'cache', file!), damaged);
      expect(asked('learned', 'examples', 'anew')).toEqual({ result: 'anew', made: 1 });
      expect(asked('learned', 'examples')).toEqual({ result: 'anew', made: 0 });
    }
  });

  it('are worked out each time where nothing can be written', () => {
    writeFileSync(join(folder, 'cache'), 'a file in the way');
    expect(asked('learned', 'examples', 1)).toEqual({ result: 1, made: 1 });
    expect(asked('learned', 'examples', 2)).toEqual({ result: 2, made: 1 });
  });
});
