import { setTimeout as delay } from 'node:timers/promises';
import type { UtcMs } from '../../shop/units.ts';

/** Time as the channel meets it: an instant, and waiting. Injected, so that days pass in a test at once. */
export interface Clock {
  now(): UtcMs;
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const systemClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    await delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};
