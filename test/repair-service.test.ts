import { mkdtempSync, openSync, readFileSync, rmSync, writeSync, closeSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { realDisk } from '../src/backup/disk.ts';
import { restore } from '../src/backup/restore.ts';
import { openDatabase } from '../src/database/open.ts';
import { LadeniError } from '../src/errors.ts';
import { createRepairService, serveUntilRestored, type RepairService } from '../src/repair-service.tsx';
import { goodCopy } from './backup/a-shop.ts';
import { createShelf } from '../src/backup/shelf.ts';
import { sampleCatalogue } from './test-shop.ts';

const catalogue = await sampleCatalogue();
let folder: string;
let service: RepairService | null = null;
beforeEach(() => { folder = mkdtempSync(join(tmpdir(), 'ladeni-repair-')); });
afterEach(async () => {
  await service?.web.close();
  service = null;
  rmSync(folder, { recursive: true, force: true });
});

/** A shop of some size, a copy of it, and then bytes that are no longer what they were. */
async function aDamagedShop(): Promise<LadeniError> {
  const db = openDatabase(folder);
  const insert = db.prepare('INSERT INTO customers (id, name, created_at) VALUES (?, ?, 0)');
  db.transaction(() => { for (let id = 1; id <= 2_000; id++) insert.run(id, `Pelanggan ${id} ${'x'.repeat(40)}`); })();
  await goodCopy({ db, shelf: createShelf(join(folder, 'backups'), realDisk) });
  db.close();
  const file = join(folder, 'ladeni.db');
  const handle = openSync(file, 'r+');
  for (let page = 3; page < statSync(file).size / 4_096; page += 2) writeSync(handle, Buffer.alloc(600, 0xa5), 0, 600, page * 4_096);
  closeSync(handle);
  try {
    openDatabase(folder).close();
  } catch (error) {
    if (error instanceof LadeniError) return error;
  }
  throw new Error('the damage was not seen');
}

describe('a damaged database (F36)', () => {
  it('is seen at the start, and not a byte of it is changed', async () => {
    const error = await aDamagedShop();
    expect(error.code).toBe('DATABASE_DAMAGED');
    expect(error.todo).toContain('npm run restore');
    const bytes = readFileSync(join(folder, 'ladeni.db')).toString('base64');
    expect(() => openDatabase(folder)).toThrow();
    expect(readFileSync(join(folder, 'ladeni.db')).toString('base64')).toBe(bytes);
  });

  it('leaves a shop that reads only: it tells customers whom to ask, the owner what to do, and opens by itself once restored', async () => {
    const error = await aDamagedShop();
    service = createRepairService({
      error, host: '127.0.0.1', port: 0, dataDir: folder, backupDir: undefined, catalogue, now: () => Date.parse('2026-11-23T11:15:00+07:00'),
      failed: (fault) => { throw fault; },
    });
    const address = await service.web.listen();
    const health = await fetch(`${address}/healthz`);
    expect([health.status, await health.json()]).toEqual([503, { status: 'ill', parts: { database: 'damaged' } }]);
    for (const path of ['/', '/chat', '/konsol', '/konsol/pesanan/DK-1']) {
      const page = await fetch(address + path);
      const text = await page.text();
      expect(page.status, path).toBe(503);
      expect(text).toContain('sedang diperbaiki');
      expect(text).toContain('+62 812-3456-7890');
      expect(text).toContain('Wajan Teflon Granit 28 cm');
      // Who sits at the machine sees more than who comes through a proxy.
      expect(text).toContain('npm run restore');
      expect(text).toContain('ladeni-20261123-1015.db');
      expect(await (await fetch(address + path, { headers: { 'x-forwarded-for': '203.0.113.7' } })).text()).not.toMatch(/npm run restore|ladeni-2026/);
    }
    const again = service.restored(new AbortController().signal);
    const [copy] = await createShelf(join(folder, 'backups'), realDisk).list();
    expect((await restore({ dataDir: folder, chosen: { file: copy!.file, record: copy! }, shelves: [join(folder, 'backups')], now: Date.now(), disk: realDisk })).kind).toBe('restored');
    await again;
    const db = openDatabase(folder);
    expect(db.prepare('SELECT count(*) FROM customers').pluck().get()).toBe(2_000);
    db.close();
  });

  it('is no answer to what a restore does not mend', async () => {
    const other = new LadeniError('DATABASE_IN_USE', 'a', 'b');
    await expect(serveUntilRestored(other, {} as never, {} as never)).rejects.toBe(other);
    await expect(serveUntilRestored(new TypeError('x'), {} as never, {} as never)).rejects.toThrow('x');
  });
});
