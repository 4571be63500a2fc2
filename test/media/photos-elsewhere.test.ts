import { describe, expect, it } from 'vitest';
import { createPhotoPlaces } from '../../src/database/photo-places.ts';
import { fetchPhoto } from '../../src/fetch-photo.ts';
import { createPhotosElsewhere } from '../../src/media/photos-elsewhere.ts';
import { ConsoleShop, MONDAY_TEN } from '../console/console-shop.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const REFERENCE = 'whatsapp:false_62812@c.us_AB12';
const FILE = 'photos/2026-11/abcdefghijklmnop.jpg';
const catalogue = await sampleCatalogue();

/** A shop whose customer has sent a photo that WhatsApp would not give at once. */
function shopWithPhoto() {
  const shop = new TestShop({ catalogue, at: MONDAY_TEN });
  shop.hear('rina', { kind: 'photo', file: REFERENCE, caption: 'yang ini ada?' });
  const removed: string[] = [];
  let fetches = 0;
  const elsewhere = createPhotosElsewhere({
    fetch: async () => {
      fetches += 1;
      return FILE;
    },
    places: createPhotoPlaces(shop.db), transact: (act) => shop.shop.engine.transact(act), remove: async (file) => removed.push(file) > 0,
  });
  const named = () => shop.db.prepare(`SELECT json_extract(content, '$.file') AS file FROM inbox WHERE json_extract(content, '$.kind') = 'photo'`).pluck().all();
  return { shop, elsewhere, removed, named, fetches: () => fetches };
}

describe('a photo that is still with its provider', () => {
  it('is fetched once for all who look at it, and its message names our file from then on', async () => {
    const { elsewhere, named, fetches } = shopWithPhoto();
    expect(await Promise.all([elsewhere.fetch(REFERENCE), elsewhere.fetch(REFERENCE)])).toEqual([FILE, FILE]);
    expect(fetches()).toBe(1);
    expect(named()).toEqual([FILE]);
  });

  it('is not kept when its customer was forgotten while it was fetched (S20)', async () => {
    const { shop, elsewhere, removed } = shopWithPhoto();
    shop.db.exec(`UPDATE inbox SET content = '{"kind":"other","what":"deleted"}'`);
    await expect(elsewhere.fetch(REFERENCE)).rejects.toThrow('not kept');
    expect(removed).toEqual([FILE]);
  });

  it('leaves the photos of others alone', async () => {
    const { shop, elsewhere, named } = shopWithPhoto();
    shop.hear('budi', { kind: 'photo', file: `${REFERENCE}9`, caption: '' });
    await elsewhere.fetch(REFERENCE);
    expect(named()).toEqual([FILE, `${REFERENCE}9`]);
  });
});

describe('fetching by reference', () => {
  const photos = { store: async () => ({ kind: 'refused', reason: 'not_an_image' }) as never };
  const from = { telegram: null, photos, now: () => 0 };
  it('asks WhatsApp for what WhatsApp keeps', async () => {
    const asked: string[] = [];
    const whatsapp = { fetchPhoto: async (reference: string) => { asked.push(reference); return { kind: 'stored', file: FILE } as const; } };
    expect(await fetchPhoto(REFERENCE, { ...from, whatsapp })).toBe(FILE);
    expect(asked).toEqual([REFERENCE]);
  });

  it('fails plainly while it cannot be had, so that it is tried again', async () => {
    const whatsapp = { fetchPhoto: async () => ({ kind: 'later', reason: 'WhatsApp belum tersambung.' }) as const };
    await expect(fetchPhoto(REFERENCE, { ...from, whatsapp })).rejects.toThrow('later: WhatsApp belum tersambung.');
    await expect(fetchPhoto(REFERENCE, { ...from, whatsapp: null })).rejects.toThrow('no channel to fetch whatsapp photos from');
    await expect(fetchPhoto('telegram:x', { ...from, whatsapp, telegram: { download: async () => new Uint8Array() } })).rejects.toThrow('refused');
  });
});

describe('the console', () => {
  it('shows the photo when it has come, and says so kindly while it has not', async () => {
    const at = await ConsoleShop.open();
    at.shop.hear('rina', { kind: 'photo', file: REFERENCE, caption: '' });
    const owner = await at.join('ratna');
    const id = at.shop.db.prepare(`SELECT id FROM inbox WHERE json_extract(content, '$.kind') = 'photo'`).pluck().get() as number;
    expect((await owner.get(`/konsol/foto/pesan/${id}`)).status).toBe(404);
    at.pictureElsewhere = async (reference) => (reference === REFERENCE ? `${import.meta.dirname}/../../catalog/photos/panci-set.png` : null);
    const shown = await owner.get(`/konsol/foto/pesan/${id}`);
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'image/png']);
  });
});
