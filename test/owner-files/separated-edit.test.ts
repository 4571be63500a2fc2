import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openProducts, type CellTexts } from '../../src/owner-files/products-edit.ts';
import { FileProblems } from '../../src/shop/catalogue/file-problems.ts';
import { readSeparatedFile } from '../../src/shop/catalogue/files/separated-file.ts';
import { isHeading } from '../../src/shop/catalogue/products/columns.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'é', ' ', '"', ',', ';', '\t', '\n', '7', '|', '-'), maxLength: 12 }).map((one) => one.trim());
const rows = fc.uniqueArray(fc.record({ sku: fc.stringMatching(/^[A-Z]{2}-\d{1,3}$/), name: text, price: fc.nat(999_999), stock: fc.nat(99), description: text }), { minLength: 1, maxLength: 8, selector: (row) => row.sku });
const cell = (value: string, mark: string, quoted: boolean): string => (quoted || value.includes(mark) || /["\r\n]/.test(value) || value === '' ? `"${value.replaceAll('"', '""')}"` : value);

/** A file as Excel, Google Sheets and old programs write it. */
const encodings = [
  (whole: string) => Buffer.from(whole, 'utf8'),
  (whole: string) => Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(whole, 'utf8')]),
  (whole: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(whole, 'utf16le')]),
  (whole: string) => Buffer.from(whole, 'latin1'),
];

