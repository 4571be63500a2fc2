import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as Session } from '../console/console-shop.ts';
import { seriousFindings } from './accessibility.ts';
import { LAPTOP, openInChromium, PHONE, type OpenConsole } from './console-in-chromium.ts';
import { payloads } from './script-payloads.ts';

const MOST_BYTES = 100_000;

let shop: OpenConsole;
let ratna: Session;
let siti: Session;
let budi: Session;

beforeAll(async () => {
  shop = await openInChromium();
  ratna = await shop.at.join('ratna');
  siti = await shop.at.join('siti');
  budi = await shop.at.join('budi');
  const { engine, tables } = shop.at.shop.shop;
  engine.transact(() => tables.misunderstood.keep(1, 'zzblorp qwex', shop.at.shop.now));
});

afterAll(async () => { await shop.close(); });

const chat = (address: string): string => `${shop.origin}/konsol/chat/${shop.at.shop.chatId(address)}`;

describe('two admins at once', () => {
  it('serve one customer from takeover to parcel, each seeing what the other does without a reload', async () => {
    const { at, origin } = shop;
    const phone = await shop.pageOf(siti, PHONE);
    const laptop = await shop.pageOf(budi, LAPTOP);
    await laptop.goto(chat('c16'));
    await phone.goto(`${origin}/konsol/chat`);
    await phone.getByRole('link', { name: /Rina Kusuma/ }).click();
    await laptop.getByText('Siti juga melihat').waitFor();

    await phone.getByRole('button', { name: 'Ambil chat' }).click();
    await phone.getByLabel('Tulis balasan').waitFor();
    await laptop.getByText('Sedang dilayani Siti').waitFor();

    await phone.getByLabel('Tulis balasan').fill('Halo Kak, dengan Siti. Mau kirim ke mana?');
    await phone.reload();
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toBe('Halo Kak, dengan Siti. Mau kirim ke mana?');
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await laptop.locator('.bubble.staff', { hasText: 'dengan Siti' }).waitFor();
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toBe('');
    expect(at.shop.receive().filter((got) => got.from === 'staff:siti').map((got) => got.text)).toEqual(['Halo Kak, dengan Siti. Mau kirim ke mana?']);

    await phone.getByLabel('Tulis balasan').fill('Sebentar ya');
    at.shop.hear('c16', 'ke bandung kak');
    await phone.locator('.bubble.customer', { hasText: 'ke bandung kak' }).waitFor();
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toBe('Sebentar ya');

    await phone.getByLabel('Tulis balasan').fill('Siap Bu');
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await phone.getByText('bukan sapaan toko ini').waitFor();
    expect(at.shop.receive().filter((got) => got.from !== 'bot')).toEqual([]);

    await laptop.goto(`${origin}/konsol/pesanan/DK-1`);
    await phone.goto(`${origin}/konsol/pesanan?di=bukti`);
    const card = phone.locator('.order-card', { has: phone.locator('.order-head a[href="/konsol/pesanan/DK-1"]') });
    await card.waitFor();
    await laptop.getByLabel(/sudah saya lihat di mutasi/).check();
    await laptop.getByRole('button', { name: 'Terima pembayaran' }).click();
    await laptop.getByRole('button', { name: 'Sudah dikemas' }).waitFor();
    await card.waitFor({ state: 'detached' });
    await laptop.getByRole('button', { name: 'Sudah dikemas' }).click();
    await laptop.getByLabel('Nomor resi').fill('012345678901234');
    await laptop.getByRole('button', { name: 'Tandai dikirim' }).click();
    await laptop.getByRole('button', { name: 'Sudah diterima' }).waitFor();
    expect(at.shop.shop.business.orders.byNumber('DK-1')).toMatchObject({ state: 'shipped', tracking: '012345678901234' });
    expect(at.shop.brokenInvariants()).toEqual([]);
    expect(shop.faults).toEqual([]);
    await phone.context().close();
    await laptop.context().close();
  });

  it('serve a customer of the web chat from the first word to her stars', async () => {
    const { at, origin } = shop;
    const customer = await shop.pageOf(null, PHONE);
    const phone = await shop.pageOf(siti, PHONE);
    const laptop = await shop.pageOf(budi, LAPTOP);
    const { orders } = at.shop.shop.business;
    const told = (words: string | RegExp) => customer.locator('.message.shop', { hasText: words }).last().waitFor();
    const say = async (text: string): Promise<void> => {
      await customer.fill('#text', text);
      await customer.click('.send');
    };
    await customer.goto(`${origin}/chat`);
    await customer.waitForSelector('body[data-ready]');
    await say('ambil spatula silikon 2');
    await told('keranjang');
    const before = at.shop.db.prepare('SELECT count(*) AS n FROM orders').pluck().get() as number;
    for (const [text, reply] of [['checkout', /kota|kecamatan|kirim ke mana/i], ['bandung', /JNE|Reguler/], ['1', /nama/i], ['Lestari, 081298765432, Jl. Anggrek 7 RT 1 RW 2, Coblong', /transfer/i]] as const) {
      await say(text);
      await told(reply);
    }
    await say('transfer');
    await told(/DK-\d+/);
    expect(at.shop.db.prepare('SELECT count(*) AS n FROM orders').pluck().get()).toBe(before + 1);
    const number = at.shop.db.prepare('SELECT number FROM orders ORDER BY id DESC LIMIT 1').pluck().get() as string;
    await say('mau bicara dengan admin');
    await told(/admin/);

    await phone.goto(`${origin}/konsol/chat`);
    await phone.locator('.group-waits .chat-row', { hasText: 'Lestari' }).click();
    await phone.getByRole('button', { name: 'Ambil chat' }).click();
    await phone.getByLabel('Tulis balasan').fill('Halo Kak, dengan Siti. Ada yang bisa dibantu?');
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await told('dengan Siti');
    await say('pembayarannya sudah masuk kak?');
    await phone.locator('.bubble.customer', { hasText: 'sudah masuk kak' }).waitFor();

    await laptop.goto(`${origin}/konsol/pesanan/${number}`);
    await laptop.getByText('Pembayaran sudah masuk').click();
    await laptop.getByLabel(/sudah saya lihat di mutasi/).check();
    await laptop.getByRole('button', { name: 'Terima pembayaran' }).click();
    await laptop.getByRole('button', { name: 'Sudah dikemas' }).click();
    await laptop.getByLabel('Nomor resi').waitFor();

    await phone.getByText('Selesai', { exact: true }).click();
    await phone.getByLabel('Apa yang disepakati?').fill('dikirim hari ini');
    await phone.getByRole('button', { name: 'Selesai, kembalikan ke asisten' }).click();
    await told('dikirim hari ini');
    await customer.locator('.choice', { hasText: '5' }).last().click();
    await told(/terima kasih/i);
    expect(at.shop.db.prepare('SELECT staff, stars FROM ratings ORDER BY id DESC LIMIT 1').get()).toEqual({ staff: 'siti', stars: 5 });

    await laptop.getByLabel('Nomor resi').fill('012345678909876');
    await laptop.getByRole('button', { name: 'Tandai dikirim' }).click();
    await laptop.getByRole('button', { name: 'Sudah diterima' }).waitFor();
    expect(orders.byNumber(number)).toMatchObject({ state: 'shipped', tracking: '012345678909876' });
    await told('012345678909876');
    expect(at.shop.brokenInvariants()).toEqual([]);
    expect(shop.faults).toEqual([]);
    for (const page of [customer, phone, laptop]) await page.context().close();
  });

  it('go through chats by keyboard', async () => {
    const laptop = await shop.pageOf(budi, LAPTOP);
    await laptop.goto(`${shop.origin}/konsol/chat`);
    await laptop.keyboard.press('/');
    expect(await laptop.evaluate('document.activeElement.getAttribute("name")')).toBe('cari');
    await laptop.keyboard.press('Escape');
    await laptop.evaluate('document.activeElement.blur()');
    await laptop.keyboard.press('j');
    await laptop.waitForURL(/\/konsol\/chat\/\d+$/);
    await laptop.context().close();
  });
});

