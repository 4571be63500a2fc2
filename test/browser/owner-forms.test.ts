import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import type { Browser as Session } from '../console/console-shop.ts';
import { seriousFindings } from './accessibility.ts';
import { LAPTOP, openInChromium, PHONE, type OpenConsole } from './console-in-chromium.ts';

let shop: OpenConsole;
let ratna: Session;

beforeAll(async () => {
  shop = await openInChromium();
  ratna = await shop.at.join('ratna');
});
afterAll(async () => { await shop.close(); });

const now = (): Catalogue => shop.at.shop.shop.world().premises.catalogue;
const file = (name: string): string => readFileSync(join(shop.at.catalogDir, name), 'utf8');
/** Lines that are gone from a file: what a form did not mean to touch. */
const gone = (before: string, after: string): readonly string[] => before.split('\n').filter((line) => !after.split('\n').includes(line));

it('a figure of a bonus opens the records behind it, and each record the order it is about', async () => {
  const page = await shop.pageOf(ratna, PHONE);
  await page.goto(`${shop.origin}/konsol/kinerja/siti`);
  const record = page.locator('#r-pesanan .records a').first();
  expect(await record.isVisible()).toBe(false);
  await page.locator('.bonus-lines').getByRole('link', { name: 'Penjualan yang dibantu' }).click();
  await record.waitFor({ state: 'visible' });
  await record.click();
  await page.waitForURL('**/konsol/pesanan/DK-*');
  await page.context().close();
});

