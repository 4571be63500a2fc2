import { setTimeout as delay } from 'node:timers/promises';
import type { Inbox, IncomingMessage, OutgoingMessage } from '../../../src/channels/channel.ts';
import type { Clock, Log, Memory, PhotoStore } from '../../../src/channels/whatsapp/surroundings.ts';

/** The machine's time, for tests with a real browser. */
export const realClock: Clock = {
  now: () => Date.now(),
  async sleep(ms, signal) {
    await delay(ms, undefined, signal ? { signal } : {}).catch(() => undefined);
  },
};

/** Time that passes only when a test says so. */
export class ManualClock implements Clock {
  private time: number;
  private sleepers: { readonly until: number; readonly wake: () => void }[] = [];

  constructor(start: number) {
    this.time = start;
  }

  now(): number {
    return this.time;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (ms <= 0 || signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const sleeper = { until: this.time + ms, wake: resolve };
      this.sleepers.push(sleeper);
      signal?.addEventListener('abort', () => {
        this.sleepers = this.sleepers.filter((one) => one !== sleeper);
        resolve();
      }, { once: true });
    });
  }

  /** Lets time pass, waking sleepers in order and letting what they do settle. */
  async pass(ms: number): Promise<void> {
    const end = this.time + ms;
    await settle();
    for (;;) {
      const next = this.sleepers.filter(({ until }) => until <= end).sort((a, b) => a.until - b.until)[0];
      if (!next) break;
      this.time = Math.max(this.time, next.until);
      this.sleepers = this.sleepers.filter((one) => one !== next);
      next.wake();
      await settle();
    }
    this.time = end;
    await settle();
  }
}

/** Lets every promise that can go on go on. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export const silentLog: Log = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };

/** A log that keeps what was said, for when a test fails. */
export const keptLog = (lines: string[]): Log => {
  const keep = (fields: object, message: string): void => void lines.push(`${message} ${JSON.stringify(fields)}`);
  return { debug: keep, info: keep, warn: keep, error: keep };
};

export class TestMemory implements Memory {
  readonly held = new Map<string, string>();
  get(key: string): string | null { return this.held.get(key) ?? null; }
  set(key: string, value: string): void { this.held.set(key, value); }
  delete(key: string): void { this.held.delete(key); }
}

/** An inbox that knows a redelivery, and can be full. */
export class TestInbox implements Inbox {
  readonly messages: IncomingMessage[] = [];
  /** Every offer, redeliveries too. */
  offers = 0;
  full = false;
  onFresh: (message: IncomingMessage) => void = () => undefined;
  private readonly ids = new Set<string>();

  accept(message: IncomingMessage): { readonly fresh: boolean } {
    if (this.full) throw new Error('database or disk is full');
    this.offers += 1;
    if (this.ids.has(message.id)) return { fresh: false };
    this.ids.add(message.id);
    this.messages.push(message);
    this.onFresh(message);
    return { fresh: true };
  }

  texts(): readonly string[] {
    return this.messages.flatMap(({ content }) => (content.kind === 'text' ? [content.text] : []));
  }
}

/** A photo store that keeps the bytes in memory. */
export class TestPhotos implements PhotoStore {
  readonly stored: Uint8Array[] = [];
  async store(bytes: Uint8Array): Promise<{ readonly kind: 'stored'; readonly file: string }> {
    this.stored.push(bytes);
    return { kind: 'stored', file: `photos/${this.stored.length}.jpg` };
  }
}

let nextId = 1;
export const reply = (chat: string, text: string, more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  id: nextId++, chat, text, choices: [], photo: null, from: 'bot', maybeDuplicate: false, ...more,
});
