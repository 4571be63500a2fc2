import type { UtcMs } from '../../shop/units.ts';
import type { Memory } from './surroundings.ts';

/** How far one chat has been read. */
export interface Mark {
  /** Everything they wrote up to here is in the inbox. */
  readonly theirs: UtcMs;
  /** Everything written from the shop's own phone up to here has been told. */
  readonly ours: UtcMs;
}

const SINCE = 'whatsapp.since';

/**
 * How far each chat has been read, so that what was missed can be told from what is old (F23). A chat never read before counts
 * from when WhatsApp was first linked: a shop's years of history are not for the bot to answer.
 */
export function createReadingMarks(memory: Memory) {
  function of(address: string): Mark {
    const kept = memory.get(markKey(address));
    if (kept !== null) return JSON.parse(kept) as Mark;
    const since = Number(memory.get(SINCE) ?? Number.MAX_SAFE_INTEGER);
    return { theirs: since, ours: since };
  }

  return {
    of,
    /** Called at every `ready`; only the first counts. Whole seconds, as WhatsApp's times are. */
    linked(now: UtcMs): void {
      if (memory.get(SINCE) === null) memory.set(SINCE, String(Math.floor(now / 1000) * 1000));
    },
    /** A phone has been linked here before, whatever has become of the link. */
    everLinked: (): boolean => memory.get(SINCE) !== null,
    advance(address: string, whose: keyof Mark, at: UtcMs): void {
      const mark = of(address);
      if (memory.get(markKey(address)) !== null && mark[whose] >= at) return;
      memory.set(markKey(address), JSON.stringify({ ...mark, [whose]: Math.max(at, mark[whose]) }));
    },
    forget: (address: string): void => memory.delete(markKey(address)),
  };
}

export type ReadingMarks = ReturnType<typeof createReadingMarks>;

const markKey = (address: string): string => `whatsapp.read.${address}`;
