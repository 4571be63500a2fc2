import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { says } from '../ordering/buying.ts';

const catalogue = await sampleCatalogue(join(import.meta.dirname, '../../shops/bening'));
const reports = (shop: TestShop): string[] => shop.events().filter((event) => event.kind === 'period.report').map((event) => String(event.data.text));

/** Some time later, in one step: sweeps look at stored due times. */
function later(shop: TestShop, to: string): void {
  shop.now = Date.parse(to);
  shop.shop.sweep();
}

function buysToples(shop: TestShop, chat: string): void {
  says(shop, chat, `Order: toples 2\nNama: Rina\nHP: 0812345678${chat.slice(1)}0\nAlamat: Jl. Merpati 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler`);
  says(shop, chat, 'kode HEMAT10');
  says(shop, chat, 'cod');
}

describe('weekly and monthly reports', () => {
  it('come once, at the first opening after the week and the month are over, with what was really sold', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-25T10:00:00+07:00' });
    buysToples(shop, 'c1');
    later(shop, '2026-11-29T16:00:00+07:00');
    expect(reports(shop)).toEqual([]);
    later(shop, '2026-11-30T08:59:00+07:00');
    expect(reports(shop)).toEqual([]);
    later(shop, '2026-11-30T09:10:00+07:00');
    const [week, ...more] = reports(shop);
    expect(more).toEqual([]);
    // 2 × Rp60.000 less ten percent: what the customer paid for them, not what they usually cost.
    expect(week).toMatch(/^Laporan minggu Sen 23 – Min 29 Nov, Toko Bening\nPenjualan: Rp108\.000 dari 1 pesanan\nSudah dipotong promosi Rp12\.000: Voucher HEMAT10 Rp12\.000 \(1\)\n/);
    expect(week).toContain('Terlaris: Toples Kaca 1 liter (2)');
    later(shop, '2026-12-01T12:00:00+07:00');
    const [month, ...others] = reports(shop);
    expect(others).toEqual([]);
    expect(month).toMatch(/^Laporan bulan November 2026, Toko Bening\nPenjualan: Rp108\.000 dari 1 pesanan\n/);
    later(shop, '2026-12-06T12:00:00+07:00');
    expect(reports(shop)).toEqual([]);
  });

  it('lose nothing where the process was down, and are not told twice by a restart', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-25T10:00:00+07:00' });
    shop.shop.sweep();
    shop.now = Date.parse('2026-12-09T03:00:00+07:00');
    shop.restart();
    shop.shop.sweep();
    expect(reports(shop)).toEqual([]);
    shop.now = Date.parse('2026-12-09T10:00:00+07:00');
    shop.shop.sweep();
    shop.restart();
    shop.shop.sweep();
    expect(reports(shop).map((text) => text.split(',')[0])).toEqual(['Laporan minggu Sen 23 – Min 29 Nov', 'Laporan minggu Sen 30 Nov – Min 6 Des', 'Laporan bulan November 2026']);
  });

  it('reach the owner\'s chat as the daily summary does', () => {
    const shop = new TestShop({ catalogue, at: '2026-11-25T10:00:00+07:00' });
    shop.shop.sweep();
    later(shop, '2026-11-30T09:10:00+07:00');
    const told = shop.shop.desk.events(0, 1_000).filter((event) => event.kind === 'daily_summary').map((event) => event.text);
    expect(told.filter((text) => text.startsWith('Laporan minggu'))).toHaveLength(1);
  });
});
