import { beforeEach, describe, expect, it } from 'vitest';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { liveADay } from './a-day.ts';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';

let at: ConsoleShop;
let siti: Browser;
let budi: Browser;
let joko: string;

beforeEach(async () => {
  at = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')) });
  await liveADay(at);
  siti = await at.join('siti');
  budi = await at.join('budi');
  joko = `/konsol/chat/${at.shop.chatId('c14')}`;
  at.shop.receive();
});

const orderOf = (number: string) => at.shop.shop.business.orders.byNumber(number)!;
const told = (): { readonly from: string; readonly text: string }[] => at.shop.receive().map(({ from, text }) => ({ from, text }));

/** DK-4 is packed; Siti has its customer's chat, and Budi ships it. */
async function shipWhileSitiHasTheChat(): Promise<string> {
  await siti.do(`${joko}/ambil`, {});
  at.shop.receive();
  return budi.do('/konsol/pesanan/DK-4/kirim', { tracking: '012345678901234' });
}

describe('news of an order while a person has the chat', () => {
  it('is not said by the bot, and whoever made it is told so', async () => {
    expect(noticeOf(await shipWhileSitiHasTheChat())).toBe('DK-4 sedang dikirim. Pelanggan belum diberi tahu: chat-nya dipegang Siti, kabarnya sudah disiapkan di sana.');
    expect(told()).toEqual([]);
    expect(await budi.page('/konsol/pesanan/DK-4')).toMatch(/Pelanggan belum diberi tahu: <a href="\/konsol\/chat\/\d+">chat-nya<\/a> dipegang Siti/);
    expect(await budi.page(joko)).not.toContain('Kirim kabar ini');
  });

  it('lies ready in the chat and goes out by one tap, once', async () => {
    await shipWhileSitiHasTheChat();
    const page = await siti.page(joko);
    expect(page).toContain('Pelanggan belum diberi tahu');
    expect(page).toMatch(/untold-text">Pesanan DK-4 sudah dikirim dengan JNE Reguler Kak, resi 012345678901234\./);
    await siti.do(`${joko}/kabar`, { order: 'DK-4', how: 'send', act: 'kabar' });
    await siti.do(`${joko}/kabar`, { order: 'DK-4', how: 'send', act: 'kabar' });
    expect(told()).toEqual([{ from: 'staff:siti', text: expect.stringContaining('resi 012345678901234') }]);
    expect(await siti.page(joko)).not.toContain('Pelanggan belum diberi tahu');
    expect(noticeOf(await siti.do(`${joko}/kabar`, { order: 'DK-4', how: 'send' }))).toBe('Tidak ada kabar DK-4 yang belum disampaikan.');
    await siti.do(`${joko}/selesai`, { note: '' });
    expect(told().map(({ text }) => text).join()).not.toContain('012345678901234');
  });

  it('is sent by nobody but who has the chat', async () => {
    await shipWhileSitiHasTheChat();
    expect(noticeOf(await budi.do(`${joko}/kabar`, { order: 'DK-4', how: 'send' }))).toContain('dipegang Siti');
    expect(told()).toEqual([]);
    expect(await siti.page(joko)).toContain('Kirim kabar ini');
  });

  it('may have been told in other words', async () => {
    await shipWhileSitiHasTheChat();
    await siti.do(`${joko}/kabar`, { order: 'DK-4', how: 'told' });
    await siti.do(`${joko}/selesai`, { note: '' });
    expect(told().map(({ text }) => text).join()).not.toContain('012345678901234');
  });

  it('is told by the bot when the chat comes back, the newest alone, before the stars', async () => {
    await siti.do(`/konsol/chat/${at.shop.chatId('c12')}/ambil`, {});
    at.shop.receive();
    await budi.do('/konsol/pesanan/DK-2/kemas', {});
    await budi.do('/konsol/pesanan/DK-2/kirim', { tracking: '012345678901234' });
    expect(await siti.page(`/konsol/chat/${at.shop.chatId('c12')}`)).toContain('dikirim asisten begitu chat ini selesai');
    await siti.do(`/konsol/chat/${at.shop.chatId('c12')}/selesai`, { note: '' });
    const lines = told();
    expect(lines.map(({ from }) => from)).toEqual(['bot', 'bot']);
    expect(lines[0]!.text).toContain('resi 012345678901234');
    expect(lines[1]!.text).toContain('Terima kasih sudah berbincang dengan Siti');
    expect(at.shop.brokenInvariants()).toEqual([]);
  });

  it('is told by the bot when the person has fallen silent', async () => {
    await shipWhileSitiHasTheChat();
    at.shop.pass(at.shop.now + 2 * 3_600_000);
    expect(told().map(({ text }) => text).join()).toContain('resi 012345678901234');
  });

  it('says that a promise slips, and the shop does not claim that she knows', async () => {
    await siti.do(`${joko}/ambil`, {});
    at.shop.pass('2026-11-23T14:50:00+07:00');
    siti = await at.enter('siti');
    await siti.do(`${joko}/balas`, { text: 'Sebentar ya Kak' });
    await siti.do(`${joko}/ambil`, {});
    at.shop.receive();
    at.shop.pass('2026-11-23T15:10:00+07:00');
    expect(orderOf('DK-4').late_told_at).not.toBeNull();
    const board = await siti.page('/konsol/pesanan');
    expect(board).toMatch(/DK-4<\/strong>[^<]*pelanggan belum diberi tahu/);
    expect(await siti.page(joko)).toMatch(/untold-text">Mohon maaf Kak, pesanan DK-4 kemungkinan terlambat dari janji tiba Sel 24 – Rab 25 Nov/);
  });

  it('tells of a proof that was not accepted, and of money that went back, in the same way', async () => {
    const dewi = `/konsol/chat/${at.shop.chatId('c11')}`;
    expect(noticeOf(await budi.do('/konsol/pesanan/DK-1/tolak', { reason: 'jumlahnya kurang Rp389' }))).toContain('chat-nya dipegang Siti');
    expect(await siti.page(dewi)).toMatch(/untold-text">[^<]*jumlahnya kurang Rp389/);
    await siti.do(`/konsol/chat/${at.shop.chatId('c12')}/ambil`, {});
    at.shop.receive();
    await budi.do('/konsol/pesanan/DK-2/batal', { reason: 'stok rusak' });
    await budi.do('/konsol/pesanan/DK-2/uang', { amount: String(orderOf('DK-2').total), reference: 'BCA 24 Nov' });
    const agus = await siti.page(`/konsol/chat/${at.shop.chatId('c12')}`);
    expect(agus).toMatch(/untold-text">[^<]*stok rusak[^<]*sudah kami kembalikan Kak \(BCA 24 Nov\)/);
    expect(told()).toEqual([]);
  });
});
