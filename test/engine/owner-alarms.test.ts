import { beforeEach, describe, expect, it } from 'vitest';
import type { ChannelName } from '../../src/channels/channel.ts';
import { makeCatalogue } from '../../src/shop/catalogue/make-catalogue.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const sample = await sampleCatalogue();
const catalogue = makeCatalogue({
  ...sample, version: 'with an owner who can be reached',
  staff: [
    { id: 'budi', name: 'Budi', role: 'owner', telegram: 111, whatsapp: '+6281200000001' },
    { id: 'siti', name: 'Siti', role: 'admin', telegram: 222, whatsapp: '+6281200000002' },
  ],
});
const DAY = 24 * 3_600_000;
let shop: TestShop;
let nextId = 0;
beforeEach(() => { shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' }); });

function writes(channel: ChannelName, chat: string, phone: string | null): void {
  shop.shop.engine.accept({ channel, id: `m${++nextId}`, chat, name: null, quoted: null, phone, content: { kind: 'text', text: 'halo' } });
  shop.receive();
}
const told = () => shop.shop.tables.outbox.open().map((row) => [shop.shop.tables.chats.get(row.chat_id).channel, row.text]);

describe('an alarm', () => {
  it('reaches the owner over every way there is, so that one that works is among them', () => {
    writes('telegram', '111', null);
    writes('whatsapp', 'wa-1', '+6281200000001');
    writes('telegram', '222', null);
    writes('whatsapp', 'wa-2', '+6281200000002');
    writes('telegram', '333', null);
    shop.shop.alarm('disk_full', 'Tersisa 3 MB.');
    expect(told()).toEqual([
      ['telegram', expect.stringMatching(/Disk penuh.*Tersisa 3 MB\./)], ['whatsapp', expect.stringContaining('Disk penuh')],
    ]);
    expect(shop.events().at(-1)).toMatchObject({ kind: 'staff.alert', data: { reason: 'disk_full', detail: 'Tersisa 3 MB.' } });
  });

  it('never writes first to a number, nor to one that has been silent for a month (F26)', () => {
    shop.shop.alarm('channel', 'Telegram: terputus');
    expect(told()).toEqual([]);
    writes('whatsapp', 'wa-1', '+6281200000001');
    shop.now += 31 * DAY;
    shop.shop.alarm('channel', 'Telegram: terputus');
    expect(told()).toEqual([]);
    // The console and the staff group show it all the same.
    expect(shop.events().filter((event) => event.data.reason === 'channel')).toHaveLength(2);
  });
});
