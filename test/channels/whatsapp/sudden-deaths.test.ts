import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { systemProcesses } from '../../../src/channels/whatsapp/process-tree.ts';
import { Rig, chromium } from './real-browser.ts';
import { SmallShop } from './small-shop.ts';

const KILLS = 20;
const PICTURE = join(import.meta.dirname, '../../../catalog/photos/panci-set.png');

describe.skipIf(chromium === null)('sudden deaths', () => {
  it('loses nothing and doubles nothing when the browser is killed twenty times amid purchases (F17, F22)', async () => {
    const rig = await Rig.open();
    const shop = new SmallShop(() => rig.channel, PICTURE);
    rig.inbox.onFresh = shop.answer;
    await rig.pair();
    // A profile that has just been made is only on disk after a proper end.
    await rig.channel.stop();
    await rig.begin();
    await rig.untilOn();

    const customers = ['6281000000001@c.us', '6281000000002@c.us', '777001@lid'];
    const written: string[] = [];
    const write = (text: string): void => {
      written.push(text);
      rig.standIn.write(customers[written.length % customers.length] ?? '', text);
    };
    for (let kill = 1; kill <= KILLS; kill += 1) {
      const browser = rig.browserPids.length;
      // Every other time right when a reply has reached WhatsApp and nobody here knows yet; else amid what comes in.
      const reached = new Promise<void>((resolve) => { rig.standIn.onSent = () => resolve(); });
      write(`pesan ${kill}a`);
      write(`foto ${kill}b`);
      if (kill % 2 === 0) await reached;
      rig.killBrowser();
      write(`pesan ${kill}c`);
      await rig.until(() => rig.browserPids.length > browser && rig.state() === 'on', `it serves again after kill ${kill}`);
    }
    await rig.until(() => rig.inbox.messages.length >= written.length, 'all messages are in the inbox');
    await shop.settled();

    expect([...rig.inbox.texts()].sort()).toEqual([...written].sort());
    const copies = (text: string): number =>
      rig.standIn.world.sent.filter(({ body, caption }) => body === text || caption === text).length;
    const fates = written.map((text) => ({ text, fate: shop.fates.get(`balasan untuk ${text}`), copies: copies(`balasan untuk ${text}`) }));
    expect(fates.filter(({ fate, copies: sent }) => fate === 'sent' ? sent !== 1 : fate !== 'unknown' || sent > 1)).toEqual([]);
    expect(fates.filter(({ fate }) => fate === 'sent').length).toBeGreaterThan(written.length * 0.8);
    expect(rig.phoneMessages).toEqual([]);
    expect(rig.survivors().length).toBeLessThan(20);
    await rig.close();
    expect(rig.survivors()).toEqual([]);
  }, 120_000);

  it('goes on when the process around whatsapp-web.js is killed, and leaves no orphan (F18, F19)', async () => {
    const rig = await Rig.open();
    await rig.pair();
    await rig.hearFrom('6281000000001@c.us', 'halo');
    const [first = 0] = rig.browserPids;
    const fence = systemProcesses.tree(process.pid).filter((pid) => systemProcesses.commandLine(pid).includes('fenced/main.ts'));
    expect(fence).toHaveLength(1);
    systemProcesses.kill(fence);
    await rig.until(() => rig.browserPids.length > 1, 'there is a new browser');
    expect(systemProcesses.tree(first)).toEqual([]);
    await rig.close();
  });

  it('takes its browser along when the shop itself is killed (F19)', async () => {
    const rig = await Rig.open();
    await rig.pair();
    await rig.channel.stop();
    const shop = spawn(process.execPath, [join(import.meta.dirname, '../../../bin/run.mjs'), join(import.meta.dirname, 'lonely-shop.ts'), rig.standIn.chromium(chromium ?? ''), join(rig.standIn.folder, 'whatsapp')], { stdio: ['ignore', 'pipe', 'ignore'] });
    const browserPid = await new Promise<number>((resolve) => shop.stdout.once('data', (data) => resolve(Number(data))));
    expect(systemProcesses.tree(browserPid).length).toBeGreaterThan(0);
    shop.kill('SIGKILL');
    await rig.until(() => !systemProcesses.alive(browserPid), 'the browser has gone with the shop');
    await rig.begin();
    await rig.until(() => rig.state() === 'on' || rig.state() === 'needs_pairing', 'the next shop can use the profile');
    await rig.close();
  });
});
