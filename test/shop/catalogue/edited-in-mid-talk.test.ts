import { cp, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { catalogueChecks } from '../../../src/catalogue-checks.ts';
import { loadCatalogue } from '../../../src/shop/catalogue/load.ts';
import { createGazetteer } from '../../../src/shop/shipping/gazetteer.ts';
import { TestShop } from '../../test-shop.ts';
import { says } from '../ordering/buying.ts';
import { folderWith, loadedOf } from './owner-folder.ts';

const checks = catalogueChecks(createGazetteer());
const SAMPLE = resolve(import.meta.dirname, '../../../catalog');

interface Edit {
  readonly file: string;
  /** A change of the file, and the same file with a mistake in it. */
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  /** What shows that the change is live. */
  readonly shows: (shop: TestShop) => string;
  readonly expected: RegExp;
}

let strangers = 0;
const asked = (text: string) => (shop: TestShop): string => says(shop, `stranger${strangers++}`, text).map((message) => message.text).join('\n');
const replaced = (from: string | RegExp, to: string) => (text: string): string => {
  const made = text.replace(from, to);
  if (made === text) throw new Error(`nothing to replace: ${String(from)}`);
  return made;
};
const added = (line: string) => (text: string): string => `${text}\n${line}\n`;

const EDITS: readonly Edit[] = [
  { file: 'products.csv', good: replaced(/35000/, '36500'), bad: replaced(/35000/, 'tiga lima'), shows: asked('spatula silikon harganya brp'), expected: /Rp36\.500/ },
  { file: 'store.yaml', good: replaced('name: Dapur Kita', 'name: Dapur Nusantara'), bad: replaced('salutation:', 'salutasion:'), shows: asked('halo'), expected: /Dapur Nusantara/ },
  { file: 'shipping.yaml', good: replaced('name: JNE Reguler', 'name: JNE Hemat'), bad: replaced('works: mon-sat', 'works: senin-sabtu-ish'), shows: asked('ongkir spatula silikon ke bandung'), expected: /JNE Hemat/ },
  { file: 'faq.yaml', good: added('- questions: ["ada kucing di tokonya"]\n  answer: "Ada dua, Oyen dan Abu."'), bad: added('- questions: "ada kucing'), shows: asked('ada kucing di tokonya ga'), expected: /Oyen/ },
  { file: 'policy.yaml', good: replaced('paling lambat 3 hari', 'paling lambat 5 hari'), bad: added('retunrs: salah'), shows: asked('mau retur dong, barangnya salah'), expected: /5 hari/ },
  { file: 'replies.yaml', good: added('cart.empty: "Keranjang {sapaan} kosong melompong."'), bad: added('cart.empty: "Keranjang {sapan} kosong."'), shows: asked('keranjang'), expected: /kosong melompong/ },
  {
    file: 'quick_replies.yaml', good: added('- { id: besok, text: "Besok ya {sapaan}." }'), bad: added('- { id: besok }'),
    shows: (shop) => shop.shop.desk.quickReplies(shop.chatId('c2')).map((reply) => reply.text).join(), expected: /Besok ya Kak/,
  },
  {
    file: 'staff.yaml', good: added('- { id: wati, name: Wati, role: admin }'), bad: added('- { id: wati, name: Wati, role: bos }'),
    shows: (shop) => JSON.stringify(shop.shop.desk.claim({ by: 'wati', id: 'w1' }, shop.chatId('c2'))), expected: /done/,
  },
  { file: 'examples.yaml', good: added('payment_info: ["pakai dompet oren bisa", "dompet oren bisa ga"]'), bad: added('payment_inf: ["dompet oren"]'), shows: asked('pake dompet oren bs?'), expected: /Bisa bayar dengan/ },
];

describe('each of the owner\'s files, edited while customers are talking', () => {
  it.each(EDITS)('$file: a mistake is told with its line and changes nothing, a good change is live, the open talk goes on', async ({ file, good, bad, shows, expected }) => {
    const folder = await folderWith({});
    await cp(SAMPLE, folder, { recursive: true });
    const before = await readFile(join(folder, file), 'utf8').catch(() => '');
    const load = () => loadCatalogue(folder, checks);
    const shop = new TestShop({ catalogue: loadedOf(await load()), at: '2026-11-23T10:00:00+07:00' });
    for (const text of ['ambil gelas takar 1', 'checkout', 'bandung', '1']) says(shop, 'c1', text);
    says(shop, 'c2', 'halo kak');

    await writeFile(join(folder, file), bad(before));
    const refused = await load();
    expect(refused.kind).toBe('refused');
    const problems = refused.kind === 'refused' ? refused.problems.filter((problem) => problem.severity === 'error') : [];
    expect(problems.map((problem) => problem.file)).toEqual([file]);
    expect(problems[0]!.line).toBeGreaterThan(0);
    expect(problems[0]!.should).not.toBe('');

    await writeFile(join(folder, file), good(before));
    expect(shows(shop)).not.toMatch(expected);
    shop.renew(loadedOf(await load()));
    expect(shows(shop)).toMatch(expected);

    const next = says(shop, 'c1', 'Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong').map((message) => message.text).join('\n');
    expect(next).toMatch(/Ini pesanannya Kak:[^]*Gelas Takar[^]*Mau bayar pakai apa/);
    expect(shop.failures).toEqual([]);
  });
});
