import { randomBytes } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { IncomingMessage as Request, ServerResponse } from 'node:http';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { selfSignedCertificate } from './certificate.ts';
import { wrapChromium } from './chromium-wrapper.ts';
import { NORMAL, World, type Sending, type SentMessage, type WebMessage } from './world.ts';

const PAGE = new URL('./page/', import.meta.url);
const FILES: Readonly<Record<string, string>> = {
  '/': 'index.html', '/models.js': 'models.js', '/wire.js': 'wire.js', '/modules.js': 'modules.js', '/life.js': 'life.js',
};

/**
 * A web.whatsapp.com of our own, for the real whatsapp-web.js in a real Chromium. It proves the adapter, not fidelity to the
 * real service. The test plays the customers, the owner's phone, and WhatsApp's servers through its methods.
 */
export class WhatsAppWebStandIn {
  readonly world = new World();
  readonly folder = mkdtempSync(join(tmpdir(), 'whatsapp-web-stand-in-'));
  private readonly server: Server;
  private readonly pages = new Set<ServerResponse>();
  private readonly waiting = new Set<() => void>();
  /** Pages loaded so far. */
  loads = 0;
  /** Called with every message the bot sent, before the page is answered. */
  onSent: (sent: SentMessage) => void = () => undefined;
  /** More files to serve, by path: what a benchmark puts on the page. */
  readonly extras = new Map<string, { readonly type: string; readonly body: Buffer | string }>();

  private constructor() {
    this.server = createServer(selfSignedCertificate(this.folder), (request, response) => {
      this.answer(request, response).catch(() => response.destroy());
    });
  }

  static async start(): Promise<WhatsAppWebStandIn> {
    const standIn = new WhatsAppWebStandIn();
    await new Promise<void>((resolve) => standIn.server.listen(0, '127.0.0.1', resolve));
    return standIn;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** The path of a browser that takes this stand-in for WhatsApp. */
  chromium(real: string): string {
    return wrapChromium(real, (this.server.address() as AddressInfo).port, this.folder);
  }

  /** Somebody scans the QR with the shop's phone (or types the pairing code into it). */
  pair(): void {
    this.world.session = randomBytes(8).toString('hex');
    this.order({ do: 'paired', world: this.world.snapshot() });
  }

  /** The owner removes the linked device on the phone. */
  unlink(): void {
    this.world.session = null;
    this.order({ do: 'logout' });
  }

  showQr(ref: string): void {
    this.world.ref = ref;
    this.order({ do: 'qr', ref });
  }

  /** Something arrives in a chat. Returns the id part. */
  deliver(message: Partial<WebMessage> & Pick<WebMessage, 'chat'>): string {
    const whole: WebMessage = {
      id: newId(message.fromMe === true ? '3A' : '3EB0'), fromMe: false, type: 'chat', body: '', t: unixNow(),
      notifyName: 'Rina', ...message,
    };
    this.world.keep(whole);
    this.order({ do: 'message', message: whole });
    return whole.id;
  }

  write(chat: string, body: string): string {
    return this.deliver({ chat, body });
  }

  writePhoto(chat: string, bytes: Buffer, caption: string): string {
    const path = `/media/${newId('')}`;
    this.world.media.set(path, bytes);
    return this.deliver({ chat, type: 'image', body: 'dGh1bWI=', caption, directPath: path, mimetype: 'image/png' });
  }

  /** Somebody writes from the shop's own phone. */
  writeFromPhone(chat: string, body: string): string {
    return this.deliver({ chat, body, fromMe: true, ack: 1 });
  }

  edit(chat: string, id: string, body: string): void {
    this.order({ do: 'edit', chat, id, body });
  }

  revoke(chat: string, id: string): void {
    this.order({ do: 'revoke', chat, id });
  }

  ack(chat: string, id: string, ack: number): void {
    this.order({ do: 'ack', chat, id, ack });
  }

  setSending(sending: Partial<Sending>): void {
    this.world.sending = { ...NORMAL, ...sending };
    this.order({ do: 'sending', sending: this.world.sending });
  }

  tieLid(lid: string, phone: string): void {
    this.world.lids.set(lid, phone);
    this.order({ do: 'lids', lids: [...this.world.lids] });
  }

  setState(state: string): void {
    this.order({ do: 'state', state });
  }

  reload(): void {
    this.order({ do: 'reload' });
  }

  goBlank(): void {
    this.order({ do: 'blank' });
  }

  hang(): void {
    this.order({ do: 'hang' });
  }

  /** Resolves as soon as `holds` is true; it is looked at whenever something reaches the stand-in, and now and then. */
  async until(holds: () => boolean, what: string, withinMs = 20_000): Promise<void> {
    const deadline = performance.now() + withinMs;
    while (!holds()) {
      if (performance.now() > deadline) throw new Error(`waited ${withinMs} ms in vain until ${what}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(done, 20);
        const { waiting } = this;
        function done(): void {
          clearTimeout(timer);
          waiting.delete(done);
          resolve();
        }
        waiting.add(done);
      });
    }
  }

  private order(order: object): void {
    for (const page of this.pages) page.write(`data: ${JSON.stringify(order)}\n\n`);
  }

  private async answer(request: Request, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', 'https://web.whatsapp.com');
    if (request.method === 'POST') {
      const answer = this.take(pathname, JSON.parse(await text(request)) as Record<string, unknown>);
      response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
      for (const look of [...this.waiting]) look();
      return;
    }
    if (pathname === '/wire') {
      this.open(request, response);
      return;
    }
    if (pathname === '/blank') {
      response.setHeader('content-type', 'text/html').end('<p>nothing here</p>');
      return;
    }
    const bytes = this.world.media.get(pathname);
    const extra = this.extras.get(pathname);
    const file = FILES[pathname];
    if (bytes) response.end(bytes);
    else if (extra) response.setHeader('content-type', extra.type).end(extra.body);
    else if (file) response.setHeader('content-type', typeOf(file)).end(readFileSync(new URL(file, PAGE)));
    else response.writeHead(404).end();
  }

  private open(request: Request, response: ServerResponse): void {
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    this.loads += 1;
    this.pages.add(response);
    request.on('close', () => this.pages.delete(response));
    response.write(`data: ${JSON.stringify({ do: 'world', world: this.world.snapshot() })}\n\n`);
  }

  /** What the page tells the servers. */
  private take(path: string, body: Record<string, unknown>): object {
    const { world } = this;
    switch (path) {
      case '/sent': {
        const sent = body as unknown as SentMessage;
        world.take(sent);
        this.onSent(sent);
        return { acks: world.sending.acks, afterMs: world.sending.afterMs };
      }
      case '/revoked': world.revoked.push(...(body.ids as string[])); return {};
      case '/typing': world.typing.push(body.chat as string); return {};
      case '/seen': world.seen.push(body.chat as string); return {};
      case '/exists': return { exists: !world.strangers.has(body.address as string) };
      case '/pairing-code': return world.refusesCodes ? {} : { code: 'ABCD1234' };
      default: throw new Error(`the stand-in's server has no ${path}`);
    }
  }
}

const newId = (prefix: string): string => prefix + randomBytes(8).toString('hex').toUpperCase();
const unixNow = (): number => Math.floor(Date.now() / 1000);
const typeOf = (file: string): string => (file.endsWith('.js') ? 'text/javascript' : 'text/html');
