import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { shopeeUpload } from '../owner-files/importing/marketplace-sheets.ts';
import { sample } from '../owner-files/importing/understood.ts';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';

let at: ConsoleShop;
let owner: Browser;
beforeEach(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
});

const products = (): string => readFileSync(join(at.catalogDir, 'products.csv'), 'utf8');
const bring = (name: string, content: string | Buffer, more: Readonly<Record<string, string>> = {}) => owner.bring('/konsol/pemilik/berkas', 'berkas', new File([typeof content === 'string' ? content : new Uint8Array(content)], name), more);
const stagedIn = (page: string): string => /name="staged" value="([^"]+)"/.exec(page)?.[1] ?? '';

describe("bringing another program's export from a phone", () => {
  it('shows what it was taken for and what would change, and puts it into the products there are', async () => {
    const before = products();
    const preview = await (await bring('products_export_1.csv', readFileSync(sample('shopify.csv'), 'utf8'))).text();
    expect(preview).toContain('products_export_1.csv: dibaca sebagai Shopify');
    expect(preview).toContain('5 barang baru, 0 berubah, 0 hilang');
    expect(preview).toContain('2 foto tidak diambil dari sini');
    expect(products()).toBe(before);
    expect(noticeOf(await owner.do('/konsol/pemilik/berkas/pakai', { staged: stagedIn(preview) }))).toContain('products.csv dipakai');
    expect(products()).toContain('KP-HTM-M,Kaos Polos Katun');
    expect(products()).toContain('WTG-28');
  });

  it('reads the workbooks of marketplaces', async () => {
    expect(await (await bring('Shopee_mass_upload.xlsx', await shopeeUpload())).text()).toContain('3 barang baru');
  });

  it('tells each mistake at its row of that file, and takes the rest when asked to', async () => {
    const refused = await bring('rusak.csv', readFileSync(sample('rusak.csv'), 'utf8'));
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('<strong>rusak.csv baris 2, kolom 19</strong>: harga kosong');
    expect(await (await bring('rusak.csv', readFileSync(sample('rusak.csv'), 'utf8'), { lewati: 'ya' })).text()).toContain('1 barang baru');
  });

  it('says what it takes when it is none', async () => {
    expect(await (await bring('catatan.csv', 'halo,dunia\n1,2\n')).text()).toContain('Pilih ekspor barang');
  });
});
