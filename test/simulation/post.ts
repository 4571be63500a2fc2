import type { Channel, Choice, OutgoingMessage, SendOutcome } from '../../src/channels/channel.ts';
import type { Fate } from './step.ts';

/** What a customer got. */
export interface Arrived {
  readonly row: number;
  readonly from: string;
  readonly text: string;
  readonly choices: readonly Choice[];
}

const REMEMBERED = 6;

/** The provider's side of sending: what arrives where, and what the shop learns of it. Outlives every process of the shop. */
export class Post {
  private readonly fates = new Map<string, Fate[]>();
  private readonly screens = new Map<string, Arrived[]>();
  private waiting: (() => void)[] = [];
  private arrivals = new Map<number, number>();
  private sends = 0;

  /** The last bubbles of a chat, the newest first. */
  screen(chat: string): readonly Arrived[] { return this.screens.get(chat) ?? []; }

  decide(chat: string, fates: readonly Fate[]): void { this.fates.set(chat, [...fates]); }

  /** Sends that hang are answered. */
  answer(): void {
    for (const answer of this.waiting.splice(0)) answer();
  }

  /** Nobody is there any more to be answered. */
  hangUp(): void { this.waiting = []; }

  /**
   * The channel of one process. `leaving` is told of every message as it leaves, with how often it had arrived before;
   * `alive` says whether the process is there.
   */
  channel(process: { readonly alive: () => boolean; readonly leaving: (message: OutgoingMessage, before: number) => void }): Channel {
    return {
      name: 'terminal',
      start: () => Promise.resolve(),
      stop: () => Promise.resolve(),
      typing: () => Promise.resolve(),
      status: () => ({ state: 'on', detail: '' }),
      send: (message) => {
        if (!process.alive()) return new Promise(() => {});
        process.leaving(message, this.arrivals.get(message.id) ?? 0);
        return this.send(message);
      },
    };
  }

  private send(message: OutgoingMessage): Promise<SendOutcome> {
    const fate = this.fates.get(message.chat)?.shift();
    const sent: SendOutcome = { kind: 'sent', providerId: `p${++this.sends}` };
    switch (fate) {
      case undefined:
        this.arrive(message);
        return Promise.resolve(sent);
      case 'slow':
        this.arrive(message);
        return new Promise((resolve) => this.waiting.push(() => resolve(sent)));
      case 'answer_lost':
        this.arrive(message);
        return Promise.resolve({ kind: 'unknown', reason: 'no answer', retry: true });
      case 'lost': return Promise.resolve({ kind: 'unknown', reason: 'no answer', retry: true });
      case 'later': return Promise.resolve({ kind: 'later', afterMs: 5_000, scope: 'chat', reason: 'too many' });
      case 'channel_waits': return Promise.resolve({ kind: 'later', afterMs: 30_000, scope: 'channel', reason: 'too many' });
      case 'blocked': return Promise.resolve({ kind: 'unreachable', reason: 'blocked' });
      case 'refused': return Promise.resolve({ kind: 'refused', reason: 'not taken' });
    }
  }

  private arrive(message: OutgoingMessage): void {
    this.arrivals.set(message.id, (this.arrivals.get(message.id) ?? 0) + 1);
    const arrived = { row: message.id, from: message.from, text: message.text, choices: message.choices };
    this.screens.set(message.chat, [arrived, ...this.screen(message.chat)].slice(0, REMEMBERED));
  }
}
