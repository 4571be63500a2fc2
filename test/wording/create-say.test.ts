import { describe, expect, it } from 'vitest';
import { createHolidays } from '../../src/shop/service/holidays.ts';
import { createBusinessHours } from '../../src/shop/service/business-hours.ts';
import { createSay } from '../../src/wording/create-say.ts';
import { sampleCatalogue } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const hours = createBusinessHours(catalogue.store.hours, catalogue.store.timezone, createHolidays(new Map(), () => []));
const at = (time: string, more: Partial<Parameters<typeof createSay>[0]> = {}) =>
  createSay({ catalogue, hours, language: 'id', now: Date.parse(time), called: null, ...more });

describe('the words of a shop', () => {
  it('speak of the day it is, whenever they were made', () => {
    expect(at('2026-11-23T10:00:00+07:00').spokenDay('2026-11-24')).toBe('besok Selasa');
    expect(at('2026-11-24T00:00:00+07:00').spokenDay('2026-11-24')).toBe('hari ini');
    expect(at('2026-11-23T23:59:00+07:00').spokenDay('2026-11-24')).toBe('besok Selasa');
    expect(at('2027-01-02T10:00:00+07:00').day('2026-12-31')).toBe('Kam 31 Des 2026');
  });

  it('call each customer what she asked to be called, in her language', () => {
    const now = '2026-11-23T10:00:00+07:00';
    expect(at(now).fill('{sapaan}')).toBe('Kak');
    expect(at(now, { called: 'Bu Rina' }).fill('{sapaan}')).toBe('Bu Rina');
    expect(at(now, { called: '' }).fill('{sapaan}')).toBe('');
    expect(at(now, { language: 'en' }).spokenDay('2026-11-24')).toBe('tomorrow Tuesday');
    expect(at(now).fill('{sapaan} dan {bukan_apa_apa}')).toBe('Kak dan {bukan_apa_apa}');
  });

  it('are those of the owner\'s newest files', () => {
    const now = '2026-11-23T10:00:00+07:00';
    expect(at(now).fill('{nama_toko}')).toBe('Dapur Kita');
    expect(at(now, { catalogue: { ...catalogue, store: { ...catalogue.store, name: 'Dapur Lain' } } }).fill('{nama_toko}')).toBe('Dapur Lain');
    expect(at(now).fill('{nama_toko}')).toBe('Dapur Kita');
  });

  it.each([[0, 'Rp0'], [999, 'Rp999'], [1_000, 'Rp1.000'], [12_345, 'Rp12.345'], [165_000, 'Rp165.000'], [1_700_000, 'Rp1.700.000'], [-2_000, 'Rp-2.000'], [-123_456, 'Rp-123.456']])('write %i as %s', (amount, written) => {
    expect(at('2026-11-23T10:00:00+07:00').rupiah(amount)).toBe(written);
  });
});
