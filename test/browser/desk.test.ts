import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser as Session } from '../console/console-shop.ts';
import { LAPTOP, openInChromium, PHONE, type OpenConsole } from './console-in-chromium.ts';

let shop: OpenConsole;
let siti: Session;
let budi: Session;

beforeAll(async () => {
  shop = await openInChromium();
  siti = await shop.at.join('siti');
  budi = await shop.at.join('budi');
});

afterAll(async () => { await shop.close(); });

const chat = (address: string): string => `${shop.origin}/konsol/chat/${shop.at.shop.chatId(address)}`;
const notice = (page: Page, words: string | RegExp) => page.locator('#kabar .notice', { hasText: words }).waitFor();

async function both(): Promise<readonly [Page, Page]> {
  return [await shop.pageOf(siti, PHONE), await shop.pageOf(budi, LAPTOP)];
}

/** Two who press at the same moment: neither page has seen what the other did. */
const pressAtOnce = (pages: readonly Page[], form: string) => Promise.all(pages.map((page) => page.evaluate(`document.querySelector(${JSON.stringify(form)}).requestSubmit()`)));

describe('two admins who are after the same thing', () => {
  it('take one chat: one has it, the other is told who', async () => {
    const pages = await both();
    for (const page of pages) await page.goto(chat('c17'));
    await pressAtOnce(pages, 'form.take');
    const holderNow = () => shop.at.shop.shop.tables.chats.get(shop.at.shop.chatId('c17')).holder;
    await expect.poll(holderNow).not.toBeNull();
    const holder = holderNow();
    const [won, lost] = holder === 'siti' ? pages : [...pages].reverse() as [Page, Page];
    await won.getByLabel('Tulis balasan').waitFor();
    await notice(lost, `dipegang ${holder === 'siti' ? 'Siti' : 'Budi'}`);
    expect(await lost.locator('.write').count()).toBe(0);
    for (const page of pages) await page.context().close();
  });

  it('lose no draft when the chat has gone to the other meanwhile: it stands there, survives a reload, and is in the box when the chat comes back', async () => {
    const { desk } = shop.at.shop.shop;
    const id = shop.at.shop.chatId('c16');
    const phone = await shop.pageOf(siti, PHONE);
    await phone.goto(chat('c16'));
    await phone.getByRole('button', { name: 'Ambil chat' }).click();
    await phone.getByLabel('Tulis balasan').fill('Wajan 28 dan tutupnya Rp214.000 Kak, mau dikirim hari ini?');
    desk.transfer({ by: 'siti', id: 'oper-1' }, id, 'budi');
    await phone.getByText('Dilayani Budi').waitFor();
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await notice(phone, 'dipegang Budi');
    const unsent = phone.getByLabel(/Tulisan Anda belum terkirim/);
    expect(await unsent.inputValue()).toBe('Wajan 28 dan tutupnya Rp214.000 Kak, mau dikirim hari ini?');
    await phone.reload();
    expect(await unsent.inputValue()).toBe('Wajan 28 dan tutupnya Rp214.000 Kak, mau dikirim hari ini?');
    desk.transfer({ by: 'budi', id: 'oper-2' }, id, 'siti');
    await phone.getByRole('button', { name: 'Kirim', exact: true }).waitFor();
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toBe('Wajan 28 dan tutupnya Rp214.000 Kak, mau dikirim hari ini?');
    await phone.getByRole('button', { name: 'Kirim', exact: true }).click();
    await phone.locator('.bubble.staff', { hasText: 'Rp214.000' }).waitFor();
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toBe('');
    await phone.context().close();
  });

  it('keep what was agreed when somebody else has the chat by then, and are told on the page that comes', async () => {
    const { desk } = shop.at.shop.shop;
    const id = shop.at.shop.chatId('c16');
    const phone = await shop.pageOf(siti, PHONE);
    await phone.goto(chat('c16'));
    await phone.locator('#selesai > summary').click();
    await phone.getByLabel('Apa yang disepakati?').fill('dikirim hari ini');
    desk.transfer({ by: 'siti', id: 'oper-3' }, id, 'budi');
    await phone.getByRole('button', { name: 'Selesai, kembalikan' }).click();
    await phone.waitForURL(/\/konsol\/chat$/);
    await notice(phone, 'dipegang Budi');
    desk.transfer({ by: 'budi', id: 'oper-4' }, id, 'siti');
    await phone.goto(chat('c16'));
    await phone.locator('#selesai > summary').click();
    expect(await phone.getByLabel('Apa yang disepakati?').inputValue()).toBe('dikirim hari ini');
    await phone.getByRole('button', { name: 'Selesai, kembalikan' }).click();
    await phone.waitForURL(/\/konsol\/chat$/);
    await notice(phone, 'dikembalikan ke asisten');
    await phone.context().close();
  });

  it('approve one payment and ship one parcel: the second hears who was first, and with which number', async () => {
    const pages = await both();
    for (const page of pages) {
      await page.goto(`${shop.origin}/konsol/pesanan/DK-5`);
      await page.getByLabel(/sudah saya lihat di mutasi/).check();
    }
    await pressAtOnce(pages, 'form[action$="/lunas"]');
    await Promise.any(pages.map((page) => notice(page, /sudah ditandai lunas oleh (Siti|Budi) pukul/)));
    const [phone, laptop] = pages;
    await phone.goto(`${shop.origin}/konsol/pesanan/DK-4`);
    await laptop.goto(`${shop.origin}/konsol/pesanan?di=kirim`);
    await phone.getByLabel('Nomor resi').fill('111111111111111');
    await laptop.getByLabel(/DK-4/).fill('222222222222222');
    await Promise.all([pressAtOnce([phone], 'form.ship-one'), pressAtOnce([laptop], 'form.ship-many')]);
    const trackingNow = () => shop.at.shop.shop.business.orders.byNumber('DK-4')!.tracking;
    await expect.poll(trackingNow).not.toBeNull();
    const tracking = trackingNow();
    await notice(tracking === '111111111111111' ? laptop : phone, `sudah dikirim oleh ${tracking === '111111111111111' ? 'Siti' : 'Budi'}`);
    await notice(tracking === '111111111111111' ? laptop : phone, `Resi yang tercatat ${tracking}`);
    for (const page of pages) await page.context().close();
  });
});

