import type { Update } from 'grammy/types';
import { conflict } from './faults.ts';
import { ApiError } from './api-error.ts';

type UpdateBody = Omit<Update, 'update_id'>;

interface Waiter {
  readonly limit: number;
  answer(updates: Update[]): void;
  refuse(error: ApiError): void;
}

/**
 * Updates that Telegram holds for the bot. Asking with an offset confirms, and so forgets, every update with a smaller id;
 * whatever has not been confirmed is given again. A second asker throws the first one out (409).
 */
export class UpdateQueue {
  private held: Update[] = [];
  private nextId = 1000;
  private waiter: Waiter | null = null;
  /** Every offset asked with, in order; undefined where none was given. */
  readonly offsets: (number | undefined)[] = [];

  push(body: UpdateBody): Update {
    const update = { ...body, update_id: this.nextId } as Update;
    this.nextId += 1;
    this.hold(update);
    return update;
  }

  /** Holds an update under the id it already has: a redelivery, or one that was held up on its way. */
  hold(update: Update): void {
    this.held.push(update);
    this.wake();
  }

  /** Many at once, without waking the asker for each. */
  pushAll(bodies: readonly UpdateBody[]): void {
    for (const body of bodies) {
      this.held.push({ ...body, update_id: this.nextId } as Update);
      this.nextId += 1;
    }
    this.wake();
  }

  /** From here on ids go on from this number, as they do after a week without updates. */
  jumpTo(id: number): void {
    this.nextId = id;
  }

  /** Forgets everything unconfirmed, as Telegram does after 24 hours. */
  drop(): number {
    const count = this.held.length;
    this.held = [];
    return count;
  }

  unconfirmed(): number[] {
    return this.held.map((update) => update.update_id);
  }

  /** True while someone waits in a long poll. */
  get polled(): boolean {
    return this.waiter !== null;
  }

  ask(offset: number | undefined, limit: number, timeoutMs: number, gone: AbortSignal): Promise<Update[]> {
    this.offsets.push(offset);
    if (offset !== undefined && offset > 0) this.held = this.held.filter((update) => update.update_id >= offset);
    this.waiter?.refuse(new ApiError(conflict));
    if (this.held.length > 0 || timeoutMs === 0) return Promise.resolve(this.held.slice(0, limit));
    return new Promise((resolve, reject) => {
      const finish = () => {
        if (this.waiter === waiter) this.waiter = null;
        clearTimeout(timer);
        gone.removeEventListener('abort', leave);
      };
      const waiter: Waiter = {
        limit,
        answer: (updates) => {
          finish();
          resolve(updates);
        },
        refuse: (error) => {
          finish();
          reject(error);
        },
      };
      const leave = () => waiter.answer([]);
      const timer = setTimeout(leave, timeoutMs);
      gone.addEventListener('abort', leave);
      this.waiter = waiter;
    });
  }

  /** Sends the asker home, as when the server restarts. */
  release(): void {
    this.waiter?.answer([]);
  }

  private wake(): void {
    this.waiter?.answer(this.held.slice(0, this.waiter.limit));
  }
}
