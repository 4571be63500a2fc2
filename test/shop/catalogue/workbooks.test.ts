import type ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { loadedOf, loadProducts, problemsOf } from './owner-folder.ts';
import { workbook } from './workbook.ts';

const HEADER = ['sku', 'name', 'price', 'stock', 'weight_g', 'variant'];
const at = async (bytes: Uint8Array) => problemsOf(await loadProducts('products.xlsx', bytes)).map((problem) => `${problem.line}:${problem.column} ${problem.what}`);

describe('products.xlsx', () => {
  it.each<readonly [name: string, row: readonly ExcelJS.CellValue[], said: RegExp]>([
    ['a date where a variant belongs', ['A', 'Wajan', 75000, 1, 900, new Date(Date.UTC(2026, 9, 12))], /^2:6 .*tanggal \(2026-10-12\)/],
    ['a broken formula', ['A', 'Wajan', { error: '#REF!' }, 1, 900, null], /^2:3 .*#REF!.*\(sel C2\)/],
    ['a formula whose result is an error', ['A', 'Wajan', { formula: 'Z9', result: { error: '#N/A' } } as never, 1, 900, null], /^2:3 .*#N\/A.*\(sel C2\)/],
    ['a formula never worked out', ['A', 'Wajan', { formula: 'D2*1000' } as never, 1, 900, null], /^2:3 .*belum dihitung.*\(sel C2\)/],
    ['a code too long for a number', [1234567890123456, 'Wajan', 75000, 1, 900, null], /^2:1 .*15 angka/],
    ['half stock', ['A', 'Wajan', 75000, 1.5, 900, null], /^2:4 stok "1.5" bukan bilangan bulat \(sel D2\)/],
    ['a price that Excel took for 75', ['A', 'Wajan', 75, 1, 900, null], /^2:3 .*terlalu kecil/],
    ['a price with sen', ['A', 'Wajan', 75000.5, 1, 900, null], /^2:3 harga "75000.5"/],
    ['text in a number', ['A', 'Wajan', 75000, 'banyak', 900, null], /^2:4 stok "banyak"/],
    ['an empty price', ['A', 'Wajan', null, 1, 900, null], /^2:3 harga kosong \(sel C2\)/],
  ])('names the cell of %s', async (_name, row, said) => {
    expect((await at(await workbook([HEADER, row]))).join('\n')).toMatch(said);
  });

  it('reads numbers, rich text, links, formulas with results, and codes shown with leading noughts', async () => {
    const bytes = await workbook([HEADER,
      [28, { richText: [{ text: 'Wajan ' }, { text: 'Teflon' }] }, { formula: 'D2*1000', result: 165000 } as never, 8, '0,9 kg', null],
      [{ text: 'SPT', hyperlink: 'https://toko.example' }, ' Spatula  ', 'Rp 35.000', 20, 120, '10 cm'],
    ], (sheet) => { sheet.getCell('A2').numFmt = '00000'; });
    const { products } = loadedOf(await loadProducts('products.xlsx', bytes));
    expect(products.map((product) => [product.sku, product.title, product.price, product.stock, product.weightG])).toEqual([
      ['00028', 'Wajan Teflon', 165000, 8, 900], ['SPT', 'Spatula 10 cm', 35000, 20, 120],
    ]);
  });

  it('finds the sheet with the products, and passes over hidden sheets and blank rows', async () => {
    const bytes = await workbook([['Catatan'], ['jangan lupa']], (_sheet, book) => {
      const hidden = book.addWorksheet('Lama', { state: 'hidden' });
      hidden.addRow([...HEADER, 'tags']);
      hidden.addRow(['LAMA', 'Lama', 1000, 1, 1, null]);
      const sheet = book.addWorksheet('Stok');
      sheet.addRow(HEADER);
      sheet.addRow([]);
      sheet.addRow(['A', 'Wajan', 75000, 1, 900, null]);
      sheet.getCell('A5000').style = { font: { bold: true } };
    });
    const { products } = loadedOf(await loadProducts('products.xlsx', bytes));
    expect(products.map((product) => [product.sku, product.source.line])).toEqual([['A', 3]]);
  });

  it.each([
    ['a workbook with a password', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]), /kata sandi/],
    ['a text called a workbook', Buffer.from('sku,name,price\n'), /bukan buku kerja/],
    ['a workbook half written', Uint8Array.from([0x50, 0x4b, 3, 4, 1, 2, 3]), /rusak atau belum selesai/],
  ])('refuses %s', async (_name, bytes, said) => {
    expect((await at(bytes)).join('\n')).toMatch(said);
  });

  it('says so when a workbook is called .csv', async () => {
    const outcome = await loadProducts('products.csv', await workbook([HEADER]));
    expect(problemsOf(outcome)[0]!.what).toMatch(/buku kerja Excel/);
  });
});
