import { setTimeout as really } from 'node:timers/promises';
import type { Clock } from '../../../src/channels/telegram/clock.ts';

interface Sleeper {
  readonly due: number;
  readonly ms: number;
  wake(): void;
}

/** Waits, in real time, for something that real sockets bring about. */
export async function until(what: string, holds: () => boolean): Promise<void> {
  for (let tries = 0; tries < 20_000; tries += 1) {
    if (holds()) return;
    await really(1);
  }
  throw new Error(`waited in vain until ${what}`);
}

/** Lets everything that is under way over loopback come to rest. */
export const settle = (): Promise<void> => really(30);

/** Time that passes only when the test says so. */
export class ManualClock implements Clock {
  private at: number;
  private sleepers: Sleeper[] = [];
  /** How long each sleep was to be, in order. */
  readonly slept: number[] = [];

  constructor(at = Date.UTC(2026, 10, 23, 3)) {
    this.at = at;
  }

  now(): number {
    return this.at;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    this.slept.push(ms);
    return new Promise((resolve) => {
      const sleeper = {
        due: this.at + ms, ms,
        wake: () => {
          this.sleepers = this.sleepers.filter((one) => one !== sleeper);
          signal?.removeEventListener('abort', sleeper.wake);
          resolve();
        },
      };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', sleeper.wake);
    });
  }

  get sleeping(): number {
    return this.sleepers.length;
  }

  /** Passes time; who was to wake in it wakes. */
  pass(ms: number): void {
    this.at += ms;
    for (const sleeper of [...this.sleepers].sort((a, b) => a.due - b.due)) if (sleeper.due <= this.at) sleeper.wake();
  }

  /** Waits (really) until someone sleeps, then passes time until the first wakes. */
  async toNextWaking(): Promise<void> {
    await until('someone sleeps', () => this.sleeping > 0);
    this.pass(Math.max(0, Math.min(...this.sleepers.map((one) => one.due)) - this.at));
  }

  /** Lets time pass, from waking to waking, until something holds. */
  async passUntil(what: string, holds: () => boolean): Promise<void> {
    await until(what, () => {
      if (holds()) return true;
      if (this.sleeping > 0) this.pass(Math.max(0, Math.min(...this.sleepers.map((one) => one.due)) - this.at));
      return false;
    });
  }
}
