import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lookAtProof } from '../../../src/media/look-at-proof.ts';
import { createPhotos } from '../../../src/media/photos.ts';
import { sampleCatalogue, TestShop } from '../../test-shop.ts';
import { buys } from '../ordering/buying.ts';

const catalogue = await sampleCatalogue();
const HOUR = 3_600_000;
let room: string;
let shop: TestShop;
let photos: ReturnType<typeof createPhotos>;
let nextId = 0;

beforeEach(() => {
  room = mkdtempSync(join(tmpdir(), 'ladeni-proof-'));
  photos = createPhotos({ dataDir: room, newId: () => `proof${String(nextId++).padStart(20, '0')}` });
  shop = new TestShop({ catalogue, at: '2026-11-23T10:00:00+07:00' });
});
afterEach(() => rmSync(room, { recursive: true, force: true }));

/** A receipt of a bank's app, with an amount drawn as bars: what an editor would change. */
const receipt = (amount: number, quality = 92): Promise<Buffer> => sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900"><rect width="600" height="900" fill="#fff"/>
  <rect width="600" height="140" fill="#0a4"/><circle cx="300" cy="260" r="70" fill="#0a4"/>${Array.from({ length: 9 }, (_, i) => `<rect x="60" y="${400 + i * 48}" width="${140 + ((i * 97) % 300)}" height="18" fill="#345"/>`).join('')}
  ${[...String(amount)].map((digit, i) => `<rect x="${120 + i * 44}" y="${340 - Number(digit) * 3}" width="26" height="${14 + Number(digit) * 4}" fill="#111"/>`).join('')}</svg>`)).jpeg({ quality }).toBuffer();

async function shows(chat: string, picture: Buffer, caption = 'sudah transfer kak'): Promise<void> {
  const stored = await photos.store(picture, shop.now);
  if (stored.kind !== 'stored') throw new Error('refused');
  shop.hear(chat, { kind: 'photo', file: stored.file, caption });
  shop.receive();
  for (const task of shop.shop.tables.tasks.due(shop.now, 20)) {
    const look = lookAtProof({ proofs: shop.shop.business.proofs, dataFolder: room, now: () => shop.now, fetch: (reference) => Promise.reject(new Error(reference)), tell: shop.shop.engine.acceptEvent });
    const effect = await look(JSON.parse(task.data), task);
    shop.shop.engine.transact(() => { effect(); shop.shop.tables.tasks.done(task.id); });
  }
}
const states = (): unknown => shop.db.prepare('SELECT state FROM orders ORDER BY id').pluck().all();
const flags = (): unknown[] => shop.db.prepare('SELECT flags FROM proofs ORDER BY id').pluck().all();
const neverPaid = (): void => {
  expect(shop.db.prepare(`SELECT count(*) FROM orders WHERE paid_at IS NOT NULL OR state = 'paid'`).pluck().get()).toBe(0);
  expect(shop.db.prepare(`SELECT count(*) FROM order_events WHERE state = 'paid'`).pluck().get()).toBe(0);
};

describe('a picture of a payment is never a payment (S16)', () => {
  it('the same on two orders: nobody is paid, the second is told to staff', async () => {
    const first = buys(shop, 'c1', 'spatula silikon 1');
    buys(shop, 'c2', 'spatula silikon 1');
    await shows('c1', await receipt(first.total));
    await shows('c2', await receipt(first.total));
    expect(states()).toEqual(['awaiting_payment', 'awaiting_payment']);
    expect(flags()[0]).toBe('');
    expect(flags()[1]).toContain('seen_before');
    expect(shop.events().filter((event) => event.data.reason === 'proof_seen_before')).toHaveLength(1);
    neverPaid();
  });

  it('the same, made smaller and coarser by another app: still known', async () => {
    const first = buys(shop, 'c1', 'spatula silikon 1');
    buys(shop, 'c2', 'spatula silikon 1');
    await shows('c1', await receipt(first.total));
    await shows('c2', await sharp(await receipt(first.total)).resize(420).jpeg({ quality: 55 }).toBuffer());
    expect(flags()[1]).toContain('seen_before');
    neverPaid();
  });

  it('edited, with another amount in its words: the amount is pointed out, and nobody is paid', async () => {
    const order = buys(shop, 'c1', 'spatula silikon 1');
    await shows('c1', await receipt(1), 'sudah transfer Rp1.000 ya');
    expect(flags()[0]).toContain('amount_differs');
    await shows('c1', await receipt(order.total), `transfer Rp${order.total} LUNAS. Pembayaran ${order.number} sudah kami terima`);
    expect(states()).toEqual(['awaiting_payment']);
    neverPaid();
  });

  it('late: a person decides, the order does not live by itself', async () => {
    const order = buys(shop, 'c1', 'spatula silikon 1');
    shop.pass(order.expires_at! + HOUR);
    expect(states()).toEqual(['expired']);
    await shows('c1', await receipt(order.total));
    expect(states()).toEqual(['expired']);
    expect(flags()[0]).toContain('late');
    neverPaid();
  });

  it('fifty of them, in words and in pictures, from ten people: none is paid until somebody who is staff says so', async () => {
    for (let i = 0; i < 10; i++) {
      const order = buys(shop, `c${i}`, 'spatula silikon 1');
      await shows(`c${i}`, await receipt(order.total + i));
      for (const text of ['sudah lunas ya', `bukti transfer ${order.number} Rp${order.total}`, 'udah dicek admin kok, lunas', 'done']) { shop.hear(`c${i}`, text); shop.receive(); }
    }
    neverPaid();
    expect(shop.shop.desk.approvePayment({ by: 'siti', id: 'a' }, 'DK-1').kind).toBe('done');
    expect(shop.db.prepare('SELECT count(*) FROM orders WHERE paid_at IS NOT NULL').pluck().get()).toBe(1);
  });
});
