import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { catalogueChecks, keptChecks } from '../../../src/catalogue-checks.ts';
import type { KeptChecks } from '../../../src/shop/catalogue/kept-checks.ts';
import { catalogueVersion, loadCatalogue } from '../../../src/shop/catalogue/load.ts';
import type { Catalogue, LoadOutcome } from '../../../src/shop/catalogue/snapshot.ts';
import { createGazetteer } from '../../../src/shop/shipping/gazetteer.ts';

const CHECKS = catalogueChecks(createGazetteer());
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ladeni-kept-checks-'));
  cpSync(resolve(import.meta.dirname, '../../../catalog'), join(folder, 'catalog'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const file = (name: string): string => join(folder, 'catalog', name);
const edit = (name: string, from: string, to: string): void => {
  const before = readFileSync(file(name), 'utf8');
  expect(before).toContain(from);
  const { atime, mtime } = statSync(file(name));
  writeFileSync(file(name), before.replace(from, to));
  // What an edit did to the date of a file is nothing to go by.
  utimesSync(file(name), atime, mtime);
};

/** A start of the shop, and which of its checks it could leave out. */
async function start(version = 'this version'): Promise<{ readonly outcome: LoadOutcome; readonly spared: readonly string[] }> {
  const spared: string[] = [];
  const places = keptChecks(join(folder, 'cache'), version);
  const watched: KeptChecks = (name, from) => {
    const place = places(name, from);
    return { ...place, find() { const found = place.find(); if (found !== undefined) spared.push(name); return found; } };
  };
  return { outcome: await loadCatalogue(join(folder, 'catalog'), CHECKS, watched), spared };
}
const fresh = (): Promise<LoadOutcome> => loadCatalogue(join(folder, 'catalog'), CHECKS);

/** All that an outcome holds, without what it can only do. */
function told(outcome: LoadOutcome): object {
  if (outcome.kind === 'refused') return outcome;
  const { product: _product, variantsOf: _variantsOf, ...parts } = outcome.catalogue;
  return { ...outcome, catalogue: parts };
}
function frozen(value: unknown): boolean {
  return typeof value !== 'object' || value === null || (Object.isFrozen(value) && Object.values(value).every(frozen));
}

describe('what a check made of the owner’s files, kept between starts', () => {
  it('comes back as it was: the same goods and settings, unchangeable, with the same warnings', async () => {
    writeFileSync(file('stor.yaml'), 'name: x');
    const checked = (await start()).outcome;
    const { outcome, spared } = await start();
    expect(spared).toEqual(['products', 'settings']);
    expect(told(outcome)).toStrictEqual(told(checked));
    expect(told(outcome)).toStrictEqual(told(await fresh()));
    const { catalogue, warnings } = outcome as { catalogue: Catalogue; warnings: readonly unknown[] };
    expect(warnings.length).toBeGreaterThan(0);
    expect(frozen(catalogue)).toBe(true);
    expect(catalogue.version).toBe(await catalogueVersion(join(folder, 'catalog')));
    expect(catalogue.product('wtg-24')).toBe(catalogue.products.find((product) => product.sku === 'WTG-24'));
    expect(catalogue.variantsOf(catalogue.product('WTG-24')!).length).toBeGreaterThan(1);
  });

  it('is checked anew where one byte is another, and only what hangs on it', async () => {
    await start();
    edit('faq.yaml', 'a', 'e');
    const settings = await start();
    expect(settings.spared).toEqual(['products']);
    expect(told(settings.outcome)).toStrictEqual(told(await fresh()));
    edit('products.csv', 'Wajan', 'Wejan');
    const products = await start();
    expect(products.spared).toEqual([]);
    expect(told(products.outcome)).toStrictEqual(told(await fresh()));
  });

  it('never hides a mistake: what is wrong is told by file, line and column as if nothing were kept, at every start', async () => {
    await start();
    edit('shipping.yaml', 'origin: ', 'orgin: ');
    edit('products.csv', 'WTG-24', 'WTG-28');
    const before = await fresh();
    expect(before.kind).toBe('refused');
    expect(await start()).toStrictEqual({ outcome: before, spared: [] });
    expect(await start()).toStrictEqual({ outcome: before, spared: [] });
  });

  it('checks promotions against goods that changed', async () => {
    writeFileSync(file('promotions.yaml'), 'wholesale:\n  - { name: Grosir gelas, products: [GLS-250], steps: [ { min: 6, price: 9000 } ] }\n');
    expect((await start()).outcome.kind).toBe('loaded');
    const row = readFileSync(file('products.csv'), 'utf8').split('\n').find((line) => line.startsWith('GLS-250,'))!;
    edit('products.csv', row, row.replace(/^([^,]*,[^,]*,[^,]*,)\d+/, '$18999'));
    const { outcome } = await start();
    expect(outcome).toStrictEqual(await fresh());
    expect(outcome).toMatchObject({ kind: 'refused', problems: [{ file: 'promotions.yaml' }] });
  });

  it('sees a photo or a file come and go', async () => {
    await start();
    const [photo] = readdirSync(file('photos')).filter((name) => readFileSync(file('products.csv'), 'utf8').includes(name));
    const bytes = readFileSync(file(`photos/${photo}`));
    rmSync(file(`photos/${photo}`));
    const gone = await start();
    expect(gone.outcome).toMatchObject({ kind: 'loaded', warnings: [{ file: 'products.csv', what: expect.stringContaining(photo!) as string }] });
    writeFileSync(file(`photos/${photo}`), bytes);
    expect((await start()).outcome).toMatchObject({ kind: 'loaded', warnings: [] });
    writeFileSync(file('products.xls'), 'x');
    const looked = await start();
    expect(looked.outcome).toMatchObject({ kind: 'loaded', warnings: [{ file: 'products.xls' }] });
    rmSync(file('products.xls'));
    writeFileSync(file('products.tsv'), 'x');
    expect((await start()).outcome).toStrictEqual(await fresh());
  });

  it('is not that of another version of the program, nor of another folder', async () => {
    await start();
    expect((await start('the next version')).spared).toEqual([]);
    expect((await start('the next version')).spared).toEqual(['products', 'settings']);
    cpSync(join(folder, 'catalog'), join(folder, 'moved'), { recursive: true });
    const moved = await loadCatalogue(join(folder, 'moved'), CHECKS, keptChecks(join(folder, 'cache'), 'the next version'));
    expect((moved as { catalogue: Catalogue }).catalogue.products.some(({ photo }) => photo?.startsWith(join(folder, 'moved')))).toBe(true);
    expect(JSON.stringify(moved)).not.toContain(join(folder, 'catalog'));
  });

  it('costs only time where it is torn, garbled or gone', async () => {
    const checked = told((await start()).outcome);
    for (const spoil of [(bytes: Buffer) => bytes.subarray(0, bytes.length / 2), (bytes: Buffer) => Buffer.from(bytes).fill(7, bytes.length - 9), () => Buffer.alloc(0)]) {
      for (const name of readdirSync(join(folder, 'cache'))) writeFileSync(join(folder, 'cache', name), spoil(readFileSync(join(folder, 'cache', name))));
      const { outcome, spared } = await start();
      expect(spared).toEqual([]);
      expect(told(outcome)).toStrictEqual(checked);
    }
  });

  it('stands two starts at once, and keeps one file of each', async () => {
    const both = await Promise.all([start(), start()]);
    expect(told(both[0].outcome)).toStrictEqual(told(both[1].outcome));
    expect(readdirSync(join(folder, 'cache')).map((name) => name.split('-')[0]).sort()).toEqual(['products', 'settings']);
    expect((await start()).spared).toEqual(['products', 'settings']);
  });
});
