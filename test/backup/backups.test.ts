import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createBackups } from '../../src/backup/backups.ts';
import { checkApart } from '../../src/backup/check-apart.ts';
import { checkCopy } from '../../src/backup/check-copy.ts';
import { realDisk, type Disk } from '../../src/backup/disk.ts';
import { MARKER } from '../../src/backup/elsewhere.ts';
import { stateLine } from '../../src/backup/words.ts';
import { createKeyedMemory } from '../../src/database/keyed-memory.ts';
import { aShop, DAY, HOUR, MONDAY, placeOrder, scratch, ZONE } from './a-shop.ts';

const full = (): Promise<never> => Promise.reject(Object.assign(new Error('write'), { code: 'ENOSPC' }));

/** A shop with its backups, on a clock and a disk turned by hand. */
function backedUp(options: { elsewhere?: string } = {}) {
  const shop = aShop();
  const world = { ...shop, now: MONDAY, alarms: [] as string[], faults: {} as Partial<Disk>, logged: 0 };
  const disk = new Proxy(realDisk, { get: (real, name: keyof Disk) => world.faults[name] ?? real[name] });
  const open = () => createBackups({
    db: shop.db, dataDir: shop.folder, zone: () => ZONE, now: () => world.now, disk, check: checkCopy, elsewhere: options.elsewhere ?? null,
    memory: createKeyedMemory(shop.db, 'backup.'), alarm: (detail) => world.alarms.push(detail), failed: () => { world.logged++; },
  });
  return Object.assign(world, { open, backups: open() });
}

const copiesIn = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.db')).sort();

function storePhoto(folder: string, name: string, text = name): string {
  mkdirSync(join(folder, 'photos/2026-11'), { recursive: true });
  writeFileSync(join(folder, 'photos/2026-11', name), text);
  return `photos/2026-11/${name}`;
}

describe('the backups of a running shop', () => {
  it('are made every hour, however often the clock ticks', async () => {
    const world = backedUp();
    for (let minute = 0; minute < 180; minute++, world.now += 60_000) await world.backups.tick();
    expect(copiesIn(world.shelf.folder)).toEqual(['ladeni-20261123-1015.db', 'ladeni-20261123-1115.db', 'ladeni-20261123-1215.db']);
    expect(world.backups.state()).toMatchObject({ copies: 3, failure: null, elsewhere: null });
    expect(world.alarms).toEqual([]);
  });

  it('are not made anew at every start, and are made when the machine was asleep', async () => {
    const world = backedUp();
    await world.backups.tick();
    world.now += 20 * 60_000;
    await world.open().tick();
    expect(copiesIn(world.shelf.folder)).toHaveLength(1);
    world.now += 8 * HOUR;
    await world.open().tick();
    expect(copiesIn(world.shelf.folder)).toHaveLength(2);
  });

  it('go on when the clock is set back a day, without a copy a minute', async () => {
    const world = backedUp();
    await world.backups.tick();
    world.now -= DAY;
    for (let minute = 0; minute < 61; minute++, world.now += 60_000) await world.backups.tick();
    expect(copiesIn(world.shelf.folder)).toHaveLength(3);
    const started = world.open();
    await started.tick();
    await started.tick();
    expect(copiesIn(world.shelf.folder)).toHaveLength(4);
  });

  it('alarm the owner once a day while they fail, try again sooner, and say when it is over', async () => {
    const world = backedUp();
    world.faults = { rename: full };
    for (let minute = 0; minute < 25 * 60; minute += 5, world.now += 5 * 60_000) await world.backups.tick();
    expect(world.alarms).toEqual(['disk penuh', 'disk penuh']);
    expect(world.logged).toBeGreaterThan(100);
    expect(stateLine(world.backups.state(), ZONE)).toContain('Percobaan terakhir gagal: disk penuh.');
    await world.open().tick();
    expect(world.alarms).toHaveLength(2);
    world.faults = {};
    world.now += HOUR / 6;
    await world.backups.tick();
    expect(world.backups.state()).toMatchObject({ copies: 1, failure: null });
    expect(readdirSync(world.shelf.folder).filter((name) => name.includes('.part'))).toEqual([]);
  });

  it('never take the shop down, not even when the alarm cannot be written', async () => {
    const world = backedUp();
    world.faults = { makeFolder: full };
    world.alarms.push = () => { throw new Error('database or disk is full'); };
    await expect(world.backups.tick()).resolves.toBeUndefined();
    expect(world.logged).toBe(2);
    expect(world.backups.state().failure).toBe('disk penuh');
  });

  it('do not remove older copies when a new one fails', async () => {
    const world = backedUp();
    await world.backups.run();
    world.now += 90 * DAY;
    world.faults = { rename: full };
    await world.backups.run();
    expect(copiesIn(world.shelf.folder)).toEqual(['ladeni-20261123-1015.db']);
    world.faults = {};
    await world.backups.run();
    expect(copiesIn(world.shelf.folder)).toEqual(['ladeni-20270221-1015.db']);
  });

  it('stop with the shop', async () => {
    const world = backedUp();
    for (let n = 0; n < 2_000; n++) placeOrder(world.db);
    const running = world.backups.run();
    await world.backups.stop();
    world.db.close();
    await running;
    expect(readdirSync(world.shelf.folder)).toEqual([]);
    expect(world.alarms).toEqual([]);
  });

  it('are checked by a process of their own', async () => {
    const world = backedUp();
    await world.backups.run();
    const { file, totals, sha256 } = world.backups.state().last!;
    expect(await checkApart(file, new AbortController().signal)).toMatchObject({ kind: 'sound', totals, sha256 });
    writeFileSync(file, 'no database at all');
    expect(await checkApart(file, new AbortController().signal)).toMatchObject({ kind: 'unsound', why: 'file is not a database' });
    expect(await checkApart(file, AbortSignal.abort())).toMatchObject({ kind: 'unsound' });
  });
});

