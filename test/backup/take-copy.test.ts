import { readdirSync, statSync, writeFileSync } from 'node:fs';
import { setImmediate as nextTick } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { checkCopy } from '../../src/backup/check-copy.ts';
import { realDisk } from '../../src/backup/disk.ts';
import { LEFT_FREE, takeCopy } from '../../src/backup/take-copy.ts';
import { totalsOf } from '../../src/backup/totals.ts';
import { aShop, copyAt, goodCopy, MONDAY, placeOrder, ZONE } from './a-shop.ts';

describe('taking a copy', () => {
  it('is named by the shop\'s clock, stands alone, and is for us alone', async () => {
    const shop = aShop();
    for (let n = 0; n < 20; n++) placeOrder(shop.db);
    const copy = await goodCopy(shop);
    expect(copy.name).toBe('ladeni-20261123-1015.db');
    expect(copy.totals).toEqual({ orders: 20, rupiah: 1_000_000, newestOrder: 'LD-0020', ledgerRows: 20, onHand: 0, reserved: 20, messagesIn: 20, messagesOut: 0, customers: 1 });
    expect(readdirSync(shop.shelf.folder).sort()).toEqual(['ladeni-20261123-1015.db', 'ladeni-20261123-1015.json']);
    expect(statSync(copy.file).mode & 0o777).toBe(0o600);
    expect(statSync(shop.shelf.folder).mode & 0o777).toBe(0o700);
    expect(await shop.shelf.list()).toEqual([copy]);
  });

  it('never takes the name of another, also when the clock goes back', async () => {
    const shop = aShop();
    await goodCopy(shop);
    expect((await goodCopy(shop)).name).toBe('ladeni-20261123-1015-2.db');
    expect((await goodCopy(shop)).name).toBe('ladeni-20261123-1015-3.db');
    expect(await shop.shelf.list()).toHaveLength(3);
  });

  it('is one moment of a shop that sells all the while: no half order, nothing later left out', async () => {
    const shop = aShop();
    for (let n = 0; n < 3_000; n++) placeOrder(shop.db);
    let sold = 0;
    let taking = true;
    const selling = (async () => {
      while (taking) {
        placeOrder(shop.db);
        sold++;
        await nextTick();
      }
    })();
    const copy = await goodCopy(shop);
    taking = false;
    await selling;
    expect(sold).toBeGreaterThan(3);
    expect(copy.totals.orders).toBeGreaterThan(3_000);
    expect(copy.totals.orders).toBeLessThanOrEqual(totalsOf(shop.db).orders);
    const db = new Sqlite(copy.file, { readonly: true });
    expect(db.prepare('SELECT count(*) AS n FROM orders o LEFT JOIN stock_ledger l ON l.order_id = o.id LEFT JOIN inbox i ON i.provider_id = \'m\' || o.id WHERE l.id IS NULL OR i.id IS NULL').get()).toEqual({ n: 0 });
    expect(copy.totals.reserved).toBe(copy.totals.orders);
    expect(copy.totals.rupiah).toBe(copy.totals.orders * 50_000);
    db.close();
  });

  it('is thrown away when it cannot be read back whole', async () => {
    const shop = aShop();
    const outcome = await takeCopy({ ...shop, disk: realDisk, now: MONDAY, zone: ZONE, check: (file) => {
      writeFileSync(file, 'x'.repeat(4096), { flag: 'r+' });
      return checkCopy(file);
    } });
    expect(outcome).toMatchObject({ kind: 'unsound' });
    expect(readdirSync(shop.shelf.folder)).toEqual([]);
  });

  it('is thrown away when its totals are not the shop\'s', async () => {
    const shop = aShop();
    const outcome = await takeCopy({ ...shop, disk: realDisk, now: MONDAY, zone: ZONE, check: async (file) => {
      const found = await checkCopy(file);
      return found.kind === 'sound' ? { ...found, totals: { ...found.totals, rupiah: 1 } } : found;
    } });
    expect(outcome).toEqual({ kind: 'unsound', why: 'jumlah tidak sama: rupiah' });
    expect(readdirSync(shop.shelf.folder)).toEqual([]);
  });

  it('leaves room for the shop', async () => {
    const shop = aShop();
    const outcome = await copyAt(shop, MONDAY, { ...realDisk, freeBytes: () => Promise.resolve(LEFT_FREE) });
    expect(outcome).toMatchObject({ kind: 'no_room', free: LEFT_FREE });
    expect(readdirSync(shop.shelf.folder)).toEqual([]);
  });

  it('leaves nothing behind when the disk fails at any step', async () => {
    for (const step of ['sync', 'rename', 'write'] as const) {
      for (let nth = 1; ; nth++) {
        const shop = aShop();
        let calls = 0;
        const failing = { ...realDisk, [step]: (...args: [string, string]) => (++calls === nth ? Promise.reject(Object.assign(new Error('no space'), { code: 'ENOSPC' })) : realDisk[step](...args)) };
        shop.shelf = (await import('../../src/backup/shelf.ts')).createShelf(shop.shelf.folder, failing);
        const outcome = await copyAt(shop, MONDAY, failing).catch((error: unknown) => error);
        if (calls < nth) break;
        expect(outcome, `${step} ${nth}`).toBeInstanceOf(Error);
        expect((await shop.shelf.list()).length, `${step} ${nth}`).toBeLessThanOrEqual(readdirSync(shop.shelf.folder).filter((name) => name.endsWith('.db')).length);
        expect(readdirSync(shop.shelf.folder).filter((name) => name.endsWith('.part'))).toEqual([]);
      }
    }
  });

  it('stops when the shop does', async () => {
    const shop = aShop();
    for (let n = 0; n < 500; n++) placeOrder(shop.db);
    expect(await takeCopy({ ...shop, disk: realDisk, check: checkCopy, now: MONDAY, zone: ZONE, stopped: () => true })).toEqual({ kind: 'stopped' });
    expect(readdirSync(shop.shelf.folder)).toEqual([]);
  });
});
