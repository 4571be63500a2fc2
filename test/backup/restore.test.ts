import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { realDisk, type Disk } from '../../src/backup/disk.ts';
import { drill } from '../../src/backup/drill.ts';
import { restore, whyUnsound } from '../../src/backup/restore.ts';
import type { Copy } from '../../src/backup/shelf.ts';
import { drillPassed, drillTable } from '../../src/backup/tables.ts';
import { totalsOf } from '../../src/backup/totals.ts';
import { openDatabase } from '../../src/database/open.ts';
import { addCustomer, aShop, DAY, goodCopy, HOUR, MONDAY, placeOrder, scratch } from './a-shop.ts';

/** A shop of ten orders with a copy, and two orders after it. */
async function shopWithCopy() {
  const shop = aShop();
  for (let n = 0; n < 10; n++) placeOrder(shop.db);
  const copy = await goodCopy(shop);
  placeOrder(shop.db);
  placeOrder(shop.db);
  return { ...shop, copy };
}

const putBack = (shop: { folder: string }, copy: Copy, disk: Disk = realDisk) => restore({
  dataDir: shop.folder, chosen: { file: copy.file, record: copy }, shelves: [dirname(copy.file)], now: MONDAY + HOUR, disk,
});

function ordersIn(folder: string): number {
  const db = openDatabase(folder);
  try {
    return totalsOf(db).orders;
  } finally {
    db.close();
  }
}

/** Writes over the middle of a file. */
function spoil(file: string): void {
  const bytes = readFileSync(file);
  bytes.fill(0x5a, Math.floor(bytes.length / 2), Math.floor(bytes.length / 2) + 6_000);
  writeFileSync(file, bytes);
}

