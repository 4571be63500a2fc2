import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { catalogueChecks } from '../../src/catalogue-checks.ts';
import { createOwnerFiles, type OwnerFiles } from '../../src/owner-files/desk.ts';
import { errands } from '../../src/setting-up/errands.ts';
import { hasSampleAccount, hasSampleProducts, hasSampleQris, SAMPLE } from '../../src/setting-up/sample-values.ts';
import { createShopFiles, type ShopFiles } from '../../src/setting-up/shop-files.ts';
import { PAYMENT_STEPS } from '../../src/setting-up/steps/payment.ts';
import { shippingSteps, TO_BE_CHECKED } from '../../src/setting-up/steps/shipping.ts';
import { SHOP_STEPS } from '../../src/setting-up/steps/shop.ts';
import { stillSample, walkThrough, type WizardStep } from '../../src/setting-up/wizard.ts';
import { loadCatalogueOrThrow } from '../../src/shop/catalogue/load.ts';
import { drawQrisPicture } from '../../src/shop/payment/qris-picture.ts';
import { seal } from '../../src/shop/payment/emv.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';

const SAMPLE_DIR = join(import.meta.dirname, '../../catalog');
const gazetteer = createGazetteer();
const checks = catalogueChecks(gazetteer);
const STEPS: readonly WizardStep[] = [...SHOP_STEPS, ...PAYMENT_STEPS, ...shippingSteps(gazetteer)];

let folder: string;
let desk: OwnerFiles;
let files: ShopFiles;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'siap-'));
  mkdirSync(join(folder, 'catalog'));
  for (const name of ['store.yaml', 'shipping.yaml']) cpSync(join(SAMPLE_DIR, name), join(folder, 'catalog', name));
  writeFileSync(join(folder, 'catalog', 'products.csv'), 'sku,name,price\nWTG-28,Wajan Teflon Granit 28 cm,165000\nRTG-3,Rantang Susun 3,115000\n');
  let id = 0;
  desk = createOwnerFiles({ catalogDir: join(folder, 'catalog'), dataDir: join(folder, 'data'), checks, now: () => Date.parse('2026-11-29T12:00:00Z'), newId: () => `s${++id}` });
  files = createShopFiles({ catalogDir: join(folder, 'catalog'), sampleDir: SAMPLE_DIR, checks, files: desk });
});

const read = (name: string): string => readFileSync(join(folder, 'catalog', name), 'utf8');
const shopNow = () => loadCatalogueOrThrow(join(folder, 'catalog'), checks);

/** Walks through with these answers; a null is Ctrl+C. */
async function walk(answers: (string | null)[], steps: readonly WizardStep[] = STEPS) {
  const said: string[] = [];
  let over = false;
  const shop = await walkThrough(steps, {
    files, shop: await shopNow(),
    talk: {
      say: (text) => void said.push(text), over: () => over,
      ask: (question) => {
        said.push(question);
        const answer = answers.length === 0 ? '' : answers.shift()!;
        over ||= answer === null;
        return Promise.resolve(answer ?? '');
      },
    },
  });
  return { shop, said: said.join('\n') };
}
const only = (...keys: readonly string[]): readonly WizardStep[] => STEPS.filter((step) => keys.includes(step.key));
const qris = seal([{ tag: '00', value: '01' }, { tag: '01', value: '11' }, { tag: '26', value: '0014ID.CO.QRIS.WWW0215ID10200123456780303UMI' }, { tag: '52', value: '5499' }, { tag: '53', value: '360' }, { tag: '58', value: 'ID' }, { tag: '59', value: 'KOPI SENJA' }, { tag: '60', value: 'SURABAYA' }]);

