import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { metaFeed } from '../../../src/owner-files/exporting/meta-feed.ts';
import { productsAsText, productsAsWorkbook } from '../../../src/owner-files/exporting/product-export.ts';
import { mergedFile } from '../../../src/owner-files/importing/merge-file.ts';
import { readProductSheet } from '../../../src/owner-files/product-sheet.ts';
import { separatedText } from '../../../src/owner-files/separated-writing.ts';
import { guarded, withoutGuard } from '../../../src/shop/catalogue/files/formula-guard.ts';
import { readSeparatedText } from '../../../src/shop/catalogue/files/separated-text.ts';
import { loadCatalogueOrThrow } from '../../../src/shop/catalogue/load.ts';

const SAMPLE = join(import.meta.dirname, '../../../catalog');
const PAYLOADS = ['=cmd|"/c calc"!A1', '+62 812-3456', '-2+3', '@SUM(A1)', '\t=1', "'=1", "''-x", '- bahan baja\n- ringan', ' =x', '-5', '"kutip", koma; titik'];

function shopOf(products: string | Buffer, file = 'products.csv'): string {
  const folder = mkdtempSync(join(tmpdir(), 'ekspor-'));
  writeFileSync(join(folder, 'store.yaml'), 'name: Dapur\npayments: { cod: true }\n');
  writeFileSync(join(folder, file), products);
  return folder;
}

/** What the shop reads, without where it stood. */
async function read(folder: string) {
  const catalogue = await loadCatalogueOrThrow(folder);
  return catalogue.products.map(({ source: _source, photo, ...product }) => ({ ...product, photo: photo?.split('/').at(-1) ?? null }));
}

async function againAs(folder: string, kind: 'csv' | 'xlsx') {
  const sheet = (await readProductSheet(folder))!;
  const again = shopOf(kind === 'csv' ? productsAsText(sheet) : await productsAsWorkbook(sheet), `products.${kind}`);
  cpSync(join(folder, 'photos'), join(again, 'photos'), { recursive: true, force: true });
  const products = await read(again);
  rmSync(again, { recursive: true });
  return products;
}

const word = fc.oneof(fc.constantFrom(...PAYLOADS), fc.string({ minLength: 1, maxLength: 12 }), fc.constantFrom('Panci', 'Wajan 28 cm', '007', '1e5', 'TRUE', 'é 👍'))
  // Formulas proper cannot be in a products file at all: the loader refuses them, and control characters.
  .map((text) => text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f“”„‘’]/g, '').trim()).filter((text) => text !== '' && !/^=\s*(?:[A-Z]+\(|\$?[A-Z]{1,3}\$?\d|\d|\()/i.test(text) && !/^=".*"$/.test(text) && !/^#/.test(text));

const product = fc.record({
  name: word, category: word, price: fc.constantFrom('75000', '75.000', 'Rp 75.000', '75rb', '120000.00 IDR'), stock: fc.constantFrom('', '0', '12', '1.000', '7 pcs'),
  weight_g: fc.constantFrom('', '900', '0,9 kg', '1.200 gram'), description: word, aliases: word, tags: word, catatan: word,
});

const feedOf = async (folder: string, free: (stock: number | null) => number = (stock) => stock ?? Infinity) => metaFeed({
  catalogue: await loadCatalogueOrThrow(folder), today: '2026-11-29', photosAt: 'https://foto.example.com/dapur',
  linkOf: (one) => `https://wa.me/62812?text=${one.sku}`, free: (one) => free(one.stock),
});

describe('products sent out and read again', () => {
  it.each(['csv', 'xlsx'] as const)('are the same in %s: the sample shop', async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'ekspor-'));
    cpSync(SAMPLE, folder, { recursive: true });
    expect(await againAs(folder, kind)).toEqual(await read(folder));
  });

  it.each(['csv', 'xlsx', 'meta'] as const)('and imported again from %s change nothing: the sample shop', async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), 'ekspor-'));
    cpSync(SAMPLE, folder, { recursive: true });
    const sheet = (await readProductSheet(folder))!;
    const bytes = kind === 'csv' ? productsAsText(sheet) : kind === 'xlsx' ? await productsAsWorkbook(sheet) : Buffer.from((await feedOf(folder)).text);
    const merged = await mergedFile(`barang.${kind}`, bytes, { shop: await loadCatalogueOrThrow(folder), today: '2026-11-29', skipBad: false });
    expect(merged.kind).toBe('merged');
    const before = await read(folder);
    writeFileSync(join(folder, 'products.csv'), merged.kind === 'merged' ? merged.bytes : '');
    expect(await read(folder)).toEqual(before);
  });

  it.each(['csv', 'xlsx'] as const)('are the same in %s, whatever is written in them (S7)', async (kind) => {
    await fc.assert(fc.asyncProperty(fc.array(product, { minLength: 1, maxLength: 6 }), async (products) => {
      const headings = ['sku', ...Object.keys(products[0]!)];
      const folder = shopOf(separatedText([headings, ...products.map((one, i) => [`A-${i}`, ...Object.values(one)])], { mark: false }));
      mkdirSync(join(folder, 'photos'));
      expect(await againAs(folder, kind)).toEqual(await read(folder));
      rmSync(folder, { recursive: true });
    }), { numRuns: kind === 'csv' ? 60 : 25 });
  });

  it('as CSV hold nothing a spreadsheet takes for a formula (S7)', () => {
    const rows = readSeparatedText(separatedText([PAYLOADS], { mark: false }), ',').rows;
    expect(rows[0]!.map((cell) => cell.text)).toEqual(PAYLOADS);
    for (const text of PAYLOADS) expect(/^-?\d+$|^'|^[^\s=+\-@\t\r]/.test(guarded(text)), text).toBe(true);
    fc.assert(fc.property(fc.string(), (text) => {
      expect(withoutGuard(guarded(text))).toBe(text);
      expect(/^[\s\0]*[=+\-@\t\r\0]/.test(guarded(text)) && !/^-\d+(?:\.\d+)?$/.test(text)).toBe(false);
    }), { examples: PAYLOADS.map((text) => [text]) });
  });

  it('as a workbook hold no formula, and numbers that can be counted with (S7)', async () => {
    const folder = shopOf(separatedText([['sku', 'name', 'price', 'description'], ...PAYLOADS.map((text, i) => [`A-${i}`, `Panci ${i}`, '75rb', text])], { mark: false }));
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await productsAsWorkbook((await readProductSheet(folder))!)).buffer as ArrayBuffer);
    const types = new Set<ExcelJS.ValueType>();
    book.worksheets[0]!.eachRow((row) => row.eachCell((cell) => types.add(cell.type)));
    expect([...types].sort()).toEqual([ExcelJS.ValueType.Number, ExcelJS.ValueType.String]);
    expect(book.worksheets[0]!.getCell('C2').value).toBe(75_000);
  });
});

