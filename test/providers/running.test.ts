import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Channel, Inbox, OutgoingMessage } from '../../src/channels/channel.ts';
import { openLog } from '../../src/logging.ts';
import { createRajaOngkir } from '../../src/providers/rajaongkir.ts';
import { runShop, type RunningShop } from '../../src/running-shop.ts';
import { loadCatalogue } from '../../src/shop/catalogue/load.ts';
import { CourierService } from '../stand-ins/couriers/courier-service.ts';
import { drawMap, KEY } from './live-shop.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const room = mkdtempSync(join(tmpdir(), 'ladeni-live-test-'));
const catalogDir = join(room, 'catalog');
/** The block that the owner's guide tells to write. */
const BLOCK = /```yaml\n(live:\n.*?)```/s.exec(readFileSync(join(ROOT, 'docs/kurir-dan-pembayaran.md'), 'utf8'))![1]!;

let service: CourierService;
let shop: RunningShop;
let inbox: Inbox;
const sent: OutgoingMessage[] = [];
let onSend = (): void => {};
const channel: Channel = {
  name: 'terminal', stop: () => Promise.resolve(), typing: () => Promise.resolve(), status: () => ({ state: 'on', detail: '' }),
  start: (opened) => { inbox = opened; return Promise.resolve(); },
  send: (message) => {
    sent.push(message);
    onSend();
    return Promise.resolve({ kind: 'sent', providerId: String(sent.length) });
  },
};

beforeAll(async () => {
  service = await CourierService.open();
  drawMap(service);
  cpSync(join(ROOT, 'catalog'), catalogDir, { recursive: true });
  appendFileSync(join(catalogDir, 'shipping.yaml'), `\n${BLOCK}`);
  shop = await runShop({
    catalogDir, dataDir: join(room, 'data'), pauseMs: 0, log: openLog('silent', []), broken: () => {}, fetchPicture: () => Promise.reject(new Error('none')), removePicture: () => Promise.resolve(false),
    couriers: new Map([['rajaongkir', createRajaOngkir(KEY, { root: service.rajaongkir })]]),
  });
  await shop.open(channel);
});
afterAll(async () => {
  service.speak();
  await shop.stop();
  await service.close();
  rmSync(room, { recursive: true, force: true });
});

const asks = (chat: string): Promise<string> => new Promise((answered) => {
  onSend = () => answered(sent.at(-1)!.text);
  inbox.accept({ channel: 'terminal', id: `m-${chat}`, chat, name: null, quoted: null, phone: null, content: { kind: 'text', text: 'ongkir wajan granit 28 ke surabaya brp kak' } });
});

describe('a shop on the real clock', () => {
  it('reads the block that the owner\'s guide shows', async () => {
    const loaded = await loadCatalogue(catalogDir);
    expect(loaded.kind === 'loaded' && loaded.catalogue.shipping.live).toMatchObject({ provider: 'rajaongkir', dailyLimit: 100, services: { 'jne-reg': { courier: 'jne', services: ['REG', 'CTC'] } } });
  });

  it('answers of its own accord by its table when nobody answers it, and by the courier\'s price when somebody does', async () => {
    service.mood = 'silent';
    expect(await asks('c1')).toContain('Ongkir dari tabel toko.');
    service.speak();
    expect(await asks('c2')).toContain('JNE Reguler Rp11.000');
    expect(sent).toHaveLength(2);
  });
});
