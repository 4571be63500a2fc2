import { basename, relative } from 'node:path';
import { watch, type FSWatcher } from 'chokidar';
import { createReload, faultOf, type ReloadParts } from './reload.ts';

/** Saves come in bursts; a file is looked at when it has been quiet for this long, so that a change is live within a second. */
const DEBOUNCE_MS = 250;
/** Editors' and Excel's own files: locks (~$products.xlsx, .~lock.products.csv#), temporary and swap files. */
const NOT_OURS = /^[~.]|~$|\.(?:tmp|swp|swx|part|crdownload)$/i;
const OURS = /\.(?:csv|tsv|xlsx|ya?ml|jpe?g|png|webp)$/i;

export interface WatchParts extends ReloadParts {
  readonly folder: string;
  readonly debounceMs?: number;
  /** How long to wait before the folder is watched; what changed by then is seen then. At once, where left out. */
  readonly beginsAfterMs?: number;
}

/**
 * Watches the owner's folder and its photos until closed. `ready` resolves when no later change can be missed. `lookNow` looks
 * without waiting for quiet, for whoever has just put a whole file in its place.
 */
export function watchCatalogue(parts: WatchParts): { readonly ready: Promise<void>; lookNow(): Promise<void>; close(): Promise<void> } {
  const debounceMs = parts.debounceMs ?? DEBOUNCE_MS;
  const reload = createReload({
    ...parts,
    onLoaded: (catalogue) => { if (!closed) parts.onLoaded(catalogue); },
    onRefused: (problems) => { if (!closed) parts.onRefused(problems); },
  });
  let timer: NodeJS.Timeout | null = null;
  let looking: Promise<void> | null = null;
  let again = false;
  let closed = false;

  function soon(): void {
    if (closed) return;
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      if (looking) again = true;
      else looking = look().finally(() => { looking = null; });
    }, debounceMs);
  }

  /** One look at a time: a change that comes meanwhile is looked at after it. */
  async function look(): Promise<void> {
    again = false;
    const looked = await reload.look();
    if (again || looked === 'look_again') soon();
  }

  const ignored = (path: string): boolean => {
    const inside = relative(parts.folder, path);
    return inside !== '' && (NOT_OURS.test(basename(inside)) || (basename(inside) !== 'photos' && !OURS.test(inside)));
  };
  let watcher: FSWatcher | null = null;
  let beginning: NodeJS.Timeout | null = null;
  const ready = new Promise<void>((resolve) => {
    function begin(): void {
      // Not chokidar's `awaitWriteFinish`: it is silent of a file that goes before it was quiet, which a look may have read.
      watcher = watch(parts.folder, { ignoreInitial: true, depth: 1, ignored });
      watcher.on('all', soon);
      watcher.on('error', (error) => parts.onRefused([{
        ...faultOf(error), what: 'perubahan berkas tidak bisa dipantau', should: `jalankan ulang toko sesudah mengubah berkas (${error instanceof Error ? error.message : String(error)})`,
      }]));
      watcher.once('ready', () => {
        // What changed between the first load and now is seen, where it is known what is live.
        if (parts.liveVersion) soon();
        resolve();
      });
    }
    if (parts.beginsAfterMs === undefined) begin();
    else beginning = setTimeout(begin, parts.beginsAfterMs);
  });

  return {
    ready,
    async lookNow() {
      // A look that is due stays due: chokidar drops a change within 50 ms of another, and that look is what sees it.
      await looking;
      if (closed) return;
      looking = look().finally(() => { looking = null; });
      await looking;
    },
    async close() {
      closed = true;
      if (timer) clearTimeout(timer);
      if (beginning) clearTimeout(beginning);
      await watcher?.close();
      await looking;
    },
  };
}
