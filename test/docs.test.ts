import { existsSync, readdirSync, readFileSync, cpSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueChecks } from '../src/catalogue-checks.ts';
import { loadCatalogue } from '../src/shop/catalogue/load.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';

const ROOT = resolve(import.meta.dirname, '..');
const docs = ['README.md', 'catalog/README.md', 'bench/README.md', ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' }).map((file) => `docs/${file}`)]
  .filter((file) => file.endsWith('.md') && existsSync(join(ROOT, file)));
const textOf = (file: string): string => readFileSync(join(ROOT, file), 'utf8');
const { scripts } = JSON.parse(textOf('package.json')) as { scripts: Record<string, string> };

describe('what the docs say', () => {
  it.each(docs)('%s names only commands that there are', (file) => {
    const commands = [...textOf(file).matchAll(/npm run (?:--silent |-s )?([\w:-]+)/g)].map((match) => match[1]!);
    expect(commands.filter((command) => scripts[command] === undefined)).toEqual([]);
  });

  it.each(docs)('%s links only to what is there', (file) => {
    const links = [...textOf(file).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map((match) => match[1]!).filter((link) => !/^[a-z]+:/.test(link));
    expect(links.filter((link) => !existsSync(resolve(ROOT, dirname(file), link)))).toEqual([]);
  });

  it.each(docs)('%s names only files of the tree that are there', (file) => {
    const paths = [...textOf(file).matchAll(/`((?:src|flows|test|bench|catalog|docs|bin|deploy)\/[\w./-]*[\w/])`/g)].map((match) => match[1]!).filter((path) => !path.includes('XX'));
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  /** A block of YAML whose first line is a comment with the file's name is that file, whole or in part. */
  const examples = docs.flatMap((file) => [...textOf(file).matchAll(/```yaml\n(# ?([\w]+\.yaml)[^]*?)```/g)].map((match) => ({ file, name: match[2]!, text: match[1]! })));

  it('shows files of the owner that are read as they stand', async () => {
    expect(examples.length).toBeGreaterThan(0);
    for (const { file, name, text } of examples) {
      const folder = mkdtempSync(join(tmpdir(), 'docs-'));
      cpSync(join(ROOT, 'catalog'), folder, { recursive: true });
      writeFileSync(join(folder, name), text);
      const loaded = await loadCatalogue(folder, catalogueChecks(createGazetteer()));
      expect(loaded.kind === 'refused' ? loaded.problems : [], `${name} in ${relative(ROOT, file)}`).toEqual([]);
    }
  });
});
