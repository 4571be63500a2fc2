import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { createPassingMemory } from '../../../src/channels/telegram/memory.ts';
import { until } from './manual-clock.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const folder = mkdtempSync(join(tmpdir(), 'ladeni-telegram-'));
afterAll(() => rmSync(folder, { recursive: true }));

function picture(name: string): string {
  const path = join(folder, name);
  writeFileSync(path, `a picture: ${name}`);
  return path;
}

describe('sending to Telegram', () => {
  it('shows exactly what was written, whatever it looks like', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    await fc.assert(fc.asyncProperty(
      fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('<b>tebal</b>', '5 < 6 & 7 > 3', '&lt;', '<script>', '"&amp;"', '<a href="x">')),
      async (text) => {
        fc.pre(text.trim() !== '');
        shop.api.world.messages.clear();
        expect((await shop.channel.send(shop.message(77, text))).kind).toBe('sent');
        expect(shop.api.texts(77)).toEqual([text.trim()]);
      },
    ), { numRuns: 150 });
  });

  it('offers choices as buttons that carry their token', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    const choices = [{ id: 'a'.repeat(32), label: 'Masukkan keranjang' }, { id: 'b1', label: 'Ukuran lain' }, { id: 'c1', label: 'Tanya ongkir' }];
    const outcome = await shop.channel.send(shop.message(77, 'Ada Kak.', { choices }));
    const [bubble] = shop.api.bubbles(77);
    expect(outcome).toEqual({ kind: 'sent', providerId: String(bubble?.message_id) });
    expect(bubble?.reply_markup?.inline_keyboard.flat().map((one) => one.text)).toEqual(choices.map((one) => one.label));
    if (bubble) rina.taps(bubble, 'Ukuran lain');
    await until('the tap is in', () => shop.inbox.accepted.length === 1);
    expect(shop.inbox.accepted[0]?.content).toEqual({ kind: 'tap', choice: 'b1' });
  });

  it('marks the tapped button as used and leaves the others', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    await shop.channel.send(shop.message(77, 'Mau?', { choices: [{ id: 'y', label: 'Ya' }, { id: 'n', label: 'Tidak' }] }));
    const [bubble] = shop.api.bubbles(77);
    if (!bubble) throw new Error('no bubble');
    rina.taps(bubble, 'Ya');
    const labels = () => bubble.reply_markup?.inline_keyboard.flat().map((one) => one.text);
    await until('it is marked', () => labels()?.[0] === '✓ Ya');
    expect(labels()).toEqual(['✓ Ya', 'Tidak']);
    rina.taps(bubble, '✓ Ya');
    await until('the second tap is answered', () => shop.api.calls('answerCallbackQuery').length === 2);
    expect(shop.inbox.accepted).toHaveLength(1);
  });

  it('puts short choices side by side and long ones each on a row', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const stars = ['1', '2', '3', '4', '5'].map((label) => ({ id: `r${label}`, label }));
    await shop.channel.send(shop.message(77, 'Bagaimana pelayanan kami?', { choices: stars }));
    const long = ['JNE Reguler Rp18.000, tiba Sel 24', 'SiCepat BEST Rp30.000'].map((label, n) => ({ id: `s${n}`, label }));
    await shop.channel.send(shop.message(77, 'Pilih ya', { choices: long }));
    expect(shop.api.bubbles(77).map((one) => one.reply_markup?.inline_keyboard.map((row) => row.length))).toEqual([[5], [1, 1]]);
  });

  it('sends a long text in order, with the buttons under the last bubble', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const lines = Array.from({ length: 300 }, (_, n) => `${n + 1}. Wajan <Teflon> & Granit ${n} cm`).join('\n');
    await shop.channel.send(shop.message(77, lines, { choices: [{ id: 'x', label: 'Lanjut' }] }));
    const bubbles = shop.api.bubbles(77);
    expect(bubbles.length).toBeGreaterThan(1);
    expect(bubbles.map((one) => one.seen).join('\n')).toBe(lines);
    expect(bubbles.map((one) => Boolean(one.reply_markup))).toEqual(bubbles.map((_, n) => n === bubbles.length - 1));
  });

  it('uploads a picture once, then sends it by its id until the file changes', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const path = picture('wajan.jpg');
    const send = () => shop.channel.send(shop.message(77, 'Wajan 28 cm', { photo: path }));
    await send();
    await send();
    writeFileSync(path, 'a better picture');
    utimesSync(path, new Date(2e12), new Date(2e12));
    await send();
    expect(shop.api.calls('sendPhoto').map((call) => call.files.size)).toEqual([1, 0, 1]);
    expect(shop.api.texts(77)).toEqual(['Wajan 28 cm', 'Wajan 28 cm', 'Wajan 28 cm']);
    expect([...(shop.api.calls('sendPhoto')[0]?.files.values() ?? [])][0]?.bytes.toString()).toBe('a picture: wajan.jpg');
  });

  it('uploads again when Telegram no longer knows the id', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const path = picture('panci.jpg');
    await shop.channel.send(shop.message(77, 'Panci', { photo: path }));
    shop.api.world.files.clear();
    expect((await shop.channel.send(shop.message(77, 'Panci', { photo: path }))).kind).toBe('sent');
    expect(shop.api.calls('sendPhoto').map((call) => call.files.size)).toEqual([1, 1]);
  });

  it('says the words when the picture is gone or refused', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    await shop.channel.send(shop.message(77, 'Panci', { photo: join(folder, 'tidak-ada.jpg') }));
    const empty = join(folder, 'kosong.jpg');
    writeFileSync(empty, '');
    expect((await shop.channel.send(shop.message(77, 'Spatula', { photo: empty }))).kind).toBe('sent');
    expect(shop.api.texts(77)).toEqual(['Panci', 'Spatula']);
    expect(shop.api.calls('sendPhoto')).toHaveLength(0);
  });

  it('lets a text too long for a caption follow its picture', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const long = 'Deskripsi yang panjang sekali. '.repeat(40).trim();
    await shop.channel.send(shop.message(77, long, { photo: picture('a.jpg'), choices: [{ id: 'x', label: 'Beli' }] }));
    const [photo, text] = shop.api.bubbles(77);
    expect(photo?.photo).toBeDefined();
    expect([photo?.seen, text?.seen]).toEqual(['', long]);
    expect([photo?.reply_markup, text?.reply_markup].map(Boolean)).toEqual([false, true]);
  });

  it('sends several pictures as an album, in tens, with the words under the first or after them all', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const photos = Array.from({ length: 12 }, (_, n) => picture(`varian-${n}.jpg`));
    await shop.channel.send({ ...shop.message(77, 'Semua ukuran'), album: photos });
    expect(shop.api.calls('sendMediaGroup').map((call) => (call.payload.media as unknown[]).length)).toEqual([10, 2]);
    expect(shop.api.texts(77).filter(Boolean)).toEqual(['Semua ukuran']);
    shop.api.world.messages.clear();
    await shop.channel.send({ ...shop.message(77, 'Pilih ya', { choices: [{ id: 'x', label: '24 cm' }] }), album: photos.slice(0, 3) });
    expect(shop.api.texts(77)).toEqual(['', '', '', 'Pilih ya']);
    expect(shop.api.calls('sendMediaGroup').at(-1)?.files.size).toBe(0);
  });

  it('passes on a picture that Telegram keeps already, by its reference', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const file = shop.api.world.addFile(Buffer.from('from an admin'));
    expect((await shop.channel.send(shop.message(77, 'Ini ya Kak', { photo: `telegram:${file}` }))).kind).toBe('sent');
    expect(shop.api.calls('sendPhoto')[0]?.payload.photo).toBe(file);
  });

  it('a full length text that may be a repetition still fits its bubble', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    for (const photo of [null, picture('b.jpg')]) for (const length of [4_096, 1_024]) {
      const outcome = await shop.channel.send(shop.message(77, 'x'.repeat(length), { photo, maybeDuplicate: true }));
      expect(outcome.kind).toBe('sent');
    }
  });

  it('a picture that cannot be read, or whose id cannot be noted, stops no reply', async () => {
    const shop = await shops.open({
      memory: { ...createPassingMemory(), set: () => { throw new Error('SQLITE_FULL'); } },
    });
    shop.api.person(77, 'Rina');
    expect((await shop.channel.send(shop.message(77, 'Panci', { photo: picture('c.jpg') }))).kind).toBe('sent');
    expect((await shop.channel.send(shop.message(77, 'Wajan', { photo: folder }))).kind).toBe('sent');
    expect(shop.api.texts(77)).toEqual(['Panci', 'Wajan']);
  });

  it('shows typing at most once in four seconds a chat, and never fails', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    await shop.channel.typing('77');
    await shop.channel.typing('77');
    shop.clock.pass(4_000);
    await shop.channel.typing('77');
    await shop.channel.typing('99');
    expect(shop.api.calls('sendChatAction')).toHaveLength(2);
  });

  it('says that an empty reply cannot be sent', async () => {
    const shop = await shops.open();
    expect(await shop.channel.send(shop.message(77, '  '))).toMatchObject({ kind: 'unknown', retry: false });
  });

  it('sets the command menu of customers at the start', async () => {
    const shop = await shops.open();
    await until('it is set', () => shop.api.world.commands.length > 0);
    expect(shop.api.world.commands.map((one) => one.command)).toEqual(['menu', 'keranjang', 'pesanan', 'admin', 'batal']);
  });
});
