import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';
import { formOf } from './forms.ts';

let at: ConsoleShop;
let owner: Browser;
const products = (): string => readFileSync(join(at.catalogDir, 'products.csv'), 'utf8');
const stagedIn = (page: string): string => /name="staged" value="([^"]+)"/.exec(page)?.[1] ?? '';
const FORM = '/konsol/pemilik/barang/WTG-28';
const product = (sku = 'WTG-28') => at.shop.shop.world().premises.catalogue.product(sku);
const stock = (sku = 'WTG-28') => at.shop.shop.business.stock.row(sku)!;
const ledger = (sku = 'WTG-28') => at.shop.db.prepare('SELECT kind, on_hand_change, who FROM stock_ledger WHERE sku = ? ORDER BY id').all(sku);

/** All other lines of the file are as they were. */
function onlyChanged(before: string, ...skus: string[]): void {
  const others = (text: string) => text.split('\n').filter((line) => !skus.some((sku) => line.startsWith(`${sku},`)));
  expect(others(products())).toEqual(others(before));
}

beforeEach(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
});

describe('a product from a phone', () => {
  it('gets another price and other words; every other row stays byte for byte', async () => {
    const before = products();
    const form = formOf(await owner.page(FORM), FORM);
    const preview = await (await owner.post(FORM, { ...form, price: '159000', aliases: 'wajan teplon\nwajan gede' }, FORM)).text();
    expect(preview).toMatch(/Harga[^]*<del>165000<\/del>[^]*<ins>159000<\/ins>/);
    expect(products()).toBe(before);
    expect(noticeOf(await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(preview) }))).toContain('sudah berlaku');
    expect(product()).toMatchObject({ price: 159_000, aliases: ['wajan teplon', 'wajan gede'] });
    onlyChanged(before, 'WTG-28');
  });

  it('gets a sale price though the file had no column for one: the column comes, all cells stay', async () => {
    const before = products();
    expect(before.split('\n')[0]).not.toContain('sale_price');
    const preview = await (await owner.post(FORM, { ...formOf(await owner.page(FORM), FORM), sale_price: '149000', sale_until: '2026-12-31' }, FORM)).text();
    await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(preview) });
    expect(product()).toMatchObject({ sale: { price: 149_000, until: '2026-12-31' }, weightG: 900 });
    expect(products().split('\n')[0]).toBe(`${before.split('\n')[0]},sale_price,sale_until`);
    expect(products().split('\n').map((line) => line.replace(/,(?:sale_price|149000)?,(?:sale_until|2026-12-31)?$/, ''))).toEqual(before.split('\n'));
  });

  it('told a price that is none says so at the field and keeps what was typed', async () => {
    const before = products();
    const answer = await owner.post(FORM, { ...formOf(await owner.page(FORM), FORM), price: 'murah', name: 'Wajan <b>' }, FORM);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(/name="price"[^>]*value="murah"[^>]*>[^]{0,80}field-wrong/);
    expect(page).not.toContain('Wajan <b>');
    expect(products()).toBe(before);
  });

  it('is added with its stock, and taken out of sale', async () => {
    const before = products();
    const NEW = '/konsol/pemilik/barang-baru';
    const preview = await (await owner.post(NEW, { ...formOf(await owner.page(NEW), NEW), sku: 'BARU-1', name: 'Panci, baru', price: '50rb', stock: '4', weight_g: '700' }, NEW)).text();
    await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(preview) });
    expect(product('BARU-1')).toMatchObject({ title: 'Panci, baru', price: 50_000, stock: 4 });
    expect(stock('BARU-1').on_hand).toBe(4);
    expect(products().startsWith(before)).toBe(true);
    const form = formOf(await owner.page(FORM), FORM);
    delete form.active;
    await owner.do('/konsol/pemilik/ubah', { staged: stagedIn(await (await owner.post(FORM, form, FORM)).text()) });
    expect(product()?.active).toBe(false);
    onlyChanged(before, 'WTG-28', 'BARU-1');
  });

  it('gets a photo that is written anew, without what it carried; what is none is refused (S9)', async () => {
    const jpeg = await sharp({ create: { width: 80, height: 60, channels: 3, background: '#0f4c4a' } }).withExif({ IFD0: { Copyright: 'RAHASIA' } }).jpeg().toBuffer();
    expect(jpeg.includes('RAHASIA')).toBe(true);
    const to = (answer: Response) => owner.page(answer.headers.get('location')!);
    expect(noticeOf(await to(await owner.bring(`${FORM}/foto`, 'foto', new File([new Uint8Array(jpeg)], '../../x.svg'))))).toContain('Foto baru dipakai');
    const { photo } = product()!;
    expect(photo).toMatch(/photos\/wtg-28-[0-9a-f]{10}\.jpg$/);
    expect(readFileSync(photo!).includes('RAHASIA')).toBe(false);
    const before = products();
    expect(noticeOf(await to(await owner.bring(`${FORM}/foto`, 'foto', new File(['<svg onload="x"/>'], 'foto.jpg'))))).toContain('bukan foto');
    expect(products()).toBe(before);
  });

  it('of a workbook says that it is changed by bringing a new one', async () => {
    rmSync(join(at.catalogDir, 'products.csv'));
    writeFileSync(join(at.catalogDir, 'products.xlsx'), 'PK');
    expect(await owner.page(FORM)).toContain('ubahlah di Excel');
  });
});

