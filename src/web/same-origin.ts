import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './env.ts';

const READING = new Set(['GET', 'HEAD']);
const WRITING = new Set(['POST']);

/**
 * Changes come by POST and from our own pages only (S5): the browser says so in Origin or, where it leaves that out, in
 * Sec-Fetch-Site. `exempt` paths are called by machines and hold a secret of their own.
 */
export function sameOriginOnly(exempt: readonly string[]): MiddlewareHandler<WebEnv> {
  return async (c, next) => {
    if (READING.has(c.req.method)) return next();
    if (!WRITING.has(c.req.method)) return c.text('Cara ini tidak dipakai di sini.', 405, { Allow: 'GET, HEAD, POST' });
    if (exempt.includes(c.req.path)) return next();
    const origin = c.req.header('origin');
    const same = origin === undefined
      ? c.req.header('sec-fetch-site') === 'same-origin'
      : hostOf(origin) === c.req.header('host')?.toLowerCase();
    return same ? next() : c.text('Permintaan ini tidak datang dari halaman toko.', 403);
  };
}

function hostOf(origin: string): string | null {
  try {
    return new URL(origin).host;
  } catch {
    return null;
  }
}
