import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createPictures } from '../../../src/media/pictures.ts';
import { removePhotos } from '../../../src/media/remove-photos.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys, says } from '../ordering/buying.ts';

const catalogue = await sampleCatalogue();
/** As on WhatsApp, where a chat's address is a phone number. */
const HER_CHAT = '6281299887766@c.us';
const CANARY = [HER_CHAT, 'Kanaria', '81234509876', 'Jl. Burung Kenari', 'rahasiaku'];

/** Everything the database holds, as text. */
function everything(shop: TestShop): string {
  const tables = shop.db.prepare(`SELECT name FROM sqlite_master WHERE type = 'table'`).pluck().all() as string[];
  return tables.map((table) => JSON.stringify(shop.db.prepare('SELECT * FROM '.concat(table)).all())).join('\n');
}

function aLife(): TestShop {
  const shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
  says(shop, HER_CHAT, 'halo kak, rahasiaku suka masak');
  says(shop, HER_CHAT, 'Order: spatula silikon 1\nNama: Kanaria\nHP: 081234509876\nAlamat: Jl. Burung Kenari 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler');
  says(shop, HER_CHAT, 'transfer');
  shop.hear(HER_CHAT, { kind: 'photo', file: 'photos/rahasiaku.jpg', caption: 'bukti rahasiaku' });
  shop.receive();
  shop.shop.desk.approvePayment({ by: 'siti', id: 'a1' }, 'DK-1');
  return shop;
}
const erased = (shop: TestShop) => shop.db.prepare('SELECT erased_at FROM customers WHERE id = 1').pluck().get() !== null;

describe('forgetting a person (S20)', () => {
  it('leaves no word of hers in the database once her order is done, and names her photos for removal', () => {
    const shop = aLife();
    expect(CANARY.every((word) => everything(shop).includes(word))).toBe(true);
    says(shop, HER_CHAT, 'hapus data saya');
    says(shop, HER_CHAT, 'ya');
    shop.shop.sweep();
    expect(erased(shop)).toBe(false);
    for (const [act, id] of [['pack', 'p'], ['deliver', 'd']] as const) {
      if (act === 'pack') shop.shop.desk.ship({ by: 'siti', id }, 'DK-1', 'JP0123456789');
      else shop.shop.desk.deliver({ by: 'siti', id }, 'DK-1');
    }
    shop.receive();
    shop.shop.sweep();
    expect(erased(shop)).toBe(true);
    const left = everything(shop).split('\n').filter((table) => !table.includes('remove_photos')).join('\n');
    expect(CANARY.filter((word) => left.includes(word))).toEqual([]);
    expect(shop.db.prepare(`SELECT data FROM tasks WHERE kind = 'remove_photos'`).pluck().get()).toContain('photos/rahasiaku.jpg');
    expect(shop.brokenInvariants()).toEqual([]);
  });

  it('waits while money is to go back to her', () => {
    const shop = aLife();
    says(shop, HER_CHAT, 'hapus data saya');
    says(shop, HER_CHAT, 'ya');
    shop.shop.desk.cancel({ by: 'siti', id: 'c' }, 'DK-1', 'stok rusak');
    shop.shop.sweep();
    expect(erased(shop)).toBe(false);
    shop.shop.desk.refund({ by: 'siti', id: 'r' }, 'DK-1', null, 'BCA rahasiaku');
    shop.receive();
    shop.shop.sweep();
    expect(erased(shop)).toBe(true);
    const left = everything(shop).split('\n').filter((table) => !table.includes('remove_photos')).join('\n');
    expect(CANARY.filter((word) => left.includes(word))).toEqual([]);
  });

  it('takes the receipts drawn for her along, and no one else\'s', async () => {
    const shop = aLife();
    buys(shop, 'c2', 'spatula silikon 1');
    const folder = mkdtempSync(join(tmpdir(), 'ladeni-receipts-'));
    const pictures = createPictures({ folder, orders: shop.shop.business.orders, catalogue: () => catalogue, hours: () => shop.shop.world().premises.hours });
    for (const reference of ['receipt:id:DK-1', 'receipt:en:DK-1', 'receipt:id:DK-2']) expect(await pictures.pathOf(reference)).toMatch(/\.png$/);
    const gone: string[] = [];
    await removePhotos((file) => { gone.push(file); return Promise.resolve(true); }, pictures)({ files: ['photos/rahasiaku.jpg'], orders: ['DK-1'] }, {} as never);
    expect(gone).toEqual(['photos/rahasiaku.jpg']);
    expect(readdirSync(join(folder, 'receipts')).map((name) => name.split('-').slice(0, 2).join('-'))).toEqual(['DK-2']);
  });
});
