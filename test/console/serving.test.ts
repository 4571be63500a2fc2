import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { liveADay } from './a-day.ts';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'konsol-'));
let at: ConsoleShop;
let siti: Browser;
let budi: Browser;
let rina: string;

beforeEach(async () => {
  at = await ConsoleShop.open({ dataDir });
  await liveADay(at);
  siti = await at.join('siti');
  budi = await at.join('budi');
  rina = `/konsol/chat/${at.shop.chatId('c16')}`;
});

describe('the inbox', () => {
  it('puts who waits first, the urgent before the rest, then mine, others and the assistant\'s', async () => {
    const page = await siti.page('/konsol/chat');
    const order = ['Menunggu', 'Hendra', 'Rina Kusuma', 'Saya', 'Dewi Lestari', 'Dilayani asisten', 'Fitri'].map((name) => page.indexOf(`>${name}<`));
    expect(order.every((place) => place > 0)).toBe(true);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it('shows bot, customer and staff apart, with taps by their label', async () => {
    const page = await siti.page(`/konsol/chat/${at.shop.chatId('c11')}`);
    expect(page).toMatch(/bubble customer[^>]*>[^]*siap, ditunggu/);
    expect(page).toMatch(/bubble bot[^]*Asisten/);
    expect(page).toMatch(/bubble staff[^]*>Siti</);
    expect(page).toContain('Siti mengambil alih');
    expect(page).toContain('src="/konsol/foto/pesan/');
  });

  it('lets one person take a chat; the other is told who has it', async () => {
    expect(noticeOf(await siti.do(`${rina}/ambil`, {}))).toContain('Anda yang melayani');
    const second = await budi.do(`${rina}/ambil`, {});
    expect(noticeOf(second)).toContain('dipegang Siti');
    expect(second).not.toContain('name="text"');
    const unsent = await budi.do(`${rina}/balas`, { text: 'halo kak' });
    expect(noticeOf(unsent)).toContain('dipegang Siti');
    expect(unsent).toMatch(/<textarea[^>]*readonly[^>]*>halo kak<\/textarea>/);
  });

  it('sends a reply once, however often its form is sent', async () => {
    await siti.do(`${rina}/ambil`, {});
    at.shop.receive();
    await siti.do(`${rina}/balas`, { text: 'Halo Kak Rina', act: 'satu' });
    await siti.do(`${rina}/balas`, { text: 'Halo Kak Rina', act: 'satu' });
    expect(at.shop.receive().filter((got) => got.from === 'staff:siti').map((got) => got.text)).toEqual(['Halo Kak Rina']);
  });

  it('holds back "Bu" with the draft kept, and sends it by an explicit yes', async () => {
    await siti.do(`${rina}/ambil`, {});
    at.shop.receive();
    const checked = await siti.do(`${rina}/balas`, { text: 'Baik Bu, saya cek' });
    expect(checked).toContain('bukan sapaan toko ini');
    expect(checked).toMatch(/<textarea[^>]*name="text"[^>]*>Baik Bu, saya cek<\/textarea>/);
    expect(at.shop.receive()).toEqual([]);
    await siti.do(`${rina}/balas`, { text: 'Baik Bu, saya cek', insist: 'asWritten' });
    expect(at.shop.receive().map((got) => got.text)).toEqual(['Baik Bu, saya cek']);
  });

  it('says after hours when a reply goes out, holds it, and records who insists', async () => {
    at.shop.pass('2026-11-23T17:30:00+07:00');
    siti = await at.join('siti');
    await siti.do(`${rina}/ambil`, {});
    at.shop.receive();
    const page = await siti.page(rina);
    expect(page).toContain('Kirim Selasa 09.00');
    expect(page).toContain('Kirim sekarang juga');
    expect(await siti.do(`${rina}/balas`, { text: 'Besok saya kabari ya Kak' })).toContain('dikirim Selasa 09.00');
    expect(at.shop.receive()).toEqual([]);
    await siti.do(`${rina}/balas`, { text: 'Ini penting Kak', insist: 'now' });
    expect(at.shop.receive().map((got) => got.text)).toEqual(['Ini penting Kak']);
    expect(at.shop.db.prepare(`SELECT out_of_hours, forced FROM staff_acts WHERE act = 'reply' ORDER BY id DESC LIMIT 1`).get()).toEqual({ out_of_hours: 1, forced: 1 });
    at.shop.pass('2026-11-24T09:01:00+07:00');
    expect(at.shop.receive().map((got) => got.text)).toContain('Besok saya kabari ya Kak');
  });

  it('takes "as it is written" and "now, though closed" for two decisions', async () => {
    at.shop.pass('2026-11-23T17:30:00+07:00');
    siti = await at.join('siti');
    await siti.do(`${rina}/ambil`, {});
    at.shop.receive();
    const lastAct = () => at.shop.db.prepare(`SELECT out_of_hours, forced, detail FROM staff_acts WHERE act = 'reply' ORDER BY id DESC LIMIT 1`).get();
    const checked = await siti.do(`${rina}/balas`, { text: 'Besok ya Bu' });
    expect(checked).toContain('Kirim apa adanya Selasa 09.00');
    expect(await siti.do(`${rina}/balas`, { text: 'Besok ya Bu', insist: 'asWritten' })).toContain('dikirim Selasa 09.00');
    expect(at.shop.receive()).toEqual([]);
    expect(lastAct()).toEqual({ out_of_hours: 1, forced: 0, detail: 'held as_written' });

    const again = await siti.do(`${rina}/balas`, { text: 'Sekarang ya Bu', insist: 'now' });
    expect(again).toContain('bukan sapaan toko ini');
    expect(again).toContain('Kirim apa adanya, sekarang juga');
    expect(at.shop.receive()).toEqual([]);
    await siti.do(`${rina}/balas`, { text: 'Sekarang ya Bu', insist: 'asWritten now' });
    expect(at.shop.receive().map((got) => got.text)).toEqual(['Sekarang ya Bu']);
    expect(lastAct()).toEqual({ out_of_hours: 1, forced: 1, detail: 'as_written' });
  });

  it('hands a chat over with a note, and back to the assistant with what was agreed', async () => {
    await siti.do(`${rina}/ambil`, {});
    expect(noticeOf(await siti.do(`${rina}/oper`, { to: 'budi', note: 'minta ukuran 28' }))).toContain('Budi');
    const page = await budi.page(rina);
    expect(page).toContain('Siti mengoper ke Budi');
    expect(page).toContain('minta ukuran 28');
    at.shop.receive();
    await budi.do(`${rina}/selesai`, { note: 'dikirim yang 28' });
    expect(at.shop.receive().map((got) => got.text).join()).toContain('dikirim yang 28');
    expect(await budi.page(rina)).toContain('Budi selesai: dikirim yang 28');
  });

  it.each([['rina', 'Rina Kusuma'], ['kusuma', 'Rina Kusuma'], ['DK-3', 'Wati'], ['0812-3456-1011', 'Dewi Lestari'], ['kecewa banget', 'Hendra']])('finds %s', async (words, name) => {
    expect(await siti.page(`/konsol/chat?cari=${encodeURIComponent(words)}`)).toContain(`>${name}<`);
  });

  it('offers what goes with the cart', async () => {
    expect(await siti.page(rina)).toMatch(/Cocok ditawarkan[^]*Spatula Silikon[^]*teman Wajan/);
  });
});

describe('orders', () => {
  it('are counted by what is to be done with them', async () => {
    const page = await siti.page('/konsol/pesanan');
    for (const [name, count] of [['Cek bayar', 2], ['Kemas', 1], ['Siap kirim', 1], ['Di jalan', 1], ['Belum bayar', 0]]) {
      expect(page).toContain(`>${name}<span class="tally">${count}</span>`);
    }
  });

  it('show a proof beside the order, and warn where its picture came before (S16)', async () => {
    const page = await siti.page('/konsol/pesanan/DK-5');
    expect(page).toContain('Gambar ini sama atau sangat mirip');
    expect(page).toMatch(/Gambar yang sama dipakai untuk <a href="\/konsol\/pesanan\/DK-1">/);
    const photo = await siti.get(/src="(\/konsol\/foto\/bukti\/\d+)"/.exec(page)![1]!);
    expect(photo.headers.get('content-type')).toBe('image/jpeg');
  });

  it('are not paid by a proof, but by a person who saw the money', async () => {
    expect(noticeOf(await siti.do('/konsol/pesanan/DK-1/lunas', {}))).toContain('mutasi');
    expect(at.shop.shop.business.orders.byNumber('DK-1')!.state).toBe('awaiting_payment');
    await siti.do('/konsol/pesanan/DK-1/lunas', { seen: 'ya' });
    expect(at.shop.shop.business.orders.byNumber('DK-1')!.state).toBe('paid');
  });

  it('go through packing and shipping, many at once, with the customers told', async () => {
    await siti.do('/konsol/pesanan/DK-2/kemas', {});
    at.shop.receive();
    const page = await budi.do('/konsol/pesanan/kirim', { 'resi:DK-2': 'JX1', 'resi:DK-4': ' ', 'resi:DK-99': 'JX9' });
    expect(noticeOf(page)).toContain('1 dikirim. Pesanan DK-99 tidak ada');
    expect(at.shop.shop.business.orders.byNumber('DK-2')).toMatchObject({ state: 'shipped', tracking: 'JX1' });
    expect(at.shop.shop.business.orders.byNumber('DK-4')!.state).toBe('packed');
    expect(at.shop.receive().map((got) => got.text).join()).toContain('JX1');
  });

  it('are cancelled and taken back only with a reason, stock going home once', async () => {
    const free = () => at.shop.shop.business.stock.free(at.shop.shop.world().premises.catalogue.product('WTG-28')!);
    const before = free();
    await siti.do('/konsol/pesanan/DK-2/batal', { reason: ' ' });
    expect(free()).toBe(before);
    await siti.do('/konsol/pesanan/DK-2/batal', { reason: 'pelanggan berubah pikiran' });
    await siti.do('/konsol/pesanan/DK-2/batal', { reason: 'lagi' });
    expect(free()).toBe(before + 1);
    expect(at.shop.brokenInvariants()).toEqual([]);
  });

  it('give their money back once: owed when a paid one is cancelled, noted with the amount, told to the customer', async () => {
    await siti.do('/konsol/pesanan/DK-2/batal', { reason: 'stok rusak' });
    expect(at.shop.receive().map((got) => got.text).join()).toContain('akan kami kembalikan');
    expect(await siti.page('/konsol/pesanan?di=uang')).toContain('DK-2');
    expect(noticeOf(await siti.do('/konsol/pesanan/DK-2/uang', { amount: 'sebagian' }))).toContain('Tulis jumlahnya');
    const { total } = at.shop.shop.business.orders.byNumber('DK-2')!;
    expect(noticeOf(await siti.do('/konsol/pesanan/DK-2/uang', { amount: String(total + 1), reference: 'lebih' }))).toContain('paling banyak');
    await siti.do('/konsol/pesanan/DK-2/uang', { amount: `Rp ${total}`, reference: 'BCA 24 Nov' });
    await siti.do('/konsol/pesanan/DK-2/uang', { amount: String(total), reference: 'lagi' });
    expect(at.shop.receive().map((got) => got.text)).toEqual([expect.stringContaining('sudah kami kembalikan Kak (BCA 24 Nov)')]);
    expect(await siti.page('/konsol/pesanan?di=uang')).not.toContain('DK-2');
    expect(await siti.page('/konsol/pesanan/DK-2')).toContain('BCA 24 Nov');
  });

  it('that are late stand on top, and those to be handed over today the day before they slip', async () => {
    expect(await siti.page('/konsol/pesanan')).toContain('harus diserahkan ke kurir hari ini');
    at.shop.pass('2026-11-26T10:00:00+07:00');
    siti = await at.enter('siti');
    const page = await siti.page('/konsol/pesanan');
    expect(page).toContain('terlambat dari janji pertama');
    expect(page).toContain('tanggal baru sudah diberitahukan');
    expect(page.indexOf('terlambat dari janji pertama')).toBeLessThan(page.indexOf('Keadaan pesanan'));
  });

  it('print a label and a slip', async () => {
    const page = await siti.page('/konsol/pesanan/DK-3/cetak');
    expect(page).toContain('COD, tagih');
    expect(page).toContain('Jl. Dago 100');
    expect(page).toContain('JX1234567890');
  });
});

describe('the catalogue', () => {
  it('shows problems with their lines, and keeps the rest', async () => {
    at.problems = ['products.csv:12:4: harga bukan angka; tulis seperti 75000'];
    const page = await siti.page('/konsol/katalog');
    expect(page).toContain('products.csv baris 12, kolom 4');
    expect(page).toContain('Wajan Teflon Granit 28 cm');
  });

  it('takes a count, once, into the ledger under the name of who counted', async () => {
    await siti.do('/konsol/katalog/WTG-28/hitung', { counted: '30', act: 'hitung' });
    await siti.do('/konsol/katalog/WTG-28/hitung', { counted: '31', act: 'hitung' });
    const page = await siti.page('/konsol/katalog/WTG-28');
    expect(at.shop.shop.business.stock.row('WTG-28')!.on_hand).toBe(30);
    expect(page).toMatch(/hitung stok[^]*Siti/);
    expect(page).toContain('/konsol/pesanan/DK-2');
    expect(at.shop.brokenInvariants()).toEqual([]);
  });

  it.each(['-1', '1,5', '1e9', 'abc', ''])('does not count %j', async (counted) => {
    const before = at.shop.shop.business.stock.row('WTG-28');
    await siti.do('/konsol/katalog/WTG-28/hitung', { counted });
    expect(at.shop.shop.business.stock.row('WTG-28')).toEqual(before);
  });
});

describe('settings', () => {
  it('show the WhatsApp code to the owner alone', async () => {
    at.channels = [{ name: 'WhatsApp', status: { state: 'needs_pairing', detail: '' }, pairing: { kind: 'qr', text: 'rahasia-wa', at: 1, noCodeFor: null } }];
    const owner = await at.enter('ratna');
    expect(await owner.page('/konsol/lainnya')).toContain('whatsapp.png');
    expect((await owner.get('/konsol/pemilik/whatsapp.png')).headers.get('content-type')).toBe('image/png');
    expect(await siti.page('/konsol/lainnya')).not.toContain('whatsapp.png');
    expect((await siti.get('/konsol/pemilik/whatsapp.png')).status).toBe(403);
  });

  it('let the owner, and nobody else, ask for a code instead of the QR', async () => {
    at.channels = [{ name: 'WhatsApp', status: { state: 'needs_pairing', detail: '' }, pairing: { kind: 'qr', text: 'x', at: 1, noCodeFor: null } }];
    const owner = await at.enter('ratna');
    expect(await owner.page('/konsol/lainnya')).toContain('name="nomor"');
    expect(noticeOf(await owner.do('/konsol/pemilik/whatsapp/kode', { nomor: 'nomor saya' }))).toMatch(/^Maaf, nomornya belum terbaca/);
    expect(noticeOf(await owner.do('/konsol/pemilik/whatsapp/kode', { nomor: '0812-3456-7890' }))).toContain('Kode sedang diminta');
    expect((await siti.post('/konsol/pemilik/whatsapp/kode', { nomor: '0812-3456-7890' })).status).toBe(403);
    expect(at.codesFor).toEqual(['6281234567890']);
  });

  it('show the code big and in two groups, to the owner alone, and say when WhatsApp gave none', async () => {
    const owner = await at.enter('ratna');
    at.channels = [{ name: 'WhatsApp', status: { state: 'needs_pairing', detail: '' }, pairing: { kind: 'code', code: 'ABCD-1234', phone: '6281234567890' } }];
    expect(await owner.page('/konsol/lainnya')).toMatch(/class="pairing-code"[^>]*>ABCD-1234</);
    expect(await siti.page('/konsol/lainnya')).not.toContain('ABCD-1234');
    expect((await owner.get('/konsol/pemilik/whatsapp.png')).status).toBe(404);
    at.channels = [{ name: 'WhatsApp', status: { state: 'needs_pairing', detail: '' }, pairing: { kind: 'qr', text: 'x', at: 1, noCodeFor: '6281234567890' } }];
    expect(await owner.page('/konsol/lainnya')).toContain('Maaf, kode untuk +6281234567890 tidak jadi');
  });

  it('lay the hours out day by day with the reason of each closed one', async () => {
    at.shop.pass('2026-12-20T10:00:00+07:00');
    const page = await (await at.enter('siti')).page('/konsol/lainnya');
    expect(page).toContain('Menjelang Natal');
    expect(page).toMatch(/closed[^]*Natal/);
  });
});
