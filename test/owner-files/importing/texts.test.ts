import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { generateSku } from '../../../src/owner-files/importing/generated-sku.ts';
import { textOfHtml } from '../../../src/owner-files/importing/html-text.ts';
import { categoryText, shortened, sizeText, weightText } from '../../../src/owner-files/importing/plain-values.ts';
import { understood } from './understood.ts';

describe('HTML as a chat shows it', () => {
  it.each([
    ['<p>Satu</p><p>Dua &amp; tiga</p>', 'Satu\n\nDua & tiga'],
    ['Baris<br>baru<br/>lagi', 'Baris\nbaru\nlagi'],
    ['<ul>\n<li>Baja</li>\n<li><b>Ringan</b></li></ul>', '- Baja\n\n- Ringan'],
    ['<style>p{color:red}</style>Isi<script>alert("<p>")</script>', 'Isi'],
    ['<table><tr><td>Berat</td><td>1 kg</td></tr></table>', 'Berat 1 kg'],
    ['Ukuran 5 < 10 cm & > 3', 'Ukuran 5 < 10 cm & > 3'],
    ['<p>Harga &lt; Rp50.000 &#8211; murah&nbsp;sekali &#x1F44D;</p>', 'Harga < Rp50.000 – murah sekali 👍'],
    ['<img src=x onerror=alert(1)>Panci', 'Panci'],
    ['<!-- catatan --><p>Panci', 'Panci'],
    ['Panci <b', 'Panci <b'],
  ])('%j', (html, text) => { expect(textOfHtml(html)).toBe(text); });

  it('holds no tag, and reads a long text in one go', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom('<p>', '</p>', '<li>', '<', '>', '<script>', '</script>', '<!--', '-->', 'a', ' ', '"')), (parts) => {
      expect(textOfHtml(parts.join(''))).not.toMatch(/<\/?(?:p|li|script)>/);
    }));
    expect(textOfHtml('<p>'.repeat(100_000) + 'x'.repeat(10)).length).toBe(10);
    expect(textOfHtml('<!--'.repeat(50_000))).toBe('');
  });
});

describe('values of other programs', () => {
  it.each([['0.26', 'kg', true, '260'], ['1.250', 'kg', true, '1250'], ['1,2', 'kg', false, '1,2 kg'], ['900', 'g', false, '900'], ['0.0', 'g', true, ''], ['2', 'lb', true, '907'], ['1 kg', 'g', true, '1000'], ['berat', 'g', true, 'berat']] as const)(
    'weight %s %s', (text, unit, machine, grams) => { expect(weightText(text, unit, machine)).toBe(grams); });
  it.each([['Kopi > Biji Kopi, Terlaris', false, 'Biji Kopi'], ['100636 - Rumah/Dapur/Panci', true, 'Panci'], ['100636', true, ''], ['Wajan & Panci', false, 'Wajan & Panci'], ['Kaos, Polos', false, 'Kaos']] as const)(
    'category %s', (text, paths, name) => { expect(categoryText(text, paths)).toBe(name); });
  it('sizes and long texts', () => {
    expect([sizeText('20', '15,5', '10'), sizeText('20', '', '10'), sizeText('0', '1', '1')]).toEqual(['20x15.5x10', '', '']);
    expect(shortened('kata '.repeat(1_000), 100).length).toBeLessThanOrEqual(100);
  });
});

describe('a SKU that was made', () => {
  it('says what it stands for, and differs where products do', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 20 }), (names) => {
      const skus = names.map((name) => generateSku(name, name, () => false));
      expect(skus.every((sku) => /^[A-Z0-9-]{4,64}$/.test(sku))).toBe(true);
      expect(names.map((name) => generateSku(name, name, () => false))).toEqual(skus);
    }));
    expect(generateSku('Panci Susu Enamel 14 cm', 'a', () => false)).toMatch(/^PANCI-SUSU-ENAMEL-14-CM-[A-Z0-9]{4}$/);
    const first = generateSku('Panci', 'a', () => false);
    expect(generateSku('Panci', 'b', (key) => key === first)).not.toBe(first);
    expect(generateSku('Panci', 'a', (key) => key === first)).toMatch(/^PANCI-[A-Z0-9]{8}$/);
  });

  it('is the same wherever the row stands', async () => {
    const rows = Array.from({ length: 12 }, (_, i) => `Barang ${i % 6},${i < 6 ? 'Merah' : 'Biru'},${10_000 + i}`);
    const skusOf = async (order: readonly string[]): Promise<Record<string, string>> => {
      const { products } = await understood('daftar-saya.csv', Buffer.from(['Nama,Varian,Harga', ...order].join('\n')));
      return Object.fromEntries(products.map((product) => [String((product as { price?: string }).price), product.sku]));
    };
    const once = await skusOf(rows);
    expect(new Set(Object.values(once)).size).toBe(12);
    await fc.assert(fc.asyncProperty(fc.shuffledSubarray(rows, { minLength: 12 }), async (order) => { expect(await skusOf(order)).toEqual(once); }), { numRuns: 20 });
  });
});
