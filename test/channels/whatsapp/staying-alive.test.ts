import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Rig, chromium } from './real-browser.ts';
import { reply } from './surroundings.ts';

const RINA = '6281234567890@c.us';

describe.skipIf(chromium === null)('WhatsApp stays alive, whatever happens to its browser', () => {
  let rig: Rig;
  let chat = '';
  beforeAll(async () => {
    rig = await Rig.open({ supervision: { readyMs: 8_000 } });
    await rig.pair();
    chat = await rig.hearFrom(RINA, 'halo');
  });
  afterAll(() => rig.close());

  /** Proves that it serves again, both ways. */
  async function serves(text: string): Promise<void> {
    await rig.hearFrom(RINA, text);
    expect(await rig.channel.send(reply(chat, `tentang ${text}`))).toMatchObject({ kind: 'sent' });
  }
  const nextBrowser = (seen: number): Promise<void> =>
    rig.until(() => rig.browserPids.length > seen && rig.state() === 'on', 'a new browser serves');

  it('resumes without a QR after a stop, and leaves no process behind (F19)', async () => {
    await rig.channel.stop();
    expect(rig.survivors()).toEqual([]);
    await rig.begin();
    await rig.untilOn();
    expect(rig.channel.pairing()).toEqual({ kind: 'none' });
    await serves('lanjut');
  });

  it('reads fifty messages that came while it was off, in order, each once (F23)', async () => {
    await rig.channel.stop();
    const texts = Array.from({ length: 50 }, (_, index) => `pesan ${index + 1}`);
    for (const text of texts) rig.standIn.write(RINA, text);
    rig.standIn.write('628777@c.us', 'pelanggan baru');
    rig.standIn.deliver({ chat: '628111-222@g.us', body: 'di grup' });
    const before = rig.inbox.messages.length;
    await rig.begin();
    await rig.untilOn();
    expect(rig.inbox.messages.slice(before).filter((one) => one.chat === chat).map(({ content }) => content.kind === 'text' && content.text)).toEqual(texts);
    expect(rig.inbox.texts().at(-1)).toBe('pelanggan baru');
    expect(rig.inbox.messages).toHaveLength(before + 51);
  });

  it('hears that a human answered from the phone while it was off, before what they answered', async () => {
    await rig.channel.stop();
    rig.standIn.deliver({ chat: RINA, body: 'ada yang jaga?', t: Math.floor(Date.now() / 1000) + 1 });
    rig.standIn.deliver({ chat: RINA, body: 'Ada Kak, dengan Siti', fromMe: true, t: Math.floor(Date.now() / 1000) + 2 });
    const heardFirst = new Promise<boolean>((resolve) => {
      rig.inbox.onFresh = () => resolve(rig.phoneMessages.length > 0);
    });
    await rig.begin();
    await rig.untilOn();
    expect(await heardFirst).toBe(true);
    rig.inbox.onFresh = () => undefined;
    expect(rig.phoneMessages).toHaveLength(1);
    expect(rig.phoneMessages[0]).toMatchObject({ act: 'claim', text: 'Ada Kak, dengan Siti', chat });
  });

  it('starts a new browser when the page crashes (F17)', async () => {
    const seen = rig.browserPids.length;
    rig.crashPage();
    await nextBrowser(seen);
    await serves('sesudah crash');
  });

  it('starts a new browser when the page hangs (F16)', async () => {
    const seen = rig.browserPids.length;
    rig.standIn.hang();
    await nextBrowser(seen);
    await serves('sesudah macet');
    expect(rig.survivors().length).toBeGreaterThan(0);
  });

  it('lives through a reload of the page (F18)', async () => {
    const seen = rig.browserPids.length;
    const { loads } = rig.standIn;
    rig.standIn.reload();
    await rig.until(() => rig.standIn.loads > loads, 'the page has come back');
    await rig.untilOn();
    await serves('sesudah reload');
    expect(rig.browserPids).toHaveLength(seen);
  });

  it('starts a new browser when the page becomes something else, and this process lives on (F18)', async () => {
    const seen = rig.browserPids.length;
    rig.standIn.goBlank();
    await nextBrowser(seen);
    await serves('sesudah halaman kosong');
  });

  it('waits while the network is away, and sends nothing twice (OPENING)', async () => {
    rig.standIn.setState('OPENING');
    await rig.until(() => rig.state() === 'offline', 'it is offline');
    expect(await rig.channel.send(reply(chat, 'nanti'))).toMatchObject({ kind: 'later', scope: 'channel' });
    rig.standIn.setState('CONNECTED');
    await rig.untilOn();
    await serves('sesudah internet kembali');
    expect(rig.standIn.world.sent.filter(({ body }) => body === 'nanti')).toEqual([]);
  });

  it('comes back after a conflict', async () => {
    const seen = rig.browserPids.length;
    rig.standIn.setState('CONFLICT');
    await nextBrowser(seen);
    await serves('sesudah konflik');
    expect(rig.alarms.map(({ code }) => code)).toContain('conflict');
  });

  it('gets ready although the sync ended before anybody listened', async () => {
    rig.standIn.world.syncsEarly = true;
    const seen = rig.browserPids.length;
    rig.killBrowser();
    await nextBrowser(seen);
    rig.standIn.world.syncsEarly = false;
    await serves('sesudah sinkron dini');
  });

  it('alarms when it is unlinked on the phone, shows a QR, and a new link outlives a restart (F20)', async () => {
    rig.standIn.unlink();
    await rig.until(() => rig.channel.pairing().kind === 'qr', 'there is a QR again');
    expect(rig.alarms.map(({ code }) => code)).toContain('logged_out');
    await rig.pair();
    await serves('sesudah ditautkan lagi');
    await rig.channel.stop();
    await rig.begin();
    await rig.untilOn();
    await serves('sesudah mulai lagi');
  });

  it('removes the lock of a browser that lives no more, and leaves other processes with its number alone (F19)', async () => {
    await rig.channel.stop();
    const profile = join(rig.standIn.folder, 'whatsapp', 'session');
    mkdirSync(profile, { recursive: true });
    // This very process holds that number, and must survive.
    symlinkSync(`${hostname()}-${process.pid}`, join(profile, 'SingletonLock'));
    await rig.begin();
    await rig.untilOn();
    await serves('sesudah kunci usang');
    expect(existsSync(profile)).toBe(true);
  });
});

