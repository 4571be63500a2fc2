import type { MiddlewareHandler } from 'hono';
import type { WebEnv } from './env.ts';
import { hostName, isAddress, isLoopbackName } from './requester.ts';

/**
 * Lets in only requests that ask for a name of ours; 421 for every other, on every route (S2). Without it a stranger's page could
 * point its own name at 127.0.0.1 and read the shop through its visitor's browser. `hosts` are names without port. `exempt` paths
 * are called by machines under whatever name the shop has outside, read nothing, and hold a secret of their own.
 */
export function hostGuard(boundTo: string, hosts: readonly string[], exempt: readonly string[] = []): MiddlewareHandler<WebEnv> {
  const known = new Set([hostName(bracketed(boundTo)), ...hosts.map((host) => hostName(host))].filter(Boolean));
  const onTheNetwork = !isLoopbackName(hostName(bracketed(boundTo)));
  const isOurs = (name: string): boolean =>
    isLoopbackName(name) || known.has(name) || (onTheNetwork && isAddress(name));

  return async (c, next) => {
    if (!exempt.includes(c.req.path) && !isOurs(hostName(c.req.header('host')))) {
      return c.text('Alamat ini tidak dikenal oleh toko. Tambahkan namanya di pengaturan bila memang milik toko.', 421);
    }
    return next();
  };
}

const bracketed = (host: string): string => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
