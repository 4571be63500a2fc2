import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkCopy } from '../../src/backup/check-copy.ts';
import { createBackups } from '../../src/backup/backups.ts';
import { realDisk } from '../../src/backup/disk.ts';
import { forgetOnWhatsApp } from '../../src/channels/whatsapp/forgetting.ts';
import { createIdentities } from '../../src/channels/whatsapp/identity.ts';
import { createOwnSends } from '../../src/channels/whatsapp/own-sends.ts';
import { createReadingMarks } from '../../src/channels/whatsapp/reading-marks.ts';
import { createKeyedMemory } from '../../src/database/keyed-memory.ts';
import { openDatabase, type Database } from '../../src/database/open.ts';
import { loadFlows } from '../../src/engine/load-flows.ts';
import { createLogFiles } from '../../src/log-files.ts';
import { openLog } from '../../src/logging.ts';
import { createPhotos } from '../../src/media/photos.ts';
import { createPictures } from '../../src/media/pictures.ts';
import { removePhotos } from '../../src/media/remove-photos.ts';
import { openShop, type OpenShop } from '../../src/open-shop.ts';
import { openHolidays } from '../../src/shop/service/holidays.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { sampleCatalogue } from '../test-shop.ts';

const catalogue = await sampleCatalogue();
const once = { catalogue, modules: await loadFlows(), gazetteer: createGazetteer(), holidays: openHolidays() };
const PHONE = '6281255443322';
const ADDRESS = `${PHONE}@c.us`;
const LID = '998877665544332@lid';
/** Nobody else is called so, lives there, says so or has such a number. */
const CANARY = ['Kanariawati', 'kanariawati', PHONE, '81255443322', '998877665544332', 'Burung Kenari', 'burung kenari', 'rahasia kanari', 'kwitansikanari'];
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

let room: string;
let db: Database;
let shop: OpenShop;
let now: number;
let nextId = 0;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'ladeni-canary-'));
  now = Date.parse('2026-11-23T10:00:00+07:00');
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const log = openLog('debug', [], createLogFiles(join(room, 'logs'), () => now));
  db = openDatabase(room);
  shop = openShop({
    ...once, db, now: () => now, pauseMs: 0, committed: () => {}, failed: (what, error) => log.error({ err: error }, what),
    forgetOnChannel: (channel, address) => { if (channel === 'whatsapp') forgetOnWhatsApp(createKeyedMemory(db, ''), address); },
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  if (db.open) db.close();
  rmSync(room, { recursive: true, force: true });
});

