import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createMisunderstood } from '../../src/database/misunderstood.ts';
import { openDatabase } from '../../src/database/open.ts';
import { createProductSearch } from '../../src/shop/catalogue/search.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { groupAlike, lessonsFor, understoodNow } from '../../src/teaching/lesson.ts';
import { peek } from '../../src/teaching/peek.ts';
import { teachingReport } from '../../src/teaching/report.ts';
import { createUnderstanding } from '../../src/understanding/understanding.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const search = createProductSearch(catalogue.products);
const understanding = createUnderstanding({ catalogue, search, gazetteer: createGazetteer(), examples: {} });
const AT = Date.parse('2026-11-24T10:00:00+07:00');

describe('what was not understood', () => {
  it('is kept, listed, taught by a line in the file, and understood after the reload', () => {
    const shop = new TestShop({ catalogue, at: AT });
    const heard = (id: string) => { shop.hear('c1', 'zembla frobnik quuxo', { id }); return shop.receive().at(-1)?.text ?? ''; };
    expect(heard('m1')).toContain('belum menangkap');
    expect(shop.shop.tables.misunderstood.since(0)).toMatchObject([{ text: 'zembla frobnik quuxo', times: 1 }]);
    shop.renew({ ...catalogue, examples: { ask_hours: ['zembla frobnik quuxo'] } });
    expect(heard('m2')).toMatch(/buka|tutup/);
  });

  it('is one puzzle whatever the order of its words and its manners, the most frequent first', () => {
    const puzzles = groupAlike([
      { text: 'zonk flibber wok?', times: 1, last: 5 }, { text: 'lain sekali', times: 2, last: 9 }, { text: 'flibber wok zonk ya kak', times: 2, last: 7 },
    ]);
    expect(puzzles).toEqual([
      { text: 'flibber wok zonk ya kak', alike: ['zonk flibber wok?'], times: 3, last: 7 }, { text: 'lain sekali', alike: [], times: 2, last: 9 },
    ]);
  });

  it('leads a word for goods to their aliases and a question to the FAQ', () => {
    const files = (text: string) => lessonsFor(text, { understanding, search, catalogue }).map((lesson) => lesson.file);
    expect(files('zonk bisa digadaikan ga?')[0]).toBe('faq.yaml');
    expect(lessonsFor('wajan zembla', { understanding, search, catalogue })[0]).toMatchObject({ file: 'products', write: expect.stringContaining('aliases') as string });
  });

  it('is no puzzle any more once it is understood', () => {
    expect(understoodNow('jam buka berapa kak', understanding)).toBe(true);
    expect(understoodNow('zembla frobnik quuxo', understanding)).toBe(false);
  });

  it('is told in words an owner can follow', () => {
    const report = teachingReport({
      learned: 1, day: () => '24 Nov 2026',
      puzzles: [{ puzzle: { text: 'a b', alike: ['b a'], times: 3, last: AT }, lessons: [{ file: 'faq.yaml', write: '- questions: ["a b"]', why: 'bila jawabannya selalu sama' }] }],
    });
    expect(report).toContain('1. "a b" (3 kali, terakhir 24 Nov 2026)');
    expect(report).toContain('→ faq.yaml, bila jawabannya selalu sama:\n       - questions: ["a b"]');
    expect(teachingReport({ learned: 0, day: String, puzzles: [] })).toBe('Tidak ada tulisan pelanggan yang belum dimengerti.\n');
  });
});

describe('a look into the books of a running shop', () => {
  it('reads what is committed while the shop holds its database for itself', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ladeni-teaching-'));
    const db = openDatabase(folder);
    try {
      db.pragma('foreign_keys = OFF');
      createMisunderstood(db).keep(1, 'Zonk?', AT);
      expect(peek(folder, (copy) => createMisunderstood(copy).since(0))).toEqual([{ text: 'zonk?', times: 1, last: AT }]);
    } finally {
      db.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('finds nothing where there is no shop yet', () => {
    expect(peek(join(tmpdir(), 'no-such-shop'), () => 1)).toBeNull();
  });
});
