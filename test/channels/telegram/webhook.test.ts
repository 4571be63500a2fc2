import { afterEach, describe, expect, it } from 'vitest';
import { silence } from '../../stand-ins/bot-api/faults.ts';
import { settle, until } from './manual-clock.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const webhook = { url: 'https://toko.test/telegram', secret: 'a-secret-that-nobody-guesses' };

async function openWithWebhook() {
  const shop = await shops.open({ webhook });
  await until('it is well', () => shop.channel.status().state === 'on');
  shop.api.updates.drop();
  return shop;
}

describe('receiving by webhook', () => {
  it('sets the webhook with its secret and does not poll', async () => {
    const shop = await openWithWebhook();
    expect(shop.api.world.webhook).toEqual({ ...webhook, allowed: ['message', 'edited_message', 'callback_query'] });
    expect(shop.api.heard).not.toContain('getUpdates');
  });

  it('F15: answers 200 as soon as the inbox has it, however slow Telegram itself is', async () => {
    const shop = await openWithWebhook();
    const rina = shop.api.person(77, 'Rina');
    await shop.channel.send(shop.message(77, 'Benar Kak?', { choices: [{ id: 'tok-1', label: 'Ya' }] }));
    const [question] = shop.api.bubbles(77);
    if (!question) throw new Error('no question');
    shop.api.faults.add(silence);
    await expect(shop.api.deliver(rina.taps(question, 'Ya'), shop.channel.handleWebhook)).resolves.toBe(200);
    expect(shop.inbox.accepted.map((one) => one.content)).toEqual([{ kind: 'tap', choice: 'tok-1' }]);
  });

  it('F15: a re-delivery is a no-op that is answered 200', async () => {
    const shop = await openWithWebhook();
    const update = shop.api.person(77, 'Rina').says('pesan 2');
    for (let n = 0; n < 40; n += 1) await expect(shop.api.deliver(update, shop.channel.handleWebhook)).resolves.toBe(200);
    expect(shop.inbox.accepted).toHaveLength(1);
  });

  it('F1: what the inbox could not take is answered 500, so that it comes again', async () => {
    const shop = await openWithWebhook();
    const update = shop.api.person(77, 'Rina').says('pesan 2');
    shop.inbox.full = true;
    await expect(shop.api.deliver(update, shop.channel.handleWebhook)).resolves.toBe(500);
    shop.inbox.full = false;
    await expect(shop.api.deliver(update, shop.channel.handleWebhook)).resolves.toBe(200);
    expect(shop.inbox.said).toEqual(['pesan 2']);
  });

  it.each([undefined, '', 'wrong', `${webhook.secret} `, webhook.secret.toUpperCase()])(
    'S18: with the secret %j nobody is let in', async (secret) => {
      const shop = await openWithWebhook();
      const update = shop.api.person(77, 'Rina').says('halo');
      const request = new Request(webhook.url, {
        method: 'POST', body: JSON.stringify(update),
        headers: secret === undefined ? {} : { 'x-telegram-bot-api-secret-token': secret },
      });
      // HTTP trims header values; what is left of a padded secret is the secret.
      const expected = secret?.trim() === webhook.secret ? 200 : 401;
      expect((await shop.channel.handleWebhook(request)).status).toBe(expected);
      expect(shop.inbox.accepted).toHaveLength(expected === 200 ? 1 : 0);
    });

  it('S18: without a secret, or with a weak one, the channel does not even begin', async () => {
    const api = await shops.api();
    for (const secret of ['', 'short', 'has spaces in it and more']) {
      expect(() => shops.make(api, { webhook: { ...webhook, secret } })).toThrow(RangeError);
    }
  });

  it('S18: where no webhook is set up, its address lets nobody in', async () => {
    const shop = await shops.open();
    const update = shop.api.person(77, 'Rina').says('halo');
    for (const secret of [undefined, '', 'anything-at-all-here']) {
      expect(await shop.api.deliver(update, shop.channel.handleWebhook, secret)).toBe(401);
    }
  });

  it('refuses what is no update: another method, no JSON, no id, too much', async () => {
    const shop = await openWithWebhook();
    const send = async (init: RequestInit) => (await shop.channel.handleWebhook(new Request(webhook.url, {
      ...init, headers: { 'x-telegram-bot-api-secret-token': webhook.secret },
    }))).status;
    expect(await send({ method: 'GET' })).toBe(405);
    expect(await send({ method: 'POST', body: 'halo' })).toBe(400);
    expect(await send({ method: 'POST', body: '{"message":{}}' })).toBe(400);
    expect(await send({ method: 'POST', body: `{"update_id":1,"x":"${'x'.repeat(1_000_000)}"}` })).toBe(400);
  });

  it('sets the webhook again when another program has taken it away', async () => {
    const shop = await openWithWebhook();
    await until('it sleeps', () => shop.clock.sleeping > 0);
    shop.api.world.webhook = null;
    shop.clock.pass(5 * 60_000);
    await until('it is set again', () => shop.api.world.webhook?.url === webhook.url);
    await settle();
    expect(shop.channel.status().state).toBe('on');
  });
});
