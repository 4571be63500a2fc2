import { watch } from 'chokidar';
import type { Catalogue, FileProblem, LoadOutcome } from './snapshot.ts';

const DEBOUNCE_MS = 250;
/** Editors' and Excel's own files: half-written saves, locks. */
const NOT_OURS = /(?:^|[/\\])(?:~\$|\.|.*~$|.*\.(?:tmp|swp|part)$)/;

/** Watches the owner's files: a good change is handed on within a second, a bad one is told and changes nothing. */
export function watchCatalogue(parts: {
  readonly folder: string;
  readonly load: () => Promise<LoadOutcome>;
  readonly onLoaded: (catalogue: Catalogue) => void;
  readonly onRefused: (problems: readonly FileProblem[]) => void;
}): { close: () => Promise<void> } {
  let timer: NodeJS.Timeout | null = null;
  let version: string | null = null;
  let refusal = '';

  async function reload(): Promise<void> {
    timer = null;
    const outcome = await parts.load();
    if (outcome.kind === 'loaded') {
      refusal = '';
      if (outcome.catalogue.version === version) return;
      version = outcome.catalogue.version;
      parts.onLoaded(outcome.catalogue);
      return;
    }
    const errors = outcome.problems.filter((problem) => problem.severity === 'error');
    const said = JSON.stringify(errors);
    if (said === refusal) return;
    refusal = said;
    parts.onRefused(errors);
  }

  const watcher = watch(parts.folder, {
    ignoreInitial: true, depth: 0, awaitWriteFinish: { stabilityThreshold: 200, pollInterval: 50 },
    ignored: (path) => path !== parts.folder && NOT_OURS.test(path.slice(parts.folder.length)),
  });
  watcher.on('all', () => {
    if (timer) clearTimeout(timer);
    timer = setTimeout(() => void reload(), DEBOUNCE_MS);
  });
  return {
    close: async () => {
      if (timer) clearTimeout(timer);
      await watcher.close();
    },
  };
}