describe('products.csv changed cell by cell', () => {
  it('keeps every byte of every other cell, whatever separates, quotes, breaks and encodes it', () => {
    fc.assert(fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), fc.boolean(), fc.nat(3), fc.nat(), text, fc.nat(99_999), (all, mark, eol, quoted, ended, declared, encoding, pick, words, price) => {
      const lines = [['sku', 'Harga', 'name', 'stock', 'description'].join(mark), ...all.map((row) => [row.sku, String(row.price), cell(row.name, mark, quoted), String(row.stock), cell(row.description, mark, quoted)].join(mark))];
      const head = declared ? `sep=${mark}${eol}` : '';
      const chosen = all[pick % all.length]!;
      const at = all.indexOf(chosen) + 1;
      const bytes = encodings[encoding]!(head + lines.join(eol) + (ended ? eol : ''));
      const file = openProducts('products.csv', bytes)!;
      expect(file.cells(chosen.sku.toLowerCase())).toMatchObject({ sku: chosen.sku, price: String(chosen.price), stock: String(chosen.stock) });
      const after = file.withCells(new Map([[chosen.sku, { price: String(price), description: words }]]))!;
      const read = openProducts('products.csv', after)!;
      expect(read.cells(chosen.sku)).toMatchObject({ price: String(price), description: words, stock: String(chosen.stock) });
      // Where the row begins and ends, all before and behind it is the same bytes.
      const before = encodings[encoding]!(head + lines.slice(0, at).map((line) => line + eol).join(''));
      const behind = encodings[encoding === 3 ? 3 : encoding === 2 ? 2 : 0]!((at < lines.length - 1 || ended ? eol : '') + lines.slice(at + 1).join(eol) + (ended && at < lines.length - 1 ? eol : ''));
      const tail = encoding === 2 ? behind.subarray(2) : behind;
      expect(Buffer.from(after).subarray(0, before.length).equals(before)).toBe(true);
      expect(Buffer.from(after).subarray(after.length - tail.length).equals(tail)).toBe(true);
      expect(Buffer.from(file.withCells(new Map([[chosen.sku, { price: String(chosen.price), description: chosen.description.replace(/\r\n?/g, '\n') }]]))!).equals(bytes)).toBe(true);
    }), { numRuns: 200 });
  });

  it('takes one more product at the end, with as many cells as the header', () => {
    const before = Buffer.from('sku;name;price;stock\r\nA-1;"Panci; besar";75000;3', 'utf8');
    expect(Buffer.from(openProducts('products.csv', before)!.withProduct({ sku: 'B-2', name: 'Sutil; kayu', price: '15000' })!).toString()).toBe('sku;name;price;stock\r\nA-1;"Panci; besar";75000;3\r\nB-2;"Sutil; kayu";15000;\r\n');
  });

  it('adds a column that is missing at the right, under a heading in the words of the others, and leaves all other cells as they are written', () => {
    const written = (before: string, cells: CellTexts): string => Buffer.from(openProducts('products.csv', Buffer.from(before))!.withCells(new Map([['B-2', cells]]))!).toString();
    expect(written('sku,name,price\nA-1,"Panci, besar",75000\n\nB-2,Sutil,15000\n', { tags: 'laris', name: 'Sutil kayu' })).toBe('sku,name,price,tags\nA-1,"Panci, besar",75000,\n\nB-2,Sutil kayu,15000,laris\n');
    expect(written('sep=;\r\nKode;Nama;Harga;;\r\nA-1;"Panci\r\nbesar";75000\r\nB-2;Sutil;"15000"', { sale_price: '12000', weight_g: '90' }))
      .toBe('sep=;\r\nKode;Nama;Harga;;;harga_promo;berat_g\r\nA-1;"Panci\r\nbesar";75000;;;;\r\nB-2;Sutil;"15000";;;12000;90');
    const open = openProducts('products.csv', Buffer.from('sku,name,price,weight_kg\nB-2,Sutil,15000,0.1\n'))!;
    expect(open.writable).not.toContain('weight_g');
    expect(open.withCells(new Map([['B-2', { weight_g: '90' }]]))).toBeNull();
    expect(Buffer.from(open.withCells(new Map([['B-2', { tags: '' }]]))!).toString()).toBe('sku,name,price,weight_kg\nB-2,Sutil,15000,0.1\n');
    expect(Buffer.from(open.withProduct({ sku: 'C-3', name: 'Panci', price: '75000', stock: '4' })!).toString()).toBe('sku,name,price,weight_kg,stock\nB-2,Sutil,15000,0.1,\nC-3,Panci,75000,,4\n');
  });

  it('adds a column without a change of any cell that was there, whatever separates, quotes, breaks and encodes it', () => {
    fc.assert(fc.property(rows, fc.constantFrom(',', ';', '\t'), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean(), fc.nat(3), text, (all, mark, eol, quoted, ended, encoding, words) => {
      const lines = [['sku', 'Harga', 'name', 'description'].join(mark), ...all.map((row) => [row.sku, String(row.price), cell(row.name, mark, quoted), cell(row.description, mark, quoted)].join(mark))];
      const added = words === '' ? 'baru' : words;
      const before = openProducts('products.csv', encodings[encoding]!(lines.join(eol) + (ended ? eol : '')))!;
      const after = openProducts('products.csv', before.withCells(new Map([[all[0]!.sku, { tags: added }]]))!)!;
      expect(after.columns).toEqual([...before.columns, 'tags']);
      all.forEach((row, i) => expect(after.cells(row.sku)).toEqual({ ...before.cells(row.sku), tags: i === 0 ? added : '' }));
    }), { numRuns: 150 });
  });

  it('says no to what it cannot write: a column that others say already, a letter the file has no place for, a SKU unknown', () => {
    const file = openProducts('products.csv', Buffer.from('sku,name,price\nA-1,Caf\xe9,1000\n', 'latin1'))!;
    expect(openProducts('products.csv', Buffer.from('sku,name,price,availability\nA-1,Panci,1000,in stock\n'))!.withCells(new Map([['A-1', { stock: '3' }]]))).toBeNull();
    expect(file.withCells(new Map([['A-1', { name: 'Café 🙏' }]]))).toBeNull();
    expect(file.withCells(new Map([['X-9', { price: '3' }]]))).toBeNull();
    expect(Buffer.from(file.withCells(new Map([['A-1', { name: 'Né' }]]))!).toString('latin1')).toBe('sku,name,price\nA-1,Né,1000\n');
  });

  it('tells which column a mistake stands in', () => {
    const bytes = Buffer.from('sku,name,price\nA-1,"x, y",murah\n');
    const table = readSeparatedFile('products.csv', bytes, isHeading, new FileProblems())!;
    const wrong = table.rows[1]![2]!;
    expect(openProducts('products.csv', bytes)!.columnAt(wrong.line, wrong.column)).toBe('price');
    expect(openProducts('products.csv', bytes)!.columnAt(wrong.line, wrong.column + 1)).toBeNull();
  });
});

describe('products.yaml', () => {
  const before = '# Barang\nproducts:\n  - { sku: A-1, nama: Panci, harga: 75000, alias: [panci, pan] } # laris\n  - sku: B-2\n    name: Sutil\n    price: "15.000"\n';
  it('is changed where the value stands, under the heading the owner uses', () => {
    const file = openProducts('products.yaml', Buffer.from(before))!;
    expect(file.cells('a-1')).toMatchObject({ name: 'Panci', price: '75000', aliases: 'panci|pan' });
    expect(Buffer.from(file.withCells(new Map([['A-1', { price: '80000', aliases: 'panci|pan|pn' }], ['B-2', { stock: '4' }]]))!).toString())
      .toBe(before.replace('75000', '80000').replace('[panci, pan]', '[panci, pan, pn]') + '    stock: 4\n');
  });
});

it('leaves a workbook alone', () => {
  expect(openProducts('products.xlsx', Buffer.from('PK'))).toBeNull();
});
