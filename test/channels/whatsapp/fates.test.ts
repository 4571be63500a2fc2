import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Bench, said } from './fake-client.ts';
import { reply, settle } from './surroundings.ts';

const RINA = '6281234567890@c.us';

describe('what became of a reply (F22)', () => {
  let bench: Bench;
  let chat: string;
  beforeEach(async () => {
    bench = new Bench();
    await bench.serve();
    chat = await bench.hear(RINA);
  });
  afterEach(() => bench.close());

  it('is sent only when WhatsApp has acked it', async () => {
    bench.run.onSend = async (message) => {
      bench.run.enter(message);
      return { id: message.id, ack: 0 };
    };
    let outcome: unknown = null;
    void bench.channel.send(reply(chat, 'siap')).then((one) => { outcome = one; });
    await bench.clock.pass(29_000);
    expect(outcome).toBeNull();
    bench.run.tell({ kind: 'ack', id: bench.run.history.get(RINA)?.at(-1)?.id ?? '', ack: 1 });
    await settle();
    expect(outcome).toMatchObject({ kind: 'sent' });
  });

  it('is unknown when no ack comes, is not sent again, and is told when the ack comes late', async () => {
    let id = '';
    bench.run.onSend = async (message) => {
      bench.run.enter(message);
      id = message.id;
      return { id, ack: 0 };
    };
    const message = reply(chat, 'siap');
    const outcome = bench.channel.send(message);
    await bench.clock.pass(31_000);
    expect(await outcome).toMatchObject({ kind: 'unknown', retry: false });
    bench.run.tell({ kind: 'ack', id, ack: 2 });
    expect(bench.late).toEqual([{ message: message.id, kind: 'sent', providerId: id }]);
    expect(await bench.channel.send(message)).toMatchObject({ kind: 'sent', providerId: id });
    expect(bench.run.sent).toHaveLength(1);
  });

  it('is unknown when WhatsApp marks it as failed, and alarms when that comes after it counted as sent', async () => {
    bench.run.onSend = async (message) => {
      bench.run.tell({ kind: 'ack', id: message.id, ack: -1 });
      return { id: message.id, ack: 0 };
    };
    expect(await bench.channel.send(reply(chat, 'satu'))).toMatchObject({ kind: 'unknown', retry: false });
    bench.run.onSend = async (message) => ({ id: message.id, ack: 1 });
    const message = reply(chat, 'dua');
    const outcome = await bench.channel.send(message);
    bench.run.tell({ kind: 'ack', id: outcome.kind === 'sent' ? outcome.providerId : '', ack: -1 });
    expect(bench.late).toEqual([{ message: message.id, kind: 'failed', was: 'sent' }]);
    expect(bench.codes).toEqual(['send_failed']);
  });

  it('is told of although the process was restarted before the ack came, and once only', async () => {
    let id = '';
    bench.run.onSend = async (message) => {
      bench.run.enter(message);
      id = message.id;
      return { id, ack: 0 };
    };
    const message = reply(chat, 'siap');
    const outcome = bench.channel.send(message);
    await bench.clock.pass(31_000);
    expect(await outcome).toMatchObject({ kind: 'unknown' });
    const next = new Bench({}, bench.memory);
    await next.serve();
    next.run.tell({ kind: 'ack', id, ack: 1 });
    next.run.tell({ kind: 'ack', id, ack: 2 });
    expect(next.late).toEqual([{ message: message.id, kind: 'sent', providerId: id }]);
    next.run.tell({ kind: 'ack', id, ack: -1 });
    expect(next.late.slice(1)).toEqual([{ message: message.id, kind: 'failed', was: 'sent' }]);
    await next.close();
  });

  it('is found by its echo when the library resolves without the message, or rejects although it went out', async () => {
    bench.run.onSend = async (message) => {
      bench.run.tell({ kind: 'message', message });
      bench.run.tell({ kind: 'ack', id: message.id, ack: 1 });
      await settle();
      if (message.text === 'dua') throw new Error('Target closed');
      return null;
    };
    expect(await bench.channel.send(reply(chat, 'satu'))).toMatchObject({ kind: 'sent' });
    expect(await bench.channel.send(reply(chat, 'dua'))).toMatchObject({ kind: 'sent' });
    expect(bench.phoneMessages).toEqual([]);
  });

  it('is looked up in the chat when not even the echo came', async () => {
    bench.run.onSend = async (message) => {
      bench.run.enter({ ...message, ack: 1 });
      throw new Error('Protocol error');
    };
    expect(await bench.channel.send(reply(chat, 'siap'))).toMatchObject({ kind: 'sent' });
  });

  it('is looked up before it is tried again, and tried again only when it is not there', async () => {
    const message = reply(chat, 'siap');
    bench.run.onSend = async (sent) => {
      bench.run.enter({ ...sent, ack: 1 });
      bench.run.tell({ kind: 'gone', why: 'killed' });
      await settle();
      throw new Error('Target closed');
    };
    const went = bench.run;
    expect(await bench.channel.send(message)).toMatchObject({ kind: 'unknown', retry: true });
    expect(await bench.channel.send(message)).toMatchObject({ kind: 'later', scope: 'channel' });
    await bench.clock.pass(5_000);
    for (const [address, messages] of went.history) bench.run.history.set(address, messages);
    bench.run.tell({ kind: 'ready', me: null });
    await settle();
    expect(await bench.channel.send(message)).toMatchObject({ kind: 'sent' });
    expect(bench.run.sent).toEqual([]);

    bench.run.onSend = () => Promise.reject(new Error('never left'));
    const lost = reply(chat, 'kedua');
    expect(await bench.channel.send(lost)).toMatchObject({ kind: 'unknown', retry: true });
    bench.run.onSend = async (sent) => ({ id: sent.id, ack: 1 });
    expect(await bench.channel.send(lost)).toMatchObject({ kind: 'sent' });
    expect(bench.run.sent.map(({ text }) => text)).toEqual(['kedua', 'kedua']);
  });

  it('survives the process: the next one knows what the last one sent', async () => {
    const message = reply(chat, 'siap');
    await bench.channel.send(message);
    const next = new Bench({}, bench.memory);
    await next.serve();
    expect(await next.channel.send(message)).toMatchObject({ kind: 'sent' });
    expect(next.run.sent).toEqual([]);
    await next.close();
  });

  it('is unreachable where the number is not on WhatsApp', async () => {
    bench.run.onSend = () => Promise.reject(new Error('No LID for user'));
    expect(await bench.channel.send(reply(chat, 'siap'))).toMatchObject({ kind: 'unreachable' });
  });

  it('asks WhatsApp at once whether the line is alive when an ack stays away, and renews a dead one (F16)', async () => {
    bench.run.onSend = async (message) => ({ id: message.id, ack: 0 });
    bench.run.onProbe = () => Promise.reject(new Error('no answer'));
    const outcome = bench.channel.send(reply(chat, 'siap'));
    await bench.clock.pass(33_000);
    expect(await outcome).toMatchObject({ kind: 'unknown' });
    expect(bench.runs.length).toBe(2);
  });

  it('is not sent while WhatsApp is offline', async () => {
    bench.run.tell({ kind: 'state', state: 'OPENING' });
    expect(bench.state()).toBe('offline');
    expect(await bench.channel.send(reply(chat, 'siap'))).toMatchObject({ kind: 'later', scope: 'channel' });
    expect(bench.run.sent).toEqual([]);
  });

  it('goes without a picture that has been removed, and puts long words before theirs', async () => {
    await bench.channel.send(reply(chat, 'siap', { photo: '/nowhere/x.png' }));
    await bench.channel.send(reply(chat, 'x'.repeat(1_100), { photo: import.meta.filename }));
    expect(bench.run.sent.map(({ text, photo }) => [text.length, photo])).toEqual([[4, null], [1_100, null], [0, import.meta.filename]]);
  });
});

