export interface Said { readonly chat: string; readonly text: string }

export interface Contender {
  /** Messages that came at about the same time, one a customer; done when all are answered and stored. */
  hear(messages: readonly Said[]): void | Promise<void>;
  orders(): number;
}

export interface Run {
  readonly perSecond: number;
  /** CPU of the process, user and system, µs a message. */
  readonly cpuUs: number;
  /** Of the time that the messages of one moment took together, ms. */
  readonly p50: number;
  readonly p99: number;
  readonly orders: number;
  readonly expected: number;
  /** Most memory the process ever held, MiB. */
  readonly peakMiB: number;
}

export interface Contest { readonly name: string; readonly folder: string; readonly together: number; readonly warmRounds: number }

export function talkThrough(contender: Contender, contest: Omit<Contest, 'name'>): Promise<Run>;
export function contestOf(args: readonly string[]): Contest;
