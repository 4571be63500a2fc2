import type { Api } from 'grammy';
import type { TelegramApi } from '../api.ts';
import type { Clock } from '../clock.ts';
import { failureOf, type Failure } from '../failure.ts';
import type { GroupAddress } from './group-address.ts';
import type { Log } from '../log.ts';

/** Telegram allows a bot this many messages a minute in one group. */
export const GROUP_PER_MINUTE = 20;
const MINUTE_MS = 60_000;
const NO_NETWORK_MS = 3_000;
/** A mirrored line that may have arrived is said once more; twice would be noise. */
const MOST_DOUBTS = 1;

/** Telegram said no to a call; the same call would be refused again. */
export class GroupRefused extends Error {
  /** True when not this call but the whole group is out of reach: the bot was removed, the id is wrong. */
  readonly unreachable: boolean;

  constructor(failure: Failure) {
    super(failure.what);
    this.unreachable = failure.kind === 'unreachable';
    this.name = 'GroupRefused';
  }
}

type GroupCall<T> = (api: Api, group: number) => Promise<T>;
interface Waiting {
  readonly urgent: boolean;
  run(): Promise<void>;
}

/** Calls into the staff group: one at a time, in order, answers to staff first, never more than Telegram allows. */
export interface GroupCalls {
  /**
   * Waits out limits and outages; follows the group when it moves (F13).
   * @throws GroupRefused
   */
  run<T>(call: GroupCall<T>, options?: { readonly urgent?: boolean; readonly upload?: boolean }): Promise<T>;
}

export function createGroupCalls(
  parts: { api: TelegramApi; clock: Clock; log: Log; address: GroupAddress }, signal: AbortSignal,
): GroupCalls {
  const { api, clock, log, address } = parts;
  const queue: Waiting[] = [];
  const times: number[] = [];
  let working = false;

  /** Waits for a place within the minute. */
  async function place(): Promise<void> {
    for (;;) {
      const now = clock.now();
      while (times.length > 0 && now - (times[0] as number) >= MINUTE_MS) times.shift();
      if (times.length < GROUP_PER_MINUTE || signal.aborted) break;
      await clock.sleep((times[0] as number) + MINUTE_MS - now, signal);
    }
    times.push(clock.now());
  }

  async function persist<T>(call: GroupCall<T>, way: Api): Promise<T> {
    let doubts = 0;
    for (;;) {
      await place();
      if (signal.aborted) throw new GroupRefused({ kind: 'not_sent', what: 'stopped' });
      try {
        return await call(way, address.get());
      } catch (error) {
        const failure = failureOf(error);
        const wait = waitAfter(failure);
        if (failure.kind === 'moved') address.moveTo(failure.to);
        if (failure.kind === 'unknown') doubts += 1;
        if (wait === null || doubts > MOST_DOUBTS) throw new GroupRefused(failure);
        log.warn({ failure: failure.kind, what: failure.what }, 'telegram staff group waits');
        await clock.sleep(wait, signal);
      }
    }
  }

  async function work(): Promise<void> {
    if (working) return;
    working = true;
    for (let next = take(); next; next = take()) await next.run();
    working = false;
  }

  function take(): Waiting | undefined {
    const urgent = queue.findIndex((one) => one.urgent);
    return queue.splice(Math.max(urgent, 0), 1)[0];
  }

  return {
    run: (call, options = {}) => new Promise((resolve, reject) => {
      queue.push({
        urgent: options.urgent ?? false,
        run: () => persist(call, options.upload ? api.file : api.send).then(resolve, reject),
      });
      void work();
    }),
  };
}

/** How long to wait before the same call again; null if it would be refused again. */
function waitAfter(failure: Failure): number | null {
  switch (failure.kind) {
    case 'limited':
      return failure.afterMs;
    case 'moved':
      return 0;
    case 'not_sent':
    case 'unknown':
    case 'unauthorized':
    case 'conflict':
      return NO_NETWORK_MS;
    case 'refused':
    case 'unreachable':
      return null;
  }
}
