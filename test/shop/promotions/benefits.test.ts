import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { measuresOf } from '../../../src/console/performance/measures.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { says } from '../ordering/buying.ts';

const bening = await sampleCatalogue(join(import.meta.dirname, '../../shops/bening'));
const heard = (shop: TestShop, text: string): string => says(shop, 'c1', text).map((message) => message.text).join('\n');

describe('how little is missing', () => {
  it('is told only where reaching it takes more off for certain', () => {
    const shop = new TestShop({ catalogue: bening, at: '2026-11-23T10:00:00+07:00' });
    expect(heard(shop, 'toples 2')).toContain('Kurang Rp80.000 lagi untuk Gratis ongkir');
    expect(heard(shop, 'kode BERDUA')).toContain('Kurang Rp80.000 lagi untuk Gratis ongkir');
    // HEMAT10 does not stand beside it, and would itself be worth more with more goods.
    expect(heard(shop, 'kode HEMAT10')).not.toContain('Kurang');
    expect(heard(shop, 'gratis ongkir ga?')).not.toMatch(/Kurang|sudah berlaku/);
    expect(heard(shop, 'hapus voucher')).toContain('Kurang Rp80.000 lagi');
    heard(shop, 'tambah toples 2');
    expect(heard(shop, 'gratis ongkir ga?')).toContain('Belanjaannya sudah Rp240.000, jadi Gratis ongkir sudah berlaku.');
  });
});

describe('a bonus on sales', () => {
  it('is of what customers paid for the goods, not of what they usually cost', () => {
    const order = { number: 'TB-1', chat_id: 1, placed_at: 0, goods: 120_000, discount: 12_000, state: 'paid', helper: 'siti' } as const;
    expect(measuresOf({ chats: [], ratings: [], orders: [order], insisted: [] }).sales_helped.value).toBe(108_000);
  });
});
