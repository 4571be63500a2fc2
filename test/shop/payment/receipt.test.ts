import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { receiptLines } from '../../../src/shop/payment/receipt.ts';
import { rupiah } from '../../../src/shop/payment/rupiah.ts';
import { SAMPLE_RECEIPT } from './sample-receipt.ts';

describe('a receipt as text', () => {
  it('says every figure and what it is', () => {
    expect(receiptLines(SAMPLE_RECEIPT)).toEqual([
      'Struk Dapur Kita', 'Pesanan: DK-1042', 'Tanggal: Sen 23 Nov 10.04 WIB', 'Untuk: Rina', '',
      '2 × Wajan Teflon Granit 28 cm  Rp330.000',
      '1 × Set Panci Stainless Tiga Lapis dengan Tutup Kaca Tahan Panas 24 cm  Rp499.000', '',
      'Barang: Rp829.000', 'Ongkir JNE Reguler: Rp27.000', 'Voucher HEMAT10: -Rp10.000', 'Kode unik: Rp123', 'Total: Rp846.123',
      'Pembayaran: Transfer BCA, lunas Sen 23 Nov 11.20 WIB', '',
      'Terima kasih sudah berbelanja 🙏', '+62 812-3456-7890', 'Jl. Contoh No. 1, Bandung',
    ]);
  });

  it('does not mention what there is not', () => {
    const plain = receiptLines({ ...SAMPLE_RECEIPT, discounts: [], uniqueCode: null, total: 856_000 }).join('\n');
    expect(plain).not.toMatch(/HEMAT10|Kode unik/);
  });

  it('is a bill, and says so, while unpaid', () => {
    const lines = receiptLines({ ...SAMPLE_RECEIPT, paid: null });
    expect(lines[0]).toBe('Tagihan Dapur Kita');
    expect(lines).toContain('Pembayaran: Transfer BCA, belum dibayar');
  });

  it('never shows figures that do not add up', () => {
    const wrong = fc.record({ goods: fc.integer({ min: -5, max: 5 }), total: fc.integer({ min: -5, max: 5 }) })
      .filter((by) => by.goods !== 0 || by.total !== 0);
    fc.assert(fc.property(wrong, (by) => {
      const receipt = { ...SAMPLE_RECEIPT, goods: SAMPLE_RECEIPT.goods + by.goods, total: SAMPLE_RECEIPT.total + by.total };
      expect(() => receiptLines(receipt)).toThrow(RangeError);
    }));
  });
});

describe('rupiah in words', () => {
  it.each([[0, 'Rp0'], [999, 'Rp999'], [1_000, 'Rp1.000'], [165_000, 'Rp165.000'], [12_345_678, 'Rp12.345.678'], [-5_000, '-Rp5.000']])(
    'writes %d as %s', (amount, said) => expect(rupiah(amount)).toBe(said));
});