describe('the photos of a backup', () => {
  it('are linked on the same disk, each once, and copied where links are not to be had', async () => {
    const world = backedUp();
    const photo = storePhoto(world.folder, 'aaaaaaaaaaaaaaaaaaaaaaaa.jpg');
    await world.backups.run();
    expect(statSync(join(world.shelf.folder, photo)).ino).toBe(statSync(join(world.folder, photo)).ino);
    const other = storePhoto(world.folder, 'bbbbbbbbbbbbbbbbbbbbbbbb.jpg');
    world.faults = { link: () => Promise.reject(Object.assign(new Error('link'), { code: 'EXDEV' })) };
    world.now += HOUR;
    await world.backups.run();
    expect(readFileSync(join(world.shelf.folder, other), 'utf8')).toBe('bbbbbbbbbbbbbbbbbbbbbbbb.jpg');
    expect(statSync(join(world.shelf.folder, other)).ino).not.toBe(statSync(join(world.folder, other)).ino);
  });

  it('that the shop has removed outlive the copies that name them, and no longer (S20)', async () => {
    const world = backedUp();
    const photo = storePhoto(world.folder, 'aaaaaaaaaaaaaaaaaaaaaaaa.jpg');
    await world.backups.run();
    rmSync(join(world.folder, photo));
    world.now += HOUR;
    await world.backups.run();
    const removed = join(world.shelf.folder, 'photos-removed/2026-11-23/2026-11/aaaaaaaaaaaaaaaaaaaaaaaa.jpg');
    expect(existsSync(join(world.shelf.folder, photo))).toBe(false);
    world.now += 55 * DAY;
    await world.backups.run();
    expect(existsSync(removed)).toBe(true);
    world.now += 2 * DAY;
    await world.backups.run();
    expect(existsSync(removed)).toBe(false);
  });
});

describe('a person who was erased', () => {
  it('is in no copy, photo or note any more once the copies have expired (S20)', async () => {
    const elsewhere = scratch();
    const world = backedUp({ elsewhere });
    const photo = storePhoto(world.folder, 'cccccccccccccccccccccccc.jpg', 'wajah KENARI');
    world.db.prepare(`UPDATE customers SET name = 'KENARI' WHERE id = 1`).run();
    await world.backups.run();
    world.db.prepare(`UPDATE customers SET name = NULL, erased_at = ? WHERE id = 1`).run(world.now + 1);
    rmSync(join(world.folder, photo));
    const holding = (folder: string): string[] => readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(join(folder, name)).isFile() && readFileSync(join(folder, name)).includes('KENARI'));
    expect(holding(world.shelf.folder)).toHaveLength(2);
    expect(holding(elsewhere)).toHaveLength(2);
    for (let day = 0; day < 58; day++) {
      world.now += DAY;
      await world.backups.run();
    }
    expect(holding(world.shelf.folder)).toEqual([]);
    expect(holding(elsewhere)).toEqual([]);
    expect(copiesIn(elsewhere).length).toBeGreaterThan(15);
  });
});

