import { createTaskRunner, type TaskRunner } from '../../src/engine/run-tasks.ts';
import { providerTasks } from '../../src/provider-tasks.ts';
import type { CourierProvider } from '../../src/providers/provider.ts';
import { createRajaOngkir } from '../../src/providers/rajaongkir.ts';
import type { Catalogue, LiveTariffs } from '../../src/shop/catalogue/snapshot.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import { districtName, districtsOf } from '../../src/providers/find-area.ts';
import type { CourierService } from '../stand-ins/couriers/courier-service.ts';
import { sampleCatalogue, TestShop, type Received } from '../test-shop.ts';

export const MORNING = '2026-11-23T10:00:00+07:00';
export const KEY = 'kunci-rahasia-toko-1234567890';
const gazetteer = createGazetteer();
const sample = await sampleCatalogue();

export const LIVE: LiveTariffs = {
  provider: 'rajaongkir', dailyLimit: 100,
  services: { 'jne-reg': { courier: 'jne', services: ['REG', 'CTC'] }, 'jnt-ez': { courier: 'jnt', services: ['EZ'] } },
};

export const withLive = (live: LiveTariffs | null, catalogue: Catalogue = sample): Catalogue => ({ ...catalogue, shipping: { ...catalogue.shipping, live } });

/** The map that the stand-in has of the cities that the tests send to, in a provider's spelling. */
export function drawMap(service: CourierService): void {
  for (const [code, city, province] of [['32.73', 'BANDUNG', 'JAWA BARAT'], ['35.78', 'SURABAYA', 'JAWA TIMUR'], ['31.74', 'JAKARTA SELATAN', 'DKI JAKARTA']] as const) {
    for (const district of [...districtsOf(gazetteer.byCode(code)!, gazetteer), ...gazetteer.inside(code)]) {
      // The regency of the same name is there as well, and is not meant.
      service.areas.set(districtName(district).toLowerCase(), [{ city: `KAB. ${city}`, province }, { city, province }]);
    }
  }
}

/** A shop that asks couriers for their prices, on a clock turned by hand, its tasks run when the test says so. */
export class LiveShop {
  readonly shop: TestShop;
  private readonly couriers: ReadonlyMap<string, CourierProvider>;
  private tasks: TaskRunner;

  constructor(service: CourierService, options: { live?: LiveTariffs; at?: string; provider?: CourierProvider; pauseMs?: number } = {}) {
    const provider = options.provider ?? createRajaOngkir(KEY, { root: service.rajaongkir });
    this.couriers = new Map([[provider.name, provider]]);
    this.shop = new TestShop({ catalogue: withLive(options.live ?? LIVE), at: options.at ?? MORNING, outside: { couriers: [provider], gateway: false }, pauseMs: options.pauseMs ?? 0 });
    this.tasks = this.runner();
  }

  private runner(): TaskRunner {
    const { shop } = this.shop;
    return createTaskRunner({
      tasks: shop.tables.tasks, transact: (act) => shop.engine.transact(act), now: () => this.shop.now,
      handlers: providerTasks(shop, { couriers: this.couriers, gateway: null, gazetteer, now: () => this.shop.now }), failed: (_, error) => { this.shop.failures.push(String(error)); },
    });
  }

  restart(): void {
    this.shop.restart();
    this.tasks = this.runner();
  }

  /** Every task that is due has an outcome. */
  work(): Promise<void> { return this.tasks.runDue(); }

  /** What she gets at once. */
  says(text: string, chat = 'c1'): Received[] {
    this.shop.now += 1_000;
    this.shop.hear(chat, text);
    return this.shop.receive();
  }

  /** What she gets when the couriers have been asked. */
  async hears(text: string, chat = 'c1'): Promise<string> {
    const now = this.says(text, chat);
    await this.work();
    return [...now, ...this.shop.receive()].map((reply) => reply.text).join('\n---\n');
  }

  later(ms: number): Received[] {
    this.shop.now += ms;
    this.shop.shop.engine.work();
    return this.shop.receive();
  }
}