describe('restoring a copy', () => {
  it('brings back the shop as it was, and keeps the replaced database whole', async () => {
    const shop = await shopWithCopy();
    shop.db.close();
    const outcome = await putBack(shop, shop.copy);
    expect(outcome).toMatchObject({ kind: 'restored', totals: shop.copy.totals, photos: { brought: 0, missing: 0 }, erasedAgain: 0 });
    expect(ordersIn(shop.folder)).toBe(10);
    const kept = scratch();
    cpSync((outcome as { keptAs: string }).keptAs, join(kept, 'ladeni.db'));
    expect(ordersIn(kept)).toBe(12);
  });

  it('is refused while the shop runs, and changes nothing', async () => {
    const shop = await shopWithCopy();
    expect(await putBack(shop, shop.copy)).toEqual({ kind: 'in_use' });
    placeOrder(shop.db);
    shop.db.close();
    expect(ordersIn(shop.folder)).toBe(13);
    expect(existsSync(join(shop.folder, 'ladeni.db.restoring'))).toBe(false);
  });

  it('is refused as well while the shop runs beside Litestream', async () => {
    const shop = await shopWithCopy();
    shop.db.close();
    const db = openDatabase(shop.folder, { readByOthers: true });
    const later = await goodCopy({ ...shop, db }, MONDAY + HOUR);
    expect(await putBack(shop, later)).toEqual({ kind: 'in_use' });
    db.close();
    expect(await putBack(shop, later)).toMatchObject({ kind: 'restored', totals: { orders: 12 } });
  });

  it('keeps the log of a shop that died, with the database it belongs to', async () => {
    const shop = await shopWithCopy();
    const dead = scratch();
    for (const name of readdirSync(shop.folder)) cpSync(join(shop.folder, name), join(dead, name), { recursive: true });
    expect(existsSync(join(dead, 'ladeni.db-wal'))).toBe(true);
    const outcome = await restore({ dataDir: dead, chosen: { file: shop.copy.file, record: shop.copy }, shelves: [], now: MONDAY, disk: realDisk });
    expect(ordersIn(dead)).toBe(10);
    const kept = scratch();
    const { keptAs } = outcome as { keptAs: string };
    for (const tail of ['', '-wal']) renameSync(keptAs + tail, join(kept, `ladeni.db${tail}`));
    expect(ordersIn(kept)).toBe(12);
  });

  it('puts a sound database in the place of a damaged or lost one', async () => {
    for (const harm of [spoil, (file: string) => truncateSync(file, 0), (file: string) => rmSync(file), (file: string) => writeFileSync(file, 'bukan database')]) {
      const shop = await shopWithCopy();
      shop.db.close();
      harm(join(shop.folder, 'ladeni.db'));
      expect(() => openDatabase(shop.folder)).toThrow(/rusak|hilang/);
      expect(await putBack(shop, shop.copy)).toMatchObject({ kind: 'restored' });
      expect(ordersIn(shop.folder)).toBe(10);
    }
  });

  it('never takes a copy that is not what it was', async () => {
    const shop = await shopWithCopy();
    shop.db.close();
    const before = readFileSync(shop.copy.file);
    for (let at = 0; at < before.length; at += 4_096 + 97) {
      const bytes = Buffer.from(before);
      bytes[at]! ^= 1;
      writeFileSync(shop.copy.file, bytes);
      expect(await putBack(shop, shop.copy), `byte ${at}`).toMatchObject({ kind: 'unsound' });
    }
    truncateSync(shop.copy.file, before.length - 4_096);
    expect(await putBack(shop, shop.copy)).toMatchObject({ kind: 'unsound' });
    expect(ordersIn(shop.folder)).toBe(12);
  });

  it('never takes a copy from a newer version', async () => {
    const shop = await shopWithCopy();
    shop.db.pragma('user_version = 9999');
    const copy = await goodCopy(shop, MONDAY + HOUR);
    await expect(whyUnsound({ file: copy.file, record: copy })).rejects.toMatchObject({ code: 'DATABASE_TOO_NEW' });
  });

  it.each([['was closed', false], ['died with a log', true]])('cut off at any step leaves a shop that %s as it was, restored, or refusing to start; never empty or short', async (_, died) => {
    const ends = new Set<string>();
    for (let cut = 1; ; cut++) {
      const shop = await shopWithCopy();
      const folder = scratch();
      if (!died) shop.db.close();
      for (const name of readdirSync(shop.folder)) cpSync(join(shop.folder, name), join(folder, name), { recursive: true });
      let steps = 0;
      const dying = new Proxy(realDisk, { get: (real, name: keyof Disk) => (...args: [string, string]) => (++steps >= cut ? Promise.reject(new Error('power cut')) : (real[name] as (...given: string[]) => Promise<unknown>)(...args)) });
      const outcome = await putBack({ folder }, shop.copy, dying).catch(() => null);
      if (outcome?.kind === 'restored' && steps < cut) break;
      try {
        ends.add(`${ordersIn(folder)} orders`);
      } catch (error) {
        ends.add((error as { code: string }).code);
        expect(await putBack({ folder }, shop.copy)).toMatchObject({ kind: 'restored' });
        expect(ordersIn(folder)).toBe(10);
      }
    }
    expect([...ends].sort()).toEqual(['10 orders', '12 orders', 'RESTORE_UNFINISHED']);
  });

  it('forgets again who was erased since, also when a number was given to somebody else', async () => {
    const shop = aShop();
    addCustomer(shop.db, 2, 'Budi');
    addCustomer(shop.db, 3, 'Wati');
    const copy = await goodCopy(shop);
    shop.db.prepare('UPDATE customers SET name = NULL, erased_at = ? WHERE id = 2').run(MONDAY + HOUR);
    await shop.shelf.noteErasures([{ customer: 3, createdAt: MONDAY - 90 * DAY + 3, erasedAt: MONDAY + HOUR }, { customer: 1, createdAt: 5, erasedAt: MONDAY + HOUR }]);
    shop.db.close();
    expect(await putBack(shop, copy)).toMatchObject({ kind: 'restored', erasedAgain: 2 });
    const db = openDatabase(shop.folder);
    expect(db.prepare('SELECT id FROM customers WHERE erase_due_at IS NOT NULL ORDER BY id').all()).toEqual([{ id: 2 }, { id: 3 }]);
    db.close();
  });

  it('sends what was on its way again as perhaps a duplicate, and leaves what waits for opening time', async () => {
    const shop = aShop();
    const promise = shop.db.prepare(`INSERT INTO outbox (chat_id, sender, text, epoch, state, due_at, created_at) VALUES (1, 'bot', 'x', 0, ?, 0, 0)`);
    for (const state of ['ready', 'held', 'sent']) promise.run(state);
    const copy = await goodCopy(shop);
    shop.db.close();
    await putBack(shop, copy);
    const db = openDatabase(shop.folder);
    expect(db.prepare('SELECT state FROM outbox ORDER BY id').pluck().all()).toEqual(['sending', 'held', 'sent']);
    db.close();
  });

  it('brings back the photos that the shop lost, also those among the removed', async () => {
    const shop = aShop();
    const files = ['a', 'b', 'c', 'd'].map((letter) => `photos/2026-11/${letter.repeat(24)}.jpg`);
    shop.db.prepare('INSERT INTO proofs (chat_id, at, file) VALUES (1, 0, ?)').run(files[0]);
    const said = shop.db.prepare(`INSERT INTO inbox (channel, provider_id, chat_id, content, received_at) VALUES ('terminal', ?, 1, ?, 0)`);
    for (const file of files.slice(1)) said.run(file, JSON.stringify({ kind: 'photo', caption: null, file }));
    const copy = await goodCopy(shop);
    shop.db.close();
    const places = [join(shop.shelf.folder, files[0]!), join(shop.shelf.folder, files[1]!.replace('photos/', 'photos-removed/2026-11-23/')), join(shop.folder, files[2]!)];
    for (const place of places) {
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(place, 'jpeg');
    }
    expect(await putBack(shop, copy)).toMatchObject({ photos: { brought: 2, missing: 1 } });
    expect(files.map((file) => existsSync(join(shop.folder, file)))).toEqual([true, true, true, false]);
  });
});

describe('a drill', () => {
  it('restores the newest copy aside and finds the totals that were written down', async () => {
    const shop = await shopWithCopy();
    const outcome = await drill(shop.copy, [shop.shelf.folder]);
    expect(drillPassed(outcome)).toBe(true);
    expect(drillTable(outcome as never)).toMatch(/Pesanan\s+10\s+10\s+sama/);
    expect(drillTable(outcome as never)).toMatch(/Jumlah rupiah\s+500\.000\s+500\.000\s+sama/);
    expect(totalsOf(shop.db).orders).toBe(12);
  });

  it('fails for a spoilt copy, and for a photo that is nowhere', async () => {
    const shop = await shopWithCopy();
    shop.db.prepare('INSERT INTO proofs (chat_id, at, file) VALUES (1, 0, ?)').run(`photos/2026-11/${'a'.repeat(24)}.jpg`);
    const copy = await goodCopy(shop, MONDAY + HOUR);
    const outcome = await drill(copy, [shop.shelf.folder]);
    expect(outcome).toMatchObject({ kind: 'restored', photos: { named: 1, found: 0 } });
    expect(drillPassed(outcome)).toBe(false);
    spoil(copy.file);
    expect(drillPassed(await drill(copy, []))).toBe(false);
  });
});
