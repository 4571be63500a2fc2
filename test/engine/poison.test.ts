import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../src/database/open.ts';
import { MOST_ATTEMPTS } from '../../src/engine/engine.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const MONDAY = '2026-11-23T10:00:00+07:00';
const rooms: string[] = [];
afterEach(() => { for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true }); });

const state = (shop: TestShop, id: string): unknown => shop.db.prepare('SELECT state, attempts FROM inbox WHERE provider_id = ?').get(id);
/** Makes the shop fail at whatever customer says a word. */
function failingAt(shop: TestShop, word: string, error: () => Error): void {
  const { understanding } = shop.shop.world().premises;
  const understand = understanding.understand.bind(understanding);
  Object.assign(understanding, { understand: (text: string, context?: Parameters<typeof understand>[1]) => { if (text.includes(word)) throw error(); return understand(text, context); } });
}

describe('a message that breaks its turn (F31)', () => {
  it('is set aside after three tries, with an apology and a person; nobody else waits for it', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    failingAt(shop, 'racun', () => new Error('a turn that breaks'));
    const id = shop.hear('c1', 'halo racun');
    shop.hear('c2', 'halo kak');
    for (let i = 0; i < 5; i++) shop.shop.engine.work();
    expect(state(shop, id)).toEqual({ state: 'set_aside', attempts: MOST_ATTEMPTS });
    const told = shop.receive();
    expect(told.find((message) => message.chat === 'c1')?.text).toContain('admin sudah saya panggil');
    expect(told.some((message) => message.chat === 'c2')).toBe(true);
    expect(shop.shop.tables.chats.get(shop.chatId('c1')).mode).toBe('waiting');
    expect(shop.events().filter((event) => event.data.reason === 'message_set_aside')).toHaveLength(1);
  });

  it('takes nothing away from those that were answered in the same transaction, and is counted at each try', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    failingAt(shop, 'racun', () => new Error('a turn that breaks'));
    const message = (chat: string, text: string) => ({ channel: 'terminal' as const, id: `m-${chat}`, chat, name: null, quoted: null, phone: null, content: { kind: 'text' as const, text } });
    shop.shop.engine.acceptAll([message('c1', 'mau beli spatula silikon 1'), message('c2', 'halo racun'), message('c3', 'jam buka?')]);
    expect(['m-c1', 'm-c2', 'm-c3'].map((id) => state(shop, id))).toEqual([{ state: 'done', attempts: 0 }, { state: 'set_aside', attempts: MOST_ATTEMPTS }, { state: 'done', attempts: 0 }]);
    expect(shop.receive().map(({ chat }) => chat)).toEqual(['c1', 'c2', 'c3']);
    expect(shop.db.prepare('SELECT quantity FROM cart_lines').pluck().all()).toEqual([1]);
    expect(shop.failures).toHaveLength(MOST_ATTEMPTS);
  });

  it('is not blamed for a disk that fails: it is not counted, and is worked off when the disk is well', () => {
    const shop = new TestShop({ catalogue, at: MONDAY });
    let ill = true;
    failingAt(shop, 'halo', () => (ill ? Object.assign(new Error('disk I/O error'), { code: 'SQLITE_IOERR_READ' }) : new Error('not ill')));
    for (let i = 0; i < 5; i++) expect(() => shop.hear('c1', 'halo kak', { id: 'm-disk' })).toThrow('disk I/O error');
    expect(state(shop, 'm-disk')).toBeUndefined();
    ill = false;
    shop.restart();
    shop.hear('c1', 'halo kak', { id: 'm-disk' });
    expect(state(shop, 'm-disk')).toEqual({ state: 'done', attempts: 0 });
  });

  it('that ends the process at every start is set aside all the same, after the process has died three times of it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'ladeni-poison-'));
    rooms.push(folder);
    const script = join(import.meta.dirname, 'poisoned-process.ts');
    const lives = Array.from({ length: MOST_ATTEMPTS + 1 }, (_, life) => spawnSync(process.execPath, ['--import', 'tsx', script, folder, String(life)], { cwd: join(import.meta.dirname, '../..') }).status);
    // It came and was accepted; then it ended the process three times; the fourth start serves.
    expect(lives).toEqual([...Array<number>(MOST_ATTEMPTS).fill(9), 0]);
    const db = openDatabase(folder);
    expect(db.prepare(`SELECT state FROM inbox WHERE provider_id = 'racun'`).pluck().get()).toBe('set_aside');
    expect(db.prepare(`SELECT state FROM inbox WHERE provider_id = 'biasa'`).pluck().get()).toBe('done');
    expect(db.prepare(`SELECT count(*) FROM outbox WHERE text LIKE '%admin sudah saya panggil%'`).pluck().get()).toBe(1);
    db.close();
  });
});
