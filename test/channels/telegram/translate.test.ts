import type { Message, Update } from 'grammy/types';
import { afterEach, describe, expect, it } from 'vitest';
import type { IncomingContent } from '../../../src/channels/channel.ts';
import { translate } from '../../../src/channels/telegram/translate.ts';
import { until } from './manual-clock.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const FILE = { file_id: 'F', file_unique_id: 'f' };

/** What a private message with this content is understood as. */
function understood(content: Partial<Message>): IncomingContent | null {
  const message = {
    message_id: 3, date: 0, chat: { id: 77, type: 'private', first_name: 'Rina' },
    from: { id: 77, is_bot: false, first_name: 'Rina' }, ...content,
  };
  return translate({ update_id: 1, message } as Update)?.content ?? null;
}

describe('what customers send on Telegram', () => {
  it.each<[string, Partial<Message>, IncomingContent | null]>([
    ['a text', { text: 'halo kak' }, { kind: 'text', text: 'halo kak' }],
    ['a deep link', { text: '/start WJN-28' }, { kind: 'text', text: '/start WJN-28' }],
    ['a command with the bot named', { text: '/menu@dapurkita_bot' }, { kind: 'text', text: '/menu' }],
    ['a location', { location: { latitude: -6.9, longitude: 107.6 } }, { kind: 'location', latitude: -6.9, longitude: 107.6 }],
    ['a contact', { contact: { phone_number: '6281234567890', first_name: 'Rina', last_name: 'Sari' } },
      { kind: 'contact', phone: '+6281234567890', name: 'Rina Sari' }],
    ['a contact as dialled at home', { contact: { phone_number: '0812-3456-7890', first_name: 'Rina' } },
      { kind: 'contact', phone: '081234567890', name: 'Rina' }],
    ['a sticker', { sticker: {} } as Partial<Message>, { kind: 'other', what: 'sticker' }],
    ['a voice note', { voice: { ...FILE, duration: 3 } }, { kind: 'other', what: 'voice' }],
    ['a round video', { video_note: {} } as Partial<Message>, { kind: 'other', what: 'video' }],
    ['a GIF, which is also a document', { animation: {}, document: FILE } as Partial<Message>, { kind: 'other', what: 'video' }],
    ['a PDF', { document: { ...FILE, mime_type: 'application/pdf' } }, { kind: 'other', what: 'document' }],
    ['a proof of payment sent as a file', { document: { ...FILE, mime_type: 'image/jpeg' }, caption: 'bukti' },
      { kind: 'photo', file: 'telegram:F', caption: 'bukti' }],
    ['a picture file too big to fetch', { document: { ...FILE, mime_type: 'image/png', file_size: 21 * 1024 * 1024 } },
      { kind: 'other', what: 'document' }],
    ['a dice', { dice: { emoji: '🎲', value: 4 } }, { kind: 'other', what: 'unknown' }],
    ['a notice of Telegram', { pinned_message: {} } as Partial<Message>, null],
  ])('%s', (_name, content, expected) => {
    expect(understood(content)).toEqual(expected);
  });

  it('takes the largest photo and leaves a file reference that outlives a restart', () => {
    const size = (file_id: string, width: number, file_size = 10) => ({ file_id, file_unique_id: file_id, width, height: width, file_size });
    expect(understood({ photo: [size('s', 90), size('l', 1280), size('m', 320)], caption: 'penyok kak' }))
      .toEqual({ kind: 'photo', file: 'telegram:l', caption: 'penyok kak' });
    expect(understood({ photo: [size('s', 90), size('xl', 9000, 30 * 1024 * 1024)] })).toMatchObject({ file: 'telegram:s' });
  });

  it('each picture of an album is a message of its own, in order', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina', 'Sari');
    rina.sendsPhoto(Buffer.from('one'), { album: 'A', caption: 'bukti DK-1' });
    rina.sendsPhoto(Buffer.from('two'), { album: 'A' });
    await until('both are in', () => shop.inbox.accepted.length === 2);
    expect(shop.inbox.accepted.map((one) => one.content)).toMatchObject([{ kind: 'photo', caption: 'bukti DK-1' }, { kind: 'photo', caption: '' }]);
    expect(shop.inbox.accepted[0]).toMatchObject({ channel: 'telegram', chat: '77', name: 'Rina Sari', quoted: null, phone: null });
  });

  it('an edit is said anew, once for each time it was made', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    const said = rina.says('pesan 2 wajan');
    rina.edits(said, 'pesan 3 wajan', 100);
    rina.edits(said, 'pesan 3 wajan', 100);
    rina.edits(said, 'pesan 4 wajan', 101);
    await until('all are in', () => shop.inbox.accepted.length === 3);
    expect(shop.inbox.said).toEqual(['pesan 2 wajan', 'pesan 3 wajan', 'pesan 4 wajan']);
    expect(shop.inbox.redelivered).toBe(1);
  });

  it('a live location that moves says nothing new', () => {
    const message = { message_id: 3, date: 0, edit_date: 9, chat: { id: 77, type: 'private' }, from: { id: 77, is_bot: false, first_name: 'R' } };
    expect(translate({ update_id: 1, edited_message: { ...message, location: { latitude: 1, longitude: 2 } } } as unknown as Update)).toBeNull();
  });

  it('a quoted message comes along, or the part of it that was marked', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    await shop.channel.send(shop.message(77, 'Wajan 28 cm Rp165.000'));
    const [bubble] = shop.api.bubbles(77);
    if (!bubble) throw new Error('no bubble');
    rina.says('yang ini 2', { replyTo: bubble });
    await until('it is in', () => shop.inbox.accepted.length === 1);
    expect(shop.inbox.accepted[0]?.quoted).toBe('Wajan 28 cm Rp165.000');
  });

  it('only people in private chats are customers: no group, no channel, no other bot', async () => {
    const shop = await shops.open();
    const group = shop.api.world.group(-100500);
    const rina = shop.api.person(77, 'Rina');
    rina.says('halo semua', { in: group });
    rina.sends({ text: 'aku bot', from: { id: 9, is_bot: true, first_name: 'B' } });
    rina.says('halo kak');
    await until('the private one is in', () => shop.inbox.accepted.length > 0);
    expect(shop.inbox.said).toEqual(['halo kak']);
  });
});
