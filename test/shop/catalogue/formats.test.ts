import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import type { Product } from '../../../src/shop/catalogue/snapshot.ts';
import { loadedOf, loadProducts, problemsOf } from './owner-folder.ts';
import { workbook } from './workbook.ts';

const HEADER = ['sku', 'name', 'category', 'price', 'stock', 'weight_g', 'size_cm', 'description', 'aliases', 'goes_with', 'variant_of', 'variant', 'tags', 'active'];
const ROWS: readonly (readonly string[])[] = [
  ['WTG-28', 'Wajan Teflon Granit 28 cm', 'Wajan', '165000', '8', '900', '30x20x15', 'Anti lengket, "bebas PFOA"; kuat\nGagang tidak panas.', 'wajan teplon|teflon', 'SPT-SIL', 'Wajan Teflon Granit', '28 cm', 'terlaris', 'yes'],
  ['WTG-24', 'Wajan Teflon Granit', 'Wajan', 'Rp 129.000', '', '0,78 kg', '', '', '', 'spt-sil|WTG-28', 'Wajan Teflon Granit', '24 cm', '', 'ya'],
  ['SPT-SIL', 'Spatula Silikon “Crème”', 'Alat', '35rb', '20', '120 g', '', 'Tahan 230 °C', '', '', '', '', '', '1'],
  ['LAMA-1', 'Panci Lama', 'Panci', '1,5jt', '0', '1.200', '', '', '', '', '', '', '', 'tidak'],
];
const DELIMITERS = { koma: ',', 'titik koma': ';', tab: '\t' } as const;