describe('the owner\'s other folder', () => {
  it('gets the same copies and photos, and is thinned out by the same rule', async () => {
    const elsewhere = scratch();
    const world = backedUp({ elsewhere });
    storePhoto(world.folder, 'aaaaaaaaaaaaaaaaaaaaaaaa.jpg');
    for (let hour = 0; hour < 60; hour++, world.now += HOUR) await world.backups.run();
    expect(copiesIn(elsewhere)).toEqual(copiesIn(world.shelf.folder));
    expect(existsSync(join(elsewhere, 'photos/2026-11/aaaaaaaaaaaaaaaaaaaaaaaa.jpg'))).toBe(true);
    expect(existsSync(join(elsewhere, MARKER))).toBe(true);
    expect(await checkCopy(join(elsewhere, copiesIn(elsewhere)[0]!))).toMatchObject({ kind: 'sound' });
    expect(world.backups.state().elsewhere).toEqual({ folder: elsewhere, failure: null, lastAt: world.now - HOUR });
  });

  it('that is not there is an alarm a day, while the copies at home go on', async () => {
    const world = backedUp({ elsewhere: '/nowhere/usb' });
    for (let hour = 0; hour < 30; hour++, world.now += HOUR) await world.backups.tick();
    expect(world.alarms).toEqual(Array(2).fill('(folder lain) folder /nowhere/usb tidak ada; disk atau USB-nya terpasang?'));
    expect(world.backups.state().failure).toBeNull();
    expect(copiesIn(world.shelf.folder).length).toBeGreaterThanOrEqual(24);
  });

  it('is not filled when the stick is pulled out and only the empty folder stays', async () => {
    const elsewhere = scratch();
    const world = backedUp({ elsewhere });
    await world.backups.run();
    for (const name of readdirSync(elsewhere)) rmSync(join(elsewhere, name), { recursive: true });
    world.now += HOUR;
    await world.backups.run();
    expect(readdirSync(elsewhere)).toEqual([]);
    expect(world.alarms[0]).toContain('bukan disk yang biasa');
    writeFileSync(join(elsewhere, MARKER), '');
    world.now += HOUR;
    await world.backups.run();
    expect(copiesIn(elsewhere)).toEqual(['ladeni-20261123-1215.db']);
    expect(world.backups.state().elsewhere?.failure).toBeNull();
  });

  it('belongs to one shop: another that names it is told so, until the owner says that it moved', async () => {
    const elsewhere = scratch();
    const [first, second] = [backedUp({ elsewhere }), backedUp({ elsewhere })];
    placeOrder(second.db);
    await first.backups.run();
    await second.backups.run();
    expect(second.alarms[0]).toContain(`dipakai toko di ${first.folder}`);
    writeFileSync(join(elsewhere, MARKER), '');
    second.now += HOUR;
    await second.backups.run();
    expect(second.backups.state().elsewhere?.failure).toBeNull();
    expect(copiesIn(elsewhere)).toHaveLength(2);
    first.now += HOUR;
    await first.backups.run();
    expect(first.alarms[0]).toContain(`dipakai toko di ${second.folder}`);
  });

  it('that fills up is an alarm and leaves no half copy', async () => {
    const elsewhere = scratch();
    const world = backedUp({ elsewhere });
    world.faults = { copy: full };
    await world.backups.run();
    expect(world.alarms).toEqual(['(folder lain) disk penuh']);
    expect(copiesIn(elsewhere)).toEqual([]);
    expect(readdirSync(elsewhere)).toEqual([MARKER]);
  });

  it('keeps nothing that did not arrive as it was sent', async () => {
    const elsewhere = scratch();
    const world = backedUp({ elsewhere });
    world.faults = { async copy(from, to) {
      await realDisk.copy(from, to);
      writeFileSync(to, 'X', { flag: 'r+' });
    } };
    await world.backups.run();
    expect(world.alarms).toEqual(['(folder lain) salinan yang tertulis tidak sama dengan aslinya']);
    expect(copiesIn(elsewhere)).toEqual([]);
  });
});
