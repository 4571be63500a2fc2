import { describe, expect, it } from 'vitest';
import { createShared } from '../../src/console/live/shared.ts';
import { openDatabase } from '../../src/database/open.ts';
import { ConsoleShop } from './console-shop.ts';

describe('what all open pages show alike', () => {
  it('is worked out once, and anew when anything was written or the owner\'s files have changed', () => {
    const db = openDatabase(':memory:');
    let files = {};
    const shared = createShared(db, () => files);
    let worked = 0;
    const look = (key = 'list'): string => shared()(key, () => `${key} ${++worked}`);
    expect([look(), look(), look('other'), look()]).toEqual(['list 1', 'list 1', 'other 2', 'list 1']);
    db.prepare(`INSERT INTO settings (key, value) VALUES ('a', '1')`).run();
    expect([look(), look()]).toEqual(['list 3', 'list 3']);
    files = {};
    expect([look(), look()]).toEqual(['list 4', 'list 4']);
  });

  it('is what each would be shown alone: her own chats first, in her own language, the open one marked, and a minute later', async () => {
    const at = await ConsoleShop.open();
    const [siti, budi] = [await at.join('siti'), await at.join('budi')];
    at.shop.hear('c1', 'admin', { name: 'Rina' });
    await siti.post(`/konsol/chat/${at.shop.chatId('c1')}/ambil`, {});
    at.shop.hear('c2', 'admin', { name: 'Dewi' });
    const list = async (browser: typeof siti, path = '/konsol/chat'): Promise<string> => /id="daftar"[^]*?<\/section>/.exec(await browser.page(path))![0];
    const [hers, his] = [await list(siti), await list(budi)];
    expect(hers).toContain('group-mine');
    expect(his).toContain('group-others');
    expect(his).toContain('Rina');
    expect(await list(budi, `/konsol/chat/${at.shop.chatId('c2')}`)).toContain('aria-current="true"');
    expect(await list(siti)).not.toContain('aria-current');
    at.shop.now += 5 * 60_000;
    expect(await list(siti)).toContain('5 mnt');
  });
});
