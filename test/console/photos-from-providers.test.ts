import { copyFileSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { ConsoleShop, type Browser } from './console-shop.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'konsol-'));
let at: ConsoleShop;
let siti: Browser;
let path: string;
let asked: string[];

beforeEach(async () => {
  at = await ConsoleShop.open({ dataDir });
  at.shop.hear('c1', { kind: 'photo', file: 'telegram:FILE1', caption: 'pancinya penyok' });
  siti = await at.join('siti');
  const { id } = at.shop.db.prepare('SELECT max(id) AS id FROM inbox').get() as { id: number };
  path = `/konsol/foto/pesan/${id}`;
  asked = [];
  at.fetched = (reference) => {
    asked.push(reference);
    mkdirSync(join(dataDir, 'photos'), { recursive: true });
    copyFileSync(join(import.meta.dirname, '../../catalog/photos/wajan-enamel.png'), join(dataDir, 'photos/penyok.png'));
    return Promise.resolve('photos/penyok.png');
  };
});

describe('a photo that Telegram or WhatsApp still keeps', () => {
  it('is fetched when somebody looks at it, once, and stays with its message', async () => {
    const both = await Promise.all([siti.get(path), siti.get(path)]);
    expect(both.map((answer) => answer.status)).toEqual([200, 200]);
    expect((await siti.get(path)).headers.get('content-type')).toBe('image/png');
    expect(asked).toEqual(['telegram:FILE1']);
  });

  it('is said to be out of reach while the provider gives nothing, and asked for again later', async () => {
    const fetched = at.fetched;
    at.fetched = () => Promise.reject(new Error('offline'));
    expect((await siti.get(path)).status).toBe(404);
    at.fetched = fetched;
    expect((await siti.get(path)).status).toBe(200);
  });

  it('leaves no file behind when its customer was forgotten while it was on its way (S20)', async () => {
    const fetched = at.fetched;
    at.fetched = async (reference) => {
      at.shop.db.prepare(`UPDATE inbox SET content = '{"kind":"other","what":"deleted"}'`).run();
      return fetched(reference);
    };
    expect((await siti.get(path)).status).toBe(404);
    expect(at.removed).toEqual(['photos/penyok.png']);
  });
});
