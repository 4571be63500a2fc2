import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../src/channels/webchat/talk-view.ts';
import { openVisitor, openWebShop, PHOTO, type WebShop, type WebShopOptions } from './shop-on-the-web.ts';

let dataDir: string;
let shop: WebShop;
let now: number;

async function open(options: Partial<WebShopOptions> = {}): Promise<void> {
  shop = openWebShop({ dataDir, now: () => now, ...options });
  await shop.start();
}

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'ladeni-webchat-'));
  now = Date.UTC(2026, 10, 23, 3, 0);
  await open();
});
afterEach(async () => {
  await shop.stop();
  rmSync(dataDir, { recursive: true });
});

type Visitor = Awaited<ReturnType<typeof openVisitor>>;
interface TalkPage { messages: MessageView[]; older: Record<string, string> | null }

async function talk(visitor: Visitor, query = ''): Promise<TalkPage> {
  return (await visitor.get(`/chat/messages${query}`)).json() as Promise<TalkPage>;
}
const texts = ({ messages }: TalkPage): string[] => messages.map(({ text }) => text);

describe('a visitor', () => {
  it('gets a chat of their own, in a cookie no script reads', async () => {
    const { page } = await openVisitor(shop);
    const cookie = page.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^ladeni-chat=[A-Za-z0-9_-]{22};/);
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
    expect(cookie).not.toMatch(/Secure/);
  });

  it('keeps it when coming again, and gets another for one that is none', async () => {
    const { cookie, get } = await openVisitor(shop);
    expect((await get('/chat')).headers.get('set-cookie')).toContain(cookie);
    const planted = await shop.app.request('/chat', { headers: { host: 'localhost', cookie: 'ladeni-chat=admin' } });
    expect(planted.headers.get('set-cookie')).toMatch(/^ladeni-chat=[A-Za-z0-9_-]{22};/);
  });

  it('holds a secure cookie behind TLS, where a planted plain one is not read', async () => {
    const plain = await openVisitor(shop);
    const secure = await openVisitor(shop, { 'x-forwarded-proto': 'https' });
    expect(secure.page.headers.get('set-cookie')).toMatch(/^__Host-ladeni-chat=.*Secure/);
    expect((await plain.get('/chat/messages', { 'x-forwarded-proto': 'https' })).status).toBe(401);
  });

  it('is known to the shop by an address that does not open the chat', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const { chat, id } = shop.accepted[0]!;
    expect(visitor.cookie).not.toContain(chat);
    expect(id).not.toContain(visitor.cookie.split('=')[1]);
    const thief = await shop.app.request('/chat/messages', { headers: { host: 'localhost', cookie: `ladeni-chat=${chat}` } });
    expect(((await thief.json()) as TalkPage).messages).toEqual([]);
  });

  it.each(['/chat/messages', '/chat/events', '/chat/photos/abc', '/chat/pictures/1'])('without a chat sees nothing at %s', async (path) => {
    expect((await shop.app.request(path, { headers: { host: 'localhost' } })).status).toBe(401);
  });
});

