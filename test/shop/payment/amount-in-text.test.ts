import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { amountInText, amountsInText, compareClaim } from '../../../src/shop/payment/amount-in-text.ts';
import { rupiah } from '../../../src/shop/payment/rupiah.ts';

const amounts = fc.integer({ min: 10_000, max: 99_999_999 });

describe('amounts in a text', () => {
  it.each([
    ['sdh saya trf 285rb', 285_000], ['transfer 348.123', 348_123], ['udah tf Rp 348.123,00 ya kak', 348_123],
    ['tf 348,123', 348_123], ['1,5jt barusan', 1_500_000], ['1.5 juta', 1_500_000], ['250k ya', 250_000],
    ['udah transfer 348123', 348_123], ['rp348123', 348_123], ['sudah Rp.165.000,-', 165_000], ['85 ribu', 85_000],
    ['transfer 1.234.567 dari BCA', 1_234_567], ['Idr 50000', 50_000], ['2jt', 2_000_000], ['Rp500', 500],
    ['12,5rb', 12_500], ['sdh 348.123.', 348_123], ['(348.123)', 348_123], ['SUDAH TF 300RB KAK', 300_000],
    ['udah 285rb, cek ya 285.000', 285_000], ['DK-1042 sudah saya transfer 348.123', 348_123],
    ['tgl 24 jam 10.30 saya trf 348.123', 348_123], ['dari rek 1234567890 sebesar 348.123', 348_123],
  ])('reads "%s"', (text, amount) => expect(amountInText(text)).toBe(amount));

  it.each([
    'sudah transfer ya kak', 'pesanan DK-1042', 'DK-104212', 'hp saya 081234567890', '+6281234567890', 'jam 10.30', '24/11/2026',
    'tahun 2026', 'wajan 28 cm', 'wajan 28cm', '2 pcs', 'ref 20261123100412345', 'rek 1234567890', 'resi JP1234567890', '0',
    'Rp0', '10:30', '24-11-2026', '', '🙏', '0812.345.678', '1042', 'Rp1.5',
  ])('finds none in "%s"', (text) => expect(amountsInText(text)).toEqual([]));

  it('gives none where there are several', () => {
    expect(amountInText('barang 285rb ongkir 18rb')).toBeNull();
  });

  it('takes what is said as money before bare figures', () => {
    expect(amountInText('kode pos 40132, sudah 348.123')).toBe(348_123);
  });

  it('reads back every amount as the shop itself writes it', () => {
    fc.assert(fc.property(amounts, (amount) => {
      expect(amountInText(`Total: ${rupiah(amount)}`)).toBe(amount);
      expect(amountInText(`sudah tf ${amount}`)).toBe(amount);
    }));
  });

  it('never throws and never takes long, whatever it is given', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      for (const { amount } of amountsInText(text)) expect(amount).toBeGreaterThan(0);
    }));
    expect(amountsInText(`${' '.repeat(1_000)}348.123`)).toEqual([]);
    expect(amountsInText('1.'.repeat(500_000))).toEqual([]);
    expect(amountsInText('9'.repeat(500_000))).toEqual([]);
  });
});

describe('a claim against the total', () => {
  it('fits to the rupiah, wherever it stands', () => {
    fc.assert(fc.property(amounts, (total) => {
      expect(compareClaim(`sdh trf ${rupiah(total)} ya`, total)).toEqual({ kind: 'fits', amount: total, exact: true });
    }));
    expect(compareClaim('barang 330rb + ongkir 18.123 jadi 348.123', 348_123)).toMatchObject({ kind: 'fits', exact: true });
  });

  it('fits roughly when said in round thousands, up or down', () => {
    expect(compareClaim('sdh trf 285rb', 285_123)).toEqual({ kind: 'fits', amount: 285_000, exact: false });
    expect(compareClaim('sdh trf 286rb', 285_123)).toEqual({ kind: 'fits', amount: 286_000, exact: false });
    expect(compareClaim('1,5jt', 1_500_321)).toEqual({ kind: 'fits', amount: 1_500_000, exact: false });
  });

  it('does not let "285.000" pass for 285.123: the code is missing', () => {
    expect(compareClaim('sudah transfer 285.000', 285_123)).toEqual({ kind: 'short', amount: 285_000, by: 123 });
  });

  it('tells too little and too much, and by how much', () => {
    fc.assert(fc.property(amounts, amounts, (claimed, total) => {
      fc.pre(claimed !== total);
      const outcome = compareClaim(`tf ${rupiah(claimed)}`, total);
      expect(outcome).toEqual(claimed < total
        ? { kind: 'short', amount: claimed, by: total - claimed } : { kind: 'over', amount: claimed, by: claimed - total });
    }));
    expect(compareClaim('dp 100rb dulu ya', 348_123)).toEqual({ kind: 'short', amount: 100_000, by: 248_123 });
  });

  it.each([
    ['sudah transfer ya kak', 348_123], ['barang 285rb ongkir 18rb', 348_123], ['kode pos 40132', 348_123], ['DK-1042', 1_042],
  ])('cannot tell from "%s"', (text, total) => expect(compareClaim(text, total)).toEqual({ kind: 'unclear' }));
});
