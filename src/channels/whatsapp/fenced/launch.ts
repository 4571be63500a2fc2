import type { ClientOptions } from 'whatsapp-web.js';
import type { ClientSettings } from '../client.ts';
import { LEAN_FLAGS } from './lean-page.ts';

/** A call into a dead page hangs this long at most; puppeteer's own limit is three minutes. */
const CALL_LIMIT_MS = 30_000;

/** How the browser is started. `userId` is that of this process; Chromium's sandbox cannot work for root (0), only then is it off (S21). */
export function launchOptions(settings: ClientSettings, userId: number | undefined): ClientOptions {
  return {
    puppeteer: {
      executablePath: settings.chromium,
      headless: true,
      // A pipe instead of a port: nobody else on the machine can steer the browser, and it ends when this process does (S21).
      pipe: true,
      protocolTimeout: CALL_LIMIT_MS,
      defaultViewport: { width: 800, height: 600 },
      // The shop ends the browser itself, after what is on its way has gone out.
      handleSIGINT: false,
      handleSIGTERM: false,
      handleSIGHUP: false,
      args: [...LEAN_FLAGS, ...(userId === 0 ? ['--no-sandbox'] : [])],
    },
    // The library's default would write a cache into the current folder.
    ...(settings.pinned
      ? { webVersion: settings.pinned.version, webVersionCache: { type: 'local', path: settings.pinned.folder, strict: true } }
      : { webVersionCache: { type: 'none' } }),
    ...(settings.pairPhone === null
      ? {}
      : { pairWithPhoneNumber: { phoneNumber: settings.pairPhone, showNotification: true, intervalMs: 170_000 } }),
    takeoverOnConflict: false,
    qrMaxRetries: 0,
  };
}