describe('a message', () => {
  it('is in the inbox when it is answered, and its reply in the talk', async () => {
    const visitor = await openVisitor(shop);
    const answer = await visitor.post({ id: 'message-1', text: 'ada\nwajan?' });
    expect(await answer.json()).toEqual({ at: now });
    expect(shop.accepted[0]).toMatchObject({ channel: 'webchat', content: { kind: 'text', text: 'ada\nwajan?' }, name: null, phone: null });
    expect(texts(await talk(visitor))).toEqual(['ada\nwajan?', 'Kata Kakak: ada\nwajan?']);
  });

  it('that comes again is one message', async () => {
    const visitor = await openVisitor(shop);
    for (let i = 0; i < 3; i++) expect((await visitor.post({ id: 'message-1', text: 'halo' })).status).toBe(200);
    expect(shop.accepted).toHaveLength(1);
    expect((await talk(visitor)).messages).toHaveLength(2);
  });

  it('does not stand in the way of another chat that made the same id', async () => {
    const [rina, budi] = [await openVisitor(shop), await openVisitor(shop)];
    await rina.post({ id: 'message-1', text: 'dari rina' });
    await budi.post({ id: 'message-1', text: 'dari budi' });
    expect(texts(await talk(budi))).toEqual(['dari budi', 'Kata Kakak: dari budi']);
    expect(texts(await talk(rina))).toEqual(['dari rina', 'Kata Kakak: dari rina']);
  });

  it('outlives a restart', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    await shop.stop();
    await open();
    const back = await shop.app.request('/chat/messages', { headers: { host: 'localhost', cookie: visitor.cookie } });
    expect(texts((await back.json()) as TalkPage)).toEqual(['halo', 'Kata Kakak: halo']);
  });

  it.each([
    [{}], [{ id: 'message-1' }], [{ id: 'x', text: 'a' }], [{ id: 'message-1', text: 5 }], [{ id: '../../../../etc', text: 'a' }],
    [{ id: 'message-1', tap: 'x'.repeat(33), label: 'a' }], [[]], [null],
  ])('that is not one is refused: %j', async (body) => {
    const visitor = await openVisitor(shop);
    expect((await visitor.post(body as object)).status).toBe(400);
    expect(shop.accepted).toHaveLength(0);
  });

  it('of 100 kB is taken, one of a megabyte is not', async () => {
    const visitor = await openVisitor(shop);
    expect((await visitor.post({ id: 'message-1', text: 'a'.repeat(100_000) })).status).toBe(200);
    const refused = await visitor.post({ id: 'message-2', text: 'a'.repeat(1_000_000) });
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ text: expect.stringContaining('terlalu panjang') });
  });

  it('of another site is refused, also with the chat cookie (S5)', async () => {
    const visitor = await openVisitor(shop);
    expect((await visitor.post({ id: 'message-1', text: 'a' }, { origin: 'http://evil.example' })).status).toBe(403);
    expect((await visitor.post({ id: 'message-1', text: 'a' }, { 'x-ladeni-chat': '' })).status).toBe(403);
    expect(shop.accepted).toHaveLength(0);
  });

  it('that could not be kept is to be sent again', async () => {
    await shop.stop();
    await open({ full: () => true });
    const visitor = await openVisitor(shop);
    const answer = await visitor.post({ id: 'message-1', text: 'halo' });
    expect(answer.status).toBe(503);
    expect(answer.headers.get('retry-after')).toBe('5');
    expect(await answer.json()).toMatchObject({ text: expect.stringContaining('disimpan'), afterMs: 5000 });
    expect(String(shop.failures[0])).toContain('SQLITE_FULL');
  });

  it('waits where the shop is not open yet', async () => {
    await shop.webchat.channel.stop();
    const visitor = await openVisitor(shop);
    expect((await visitor.post({ id: 'message-1', text: 'halo' })).status).toBe(503);
    expect((await visitor.get('/chat/events')).status).toBe(503);
    expect(shop.webchat.channel.status().state).toBe('off');
  });
});

describe('who writes too much (S17)', () => {
  it('is asked to wait, politely, and is let in again after that', async () => {
    const visitor = await openVisitor(shop);
    for (let i = 0; i < 20; i++) expect((await visitor.post({ id: `message-${i}`, text: 'P' })).status).toBe(200);
    const held = await visitor.post({ id: 'message-20', text: 'P' });
    expect(held.status).toBe(429);
    expect(held.headers.get('retry-after')).toBe('3');
    expect(await held.json()).toEqual({ text: 'Pesannya cepat sekali, Kak. Tunggu 3 detik ya, nanti terkirim sendiri.', afterMs: 3000 });
    now += 3_000;
    expect((await visitor.post({ id: 'message-20', text: 'P' })).status).toBe(200);
  });

  it('does not hold others back', async () => {
    const [loud, quiet] = [await openVisitor(shop), await openVisitor(shop)];
    for (let i = 0; i < 200; i++) await loud.post({ id: `message-${i}`, text: 'P' });
    expect((await quiet.post({ id: 'message-1', text: 'halo' })).status).toBe(200);
  });

  it('cannot go on with new cookies from the same address', async () => {
    await shop.stop();
    await open({ limits: { perChat: 5, perAddress: 20 } });
    let taken = 0;
    for (let i = 0; i < 30; i++) {
      const visitor = await openVisitor(shop);
      if ((await visitor.post({ id: 'message-1', text: 'P' })).status === 200) taken++;
    }
    expect(taken).toBe(20);
  });
});