describe('a stock-take', () => {
  const COUNT = '/konsol/hitung-stok';
  const count = async (fields: Record<string, string>, by = owner, form?: Record<string, string>) => by.post(COUNT, { ...(form ?? formOf(await by.page(COUNT), COUNT)), ...fields }, COUNT);
  const ship = (quantity: number): void => {
    const { business } = at.shop.shop;
    at.shop.shop.engine.transact(() => {
      at.shop.db.prepare('INSERT OR IGNORE INTO stock_ledger (sku, at, kind, on_hand_change, reserved_change, order_id, who) SELECT sku, 0, \'consume\', ?, 0, NULL, \'shop\' FROM stock WHERE sku = \'WTG-28\'').run(-quantity);
      at.shop.db.prepare('UPDATE stock SET on_hand = on_hand - ? WHERE sku = \'WTG-28\'').run(quantity);
    });
    expect(business.stock.row('WTG-28')!.on_hand).toBeGreaterThanOrEqual(0);
  };

  it('by the owner writes only what was counted, in the books and in the file, once', async () => {
    const before = products();
    const answer = await count({ 'n.WTG-28': '6', 'n.WTG-20': '12' });
    expect(noticeOf(await owner.page(answer.headers.get('location')!))).toBe('1 hitungan dicatat.');
    expect(product()?.stock).toBe(6);
    expect(stock()).toMatchObject({ on_hand: 6, written: 6 });
    expect(ledger()).toEqual([{ kind: 'stock_take', on_hand_change: 8, who: 'owner' }, { kind: 'stock_take', on_hand_change: -2, who: 'staff:ratna' }]);
    expect(ledger('WTG-20').length).toBe(1);
    onlyChanged(before, 'WTG-28');
  });

  it('survives a restart and a reading of the file anew without being counted twice, though pieces were sent since', async () => {
    await count({ 'n.WTG-28': '6' });
    ship(2);
    at.shop.renew(at.shop.shop.world().premises.catalogue);
    at.shop.restart();
    expect(stock()).toMatchObject({ on_hand: 4, written: 6 });
  });

  it('asks again where pieces left after the page was opened, and loses nothing typed', async () => {
    const form = formOf(await owner.page(COUNT), COUNT);
    ship(3);
    const before = products();
    const answer = await count({ 'n.WTG-28': '7', 'n.WTG-20': '9' }, owner, form);
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toContain('Berubah dari 8 menjadi 5');
    expect(page).toMatch(/name="n\.WTG-20"[^>]*value="9"/);
    expect(products()).toBe(before);
    expect(stock().on_hand).toBe(5);
  });

  it('takes into account what is sent while the file is being written', () => {
    const { business } = at.shop.shop;
    at.shop.shop.engine.transact(() => {
      ship(2);
      business.stock.countAndWritten('WTG-28', 7, 8, at.shop.now, 'staff:ratna');
    });
    expect(stock()).toMatchObject({ on_hand: 5, written: 7 });
  });

  it('by an admin stays in the books; the file is the owner\'s', async () => {
    const siti = await at.join('siti');
    const before = products();
    await count({ 'n.WTG-28': '6' }, siti);
    expect(products()).toBe(before);
    expect(stock()).toMatchObject({ on_hand: 6, written: 8 });
    at.shop.restart();
    expect(stock().on_hand).toBe(6);
  });

  it('is never less than what is promised, and says so', async () => {
    at.shop.db.prepare(`UPDATE stock SET reserved = 4 WHERE sku = 'WTG-28'`).run();
    const answer = await count({ 'n.WTG-28': '3' });
    expect(noticeOf(await owner.page(answer.headers.get('location')!))).toContain('1 yang sudah dipesan tidak ada barangnya');
    expect(stock()).toMatchObject({ on_hand: 4, reserved: 4, written: 3 });
    expect(existsSync(join(at.catalogDir, 'products.csv'))).toBe(true);
  });
});