describe.skipIf(chromium === null)('linking without a second phone', () => {
  it('shows a pairing code for the shop\'s own number instead of a QR', async () => {
    const rig = await Rig.open();
    await rig.until(() => rig.channel.pairing().kind === 'qr', 'there is a QR');
    expect(rig.channel.pairByCode('bukan nomor')).toBe('not_a_number');
    expect(rig.channel.pairByCode('0812-3456-7890')).toBe('asked');
    await rig.until(() => rig.channel.pairing().kind === 'code', 'there is a code');
    expect(rig.channel.pairing()).toMatchObject({ kind: 'code', code: 'ABCD1234', phone: '6281234567890' });
    await rig.pair();
    expect(rig.channel.pairByCode('0812-3456-7890')).toBe('linked_already');
    await rig.hearFrom(RINA, 'halo');
    await rig.close();
  });

  it('goes back to the QR, and says so, when WhatsApp gives no code', async () => {
    const rig = await Rig.open();
    rig.standIn.world.refusesCodes = true;
    await rig.until(() => rig.channel.pairing().kind === 'qr', 'there is a QR');
    rig.channel.pairByCode('0812-3456-7890');
    await rig.until(() => rig.channel.pairing().kind === 'qr', 'there is a QR again');
    expect(rig.channel.pairing()).toMatchObject({ kind: 'qr', noCodeFor: '6281234567890' });
    await rig.close();
  });
});
