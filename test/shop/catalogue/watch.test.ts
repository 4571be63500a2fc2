import { mkdir, rename, rm, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { catalogueVersion, loadCatalogue } from '../../../src/shop/catalogue/load.ts';
import { watchCatalogue } from '../../../src/shop/catalogue/watch.ts';
import { folderWith, loadedOf, SOUND } from './owner-folder.ts';
import { workbook } from './workbook.ts';

const closing: (() => Promise<void>)[] = [];
afterEach(async () => { for (const close of closing.splice(0)) await close(); });

/** A watched folder, and what was announced of it so far. */
async function watched(files: Readonly<Record<string, string | Uint8Array>> = SOUND, beginning: { readonly beginsAfterMs?: number; readonly edited?: string } = {}) {
  const folder = await folderWith(files);
  let live = loadedOf(await loadCatalogue(folder)).version;
  if (beginning.edited !== undefined) await writeFile(join(folder, 'products.csv'), beginning.edited);
  const heard: string[] = [];
  const watching = watchCatalogue({
    folder, load: () => loadCatalogue(folder), liveVersion: () => live, versionNow: () => catalogueVersion(folder), ...(beginning.beginsAfterMs !== undefined && { beginsAfterMs: beginning.beginsAfterMs }),
    onLoaded: (catalogue) => { live = catalogue.version; heard.push(catalogue.products.map((product) => product.price).join(' ')); },
    onRefused: (problems) => heard.push(...problems.map((problem) => `${problem.file}:${problem.line}`)),
  });
  closing.push(() => watching.close());
  await watching.ready;
  const until = (expected: readonly string[]) => vi.waitFor(() => expect(heard).toEqual(expected), { timeout: 20_000, interval: 20 });
  return { folder, heard, until, lookNow: () => watching.lookNow(), save: (name: string, content: string | Uint8Array) => writeFile(join(folder, name), content) };
}

const products = (price: string) => `sku,name,price,weight_g\nA,Wajan,${price},900\n`;

describe('files that are watched', () => {
  it('a good change is live; a bad one is told with its place and changes nothing; a repaired one is live again', async () => {
    const { save, until } = await watched();
    await save('products.csv', products('80000'));
    await until(['80000']);
    await save('products.csv', products('delapan'));
    await until(['80000', 'products.csv:2']);
    await save('products.csv', products('90000'));
    await until(['80000', 'products.csv:2', '90000']);
  });

  it('are seen as they are when the watching begins, however late', async () => {
    const { until } = await watched(SOUND, { beginsAfterMs: 1, edited: products('80000') });
    await until(['80000']);
  });

  it('are looked at without waiting for whoever has just put one in its place, once', async () => {
    const { heard, save, until, lookNow } = await watched();
    await save('products.csv', products('80000'));
    await lookNow();
    expect(heard).toEqual(['80000']);
    await save('products.csv', products('81000'));
    await until(['80000', '81000']);
  });

  it('a save by a temporary file and a rename, beside lock files, is one good change', async () => {
    const { folder, save, until } = await watched();
    await save('~$products.csv', 'kunci');
    await save('.products.csv.swp', 'x');
    await save('products.csv.tmp', products('setengah'));
    await unlink(join(folder, 'products.csv'));
    await rename(join(folder, 'products.csv.tmp'), join(folder, 'products.csv'));
    await save('products.csv', products('81000'));
    await rm(join(folder, '~$products.csv'));
    await until(['81000']);
  });

  it('a workbook written in pieces, and a new photo, are seen whole', async () => {
    const bytes = await workbook([['sku', 'name', 'price', 'weight_g', 'photo'], ['A', 'Wajan', 82000, 900, 'a.png']]);
    const { 'products.csv': _csv, ...rest } = SOUND;
    const { folder, save, until } = await watched({ ...rest, 'products.xlsx': await workbook([['sku', 'name', 'price'], ['A', 'Wajan', 75000]]) });
    await save('products.xlsx', bytes.slice(0, 500));
    await save('products.xlsx', bytes);
    await until(['82000']);
    await mkdir(join(folder, 'photos'));
    await save('photos/a.png', 'x');
    await until(['82000', '82000']);
  });

  it('a store file that comes and goes is followed', async () => {
    const { folder, save, until } = await watched();
    await save('faq.yaml', '- { questions: [a], answer: b }\n');
    await until(['165000 35000']);
    await unlink(join(folder, 'faq.yaml'));
    await until(['165000 35000', '165000 35000']);
  });
});
