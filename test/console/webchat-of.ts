import { randomBytes } from 'node:crypto';
import { createHistory } from '../../src/channels/webchat/history.ts';
import { createWebchat, type Webchat } from '../../src/channels/webchat/webchat.ts';
import { choicesOf, readToken } from '../../src/engine/choice-tokens.ts';
import { isVoid } from '../../src/engine/deliver.ts';
import { createPhotos } from '../../src/media/photos.ts';
import type { TestShop } from '../test-shop.ts';

/** The web chat of a test's shop: what customers write goes to the real engine, what is due goes out after every commit. */
export async function webchatOf(shop: TestShop, dataDir: string): Promise<Webchat> {
  const { outbox, chats } = shop.shop.tables;
  const webchat = createWebchat({
    history: createHistory(shop.db, { choicesOf, readToken }), photos: createPhotos({ dataDir, newId: () => randomBytes(16).toString('base64url') }),
    picture: (reference) => Promise.resolve(reference),
    shop: () => ({ name: 'Dapur Kita', timezone: 'Asia/Jakarta', open: true, hoursLine: 'Admin ada sampai 17.00 WIB', starters: ['Ada wajan 28 cm?'], linkHosts: [] }),
    staffName: (id) => shop.shop.desk.staff().find((staff) => staff.id === id)?.name ?? null,
    now: () => shop.now, failed: (error) => { throw error instanceof Error ? error : new Error(String(error)); },
  });
  await webchat.channel.start(shop.shop.engine);

  let delivering = false;
  async function deliver(): Promise<void> {
    if (delivering) return;
    delivering = true;
    for (const row of outbox.open()) {
      const chat = chats.get(row.chat_id);
      if (chat.channel !== 'webchat' || row.state === 'held' || row.due_at > shop.now) continue;
      if (isVoid(row, chat)) outbox.cancel(row.id);
      else {
        await webchat.channel.send({ id: row.id, chat: chat.address, text: row.text, choices: choicesOf(row.id, row.choices), photo: row.photo, from: row.sender, maybeDuplicate: false });
        shop.shop.engine.transact(() => outbox.sent(row.id, `p${row.id}`, shop.now));
      }
    }
    delivering = false;
  }
  shop.shop.desk.onEvents(() => setImmediate(() => void deliver()));
  return webchat;
}