describe('who has the chat', () => {
  it('sends news of the parcel with one tap, when a colleague ships it meanwhile', async () => {
    const { desk } = shop.at.shop.shop;
    const phone = await shop.pageOf(siti, PHONE);
    await phone.goto(chat('c12'));
    await phone.getByRole('button', { name: 'Ambil alih dari asisten' }).click();
    await phone.getByLabel('Tulis balasan').fill('Sebentar ya Kak');
    desk.pack({ by: 'budi', id: 'kemas-2' }, 'DK-2');
    desk.ship({ by: 'budi', id: 'kirim-2' }, 'DK-2', '012345678901234');
    await phone.locator('.untold-text', { hasText: 'resi 012345678901234' }).waitFor();
    expect(await phone.evaluate('Math.max(0, document.documentElement.scrollWidth - innerWidth)')).toBe(0);
    shop.at.shop.receive();
    await phone.getByRole('button', { name: 'Kirim kabar ini' }).click();
    await phone.locator('.bubble.staff', { hasText: 'resi 012345678901234' }).waitFor();
    expect(await phone.locator('.untold-one').count()).toBe(0);
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toBe('Sebentar ya Kak');
    expect(shop.at.shop.receive().map((got) => got.from)).toEqual(['staff:siti']);
    await phone.context().close();
  });

  it('writes an offer that fits the cart with one tap', async () => {
    const phone = await shop.pageOf(siti, PHONE);
    await phone.goto(chat('c16'));
    await phone.getByRole('button', { name: /Ambil/ }).click();
    await phone.getByRole('link', { name: 'Info' }).click();
    await phone.getByRole('button', { name: 'Tulis tawaran' }).first().click();
    expect(await phone.getByLabel('Tulis balasan').inputValue()).toContain('biasanya dipasangkan dengan Spatula Silikon');
    expect(await phone.locator('.card-pane').isVisible()).toBe(false);
    await phone.context().close();
  });
});

