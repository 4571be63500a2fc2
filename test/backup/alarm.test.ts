import { describe, expect, it } from 'vitest';
import { sampleCatalogue, TestShop } from '../test-shop.ts';
import { MONDAY } from './a-shop.ts';

describe('a backup that failed', () => {
  it('reaches the owner\'s desk as a sentence with its reason', async () => {
    const { shop } = new TestShop({ catalogue: await sampleCatalogue(), at: MONDAY });
    const before = shop.desk.lastEvent();
    shop.tables.events.record(MONDAY, 'staff.alert', {}, { reason: 'backup_failed', detail: '(folder lain) disk penuh' });
    expect(shop.desk.events(before, 10)).toEqual([expect.objectContaining({
      kind: 'alert', at: MONDAY, text: 'Ada masalah dengan cadangan data; toko tetap jalan, tetapi segera perbaiki: (folder lain) disk penuh',
    })]);
  });
});
