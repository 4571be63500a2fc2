import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runScript } from '../src/scripted-shop.ts';
import { createProductSearch } from '../src/shop/catalogue/search.ts';
import { openHolidays } from '../src/shop/service/holidays.ts';
import { createGazetteer } from '../src/shop/shipping/gazetteer.ts';
import { fashion, kitchenware } from './shop/catalogue/search-fixtures.ts';

/** Makes a thing, keeps it as a file would, and gives what comes back. */
const throughAFile = <T>(make: () => T): T => deserialize(serialize(make())) as T;

describe('what is kept between starts is what would be made', () => {
  it('the search index, whatever the goods cost today', () => {
    for (const products of [kitchenware, fashion, []]) {
      const fresh = createProductSearch(products.map((product) => ({ ...product, price: product.price + 1 })));
      const kept = createProductSearch(products.map((product) => ({ ...product, price: product.price + 1 })), () => throughAFile(() => {
        let arrays: unknown;
        createProductSearch(products, (make) => (arrays = make()) as ReturnType<typeof make>);
        return arrays as never;
      }));
      for (const query of ['wajan', 'wajn teplon 28', 'panci presto', 'kemeja flanel l', 'teflon granit', products[0]?.sku ?? 'x', 'sptula', 'krudng', '']) {
        expect(kept.search(query, { maxPrice: 150_000, sort: 'cheapest' }), query).toEqual(fresh.search(query, { maxPrice: 150_000, sort: 'cheapest' }));
        expect(kept.search(query), query).toEqual(fresh.search(query));
        expect(kept.knows(query)).toBe(fresh.knows(query));
      }
    }
  });

  it('the map of places', () => {
    const [fresh, kept] = [createGazetteer(), createGazetteer(throughAFile)];
    for (const text of ['ke bdg', 'kirim ke kec coblong bandung', 'jakarta selatn', 'tanggerang', 'kebandung', 'dari medan ke solo', 'kec cobong', 'halo kak', 'misool utara']) {
      expect(kept.find(text.split(' ')), text).toEqual(fresh.find(text.split(' ')));
      expect(kept.find(text.split(' '), { expected: true }), text).toEqual(fresh.find(text.split(' '), { expected: true }));
    }
    expect(kept.allByName('Bandung')).toEqual(fresh.allByName('Bandung'));
    expect([kept.byCode('32.73'), kept.inside('32')]).toEqual([fresh.byCode('32.73'), fresh.inside('32')]);
  });

  it('the days off', () => {
    expect(openHolidays((_texts, make) => throughAFile(make)).ofYear(2026)).toEqual(openHolidays().ofYear(2026));
  });
});

describe('a shop that starts again', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'ladeni-starts-'));
    cpSync(resolve(import.meta.dirname, '../catalog'), join(folder, 'catalog'), { recursive: true });
    writeFile('script.jsonl', ['halo kak', 'ada wajan teflon 28?', 'ada kuali raksasa?', 'ongkir ke coblong bandung berapa?'].map((text, i) => JSON.stringify({ at: `2026-11-23T10:0${i}:00+07:00`, chat: 'c1', text })).join('\n'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));
  const writeFile = (name: string, text: string): void => writeFileSync(join(folder, name), text);

  /** What it says to a customer who is new to it, after a start with what earlier starts kept, or with nothing. */
  async function said(data: string): Promise<readonly string[]> {
    const texts: string[] = [];
    for (const file of ['ladeni.db', 'ladeni.db-wal', 'ladeni.db-shm']) rmSync(join(folder, data, file), { force: true });
    await runScript({
      script: join(folder, 'script.jsonl'), catalog: join(folder, 'catalog'), data: data === ':memory:' ? data : join(folder, data), files: folder, pauseMs: 0,
      write: (line) => { const { text } = JSON.parse(line) as { text?: string }; if (text !== undefined) texts.push(text); },
    });
    return texts;
  }
  const kept = (): string[] => readdirSync(join(folder, 'data/cache')).sort();

  it('says the same, and after an edit what the edited files say', async () => {
    const first = await said('data');
    expect(kept().map((name) => name.split('-')[0])).toEqual(['holidays', 'learned', 'places', 'products', 'search', 'settings']);
    const files = kept();
    expect(await said('data')).toEqual(first);
    expect(kept()).toEqual(files);
    const products = join(folder, 'catalog/products.csv');
    writeFileSync(products, readFileSync(products, 'utf8').replace('Wajan Teflon Granit 24 cm', 'Kuali Raksasa'));
    const edited = await said('data');
    expect(edited.join()).toContain('Kuali Raksasa');
    expect(edited).toEqual(await said(':memory:'));
    expect(kept().filter((name) => !files.includes(name)).map((name) => name.split('-')[0])).toEqual(['products', 'search', 'settings']);
  });
});
