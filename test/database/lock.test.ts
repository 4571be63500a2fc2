import Sqlite from 'better-sqlite3';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { isHeld } from '../../src/database/lock.ts';
import { openDatabase } from '../../src/database/open.ts';

const rooms: string[] = [];
afterEach(() => { for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true }); });

function room(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ladeni-lock-test-'));
  rooms.push(folder);
  return folder;
}

describe('the lock of a data folder', () => {
  it.each([[false, false], [false, true], [true, false], [true, true]])('opened with readByOthers %s refuses a second process with %s', (first, second) => {
    const folder = room();
    expect(isHeld(folder)).toBe(false);
    const db = openDatabase(folder, { readByOthers: first });
    expect(isHeld(folder)).toBe(true);
    expect(() => openDatabase(folder, { readByOthers: second })).toThrow(expect.objectContaining({ code: 'DATABASE_IN_USE' }) as Error);
    db.prepare(`INSERT INTO settings (key, value) VALUES ('still', 'mine')`).run();
    db.close();
    expect(isHeld(folder)).toBe(false);
    openDatabase(folder, { readByOthers: second }).close();
  });

  it('lets a program that copies continuously read what was committed, only when it was asked to', () => {
    const folder = room();
    const db = openDatabase(folder, { readByOthers: true });
    db.prepare(`INSERT INTO settings (key, value) VALUES ('a', '1')`).run();
    const reader = new Sqlite(join(folder, 'ladeni.db'), { timeout: 0 });
    expect(reader.prepare(`SELECT value FROM settings WHERE key = 'a'`).pluck().get()).toBe('1');
    expect(reader.pragma('journal_mode', { simple: true })).toBe('wal');
    db.prepare(`UPDATE settings SET value = '2' WHERE key = 'a'`).run();
    expect(reader.prepare(`SELECT value FROM settings WHERE key = 'a'`).pluck().get()).toBe('2');
    reader.close();
    db.close();
    const alone = openDatabase(folder);
    const shutOut = new Sqlite(join(folder, 'ladeni.db'), { timeout: 0 });
    expect(() => shutOut.prepare('SELECT * FROM settings').all()).toThrow('locked');
    shutOut.close();
    alone.close();
  });

  it('stays as durable with it', () => {
    const db = openDatabase(room(), { readByOthers: true });
    expect(db.pragma('main.synchronous', { simple: true })).toBe(2);
    expect(db.pragma('main.journal_mode', { simple: true })).toBe('wal');
    db.close();
  });
});