const separated = (delimiter: string, newline: string): string => [HEADER, ...ROWS]
  .map((row) => row.map((cell) => (/[",;\t\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)).join(newline) + newline;

/** What must be the same whatever the file: all but where the row stands. */
const content = (products: readonly Product[]) => products.map(({ source: _source, photo: _photo, ...product }) => product);
const expected = content(loadedOf(await loadProducts('products.csv', separated(',', '\n'))).products);

describe('the same products from every kind of file', () => {
  it('reads what was meant', () => {
    expect(expected.map((product) => [product.sku, product.title, product.price, product.stock, product.weightG, product.active])).toEqual([
      ['WTG-28', 'Wajan Teflon Granit 28 cm', 165_000, 8, 900, true],
      ['WTG-24', 'Wajan Teflon Granit 24 cm', 129_000, null, 780, true],
      ['SPT-SIL', 'Spatula Silikon “Crème”', 35_000, 20, 120, true],
      ['LAMA-1', 'Panci Lama', 1_500_000, 0, 1_200, false],
    ]);
    expect(expected[0]).toMatchObject({ name: 'Wajan Teflon Granit', sizeCm: [30, 20, 15], description: 'Anti lengket, "bebas PFOA"; kuat\nGagang tidak panas.', aliases: ['wajan teplon', 'teflon'] });
  });

  for (const [mark, delimiter] of Object.entries(DELIMITERS)) {
    for (const [end, newline] of [['LF', '\n'], ['CRLF', '\r\n'], ['CR', '\r']] as const) {
      for (const [name, encode] of [
        ['UTF-8', (text: string) => Buffer.from(text)],
        ['UTF-8 with a mark', (text: string) => Buffer.from(`\ufeff${text}`)],
        ['UTF-16', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
      ] as const) {
        it(`${mark}, ${end}, ${name}`, async () => {
          const outcome = await loadProducts('products.csv', encode(separated(delimiter, newline)));
          expect(content(loadedOf(outcome).products)).toEqual(expected);
        });
      }
    }
  }

  it('.tsv, and a first line that names the delimiter', async () => {
    expect(content(loadedOf(await loadProducts('products.tsv', separated('\t', '\n'))).products)).toEqual(expected);
    const outcome = await loadProducts('products.csv', `sep=;\r\n${separated(';', '\r\n')}`);
    expect(content(loadedOf(outcome).products)).toEqual(expected);
    expect(loadedOf(outcome).products[0]!.source.line).toBe(3);
  });

  it('.xlsx', async () => {
    const bytes = await workbook([HEADER, ...ROWS.map((row) => row.map((cell) => (/^\d+$/.test(cell) ? Number(cell) : cell === '' ? null : cell)))]);
    expect(content(loadedOf(await loadProducts('products.xlsx', bytes)).products)).toEqual(expected);
  });

  it('.yaml, with lists as lists, bare or under "products"', async () => {
    const items = ROWS.map((row) => Object.fromEntries(HEADER.flatMap((key, i): [string, unknown][] => {
      const cell = row[i]!;
      return cell === '' ? [] : [[key, ['aliases', 'goes_with', 'tags'].includes(key) ? cell.split('|') : /^\d+$/.test(cell) ? Number(cell) : cell]];
    })));
    expect(content(loadedOf(await loadProducts('products.yaml', stringify(items))).products)).toEqual(expected);
    expect(content(loadedOf(await loadProducts('products.yml', stringify({ products: items }))).products)).toEqual(expected);
  });

  it('columns in any order, under Indonesian names, with blank rows and columns', async () => {
    const text = 'Harga (Rp);Nama Barang;;KODE;Stok;Berat (gram)\n;;;;;\n75.000 ;  Wajan   besar;;A-1;3;900\n\n;;;;;\n';
    const { products } = loadedOf(await loadProducts('products.csv', text));
    expect(products.map((product) => [product.sku, product.title, product.price, product.stock])).toEqual([['A-1', 'Wajan besar', 75_000, 3]]);
  });
});

describe('files of other programs', () => {
  it('reads Windows-1252 as older Excel writes it, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('sku,name,price,weight_g\nA,Panci '), Buffer.from([0x43, 0x72, 0xe8, 0x6d, 0x65, 0x20, 0x80]), Buffer.from(',75000,900\n')]);
    const outcome = await loadProducts('products.csv', bytes);
    expect(loadedOf(outcome).products[0]!.name).toBe('Panci Crème €');
    expect(problemsOf(outcome)).toMatchObject([{ file: 'products.csv', line: 2, what: expect.stringMatching(/Windows-1252/) as string, should: expect.stringMatching(/CSV UTF-8/) as string }]);
  });

  it('keeps accents written as letter and mark the same as whole letters', async () => {
    const outcome = await loadProducts('products.csv', 'sku,name,price,weight_g\nA,Cre\u0300me\u00a0bru\u0302le\u0301e,75000,900\n');
    expect(loadedOf(outcome).products[0]!.name).toBe('Crème brûlée');
  });

  it('reads the Meta product feed', async () => {
    const outcome = await loadProducts('products.csv', [
      'id,title,description,availability,condition,price,link,image_link,brand,google_product_category,item_group_id,size,color,sale_price,quantity_to_sell_on_facebook,shipping_weight',
      'W-28,Wajan Teflon,Anti lengket,in stock,new,165000 IDR,https://x.example/w,https://x.example/foto/w28.jpg,DK,Home & Garden > Kitchen > Cookware,WAJAN,28 cm,Merah,150000.00 IDR,8,0.9 kg',
      'W-30,Wajan Teflon,,out of stock,new,"189,000.00 IDR",https://x.example/w,,DK,Home & Garden > Kitchen > Cookware,WAJAN,30 cm,Merah,,,1.1 kg',
      'PO-1,Panci Pesanan,,available for order,new,250000 IDR,,,DK,,,,,,,2 kg',
      'OLD,Panci Lama,,discontinued,new,250000 IDR,,,DK,,,,,,,2 kg', '',
    ].join('\n'));
    const { products, product, variantsOf } = loadedOf(outcome);
    expect(products.map((one) => [one.sku, one.title, one.name, one.category, one.price, one.stock, one.weightG, one.active])).toEqual([
      ['W-28', 'Wajan Teflon 28 cm Merah', 'Wajan Teflon', 'Cookware', 150_000, 8, 900, true],
      ['W-30', 'Wajan Teflon 30 cm Merah', 'Wajan Teflon', 'Cookware', 189_000, 0, 1_100, true],
      ['PO-1', 'Panci Pesanan', 'Panci Pesanan', 'Lainnya', 250_000, null, 2_000, true],
      ['OLD', 'Panci Lama', 'Panci Lama', 'Lainnya', 250_000, 0, 2_000, false],
    ]);
    expect(variantsOf(product('W-30')!).map((one) => one.sku)).toEqual(['W-28', 'W-30']);
    expect(problemsOf(outcome).map((problem) => problem.what)).toEqual(['foto berupa tautan tidak diambil']);
  });
});