describe('setting a shop up', () => {
  it('asks for everything, checks it, and writes files that read like those it found', async () => {
    const photo = join(folder, 'foto qris.png');
    writeFileSync(photo, await drawQrisPicture({ qris, shop: 'Kopi Senja', amount: 1, order: 'KS-1', payBefore: null, merchant: 'KOPI SENJA', nmid: null, language: 'id' }));
    const comments = (text: string) => (text.match(/#.*$/gm) ?? []).length;
    const before = comments(read('store.yaml'));
    const { shop, said } = await walk([
      'Kopi Senja', 'Kak', 'Sobat Senja', '0812-1111-2222', 'Jl. Darmo 10, Surabaya', 'Sen-Sab 08.00-20.00', '', 'buka', 'ks',
      'BCA 0987654321 a.n. Rini Lestari', 'ya', `'${photo}'`, '', 'tidak', 'Surabya', '1', '', '14', '1, 2', '',
    ]);
    expect(shop.store).toMatchObject({
      name: 'Kopi Senja', salutation: 'Kak', customerName: 'Sobat Senja', contact: { phone: '0812-1111-2222', address: 'Jl. Darmo 10, Surabaya' }, timezone: 'Asia/Jakarta',
      hours: { week: { mon: [{ from: 480, to: 1_200 }], sun: [] }, nationalHolidays: 'open' }, orders: { prefix: 'KS' },
      payments: { bankTransfer: [{ bank: 'BCA', account: '0987654321', holder: 'Rini Lestari' }], qris, cod: false },
    });
    expect(shop.shipping).toMatchObject({ origin: 'Kota Surabaya', cutoff: 840 });
    expect(shop.shipping.services.map(({ id }) => id)).toEqual(['jne-reg', 'jnt-ez']);
    expect(said).toContain('QRIS atas nama KOPI SENJA, SURABAYA, NMID ID1020012345678');
    expect(stillSample(STEPS, shop)).toEqual([]);
    expect(comments(read('store.yaml'))).toBe(before);
    expect(read('store.yaml')).toContain('name: Kopi Senja                  # nama toko, seperti yang dibaca pelanggan');
    expect(read('shipping.yaml')).toContain('# Ongkos kirim dan lama perjalanan.');
  });

  it('a second time shows what is set and keeps it on Enter', async () => {
    await walk(['Kopi Senja'], only('name'));
    const before = [read('store.yaml'), read('shipping.yaml')];
    const { said } = await walk([]);
    expect([read('store.yaml'), read('shipping.yaml')]).toEqual(before);
    expect(said).toContain('Sekarang: Kopi Senja\n');
    expect(said).toContain('Sekarang: BCA 1234567890 a.n. Dapur Kita (masih contoh, bukan milik Anda)');
  });

  it('asks again after an answer that cannot be, with one that can', async () => {
    const { shop, said } = await walk([
      'Bu', 'Kak', 'rumah saya', '0812-3333-4444', 'jam 9 sampai 5', 'Sen-Jum 9-17', '', 'BCA', 'BCA 1-2-3 a.n. Rini', '', 'BCA 12345678 a.n. Rini', '', 'mungkin', 'ya', 'kadang', 'buka',
    ], ['salutation', 'phone', 'hours', 'bank', 'cod', 'national_holidays'].flatMap((key) => only(key)));
    expect(shop.store).toMatchObject({ salutation: 'Kak', contact: { phone: '0812-3333-4444' }, hours: { nationalHolidays: 'open' }, payments: { cod: true, bankTransfer: [{ account: '12345678' }] } });
    expect(said.match(/Belum bisa: /g)).toHaveLength(7);
    expect(said).toContain('"Bu" menebak siapa pelanggannya');
    expect(said).toContain('nomor rekening');
  });

  it('does not take away the last way to pay', async () => {
    const { shop, said } = await walk(['-', '', '-', '', 'tidak', 'ya'], only('bank', 'qris', 'cod'));
    expect(said).toContain('belum ada satu pun cara bayar');
    expect(shop.store.payments).toEqual({ bankTransfer: [], qris: '', cod: true });
  });

  it('goes back, and asks again what was not right', async () => {
    const { shop } = await walk(['Kopi Snja', 'kembali', 'Kopi Senja', 'Kak', 'kembali', 'kembali', 'kembali', '', ''], only('name', 'salutation'));
    expect(shop.store.name).toBe('Kopi Senja');
    expect((await walk(['Sen-Jum 9-17', 'tidak', 'Sen-Jum 8-16', ''], only('hours'))).shop.store.hours.week.mon).toEqual([{ from: 480, to: 960 }]);
  });

  it('loses nothing that was confirmed when it is broken off, and writes nothing that was not', async () => {
    await walk(['Kopi Senja', 'Kak', null]);
    expect((await shopNow()).store).toMatchObject({ name: 'Kopi Senja', salutation: 'Kak' });
    await walk(['Sen-Jum 1-2', null], only('hours'));
    expect((await shopNow()).store.hours.week.mon).toEqual([{ from: 540, to: 720 }, { from: 780, to: 1_020 }]);
  });

  it('keeps the files as they were before the sitting, once', async () => {
    const before = read('store.yaml');
    await walk(['Kopi Senja', 'Kak', 'Sobat Senja']);
    const kept = await desk.kept();
    expect(kept.map(({ file }) => file)).toEqual(['store.yaml']);
    expect(readFileSync(join(folder, 'data', 'catalogue-history', kept[0]!.name), 'utf8')).toBe(before);
  });

  it('takes a QRIS only when it is one, static, and its checksum holds', async () => {
    const dynamic = seal([{ tag: '00', value: '01' }, { tag: '01', value: '12' }, { tag: '26', value: '0014ID.CO.QRIS.WWW' }, { tag: '52', value: '5499' }, { tag: '53', value: '360' }, { tag: '58', value: 'ID' }, { tag: '59', value: 'X' }, { tag: '60', value: 'Y' }]);
    writeFileSync(join(folder, 'kucing.jpg'), readFileSync(join(SAMPLE_DIR, 'photos', 'wajan-enamel.png')));
    const { shop, said } = await walk([qris.replace('SENJA', 'SENYA'), dynamic, join(folder, 'tidak-ada.jpg'), join(folder, 'kucing.jpg'), qris, 'ya'], only('qris'));
    expect(said).toContain('kode pemeriksa tidak cocok');
    expect(said).toContain('hanya untuk satu pembayaran');
    expect(said).toContain('tidak ada atau tidak bisa dibuka');
    expect(said).toContain('tidak terbaca');
    expect(shop.store.payments.qris).toBe(qris);
  });

  it('marks tariffs it has made as to be checked, and keeps those that are there', async () => {
    const { said } = await walk(['Makassar', '', '1, 3', ''], only('origin', 'couriers'));
    expect(said).toContain('SiCepat REG: tarif PERKIRAAN dari Kota Makassar');
    expect(said).toContain('JNE Reguler: tarif yang sudah ada dipakai terus');
    expect(read('shipping.yaml')).toContain(`# ${TO_BE_CHECKED}: tarif SiCepat REG ini perkiraan awal`);
    expect(read('shipping.yaml')).not.toContain(`${TO_BE_CHECKED}: tarif JNE`);
    expect((await shopNow()).store.timezone).toBe('Asia/Makassar');
    await walk(['1 baru', ''], only('couriers'));
    expect(read('shipping.yaml')).toContain(`${TO_BE_CHECKED}: tarif JNE Reguler`);
    expect((await shopNow()).shipping.services.map(({ name }) => name)).toEqual(['JNE Reguler']);
  });

  it('says which place it may be where a name is misspelt or has several', async () => {
    const { shop, said } = await walk(['bandng', '', 'Bandung', '2', ''], only('origin'));
    expect(said).toContain('"bandng" tidak ada di peta. Mungkin maksudnya:');
    expect(said).toContain('Kabupaten Bandung, Jawa Barat');
    expect(shop.shipping.origin).toBe('Kabupaten Bandung');
  });

  it('begins with the sample where the folder is empty, and never over what is there', async () => {
    rmSync(join(folder, 'catalog'), { recursive: true });
    expect(await files.beginWithSample()).toBe(true);
    expect((await shopNow()).store.name).toBe(SAMPLE.name);
    writeFileSync(join(folder, 'catalog', 'store.yaml'), 'name: Milik Saya\n');
    expect(await files.beginWithSample()).toBe(false);
    rmSync(join(folder, 'catalog', 'store.yaml'));
    writeFileSync(join(folder, 'catalog', 'products.csv'), 'sku,name,price\nA,Panci,75000\n');
    expect(await files.beginWithSample()).toBe(true);
    expect(read('products.csv')).toBe('sku,name,price\nA,Panci,75000\n');
  });

  it('knows the sample shop by what it really says', async () => {
    const { store } = await loadCatalogueOrThrow(SAMPLE_DIR, checks);
    expect(store).toMatchObject({ name: SAMPLE.name, customerName: SAMPLE.customerName, contact: { phone: SAMPLE.phone, address: SAMPLE.address }, orders: { prefix: SAMPLE.prefix } });
    expect([hasSampleAccount(store), hasSampleQris(store), hasSampleProducts(await loadCatalogueOrThrow(SAMPLE_DIR, checks))]).toEqual([true, true, true]);
  });
});

describe('what is done at the end of setting up', () => {
  async function run(answers: string[], settings: Record<string, string> = {}) {
    const said: string[] = [];
    const did: string[] = [];
    const talk = { say: (text: string) => void said.push(text), over: () => false, ask: (question: string) => { said.push(question); return Promise.resolve(answers.shift() ?? ''); } };
    await walkThrough(errands({
      talk, load: shopNow, connectTelegram: () => { did.push('telegram'); return Promise.resolve(true); },
      importProducts: (file, replacing) => { did.push(`import ${file.split('/').at(-1)} ${replacing}`); return Promise.resolve(true); },
      env: { get: (name) => settings[name], set: (changed) => void Object.assign(settings, changed) },
    }), { talk, files, shop: await shopNow() });
    return { said: said.join('\n'), did, settings };
  }

  it('brings products in the place of the sample, and connects Telegram', async () => {
    const file = join(folder, 'barang.csv');
    writeFileSync(file, 'x');
    const { did, said } = await run([join(folder, 'tidak-ada.csv'), file, 'ya']);
    expect(did).toEqual(['import barang.csv true', 'telegram']);
    expect(said).toContain('tidak-ada.csv tidak ada');
    expect(existsSync(file)).toBe(true);
  });

  it('turns WhatsApp on only after its risk was read and agreed to', async () => {
    expect((await run(['', '', 'ya', ''])).settings).toEqual({});
    const { said, settings } = await run(['', '', 'ya', 'Setuju']);
    expect(said).toContain('memblokir nomor toko');
    expect(settings).toEqual({ WHATSAPP: 'on' });
    expect((await run(['', '', 'tidak'], { WHATSAPP: 'on' })).settings).toEqual({ WHATSAPP: 'off' });
  });
});