/** Every file below the data folder that holds one of the words, byte for byte, or is named by one. */
function traces(): string[] {
  const files = readdirSync(room, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.flatMap((file) => {
    const bytes = readFileSync(file);
    return CANARY.filter((word) => bytes.includes(word) || file.includes(word)).map((word) => `${file.slice(room.length + 1)}: ${word}`);
  });
}

function deliver(): void {
  shop.engine.transact(() => { for (const row of shop.tables.outbox.open()) shop.tables.outbox.sent(row.id, `true_${ADDRESS}_${row.id}`, now); });
}

async function aLife(): Promise<{ chat: string; photos: ReturnType<typeof createPhotos>; pictures: ReturnType<typeof createPictures> }> {
  const memory = createKeyedMemory(db, '');
  const identities = createIdentities({
    memory, clock: { now: () => now, sleep: () => Promise.resolve() }, ask: () => Promise.resolve({ lid: LID, phone: ADDRESS }), onDoubt: () => {},
  });
  const chat = await identities.of(ADDRESS);
  identities.wrote(chat, ADDRESS, now);
  createReadingMarks(memory).advance(ADDRESS, 'theirs', now);
  createReadingMarks(memory).advance(LID, 'theirs', now);
  createOwnSends(memory).begin(chat, '1.0', 'x', now);

  const photos = createPhotos({ dataDir: room, newId: () => `photo${String(nextId++).padStart(20, '0')}` });
  const pictures = createPictures({ folder: room, orders: shop.business.orders, catalogue: () => catalogue, hours: () => shop.world().premises.hours });
  const picture = await sharp({ create: { width: 300, height: 300, channels: 3, background: { r: 200, g: 30, b: 90 } } }).jpeg().toBuffer();
  const stored = await photos.store(picture, now);
  if (stored.kind !== 'stored') throw new Error('the photo was refused');
  const hear = (content: object): void => {
    shop.engine.accept({ channel: 'whatsapp', id: `false_${ADDRESS}_${nextId++}`, chat, name: 'Kanariawati', quoted: null, phone: `+${PHONE}`, content: content as { kind: 'text'; text: string } });
    deliver();
  };
  hear({ kind: 'text', text: 'halo kak, saya Kanariawati, ini rahasia kanari' });
  hear({ kind: 'text', text: `Order: spatula silikon 1\nNama: Kanariawati\nHP: 0${PHONE.slice(2)}\nAlamat: Jl. Burung Kenari 5 RT 2 RW 3, Coblong, Bandung\nKurir: JNE Reguler` });
  hear({ kind: 'text', text: 'transfer' });
  hear({ kind: 'photo', file: stored.file, caption: 'kwitansikanari sudah transfer' });
  hear({ kind: 'text', text: 'xqzw rahasia kanari plorf' });
  shop.desk.approvePayment({ by: 'siti', id: 'a' }, 'DK-1');
  expect(await pictures.pathOf('receipt:id:DK-1')).toMatch(/DK-1/);
  shop.desk.claim({ by: 'siti', id: 'c' }, 1);
  shop.desk.reply({ by: 'siti', id: 'r' }, 1, 'Kak Kanariawati, paket ke Burung Kenari ya', { asWritten: true, now: true });
  hear({ kind: 'text', text: 'iya, rahasia kanari' });
  shop.desk.release({ by: 'siti', id: 'l' }, 1, 'Kanariawati minta dibungkus kado');
  shop.desk.ship({ by: 'siti', id: 's' }, 'DK-1', 'JP0123456789');
  shop.desk.deliver({ by: 'siti', id: 'd' }, 'DK-1');
  deliver();
  hear({ kind: 'text', text: 'data saya' });
  return { chat, photos, pictures };
}

describe('a person who asks to be forgotten (S20)', () => {
  it('is given all that is kept of her first: name, number, addresses, orders', async () => {
    await aLife();
    const told = db.prepare(`SELECT text FROM outbox ORDER BY id DESC LIMIT 1`).pluck().get() as string;
    for (const part of ['Kanariawati', '5544', 'Burung Kenari', 'DK-1']) expect(told).toContain(part);
  });

  it('leaves no byte in the database, its log of changes, photos, drawings, channels\' memory and logs; and after eight weeks none in the copies', async () => {
    const { photos, pictures } = await aLife();
    const backups = createBackups({
      db, dataDir: room, zone: () => 'Asia/Jakarta', now: () => now, disk: realDisk, check: checkCopy, elsewhere: null,
      memory: createKeyedMemory(db, 'backup.'), alarm: (detail) => { throw new Error(detail); }, failed: (error) => { throw error; },
    });
    await backups.tick();
    expect(new Set(traces().map((line) => line.split(/[-:]/)[0]!.replace(/\/.*/, '')))).toContain('ladeni.db');
    expect(traces().some((line) => line.startsWith('backups/'))).toBe(true);
    const photo = db.prepare('SELECT file FROM proofs').pluck().get() as string;
    expect(existsSync(join(room, photo))).toBe(true);

    shop.engine.accept({ channel: 'whatsapp', id: 'e1', chat: shop.tables.chats.get(1).address, name: null, quoted: null, phone: null, content: { kind: 'text', text: 'hapus data saya' } });
    shop.engine.accept({ channel: 'whatsapp', id: 'e2', chat: shop.tables.chats.get(1).address, name: null, quoted: null, phone: null, content: { kind: 'text', text: 'ya' } });
    deliver();
    const due = db.prepare('SELECT erase_due_at FROM customers WHERE id = 1').pluck().get() as number;
    expect(due - now).toBe(3 * DAY);
    now += HOUR;
    shop.sweep();
    for (const task of shop.tables.tasks.due(now, 50)) {
      if (task.kind === 'remove_photos') (await removePhotos((file) => photos.remove(file), pictures)(JSON.parse(task.data), task))();
      shop.engine.transact(() => shop.tables.tasks.done(task.id));
    }
    expect(db.prepare('SELECT erased_at FROM customers WHERE id = 1').pluck().get()).toBeLessThanOrEqual(due);
    expect(traces().filter((line) => !line.startsWith('backups/'))).toEqual([]);
    expect(existsSync(join(room, photo))).toBe(false);
    expect(readdirSync(join(room, 'receipts'))).toEqual([]);
    // The books stay: the order, without the person.
    expect(db.prepare('SELECT number, total > 0 AS paid, recipient, phone, address FROM orders').get()).toEqual({ number: 'DK-1', paid: 1, recipient: '-', phone: '-', address: '-' });

    for (let day = 0; day < 58; day++) {
      now += DAY;
      await backups.tick();
    }
    expect(traces()).toEqual([]);
    expect(readdirSync(join(room, 'backups')).filter((name) => name.endsWith('.db')).length).toBeGreaterThan(5);
    expect(readdirSync(join(room, 'backups'), { recursive: true }).filter((name) => String(name).endsWith('.jpg'))).toEqual([]);
    await backups.stop();
  });
});
