import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest, suggestion } from '../../../src/shop/catalogue/nearest.ts';
import { cleanText } from '../../../src/shop/catalogue/values/clean-text.ts';
import { readDate, readTransitDays, readWeekdays } from '../../../src/shop/catalogue/values/day-text.ts';
import { looksLikeDate } from '../../../src/shop/catalogue/values/excel-damage.ts';
import { readSize, readWeight } from '../../../src/shop/catalogue/values/measure-text.ts';
import { readStock } from '../../../src/shop/catalogue/values/number-text.ts';
import { readE164, readPhone } from '../../../src/shop/catalogue/values/phone-text.ts';
import type { Reading } from '../../../src/shop/catalogue/values/reading.ts';
import { readYesNo } from '../../../src/shop/catalogue/values/word-text.ts';

const valueOf = <T>(reading: Reading<T>): T | 'bad' => (reading.kind === 'good' ? reading.value : 'bad');

describe('weights', () => {
  it.each<readonly [string, number | 'bad']>([
    ['900', 900], ['900 g', 900], ['900gr', 900], ['900 gram', 900], ['1.200', 1_200], ['1,200', 1_200], ['1.200 g', 1_200], ['900,0', 900],
    ['0,9 kg', 900], ['0.9kg', 900], ['1,2 kg', 1_200], ['1 kg', 1_000], ['0,125 kg', 125], ['1 kilogram', 1_000],
    ['0,9', 'bad'], ['900.5', 'bad'], ['1.200 kg', 'bad'], ['0', 'bad'], ['-900', 'bad'], ['2000 kg', 'bad'], ['sekilo', 'bad'], ['', 'bad'],
  ])('%j is %s', (text, grams) => expect(valueOf(readWeight(text))).toBe(grams));

  it('reads a bare number of a column in kilograms as such', () => {
    expect(valueOf(readWeight('0,9', 'kg'))).toBe(900);
    expect(valueOf(readWeight('900 g', 'kg'))).toBe(900);
  });

  it('never loses a gram', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 999_999 }), (grams) => {
      const kilos = `${Math.floor(grams / 1_000)},${String(grams % 1_000).padStart(3, '0')}`.replace(/0+$/, '').replace(/,$/, '');
      expect(valueOf(readWeight(`${grams} g`))).toBe(grams);
      if (grams < 1_000 || grams % 10 === 0) expect(valueOf(readWeight(`${kilos} kg`))).toBe(grams);
    }));
  });
});

describe('stock, sizes, yes and no', () => {
  it.each<readonly [string, number | null | 'bad']>([
    ['', null], ['0', 0], ['12', 12], ['1.000', 1_000], ['12.0', 12], ['12 pcs', 12], ['-1', 'bad'], ['½', 'bad'], ['1,5', 'bad'], ['habis', 'bad'], ['banyak', 'bad'], ['1e3', 'bad'], ['99999999', 'bad'],
  ])('stock %j is %s', (text, count) => expect(valueOf(readStock(text))).toBe(count));

  it.each<readonly [string, readonly number[] | 'bad']>([
    ['30x20x15', [30, 20, 15]], ['30 × 20 × 15 cm', [30, 20, 15]], ['30,5x20x15', [30.5, 20, 15]], ['30x20', 'bad'], ['0x20x15', 'bad'], ['besar', 'bad'],
  ])('size %j', (text, size) => expect(valueOf(readSize(text))).toEqual(size));

  it.each<readonly [string, boolean | 'bad']>([
    ['yes', true], ['Ya', true], ['Y', true], ['1', true], ['TRUE', true], ['aktif', true], ['no', false], ['tidak', false], ['n', false], ['0', false], ['FALSE', false], ['mungkin', 'bad'],
  ])('%j is %s', (text, yes) => expect(valueOf(readYesNo('active')(text))).toBe(yes));
});

