/**
 * A page nobody looks at: it need not fetch faces, fonts or films, nor keep much. Customers' photos are not touched by this;
 * the page fetches those by script from WhatsApp's media servers and hands them over in memory.
 */
import type { Client } from 'whatsapp-web.js';

type Page = NonNullable<Client['pupPage']>;

export const LEAN_FLAGS: readonly string[] = [
  '--disk-cache-size=33554432',
  '--media-cache-size=1048576',
  '--disable-gpu',
  '--disable-extensions',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
  '--disable-domain-reliability',
  '--no-first-run',
  '--no-pings',
  '--mute-audio',
  '--renderer-process-limit=1',
  '--force-prefers-reduced-motion',
];

const ENDINGS = ['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'woff', 'woff2', 'ttf', 'mp3', 'ogg', 'wav', 'mp4', 'webm'];

/** Profile pictures, emoji sheets, wallpapers, fonts, sounds, films. Only addresses on the web: never `blob:` or `data:`. */
export const NOT_FETCHED: readonly string[] = [
  ...['static.whatsapp.net', 'web.whatsapp.com'].flatMap((host) => ENDINGS.map((ending) => `https://${host}/*.${ending}*`)),
  'https://pps.whatsapp.net/*',
];

/** Holds for the page and for whatever it becomes after a reload. */
export async function makeLean(page: Page): Promise<void> {
  const session = await page.createCDPSession();
  await session.send('Network.enable', { maxTotalBufferSize: 1_048_576, maxResourceBufferSize: 524_288 });
  await session.send('Network.setBlockedURLs', { urls: [...NOT_FETCHED] });
}
