import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { PictureFetch } from '../../../src/media/fetch-picture.ts';
import { createOwnerFiles, type OwnerFiles } from '../../../src/owner-files/desk.ts';
import { importProducts, type ImportWishes } from '../../../src/owner-files/importing/import-products.ts';
import { loadCatalogueOrThrow } from '../../../src/shop/catalogue/load.ts';
import { sample } from './understood.ts';

const STORE = 'name: Butik Rini\npayments: { cod: true }\n';
const OWN = [
  'sku,name,category,price,stock,weight_g,aliases,goes_with,catatan',
  'KP-HTM-M,Kaos Polos Katun Hitam M,Kaos,80000,3,180,baju polos|oblong,TAS-1,rak 2',
  'TAS-1,Tas Lama,Tas,20000,5,100,,,',
  '',
].join('\n');

let folder: string;
let files: OwnerFiles;
let picture: Buffer;
const said: string[] = [];
const fetched: string[] = [];

beforeAll(async () => { picture = await sharp({ create: { width: 60, height: 60, channels: 3, background: '#E3A008' } }).jpeg().withExif({ IFD0: { Copyright: 'rahasia' } }).toBuffer(); });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'impor-'));
  mkdirSync(join(folder, 'catalog'));
  writeFileSync(join(folder, 'catalog', 'store.yaml'), STORE);
  writeFileSync(join(folder, 'catalog', 'products.csv'), OWN);
  let id = 0;
  files = createOwnerFiles({ catalogDir: join(folder, 'catalog'), dataDir: join(folder, 'data'), checks: {}, now: () => Date.parse('2026-11-29T10:00:00Z'), newId: () => `s${++id}` });
});

async function bring(wishes: ImportWishes, answers: string[] | null = null, fetchPicture = (_link: string): PictureFetch => ({ kind: 'fetched', bytes: picture })) {
  said.length = 0;
  fetched.length = 0;
  const outcome = await importProducts({
    catalogDir: join(folder, 'catalog'), checks: {}, files, say: (text) => void said.push(text), progress: () => undefined, today: '2026-11-29',
    ask: answers && ((question) => {
      said.push(question);
      return Promise.resolve(answers.shift() ?? '');
    }),
    fetchPicture: (link) => {
      fetched.push(link);
      return Promise.resolve(fetchPicture(link));
    },
  }, wishes);
  return outcome.kind;
}
const products = (): string => readFileSync(join(folder, 'catalog', 'products.csv'), 'utf8');
const catalogue = () => loadCatalogueOrThrow(join(folder, 'catalog'));
const text = (): string => said.join('\n');

