import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cutEverywhere } from './cut-everywhere.ts';
import { BooksFinder } from './found-books.ts';
import { compilerMissing, recordShop, type Recording } from './record-shop.ts';

const SEED = Number(process.env.SEED ?? 20261129);
const missing = compilerMissing();
if (missing !== null) console.error(`\n=== POWER CUTS WERE NOT TRIED: ${missing}\n`);

describe.skipIf(missing !== null)(`the power fails while customers order (F32; SEED=${SEED} replays the cuts)`, () => {
  const scratch = mkdtempSync(path.join(tmpdir(), 'power-cuts-'));
  let recording: Recording;
  beforeAll(async () => { recording = await recordShop(scratch, { processes: 2, days: 4, customers: 2, durability: 'FULL' }); }, 300_000);
  afterAll(() => rmSync(scratch, { recursive: true }));

  it('after any write, with what was not synced kept, lost or torn: no confirmed order is lost, none is half there', () => {
    expect(recording.confirmed).toHaveLength(16);
    const result = cutEverywhere(recording.entries, { seed: SEED, torn: 7 });
    console.log(`power cuts: ${result.cuts} cuts (${Math.round(result.cuts / result.seconds)}/s), ${result.disks} different disks recovered by SQLite into ${result.databases} different databases; ${recording.entries.length} entries, ${recording.confirmed.length} orders`);
    expect(result.broken).toEqual([]);
    expect(result.lost).toBe(0);
    expect(result.cuts).toBeGreaterThanOrEqual(50_000);
    expect(result.disks).toBeGreaterThan(25_000);
    expect(result.databases).toBeGreaterThan(500);
  }, 600_000);

  it('is worth what it says: with synchronous = NORMAL confirmed orders are lost', async () => {
    const { entries } = await recordShop(scratch, { processes: 1, days: 1, customers: 2, durability: 'NORMAL' });
    const result = cutEverywhere(entries, { seed: SEED, torn: 1, enough: 10 });
    expect(result.lost).toBeGreaterThanOrEqual(10);
    expect(result.broken.filter((line) => line.includes('integrity_check'))).toEqual([]);
  }, 300_000);

  it('sees what a disk does that does not sync the database before the log is begun again', () => {
    const begun = recording.entries.findIndex((entry) => entry.kind === 'said');
    const lying = recording.entries.filter((entry, at) => !(at > begun && entry.kind === 'sync' && entry.file === 'ladeni.db'));
    expect(cutEverywhere(lying, { seed: SEED, torn: 0, enough: 1 }).lost).toBeGreaterThan(0);
  }, 300_000);

  it.each([
    ['its lines', 'DELETE FROM order_lines WHERE order_id = 2'],
    ['its message', `DELETE FROM outbox WHERE instr(text, 'DK-2 sudah kami catat') > 0`],
    ['its history', 'DELETE FROM order_events WHERE order_id = 2'],
    ['what it holds', 'DROP TRIGGER stock_ledger_is_append_only_delete; DELETE FROM stock_ledger WHERE order_id = 2'],
  ])('an order without %s is seen to be half an order', (_what, sql) => {
    const folder = mkdtempSync(path.join(scratch, 'half-'));
    const source = new Sqlite(path.join(scratch, 'shop-FULL/data/ladeni.db'), { readonly: true });
    source.prepare('VACUUM INTO ?').run(path.join(folder, 'ladeni.db'));
    source.close();
    expect(new BooksFinder(folder).find('').broken).toEqual([]);
    const db = new Sqlite(path.join(folder, 'ladeni.db'));
    db.exec(sql);
    db.close();
    expect(new BooksFinder(folder).find('').broken).toContain('DK-2 is half an order');
  });
});
