import { afterEach, describe, expect, it } from 'vitest';
import { cutBefore, internalError, silence } from '../../stand-ins/bot-api/faults.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);

describe('fetching what a customer sent', () => {
  it('brings the bytes, and hands a photo to the store', async () => {
    const shop = await shops.open();
    const file = shop.api.world.addFile(Buffer.from('bukti transfer'));
    expect(Buffer.from(await shop.channel.download(file)).toString()).toBe('bukti transfer');
    expect(await shop.channel.fetchPhoto(file)).toEqual({ kind: 'stored', file: 'photos/1.jpg' });
    expect(Buffer.from(shop.stored[0] ?? []).toString()).toBe('bukti transfer');
  });

  it('passes on why the store refuses a photo', async () => {
    const shop = await shops.open({ photos: { store: () => Promise.resolve({ kind: 'refused', reason: 'Bukan gambar.' }) } });
    const file = shop.api.world.addFile(Buffer.from('<svg>'));
    expect(await shop.channel.fetchPhoto(file)).toEqual({ kind: 'refused', reason: 'Bukan gambar.' });
  });

  it('a file Telegram does not know, or that is too big, is refused for good', async () => {
    const shop = await shops.open();
    expect((await shop.channel.fetchPhoto('nope')).kind).toBe('refused');
    const huge = shop.api.world.addFile(Buffer.alloc(20 * 1024 * 1024 + 1));
    expect((await shop.channel.fetchPhoto(huge)).kind).toBe('refused');
    expect(shop.stored).toHaveLength(0);
  });

  it('an outage means later', async () => {
    const shop = await shops.open({ limits: { file: 60 } });
    const file = shop.api.world.addFile(Buffer.from('foto'));
    for (const fault of [cutBefore, silence]) {
      shop.api.faults.add(fault, { method: 'file', times: 1 });
      expect((await shop.channel.fetchPhoto(file)).kind).toBe('later');
    }
    shop.api.faults.add(internalError, { method: 'getFile', times: 1 });
    expect((await shop.channel.fetchPhoto(file)).kind).toBe('later');
    expect((await shop.channel.fetchPhoto(file)).kind).toBe('stored');
  });
});
