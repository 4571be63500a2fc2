import { afterEach, describe, expect, it } from 'vitest';
import { USUAL_LIMITS } from '../../../src/channels/telegram/api.ts';
import { createPassingMemory } from '../../../src/channels/telegram/memory.ts';
import { conflict, internalError, silence, cutBefore, unauthorized, type Fault } from '../../stand-ins/bot-api/faults.ts';
import { settle, until } from './manual-clock.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const HOUR = 3_600_000;

describe('receiving from Telegram when things go wrong', () => {
  it('F1: an update the inbox could not take is not confirmed, and is processed once when there is room again', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    rina.says('satu');
    await until('the first is in', () => shop.inbox.said.length === 1);
    shop.inbox.full = true;
    rina.says('dua');
    rina.says('tiga');
    for (let tries = 0; tries < 6; tries += 1) await shop.clock.toNextWaking();
    await until('it sleeps again', () => shop.clock.sleeping > 0);
    expect(shop.api.updates.unconfirmed()).toHaveLength(2);
    expect(shop.channel.status().state).toBe('failed');
    expect(shop.alarms).toEqual(['inbox']);

    shop.inbox.full = false;
    await shop.clock.toNextWaking();
    await until('all are confirmed', () => shop.api.updates.unconfirmed().length === 0);
    expect(shop.inbox.said).toEqual(['satu', 'dua', 'tiga']);
    expect(shop.inbox.redelivered).toBe(0);
    await until('it is well again', () => shop.channel.status().state === 'on');
    expect(shop.recovered).toEqual(['inbox']);
  });

  it('F1: of a batch, what was taken in is confirmed and the rest is not', async () => {
    const api = await shops.api();
    const shop = shops.make(api);
    const rina = api.person(77, 'Rina');
    const updates = ['satu', 'dua', 'tiga'].map((text) => rina.says(text));
    const accept = shop.inbox.accept.bind(shop.inbox);
    shop.inbox.accept = (message) => {
      if (message.id.endsWith(`:${updates[1]?.message?.message_id}`) && shop.clock.slept.length === 0) throw new Error('SQLITE_FULL');
      return accept(message);
    };
    await shop.start();
    await shop.clock.toNextWaking();
    await until('all are in', () => shop.inbox.said.length === 3);
    expect(shop.inbox.said).toEqual(['satu', 'dua', 'tiga']);
    expect(api.updates.offsets[1]).toBe((updates[0]?.update_id ?? 0) + 1);
  });

  it('F2: a stop confirms nothing that is not in the inbox', async () => {
    const shop = await shops.open();
    shop.inbox.full = true;
    shop.api.person(77, 'Rina').says('pesan 2 wajan');
    await until('it waits', () => shop.clock.sleeping > 0);
    await shop.channel.stop();
    await settle();
    expect(shop.api.updates.unconfirmed()).toHaveLength(1);

    shop.inbox.full = false;
    await shop.rise();
    await until('it is in', () => shop.inbox.said.length === 1);
  });

  it('F2, F3: what came in before the end but was not confirmed comes again, and counts once', async () => {
    const shop = await shops.open();
    await until('it polls', () => shop.api.updates.polled);
    // The answer to the poll after this one never leaves: the confirmation is lost with the process.
    const release = shop.api.faults.add(silence, { method: 'getUpdates' });
    const rina = shop.api.person(77, 'Rina');
    const order = rina.says('pesan 2 wajan');
    await until('it is in', () => shop.inbox.said.length === 1);
    await until('the confirming poll has gone out', () => shop.api.heard.filter((name) => name === 'getUpdates').length === 3);
    await shop.channel.stop();
    release();
    expect(shop.api.updates.unconfirmed()).toEqual([order.update_id]);
    await shop.rise();
    await until('the redelivery was seen', () => shop.inbox.redelivered === 1);
    await until('it is confirmed', () => shop.api.updates.unconfirmed().length === 0);
    expect(shop.inbox.said).toEqual(['pesan 2 wajan']);
  });

  it('F3: a hundred updates replayed after a kill are no-ops', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    const updates = Array.from({ length: 100 }, (_, n) => rina.says(`pesan ${n}`));
    await until('all are in', () => shop.inbox.said.length === 100);
    await until('it waits for more', () => shop.api.updates.polled);
    for (const update of updates) shop.api.updates.hold(update);
    await until('all came again', () => shop.inbox.redelivered === 100);
    expect(shop.inbox.said).toHaveLength(100);
  });

  it('F4: messages of one chat keep their order, even when a batch brings them turned around', async () => {
    const api = await shops.api();
    const rina = api.person(77, 'Rina');
    const first = rina.says('pesan 1 wajan');
    const second = rina.says('batal');
    api.updates.drop();
    api.updates.hold(second);
    api.updates.hold(first);
    const shop = await shops.make(api).start();
    await until('both are in', () => shop.inbox.said.length === 2);
    expect(shop.inbox.said).toEqual(['pesan 1 wajan', 'batal']);
  });

  it('F5: thrown out by another poller it goes on trying, says so, and alarms within 60 s', async () => {
    const shop = await shops.open();
    await until('it polls', () => shop.api.updates.polled);
    const leave = shop.api.faults.add(conflict, { method: 'getUpdates' });
    shop.api.updates.release();
    const start = shop.clock.now();
    await shop.clock.passUntil('the alarm', () => shop.alarms.length > 0);
    expect(shop.alarms).toEqual(['conflict']);
    expect(shop.clock.now() - start).toBeLessThanOrEqual(60_000);
    expect(shop.channel.status()).toMatchObject({ state: 'failed', detail: expect.stringContaining('program lain') as string });

    leave();
    const rina = shop.api.person(77, 'Rina');
    rina.says('halo');
    await shop.clock.passUntil('it receives again', () => shop.inbox.said.includes('halo'));
    // Well again only after a while: two pollers take turns.
    expect(shop.channel.status().state).toBe('failed');
    shop.clock.pass(60_000);
    rina.says('masih ada?');
    await until('it is well', () => shop.channel.status().state === 'on');
    expect(shop.recovered).toEqual(['conflict']);
  });

  it('F5: two shops with one token keep throwing each other out, and both raise the alarm', async () => {
    const api = await shops.api();
    const one = await shops.make(api).start();
    await until('the first polls', () => api.updates.polled);
    const other = await shops.make(api).start();
    for (let turn = 0; turn < 40 && (one.alarms.length === 0 || other.alarms.length === 0); turn += 1) {
      await until('one was thrown out', () => one.clock.sleeping + other.clock.sleeping > 0);
      await settle();
      for (const shop of [one, other]) if (shop.clock.sleeping > 0) await shop.clock.toNextWaking();
      for (const shop of [one, other]) shop.clock.pass(4_000);
    }
    expect([one.alarms, other.alarms]).toEqual([['conflict'], ['conflict']]);
  });

  it('F5: a refused token is an alarm at once, with what to do', async () => {
    const api = await shops.api();
    api.faults.add(unauthorized);
    const shop = await shops.make(api).start();
    await until('it waits', () => shop.clock.sleeping > 0);
    expect(shop.alarms).toEqual(['unauthorized']);
    expect(shop.channel.status().detail).toContain('TELEGRAM_BOT_TOKEN');
  });

  it('F6: started without network, it serves within 10 s of the network coming back', async () => {
    const api = await shops.api();
    await api.stop();
    const shop = await shops.make(api).start();
    const start = shop.clock.now();
    while (shop.clock.now() - start < 90_000) await shop.clock.toNextWaking();
    await until('it waits', () => shop.clock.sleeping > 0);
    expect(shop.channel.status().state).toBe('offline');
    await api.start();
    api.person(77, 'Rina').says('halo');
    const up = shop.clock.now();
    await shop.clock.toNextWaking();
    await until('it serves', () => shop.inbox.said.includes('halo'));
    expect(shop.clock.now() - up).toBeLessThanOrEqual(10_000 - USUAL_LIMITS.hello);
    expect(shop.channel.status().state).toBe('on');
  });

  it('F6: a long outage is alarmed once, and its end too', async () => {
    const api = await shops.api();
    await api.stop();
    const shop = await shops.make(api).start();
    const start = shop.clock.now();
    while (shop.clock.now() - start < 10 * 60_000) await shop.clock.toNextWaking();
    expect(shop.alarms).toEqual(['offline']);
    await api.start();
    await shop.clock.toNextWaking();
    await until('it is well', () => shop.channel.status().state === 'on');
    expect(shop.recovered).toEqual(['offline']);
  });

  it('F7: the same tap sent again with fresh ids is passed on with the same choice, and every one is answered at once', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    await shop.channel.send(shop.message(77, 'Benar Kak?', { choices: [{ id: 'tok-1', label: 'Ya, pesan' }] }));
    const [question] = shop.api.bubbles(77);
    if (!question) throw new Error('no question');
    for (let n = 0; n < 10; n += 1) rina.taps(question, 'tok-1');
    await until('all are in', () => shop.inbox.accepted.length === 10);
    expect(shop.inbox.accepted.map((one) => one.content)).toEqual(Array.from({ length: 10 }, () => ({ kind: 'tap', choice: 'tok-1' })));
    await until('all are answered', () => shop.api.calls('answerCallbackQuery').length === 10);
  });

  it('F7: the same tap under the same query id counts once', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    await shop.channel.send(shop.message(77, 'Benar Kak?', { choices: [{ id: 'tok-1', label: 'Ya, pesan' }] }));
    const [question] = shop.api.bubbles(77);
    if (!question) throw new Error('no question');
    const first = rina.taps(question, 'Ya, pesan');
    rina.taps(question, 'tok-1', first);
    await until('the second came', () => shop.inbox.redelivered === 1);
    expect(shop.inbox.accepted).toHaveLength(1);
  });

  it('F8: after a quiet week ids start again at a lower number, and nothing is taken for old', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    shop.api.updates.jumpTo(900_000);
    rina.says('sebelum');
    await until('it is in', () => shop.inbox.said.length === 1);
    await until('it asks without an offset', () => shop.api.updates.offsets.at(-1) === 900_001);
    // The poll that confirms ends empty, as it does within half a minute; a week passes.
    shop.api.updates.release();
    await until('it asks again', () => shop.api.updates.offsets.at(-1) === undefined && shop.api.updates.polled);
    shop.api.updates.jumpTo(17);
    rina.says('sesudah');
    rina.says('lagi');
    await until('both are in', () => shop.inbox.said.length === 3);
    expect(shop.inbox.said).toEqual(['sebelum', 'sesudah', 'lagi']);
    await until('they are confirmed', () => shop.api.updates.unconfirmed().length === 0);
  });

  it('F8: an update id that was used before, a year later, brings its message', async () => {
    const shop = await shops.open();
    const rina = shop.api.person(77, 'Rina');
    const old = rina.says('dulu');
    await until('it is in', () => shop.inbox.said.length === 1);
    await until('it waits', () => shop.api.updates.polled);
    shop.api.updates.release();
    await until('it asks again', () => shop.api.updates.offsets.at(-1) === undefined && shop.api.updates.polled);
    shop.api.updates.jumpTo(old.update_id);
    rina.says('sekarang');
    await until('it is in too', () => shop.inbox.said.length === 2);
  });

  it('F9: after more than 24 hours out of reach the gap is reported, across a restart', async () => {
    const shop = await shops.open();
    await until('it is well', () => shop.channel.status().state === 'on');
    const last = shop.clock.now();
    await shop.channel.stop();
    shop.clock.pass(30 * HOUR);
    shop.api.updates.drop();
    await shop.rise();
    await until('the gap is known', () => shop.gaps.length > 0);
    expect(shop.gaps).toEqual([{ from: last, to: last + 30 * HOUR }]);
  });

  it('F9: a first start and a night of 23 hours are no gap', async () => {
    const shop = await shops.open({ memory: createPassingMemory() });
    await until('it is well', () => shop.channel.status().state === 'on');
    await shop.channel.stop();
    shop.clock.pass(23 * HOUR);
    await shop.rise();
    await until('it is well', () => shop.channel.status().state === 'on');
    expect(shop.gaps).toEqual([]);
  });

  it('F14: a poll that is never answered is given up, and the next one brings the message', async () => {
    expect(USUAL_LIMITS).toMatchObject({ poll: 45_000, send: 20_000 });
    expect(USUAL_LIMITS.pollWaitS * 1000).toBeLessThan(USUAL_LIMITS.poll);
    const shop = await shops.open({ limits: { poll: 60 } });
    await until('it polls', () => shop.api.updates.polled);
    shop.api.faults.add(silence, { method: 'getUpdates', times: 1 });
    shop.api.updates.release();
    shop.api.person(77, 'Rina').says('masih di sana?');
    await until('the silent poll is given up', () => shop.clock.sleeping > 0);
    expect(shop.inbox.said).toEqual([]);
    await shop.clock.toNextWaking();
    await until('it is in', () => shop.inbox.said.includes('masih di sana?'));
  });

  const NUISANCES: [string, Fault][] = [
    ['a 500', internalError], ['a cut socket', cutBefore], ['a proxy\'s page', { kind: 'page', status: 502 }],
  ];
  it.each(NUISANCES)('goes on after %s, and loses nothing', async (_name, fault) => {
    const api = await shops.api();
    const rina = api.person(77, 'Rina');
    rina.says('satu');
    const shop = await shops.make(api).start();
    await until('the first is in', () => shop.inbox.said.length === 1);
    await until('it polls', () => api.updates.polled);
    api.faults.add(fault, { method: 'getUpdates', times: 2 });
    rina.says('dua');
    await until('the second is in', () => shop.inbox.said.length === 2);
    await shop.clock.toNextWaking();
    await shop.clock.toNextWaking();
    rina.says('tiga');
    await until('the third is in', () => shop.inbox.said.length === 3);
    expect(shop.inbox.said).toEqual(['satu', 'dua', 'tiga']);
  });

  it('comes back by itself when the server restarts in the middle of a poll', async () => {
    const shop = await shops.open();
    await until('it polls', () => shop.api.updates.polled);
    await shop.api.stop();
    await until('it waits', () => shop.clock.sleeping > 0);
    await shop.api.start();
    shop.api.person(77, 'Rina').says('halo');
    await shop.clock.toNextWaking();
    await until('it is in', () => shop.inbox.said.includes('halo'));
  });

  it('goes on when whoever hears the alarm is in the same trouble', async () => {
    const tell = () => { throw new Error('SQLITE_FULL'); };
    const shop = await shops.open({ onAlarm: tell, onRecovered: tell, onGap: tell });
    shop.inbox.full = true;
    shop.api.person(77, 'Rina').says('halo');
    await shop.clock.passUntil('the alarm was raised', () => shop.log.lines.some((line) => line.message.includes('alarm not passed on')));
    shop.inbox.full = false;
    await shop.clock.passUntil('it is in', () => shop.inbox.said.includes('halo'));
  });

  it('lets an update go that cannot even be read, and serves the others', async () => {
    const shop = await shops.open();
    shop.api.updates.push({ message: { message_id: 1, date: 0 } } as never);
    shop.api.person(77, 'Rina').says('halo');
    await until('the good one is in', () => shop.inbox.said.includes('halo'));
    expect(shop.log.lines.filter((line) => line.level === 'error')).toHaveLength(1);
  });
});
