import type { Catalogue, FileProblem, LoadOutcome } from './snapshot.ts';

export interface ReloadParts {
  readonly load: () => Promise<LoadOutcome>;
  /** A good change, or files that are good again after a refusal that was told. */
  readonly onLoaded: (catalogue: Catalogue) => void;
  /** The files have mistakes: the last good version stays. Told once for the same mistakes. */
  readonly onRefused: (problems: readonly FileProblem[]) => void;
  /** Version of the catalogue that is live, so that a file merely touched is no change. */
  readonly liveVersion?: () => string;
  /** Version of the files as they lie there, without checking them; where it is the live one, they need not be loaded. */
  readonly versionNow?: () => Promise<string | null>;
}

/** `look_again`: mistakes were seen for the first time, and may only be a save that is not finished. */
export type Looked = 'settled' | 'look_again';

/**
 * Decides what a look at the owner's files means. A mistake must be seen twice, the same, before anyone is told: programs
 * delete and rename while they save, and a file half written looks like an owner's error.
 */
export function createReload(parts: ReloadParts): { look(): Promise<Looked> } {
  let live: string | null = null;
  let suspected: string | null = null;
  let told: string | null = null;

  function loaded(catalogue: Catalogue): Looked {
    const known = parts.liveVersion?.() ?? live;
    const news = catalogue.version !== known || told !== null;
    suspected = told = null;
    live = catalogue.version;
    if (news) parts.onLoaded(catalogue);
    return 'settled';
  }

  function refused(problems: readonly FileProblem[]): Looked {
    const errors = problems.filter((problem) => problem.severity === 'error');
    const mark = JSON.stringify(errors);
    if (mark === told) return 'settled';
    if (mark !== suspected) {
      suspected = mark;
      return 'look_again';
    }
    told = mark;
    parts.onRefused(errors);
    return 'settled';
  }

  return {
    async look() {
      // Mistakes that were seen are over when nothing differs any more, and that is told by loading.
      if (told === null && suspected === null && parts.liveVersion && parts.versionNow && await parts.versionNow().catch(() => null) === parts.liveVersion()) return 'settled';
      const outcome = await parts.load().catch((error: unknown): LoadOutcome => ({ kind: 'refused', problems: [faultOf(error)] }));
      return outcome.kind === 'loaded' ? loaded(outcome.catalogue) : refused(outcome.problems);
    },
  };
}

/** A fault of ours while reading must not stop a shop that is open. */
export const faultOf = (error: unknown): FileProblem => ({
  file: 'katalog', line: 1, column: 1, severity: 'error',
  what: `berkas tidak bisa dibaca karena kesalahan program (${error instanceof Error ? error.message : String(error)})`,
  should: 'kembalikan perubahan terakhir dan laporkan kesalahan ini',
});
