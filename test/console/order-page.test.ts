import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import { makeCatalogue } from '../../src/shop/catalogue/make-catalogue.ts';
import { liveADay } from './a-day.ts';
import { ConsoleShop, noticeOf, type Browser } from './console-shop.ts';

let at: ConsoleShop;
let siti: Browser;

beforeEach(async () => {
  at = await ConsoleShop.open({ dataDir: mkdtempSync(join(tmpdir(), 'konsol-')) });
  await liveADay(at);
  siti = await at.join('siti');
});

const orderOf = (number: string) => at.shop.shop.business.orders.byNumber(number)!;
const text = (page: string): string => page.replace(/<br\s*\/?>/g, ' ').replace(/<[^>]+>/g, '|').replace(/\|+/g, '|');

function withPromotions(catalogue: Catalogue): Catalogue {
  const rule = { from: null, until: null, stack: true } as const;
  return makeCatalogue({
    ...catalogue, version: 'promo',
    promotions: {
      wholesale: [], shipping: [{ ...rule, name: 'Subsidi ongkir', above: 10_000, percent: 50, upTo: null, services: [] }],
      vouchers: [{ ...rule, code: 'HEMAT10', name: 'Hemat November', percent: 10, amount: null, upTo: null, products: [], categories: [], minPurchase: 0, uses: null, perCustomer: null, listed: true }],
    },
  });
}

describe('the page of an order', () => {
  it('shows each reduction by the name the customer saw, and its code', async () => {
    at.shop.renew(withPromotions(at.shop.shop.world().premises.catalogue));
    for (const said of ['ambil celemek kanvas 2', 'kode HEMAT10', 'checkout', 'bandung', '1', 'Nina, 081298765432, Jl. Anggrek 7 RT 1 RW 2, Coblong', 'transfer']) at.shop.hear('c40', said, { name: 'Nina' });
    const order = at.shop.shop.business.orders.ofCustomer(at.shop.shop.tables.chats.get(at.shop.chatId('c40')).customer_id, 1)[0]!;
    expect(order.discount).toBe(13_000 + 4_500);
    const page = text(await siti.page(`/konsol/pesanan/${order.number}`));
    expect(page).toContain('|Hemat November |Kode HEMAT10|-Rp13.000|');
    expect(page).toContain('|Subsidi ongkir|-Rp4.500|');
    expect(page).not.toContain('Potongan');
  });

  it('says what the courier told of the parcel, and offers its page', async () => {
    const { parcels, business } = at.shop.shop;
    const { id } = orderOf('DK-3');
    expect(await siti.page('/konsol/pesanan/DK-3'), 'a number that looks like another courier than the order\'s').not.toContain('Lacak di');
    at.shop.db.prepare(`UPDATE orders SET tracking = '012345678901234' WHERE id = ?`).run(id);
    expect(await siti.page('/konsol/pesanan/DK-3')).toContain('href="https://jne.co.id/tracking-package"');
    expect(await siti.page('/konsol/pesanan/DK-3')).not.toContain('Kurir belum mengenal');
    business.parcelNews.follow(id, 'jne', '012345678901234', at.shop.now);
    expect(await siti.page('/konsol/pesanan/DK-3')).toContain('Kurir belum mengenal nomor resi ini.');
    parcels.hear(id, { status: 'moving', said: 'Tiba di gudang Bandung', happened: '2026-11-23 10:05' }, at.shop.now);
    const moving = text(await siti.page('/konsol/pesanan/DK-3'));
    expect(moving).toContain('|Paket dalam perjalanan|: Tiba di gudang Bandung');
    expect(moving).toMatch(/kejadian Sen 23 Nov 10\.05 · dicek \d\d\.\d\d/);
    parcels.hear(id, { status: 'held', said: 'Alamat tidak ditemukan', happened: '2026-11-23 10:25' }, at.shop.now);
    expect(await siti.page('/konsol/pesanan/DK-3')).toMatch(/<strong class="late">Paket tertahan di kurir<\/strong>: Alamat tidak ditemukan/);
    expect(await siti.page('/konsol/pesanan?di=jalan')).toContain('Paket tertahan di kurir');
    parcels.hear(id, { status: 'delivered', said: 'Diterima WATI', happened: '2026-11-23 10:28' }, at.shop.now);
    expect(text(await siti.page('/konsol/pesanan/DK-3'))).toContain('|diterima| · JNE: Diterima WATI|');
  });

  it('names people in its history, and no codes of ours', async () => {
    const page = text(await siti.page('/konsol/pesanan/DK-1'));
    expect(page).toContain('|menunggu bayar| · Pelanggan|');
    at.shop.db.prepare(`UPDATE proofs SET state = 'rejected' WHERE order_id = ?`).run(orderOf('DK-1').id);
    at.shop.shop.business.orders.change(orderOf('DK-1'), 'expired', { who: 'shop', why: 'not paid in time', at: at.shop.now });
    expect(text(await siti.page('/konsol/pesanan/DK-1'))).toContain('|lewat waktu bayar| · Toko (otomatis): tidak dibayar sampai batas waktu|');
  });
});

