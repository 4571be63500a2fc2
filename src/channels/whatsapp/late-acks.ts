import type { Memory } from './surroundings.ts';

/** What became of a send after its outcome was given. */
export type LateOutcome =
  | { readonly kind: 'sent'; readonly message: number; readonly providerId: string }
  /** WhatsApp has given it up: nobody got it. `was` is what it counted as until now. */
  | { readonly kind: 'failed'; readonly message: number; readonly was: 'sent' | 'unknown' };

interface Watched {
  /** WhatsApp's id of the bubble. */
  readonly id: string;
  /** The outbox row. */
  readonly message: number;
  readonly was: 'sent' | 'unknown';
  /** The reply ends with this bubble: with it, all of it has gone out. */
  readonly last: boolean;
}

/** Sends whose late acks still matter. */
const REMEMBERED = 200;
const KEY = 'whatsapp.late';

/**
 * Sends whose outcome has been given and of which WhatsApp may yet say more (F22): an ack after the wait, a failure after an ack.
 * Kept across restarts, for the page sends on what it still held when the process ended. Holds ids, never an address.
 */
export function createLateAcks(memory: Memory, tell: (late: LateOutcome) => void) {
  const all = (): readonly Watched[] => JSON.parse(memory.get(KEY) ?? '[]') as Watched[];
  const keep = (watched: readonly Watched[]): void => memory.set(KEY, JSON.stringify(watched.slice(-REMEMBERED)));

  return {
    watch(one: Watched): void {
      keep([...all().filter(({ id }) => id !== one.id), one]);
    },
    heard(id: string, ack: number): void {
      if (ack === 0) return;
      const watched = all();
      const one = watched.find((other) => other.id === id);
      if (!one) return;
      const others = watched.filter((other) => other !== one);
      if (ack === -1) {
        keep(others);
        tell({ kind: 'failed', message: one.message, was: one.was });
      } else if (one.was === 'unknown') {
        keep([...others, { ...one, was: 'sent' }]);
        // What follows a picture was never tried: the reply as a whole stays uncertain.
        if (one.last) tell({ kind: 'sent', message: one.message, providerId: id });
      }
    },
  };
}

export type LateAcks = ReturnType<typeof createLateAcks>;
