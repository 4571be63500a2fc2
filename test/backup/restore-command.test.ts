import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { aShop, goodCopy, HOUR, MONDAY, placeOrder } from './a-shop.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Runs a script of the project as its owner does. */
async function run(script: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ code: number; said: string }> {
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--import', 'tsx', script, ...args], { cwd: ROOT, env: { PATH: process.env.PATH, ...env } as unknown as NodeJS.ProcessEnv });
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

describe('npm start', () => {
  it('with a damaged database says how to restore, and writes nothing to it', async () => {
    const { folder, db } = await shopWithTwoCopies();
    db.close();
    const file = join(folder, 'ladeni.db');
    const bytes = readFileSync(file);
    bytes.fill(0x5a, 8_192, 20_000);
    writeFileSync(file, bytes);
    const started = await run('src/main.ts', [], { DATA_DIR: folder, PORT: '39871' });
    expect(started.code).toBe(1);
    expect(started.said).toMatch(/Database rusak[^]*npm run restore/);
    expect(readFileSync(file).equals(bytes)).toBe(true);
  });

  it('with copies but no database does not open an empty shop', async () => {
    const { shelf, db } = await shopWithTwoCopies();
    db.close();
    const folder = join(shelf.folder, 'new');
    mkdirSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'backups/ladeni-20261123-1015.db'), 'x');
    const started = await run('src/main.ts', [], { DATA_DIR: folder, PORT: '39871' });
    expect(started).toMatchObject({ code: 1, said: expect.stringMatching(/hilang atau kosong[^]*npm run restore/) as string });
  });
});