describe('a human at the shop\'s phone (F41)', () => {
  let bench: Bench;
  let chat: string;
  beforeEach(async () => {
    bench = new Bench({ pace: { betweenMs: 0, betweenInChatMs: 0, typing: { leastMs: 1_000, perCharacterMs: 0, mostMs: 1_000 } } });
    await bench.serve();
    chat = await bench.hear(RINA);
  });
  afterEach(() => bench.close());

  it('is noticed also while a send is under way, by the id and not by the moment', async () => {
    let resolve: (sent: { id: string; ack: number }) => void = () => undefined;
    bench.run.onSend = (message) => {
      bench.run.tell({ kind: 'message', message });
      bench.run.tell({ kind: 'message', message: said(RINA, 'saya bantu ya Kak', { fromMe: true, id: 'HUMAN' }) });
      return new Promise((done) => { resolve = () => done({ id: message.id, ack: 1 }); });
    };
    const outcome = bench.channel.send(reply(chat, 'siap'));
    await bench.clock.pass(1_500);
    expect(bench.phoneMessages).toEqual([]);
    resolve({ id: '', ack: 1 });
    expect(await outcome).toMatchObject({ kind: 'sent' });
    expect(bench.phoneMessages.map(({ id }) => id)).toEqual(['HUMAN']);
  });

  it('stops a bot that is still typing, and not a colleague at the console', async () => {
    const bot = bench.channel.send(reply(chat, 'dari bot'));
    const staff = bench.channel.send(reply(chat, 'dari Siti', { from: 'staff:siti' }));
    await bench.clock.pass(500);
    bench.run.tell({ kind: 'message', message: said(RINA, 'saya saja', { fromMe: true }) });
    await bench.clock.pass(2_000);
    expect(await bot).toEqual({ kind: 'later', afterMs: 0, scope: 'chat', reason: 'admin menulis dari HP' });
    expect(await staff).toMatchObject({ kind: 'sent' });
    expect(bench.run.sent.map(({ text }) => text)).toEqual(['dari Siti']);
  });

  it('is told once, however often it is seen, and again after it could not be told', async () => {
    const message = said(RINA, 'halo, Siti di sini', { fromMe: true, at: bench.clock.now() + 1_000 });
    bench.run.receive(message);
    bench.run.tell({ kind: 'message', message });
    bench.run.tell({ kind: 'ready', me: null });
    await bench.clock.pass(1_000);
    expect(bench.phoneMessages).toHaveLength(1);
  });

  it('hands back by "#selesai" in any spelling, which is taken back', async () => {
    for (const word of ['#selesai', ' # Selesai ', '#SELESAI.']) bench.run.receive(said(RINA, word, { fromMe: true }));
    bench.run.receive(said(RINA, 'sudah #selesai ya Kak', { fromMe: true }));
    await settle();
    expect(bench.phoneMessages.map(({ act }) => act)).toEqual(['release', 'release', 'release', 'claim']);
    expect(bench.run.deleted).toHaveLength(3);
  });

  it('is not seen in notices, reactions and groups', async () => {
    for (const type of ['e2e_notification', 'reaction', 'protocol', 'call_log']) bench.run.receive(said(RINA, '', { fromMe: true, type }));
    bench.run.receive(said('1-2@g.us', 'rapat', { fromMe: true }));
    await settle();
    expect(bench.phoneMessages).toEqual([]);
  });
});