/** Everything an owner sets in an ordinary month, by tapping and typing alone; what differs between the two devices, so that each changes something. */
describe.each([
  { device: 'a phone', viewport: PHONE, closing: '15:00', price: '159.000', step: '149000', voucher: 'HEMAT10', courier: 'Pos Kilat', id: 'pos-kilat', person: 'dewi', name: 'Dewi' },
  { device: 'a laptop', viewport: LAPTOP, closing: '15:30', price: '157.500', step: '148.000', voucher: 'HEMAT15', courier: 'Wahana Express', id: 'wahana-express', person: 'tono', name: 'Tono' },
])('an owner with $device', ({ viewport, closing, price, step, voucher, courier, id, person, name }) => {
  let page: Page;
  beforeAll(async () => { page = await shop.pageOf(ratna, viewport); });
  afterAll(async () => { await page.context().close(); });

  /** The page is fit for everyone, and nothing sticks out of it. As they open, forms are looked at by "every page" of the console. */
  async function sound(): Promise<void> {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')).toBe(0);
    expect(shop.faults).toEqual([]);
  }

  /** Looks at what would change, and says yes to it. */
  async function save(sees: string): Promise<void> {
    await page.getByRole('button', { name: 'Periksa perubahan' }).click();
    await page.getByRole('heading', { name: 'Begini jadinya' }).waitFor();
    await page.locator('ins', { hasText: sees }).first().waitFor();
    await sound();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Disimpan dan sudah berlaku.').waitFor();
  }

  it('sets the hours of a day, and sees them in the calendar', async () => {
    await page.goto(`${shop.origin}/konsol/lainnya`);
    await page.getByRole('link', { name: 'Ubah jam dan libur' }).click();
    await page.getByLabel('Sabtu, sampai', { exact: true }).fill(closing);
    await save(`09:00-${closing}`);
    expect(now().store.hours.week.sat).toEqual([{ from: 540, to: 900 + (closing === '15:30' ? 30 : 0) }]);
    await page.getByText('Kalender 60 hari ke depan').click();
    await page.locator('.calendar li', { hasText: 'Sab 28 Nov' }).getByText(`09.00–${closing.replace(':', '.')} WIB`).waitFor();
    await sound();
  });

  it('changes a price and gives wholesale prices, which its page then shows as customers hear them', async () => {
    await page.goto(`${shop.origin}/konsol/katalog/WTG-28`);
    await page.getByRole('link', { name: 'Ubah harga, nama, keterangan…' }).click();
    await page.getByLabel('Harga (Rp)').fill(price);
    await save(price);
    const rupiah = Number(price.replace('.', ''));
    expect(now().product('WTG-28')?.price).toBe(rupiah);
    await page.getByText(`Rp${price}`).first().waitFor();

    await page.getByRole('link', { name: 'Ubah harga grosir…' }).click();
    await page.getByLabel('Tingkat 1: mulai berapa buah').fill('6');
    await page.getByLabel('Tingkat 1: harga per buah').fill('999.000');
    await page.getByRole('button', { name: 'Periksa perubahan' }).click();
    await page.getByText('tidak lebih murah dari harga').waitFor();
    expect(await page.getByLabel('Tingkat 1: harga per buah').inputValue()).toBe('999.000');
    await sound();
    await page.getByLabel('Tingkat 1: harga per buah').fill(step);
    await save(step);
    await page.goto(`${shop.origin}/konsol/katalog/WTG-28`);
    await page.getByText(`mulai 6 buah Rp${step.replace('000', '.000').replace('..', '.')}`).waitFor();
    expect(now().promotions.wholesale[0]?.steps).toEqual([{ min: 6, price: Number(step.replace('.', '')), percent: null }]);
    await sound();
  });

  it('announces a voucher', async () => {
    await page.goto(`${shop.origin}/konsol/lainnya`);
    await page.getByRole('link', { name: 'Promo', exact: true }).click();
    await page.getByText('Tambah voucher…').click();
    const blank = page.locator('details.add', { hasText: 'Tambah voucher…' });
    await blank.getByLabel(/^Kode/).fill(voucher);
    await blank.getByLabel('Potongan (%)').fill('10');
    await blank.getByLabel('Beri tahu yang bertanya').check();
    await save(voucher);
    expect(now().promotions.vouchers.find(({ code }) => code === voucher)).toMatchObject({ percent: 10, listed: true });
  });

  it('takes on a courier, adds a destination, and lets it go again; all other lines of the file stay', async () => {
    const before = file('shipping.yaml');
    const services = now().shipping.services.length;
    await page.goto(`${shop.origin}/konsol/pemilik/toko/ongkir`);
    await page.getByText('Tambah jasa kirim…').click();
    const blank = page.locator('details.add', { hasText: 'Tambah jasa kirim…' });
    await blank.getByLabel('Nama yang dibaca pelanggan').fill(courier);
    await blank.getByLabel('Tujuan pertama').fill('Jawa Barat');
    await blank.getByLabel('Rupiah per kg').fill('11.000');
    await blank.getByLabel('Lama (hari)').fill('2-4');
    await save(courier);
    await page.getByRole('link', { name: `Tarif ${courier}` }).click();
    await page.getByText('Tambah tujuan…').click();
    const zone = page.locator('details.add');
    await zone.getByLabel('Tujuan').fill('*');
    await zone.getByLabel('Rupiah per kg').fill('35000');
    await zone.getByLabel('Lama (hari)').fill('4-8');
    await save('35000');
    expect(now().shipping.services.find((one) => one.id === id)).toMatchObject({ name: courier, zones: [{ to: ['Jawa Barat'], perKg: 11_000, daysMin: 2, daysMax: 4 }, { to: ['*'], perKg: 35_000 }] });
    expect(gone(before, file('shipping.yaml'))).toEqual([]);

    await page.goto(`${shop.origin}/konsol/pemilik/toko/ongkir`);
    await page.locator('details.item', { hasText: courier }).first().locator('summary').click();
    await page.locator('details.item[open]').getByLabel('Hapus ini').check();
    await page.getByRole('button', { name: 'Periksa perubahan' }).click();
    await page.locator('del', { hasText: courier }).waitFor();
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByText('Disimpan dan sudah berlaku.').waitFor();
    expect(now().shipping.services).toHaveLength(services);
  });

  it('takes on a person, who comes in by a link that works once', async () => {
    await page.goto(`${shop.origin}/konsol/pemilik/staf`);
    await page.getByRole('link', { name: 'Tambah, ubah, atau keluarkan orang' }).click();
    await page.getByText('Tambah orang…').click();
    const blank = page.locator('details.add');
    await blank.getByLabel('Nama masuk').fill(person);
    await blank.getByLabel('Nama', { exact: false }).nth(1).fill(name);
    await save(name);
    await page.goto(`${shop.origin}/konsol/pemilik/staf`);
    await page.locator('.people li', { hasText: person }).getByRole('button', { name: 'Buat tautan' }).click();
    const link = new URL(await page.getByLabel(`Tautan untuk ${name}`).inputValue());
    await sound();

    const theirs = await shop.pageOf(null, viewport);
    const invitation = shop.origin + link.pathname + link.search;
    await theirs.goto(invitation);
    await theirs.getByLabel('Sandi baru').fill('kopi tubruk sore hari');
    await theirs.getByLabel('Sekali lagi').fill('kopi tubruk sore hari');
    await theirs.getByRole('button', { name: 'Simpan dan masuk' }).click();
    await theirs.waitForURL('**/konsol/chat');
    expect((await theirs.goto(`${shop.origin}/konsol/pemilik/staf`))?.status()).toBe(403);
    await theirs.context().clearCookies();
    await theirs.goto(invitation);
    await theirs.getByText('Tautan ini sudah tidak berlaku').waitFor();
    await theirs.context().close();
  });

  it('brings a file, sees what it would change, uses it, and takes it back', async () => {
    shop.at.shop.now += 60_000;
    const before = file('products.csv');
    const dearer = before.replaceAll(',129000,', ',139000,');
    await page.goto(`${shop.origin}/konsol/pemilik/berkas`);
    await page.getByLabel('Berkas', { exact: true }).setInputFiles({ name: 'products.csv', mimeType: 'text/csv', buffer: Buffer.from(dearer) });
    await page.getByRole('button', { name: 'Periksa' }).click();
    await page.getByText('Rp139.000').first().waitFor();
    await sound();
    expect(file('products.csv')).toBe(before);
    await page.getByRole('button', { name: 'Pakai berkas ini' }).click();
    await page.getByText('products.csv dipakai').waitFor();
    expect(file('products.csv')).toBe(dearer);
    await page.locator('.kept', { hasText: 'products.csv' }).first().getByRole('button', { name: 'Kembalikan…' }).click();
    await page.getByRole('button', { name: 'Pakai berkas ini' }).click();
    await page.getByText('products.csv dipakai').waitFor();
    expect(file('products.csv')).toBe(before);
  });
});
