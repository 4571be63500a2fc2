import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openWebShop, type WebShop } from '../channels/webchat/shop-on-the-web.ts';

let shop: WebShop;
beforeEach(async () => {
  shop = openWebShop({ dataDir: ':memory:' });
  await shop.start();
});
afterEach(() => shop.stop());

/** Every route there is, taken from the router, so that one added later is tried too. */
const routes = () => shop.app.routes.filter(({ method }) => method !== 'ALL')
  .map(({ method, path }) => ({ method, path: path.replace(/:\w+/g, '1') }));

describe('every route', () => {
  it('is known to these tests', () => {
    expect(routes().map(({ method, path }) => `${method} ${path}`)).toEqual(expect.arrayContaining([
      'GET /', 'GET /healthz', 'GET /chat', 'GET /chat/messages', 'GET /chat/events', 'POST /chat/messages', 'POST /chat/photos',
      'GET /chat/photos/1', 'GET /chat/pictures/1', 'GET /catalogue/photos/1',
    ]));
  });

  it('is closed to a name that is not ours (S2)', async () => {
    for (const host of ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example', 'localhost.evil.example', '192.168.1.5', '']) {
      for (const { method, path } of routes()) {
        const answer = await shop.app.request(path, { method, headers: { host, origin: `http://${host}`, 'x-ladeni-chat': '1' } });
        expect([421, 400], `${method} ${path} for ${host}`).toContain(answer.status);
      }
    }
  });

  it.each(['localhost', 'localhost:3000', '127.0.0.1:3000', '[::1]:3000', 'LOCALHOST'])('is open to %s', async (host) => {
    expect((await shop.app.request('/', { headers: { host } })).status).toBe(200);
  });

  it('takes changes from our own pages only (S5)', async () => {
    const foreign: readonly Record<string, string>[] = [
      { origin: 'http://evil.example' }, { origin: 'null' }, { origin: 'http://localhost:4000' }, {}, { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ];
    for (const { path } of routes()) {
      for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        for (const headers of foreign) {
          const answer = await shop.app.request(path, { method, headers: { host: 'localhost', 'x-ladeni-chat': '1', ...headers } });
          expect([403, 405], `${method} ${path} ${JSON.stringify(headers)}`).toContain(answer.status);
          expect(answer.headers.get('access-control-allow-origin')).toBeNull();
        }
      }
    }
  });

  it('carries the protection of the browser, errors too (S6)', async () => {
    for (const path of [...routes().map((route) => route.path), '/nowhere', '/chat/nowhere']) {
      const { headers } = await shop.app.request(path, { headers: { host: 'localhost' } });
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy, path).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('same-origin');
    }
  });
});

describe('pages', () => {
  it('hold nothing inline, so that the policy can forbid it', async () => {
    for (const path of ['/', '/chat', '/nowhere']) {
      const html = await (await shop.app.request(path, { headers: { host: 'localhost' } })).text();
      expect(html, path).toMatch(/^<!doctype html>/);
      expect(html).not.toMatch(/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i);
    }
  });

  it('name their files by content, to be kept for ever', async () => {
    const html = await (await shop.app.request('/chat', { headers: { host: 'localhost' } })).text();
    const files = [...html.matchAll(/(?:src|href)="(\/[^"]*assets[^"]+)"/g)].map((match) => match[1]!);
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const file of files) {
      const answer = await shop.app.request(file, { headers: { host: 'localhost' } });
      expect(answer.status, file).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect((await shop.app.request(file.replace(/assets\/[^/]+/, 'assets/000000000000'), { headers: { host: 'localhost' } })).status).toBe(404);
    }
  });

  it('are not kept by anyone', async () => {
    expect((await shop.app.request('/chat', { headers: { host: 'localhost' } })).headers.get('cache-control')).toBe('no-store');
  });
});
