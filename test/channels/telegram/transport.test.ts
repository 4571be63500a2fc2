import { createServer, type RequestListener } from 'node:http';
import { createServer as createTcpServer, type AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createTransport } from '../../../src/channels/telegram/transport.ts';

const closing: (() => void)[] = [];
afterEach(() => closing.splice(0).forEach((close) => close()));

async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function deadPort(): Promise<number> {
  const server = createTcpServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function transport() {
  const made = createTransport();
  closing.push(() => made.close());
  return made;
}

const post = { method: 'POST', headers: {}, body: '{}' };

describe('calls over HTTP', () => {
  it('says for certain when nothing left this machine', async () => {
    const call = transport().fetch(`http://127.0.0.1:${await deadPort()}/`, post);
    await expect(call).rejects.toMatchObject({ reached: false, code: 'ECONNREFUSED' });
    await expect(transport().fetch('http://no-such-host.invalid/', post)).rejects.toMatchObject({ reached: false });
  });

  it('leaves it open when the answer breaks off, before or within', async () => {
    const before = await serve((request) => request.socket.destroy());
    await expect(transport().fetch(before, post)).rejects.toMatchObject({ reached: true });
    const within = await serve((_request, response) => {
      response.writeHead(200, { 'content-length': 100 });
      response.write('{"ok":', () => response.destroy());
    });
    await expect(transport().fetch(within, post)).rejects.toMatchObject({ reached: true });
  });

  it('keeps a connection for the next call', async () => {
    const ports = new Set<number | undefined>();
    const url = await serve((request, response) => {
      ports.add(request.socket.remotePort);
      request.resume().on('end', () => response.end('{"ok":true}'));
    });
    const { fetch } = transport();
    for (let n = 0; n < 3; n += 1) expect(await (await fetch(url, post)).json()).toEqual({ ok: true });
    expect(ports.size).toBe(1);
  });

  it('stops a download that is more than was allowed', async () => {
    const url = await serve((_request, response) => response.end('0123456789'));
    const signal = new AbortController().signal;
    await expect(transport().download(url, 9, signal)).rejects.toMatchObject({ code: 'TOO_BIG' });
    expect(Buffer.from(await transport().download(url, 10, signal)).toString()).toBe('0123456789');
  });

  it('ends a call when asked to', async () => {
    const url = await serve(() => undefined);
    const ending = new AbortController();
    const call = transport().download(url, 10, ending.signal);
    setTimeout(() => ending.abort(), 5);
    await expect(call).rejects.toMatchObject({ code: 'ABORTED' });
    await expect(transport().download(url, 10, ending.signal)).rejects.toMatchObject({ code: 'ABORTED', reached: false });
  });
});
