import { readFileSync } from 'node:fs';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Rig, chromium } from './real-browser.ts';
import { reply } from './surroundings.ts';

const RINA = '6281234567890@c.us';
const PICTURE = join(import.meta.dirname, '../../../catalog/photos/panci-set.png');

describe.skipIf(chromium === null)('a purchase over the real whatsapp-web.js in a real browser', () => {
  let rig: Rig;
  beforeAll(async () => { rig = await Rig.open(); });
  afterAll(() => rig.close());

  it('shows a QR, follows it when it changes, and is on when the phone has scanned it', async () => {
    await rig.until(() => rig.channel.pairing().kind === 'qr', 'there is a QR');
    expect(rig.state()).toBe('needs_pairing');
    rig.standIn.showQr('ref-2');
    await rig.until(() => JSON.stringify(rig.channel.pairing()).includes('ref-2'), 'the QR has changed');
    await rig.pair();
    expect(rig.channel.pairing()).toEqual({ kind: 'none' });
    expect(rig.channel.status().detail).toContain('tersambung');
  });

  it('keeps the session where only the shop can read it', () => {
    expect(statSync(join(rig.standIn.folder, 'whatsapp')).mode & 0o777).toBe(0o700);
  });

  it('hears the customer under an opaque chat, with the phone number WhatsApp vouches for', async () => {
    const chat = await rig.hearFrom(RINA, 'halo kak, panci set ada?');
    expect(rig.inbox.messages.at(-1)).toMatchObject({
      channel: 'whatsapp', name: 'Rina', phone: '+6281234567890', content: { kind: 'text', text: 'halo kak, panci set ada?' }, quoted: null,
    });
    expect(chat).not.toMatch(/\d{8}/);
  });

  it('answers with a picture, its caption and numbered choices, in one bubble, unseen', async () => {
    const chat = await rig.hearFrom(RINA, 'lihat dong');
    const message = reply(chat, 'Panci Set, Rp250.000', { photo: PICTURE, choices: [{ id: 'a', label: 'Masukkan keranjang' }, { id: 'b', label: 'Tanya ongkir' }] });
    const outcome = await rig.channel.send(message);
    const [sent] = rig.standIn.world.sent;
    expect(outcome).toEqual({ kind: 'sent', providerId: sent?.id });
    expect(sent).toMatchObject({ chat: RINA, type: 'image', caption: 'Panci Set, Rp250.000\n\n1. Masukkan keranjang\n2. Tanya ongkir' });
    expect(Buffer.from(sent?.media ?? '', 'base64').equals(readFileSync(PICTURE))).toBe(true);
    expect(rig.standIn.world.seen).toEqual([]);
  });

  it('takes her photo in with its caption, and what she quotes, edits and deletes', async () => {
    const proof = Buffer.from('a proof of payment');
    rig.standIn.writePhoto(RINA, proof, 'bukti transfer');
    await rig.until(() => rig.inbox.messages.at(-1)?.content.kind === 'photo', 'the photo is in the inbox');
    expect(rig.inbox.messages.at(-1)?.content).toEqual({ kind: 'photo', file: 'photos/1.jpg', caption: 'bukti transfer' });
    expect(Buffer.from(rig.photos.stored[0] ?? []).equals(proof)).toBe(true);

    const id = rig.standIn.deliver({ chat: RINA, body: 'yang 2', quotedMsg: { type: 'chat', body: 'Mau berapa?' } });
    await rig.until(() => rig.inbox.messages.at(-1)?.quoted === 'Mau berapa?', 'the quote is told');
    rig.standIn.edit(RINA, id, 'yang 3');
    await rig.until(() => rig.inbox.texts().at(-1) === 'yang 3', 'the edit is told');
    expect(rig.inbox.messages.at(-1)?.quoted).toBe('yang 2');
    rig.standIn.revoke(RINA, id);
    await rig.until(() => rig.inbox.messages.at(-1)?.content.kind === 'other', 'the deletion is told');
    expect(rig.inbox.messages.at(-1)?.content).toEqual({ kind: 'other', what: 'deleted' });
  });

  it('takes in a location and a contact', async () => {
    rig.standIn.deliver({ chat: RINA, type: 'location', lat: -6.9, lng: 107.6 });
    rig.standIn.deliver({ chat: RINA, type: 'vcard', body: 'BEGIN:VCARD\nFN:Ibu Sri\nTEL;type=CELL;waid=628999:+62 8999\nEND:VCARD' });
    await rig.until(() => rig.inbox.messages.at(-1)?.content.kind === 'contact', 'the contact is in the inbox');
    expect(rig.inbox.messages.slice(-2).map(({ content }) => content)).toEqual([
      { kind: 'location', latitude: -6.9, longitude: 107.6 }, { kind: 'contact', phone: '+628999', name: 'Ibu Sri' },
    ]);
  });

  it('sees the owner take the chat over from the phone and hand it back, and takes the word back', async () => {
    const chat = await rig.hearFrom(RINA, 'bisa ngomong sama orangnya?');
    rig.standIn.writeFromPhone(RINA, 'Halo Kak, dengan Siti');
    await rig.until(() => rig.phoneMessages.length === 1, 'the takeover is told');
    expect(rig.phoneMessages[0]).toMatchObject({ act: 'claim', chat, text: 'Halo Kak, dengan Siti' });
    const word = rig.standIn.writeFromPhone(RINA, '#selesai');
    await rig.until(() => rig.standIn.world.revoked.includes(word), 'the release word is taken back');
    expect(rig.phoneMessages[1]).toMatchObject({ act: 'release', chat });
  });

  it('never takes its own echo for a human', async () => {
    const chat = await rig.hearFrom(RINA, 'oke');
    const told = rig.phoneMessages.length;
    const outcomes = await Promise.all(['satu', 'dua', 'tiga', 'empat'].map((text) => rig.channel.send(reply(chat, text))));
    expect(outcomes.map(({ kind }) => kind)).toEqual(['sent', 'sent', 'sent', 'sent']);
    await rig.hearFrom(RINA, 'makasih');
    expect(rig.phoneMessages).toHaveLength(told);
  });

  it('is silent to groups, status, newsletters and broadcast lists', async () => {
    const before = rig.inbox.messages.length;
    rig.standIn.deliver({ chat: '628111-222@g.us', body: 'halo semua', author: RINA });
    rig.standIn.deliver({ chat: 'status@broadcast', body: 'status', isStatusV3: true, author: RINA });
    rig.standIn.deliver({ chat: '12345@newsletter', body: 'kabar' });
    rig.standIn.deliver({ chat: RINA, body: 'promo massal', broadcast: true });
    rig.standIn.deliver({ chat: '0@c.us', body: 'WhatsApp says hello' });
    rig.standIn.deliver({ chat: RINA, type: 'e2e_notification' });
    rig.standIn.writeFromPhone('628111-222@g.us', 'dari HP ke grup');
    rig.standIn.writeFromPhone(rig.standIn.world.me, 'catatan untuk diri sendiri');
    const told = rig.phoneMessages.length;
    await rig.hearFrom(RINA, 'masih di sana?');
    expect(rig.inbox.messages).toHaveLength(before + 1);
    expect(rig.phoneMessages).toHaveLength(told);
  });

  it('knows one person behind a lid and a phone number', async () => {
    const budi = '6285550001111@c.us';
    rig.standIn.tieLid('778899@lid', budi);
    const chat = await rig.hearFrom('778899@lid', 'halo dari lid');
    expect(rig.inbox.messages.at(-1)?.phone).toBe('+6285550001111');
    expect(await rig.hearFrom(budi, 'halo dari nomor')).toBe(chat);
    const answer = await rig.channel.send(reply(chat, 'siap Kak'));
    expect(answer.kind).toBe('sent');
    expect(rig.standIn.world.sent.at(-1)?.chat).toBe(budi);

    const hidden = await rig.hearFrom('424242@lid', 'siapa aku');
    expect(rig.inbox.messages.at(-1)?.phone).toBeNull();
    expect(hidden).not.toBe(chat);
    expect((await rig.channel.send(reply(hidden, 'halo'))).kind).toBe('sent');
    expect(rig.standIn.world.sent.at(-1)?.chat).toBe('424242@lid');
  });

  it('leaves nothing in the folder it was started from', () => {
    expect(() => statSync('.wwebjs_cache')).toThrow();
    expect(() => statSync('.wwebjs_auth')).toThrow();
  });
});
