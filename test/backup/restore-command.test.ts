import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aShop, goodCopy, HOUR, MONDAY, placeOrder } from './a-shop.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs a script of the project as its owner does. */
async function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['bin/run.mjs', script, ...args], { cwd: ROOT, env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv });
    return { code: 0, said: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

const restore = (folder: string, ...args: string[]) => run('src/restore.ts', ['--data', folder, ...args]);

/** Two copies, the newer of which has one order more. */
async function shopWithTwoCopies() {
  const shop = aShop();
  placeOrder(shop.db);
  await goodCopy(shop);
  placeOrder(shop.db);
  const newer = await goodCopy(shop, MONDAY + HOUR);
  return { ...shop, newer };
}

describe('npm run restore', () => {
  it('lists the copies with their age, orders and newest order; rehearses; is refused while the shop is open', async () => {
    const { folder } = await shopWithTwoCopies();
    const list = await restore(folder, '--list');
    expect(list).toMatchObject({ code: 0 });
    expect(list.said).toMatch(/1\s+23 Nov 2026 11\.15\s+\S+ \S+ lalu\s+2\s+LD-0002/);
    expect(list.said).toMatch(/2\s+23 Nov 2026 10\.15\s+\S+ \S+ lalu\s+1\s+LD-0001/);
    const rehearsed = await restore(folder, '--drill');
    expect(rehearsed.said).toMatch(/Pesanan terakhir\s+LD-0002\s+LD-0002\s+sama/);
    expect(rehearsed).toMatchObject({ code: 0 });
    expect(await restore(folder, '--yes')).toMatchObject({ code: 1, said: expect.stringContaining('Toko masih berjalan') as string });
  });

  it('asks first, then takes the newest sound copy and says which it left aside', async () => {
    const { folder, db, newer } = await shopWithTwoCopies();
    db.close();
    writeFileSync(newer.file, 'rusak', { flag: 'r+' });
    const asked = await restore(folder);
    expect(asked).toMatchObject({ code: 1 });
    expect(asked.said).toContain('--yes');
    const done = await restore(folder, '--yes');
    expect(done).toMatchObject({ code: 0 });
    expect(done.said).toMatch(/Dilewati, rusak: .*1115\.db[^]*Selesai: 1 pesanan, terakhir LD-0001/);
    expect((await restore(folder, '--drill')).code).toBe(1);
  });

  it('takes the copy that is named, and none that is not there', async () => {
    const { folder, db } = await shopWithTwoCopies();
    db.close();
    expect((await restore(folder, '--from', 'ladeni-20261123-1015.db', '--yes')).said).toContain('Selesai: 1 pesanan');
    expect(await restore(folder, '--from', 'ladeni-20200101-0000.db', '--yes')).toMatchObject({ code: 1 });
  });

  it('finds the copies of the other folder when the data folder is gone', async () => {
    const { shelf, db } = await shopWithTwoCopies();
    db.close();
    const empty = aShop();
    empty.db.close();
    const done = await run('src/restore.ts', ['--yes'], { DATA_DIR: join(empty.folder, 'new'), BACKUP_DIR: shelf.folder });
    expect(done).toMatchObject({ code: 0, said: expect.stringContaining('Selesai: 2 pesanan') as string });
  });
});

/** The shop as `npm start` runs it, until it is told to stop; it can be waited for what it says. */
function start(env: Readonly<Record<string, string>>) {
  const process_ = spawn(process.execPath, ['bin/run.mjs', 'src/main.ts'], { cwd: ROOT, env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv });
  let text = '';
  const heard = new Set<() => void>();
  for (const stream of [process_.stdout, process_.stderr]) stream.on('data', (bytes: Buffer) => { text += bytes.toString(); heard.forEach((look) => look()); });
  const ended = new Promise<number | null>((done) => { process_.on('exit', (code) => { done(code); heard.forEach((look) => look()); }); });
  return {
    says: (pattern: RegExp): Promise<string> => new Promise((done, failed) => {
      const look = (): void => {
        if (pattern.test(text)) done(text);
        else if (process_.exitCode !== null) failed(new Error(`it ended: ${text}`));
      };
      heard.add(look);
      look();
    }),
    stop: (): Promise<number | null> => { process_.kill('SIGTERM'); return ended; },
  };
}

describe('npm start', () => {
  it('with a damaged database says how to restore, writes nothing to it, and opens by itself once that is done', async () => {
    const { folder, db } = await shopWithTwoCopies();
    db.close();
    const file = join(folder, 'ladeni.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 8_192, 20_000);
    writeFileSync(file, bytes);
    const shop = start({ DATA_DIR: folder, PORT: '39871' });
    try {
      await shop.says(/Database rusak[^]*npm run restore[^]*39871/);
      expect((await fetch('http://127.0.0.1:39871/healthz')).status).toBe(503);
      expect(await (await fetch('http://127.0.0.1:39871/chat')).text()).toContain('sedang diperbaiki');
      expect(readFileSync(file).equals(bytes)).toBe(true);
      expect(await restore(folder, '--yes')).toMatchObject({ code: 0 });
      await shop.says(/sudah buka/);
      expect((await fetch('http://127.0.0.1:39871/healthz')).status).toBe(200);
    } finally {
      expect(await shop.stop()).toBe(0);
    }
  });

  it('with copies but no database does not open an empty shop', async () => {
    const { shelf, db } = await shopWithTwoCopies();
    db.close();
    const folder = join(shelf.folder, 'new');
    mkdirSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'backups/ladeni-20261123-1015.db'), 'x');
    const shop = start({ DATA_DIR: folder, PORT: '39872' });
    try {
      await shop.says(/hilang atau kosong[^]*npm run restore[^]*39872/);
      expect(existsSync(join(folder, 'ladeni.db'))).toBe(false);
    } finally {
      expect(await shop.stop()).toBe(0);
    }
  });
});
