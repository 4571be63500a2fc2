import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const read = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const page = read('docs/promises.md');
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts);

/** Rows of the tables of faults and security: number → what shows it. */
const rows = new Map([...page.matchAll(/^\| ([FS]\d+) \| [^|]+ \| (.+) \|$/gm)].map(([, number, shown]) => [number!, shown!]));
const numbers = [...Array.from({ length: 43 }, (_, i) => `F${i + 1}`), ...Array.from({ length: 22 }, (_, i) => `S${i + 1}`)];

/** "`file` › part of a title" and "`file`", as a row names them. */
const named = (shown: string): readonly { file: string; title: string | null }[] =>
  [...shown.matchAll(/`(test\/[^`]+)`(?: › ([^;*]+?))?(?=;|\. \*|$)/g)].map(([, file, title]) => ({ file: file!, title: title?.trim() ?? null }));

/** A test's file without what is only remarked in it. */
const withoutRemarks = (file: string): string => read(file).replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '').replaceAll('\\\'', '\'');

describe('docs/promises.md', () => {
  it('speaks of every fault and every matter of security, once and in order', () => {
    expect([...rows.keys()]).toEqual(numbers);
  });

  it.each(numbers)('names for %s a test that is there', (number) => {
    const tests = named(rows.get(number) ?? '');
    expect(tests.length).toBeGreaterThan(0);
    for (const { file, title } of tests) {
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      if (title === null) expect(file).toMatch(/^test\/transcripts\/.+\.txt$/);
      else expect(withoutRemarks(file), `${file} has no test "${title}"`).toContain(title);
    }
  });

  it('shows its figures by commands that there are, over tests that there are', () => {
    const commands = [...page.matchAll(/`npm (?:run ([\w:-]+)|(test))(?: -- ([^`]+))?`/g)];
    expect(commands.length).toBeGreaterThan(10);
    for (const [whole, script, test, args] of commands) {
      expect(scripts, whole).toContain(script ?? test);
      for (const file of args?.split(' ').filter((word) => word.startsWith('test/')) ?? []) expect(existsSync(join(ROOT, file)), file).toBe(true);
    }
  });

  it('names no file that is not there', () => {
    for (const [, file] of page.matchAll(/`((?:test|docs|src|bench)\/[^`*]+)`/g)) expect(existsSync(join(ROOT, file!)), file).toBe(true);
  });
});
