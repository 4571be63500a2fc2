import { randomBytes } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Inbox, IncomingMessage } from '../../../src/channels/channel.ts';
import { createHistory } from '../../../src/channels/webchat/history.ts';
import type { WebchatParts } from '../../../src/channels/webchat/parts.ts';
import { createWebchat } from '../../../src/channels/webchat/webchat.ts';
import { createChats } from '../../../src/database/chats.ts';
import { createInbox } from '../../../src/database/inbox.ts';
import { openDatabase } from '../../../src/database/open.ts';
import { createOutbox } from '../../../src/database/outbox.ts';
import { createUsedChoices } from '../../../src/database/used-choices.ts';
import { choicesOf, readToken } from '../../../src/engine/choice-tokens.ts';
import { createPhotos } from '../../../src/media/photos.ts';
import { createFrontPage } from '../../../src/web/front-page.tsx';
import type { ShopOverview } from '../../../src/web/overview.ts';
import { createServer } from '../../../src/web/server.ts';

export const PHOTO = resolve(import.meta.dirname, '../../../catalog/photos/panci-set.png');
const CATALOGUE_PHOTO = /^[a-z0-9-]+\.png$/;

export interface Reply {
  readonly text: string;
  readonly choices?: readonly string[];
  readonly photo?: string;
  readonly sender?: string;
}

export interface WebShopOptions {
  readonly dataDir: string;
  readonly port?: number;
  readonly now?: () => number;
  /** What the stand-in engine says to a message. */
  readonly answer?: (message: IncomingMessage) => readonly Reply[];
  readonly limits?: WebchatParts['limits'];
  readonly overview?: Partial<ShopOverview>;
  readonly linkHosts?: readonly string[];
  /** Makes the inbox full. */
  readonly full?: () => boolean;
}

const echo = (message: IncomingMessage): readonly Reply[] => {
  const { content } = message;
  if (content.kind === 'text') return [{ text: `Kata Kakak: ${content.text}`, choices: content.text.includes('pilih') ? ['Ya, pesan', 'Ubah'] : [] }];
  if (content.kind === 'tap') return [{ text: 'Pilihan Kakak dicatat.' }];
  return [{ text: 'Fotonya sampai, Kak.' }];
};

/** The web side of a shop over real tables, with a small engine in place of the real one. */
export function openWebShop(options: WebShopOptions) {
  const now = options.now ?? Date.now;
  const db = openDatabase(options.dataDir);
  const [chats, inbox, outbox, usedChoices] = [createChats(db), createInbox(db), createOutbox(db), createUsedChoices(db)];
  const accepted: IncomingMessage[] = [];
  const failures: unknown[] = [];
  const photos = createPhotos({
    dataDir: options.dataDir === ':memory:' ? '/nonexistent' : options.dataDir, newId: () => randomBytes(16).toString('base64url'),
  });

  const webchat = createWebchat({
    history: createHistory(db, { choicesOf, readToken }), photos,
    picture: (reference) => Promise.resolve(reference),
    shop: () => ({
      name: 'Dapur Kita', timezone: 'Asia/Jakarta', open: true, hoursLine: 'Admin ada sampai 17.00 WIB',
      starters: ['Ada wajan 28 cm?', 'Ongkir ke Bandung berapa?', 'Jam buka hari ini?'], linkHosts: options.linkHosts ?? ['toko.example'],
    }),
    staffName: (id) => (id === 'siti' ? 'Siti' : null), now, failed: (error) => failures.push(error),
    ...(options.limits && { limits: options.limits }),
  });

  /** Promises a reply and delivers it, as the engine and the delivery do. */
  async function say(address: string, reply: Reply): Promise<number> {
    const chat = chats.open('webchat', address, null, null, now());
    const choices = reply.choices?.length ? JSON.stringify(reply.choices.map((label) => ({ label, does: { kind: 'say' } }))) : null;
    const id = outbox.insert({
      chat: chat.id, sender: reply.sender ?? 'bot', text: reply.text, choices, photo: reply.photo ?? null,
      state: 'ready', dueAt: now(), at: now(),
    });
    await deliver(id);
    return id;
  }

  async function deliver(id: number): Promise<void> {
    const row = outbox.get(id)!;
    outbox.trying(id);
    const sent = await webchat.channel.send({
      id, chat: chats.get(row.chat_id).address, text: row.text, choices: choicesOf(id, row.choices), photo: row.photo, from: row.sender,
      maybeDuplicate: false,
    });
    if (sent.kind === 'sent') outbox.sent(id, sent.providerId, now());
  }

  const engine: Inbox = {
    accept(message) {
      if (options.full?.()) throw new Error('SQLITE_FULL: database or disk is full');
      const chat = chats.open('webchat', message.chat, message.name, message.phone, now());
      if (inbox.insert(message, chat.id, now()) === null) return { fresh: false };
      accepted.push(message);
      if (message.content.kind === 'tap') usedChoices.take(message.content.choice, now());
      queueMicrotask(() => {
        for (const reply of (options.answer ?? echo)(message)) void say(message.chat, reply);
      });
      return { fresh: true };
    },
  };

  const server = createServer({
    host: '127.0.0.1', port: options.port ?? 0, hosts: [],
    mounts: [
      createFrontPage({
        overview: () => ({
          shop: 'Dapur Kita', products: 63, open: true, hoursLine: 'Admin melayani sampai 17.00 WIB', problems: [], showcase: [], consolePath: null,
          channels: [
            { name: 'webchat', status: webchat.channel.status() },
            { name: 'telegram', status: { state: 'off', detail: 'Belum ada TELEGRAM_BOT_TOKEN.' } },
            { name: 'whatsapp', status: { state: 'off', detail: 'Belum dinyalakan.' } },
          ],
          ...options.overview,
        }),
        cataloguePhoto: (name) => (CATALOGUE_PHOTO.test(name) ? join(PHOTO, '..', name) : null),
      }),
      webchat.mount,
    ],
    health: () => ({ healthy: webchat.channel.status().state === 'on', parts: { webchat: webchat.channel.status().state } }),
    failed: (error) => failures.push(error),
  });

  return {
    app: server.app, server, webchat, accepted, failures, outbox, photos, say, deliver, db, chats,
    start: () => webchat.channel.start(engine),
    async stop() {
      await webchat.channel.stop();
      await server.close();
      db.close();
    },
  };
}

export type WebShop = ReturnType<typeof openWebShop>;

/** A browser's bare side of the chat: its cookie and the headers it sends. */
export async function openVisitor(shop: WebShop, headers: Record<string, string> = {}) {
  const page = await shop.app.request('/chat', { headers: { host: 'localhost', ...headers } });
  const cookie = page.headers.get('set-cookie')?.split(';')[0] ?? '';
  const own = { host: 'localhost', origin: 'http://localhost', cookie, 'x-ladeni-chat': '1', ...headers };
  return {
    cookie, page,
    get: (path: string, more: Record<string, string> = {}) => shop.app.request(path, { headers: { host: 'localhost', cookie, ...headers, ...more } }),
    post: (message: object, more: Record<string, string> = {}) => shop.app.request('/chat/messages', {
      method: 'POST', headers: { ...own, 'content-type': 'application/json', ...more }, body: JSON.stringify(message),
    }),
    postPhoto(id: string, photo: Blob, caption = '') {
      const form = new FormData();
      form.set('id', id);
      form.set('photo', photo, 'foto.jpg');
      form.set('caption', caption);
      return shop.app.request('/chat/photos', { method: 'POST', headers: own, body: form });
    },
  };
}