describe('a choice', () => {
  it('is offered with the reply, and tapped by its token', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'mau pilih' });
    const offer = (await talk(visitor)).messages[1] as MessageView & { kind: 'shop' };
    expect(offer.choices.map(({ label }) => label)).toEqual(['Ya, pesan', 'Ubah']);
    expect(offer.taken).toBeNull();
    await visitor.post({ id: 'message-2', tap: offer.choices[0]!.id, label: 'Ya, pesan' });
    expect(shop.accepted[1]!.content).toEqual({ kind: 'tap', choice: offer.choices[0]!.id });
  });

  it('stays taken, and its words stand in the talk', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'mau pilih' });
    const offer = (await talk(visitor)).messages[1] as MessageView & { kind: 'shop' };
    now += 1_000;
    await visitor.post({ id: 'message-2', tap: offer.choices[1]!.id, label: 'what a page claims' });
    const page = await talk(visitor);
    expect(page.messages[1]).toMatchObject({ taken: offer.choices[1]!.id });
    expect(texts(page)).toEqual(['mau pilih', 'Kata Kakak: mau pilih', 'Ubah', 'Pilihan Kakak dicatat.']);
  });

  it('of another chat shows nothing of it', async () => {
    const [rina, budi] = [await openVisitor(shop), await openVisitor(shop)];
    await rina.post({ id: 'message-1', text: 'mau pilih' });
    const offer = (await talk(rina)).messages[1] as MessageView & { kind: 'shop' };
    await budi.post({ id: 'message-1', tap: offer.choices[0]!.id, label: '' });
    expect(texts(await talk(budi))[0]).toBe('');
  });
});

describe('a photo', () => {
  const photo = async () => new Blob([new Uint8Array(await readFile(PHOTO))], { type: 'image/png' });

  it('comes in with its caption, and is shown to its own chat alone (S9)', async () => {
    const [rina, budi] = [await openVisitor(shop), await openVisitor(shop)];
    expect((await rina.postPhoto('message-1', await photo(), 'DK-1038')).status).toBe(200);
    expect(shop.accepted[0]!.content).toMatchObject({ kind: 'photo', file: expect.stringMatching(/^photos\/2026-11\/.+\.jpg$/), caption: 'DK-1038' });
    const [own] = (await talk(rina)).messages;
    expect(own).toMatchObject({ kind: 'own', text: 'DK-1038', photo: '/chat/photos/message-1' });
    const shown = await rina.get('/chat/photos/message-1');
    expect(shown.status).toBe(200);
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(shown.headers.get('x-content-type-options')).toBe('nosniff');
    expect(shown.headers.get('cache-control')).toMatch(/^private/);
    expect((await sharp(Buffer.from(await shown.arrayBuffer())).metadata()).width).toBe(800);
    expect((await budi.get('/chat/photos/message-1')).status).toBe(404);
  });

  it('that comes again leaves no second file', async () => {
    const visitor = await openVisitor(shop);
    for (let i = 0; i < 3; i++) expect((await visitor.postPhoto('message-1', await photo())).status).toBe(200);
    expect(readdirSync(join(dataDir, 'photos/2026-11'))).toHaveLength(1);
    expect(shop.accepted).toHaveLength(1);
  });

  it('that the inbox could not take leaves no file', async () => {
    await shop.stop();
    await open({ full: () => true });
    const visitor = await openVisitor(shop);
    expect((await visitor.postPhoto('message-1', await photo())).status).toBe(503);
    expect(readdirSync(join(dataDir, 'photos/2026-11'))).toHaveLength(0);
  });

  it.each([
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'], ['a page', '<html>'], ['nothing', ''],
  ])('that is %s is refused with words', async (_what, content) => {
    const visitor = await openVisitor(shop);
    const answer = await visitor.postPhoto('message-1', new Blob([content], { type: 'image/png' }));
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ text: expect.stringContaining('bukan foto') });
    expect(shop.accepted).toHaveLength(0);
  });

  it('of another site is refused, also with the chat cookie (S5)', async () => {
    const visitor = await openVisitor(shop);
    const form = new FormData();
    form.set('id', 'message-1');
    form.set('photo', await photo());
    for (const headers of [{ origin: 'http://evil.example', 'x-ladeni-chat': '1' }, { origin: 'http://localhost' }]) {
      const answer = await shop.app.request('/chat/photos', { method: 'POST', headers: { host: 'localhost', cookie: visitor.cookie, ...headers }, body: form });
      expect(answer.status).toBe(403);
    }
    expect(shop.accepted).toHaveLength(0);
  });

  it('of more than 10 MB is refused before it is read', async () => {
    const visitor = await openVisitor(shop);
    const answer = await visitor.postPhoto('message-1', new Blob([new Uint8Array(11 * 1024 * 1024)], { type: 'image/jpeg' }));
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ text: expect.stringContaining('10 MB') });
  });

  it('counts as four messages', async () => {
    const visitor = await openVisitor(shop);
    for (let i = 0; i < 5; i++) expect((await visitor.postPhoto(`message-${i}`, await photo())).status).toBe(200);
    expect((await visitor.postPhoto('message-9', await photo())).status).toBe(429);
  });

  it('of the shop is shown to the chat it was sent to', async () => {
    const [rina, budi] = [await openVisitor(shop), await openVisitor(shop)];
    await rina.post({ id: 'message-1', text: 'halo' });
    await budi.post({ id: 'message-1', text: 'halo' });
    const id = await shop.say(shop.accepted[0]!.chat, { text: 'Panci Set', photo: PHOTO });
    expect((await talk(rina)).messages.at(-1)).toMatchObject({ picture: `/chat/pictures/${id}` });
    expect((await rina.get(`/chat/pictures/${id}`)).headers.get('content-type')).toBe('image/png');
    expect((await budi.get(`/chat/pictures/${id}`)).status).toBe(404);
    for (const wrong of ['0', '-1', 'x', '999']) expect((await rina.get(`/chat/pictures/${wrong}`)).status).toBe(404);
  });

  it('that turns out to be no picture is handed over as a download', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const id = await shop.say(shop.accepted[0]!.chat, { text: 'x', photo: import.meta.filename });
    const answer = await visitor.get(`/chat/pictures/${id}`);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe('attachment');
  });
});

