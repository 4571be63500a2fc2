import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MessageView } from '../../../src/channels/webchat/talk-view.ts';
import { openVisitor, openWebShop, type WebShop } from './shop-on-the-web.ts';

let shop: WebShop;
let now: number;

beforeEach(async () => {
  now = Date.UTC(2026, 10, 23, 3, 0);
  shop = openWebShop({ dataDir: ':memory:', now: () => now, limits: { perChat: 1000, perAddress: 1000 } });
  await shop.start();
});
afterEach(() => shop.stop());

interface Event { readonly event: string; readonly id: string | undefined; readonly data: MessageView }

/** Reads a stream's events as a browser does. */
function reader(response: Response) {
  const source = response.body!.getReader();
  const decoder = new TextDecoder();
  let left = '';
  return {
    async next(): Promise<Event | null> {
      for (;;) {
        const end = left.indexOf('\n\n');
        if (end >= 0) {
          const fields = new Map(left.slice(0, end).split('\n').map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]));
          left = left.slice(end + 2);
          if (!fields.has('event')) continue;
          return { event: fields.get('event')!, id: fields.get('id'), data: JSON.parse(fields.get('data')!) as MessageView };
        }
        const { value, done } = await source.read();
        if (done) return null;
        left += decoder.decode(value, { stream: true });
      }
    },
    cancel: () => source.cancel(),
  };
}

type Visitor = Awaited<ReturnType<typeof openVisitor>>;
const listen = async (visitor: Visitor, after = '', headers: Record<string, string> = {}) =>
  reader(await visitor.get(`/chat/events${after}`, headers));

describe('an open page', () => {
  it('is told replies as they are sent, and what the customer wrote elsewhere', async () => {
    const visitor = await openVisitor(shop);
    const page = await listen(visitor);
    await visitor.post({ id: 'message-1', text: 'halo' });
    expect(await page.next()).toMatchObject({ event: 'own', data: { kind: 'own', id: 'message-1', text: 'halo' } });
    expect(await page.next()).toMatchObject({ event: 'message', id: '1', data: { kind: 'shop', id: 1, text: 'Kata Kakak: halo', at: now } });
    await page.cancel();
  });

  it('hears nothing of other chats', async () => {
    const [rina, budi] = [await openVisitor(shop), await openVisitor(shop)];
    const page = await listen(rina);
    await budi.post({ id: 'message-1', text: 'rahasia budi' });
    await rina.post({ id: 'message-1', text: 'rina' });
    expect((await page.next())?.data.text).toBe('rina');
    expect((await page.next())?.data.text).toBe('Kata Kakak: rina');
    await page.cancel();
  });

  it('that was away is told what it missed, once', async () => {
    const visitor = await openVisitor(shop);
    for (let i = 1; i <= 3; i++) await visitor.post({ id: `message-${i}`, text: `${i}` });
    now += 1_000;
    const page = await listen(visitor, '?after=1');
    expect((await page.next())?.data).toMatchObject({ id: 1 });
    expect((await page.next())?.data).toMatchObject({ id: 2 });
    expect((await page.next())?.data).toMatchObject({ id: 3 });
    await visitor.post({ id: 'message-4', text: '4' });
    expect((await page.next())?.event).toBe('own');
    expect((await page.next())?.data).toMatchObject({ id: 4 });
    await page.cancel();
  });

  it('believes its browser more than its address', async () => {
    const visitor = await openVisitor(shop);
    for (let i = 1; i <= 3; i++) {
      await visitor.post({ id: `message-${i}`, text: `${i}` });
      now += 1_000;
    }
    const page = await listen(visitor, '?after=1', { 'last-event-id': '2' });
    expect((await page.next())?.data).toMatchObject({ id: 2 });
    expect((await page.next())?.data).toMatchObject({ id: 3 });
    await page.cancel();
  });

  it('misses no held reply that goes out after younger ones', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const { chat_id: chat } = shop.outbox.get(1)!;
    const held = shop.outbox.insert({ chat, sender: 'staff:siti', text: 'untuk pagi', choices: null, photo: null, state: 'held', dueAt: now, at: now });
    now += 1_000;
    await visitor.post({ id: 'message-2', text: 'masih malam' });
    const lastSeen = held + 1;
    now += 3_600_000;
    shop.outbox.releaseHeld(now);
    await shop.deliver(held);
    const page = await listen(visitor, `?after=${lastSeen}`);
    const caught = [(await page.next())?.data, (await page.next())?.data];
    expect(caught).toContainEqual(expect.objectContaining({ text: 'untuk pagi', at: now }));
    await page.cancel();
  });

  it('is told when somebody is typing', async () => {
    const visitor = await openVisitor(shop);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const page = await listen(visitor);
    await shop.webchat.channel.typing(shop.accepted[0]!.chat);
    expect((await page.next())?.event).toBe('typing');
    await page.cancel();
  });

  it('ends when the channel stops', async () => {
    const page = await listen(await openVisitor(shop));
    await shop.webchat.channel.stop();
    expect(await page.next()).toBeNull();
  });

  it('is one of a few: a chat cannot take all the room', async () => {
    const visitor = await openVisitor(shop);
    const pages = [];
    for (let i = 0; i < 8; i++) pages.push(await listen(visitor));
    expect((await visitor.get('/chat/events')).status).toBe(429);
    await pages[0]!.cancel();
    const again = await visitor.get('/chat/events');
    expect(again.status).toBe(200);
    await again.body!.cancel();
  });

  it('that does not read is cut off, so that it costs no memory', async () => {
    const visitor = await openVisitor(shop);
    const page = await listen(visitor);
    await visitor.post({ id: 'message-1', text: 'halo' });
    const { chat } = shop.accepted[0]!;
    for (let i = 0; i < 600; i++) await shop.webchat.channel.typing(chat);
    let told = 0;
    while (await page.next()) told++;
    expect(told).toBeLessThan(600);
  });

  it('is no condition for a reply to be sent', async () => {
    const outcome = await shop.webchat.channel.send({ id: 7, chat: 'nobody', text: 'halo', choices: [], photo: null, from: 'bot', maybeDuplicate: false });
    expect(outcome).toEqual({ kind: 'sent', providerId: '7' });
  });
});