describe('the Meta feed', () => {
  it('has what Meta asks of each product, at the prices charged', async () => {
    const folder = shopOf(['sku,name,price,sale_price,stock,weight_g,description,photo,variant_of,variant,category,active',
      'WTG-28,Wajan Granit 28 cm,165.000,149000,8,900,"Anti lengket, ringan",wajan granit.png,Wajan Granit,28 cm,Wajan,yes',
      'TMB-H,Tumbler Hijau,89000,,0,300,,,Tumbler,Hijau,Minum,yes', 'UKIR,Talenan Ukir,75000,,,500,=HYPERLINKS,,,,Kado,yes', 'LAMA,Lama,75000,,3,500,,,,,Kado,no', ''].join('\n'));
    mkdirSync(join(folder, 'photos'));
    cpSync(join(SAMPLE, 'photos', 'wajan-enamel.png'), join(folder, 'photos', 'wajan granit.png'));
    const feed = await feedOf(folder);
    const [headings, ...rows] = readSeparatedText(feed.text, ',').rows.map((row) => row.map((cell) => cell.text));
    const cells = rows.map((row) => Object.fromEntries(headings!.map((heading, i) => [heading, row[i]!]).filter(([, text]) => text !== '')));
    expect(cells).toEqual([
      {
        id: 'WTG-28', title: 'Wajan Granit 28 cm', description: 'Anti lengket, ringan', availability: 'in stock', condition: 'new', price: '165000.00 IDR', sale_price: '149000.00 IDR', link: 'https://wa.me/62812?text=WTG-28',
        image_link: 'https://foto.example.com/dapur/wajan%20granit.png', brand: 'Dapur', item_group_id: 'Wajan Granit', size: '28 cm', product_type: 'Wajan', quantity_to_sell_on_facebook: '8', shipping_weight: '900 g',
      },
      expect.objectContaining({ id: 'TMB-H', description: 'Tumbler Hijau', availability: 'out of stock', color: 'Hijau', price: '89000.00 IDR' }),
      expect.objectContaining({ id: 'UKIR', availability: 'available for order' }),
    ]);
    expect(feed.text).toContain(",'=HYPERLINKS,");
    expect(feed.withoutPhoto).toEqual(['TMB-H', 'UKIR']);
  });

  it('names the days of a sale, and none that is over', async () => {
    const { text } = await feedOf(shopOf('sku,name,price,sale_price,sale_from,sale_until\nA,Panci,75000,70000,2026-12-01,2026-12-12\nB,Wajan,90000,80000,,2026-11-28\nC,Sutil,20000,15000,,2026-12-05\n'));
    expect(text).toContain('75000.00 IDR,70000.00 IDR,2026-12-01T00:00+07:00/2026-12-12T23:59+07:00,');
    expect(text).toContain('90000.00 IDR,,,');
    expect(text).toContain('20000.00 IDR,15000.00 IDR,2026-11-29T00:00+07:00/2026-12-05T23:59+07:00,');
  });

  it('tells what is free, not what was counted', async () => {
    const folder = shopOf('sku,name,price,stock\nA,Panci,75000,8\n');
    expect((await feedOf(folder, () => 2)).text).toContain(',in stock,');
    expect((await feedOf(folder, () => 2)).text).toContain(',2,1000 g');
    expect((await feedOf(folder, () => 0)).text).toContain(',out of stock,');
  });

  it('is read by the shop as the products it was made from', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ekspor-'));
    cpSync(SAMPLE, folder, { recursive: true });
    const again = shopOf((await feedOf(folder)).text);
    cpSync(join(SAMPLE, 'photos'), join(again, 'photos'), { recursive: true });
    const facts = (products: Awaited<ReturnType<typeof read>>) => products.filter((one) => one.active).map(({ sku, title, price, stock, weightG, description, variantOf, photo }) => ({ sku, title, price, stock, weightG, description: description || title, variantOf, photo }));
    expect(facts(await read(again))).toEqual(facts(await read(folder)));
    expect(readFileSync(join(again, 'products.csv'), 'utf8')).not.toMatch(/(?:^|,)[=+@]/m);
  });
});
