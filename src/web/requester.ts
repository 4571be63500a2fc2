import { isIP } from 'node:net';
import type { WebContext, WebEnv } from './env.ts';

const LOOPBACK_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const LOOPBACK_ADDRESS = /^(?:127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

/** The name in a Host header or an Origin, without its port; "" where there is none. */
export function hostName(host: string | undefined): string {
  const name = /^(\[[0-9a-f:.]+\]|[^:/@\s]+)(?::\d{1,5})?$/i.exec(host ?? '')?.[1] ?? '';
  return name.toLowerCase();
}

export const isLoopbackName = (name: string): boolean => LOOPBACK_NAMES.has(name);

/** True for "192.168.1.5" and "[::1]": an address, which no attacker's name server can point elsewhere. */
export const isAddress = (name: string): boolean => isIP(name.replace(/^\[|\]$/g, '')) !== 0;

const socketAddress = <E extends WebEnv>(c: WebContext<E>): string => c.env?.incoming?.socket?.remoteAddress ?? '';

/**
 * The network address a request comes from, for counting. Behind a proxy on this machine, the address the proxy saw: the last
 * of X-Forwarded-For, the only one it wrote itself. From elsewhere that header is a stranger's word and not read.
 */
export function requesterAddress<E extends WebEnv>(c: WebContext<E>): string {
  const direct = socketAddress(c);
  if (!LOOPBACK_ADDRESS.test(direct)) return shared(direct);
  const seen = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '';
  return shared(isIP(seen) === 0 ? direct : seen);
}

/** One household or phone holds a whole IPv6 /64; counted as one. */
function shared(address: string): string {
  if (isIP(address) !== 6 || address.startsWith('::ffff:')) return address.replace(/^::ffff:/, '');
  const [head = '', tail = ''] = address.split('::');
  const left = head.split(':').filter(Boolean);
  const right = tail.split(':').filter(Boolean);
  const filled = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return filled.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':');
}

/** True where the person sits at this very machine: neither the network nor a proxy brought the request. */
export function isAtThisMachine<E extends WebEnv>(c: WebContext<E>): boolean {
  const forwarded = c.req.header('x-forwarded-for') ?? c.req.header('x-forwarded-host') ?? c.req.header('forwarded');
  return forwarded === undefined && isLoopbackName(hostName(c.req.header('host'))) && LOOPBACK_ADDRESS.test(socketAddress(c));
}

/** True where the visitor's browser speaks https, as the proxy in front says. Decides only how that visitor's own cookie is kept. */
export const isHttps = <E extends WebEnv>(c: WebContext<E>): boolean => c.req.header('x-forwarded-proto')?.split(',')[0]?.trim() === 'https';
