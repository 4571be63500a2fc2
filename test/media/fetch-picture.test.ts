import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fetchPicture, MOST_FETCHED_BYTES, type FetchPictureParts } from '../../src/media/fetch-picture.ts';
import { isPublicAddress } from '../../src/media/public-address.ts';

const pem = (name: string): string => readFileSync(join(import.meta.dirname, 'https', name), 'utf8');
const PUBLIC = '93.184.216.34';

let server: Server;
let picture: Buffer;
const asked: string[] = [];
const looked: string[] = [];

beforeAll(async () => {
  picture = await sharp({ create: { width: 40, height: 30, channels: 3, background: '#0F4C4A' } }).png().toBuffer();
  server = createServer({ key: pem('key.pem'), cert: pem('cert.pem') }, (request, response) => {
    asked.push(`${request.headers.host}${request.url}`);
    switch (request.url) {
      case '/wajan.png?v=1': return void response.end(picture);
      case '/pindah': return void response.writeHead(302, { location: 'https://127.0.0.1/rahasia' }).end();
      case '/besar': return void response.writeHead(200, { 'content-length': MOST_FETCHED_BYTES + 1 }).end(picture);
      case '/mengalir': {
        response.write(picture);
        const more = Buffer.alloc(512 * 1024);
        const flow = (): void => { while (!response.destroyed && response.write(more)); };
        response.on('drain', flow);
        return flow();
      }
      case '/svg': return void response.end('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
      case '/diam': return;
      default: return void response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => new Promise((resolve) => {
  server.closeAllConnections();
  server.close(resolve);
}));

/** What the real network would do: names that resolve to public addresses, and a server behind them. */
function internet(answers: Readonly<Record<string, readonly string[]>> = {}): FetchPictureParts & { readonly dialled: string[] } {
  const dialled: string[] = [];
  asked.length = 0;
  looked.length = 0;
  return {
    dialled,
    lookup: (host) => {
      looked.push(host);
      return Promise.resolve((answers[host] ?? [PUBLIC]).map((address) => ({ address })));
    },
    dial: (address) => {
      dialled.push(address);
      return { address: '127.0.0.1', port: (server.address() as AddressInfo).port, ca: pem('cert.pem') };
    },
  };
}

const refusal = async (link: string, parts: FetchPictureParts = internet()): Promise<string> => {
  const outcome = await fetchPicture(link, parts);
  expect(outcome.kind).toBe('refused');
  return outcome.kind === 'refused' ? outcome.reason : '';
};

describe('a picture by its link', () => {
  it('is fetched over https, as it is', async () => {
    const outcome = await fetchPicture('https://toko.test/wajan.png?v=1', internet());
    expect(outcome.kind === 'fetched' && outcome.bytes.equals(picture)).toBe(true);
    expect(asked).toEqual(['toko.test/wajan.png?v=1']);
  });

  it.each([
    ['127.0.0.1', 'https://127.0.0.1/wajan.png'],
    ['169.254.169.254', 'https://169.254.169.254/latest/meta-data/'],
    ['[::1]', 'https://[::1]/wajan.png'],
    ['a decimal ip', 'https://2130706433/wajan.png'],
    ['an octal ip', 'https://0177.0.0.1/wajan.png'],
    ['a short ip', 'https://127.1/wajan.png'],
    ['an IPv4 address inside IPv6', 'https://[::ffff:127.0.0.1]/wajan.png'],
    ['a NAT64 address', 'https://[64:ff9b::7f00:1]/wajan.png'],
    ['the home network', 'https://192.168.1.1/wajan.png'],
  ])('at %s is refused without connecting (S10)', async (_name, link) => {
    const parts = internet();
    expect(await refusal(link, parts)).toContain('bukan alamat publik');
    expect(parts.dialled).toEqual([]);
  });

  it('whose name leads to this machine is refused (S10)', async () => {
    const parts = internet({ 'jahat.test': ['127.0.0.1'], 'separuh.test': [PUBLIC, '10.0.0.1'], 'enam.test': ['fd00::1'] });
    for (const host of ['jahat.test', 'separuh.test', 'enam.test']) expect(await refusal(`https://${host}/wajan.png`, parts)).toContain('bukan alamat publik');
    expect(parts.dialled).toEqual([]);
  });

  it('is fetched from the very address that was checked: rebinding finds no second look-up (S10)', async () => {
    const answers: Record<string, readonly string[]> = { 'toko.test': [PUBLIC] };
    const parts = internet(answers);
    const rebinding: FetchPictureParts = { ...parts, lookup: async (host) => {
      const found = await parts.lookup!(host);
      answers['toko.test'] = ['127.0.0.1'];
      return found;
    } };
    expect((await fetchPicture('https://toko.test/wajan.png?v=1', rebinding)).kind).toBe('fetched');
    expect(looked).toEqual(['toko.test']);
    expect(parts.dialled).toEqual([PUBLIC]);
    expect(await refusal('https://toko.test/wajan.png?v=1', rebinding)).toContain('bukan alamat publik');
  });

  it('is not fetched by anything but https on its own port (S10)', async () => {
    for (const link of ['http://toko.test/wajan.png', 'file:///etc/passwd', 'ftp://toko.test/x', 'https://toko.test:8443/x', 'https://u:p@toko.test/x', 'wajan.png', `https://toko.test/${'a'.repeat(3000)}`]) {
      const parts = internet();
      await refusal(link, parts);
      expect(parts.dialled, link).toEqual([]);
    }
  });

  it('is not followed when it moves (S10)', async () => {
    const parts = internet();
    expect(await refusal('https://toko.test/pindah', parts)).toContain('dialihkan');
    expect(parts.dialled).toHaveLength(1);
  });

  it('is left when it is larger than 5 MB, said or not (S10)', async () => {
    expect(await refusal('https://toko.test/besar')).toContain('5 MB');
    expect(await refusal('https://toko.test/mengalir')).toContain('5 MB');
  });

  it('must begin as a picture does (S10)', async () => {
    expect(await refusal('https://toko.test/svg')).toContain('bukan gambar');
  });

  it('that is not there, or whose certificate is another\'s, is refused', async () => {
    expect(await refusal('https://toko.test/tidak-ada')).toContain('404');
    expect(await refusal('https://palsu.test/wajan.png?v=1')).toContain('tidak bisa dihubungi');
  });

  it('does not hold the import up for ever', async () => {
    expect(await refusal('https://toko.test/diam', { ...internet(), mostMs: 300 })).toContain('batas waktu');
    expect(await refusal('https://toko.test/x', { ...internet(), mostMs: 50, lookup: () => new Promise(() => undefined) })).toContain('batas waktu');
  });
});

describe('a public address', () => {
  it.each(['8.8.8.8', '93.184.216.34', '172.15.0.1', '172.32.0.1', '2606:2800:220:1:248:1893:25c8:1946', '2404:6800:4003:c00::65'])('%s is one', (address) => {
    expect(isPublicAddress(address)).toBe(true);
  });

  it.each(['0.0.0.0', '10.1.2.3', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1', '172.31.255.255', '192.168.0.1', '198.18.0.1', '224.0.0.1', '255.255.255.255',
    '::', '::1', '::ffff:8.8.8.8', '64:ff9b::1', 'fc00::1', 'fd12::1', 'fe80::1', 'ff02::1', '2001:db8::1', '2002:7f00:1::', 'toko.test', ''])('%s is none (S10)', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
});
