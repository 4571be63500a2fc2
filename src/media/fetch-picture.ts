import { lookup } from 'node:dns/promises';
import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import { photoFormat } from './photo-format.ts';
import { isPublicAddress } from './public-address.ts';

export type PictureFetch =
  | { readonly kind: 'fetched'; readonly bytes: Buffer }
  /** `reason` is one clause in Indonesian, for the owner. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface FetchPictureParts {
  /** Every address of a host. */
  readonly lookup?: (host: string) => Promise<readonly { readonly address: string }[]>;
  /** Where the connection to a checked address is really made: tests have no public address of their own. */
  readonly dial?: (address: string) => { readonly address: string; readonly port: number; readonly ca?: string };
  readonly mostMs?: number;
}

export const MOST_FETCHED_BYTES = 5 * 1024 * 1024;
const MOST_MS = 20_000;
const LONGEST_LINK = 2_048;

/**
 * Fetches one picture from a link that an owner's file names (S10). The link is text that somebody else may have
 * written: only https on its usual port, only public addresses, each host looked up once and the connection made to the
 * very address that was checked (a second look-up could give another), no redirect followed, at most 5 MB, and only
 * what begins as a picture does. Never rejects.
 */
export async function fetchPicture(link: string, parts: FetchPictureParts = {}): Promise<PictureFetch> {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return refused('tautannya tidak terbaca');
  const url = new URL(link);
  if (url.protocol !== 'https:') return refused('hanya tautan https yang diambil');
  if (url.port !== '' || url.username !== '' || url.password !== '') return refused('tautan dengan port atau sandi tidak diambil');
  const signal = AbortSignal.timeout(parts.mostMs ?? MOST_MS);
  try {
    const address = await addressOf(url.hostname, parts.lookup ?? ((host) => lookup(host, { all: true })), signal);
    if (address === null) return refused('alamatnya bukan alamat publik di internet');
    return await download(url, (parts.dial ?? ((public_) => ({ address: public_, port: 443 })))(address), signal);
  } catch (error) {
    if (signal.aborted) return refused('tidak selesai diambil dalam batas waktu');
    return refused(`tidak bisa dihubungi (${(error as NodeJS.ErrnoException).code ?? 'gagal'})`);
  }
}

/** The address to connect to; null where any address of the host is not public, for then the host is not what it says. */
async function addressOf(hostname: string, look: NonNullable<FetchPictureParts['lookup']>, signal: AbortSignal): Promise<string | null> {
  const host = hostname.replace(/^\[|\]$/g, '');
  const addresses = isIP(host) > 0 ? [{ address: host }] : await unlessAborted(look(host), signal);
  return addresses.length > 0 && addresses.every(({ address }) => isPublicAddress(address)) ? addresses[0]!.address : null;
}

function unlessAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return Promise.race([work, new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(new Error('aborted')), { once: true }))]);
}

function download(url: URL, to: { readonly address: string; readonly port: number; readonly ca?: string }, signal: AbortSignal): Promise<PictureFetch> {
  return new Promise((resolve, reject) => {
    const asked = request({
      // The name for the certificate and the Host header; the address is pinned, so nothing is looked up again.
      host: to.address, port: to.port, servername: isIP(url.hostname) > 0 ? undefined : url.hostname, path: `${url.pathname}${url.search}`,
      headers: { host: url.host, accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'Ladeni' }, agent: false, signal, ...(to.ca !== undefined && { ca: to.ca }),
    }, (answer) => {
      readPicture(answer).then(resolve, reject).finally(() => asked.destroy());
    });
    asked.on('error', reject);
    asked.end();
  });
}

async function readPicture(answer: IncomingMessage): Promise<PictureFetch> {
  const status = answer.statusCode ?? 0;
  if (status >= 300 && status < 400) return refused('tautannya dialihkan ke tempat lain; pakai tautan yang langsung ke gambar');
  if (status !== 200) return refused(`server menjawab ${status}`);
  const tooLarge = refused('gambarnya lebih dari 5 MB');
  if (Number(answer.headers['content-length'] ?? 0) > MOST_FETCHED_BYTES) return tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MOST_FETCHED_BYTES) return tooLarge;
    chunks.push(chunk);
  }
  const bytes = Buffer.concat(chunks);
  return photoFormat(bytes) === null ? refused('isinya bukan gambar .jpg, .png, atau .webp') : { kind: 'fetched', bytes };
}

const refused = (reason: string): { kind: 'refused'; reason: string } => ({ kind: 'refused', reason });
