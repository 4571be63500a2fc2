import { afterEach, describe, expect, it } from 'vitest';
import { setUpTelegram } from '../../../src/channels/telegram/setup.ts';
import { conflict } from '../../stand-ins/bot-api/faults.ts';
import type { BotApi } from '../../stand-ins/bot-api/bot-api.ts';
import { ManualClock } from './manual-clock.ts';
import { createTestShops } from './shop-on-telegram.ts';

const shops = createTestShops(afterEach);
const GROUP = -100900;

/** Runs the walk with these answers; returns what was said and saved. */
async function walk(api: BotApi, answers: string[]) {
  const said: string[] = [];
  const saved: Record<string, string> = {};
  const clock = new ManualClock();
  let outcome: Awaited<ReturnType<typeof setUpTelegram>> | null = null;
  void setUpTelegram({
    clock, apiRoot: api.root,
    talk: { say: (text) => void said.push(text), ask: () => Promise.resolve(answers.shift() ?? '') },
    save: (settings) => Object.assign(saved, settings),
  }).then((result) => (outcome = result));
  await clock.passUntil('it ends', () => outcome !== null);
  return { outcome, said: said.join('\n'), saved };
}

describe('setting up Telegram', () => {
  it('checks the token, finds the group by /grup, and confirms no update on the way', async () => {
    const api = await shops.api();
    const group = api.world.group(GROUP, { forum: true });
    api.person(77, 'Rina').says('halo kak');
    api.person(502, 'Budi').says('/grup@dapurkita_bot', { in: group });
    const { outcome, said, saved } = await walk(api, [api.token, '']);
    expect(outcome).toEqual({ kind: 'done', bot: 'dapurkita_bot', group: GROUP });
    expect(saved).toEqual({ TELEGRAM_BOT_TOKEN: api.token, TELEGRAM_STAFF_GROUP: String(GROUP) });
    expect(said).toContain('telegram: 502');
    expect(said).not.toContain('⚠️');
    expect(said).not.toContain(api.token);
    expect(api.updates.unconfirmed()).toHaveLength(2);
  });

  it('asks again after a half or refused token, and gives up without saving', async () => {
    const api = await shops.api();
    const wrong = `99999:${'x'.repeat(35)}`;
    const { outcome, said, saved } = await walk(api, ['12345', wrong, api.token, 'lewati']);
    expect(said).toContain('belum lengkap');
    expect(said).toContain('tidak mengenal token');
    expect(outcome).toEqual({ kind: 'done', bot: 'dapurkita_bot', group: null });
    expect(saved).toEqual({ TELEGRAM_BOT_TOKEN: api.token });
    expect(await walk(api, Array.from({ length: 9 }, () => wrong))).toMatchObject({ outcome: { kind: 'given_up' }, saved: {} });
  });

  it('says which right is missing, and goes on', async () => {
    const api = await shops.api();
    const group = api.world.group(GROUP, { forum: true });
    api.person(502, 'Budi').says('/grup', { in: group });
    api.world.find(GROUP).bot = { status: 'administrator', canManageTopics: false };
    expect((await walk(api, [api.token, ''])).said).toContain('Kelola Topik" untuknya');
    api.world.find(GROUP).bot = { status: 'member', canManageTopics: false };
    expect((await walk(api, [api.token, ''])).said).toContain('belum admin');
    const plain = await shops.api();
    plain.person(502, 'Budi').says('/grup', { in: plain.world.group(GROUP) });
    expect((await walk(plain, [plain.token, ''])).said).toContain('Topik belum menyala');
  });

  it('ends without a group when nobody writes /grup, the shop is running, or the network is down', async () => {
    const api = await shops.api();
    expect(await walk(api, [api.token, ''])).toMatchObject({ outcome: { kind: 'done', group: null } });
    const lift = api.faults.add(conflict, { method: 'getUpdates' });
    expect((await walk(api, [api.token, ''])).said).toContain('dipakai program lain');
    lift();
    await api.stop();
    expect((await walk(api, [api.token, ''])).said).toContain('Tidak ada sambungan');
  });
});
