import { createServer as createNetServer, type AddressInfo } from 'node:net';
import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { LadeniError } from '../../src/errors.ts';
import type { WebEnv } from '../../src/web/env.ts';
import { networkWarning } from '../../src/web/listen.ts';
import { createServer, type WebServerOptions } from '../../src/web/server.ts';

const server = (options: Partial<WebServerOptions> = {}) => createServer({
  host: '127.0.0.1', port: 0, hosts: [], mounts: [], health: () => ({ healthy: true, parts: {} }), failed: () => undefined, ...options,
});

function get(url: string, headers: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    }).on('error', reject).end();
  });
}

describe('the HTTP server', () => {
  it('listens on this machine only (S1)', async () => {
    const web = server();
    const url = await web.listen();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await get(`${url}/healthz`)).toBe(200);
    const others = Object.values(networkInterfaces()).flat().filter((face) => face && !face.internal && face.family === 'IPv4');
    for (const face of others) await expect(get(url.replace('127.0.0.1', face!.address))).rejects.toThrow('ECONNREFUSED');
    await web.close();
  });

  it('checks the name over the wire, where a browser cannot be told otherwise (S2)', async () => {
    const web = server({ hosts: ['toko.example'] });
    const url = await web.listen();
    expect(await get(`${url}/healthz`, { host: 'evil.example' })).toBe(421);
    expect(await get(`${url}/healthz`, { host: 'toko.example' })).toBe(200);
    await web.close();
  });

  it('says which port is taken, and how to take another', async () => {
    const other = createNetServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const { port } = other.address() as AddressInfo;
    const refused = await server({ port }).listen().catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(LadeniError);
    expect(refused).toMatchObject({ code: 'PORT_TAKEN', message: expect.stringContaining(`Port ${port}`), todo: expect.stringContaining(`PORT=${port + 1}`) });
    await new Promise((resolve) => other.close(resolve));
  });

  it('says so where HOST is no address of this machine', async () => {
    await expect(server({ host: '203.0.113.7' }).listen()).rejects.toMatchObject({ code: 'HOST_UNKNOWN', todo: expect.stringContaining('HOST') });
  });

  it('warns where others on the network can listen in', () => {
    for (const host of ['0.0.0.0', '192.168.1.5', '::']) expect(networkWarning(host)).toMatch(/TLS/);
    for (const host of ['127.0.0.1', 'localhost', '::1']) expect(networkWarning(host)).toBeNull();
    expect(server({ host: '0.0.0.0' }).warning).toContain('0.0.0.0');
  });

  it('answers 503 when the shop is ill', async () => {
    const ill = server({ health: () => ({ healthy: false, parts: { telegram: 'failed' } }) });
    const answer = await ill.app.request('/healthz', { headers: { host: 'localhost' } });
    expect(answer.status).toBe(503);
    expect(await answer.json()).toEqual({ status: 'ill', parts: { telegram: 'failed' } });
  });

  it('keeps what went wrong to its log, and tells the visitor what to do', async () => {
    const failures: string[] = [];
    const routes = new Hono<WebEnv>();
    routes.get('/breaks', () => { throw new Error('secret path /home/budi'); });
    const web = server({ mounts: [{ at: '/', routes }], failed: (error, route) => failures.push(`${route}: ${String(error)}`) });
    const answer = await web.app.request('/breaks', { headers: { host: 'localhost' } });
    expect(answer.status).toBe(500);
    const page = await answer.text();
    expect(page).toContain('Tidak ada yang hilang');
    expect(page).not.toContain('budi');
    expect(failures).toEqual(['GET /breaks: Error: secret path /home/budi']);
  });

  it('lets machines with a secret of their own in, and only on their path', async () => {
    const routes = new Hono<WebEnv>();
    for (const path of ['/telegram', '/other']) routes.post(path, (c) => c.text('in'));
    const web = server({ mounts: [{ at: '/', routes }], machinePaths: ['/telegram'] });
    const post = (path: string) => web.app.request(path, { method: 'POST', headers: { host: 'localhost' } });
    expect((await post('/telegram')).status).toBe(200);
    expect((await post('/other')).status).toBe(403);
  });

  it('ends open streams when it closes, and lets a request in work finish', async () => {
    let end = (): void => undefined;
    let answer = (): void => undefined;
    let arrived = (): void => undefined;
    const inWork = new Promise<void>((resolve) => { arrived = resolve; });
    const routes = new Hono<WebEnv>();
    routes.get('/stream', (c) => c.body(new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new Uint8Array([10]));
        end = () => controller.close();
      },
    })));
    routes.get('/slow', (c) => new Promise<Response>((resolve) => {
      answer = () => resolve(c.text('done'));
      arrived();
    }));
    const web = server({ mounts: [{ at: '/', routes, close: () => end() }] });
    const url = await web.listen();
    const stream = await fetch(`${url}/stream`);
    const slow = fetch(`${url}/slow`);
    await inWork;
    const closed = web.close();
    answer();
    expect(await (await slow).text()).toBe('done');
    expect((await stream.arrayBuffer()).byteLength).toBe(1);
    await closed;
    await expect(get(url)).rejects.toThrow('ECONNREFUSED');
  });
});
