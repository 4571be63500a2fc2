import type { Hono } from 'hono';
import type { WebEnv } from '../../src/web/env.ts';
import { FORM, type ConsoleShop } from './console-shop.ts';

export const LONG_AGO = 49 * 3_600_000;

/** What of the console is open to people without a session; a new route is not in here by itself. */
const OPEN = ['/konsol/masuk', '/konsol/undangan/:token', '/konsol/aset/:version/:name'];
const EXAMPLES: Readonly<Record<string, string>> = { id: '1', number: 'DK-1', sku: 'WTG-20', token: 'abc', version: 'x', name: 'y', staff: 'siti', month: '2026-11' };

/** Every route there is below /konsol, from the router, with examples in the place of its parameters. */
export function routesOf(app: Hono<WebEnv>): { method: string; path: string; pattern: string; open: boolean }[] {
  const known = new Map<string, { method: string; path: string; pattern: string; open: boolean }>();
  for (const { method, path } of app.routes) {
    if (method === 'ALL' || !path.startsWith('/konsol')) continue;
    const filled = path.replace(/:(\w+)(?:\{[^}]*\})?/g, (_, name: string) => EXAMPLES[name] ?? 'x');
    known.set(`${method} ${path}`, { method, path: filled, pattern: path, open: OPEN.includes(path) });
  }
  return [...known.values()];
}

export function login(at: ConsoleShop, name: string, password: string, from = '192.0.2.50', more: Record<string, string> = {}): Promise<Response> {
  const env = { incoming: { socket: { remoteAddress: '127.0.0.1' } } };
  return Promise.resolve(at.server.app.request('http://localhost:3000/konsol/masuk', {
    method: 'POST', headers: { host: 'localhost:3000', origin: 'http://localhost:3000', 'x-forwarded-for': from, ...FORM, ...more },
    body: new URLSearchParams({ name, password }) as never,
  }, env));
}
