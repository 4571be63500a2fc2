import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lastOrder, says } from '../shop/ordering/buying.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const ROOT = join(import.meta.dirname, '../..');
const HOSTILE = [
  `'; DROP TABLE orders; --`, `" OR 1=1 --`, `x'); DELETE FROM customers; --`, `Robert'); DROP TABLE customers;--`, `%' OR '%'='`, `\\'; UPDATE orders SET total = 1; --`, `1; ATTACH DATABASE '/tmp/x.db' AS x`,
  `' UNION SELECT password FROM accounts --`, `wajan" NEAR "panci`, `wajan* AND (`, `{col} : wajan`, `"`, `'`, `\u0000'`, `?1`, `@customer`, `:chat`,
];

describe('text that would be SQL (S8)', () => {
  it('no statement is put together from text: numbers and names of ours alone, and never in the call', () => {
    const files = ['src', 'flows'].flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file)).map((file) => join(ROOT, folder, file)));
    expect(files.length).toBeGreaterThan(200);
    // `${…}` anywhere in the first argument of prepare or exec.
    const made = files.filter((file) => /\.(?:prepare|exec)(?:<[^>]*>)?\(\s*`[^`]*\$\{/.test(readFileSync(file, 'utf8')));
    expect(made).toEqual([]);
  });

  it('is stored and searched for as what it is, from the first word to the label', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    const tables = (): unknown => shop.db.prepare(`SELECT name FROM sqlite_schema ORDER BY name`).pluck().all();
    const before = tables();
    HOSTILE.forEach((text, i) => {
      const chat = `c${i}${text}`;
      shop.hear(chat, text, { id: `m${i}${text}`, name: text });
      says(shop, chat, `cari ${text}`);
      says(shop, chat, `Order: spatula silikon 1\nNama: Rina\nHP: 081234567890\nAlamat: Jl. Merpati ${text.replace(/\n/g, ' ')} 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler`);
      says(shop, chat, 'transfer');
    });
    expect(tables()).toEqual(before);
    expect(lastOrder(shop)?.total).toBeGreaterThan(35_000);
    expect(shop.db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(HOSTILE.length);
    expect(shop.brokenInvariants()).toEqual([]);
    expect(shop.failures).toEqual([]);
  });
});
