import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import {
  blockedByUser, chatNotFound, cutAfter, cutBefore, deactivated, internalError, migratedTo, silence, silenceAfter,
  tooManyRequests, unauthorized,
} from '../../stand-ins/bot-api/faults.ts';
import { until } from './manual-clock.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const folder = mkdtempSync(join(tmpdir(), 'ladeni-telegram-'));
afterAll(() => rmSync(folder, { recursive: true }));
const picture = join(folder, 'wajan.jpg');
writeFileSync(picture, 'a picture of a wok');

describe('sending to Telegram when things go wrong', () => {
  it.each([5, 60, 3600])('F10: a limit of %d s on one chat is told exactly, and holds no other chat', async (seconds) => {
    const shop = await shops.open();
    for (const id of [5, 6, 7]) shop.api.person(id, 'Rina');
    shop.api.faults.add(tooManyRequests(seconds), { method: 'sendMessage', chat: 5 });
    const [limited, ...others] = await Promise.all([5, 6, 7].map((chat) => shop.channel.send(shop.message(chat, 'halo'))));
    expect(limited).toMatchObject({ kind: 'later', afterMs: seconds * 1000, scope: 'chat' });
    expect(others.map((outcome) => outcome.kind)).toEqual(['sent', 'sent']);
  });

  it('F10: three chats limited within five seconds mean the whole bot is', async () => {
    const shop = await shops.open();
    for (const id of [5, 6, 7, 8]) shop.api.person(id, 'Rina');
    shop.api.faults.add(tooManyRequests(7), { method: 'sendMessage' });
    const scopes: string[] = [];
    for (const chat of [5, 6, 7]) {
      const outcome = await shop.channel.send(shop.message(chat, 'halo'));
      if (outcome.kind === 'later') scopes.push(outcome.scope);
    }
    expect(scopes).toEqual(['chat', 'chat', 'channel']);
    shop.clock.pass(6_000);
    expect(await shop.channel.send(shop.message(8, 'halo'))).toMatchObject({ scope: 'chat' });
  });

  it('F10: the rest of a long reply goes on where the limit stopped it', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    const long = `${'a'.repeat(4000)}\n${'b'.repeat(4000)}\n${'c'.repeat(10)}`;
    const message = shop.message(77, long);
    shop.api.faults.add(tooManyRequests(5), { method: 'sendMessage', chat: 77, after: 1, times: 1 });
    expect(await shop.channel.send(message)).toMatchObject({ kind: 'later' });
    expect(await shop.channel.send(message)).toMatchObject({ kind: 'sent' });
    expect(shop.api.texts(77).map((text) => text[0])).toEqual(['a', 'b']);
  });

  it('F11: a lost answer is unknown: words may be said again, marked; the outbox decides', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    shop.api.faults.add(cutAfter, { method: 'sendMessage', times: 1 });
    const message = shop.message(77, 'Total Rp348.000');
    expect(await shop.channel.send(message)).toMatchObject({ kind: 'unknown', retry: true });
    expect(shop.api.heard.filter((name) => name === 'sendMessage')).toHaveLength(1);
    expect(await shop.channel.send({ ...message, maybeDuplicate: true })).toMatchObject({ kind: 'sent' });
    expect(shop.api.texts(77)).toEqual(['Total Rp348.000', 'Total Rp348.000\n(pesan ini mungkin terkirim dua kali)']);
  });

  it('F11: a picture whose answer was lost is never sent again; its words are', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    shop.api.faults.add(cutAfter, { method: 'sendPhoto', times: 1 });
    const message = shop.message(77, 'Pesanan DK-1042 dicatat.', { photo: picture });
    expect(await shop.channel.send(message)).toMatchObject({ kind: 'unknown', retry: true });
    expect(await shop.channel.send({ ...message, maybeDuplicate: true })).toMatchObject({ kind: 'sent' });
    expect(shop.api.heard.filter((name) => name === 'sendPhoto')).toHaveLength(1);
    expect(shop.api.calls('sendMessage')).toHaveLength(1);

    shop.api.faults.add(cutAfter, { method: 'sendPhoto', times: 1 });
    expect(await shop.channel.send(shop.message(77, '', { photo: picture }))).toMatchObject({ kind: 'unknown', retry: false });
  });

  it('F11: a call that never left this machine is not in doubt', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    await until('it polls', () => shop.api.updates.polled);
    await shop.api.stop();
    await until('its connections are known to be gone', () => shop.clock.sleeping > 0);
    expect(await shop.channel.send(shop.message(77, 'halo'))).toMatchObject({ kind: 'later', scope: 'channel' });
  });

  it.each([
    ['a 500', internalError], ['a cut socket', cutBefore], ["a proxy's page", { kind: 'page', status: 502 } as const],
  ])('F11: %s leaves the fate of a reply open', async (_name, fault) => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    shop.api.faults.add(fault, { method: 'sendMessage', times: 1 });
    expect(await shop.channel.send(shop.message(77, 'halo'))).toMatchObject({ kind: 'unknown', retry: true });
  });

  it.each([
    ['blocked', blockedByUser], ['deactivated', deactivated], ['not found', chatNotFound],
  ])('F12: a chat that is %s is unreachable', async (_name, fault) => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    shop.api.faults.add(fault, { chat: 77 });
    expect((await shop.channel.send(shop.message(77, 'halo'))).kind).toBe('unreachable');
  });

  it('F12: an address that is no chat of ours is unreachable without a call', async () => {
    const shop = await shops.open();
    expect((await shop.channel.send(shop.message('628123@c.us', 'halo'))).kind).toBe('unreachable');
    expect(shop.api.heard).not.toContain('sendMessage');
  });

  it('F13: a chat that moved says where to', async () => {
    const shop = await shops.open();
    shop.api.faults.add(migratedTo(-100777), { chat: -5 });
    expect(await shop.channel.send(shop.message(-5, 'halo'))).toEqual({ kind: 'moved', to: '-100777' });
  });

  it.each([['before', silence], ['after', silenceAfter]])(
    'F14: a send that is never answered (silent %s its effect) is given up as unknown', async (_when, fault) => {
      const shop = await shops.open({ limits: { send: 50 } });
      shop.api.person(77, 'Rina');
      shop.api.faults.add(fault, { method: 'sendMessage', times: 1 });
      expect(await shop.channel.send(shop.message(77, 'halo'))).toMatchObject({ kind: 'unknown', retry: true });
    });

  it('F14: a stop waits for replies on their way, but not for ever', async () => {
    const shop = await shops.open();
    shop.api.person(77, 'Rina');
    await until('it polls', () => shop.api.updates.polled);
    shop.api.faults.add(silence, { method: 'sendMessage', times: 1 });
    void shop.channel.send(shop.message(77, 'halo'));
    await until('it is on its way', () => shop.api.heard.includes('sendMessage'));
    let stopped = false;
    const stop = shop.channel.stop().then(() => (stopped = true));
    await until('it waits', () => shop.clock.sleeping > 0);
    shop.clock.pass(7_999);
    expect(stopped).toBe(false);
    shop.clock.pass(1);
    await stop;
  });

  it('a refused token holds the whole channel', async () => {
    const shop = await shops.open();
    shop.api.faults.add(unauthorized, { method: 'sendMessage', times: 1 });
    shop.api.person(77, 'Rina');
    expect(await shop.channel.send(shop.message(77, 'halo'))).toMatchObject({ kind: 'later', scope: 'channel' });
  });
});
