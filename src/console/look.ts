import { readFileSync } from 'node:fs';
import { loadAssets } from '../web/assets.ts';
import { SHARED_STYLE } from '../web/look.ts';

const here = (name: string): URL => new URL(`./look/${name}`, import.meta.url);
const own = (name: string): readonly [string, readonly URL[]] => [name, [here(name)]];

/** What the console wears and the little it runs: one style, one script, five signs, all from this folder. */
export const consoleLook = loadAssets('/konsol/aset', {
  'console.css': [SHARED_STYLE, ...['base.css', 'frame.css', 'inbox.css', 'orders.css', 'pages.css', 'owner-forms.css', 'reports.css'].map(here)],
  ...Object.fromEntries(['console.js', 'chat.svg', 'pesanan.svg', 'katalog.svg', 'kinerja.svg', 'lainnya.svg'].map(own)),
});

/** The worker by which phones show notifications; served outside the assets, for a worker reaches no further than the folder it lies in. */
export const notifyWorker = readFileSync(here('notify-worker.js'), 'utf8');
