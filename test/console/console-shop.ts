import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer, type Mount, type WebServer } from '../../src/web/server.ts';
import { catalogueChecks } from '../../src/catalogue-checks.ts';
import { openConsole } from '../../src/open-console.ts';
import { createOwnerFiles, type OwnerFiles } from '../../src/owner-files/desk.ts';
import type { Database } from '../../src/database/open.ts';
import type { Catalogue } from '../../src/shop/catalogue/snapshot.ts';
import { loadCatalogue } from '../../src/shop/catalogue/load.ts';
import { createGazetteer } from '../../src/shop/shipping/gazetteer.ts';
import type { Console } from '../../src/console/console.ts';
import type { ChannelView } from '../../src/console/parts.ts';
import { pairingPhone } from '../../src/channels/whatsapp/pairing.ts';
import { premisesMadeOnce, sampleCatalogue, TestShop } from '../test-shop.ts';
import { webchatOf } from './webchat-of.ts';

const checks = catalogueChecks(createGazetteer());
const sample = await sampleCatalogue();
const premisesOf = premisesMadeOnce();
/** Many people enter in these tests, and the cost of a try is not what they are about. */
const CHEAP = { N: 1_024, r: 8, p: 1 };
const ORIGIN = 'http://localhost:3000';
export const MONDAY_TEN = '2026-11-23T10:00:00+07:00';

function copyOfSample(): string {
  const folder = mkdtempSync(join(tmpdir(), 'katalog-'));
  cpSync(join(import.meta.dirname, '../../catalog'), folder, { recursive: true });
  return folder;
}

/** A shop in memory with its console behind the real server's guards, called without a socket. */
export class ConsoleShop {
  readonly shop: TestShop;
  readonly console: Console;
  readonly server: WebServer;
  problems: readonly string[] = [];
  channels: readonly ChannelView[] = [];
  backupDetail = 'Setiap malam pukul 03.00.';
  /** Phones that codes were asked for. */
  readonly codesFor: string[] = [];
  /** Brings pictures that are not files of the shop yet. */
  pictureElsewhere: (reference: string) => Promise<string | null> = () => Promise.resolve(null);
  dataDir: string;
  /** The owner's folder, as far as the pages that change it see it. */
  readonly catalogDir = copyOfSample();
  /** When a backup was asked for by hand last. */
  private backedUp: number | null = null;
  private readonly ownerFiles: OwnerFiles;
  private looks = 0;

  private constructor(shop: TestShop, port: number, dataDir: string, more: readonly Mount[], failed: (error: unknown, route: string) => void, passwords: 'cheap' | 'real') {
    this.shop = shop;
    this.ownerFiles = createOwnerFiles({
      catalogDir: this.catalogDir, dataDir: mkdtempSync(join(tmpdir(), 'berkas-')), checks, now: () => this.shop.now, newId: () => `lihat-${++this.looks}`,
      applied: async () => {
        const catalogue = await this.reread();
        if (catalogue) this.shop.renew(catalogue);
      },
    });
    this.dataDir = dataDir;
    this.console = openConsole({ ...shop.shop, db: shop.db }, {
      now: () => this.shop.now, dataDir, ownerFiles: this.ownerFiles, problems: () => this.problems, channels: () => this.channels,
      ...(passwords === 'cheap' && { passwordCost: CHEAP }),
      pairByCode: (phone) => pairByCode(this.codesFor, phone),
      backup: () => ({ lastAt: this.backedUp, detail: this.backupDetail }), backUpNow: () => { this.backedUp = this.shop.now; return Promise.resolve(); }, pictureElsewhere: (reference) => this.pictureElsewhere(reference),
    });
    this.server = createServer({
      host: '127.0.0.1', port, hosts: [], health: () => ({ healthy: true, parts: {} }),
      mounts: [{ at: '/konsol', routes: this.console.routes, close: () => this.console.close() }, ...more],
      failed,
    });
  }

  /** The owner's folder as it is now; null where the shop would keep the last good version. */
  async reread(): Promise<Catalogue | null> {
    const loaded = await loadCatalogue(this.catalogDir, checks);
    return loaded.kind === 'loaded' ? loaded.catalogue : null;
  }

