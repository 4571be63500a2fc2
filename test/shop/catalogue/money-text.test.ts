import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRupiah } from '../../../src/shop/catalogue/money-text.ts';

const grouped = (amount: number, mark: string) => String(amount).replace(/\B(?=(\d{3})+$)/g, mark);
const amount = fc.oneof(fc.integer({ min: 0, max: 10_000_000_000 }), fc.integer({ min: 0, max: 2_000_000 }));

describe('an amount in rupiah', () => {
  it.each([
    ['75000', 75_000], ['75.000', 75_000], ['75,000', 75_000], ['Rp 75.000', 75_000], ['Rp75.000,00', 75_000], ['rp. 75.000', 75_000],
    ['75.000,-', 75_000], ['IDR 75000', 75_000], ['75000 IDR', 75_000], ['75000.00 IDR', 75_000], ['75,000.00', 75_000], ['1.234.567', 1_234_567],
    ['75rb', 75_000], ['75 rb', 75_000], ['75 ribu', 75_000], ['75k', 75_000], ['7,5rb', 7_500], ['1,5jt', 1_500_000], ['1.5 jt', 1_500_000], ['1,25 juta', 1_250_000],
    ['Rp 1,5 jt', 1_500_000], ['2 juta', 2_000_000], ['75000 rupiah', 75_000], [' 500 ', 500], ['0', 0],
  ])('%j is %i', (text, rupiah) => {
    expect(parseRupiah(text)).toEqual({ kind: 'money', amount: rupiah });
  });

  it.each(['75.5', '75,00', '75,5', '75.00', '1.500rb', '1.23.456', '75.0000', '0.075', '1,5,0', '75.000,50', '1.2345jt'])('%j can mean two things, so it is refused', (text) => {
    expect(parseRupiah(text)).toEqual({ kind: 'unclear' });
  });

  it.each(['', 'gratis', 'Rp', '-75000', '75000 USD', '$75', '7 5000', '1e5', '٧٥٠٠٠', '75000x', '99999999999999999999'])('%j is no amount', (text) => {
    expect(parseRupiah(text)).toEqual({ kind: 'not_money' });
  });

  it('reads back every way the shop and spreadsheets write it', () => {
    fc.assert(fc.property(amount, (rupiah) => {
      const ways = [
        String(rupiah), grouped(rupiah, '.'), grouped(rupiah, ','), `Rp${grouped(rupiah, '.')}`, `Rp ${grouped(rupiah, '.')},-`, `${rupiah} IDR`,
        ...(rupiah >= 1_000 ? [`Rp${grouped(rupiah, '.')},00`, `${rupiah}.00 IDR`] : []),
        ...(rupiah % 1_000 === 0 ? [`${rupiah / 1_000}rb`, `${rupiah / 1_000} ribu`, `${rupiah / 1_000}k`] : []),
        ...(rupiah % 10_000 === 0 ? [`${String(rupiah / 1_000_000).replace('.', ',')}jt`] : []),
      ];
      for (const way of ways) expect([way, parseRupiah(way)]).toEqual([way, { kind: 'money', amount: rupiah }]);
    }));
  });

  it('never reads a fraction, a negative, or more than can be counted', () => {
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('0', '1', '7', '9', '.', ',', '-', 'r', 'b', 'j', 't', 'k', ' ', 'R', 'p'), maxLength: 14 }), (text) => {
      const reading = parseRupiah(text);
      if (reading.kind === 'money') expect(Number.isSafeInteger(reading.amount) && reading.amount >= 0).toBe(true);
    }), { numRuns: 2_000 });
  });
});
