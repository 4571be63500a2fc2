import type { Clock } from './surroundings.ts';

/** Acks remembered; one may come before anybody waits for it. */
const REMEMBERED = 500;

/** What WhatsApp says of messages of ours, by id. */
export function createAcks(clock: Clock) {
  const last = new Map<string, number>();
  const waiting = new Map<string, (ack: number) => void>();
  const interrupted = new Set<() => void>();

  return {
    heard(id: string, ack: number): void {
      last.delete(id);
      last.set(id, ack);
      if (last.size > REMEMBERED) last.delete(last.keys().next().value as string);
      if (ack !== 0) waiting.get(id)?.(ack);
    },
    /**
     * The first ack that decides: at least 1, or -1. Null when none came in time, or when the client died first.
     */
    async decided(id: string, limitMs: number, stopping: AbortSignal): Promise<number | null> {
      const known = last.get(id) ?? 0;
      if (known !== 0) return known;
      const patience = new AbortController();
      const interrupt = (): void => patience.abort();
      interrupted.add(interrupt);
      try {
        const told = new Promise<number>((resolve) => waiting.set(id, resolve));
        const late = clock.sleep(limitMs, AbortSignal.any([patience.signal, stopping])).then(() => null);
        return await Promise.race([told, late]);
      } finally {
        patience.abort();
        interrupted.delete(interrupt);
        waiting.delete(id);
      }
    },
    /** No ack of this run will come any more. */
    interrupt(): void {
      for (const one of [...interrupted]) one();
    },
  };
}

export type Acks = ReturnType<typeof createAcks>;
