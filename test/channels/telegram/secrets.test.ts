import { inspect } from 'node:util';
import fc from 'fast-check';
import { Api } from 'grammy';
import { afterEach, describe, expect, it } from 'vitest';
import { createRedact, createSafeLog } from '../../../src/channels/telegram/log.ts';
import { conflict, cutAfter, cutBefore, internalError, silence, tooManyRequests, unauthorized } from '../../stand-ins/bot-api/faults.ts';
import { settle } from './manual-clock.ts';
import { createTestShops, TestLog } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const everything = (value: unknown): string =>
  `${inspect(value, { depth: Infinity, showHidden: true, maxStringLength: null })}\n${JSON.stringify(value) ?? ''}`;

describe('S12: the token', () => {
  it('stands in nothing that is logged, thrown, reported or returned, whatever fails', async () => {
    const shop = await shops.open({ limits: { send: 40, poll: 40, hello: 40, file: 40 } });
    shop.api.person(77, 'Rina');
    const seen: unknown[] = [];
    const file = shop.api.world.addFile(Buffer.from('x'));
    const faults = [conflict, cutAfter, cutBefore, internalError, silence, tooManyRequests(1), unauthorized,
      { kind: 'page', status: 404 } as const];
    for (const fault of faults) {
      const lift = shop.api.faults.add(fault);
      seen.push(await shop.channel.send(shop.message(77, 'halo')));
      seen.push(await shop.channel.download(file).catch((error: unknown) => error));
      seen.push(await shop.channel.fetchPhoto(file), shop.channel.status());
      await shop.channel.typing('77');
      shop.clock.pass(60_000);
      await settle();
      lift();
      const cutFile = shop.api.faults.add(cutBefore, { method: 'file' });
      seen.push(await shop.channel.download(file).catch((error: unknown) => error));
      cutFile();
    }
    await shop.api.stop();
    seen.push(await shop.channel.send(shop.message(77, 'halo')), await shop.channel.download(file).catch((error: unknown) => error));
    seen.push(shop.alarms, shop.log.lines);
    expect(shop.log.lines.length).toBeGreaterThan(5);
    const [, secretHalf = ''] = shop.api.token.split(':');
    expect(everything(seen)).not.toContain(secretHalf);
  });

  it("is taken out of grammY's own HttpError, which carries the URL, when somebody logs it whole", async () => {
    const token = '424242:AAcanaryTokenThatMustNeverBeLogged';
    const error: unknown = await new Api(token, { apiRoot: 'http://127.0.0.1:9' }).getMe().catch((thrown: unknown) => thrown);
    expect(everything(error)).toContain(token);
    const log = new TestLog();
    createSafeLog(log, createRedact(token)).error({ error, list: [{ deep: error }], [token]: token }, `failed: ${inspect(error)}`);
    expect(everything(log.lines)).not.toContain('AAcanary');
    expect(everything(log.lines)).toContain('HttpError');
  });

  it('is redacted wherever it stands in a text, also as a URL writes it', () => {
    const token = '1:abc/def+ghi';
    const redact = createRedact(token);
    fc.assert(fc.property(fc.string(), fc.string(), (before, after) => {
      fc.pre(!before.includes('abc') && !after.includes('abc'));
      const text = redact(`${before}${token}${after} https://x/bot${encodeURIComponent(token)}/getMe abc/def+ghi`);
      expect(text).not.toContain('abc');
    }));
  });
});
