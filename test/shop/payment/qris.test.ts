import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seal, unseal } from '../../../src/shop/payment/emv.ts';
import { dynamicQris, MOST_PER_QRIS_PAYMENT, readQris } from '../../../src/shop/payment/qris.ts';
import { EMVCO_EXAMPLE, SHOP_FIELDS, SHOP_QRIS, shopQrisWith } from './sample-qris.ts';

const amounts = fc.integer({ min: 1, max: MOST_PER_QRIS_PAYMENT });

function made(text: string, amount: number): string {
  const outcome = dynamicQris(text, amount);
  if (outcome.kind !== 'made') throw new Error(outcome.kind);
  return outcome.text;
}

function fieldsOf(text: string) {
  const reading = unseal(text);
  if (reading.kind === 'broken') throw new Error(reading.reason);
  return reading.fields;
}

describe('reading a QRIS', () => {
  it('tells the merchant, city and national id of a static code', () => {
    expect(readQris(SHOP_QRIS)).toEqual({
      kind: 'valid', merchant: 'DAPUR KITA', city: 'BANDUNG', nmid: 'ID1020000000001', dynamic: false, amount: null, tip: false,
    });
  });

  it('forgives what copying adds around and into it', () => {
    const wrapped = `\uFEFF  ${SHOP_QRIS.slice(0, 60)}\r\n${SHOP_QRIS.slice(60)}\u200B\n`;
    expect(readQris(wrapped)).toEqual(readQris(SHOP_QRIS));
  });

  it('does without a national id, as older codes have none', () => {
    expect(readQris(shopQrisWith({ 51: null }))).toMatchObject({ kind: 'valid', nmid: null });
  });

  it('reads an amount with and without cents of zero', () => {
    expect(readQris(shopQrisWith({ '01': '12', 54: '100003.00' }))).toMatchObject({ dynamic: true, amount: 100_003 });
    expect(readQris(shopQrisWith({ '01': '12', 54: '100003' }))).toMatchObject({ dynamic: true, amount: 100_003 });
  });

  it.each([
    ['nothing', '', 'kosong'],
    ['a link', 'https://qris.example/abc', '000201'],
    ['the specification\'s Chinese example', EMVCO_EXAMPLE, 'rupiah'],
    ['a code cut short', SHOP_QRIS.slice(0, -10), 'terpotong'],
    ['a code without its checksum', SHOP_QRIS.slice(0, -8), 'tersalin sebagian'],
    ['a changed letter', SHOP_QRIS.replace('DAPUR', 'DAPER'), 'tidak cocok'],
    ['another country', shopQrisWith({ 58: 'SG' }), 'Indonesia'],
    ['another currency', shopQrisWith({ 53: '702' }), 'rupiah'],
    ['no merchant name', shopQrisWith({ 59: null }), 'nama pedagang'],
    ['a blank city', shopQrisWith({ 60: ' ' }), 'kota pedagang'],
    ['no account', shopQrisWith({ 26: null, 51: null }), 'akun pedagang'],
    ['an amount of nothing', shopQrisWith({ 54: '0' }), 'rupiah bulat'],
    ['an amount with cents', shopQrisWith({ 54: '1000.50' }), 'rupiah bulat'],
    ['a strange method', shopQrisWith({ '01': '13' }), 'kolom 01'],
    ['no business category', shopQrisWith({ 52: null }), 'jenis usaha'],
  ])('refuses %s and says why', (_what, text, why) => {
    const reading = readQris(text);
    expect(reading.kind).toBe('invalid');
    expect(reading.kind === 'invalid' && reading.reason).toContain(why);
  });

  it('refuses a field that stands there twice', () => {
    const text = seal([...SHOP_FIELDS, { tag: '59', value: 'TOKO LAIN' }]);
    expect(readQris(text)).toEqual({ kind: 'invalid', reason: 'kolom 59 muncul dua kali' });
  });
});

describe('a QRIS for an exact amount', () => {
  it('asks for the amount once, as whole rupiah, after the currency', () => {
    const fields = fieldsOf(made(SHOP_QRIS, 348_123));
    expect(fields.map((field) => field.tag)).toEqual(['00', '01', '26', '51', '52', '53', '54', '58', '59', '60', '61', '62']);
    expect(fields.find((field) => field.tag === '54')?.value).toBe('348123');
    expect(fields.find((field) => field.tag === '01')?.value).toBe('12');
  });

  it('keeps every other field as it was and where it was, and can be read back', () => {
    fc.assert(fc.property(amounts, (amount) => {
      const text = made(SHOP_QRIS, amount);
      expect(fieldsOf(text).filter((field) => !['01', '54'].includes(field.tag)))
        .toEqual(SHOP_FIELDS.filter((field) => field.tag !== '01'));
      expect(readQris(text)).toMatchObject({ kind: 'valid', dynamic: true, amount, merchant: 'DAPUR KITA', city: 'BANDUNG' });
    }));
  });

  it('forgets an earlier amount', () => {
    fc.assert(fc.property(amounts, amounts, (first, second) => {
      expect(made(made(SHOP_QRIS, first), second)).toBe(made(SHOP_QRIS, second));
    }));
  });

  it('marks a code as dynamic that said nothing of its kind', () => {
    expect(made(shopQrisWith({ '01': null }), 5_000)).toBe(made(SHOP_QRIS, 5_000));
  });

  it('leaves out tips and fees, which would change the total paid', () => {
    const tipping = shopQrisWith({ 55: '02', 56: '2500', 57: '1.5' });
    expect(readQris(tipping)).toMatchObject({ tip: true });
    expect(made(tipping, 5_000)).toBe(made(SHOP_QRIS, 5_000));
  });

  it('replaces an amount where it stood, in a code of unusual order', () => {
    const odd = shopQrisWith({ 54: '1000' });
    expect(fieldsOf(odd).at(-1)?.tag).toBe('54');
    expect(fieldsOf(made(odd, 7_000)).at(-1)).toEqual({ tag: '54', value: '7000' });
  });

  it('refuses more than one payment may carry', () => {
    expect(dynamicQris(SHOP_QRIS, MOST_PER_QRIS_PAYMENT).kind).toBe('made');
    expect(dynamicQris(SHOP_QRIS, MOST_PER_QRIS_PAYMENT + 1)).toEqual({ kind: 'over_limit', most: 10_000_000 });
  });

  it('makes nothing of a broken code', () => {
    expect(dynamicQris(SHOP_QRIS.replace('KITA', 'KITE'), 1_000).kind).toBe('invalid');
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('treats %d as a fault of the caller', (amount) => {
    expect(() => dynamicQris(SHOP_QRIS, amount)).toThrow(RangeError);
  });
});
