import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksum, readFields, seal, unseal, writeFields, type EmvField } from '../../../src/shop/payment/emv.ts';
import { EMVCO_EXAMPLE, SHOP_QRIS } from './sample-qris.ts';

const tag = fc.integer({ min: 0, max: 99 }).filter((n) => n !== 63).map((n) => String(n).padStart(2, '0'));
const fields: fc.Arbitrary<EmvField[]> = fc.array(
  fc.record({ tag, value: fc.string({ unit: 'grapheme-ascii', maxLength: 99 }) }), { minLength: 1, maxLength: 12 });

describe('the grammar of EMVCo codes', () => {
  it('has the checksum the CRC catalogues give for "123456789"', () => {
    expect(checksum('123456789')).toBe('29B1');
  });

  it('has the starting value as checksum of nothing', () => {
    expect(checksum('')).toBe('FFFF');
  });

  it('reads the example of the specification, whose lengths count characters and not bytes', () => {
    const reading = unseal(EMVCO_EXAMPLE);
    if (reading.kind !== 'intact') throw new Error(reading.reason);
    const value = (wanted: string) => reading.fields.find((field) => field.tag === wanted)?.value;
    expect(reading.fields.map((field) => field.tag)).toEqual(
      ['00', '01', '29', '31', '52', '58', '59', '60', '64', '54', '53', '55', '62', '91']);
    expect(value('59')).toBe('BEST TRANSPORT');
    expect(value('54')).toBe('23.72');
    expect(readFields(value('64')!)).toEqual({
      kind: 'read', fields: [{ tag: '00', value: 'ZH' }, { tag: '01', value: '最佳运输' }, { tag: '02', value: '北京' }],
    });
    expect(seal(reading.fields)).toBe(EMVCO_EXAMPLE);
  });

  it('gives back what it wrote, in the same order', () => {
    fc.assert(fc.property(fields, (written) => {
      expect(readFields(writeFields(written))).toEqual({ kind: 'read', fields: written });
      expect(unseal(seal(written))).toEqual({ kind: 'intact', fields: written });
    }));
  });

  it('notices every single changed character of a whole code', () => {
    const printable = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
    for (let at = 0; at < SHOP_QRIS.length; at++) {
      for (const other of printable) {
        // The checksum is read in either case, so its letters have two spellings.
        if (other.toUpperCase() === SHOP_QRIS[at]!.toUpperCase() && (other === SHOP_QRIS[at] || at >= SHOP_QRIS.length - 4)) continue;
        expect(unseal(SHOP_QRIS.slice(0, at) + other + SHOP_QRIS.slice(at + 1)).kind).toBe('broken');
      }
    }
  });

  it('notices two neighbours swapped, in any code', () => {
    fc.assert(fc.property(fields, fc.nat(), (written, where) => {
      const code = seal(written);
      const at = where % (code.length - 1);
      fc.pre(code[at] !== code[at + 1]);
      expect(unseal(code.slice(0, at) + code[at + 1]! + code[at]! + code.slice(at + 2)).kind).toBe('broken');
    }));
  });

  it('notices a code cut short anywhere', () => {
    for (let length = 0; length < SHOP_QRIS.length; length++) {
      expect(unseal(SHOP_QRIS.slice(0, length)).kind).toBe('broken');
    }
  });

  it('never throws, whatever it is given to read', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(['intact', 'broken']).toContain(unseal(text).kind);
    }));
  });

  it('says where and what is wrong', () => {
    expect(readFields('0002015')).toEqual({ kind: 'broken', at: 6, reason: 'seharusnya dua angka tanda kolom, terbaca "5"' });
    expect(readFields('00xx01')).toEqual({ kind: 'broken', at: 2, reason: 'panjang kolom 00 bukan dua angka' });
    expect(readFields('5910DAPUR')).toEqual(
      { kind: 'broken', at: 4, reason: 'kolom 59 terpotong: seharusnya 10 huruf, tersisa 5' });
  });

  it('refuses to write what the format cannot hold', () => {
    expect(() => writeFields([{ tag: '59', value: 'x'.repeat(100) }])).toThrow(RangeError);
    expect(() => writeFields([{ tag: '5', value: 'x' }])).toThrow(RangeError);
  });
});
