import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { catalogueChecks } from '../../src/catalogue-checks.ts';
import { createOwnerFiles, type OwnerFiles } from '../../src/owner-files/desk.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';

const checks = catalogueChecks(createGazetteer());
let catalogDir: string;
let dataDir: string;
let files: OwnerFiles;
let now: number;

beforeEach(() => {
  // A folder of its own around it: what is written beside the files must show, and nobody else's.
  catalogDir = join(mkdtempSync(join(tmpdir(), 'katalog-')), 'catalog');
  dataDir = mkdtempSync(join(tmpdir(), 'data-'));
  cpSync(join(import.meta.dirname, '../../catalog'), catalogDir, { recursive: true });
  now = Date.parse('2026-11-23T10:00:00+07:00');
  let id = 0;
  files = createOwnerFiles({ catalogDir, dataDir, checks, now: () => now, newId: () => `s${++id}`, applied: () => Promise.resolve() });
});

const read = (name: string): string => readFileSync(join(catalogDir, name), 'utf8');
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const dearer = (): string => read('products.csv').replace('165000', '170000');

async function stagedId(name: string, content: Uint8Array): Promise<string> {
  const staging = await files.stage(name, content);
  if (staging.kind !== 'staged') throw new Error(JSON.stringify(staging));
  return staging.staged.id;
}

describe("the owner's files, changed from a phone", () => {
  it('are looked at without touching anything', async () => {
    const before = read('products.csv');
    await stagedId('products.csv', bytes(dearer()));
    expect(read('products.csv')).toBe(before);
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('are put in place whole, and the one before can be put back', async () => {
    const before = read('products.csv');
    const after = dearer();
    expect(await files.apply(await stagedId('products.csv', bytes(after)))).toEqual({ kind: 'applied', file: 'products.csv' });
    expect(read('products.csv')).toBe(after);
    const [kept] = await files.kept();
    expect(kept).toMatchObject({ file: 'products.csv', at: now });
    now += 60_000;
    const back = await files.stageKept(kept!.name);
    await files.apply(back.kind === 'staged' ? back.staged.id : '');
    expect(read('products.csv')).toBe(before);
    expect(await files.kept()).toHaveLength(2);
  });

  it('with a mistake are refused with file, line and column, and nothing changes', async () => {
    const before = read('products.csv');
    const staging = await files.stage('products.csv', bytes(before.replace('165000', 'seratus ribu')));
    expect(staging).toMatchObject({ kind: 'refused' });
    expect(staging.kind === 'refused' && staging.problems[0]).toMatchObject({ file: 'products.csv', line: expect.any(Number) as number });
    expect(read('products.csv')).toBe(before);
  });

  it('that somebody changed meanwhile are not overwritten', async () => {
    const id = await stagedId('products.csv', bytes(dearer()));
    const meanwhile = read('products.csv').replace('165000', '160000');
    writeFileSync(join(catalogDir, 'products.csv'), meanwhile);
    expect(await files.apply(id)).toEqual({ kind: 'changed_meanwhile', file: 'products.csv' });
    expect(read('products.csv')).toBe(meanwhile);
  });

  it('are applied once', async () => {
    const id = await stagedId('products.csv', bytes(dearer()));
    await files.apply(id);
    expect(await files.apply(id)).toEqual({ kind: 'gone' });
  });

  it('in another format take the place of the products, and do not lie beside them', async () => {
    const tsv = 'sku\tname\tprice\tstock\tweight\nA-1\tPanci\t10000\t5\t500\n';
    await files.apply(await stagedId('products.tsv', bytes(tsv)));
    expect(existsSync(join(catalogDir, 'products.csv'))).toBe(false);
    expect(read('products.tsv')).toBe(tsv);
    expect((await files.kept())[0]).toMatchObject({ file: 'products.csv' });
  });

  it.each(['staff.yaml', '.env', '../store.yaml.sh', 'products.csv.exe', 'photos/x.png', ''])('called %j are none of those that may be brought', async (name) => {
    expect((await files.stage(name, bytes('x'))).kind).toBe('not_ours');
  });

  it('go by their own name, whatever folders the device puts before it (S9)', async () => {
    const before = readdirSync(join(catalogDir, '..')).sort();
    await files.apply(await stagedId('..\\..\\..\\Products.CSV', bytes(dearer())));
    expect(read('products.csv')).toContain('170000');
    expect(readdirSync(join(catalogDir, '..')).filter((name) => !before.includes(name))).toEqual([]);
  });

  it('never lead a history name out of the history', async () => {
    expect((await files.stageKept('../../etc/passwd')).kind).toBe('not_ours');
  });
});