describe('the talk', () => {
  it('names the person who writes, and nobody for the assistant', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const { chat } = shop.accepted[0]!;
    await shop.say(chat, { text: 'dengan Siti', sender: 'staff:siti' });
    await shop.say(chat, { text: 'sudah keluar', sender: 'staff:gone' });
    const { messages } = await talk(visitor);
    expect(messages.slice(1).map((message) => message.kind === 'shop' && message.staff)).toEqual([null, 'Siti', 'Admin']);
  });

  it('holds back what is not sent yet, and what was cancelled', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const { chat_id: chat } = shop.outbox.get(1)!;
    const row = { chat, sender: 'staff:siti', choices: null, photo: null, at: now };
    shop.outbox.insert({ ...row, text: 'untuk nanti', state: 'held', dueAt: now + 1 });
    shop.outbox.cancel(shop.outbox.insert({ ...row, text: 'batal', state: 'ready', dueAt: now }));
    expect(texts(await talk(visitor))).toEqual(['halo', 'Kata Kakak: halo']);
  });

  it('is read backwards page by page, every message once', async () => {
    await shop.stop();
    await open({ limits: { perChat: 1000, perAddress: 1000 } });
    const visitor = await openVisitor(shop);
    for (let i = 0; i < 75; i++) {
      await visitor.post({ id: `message-${i}`, text: `${i}` });
      now += 60_000;
    }
    const pages: string[][] = [];
    for (let query = ''; ;) {
      const page = await talk(visitor, query);
      pages.unshift(texts(page));
      if (page.older === null) break;
      query = `?${new URLSearchParams(page.older).toString()}`;
    }
    expect(pages.map((page) => page.length)).toEqual([30, 40, 40, 40]);
    expect(pages.flat()).toEqual(Array.from({ length: 75 }, (_, i) => [`${i}`, `Kata Kakak: ${i}`]).flat());
  });

  it('leaves out what was erased', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'alamat saya' });
    shop.db.exec(`UPDATE inbox SET content = '{"kind":"other","what":"deleted"}'`);
    expect(texts(await talk(visitor))).toEqual(['Kata Kakak: alamat saya']);
  });
});
