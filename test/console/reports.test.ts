import ExcelJS from 'exceljs';
import { beforeAll, describe, expect, it } from 'vitest';
import { buys } from '../shop/ordering/buying.ts';
import { ConsoleShop, type Browser } from './console-shop.ts';

let at: ConsoleShop;
let owner: Browser;

beforeAll(async () => {
  at = await ConsoleShop.open();
  owner = await at.join('ratna');
  buys(at.shop, 'c1', 'spatula silikon 2');
  at.shop.shop.desk.approvePayment({ by: 'siti', id: 'ok' }, 'DK-1');
});

describe('the owner\'s reports', () => {
  it('show the month with what was sold and what came in, and lead from week to month and back', async () => {
    const order = at.shop.shop.business.orders.byNumber('DK-1')!;
    const page = await owner.page('/konsol/pemilik/laporan');
    expect(page).toContain('Bulan November 2026');
    expect(page).toContain(`Rp${String(order.goods).replace(/\B(?=(?:\d{3})+$)/g, '.')}`);
    expect(page).toContain(`Rp${String(order.total).replace(/\B(?=(?:\d{3})+$)/g, '.')}`);
    expect(page).toContain('pembukuan.xlsx?bulan=2026-11');
    const week = await owner.page('/konsol/pemilik/laporan?minggu=2026-11-25');
    expect(week).toContain('Minggu Sen 23 – Min 29 Nov');
    expect(await owner.page('/konsol/pemilik/laporan?minggu=2026-11-16')).toContain('Belum ada pesanan atau pembayaran di masa ini');
    expect(await owner.page('/konsol/lainnya')).toContain('/konsol/pemilik/laporan');
    // Rubbish and the future show this month.
    for (const asked of ['bulan=2026-99', 'bulan=2027-05', 'minggu=<script>']) expect(await owner.page(`/konsol/pemilik/laporan?${asked}`)).toContain('Bulan November 2026');
  });

  it('give the accounts as a workbook and as CSV, without anybody\'s name in them', async () => {
    const answer = await owner.get('/konsol/pemilik/laporan/pembukuan.xlsx?bulan=2026-11');
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="pembukuan-2026-11.xlsx"');
    const bytes = await answer.arrayBuffer();
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(bytes);
    const days = book.getWorksheet('Per hari')!;
    expect(days.rowCount).toBe(32);
    expect(days.lastRow!.getCell(1).value).toBe('Jumlah');
    const csv = await owner.page('/konsol/pemilik/laporan/jurnal.csv?bulan=2026-11');
    expect(csv).toContain('"2026-11-23";"10.00";"DK-1";"Barang";"";70000');
    expect(csv).not.toMatch(/Rina|0812|Merpati/);
    expect((await owner.page('/konsol/pemilik/laporan/harian.csv?bulan=2026-11')).split('\r\n')).toHaveLength(33);
  });

  it('are for owners alone', async () => {
    const siti = await at.join('siti');
    for (const path of ['', '/pembukuan.xlsx', '/jurnal.csv', '/harian.csv']) expect((await siti.get(`/konsol/pemilik/laporan${path}`)).status).toBe(403);
    expect(await siti.page('/konsol/lainnya')).not.toContain('/konsol/pemilik/laporan');
  });
});
