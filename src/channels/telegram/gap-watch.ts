import type { UtcMs } from '../../shop/units.ts';
import type { Clock } from './clock.ts';
import type { Memory } from './memory.ts';

/** Telegram forgets an update after this long. */
export const KEPT_MS = 24 * 3_600_000;
const NOTE_EVERY_MS = 60_000;
const KEY = 'telegram.last-contact';

/** A time in which messages may have been lost for good. */
export interface Gap {
  readonly from: UtcMs;
  readonly to: UtcMs;
}

/** Measures how long Telegram was out of reach, across restarts (F9). */
export function createGapWatch(clock: Clock, memory: Memory, onGap: (gap: Gap) => void) {
  let noted = Number(memory.get(KEY) ?? Number.NaN);
  let last = noted;
  return {
    /** To be called whenever updates were asked for with success. */
    contact(): void {
      const now = clock.now();
      if (now - last > KEPT_MS) onGap({ from: last, to: now });
      last = now;
      if (now >= noted && now - noted < NOTE_EVERY_MS) return;
      try {
        memory.set(KEY, String(now));
        noted = now;
      } catch {
        // On a full disk receiving has its own alarm; the note is tried again at the next contact.
      }
    },
  };
}

export type GapWatch = ReturnType<typeof createGapWatch>;
