import { createRequire } from 'node:module';
import { createServer, type AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { systemClock } from '../../../src/channels/telegram/clock.ts';
import { createPassingMemory } from '../../../src/channels/telegram/memory.ts';
import { createTelegramChannel, type TelegramChannel } from '../../../src/channels/telegram/telegram-channel.ts';
import { TestInbox, TestLog } from './shop-on-telegram.ts';

/** What this test uses of `telegram-test-api`, a stand-in Bot API that others wrote: it knows nothing of how we think Telegram works. */
interface OthersServer {
  readonly config: { readonly apiURL: string };
  start(): Promise<void>;
  stop(): Promise<boolean>;
  getClient(token: string, options: { readonly userId: number; readonly chatId: number; readonly firstName: string; readonly timeout: number }): OthersClient;
}
interface OthersClient {
  makeMessage(text: string): unknown;
  sendMessage(message: unknown): Promise<unknown>;
  makeCommand(text: string): unknown;
  sendCommand(command: unknown): Promise<unknown>;
  makeCallbackQuery(data: string): unknown;
  sendCallback(query: unknown): Promise<unknown>;
  getUpdates(): Promise<{ readonly result: readonly { readonly message: { readonly text: string; readonly reply_markup?: unknown } }[] }>;
}

const TelegramServer = createRequire(import.meta.url)('telegram-test-api') as new (config: { port: number; host: string }) => OthersServer;
const TOKEN = '123456789:AAExampleExampleExampleExampleExample';

async function freePort(): Promise<number> {
  const taken = createServer();
  await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve));
  const { port } = taken.address() as AddressInfo;
  await new Promise((resolve) => taken.close(resolve));
  return port;
}

describe('against a stand-in that others wrote', () => {
  let server: OthersServer;
  const inbox = new TestInbox();
  let channel: TelegramChannel;
  let rina: OthersClient;

  beforeAll(async () => {
    server = new TelegramServer({ port: await freePort(), host: '127.0.0.1' });
    await server.start();
    rina = server.getClient(TOKEN, { userId: 77, chatId: 77, firstName: 'Rina', timeout: 5_000 });
    channel = createTelegramChannel({
      token: TOKEN, apiRoot: server.config.apiURL, clock: systemClock, log: new TestLog(), memory: createPassingMemory(),
      photos: { store: () => Promise.reject(new Error('no photos here')) },
    });
    await channel.start(inbox);
  });

  afterAll(async () => {
    await channel.stop();
    await server.stop();
  });

  it('hears what a customer writes, once', async () => {
    await rina.sendMessage(rina.makeMessage('halo kak'));
    await rina.sendCommand(rina.makeCommand('/katalog'));
    await expect.poll(() => inbox.said, { timeout: 10_000 }).toEqual(['halo kak', '/katalog']);
    expect(inbox.accepted[0]).toMatchObject({ channel: 'telegram', chat: '77', name: 'Rina' });
  });

  it('answers her with words and buttons, and hears the tap', async () => {
    const outcome = await channel.send({
      id: 1, chat: '77', text: 'Siap <Kak> & keranjang', choices: [{ id: 't1-0', label: 'Checkout' }], photo: null, from: 'bot', maybeDuplicate: false,
    });
    expect(outcome.kind).toBe('sent');
    const [update] = (await rina.getUpdates()).result;
    expect(update!.message.text).toBe('Siap &lt;Kak&gt; &amp; keranjang');
    expect(JSON.stringify(update!.message.reply_markup)).toContain('Checkout');
    await rina.sendCallback(rina.makeCallbackQuery('t1-0'));
    await expect.poll(() => inbox.accepted.at(-1)?.content, { timeout: 10_000 }).toEqual({ kind: 'tap', choice: 't1-0' });
  });
});