  /** `web` opens the customers' web chat beside the console. */
  static async open(options: { at?: string; port?: number; dataDir?: string; web?: boolean; db?: Database; catalogue?: Catalogue; passwords?: 'cheap' | 'real'; failed?: (error: unknown, route: string) => void } = {}): Promise<ConsoleShop> {
    const shop = new TestShop({ catalogue: options.catalogue ?? sample, at: options.at ?? MONDAY_TEN, ...(options.db && { db: options.db }), ...(!options.catalogue && { premisesOf }) });
    const dataDir = options.dataDir ?? '/nowhere';
    return new ConsoleShop(shop, options.port ?? 0, dataDir, options.web ? [(await webchatOf(shop, dataDir)).mount] : [], options.failed ?? throwIt, options.passwords ?? 'cheap');
  }

  request(path: string, init: RequestInit & { headers?: Record<string, string> } = {}): Promise<Response> {
    return Promise.resolve(this.server.app.request(`${ORIGIN}${path}`, { redirect: 'manual', ...init, headers: { host: 'localhost:3000', ...init.headers } }));
  }

  /** Sets a password through a one-time link, and so enters. */
  async join(staff: string, password = 'kopi tubruk sore'): Promise<Browser> {
    const first = this.console.firstRunPath();
    let link = first;
    if (first === null || staff !== 'ratna') {
      const owner = this.owner ?? await this.join('ratna');
      this.owner = owner;
      const page = await owner.post(`/konsol/pemilik/staf/${staff}/tautan`, {}, '/konsol/pemilik/staf');
      link = /\/konsol\/undangan\/[\w-]+/.exec(await page.text())![0];
    }
    const answer = await this.request(link!, { method: 'POST', headers: { origin: ORIGIN, ...FORM }, body: new URLSearchParams({ password, again: password }) as never });
    const browser = new Browser(this, cookieOf(answer));
    if (staff === 'ratna') this.owner = browser;
    return browser;
  }

  /** Enters with the password that `join` has set. */
  async enter(staff: string, password = 'kopi tubruk sore'): Promise<Browser> {
    const answer = await this.request('/konsol/masuk', { method: 'POST', headers: { origin: ORIGIN, ...FORM }, body: new URLSearchParams({ name: staff, password }) as never });
    return new Browser(this, cookieOf(answer));
  }

  private owner: Browser | null = null;
}

/** As the WhatsApp channel answers while it waits to be linked. */
function pairByCode(asked: string[], typed: string): 'asked' | 'not_a_number' {
  const phone = pairingPhone(typed);
  if (phone === null) return 'not_a_number';
  asked.push(phone);
  return 'asked';
}

const throwIt = (error: unknown, route: string): never => { throw new Error(`${route}: ${String(error instanceof Error ? error.stack : error)}`); };

export const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
export const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0]!;

/** Somebody's browser: keeps the cookie and finds the form's token on the page. */
export class Browser {
  private readonly at: ConsoleShop;
  readonly cookie: string;

  constructor(at: ConsoleShop, cookie: string) {
    this.at = at;
    this.cookie = cookie;
  }

  get(path: string, headers: Record<string, string> = {}): Promise<Response> {
    return this.at.request(path, { headers: { cookie: this.cookie, ...headers } });
  }

  async page(path: string): Promise<string> {
    return (await this.get(path)).text();
  }

  async csrf(page = '/konsol/lainnya'): Promise<string> {
    return /name="csrf" value="([^"]+)"/.exec(await this.page(page))![1]!;
  }

  async post(path: string, fields: Record<string, string>, from = '/konsol/lainnya'): Promise<Response> {
    const body = new URLSearchParams({ csrf: await this.csrf(from), act: `t${Math.random()}`, ...fields });
    return this.at.request(path, { method: 'POST', headers: { cookie: this.cookie, origin: ORIGIN, ...FORM }, body: body as never });
  }

  /** Brings a file, as a form with a file in it does. */
  async bring(path: string, field: string, file: File, more: Readonly<Record<string, string>> = {}): Promise<Response> {
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf: await this.csrf(), ...more })) body.set(name, value);
    body.set(field, file);
    return this.at.request(path, { method: 'POST', headers: { cookie: this.cookie, origin: ORIGIN }, body });
  }

  /** The page after an act, with what it says about it. */
  async do(path: string, fields: Record<string, string>): Promise<string> {
    const answer = await this.post(path, fields);
    const to = answer.headers.get('location');
    return to === null ? answer.text() : this.page(to);
  }
}

export const noticeOf = (page: string): string => /<p class="notice (?:done|check|refused)"[^>]*>([^<]*)/.exec(page)?.[1] ?? '';
