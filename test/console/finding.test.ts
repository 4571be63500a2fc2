import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { liveADay } from './a-day.ts';
import { ConsoleShop, type Browser } from './console-shop.ts';

let at: ConsoleShop;
let siti: Browser;

beforeAll(async () => {
  at = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')) });
  await liveADay(at);
  siti = await at.join('siti');
});

const chats = async (words: string): Promise<readonly string[]> => {
  const page = await siti.page(`/konsol/chat?cari=${encodeURIComponent(words)}`);
  return [...page.matchAll(/<span class="who">([^<]*)</g)].map((one) => one[1]!);
};
const orders = async (words: string): Promise<readonly string[]> => {
  const page = await siti.page(`/konsol/pesanan?cari=${encodeURIComponent(words)}`);
  return [...page.matchAll(/class="order-head"><a href="\/konsol\/pesanan\/([^"]+)"/g)].map((one) => one[1]!);
};

describe('a chat is found', () => {
  it.each([
    ['dk 3', ['Wati']], ['#DK3', ['Wati']], ['1011', ['Dewi Lestari']], ['••••-1011', ['Dewi Lestari']], ['9999', []],
    ['cek mutasinya', ['Dewi Lestari']], ['sudah ya kak', ['Dewi Lestari']],
  ])('by %j: %j', async (words, names) => {
    expect(await chats(words)).toEqual(names);
  });

  it('by what was said, and shows the line in which it was', async () => {
    at.shop.hear('c18', 'lalu saya tanya juga apakah tutup panci kaca 24 senti itu masih ada stoknya di gudang', { name: 'Fitri' });
    at.shop.hear('c18', 'halo?', { name: 'Fitri' });
    expect(await siti.page('/konsol/chat?cari=tutup%20panci')).toMatch(/class="what">…[^<]*tutup panci kaca 24/);
  });

  it('not by what the assistant says to everyone', async () => {
    expect(at.shop.db.prepare(`SELECT count(*) AS n FROM outbox WHERE text LIKE '%keranjang%'`).pluck().get()).toBeGreaterThan(0);
    expect(await chats('keranjang')).toEqual([]);
  });
});

describe('an order is found, in whatever state', () => {
  it.each([
    ['dk-3', ['DK-3']], ['dk 3', ['DK-3']], ['wati', ['DK-3']], ['1013', ['DK-3']], ['0812-3456-1013', ['DK-3']], ['jx 1234567890', ['DK-3']], ['%', []], ['tidak ada', []],
  ])('by %j: %j', async (words, numbers) => {
    expect(await orders(words)).toEqual(numbers);
  });
});

describe('the board', () => {
  it('shows each proof small with what speaks against it, and leads from one to the next', async () => {
    const page = await siti.page('/konsol/pesanan?di=bukti');
    expect(page.match(/<img src="\/konsol\/foto\/bukti\/\d+"/g)).toHaveLength(2);
    expect(page).toContain('Gambar ini sama atau sangat mirip');
    expect(await siti.page('/konsol/pesanan/DK-1')).toContain('Bukti berikutnya: DK-5');
    expect(await siti.page('/konsol/pesanan/DK-5')).toContain('Bukti berikutnya: DK-1');
  });

  it('prints all that is to be packed, or handed over, in one go', async () => {
    expect(await siti.page('/konsol/pesanan?di=kirim')).toContain('/konsol/pesanan/cetak?di=kirim');
    const pack = await siti.page('/konsol/pesanan/cetak?di=kemas');
    expect(pack).toContain('Slip kemas DK-2');
    expect(pack).not.toContain('DK-4');
    expect(await siti.page('/konsol/pesanan/cetak?di=kirim')).toContain('Slip kemas DK-4');
    expect(pack).toContain('0812-3456-1012');
  });
});

describe('a hint', () => {
  it('is ready as a sentence for whoever has the chat, and for nobody else', async () => {
    const rina = `/konsol/chat/${at.shop.chatId('c16')}`;
    expect(await siti.page(rina)).not.toContain('Tulis tawaran');
    await siti.do(`${rina}/ambil`, {});
    expect(await siti.page(rina)).toContain('data-insert="Wajan Teflon Granit 28 cm biasanya dipasangkan dengan Spatula Silikon Rp35.000. Mau sekalian Kak?"');
  });
});

describe('a canned answer', () => {
  it('speaks of the customer\'s last order, and is not offered where there is none', async () => {
    const [wati, rina] = [`/konsol/chat/${at.shop.chatId('c13')}`, `/konsol/chat/${at.shop.chatId('c16')}`];
    await siti.do(`${wati}/ambil`, {});
    await siti.do(`${rina}/ambil`, {});
    expect(await siti.page(wati)).toContain('data-insert="Pesanan DK-3 dikirim dengan JNE Reguler Kak, resi JX1234567890. Perkiraan tiba Sel 24 – Rab 25 Nov."');
    const page = await siti.page(rina);
    expect(page).toContain('<strong>halo</strong>');
    expect(page).not.toContain('<strong>resi</strong>');
    expect(page).not.toContain('{resi}');
  });
});