describe('an import', () => {
  it('shows what it would do and changes nothing until asked', async () => {
    expect(await bring({ file: sample('shopify.csv'), dryRun: true })).toBe('looked');
    expect(await bring({ file: sample('shopify.csv') })).toBe('declined');
    expect(await bring({ file: sample('shopify.csv') }, ['', 'tidak'])).toBe('declined');
    expect(text()).toContain('KP-HTM-M  Kaos Polos Katun Hitam M: harga Rp80.000 → Rp85.000; stok 3 → 12');
    expect(text()).toContain('4 baru, 1 berubah, 0 dibuang, 1 tetap');
    expect(products()).toBe(OWN);
    expect(fetched).toEqual([]);
    expect(readdirSync(join(folder, 'catalog'))).not.toContain('photos');
  });

  it('writes whole, keeps the file before, and keeps what the source does not speak of', async () => {
    expect(await bring({ file: sample('shopify.csv'), yes: true })).toBe('written');
    const shop = await catalogue();
    expect(shop.product('KP-HTM-M')).toMatchObject({ price: 85_000, stock: 12, aliases: ['baju polos', 'oblong'], goesWith: ['TAS-1'], variantOf: 'Kaos Polos Katun', variant: 'Hitam M', title: 'Kaos Polos Katun Hitam M' });
    expect(shop.product('KP-PTH-M')).toMatchObject({ price: 79_000, stock: 7 });
    expect(shop.product('TAS-1')).toMatchObject({ price: 20_000 });
    expect(products()).toContain('rak 2');
    expect((await files.kept()).map(({ file }) => file)).toEqual(['products.csv']);
    expect(existsSync(join(folder, 'catalog', 'products.csv.part'))).toBe(false);
  });

  it('drops the others when told, and companions that went with them', async () => {
    await bring({ file: sample('shopify.csv'), yes: true, others: 'drop' });
    const shop = await catalogue();
    expect(shop.product('TAS-1')).toBeUndefined();
    expect(shop.product('KP-HTM-M')!.goesWith).toEqual([]);
  });

  it('a second time changes nothing and fetches nothing', async () => {
    await bring({ file: sample('shopify.csv'), yes: true });
    const once = products();
    expect(fetched).toHaveLength(2);
    expect(await bring({ file: sample('shopify.csv'), yes: true })).toBe('written');
    expect(products()).toBe(once);
    expect(fetched).toEqual([]);
    expect(text()).toContain('0 baru, 0 berubah, 0 dibuang, 6 tetap');
  });

  it('takes an empty cell for nothing said, but for stock and a sale that is over', async () => {
    writeFileSync(join(folder, 'catalog', 'products.csv'), 'sku,name,price,sale_price,stock,weight_g,description\nTAS-1,Tas Lama,20000,15000,5,100,Kanvas tebal\n');
    writeFileSync(join(folder, 'kosong.csv'), 'sku,name,price,sale_price,stock,weight_g,description\nTAS-1,Tas Lama,20000,,,,\n');
    await bring({ file: join(folder, 'kosong.csv'), yes: true });
    expect((await catalogue()).product('TAS-1')).toMatchObject({ description: 'Kanvas tebal', weightG: 100, stock: null, price: 20_000 });
  });

  it('knows a product without a SKU by its name', async () => {
    writeFileSync(join(folder, 'stok.csv'), 'Nama,Harga,Stok\nTas Lama,25000,9\n');
    await bring({ file: join(folder, 'stok.csv'), yes: true });
    expect((await catalogue()).product('TAS-1')).toMatchObject({ price: 25_000, stock: 9 });
  });

  it('with rows that are wrong asks, and writes the rest only when agreed', async () => {
    expect(await bring({ file: sample('rusak.csv'), yes: true })).toBe('refused');
    expect(text()).toContain('--skip-bad');
    expect(products()).toBe(OWN);
    expect(await bring({ file: sample('rusak.csv') }, ['tidak'])).toBe('refused');
    expect(products()).toBe(OWN);
    expect(await bring({ file: sample('rusak.csv') }, ['ya', '', 'ya'])).toBe('written');
    expect((await catalogue()).product('STL')).toMatchObject({ name: 'Sutil' });
    expect(await bring({ file: sample('rusak.csv'), yes: true, skipBad: true })).toBe('same');
  });

  it('asks of each column it does not know, and takes a slip of the finger for one', async () => {
    expect(await bring({ file: sample('daftar.csv') }, ['stcok', 'stok', '', '', 'ya'])).toBe('written');
    expect(text()).toContain('"Sisa" (contoh isinya: 7 · 0 · 40)');
    expect(text()).toContain('Maksud Anda stock?');
    expect((await catalogue()).products.find((product) => product.name === 'Serbet')).toMatchObject({ price: 12_000, stock: 40 });
  });

  it('without anyone to ask says which columns have no place, and how to give them one', async () => {
    writeFileSync(join(folder, 'aneh.csv'), 'Artikel,Nilai,Isi\nPanci,75000,2\nWajan,90000,1\n');
    expect(await bring({ file: join(folder, 'aneh.csv'), yes: true })).toBe('refused');
    expect(text()).toContain('aneh.csv:1:1: kolom nama barang (name) dan harga (price) tidak ditemukan');
    expect(text()).toContain('"Artikel" di kolom 1 (Panci · Wajan)');
    expect(await bring({ file: join(folder, 'aneh.csv'), yes: true, columns: ['Artikel=name', 'Nilai=price', 'Isi=stock'] })).toBe('written');
    expect((await catalogue()).products.map(({ name, price, stock }) => [name, price, stock])).toContainEqual(['Panci', 75_000, 2]);
  });

  it.each([['Harga', 'tidak terbaca'], ['Harga=hrga', 'tidak dikenal'], ['Warna=variant', 'kolom itu tidak ada']])('refuses --column %j with the reason', async (column, reason) => {
    expect(await bring({ file: sample('shopify.csv'), yes: true, columns: [column] })).toBe('refused');
    expect(text()).toContain(reason);
  });

  it('of a file that is not there says so', async () => {
    expect(await bring({ file: join(folder, 'tidak-ada.csv'), yes: true })).toBe('refused');
    expect(text()).toContain('tidak ada. Periksa nama dan foldernya');
  });

  it('fetches a photo once for all variants, and writes it anew', async () => {
    await bring({ file: sample('shopify.csv'), yes: true });
    expect(fetched).toEqual(['https://cdn.shopify.com/s/files/1/0001/kaos-hitam.jpg?v=1700000000', 'https://cdn.shopify.com/s/files/1/0001/kaos-putih.jpg?v=1700000000']);
    const shop = await catalogue();
    const photo = readFileSync(shop.product('KP-HTM-L')!.photo!);
    expect(shop.product('KP-HTM-M')!.photo).toBe(shop.product('KP-HTM-L')!.photo);
    expect((await sharp(photo).metadata()).exif).toBeUndefined();
    expect(photo.includes('rahasia')).toBe(false);
  });

  it('goes on without a photo that cannot be had, and says which', async () => {
    await bring({ file: sample('shopify.csv'), yes: true }, null, (link) => (link.includes('putih') ? { kind: 'refused', reason: 'server menjawab 404' } : { kind: 'fetched', bytes: Buffer.concat([picture.subarray(0, 30), Buffer.alloc(99)]) }));
    expect(text()).toContain('2 foto tidak didapat');
    expect(text()).toContain('server menjawab 404');
    expect(text()).toContain('gambarnya rusak');
    expect((await catalogue()).product('KP-PTH-M')!.photo).toBeNull();
    expect(products()).not.toContain('.jpg');
  });

  it('takes photos from a folder, by their name or by the SKU', async () => {
    const own = join(folder, 'foto');
    mkdirSync(own);
    writeFileSync(join(own, 'GL-01.jpg'), picture);
    writeFileSync(join(own, 'kaos-hitam.jpg'), picture);
    writeFileSync(join(own, 'TAS-BELANJA-LIPAT-6OT6.png'), 'bukan gambar');
    await bring({ file: sample('shopify.csv'), yes: true, photos: own });
    const shop = await catalogue();
    expect(shop.product('GL-01')!.photo).toMatch(/gl-01-[0-9a-f]{8}\.jpg$/);
    expect(shop.product('KP-HTM-M')!.photo).toMatch(/kaos-hitam-[0-9a-f]{8}\.jpg$/);
    expect(shop.product('TAS-BELANJA-LIPAT-6OT6')!.photo).toBeNull();
    expect(fetched).toEqual(['https://cdn.shopify.com/s/files/1/0001/kaos-putih.jpg?v=1700000000']);
    expect(text()).toContain('bukan .jpg, .png, atau .webp');
  });

  it('says when the shop has other mistakes, and leaves all as it is', async () => {
    writeFileSync(join(folder, 'catalog', 'store.yaml'), 'name: Butik\nsalutasion: Kak\n');
    expect(await bring({ file: sample('shopify.csv'), yes: true, noPhotos: true })).toBe('refused');
    expect(text()).toContain('store.yaml:2:1: "salutasion" tidak dikenal');
    expect(products()).toBe(OWN);
  });

  it('takes the place of products in another format', async () => {
    cpSync(join(folder, 'catalog', 'products.csv'), join(folder, 'lama.csv'));
    writeFileSync(join(folder, 'catalog', 'products.yaml'), '- { sku: TAS-1, name: Tas Lama, price: 20000, weight_g: 100 }\n');
    await import('node:fs/promises').then(({ rm }) => rm(join(folder, 'catalog', 'products.csv')));
    await bring({ file: sample('shopify.csv'), yes: true, noPhotos: true });
    expect(existsSync(join(folder, 'catalog', 'products.yaml'))).toBe(false);
    expect((await catalogue()).product('TAS-1')).toMatchObject({ price: 20_000 });
  });
});
