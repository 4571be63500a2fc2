import type { Server } from 'node:http';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import type { WebEnv } from './env.ts';
import { hostGuard } from './host-guard.ts';
import { listen, networkWarning } from './listen.ts';
import { sameOriginOnly } from './same-origin.ts';
import { securityHeaders } from './security-headers.ts';
import { sorryPage } from './sorry-page.tsx';

/** Pages that hang on the server: the front page, the web chat, the console. */
export interface Mount {
  /** Where: "/", "/chat". */
  readonly at: string;
  readonly routes: Hono<WebEnv>;
  /** Ends what never ends by itself (open event streams) when the server closes. */
  readonly close?: () => void;
}

export interface Health {
  readonly healthy: boolean;
  /** Part → how it is, in a word. Nothing secret: anyone who reaches the port may ask. */
  readonly parts: Readonly<Record<string, string>>;
}

export interface WebServerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** Further names the shop is reached by, such as its public name behind a TLS proxy. */
  readonly hosts: readonly string[];
  readonly mounts: readonly Mount[];
  readonly health: () => Health;
  /** Paths that machines POST to, each with a secret of its own: a webhook. */
  readonly machinePaths?: readonly string[];
  /** Told of what went wrong inside a route, for the log. */
  readonly failed: (error: unknown, route: string) => void;
}

export interface WebServer {
  /** Every route, for tests that call it without a socket. */
  readonly app: Hono<WebEnv>;
  /** To be shown at the start; null where only this machine reaches the port. */
  readonly warning: string | null;
  /** Opens the port and returns the address to visit. @throws LadeniError PORT_TAKEN and its like */
  listen(): Promise<string>;
  /** Ends event streams, lets requests in work finish, and is closed within 3 s. */
  close(): Promise<void>;
}

const CLOSE_WITHIN_MS = 2_500;

/** The one HTTP server of the shop. Guards stand before every route, so that what is mounted later is guarded too. */
export function createServer(options: WebServerOptions): WebServer {
  const app = new Hono<WebEnv>();
  app.use(securityHeaders);
  app.use(hostGuard(options.host, options.hosts, options.machinePaths));
  app.use(sameOriginOnly(options.machinePaths ?? []));
  app.get('/healthz', (c) => {
    const { healthy, parts } = options.health();
    return c.json({ status: healthy ? 'ok' : 'ill', parts }, healthy ? 200 : 503);
  });
  for (const { at, routes } of options.mounts) app.route(at, routes);
  app.notFound((c) => c.html(sorryPage('Halaman ini tidak ada', 'Mungkin alamatnya salah ketik. Mulai lagi dari halaman depan.'), 404));
  app.onError((error, c) => {
    options.failed(error, `${c.req.method} ${c.req.path}`);
    return c.html(sorryPage('Ada yang salah di sisi kami', 'Tidak ada yang hilang. Coba lagi sebentar lagi.'), 500);
  });

  const server = createAdaptorServer({ fetch: app.fetch }) as Server;
  return {
    app,
    warning: networkWarning(options.host),
    async listen() {
      const { port } = await listen(server, options.host, options.port);
      return `http://${visitable(options.host)}:${port}`;
    },
    close: () => closed(server, options.mounts),
  };
}

/** Where a browser on this machine finds a server bound to every address. */
function visitable(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function closed(server: Server, mounts: readonly Mount[]): Promise<void> {
  return new Promise((resolve) => {
    // A browser keeps its connection after the answer; each is let go as soon as it has nothing in work.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    const force = setTimeout(() => server.closeAllConnections(), CLOSE_WITHIN_MS);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(force);
      resolve();
    });
    for (const mount of mounts) mount.close?.();
  });
}
