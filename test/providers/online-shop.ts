import { createTaskRunner, type TaskRunner } from '../../src/engine/run-tasks.ts';
import { providerTasks } from '../../src/provider-tasks.ts';
import { createMidtrans, type Gateway } from '../../src/providers/midtrans.ts';
import { midtransWebhook, MIDTRANS_PATH } from '../../src/providers/midtrans-webhook.ts';
import type { Charge } from '../../src/shop/payment/charges.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { createServer } from '../../src/web/server.ts';
import type { MidtransService } from '../stand-ins/midtrans/midtrans-service.ts';
import { sampleCatalogue, TestShop } from '../test-shop.ts';

export const SERVER_KEY = 'SB-Mid-server-kunciRahasiaToko123';
const catalogue = await sampleCatalogue();
const gazetteer = createGazetteer();

/** A shop with a payment gateway, on a clock turned by hand, its tasks run when the test says so. */
export class OnlineShop {
  readonly shop: TestShop;
  readonly gateway: Gateway;
  private acts = 0;

  constructor(service: MidtransService, at = '2026-11-23T10:00:00+07:00') {
    this.gateway = createMidtrans(SERVER_KEY, service.roots);
    this.shop = new TestShop({ catalogue, at, outside: { couriers: [], gateway: true } });
  }

  private runner(): TaskRunner {
    const { shop } = this.shop;
    return createTaskRunner({
      tasks: shop.tables.tasks, transact: (act) => shop.engine.transact(act), now: () => this.shop.now,
      handlers: providerTasks(shop, { couriers: new Map(), gateway: this.gateway, gazetteer, now: () => this.shop.now }), failed: () => {},
    });
  }

  work(): Promise<void> { return this.runner().runDue(); }

  /** Time passes, with its sweeps; what they want done is done. */
  async pass(to: number | string): Promise<void> {
    this.shop.pass(to);
    await this.work();
    this.shop.shop.sweep();
    await this.work();
  }

  async hears(text: string, chat = 'c1'): Promise<string> {
    this.shop.now += 1_000;
    this.shop.hear(chat, text);
    await this.work();
    return this.shop.receive().map((reply) => reply.text).join('\n---\n');
  }

  /** Orders one pan to be paid online. */
  async orders(chat = 'c1'): Promise<string> {
    await this.hears('ambil wajan granit 28 1 kirim ke surabaya', chat);
    await this.hears('jne reguler, rina 081234567890 jl merpati 5 rt 2 rw 3 tegalsari surabaya', chat);
    return this.hears('bayar online aja', chat);
  }

  get order() { return this.shop.shop.business.orders.get(1); }
  get charge(): Charge { return this.shop.shop.business.charges.of(1)!; }
  told(): string { return this.shop.receive().map((reply) => reply.text).join('\n---\n'); }
  alerts(): unknown[] { return this.shop.events().filter(({ kind }) => kind === 'staff.alert').map(({ data }) => data.reason); }
  act() { return { by: 'siti', id: `act${++this.acts}` }; }

  /** The notification address, behind the guards of the real server. */
  async notified(body: unknown, headers: Record<string, string> = {}): Promise<number> {
    const { shop } = this.shop;
    const server = createServer({
      host: '127.0.0.1', port: 0, hosts: [], health: () => ({ healthy: true, parts: {} }), failed: () => {}, machinePaths: [MIDTRANS_PATH],
      mounts: [{ at: MIDTRANS_PATH, routes: midtransWebhook({ gateway: this.gateway, payments: shop.payments, transact: (act) => shop.transact(act), now: () => this.shop.now }) }],
    });
    const response = await server.app.request(`https://toko.example.com${MIDTRANS_PATH}`, {
      method: 'POST', headers: { host: 'toko.example.com', 'content-type': 'application/json', ...headers }, body: typeof body === 'string' ? body : JSON.stringify(body),
    });
    return response.status;
  }
}
