import { describe, expect, it } from 'vitest';
import { summaryText } from '../../../src/shop/service/daily-summary.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';

const catalogue = await sampleCatalogue();

/** The summaries of the diary so far. */
function summaries(shop: TestShop): string[] {
  return shop.events().filter((event) => event.kind === 'daily.summary').map((event) => String(event.data.text));
}

function buys(shop: TestShop, chat: string, what: string): void {
  for (const line of [`ambil ${what}`, 'checkout', 'coblong bandung', 'jne', 'Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong', 'transfer', 'ya']) {
    shop.now += 1000;
    shop.hear(chat, line);
  }
}

describe('the summary at closing', () => {
  it('tells a day once, at closing, with what is open and when the shop opens again', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    shop.pass('2026-11-24T10:00:00+07:00');
    // The day the shop was set up has its summary too.
    expect(summaries(shop)).toEqual([expect.stringContaining('Sen 23 Nov')]);
    buys(shop, 'c1', 'spatula silikon 2');
    shop.pass('2026-11-25T08:00:00+07:00');
    const told = summaries(shop);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/^Ringkasan Dapur Kita, Sel 24 Nov\nPesanan baru: 1 \(Rp[\d.]+\)\nPembayaran diterima: 0\n/);
    expect(told[0]).toContain('Pelanggan yang menulis: 1');
    expect(told[0]).toContain('Menunggu pembayaran 1');
    expect(told[0]).toMatch(/Besok Rabu buka 09\.00–12\.00 dan 13\.00–17\.00 WIB\.$/);
  });

  it('comes late, and once, where the process was down at closing', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
    shop.pass('2026-11-24T10:00:00+07:00');
    summaries(shop);
    shop.now = Date.parse('2026-11-25T07:00:00+07:00');
    shop.restart();
    shop.pass('2026-11-25T07:30:00+07:00');
    const told = summaries(shop);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Sel 24 Nov');
  });

  it('is given on no day on which the shop is closed, and then covers what came meanwhile', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-27T10:00:00+07:00' });
    shop.pass('2026-11-28T23:00:00+07:00');
    summaries(shop);
    shop.pass('2026-11-29T12:00:00+07:00');
    buys(shop, 'c1', 'spatula silikon 2');
    shop.pass('2026-11-29T23:50:00+07:00');
    expect(summaries(shop)).toEqual([]);
    shop.pass('2026-11-30T23:00:00+07:00');
    const told = summaries(shop);
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Pesanan baru: 1');
  });

  it('says that tomorrow is closed, why, and when the shop opens after that', () => {
    const shop = new TestShop({ catalogue, at: '2026-12-23T10:00:00+07:00' });
    shop.pass('2026-12-24T20:00:00+07:00');
    expect(summaries(shop).at(-1)).toMatch(/\nBesok tutup \(Kelahiran Yesus Kristus\)\. Sab 26 Des buka 09\.00–14\.00 WIB\.$/);
  });

  it('names a few of many and counts the rest', () => {
    const text = summaryText('Toko', 'Sen 23 Nov', {
      placed: 0, placedTotal: 0, discounts: 40_000, paid: 2, paidTotal: 300_000, cancelled: 1, chats: 9, awaitingPayment: 0, proofsWaiting: 1, toSend: 4, onTheWay: 3,
      late: ['T-1', 'T-2', 'T-3', 'T-4', 'T-5', 'T-6', 'T-7'], refundsOwed: 1, unanswered: 2, soldOut: [],
    }, 'Besok Selasa buka 09.00–17.00 WIB.');
    expect(text).toContain('Terlambat: T-1, T-2, T-3, T-4, T-5 dan 2 lagi');
    expect(text).toContain('Pembayaran diterima: 2 (Rp300.000)');
    expect(text).toContain('Menunggu admin: 2 pelanggan');
    expect(text).toContain('Dalam perjalanan: 3 paket');
    expect(text).toContain('Dipotong promosi: Rp40.000');
    expect(text).not.toContain('Habis');
  });
});