describe('what strangers write', () => {
  it('never runs: 200 scripts as name, message, address and file name', async () => {
    const { at } = shop;
    const scripts = payloads(200);
    expect(new Set(scripts).size).toBe(200);
    scripts.forEach((script, i) => {
      at.shop.hear(`x${i}`, script, { name: script });
      at.shop.hear(`x${i}`, 'admin', { name: script });
    });
    const setOrder = at.shop.db.prepare(`UPDATE orders SET recipient = ?, address = ?, tracking = ? WHERE number = 'DK-5'`);
    const setProof = at.shop.db.prepare(`UPDATE proofs SET file = ?, flags = ? WHERE order_id = (SELECT id FROM orders WHERE number = 'DK-5')`);
    const page = await shop.pageOf(siti, LAPTOP);
    const quiet = async (where: string): Promise<void> => {
      expect(await page.evaluate('window.ran'), where).toBeUndefined();
      expect(await page.evaluate(`document.querySelectorAll('main script, main iframe, main object, main [onerror], main [onload], main svg:not(.chart)').length`), where).toBe(0);
    };
    await page.goto(`${shop.origin}/konsol/chat`);
    expect(await page.locator('.chat-row').count()).toBeGreaterThan(60);
    await quiet('the list');
    for (let i = 0; i < 200; i += 4) {
      await page.goto(`${shop.origin}/konsol/chat/${at.shop.chatId(`x${i}`)}`);
      await quiet(scripts[i]!);
    }
    for (let i = 0; i < 200; i += 8) {
      setOrder.run(scripts[i], scripts[i + 1], scripts[i + 2]);
      setProof.run(scripts[i + 3], scripts[i + 4]);
      await page.goto(`${shop.origin}/konsol/pesanan/${i % 16 === 0 ? 'DK-5' : 'DK-5/cetak'}`);
      await quiet(scripts[i]!);
    }
    // Looking again puts fresh parts into an open page: the same must hold for them.
    await page.goto(`${shop.origin}/konsol/chat/${at.shop.chatId('x1')}`);
    at.shop.hear('x1', `<img src=x onerror="window.ran='live'"> akhir`);
    await page.locator('.bubble.customer', { hasText: 'akhir' }).waitFor();
    await quiet('a line that came in live');
    expect(shop.faults).toEqual([]);
    await page.context().close();
  });
});

