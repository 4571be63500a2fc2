import { localDay, type Zone } from '../../shop/time/zone.ts';
import type { UtcMs } from '../../shop/units.ts';
import { paceOf, type Moment, type Pace, type PaceLimits } from './pace.ts';
import type { Clock, Memory } from './surroundings.ts';

const TODAY = 'whatsapp.sent-today';
/** People whose last message of ours is remembered; older ones are long past any wait. */
const PEOPLE_REMEMBERED = 1_000;

/** Remembers when what was sent, so that the pace can be told. The day's count outlives a restart. */
export function createPaceKeeper(parts: {
  readonly memory: Memory; readonly clock: Clock; readonly zone: () => Zone; readonly limits: PaceLimits; readonly chance: () => number;
}) {
  const { memory, clock, limits } = parts;
  const lastTo = new Map<string, UtcMs>();
  let last: UtcMs = 0;

  function today(): { readonly day: number; readonly sent: number } {
    const day = localDay(clock.now(), parts.zone());
    const [keptDay, sent] = (memory.get(TODAY) ?? '').split(':').map(Number);
    return { day, sent: keptDay === day ? sent ?? 0 : 0 };
  }

  return {
    /** Asks for a place in the row, and takes it: the next one asked for comes after this one. */
    next(chat: string, about: Pick<Moment, 'theyWroteAt' | 'length' | 'byStaff'>): Pace {
      const now = clock.now();
      const pace = paceOf(
        { ...about, now, zone: parts.zone(), lastToThemAt: lastTo.get(chat) ?? 0, lastAt: last, sentToday: today().sent },
        limits, parts.chance,
      );
      if (pace.kind === 'go') {
        last = Math.max(last, now + pace.waitMs);
        lastTo.delete(chat);
        lastTo.set(chat, now + pace.waitMs);
        if (lastTo.size > PEOPLE_REMEMBERED) lastTo.delete(lastTo.keys().next().value as string);
      }
      return pace;
    },
    /** Counts a message that went out, or may have. */
    count(): void {
      const { day, sent } = today();
      memory.set(TODAY, `${day}:${sent + 1}`);
    },
  };
}

export type PaceKeeper = ReturnType<typeof createPaceKeeper>;