describe('a chat that comes in', () => {
  it('rings, and is shown by the phone while the page is out of sight, once that was asked for', async () => {
    const phone = await shop.pageOf(siti, PHONE);
    await phone.context().grantPermissions(['notifications'], { origin: shop.origin });
    await phone.addInitScript(`
      window.rung = [];
      const start = OscillatorNode.prototype.start;
      OscillatorNode.prototype.start = function (...when) { window.rung.push('sound'); return start.apply(this, when); };
      ServiceWorkerRegistration.prototype.showNotification = function (title, about) { window.rung.push([title, about.body, about.data]); return Promise.resolve(); };
      Object.defineProperty(document, 'hidden', { get: () => window.away === true });`);
    await phone.goto(`${shop.origin}/konsol/chat`);
    shop.at.shop.hear('c50', 'mau bicara dengan admin', { name: 'Tini' });
    await phone.locator('.group-waits .chat-row', { hasText: 'Tini' }).waitFor();
    expect(await phone.evaluate('window.rung')).toEqual([]);
    await phone.getByRole('button', { name: 'Bunyikan chat baru' }).click();
    await expect.poll(() => phone.evaluate(`navigator.serviceWorker.getRegistration('/konsol/').then((worker) => worker !== undefined)`)).toBe(true);
    expect(await phone.locator('.offer-sound').isVisible()).toBe(false);
    await phone.evaluate('window.rung = []; window.away = true;');
    shop.at.shop.hear('c51', 'mau bicara dengan admin', { name: 'Yanti' });
    await expect.poll(() => phone.evaluate('window.rung.length')).toBe(2);
    expect(await phone.evaluate('window.rung')).toEqual(['sound', ['Dapur Kita', 'Menunggu admin: minta bicara dengan admin', new URL(chat('c51')).pathname]]);
    await phone.locator('.group-waits .chat-row', { hasText: 'Yanti' }).waitFor();
    await phone.reload();
    expect(await phone.locator('.offer-sound').isVisible()).toBe(false);
    await phone.context().close();
  });

  it('is laid out when it is scrolled to, and takes the room it was given', async () => {
    for (let i = 0; i < 40; i++) shop.at.shop.hear(`d${i}`, 'ada wajan?', { name: `Pelanggan ${i}` });
    const phone = await shop.pageOf(budi, PHONE);
    await phone.goto(`${shop.origin}/konsol/chat`);
    const last = phone.locator('.group-bot li .who').last();
    const seen = () => phone.evaluate(`[...document.querySelectorAll('.group-bot li .who')].at(-1).checkVisibility({ contentVisibilityAuto: true })`);
    const height = () => phone.evaluate('document.documentElement.scrollHeight') as Promise<number>;
    const [before, away] = [await height(), await seen()];
    await last.scrollIntoViewIfNeeded();
    expect(away).toBe(false);
    await expect.poll(seen).toBe(true);
    expect(Math.abs(await height() - before)).toBeLessThan(40);
    await phone.context().close();
  });
});

describe('the board on a phone', () => {
  it('shows the state that is open, however far along the row it is, and keeps it in sight when the shop moves', async () => {
    const phone = await shop.pageOf(budi, PHONE);
    await phone.goto(`${shop.origin}/konsol/pesanan?di=selesai`);
    const inSight = () => phone.evaluate(`(({ left, right }) => left >= 0 && right <= innerWidth)(document.querySelector('.columns [aria-current]').getBoundingClientRect())`);
    expect(await inSight()).toBe(true);
    shop.at.shop.shop.desk.cancel({ by: 'siti', id: 'batal-1' }, 'DK-1', 'berubah pikiran');
    await phone.locator('.order-card', { hasText: 'DK-1' }).waitFor();
    expect(await inSight()).toBe(true);
    await phone.context().close();
  });

  it('keeps tracking numbers that were typed when the shop moves, and on a reload', async () => {
    const { desk } = shop.at.shop.shop;
    desk.pack({ by: 'siti', id: 'kemas-5' }, 'DK-5');
    const phone = await shop.pageOf(budi, PHONE);
    await phone.goto(`${shop.origin}/konsol/pesanan?di=kirim`);
    await phone.getByLabel(/DK-5/).fill('JP1234567890');
    await phone.getByRole('button', { name: 'Tandai dikirim' }).click();
    await notice(phone, 'terlihat seperti resi J&T Express');
    expect(await phone.getByLabel(/DK-5/).inputValue()).toBe('JP1234567890');
    await phone.reload();
    expect(await phone.getByLabel(/DK-5/).inputValue()).toBe('JP1234567890');
    await phone.context().close();
    expect(shop.faults).toEqual([]);
  });
});