describe('every page', () => {
  const pages: readonly (readonly [string, () => string, () => Session | null])[] = [
    ['login', () => '/konsol/masuk', () => null], ['chats', () => '/konsol/chat', () => siti], ['a chat', () => `/konsol/chat/${shop.at.shop.chatId('c11')}`, () => siti],
    ['a chat that waits', () => `/konsol/chat/${shop.at.shop.chatId('c17')}`, () => siti], ['orders', () => '/konsol/pesanan', () => siti],
    ['shipping', () => '/konsol/pesanan?di=kirim', () => siti], ['an order to check', () => '/konsol/pesanan/DK-5', () => siti], ['catalogue', () => '/konsol/katalog', () => siti],
    ['a product', () => '/konsol/katalog/WTG-28', () => siti], ['performance', () => '/konsol/kinerja', () => ratna], ['a bonus', () => '/konsol/kinerja/siti', () => siti],
    ['settings', () => '/konsol/lainnya', () => ratna], ['staff', () => '/konsol/pemilik/staf', () => ratna], ['files', () => '/konsol/pemilik/berkas', () => ratna], ['wording', () => '/konsol/lainnya/kata', () => siti],
    ['hours', () => '/konsol/pemilik/toko/jam', () => ratna], ['ways to pay', () => '/konsol/pemilik/toko/bayar', () => ratna],
    ['tariffs', () => '/konsol/pemilik/toko/ongkir/0', () => ratna], ['couriers', () => '/konsol/pemilik/toko/ongkir', () => ratna], ['wholesale prices', () => '/konsol/pemilik/barang/WTG-28/grosir', () => ratna], ['questions', () => '/konsol/pemilik/kata/faq', () => ratna],
    ['a message', () => '/konsol/pemilik/kata/pesan/welcome.first', () => ratna], ['teaching', () => '/konsol/pemilik/kata/ajari', () => ratna],
    ['promotions', () => '/konsol/pemilik/toko/promo', () => ratna], ['people', () => '/konsol/pemilik/staf/ubah', () => ratna], ['a product to change', () => '/konsol/pemilik/barang/WTG-28', () => ratna],
    ['counting', () => '/konsol/hitung-stok', () => siti], ['trying out', () => '/konsol/pemilik/coba', () => ratna],
    ['proofs', () => '/konsol/pesanan?di=bukti', () => siti], ['an order found', () => '/konsol/pesanan?cari=dk%204', () => siti], ['prints of many', () => '/konsol/pesanan/cetak?di=kemas', () => siti],
    ['a print', () => '/konsol/pesanan/DK-2/cetak', () => siti], ['a payslip', () => '/konsol/kinerja/siti/slip', () => siti], ['a search', () => '/konsol/chat?cari=rina', () => siti],
    ['setting up', () => '/konsol/pemilik/mulai', () => ratna], ['reports', () => '/konsol/pemilik/laporan', () => ratna], ['bonus rules', () => '/konsol/pemilik/toko/bonus', () => ratna], ['nothing', () => '/konsol/pesanan/DK-999', () => siti],
  ];

  it.each(pages)('%s can be used by everyone, on a phone and a laptop, in light and dark, in both languages', async (_, path, who) => {
    for (const [viewport, dark, language] of [[PHONE, false, 'id'], [LAPTOP, true, 'en'], [PHONE, true, 'en']] as const) {
      shop.at.shop.db.prepare('UPDATE accounts SET language = ?').run(language);
      const page = await shop.pageOf(who(), viewport, { dark });
      await page.goto(`${shop.origin}${path()}${path().includes('?') ? '&' : '?'}bahasa=${language}`);
      expect(await page.getAttribute('html', 'lang')).toBe(language);
      await page.evaluate(`document.querySelectorAll('details.item').forEach((item) => { item.open = true; })`);
      expect(await seriousFindings(page)).toEqual([]);
      expect(await overflow(page), `${viewport.width} px`).toBe(0);
      expect(await smallTargets(page), `${viewport.width} px`).toEqual([]);
      await page.context().close();
    }
    shop.at.shop.db.prepare('UPDATE accounts SET language = NULL').run();
  });

  it('comes in less than 100 kB, everything counted, on a day when many wait', async () => {
    const page = await shop.pageOf(siti, PHONE);
    const bodies: Promise<Buffer>[] = [];
    page.on('response', (response) => {
      if (!response.url().includes('/langsung')) bodies.push(response.body());
    });
    await page.goto(`${shop.origin}/konsol/chat`, { waitUntil: 'load' });
    const bytes = Buffer.concat(await Promise.all(bodies)).length;
    expect(bytes).toBeGreaterThan(10_000);
    expect(bytes).toBeLessThan(MOST_BYTES);
    await page.context().close();
  });

  it('works without its script', async () => {
    const { at } = shop;
    const page = await shop.pageOf(budi, PHONE);
    await page.route('**/console.js', (route) => route.abort());
    await page.goto(chat('c17'));
    await page.getByRole('button', { name: 'Ambil chat' }).click();
    await page.getByLabel('Tulis balasan').fill('Mohon maaf Kak, boleh minta fotonya?');
    await page.getByRole('button', { name: 'Kirim', exact: true }).click();
    await page.locator('.bubble.staff', { hasText: 'boleh minta fotonya' }).waitFor();
    expect(at.shop.receive().some((got) => got.text.includes('boleh minta fotonya'))).toBe(true);
    await page.context().close();
  });
});

const overflow = (page: Page): Promise<unknown> => page.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)');

/** Buttons and fields a finger cannot hit (44 px); links within text are read, not hit. */
const smallTargets = (page: Page): Promise<unknown> => page.evaluate(`[...document.querySelectorAll('button, summary, select, .main-action, .plain-action, .tab, .columns a, input:not([type=hidden]):not([type=checkbox])')]
  .filter((one) => one.checkVisibility()).map((one) => [one.getBoundingClientRect().height, one.outerHTML.slice(0, 120)]).filter(([height]) => height < 43.5)`);
