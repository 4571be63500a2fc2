import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';
import { checkCopy } from '../../src/backup/check-copy.ts';
import { realDisk, type Disk } from '../../src/backup/disk.ts';
import { createShelf, type Shelf } from '../../src/backup/shelf.ts';
import { takeCopy, type TakeOutcome } from '../../src/backup/take-copy.ts';
import { openDatabase, type Database } from '../../src/database/open.ts';

export const ZONE = 'Asia/Jakarta';
/** 23 November 2026, 10:15 in Jakarta. */
export const MONDAY = Date.parse('2026-11-23T10:15:00+07:00');
export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;

const rooms: string[] = [];
const open: Database[] = [];
afterEach(() => {
  for (const db of open.splice(0)) if (db.open) db.close();
  for (const room of rooms.splice(0)) rmSync(room, { recursive: true, force: true });
});

/** A folder that is gone after the test. */
export function scratch(): string {
  const room = mkdtempSync(join(tmpdir(), 'ladeni-backup-test-'));
  rooms.push(room);
  return room;
}

/** A data folder with an open database and one customer in it. */
export function aShop(): { folder: string; db: Database; shelf: Shelf } {
  const folder = scratch();
  const db = openDatabase(folder);
  open.push(db);
  addCustomer(db, 1, 'Sari Wulandari');
  return { folder, db, shelf: createShelf(join(folder, 'backups'), realDisk) };
}

export function addCustomer(db: Database, id: number, name: string): void {
  db.prepare('INSERT INTO customers (id, name, created_at) VALUES (?, ?, ?)').run(id, name, MONDAY - 90 * DAY + id);
  db.prepare(`INSERT INTO chats (id, channel, address, customer_id) VALUES (?, 'terminal', ?, ?)`).run(id, `c${id}`, id);
}

/** An order of one piece and its reservation in one transaction, as the shop writes them. */
export function placeOrder(db: Database, total = 50_000): void {
  db.transaction(() => {
    const id = Number(db.prepare(`INSERT INTO orders (number, customer_id, chat_id, state, payment, goods, shipping_cost, total, service_id, service_name, place_code,
        recipient, phone, address, arrives_from, arrives_to, days_min, days_max, placed_at, agreed_text)
      VALUES (lower(hex(randomblob(6))), 1, 1, 'paid', 'bank_transfer', ?, 0, ?, 'jne', 'JNE', '32.73', 'Sari', '+62', 'Jl. Dago', '2026-11-24', '2026-11-25', 1, 2, ?, 'ya')`)
      .run(total, total, MONDAY).lastInsertRowid);
    db.prepare('UPDATE orders SET number = ? WHERE id = ?').run(`LD-${String(id).padStart(4, '0')}`, id);
    db.prepare(`INSERT INTO stock_ledger (sku, at, kind, on_hand_change, reserved_change, order_id, who) VALUES ('KOPI', ?, 'reserve', 0, 1, ?, 'shop')`).run(MONDAY, id);
    db.prepare(`INSERT INTO inbox (channel, provider_id, chat_id, content, received_at) VALUES ('terminal', ?, 1, '{}', ?)`).run(`m${id}`, MONDAY);
  })();
}

export const copyAt = (shop: { db: Database; shelf: Shelf }, now = MONDAY, disk: Disk = realDisk): Promise<TakeOutcome> =>
  takeCopy({ ...shop, disk, check: checkCopy, now, zone: ZONE });

/** A copy that must succeed. */
export async function goodCopy(shop: { db: Database; shelf: Shelf }, now = MONDAY) {
  const outcome = await copyAt(shop, now);
  if (outcome.kind !== 'taken') throw new Error(JSON.stringify(outcome));
  return outcome.copy;
}