describe('a tracking number', () => {
  const ship = (tracking: string, more: Record<string, string> = {}) => siti.do('/konsol/pesanan/DK-4/kirim', { tracking, ...more });

  it.each([
    ['0812-3456-7890', 'nomor HP'], ['JP1234567890', 'resi J&amp;T Express, padahal pesanannya lewat JNE Reguler'], ['RR123456789ID', 'angka pemeriksanya'],
  ])('%j is asked about once, before the customer gets it', async (tracking, why) => {
    at.shop.receive();
    expect(noticeOf(await ship(tracking))).toContain(why);
    expect(orderOf('DK-4').state).toBe('packed');
    expect(at.shop.receive()).toEqual([]);
    expect(noticeOf(await ship(tracking))).toBe('DK-4 dikirim; pelanggan sudah diberi tahu.');
    expect(orderOf('DK-4')).toMatchObject({ state: 'shipped', tracking });
  });

  it('is asked about among many, the others going out', async () => {
    await siti.do('/konsol/pesanan/DK-2/kemas', {});
    const page = await siti.do('/konsol/pesanan/kirim', { 'resi:DK-2': '012345678901234', 'resi:DK-4': 'JP1234567890' });
    expect(noticeOf(page)).toBe('1 dikirim. Resi DK-4 belum dikirim: ini terlihat seperti resi J&amp;T Express, padahal pesanannya lewat JNE Reguler. Kalau memang benar, kirim sekali lagi.');
    expect([orderOf('DK-2').state, orderOf('DK-4').state]).toEqual(['shipped', 'packed']);
  });

  it('may be none, where that is said', async () => {
    expect(noticeOf(await ship(''))).toContain('Tanpa resi');
    expect(orderOf('DK-4').state).toBe('packed');
    at.shop.receive();
    await ship('', { without: 'ya' });
    expect(orderOf('DK-4').state).toBe('shipped');
    expect(at.shop.receive().map((got) => got.text)).toEqual([expect.stringContaining('sudah dikirim dengan JNE Reguler')]);
  });

  it('can be corrected while the parcel is on its way: followed anew, told, and kept in the history', async () => {
    await ship('012345678901234');
    at.shop.shop.business.parcelNews.follow(orderOf('DK-4').id, 'jne', '012345678901234', at.shop.now);
    at.shop.receive();
    const right = { tracking: '012345678904321' };
    expect(noticeOf(await siti.do('/konsol/pesanan/DK-4/resi', right))).toBe('Resi DK-4 diperbaiki; pelanggan sudah diberi tahu.');
    await siti.do('/konsol/pesanan/DK-4/resi', right);
    expect(at.shop.receive().map((got) => got.text)).toEqual([expect.stringMatching(/^Resi pesanan DK-4 yang benar 012345678904321 Kak/)]);
    expect(at.shop.shop.business.parcelNews.of(orderOf('DK-4').id)).toBeUndefined();
    expect(await siti.page('/konsol/pesanan/DK-4')).toContain('resi 012345678901234 → 012345678904321');
    expect(noticeOf(await siti.do('/konsol/pesanan/DK-2/resi', right))).toBe('DK-2 sudah dibayar, sedang disiapkan.');
    expect(at.shop.brokenInvariants()).toEqual([]);
  });
});
