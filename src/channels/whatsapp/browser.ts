import { existsSync } from 'node:fs';

export type FoundBrowser =
  | { readonly kind: 'found'; readonly path: string }
  /** `what` says what is the matter and how to mend it; Indonesian, one line. */
  | { readonly kind: 'missing'; readonly what: string };

/** Where Debian, Ubuntu, Fedora, Google and macOS put it, the leanest first. */
const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/snap/bin/chromium',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const HOW_TO_INSTALL = 'Pasang dengan: sudo apt install chromium (Debian/Ubuntu), atau tulis letak Chrome di .env: CHROMIUM_PATH=/usr/bin/google-chrome-stable';

/** The browser WhatsApp is to run in: the setting if there is one (and then nothing else), or the first that is installed. */
export function findBrowser(setting: string | undefined, exists: (path: string) => boolean = existsSync): FoundBrowser {
  if (setting !== undefined && setting !== '') {
    return exists(setting)
      ? { kind: 'found', path: setting }
      : { kind: 'missing', what: `Tidak ada browser di CHROMIUM_PATH=${setting}. ${HOW_TO_INSTALL}` };
  }
  const path = PLACES.find((place) => exists(place));
  return path === undefined
    ? { kind: 'missing', what: `WhatsApp butuh Chromium, dan belum ada di komputer ini. ${HOW_TO_INSTALL}` }
    : { kind: 'found', path };
}
