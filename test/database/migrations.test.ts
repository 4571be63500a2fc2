import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterEach, describe, expect, it } from 'vitest';
import { copyBeforeUpdate } from '../../src/backup/copy-before-update.ts';
import { realDisk } from '../../src/backup/disk.ts';
import { restore } from '../../src/backup/restore.ts';
import { createShelf } from '../../src/backup/shelf.ts';
import { MIGRATIONS } from '../../src/database/migrations.ts';
import { openDatabase } from '../../src/database/open.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';
import { dumpOf, furnish, rowsOf, schemaOf, schemaOfVersion, writeDump, type Rows } from './schemas.ts';

const VERSIONS = MIGRATIONS.map((_, i) => i + 1);
const NOW = Date.parse('2026-11-24T09:00:00+07:00');

// `SCHEMAS=write npx vitest run test/database/migrations.test.ts` keeps a dump of the newest schema, when it is released.
if (process.env.SCHEMAS === 'write') for (const version of VERSIONS) if (dumpOf(version) === null) writeDump(version);

const rooms: string[] = [];
afterEach(() => { for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true }); });

/** A data folder with the small shop of a version in it, as that version left it. */
function oldShop(version: number): { folder: string; before: Rows } {
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-migration-test-'));
  rooms.push(folder);
  const db = new Sqlite(join(folder, 'ladeni.db'));
  const dump = dumpOf(version);
  if (dump !== null) db.exec(dump);
  else {
    MIGRATIONS.slice(0, version).forEach((step) => db.exec(step));
    db.pragma(`user_version = ${version}`);
    furnish(db);
  }
  db.pragma('journal_mode = WAL');
  const before = rowsOf(db);
  db.close();
  return { folder, before };
}

const fresh = schemaOf(openDatabase(':memory:'));

describe('an update of Ladeni', () => {
  it('keeps a dump of the schemas that were released, from the first on, and none has been edited since', () => {
    const kept = VERSIONS.filter((version) => dumpOf(version) !== null);
    expect(kept.length).toBeGreaterThanOrEqual(6);
    expect(kept).toEqual(VERSIONS.slice(0, kept.length));
    for (const version of kept) {
      const db = new Sqlite(':memory:');
      db.exec(dumpOf(version)!);
      expect(schemaOf(db), `a released step was edited: version ${version}`).toEqual(schemaOf(schemaOfVersion(version)));
    }
  });

  it.each(VERSIONS)('from schema %i makes what a new shop has, and keeps every row', (version) => {
    const { folder, before } = oldShop(version);
    const db = openDatabase(folder);
    expect(schemaOf(db)).toEqual(fresh);
    expect(db.pragma('user_version', { simple: true })).toBe(MIGRATIONS.length);
    expect(db.pragma('foreign_key_check')).toEqual([]);
    expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
    const after = rowsOf(db);
    for (const [table, rows] of Object.entries(before)) {
      const kept = (after[table] ?? []).filter((row) => table !== 'settings' || row.key !== 'opened');
      expect(rows.length).toBeGreaterThan(0);
      expect(kept.slice(0, rows.length), table).toEqual(rows.map((row) => expect.objectContaining(row) as unknown));
    }
    db.close();
  });

  it.each(VERSIONS)('from schema %i leaves a shop that serves its customers', async (version) => {
    const { folder } = oldShop(version);
    const db = openDatabase(folder);
    const shop = new TestShop({ catalogue: await sampleCatalogue(), at: NOW, db });
    shop.hear('baru', 'Order: spatula silikon 1\nNama: Rina\nHP: 081234567890\nAlamat: Jl. Merpati 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler');
    shop.hear('baru', 'transfer');
    expect(db.prepare(`SELECT count(*) FROM orders WHERE state = 'awaiting_payment'`).pluck().get()).toBe(1);
    expect(shop.failures).toEqual([]);
    db.close();
  });
});

describe('the copy before an update', () => {
  const copying = (folder: string) => copyBeforeUpdate({ dataDir: folder, zone: 'Asia/Jakarta', now: NOW });

  it('is taken when the schema changes, verified, on the shelf, and brings the old shop back', async () => {
    const { folder, before } = oldShop(1);
    openDatabase(folder, { beforeMigration: copying(folder) }).close();
    const [copy] = await createShelf(join(folder, 'backups'), realDisk).list();
    expect(copy).toMatchObject({ name: 'ladeni-20261124-0900.db', schema: 1, totals: { orders: 2, rupiah: 366_203, newestOrder: 'DK-2' } });
    for (const name of readdirSync(join(folder, 'backups'))) expect((statSync(join(folder, 'backups', name)).mode & 0o777).toString(8), name).toBe('600');
    expect((await restore({ dataDir: folder, chosen: { file: copy!.file, record: copy! }, shelves: [join(folder, 'backups')], now: NOW, disk: realDisk })).kind).toBe('restored');
    const back = new Sqlite(join(folder, 'ladeni.db'), { readonly: true });
    expect(back.pragma('user_version', { simple: true })).toBe(1);
    expect(rowsOf(back)).toEqual(before);
    back.close();
  });

  it('is taken neither of a new shop nor of one that is up to date', () => {
    const { folder } = oldShop(MIGRATIONS.length);
    openDatabase(folder, { beforeMigration: copying(folder) }).close();
    openDatabase(folder, { beforeMigration: copying(folder) }).close();
    expect(readdirSync(folder)).not.toContain('backups');
    expect(() => openDatabase(':memory:', { beforeMigration: () => { throw new Error('copied'); } })).not.toThrow();
  });

  it('that cannot be made stops the update, and the database stays as it was', () => {
    const { folder, before } = oldShop(2);
    const taken = (): string => readFileSync(join(folder, 'ladeni.db')).toString('base64');
    const bytes = taken();
    expect(() => openDatabase(folder, { beforeMigration: copyBeforeUpdate({ dataDir: join(folder, 'ladeni.db'), zone: 'Asia/Jakarta', now: NOW }) }))
      .toThrow(expect.objectContaining({ code: 'COPY_BEFORE_UPDATE_FAILED' }) as Error);
    expect(taken()).toBe(bytes);
    const db = new Sqlite(join(folder, 'ladeni.db'), { readonly: true });
    expect(db.pragma('user_version', { simple: true })).toBe(2);
    expect(rowsOf(db)).toEqual(before);
    db.close();
  });
});
