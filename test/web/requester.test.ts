import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import type { WebEnv } from '../../src/web/env.ts';
import { hostName, isAtThisMachine, requesterAddress } from '../../src/web/requester.ts';

const app = new Hono<WebEnv>().get('/', (c) => c.json([requesterAddress(c), isAtThisMachine(c)]));

async function seen(remoteAddress: string, headers: Record<string, string> = {}): Promise<[string, boolean]> {
  const answer = await app.request('/', { headers: { host: 'localhost', ...headers } }, { incoming: { socket: { remoteAddress } } } as WebEnv['Bindings']);
  return answer.json() as Promise<[string, boolean]>;
}

describe('where a request comes from', () => {
  it('is the address of its socket', async () => {
    expect(await seen('192.168.1.9')).toEqual(['192.168.1.9', false]);
    expect(await seen('::ffff:192.168.1.9')).toEqual(['192.168.1.9', false]);
  });

  it('is what the proxy on this machine saw, the last of the list', async () => {
    expect(await seen('127.0.0.1', { 'x-forwarded-for': '1.1.1.1, 36.70.1.2' })).toEqual(['36.70.1.2', false]);
  });

  it('is never what a stranger claims', async () => {
    expect(await seen('203.0.113.5', { 'x-forwarded-for': '127.0.0.1' })).toEqual(['203.0.113.5', false]);
    expect((await seen('127.0.0.1', { 'x-forwarded-for': 'nonsense' }))[0]).toBe('127.0.0.1');
  });

  it('is one household for all of an IPv6 /64', async () => {
    const [one] = await seen('2001:db8:1:2:3:4:5:6');
    const [two] = await seen('2001:0db8:0001:0002::9');
    const [other] = await seen('2001:db8:1:3::9');
    expect(one).toBe(two);
    expect(other).not.toBe(one);
  });

  it('is this machine only without network and without proxy', async () => {
    expect((await seen('127.0.0.1'))[1]).toBe(true);
    expect((await seen('::1', { host: '[::1]:3000' }))[1]).toBe(true);
    expect((await seen('127.0.0.1', { host: 'toko.example' }))[1]).toBe(false);
    expect((await seen('127.0.0.1', { 'x-forwarded-for': '127.0.0.1' }))[1]).toBe(false);
  });
});

it.each([
  ['localhost:3000', 'localhost'], ['[::1]:3000', '[::1]'], ['Toko.Example', 'toko.example'], ['a b', ''], ['evil@localhost', ''], [undefined, ''],
])('the name in %s is %s', (host, name) => {
  expect(hostName(host)).toBe(name);
});