describe('days', () => {
  it.each<readonly [string, string | 'bad']>([
    ['mon-sat', 'mon tue wed thu fri sat'], ['sen-jum', 'mon tue wed thu fri'], ['sat-mon', 'mon sat sun'], ['Senin, Rabu', 'mon wed'], ['setiap hari', 'mon tue wed thu fri sat sun'],
    ['sun', 'sun'], ['fri-fri', 'fri'], ['mon-sot', 'bad'], ['', 'bad'], ['mon-tue-wed', 'bad'],
  ])('works %j', (text, days) => {
    const reading = valueOf(readWeekdays(text));
    expect(reading === 'bad' ? reading : reading.join(' ')).toBe(days);
  });

  it.each<readonly [string, readonly number[] | 'bad']>([['1-2', [1, 2]], ['3', [3, 3]], ['2 – 4 hari', [2, 4]], ['3-1', 'bad'], ['besok', 'bad'], ['1-400', 'bad']])(
    'days %j', (text, days) => expect(valueOf(readTransitDays(text))).toEqual(days));

  it('takes every day of the calendar and no other', () => {
    fc.assert(fc.property(fc.integer({ min: 2000, max: 2099 }), fc.integer({ min: 0, max: 13 }), fc.integer({ min: 0, max: 32 }), (year, month, day) => {
      const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
      const real = !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);
      expect(readDate('date')(text).kind).toBe(real ? 'good' : 'bad');
    }));
  });

  it.each(['28-Des', '12-Oct', 'Jan-28', '2026-12-28', '28/12/2026', '1 Mei 2026'])('%j is a date where none belongs', (text) => expect(looksLikeDate(text)).toBe(true));
  it.each(['28 cm', '10-12', 'Merah', '1/2 liter', 'M', 'Maron', '3-in-1', 'Des'])('%j is a variant', (text) => expect(looksLikeDate(text)).toBe(false));
});

describe('phones', () => {
  it.each<readonly [string, string | 'bad']>([
    ['+62 812-3456-7890', '+6281234567890'], ['081234567890', '+6281234567890'], ['6281234567890', '+6281234567890'], ['(022) 1234567', '+62221234567'], ['+65 6123 4567', '+6561234567'],
    ['6.28E+12', 'bad'], ['0812', 'bad'], ['di toko', 'bad'],
  ])('%j is %s', (text, number) => expect(valueOf(readE164(text))).toBe(number));

  it('shows a number as it was written, with the plus it lost', () => {
    expect(valueOf(readPhone('+62 812-3456-7890'))).toBe('+62 812-3456-7890');
    expect(valueOf(readPhone('62812-3456-7890'))).toBe('+62812-3456-7890');
  });
});

describe('text', () => {
  it('comes out in one spelling, without blanks around or marks that cannot be seen', () => {
    const unit = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 1 }), fc.constantFrom('e', '\u0301', '\u200b', '\u00a0', ' ', '\n'));
    fc.assert(fc.property(fc.array(unit).map((parts) => parts.join('')), (raw) => {
      const once = cleanText(raw, 'one');
      if (once.kind === 'bad') return;
      expect(once.value).toBe(once.value.normalize('NFC').trim());
      expect(once.value).not.toMatch(/[\u200b\ufeff\u00a0\n\t]| {2}/);
      expect(cleanText(once.value, 'one')).toEqual(once);
    }));
  });

  it('keeps line breaks where there may be lines, and emoji made of several', () => {
    expect(cleanText(' a  \r\nb ', 'many')).toEqual({ kind: 'good', value: 'a\nb' });
    expect(cleanText('👨‍👩‍👧 🙏🏽', 'one')).toEqual({ kind: 'good', value: '👨‍👩‍👧 🙏🏽' });
  });

  it.each(['\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u202e', '\u2066', '\ud800', '\ufffd'])('refuses %j', (mark) => {
    expect(cleanText(`a${mark}b`, 'many').kind).toBe('bad');
  });
});

describe('what was probably meant', () => {
  it('is the nearest word, and none where nothing is near', () => {
    const words = ['salutation', 'language', 'timezone'];
    expect(['salutaton', 'slautation', 'languange', 'Timezone', 'x', 'kontak'].map((word) => nearest(word, words))).toEqual(['salutation', 'salutation', 'language', 'timezone', null, null]);
    expect(suggestion('kontak', words)).toBe('yang dikenal: salutation, language, timezone');
  });
});
