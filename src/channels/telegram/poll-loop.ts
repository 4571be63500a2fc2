import type { Update } from 'grammy/types';
import { asGrammySignal, type TelegramApi } from './api.ts';
import type { Clock } from './clock.ts';
import { failureOf } from './failure.ts';
import type { GapWatch } from './gap-watch.ts';
import type { Health, Trouble } from './health.ts';
import type { Log } from './log.ts';

/** Everything the shop wants to hear of. */
export const WANTED_UPDATES = ['message', 'edited_message', 'callback_query'] as const;

export interface PollLoopParts {
  readonly api: TelegramApi;
  readonly clock: Clock;
  readonly health: Health;
  readonly gap: GapWatch;
  readonly log: Log;
  /** Makes itself known to Telegram; returns the line for the status. */
  introduce(signal: AbortSignal): Promise<string>;
  /** Takes an update in for good before it returns; throws if it could not. */
  take(update: Update): void;
}

class NotTaken extends Error {}

/**
 * Long polling that confirms an update only after it has been taken in (F1–F3). It never ends by itself: whatever happens is
 * noted with `health`, waited out, and tried again (F5, F6).
 *
 * An offset is sent only while there is something to confirm. Once an answer was empty everything is confirmed, and asking
 * without an offset is safe when ids start again at a lower number (F8).
 */
export async function runPollLoop(parts: PollLoopParts, signal: AbortSignal): Promise<void> {
  const { api, clock, health } = parts;
  let line: string | null = null;
  let offset: number | undefined;
  // After a start or a trouble the first question does not wait, so that all is known to be well at once.
  let patient = false;

  while (!signal.aborted) {
    try {
      line ??= await parts.introduce(signal);
      const updates = await api.poll.getUpdates({
        limit: 100, timeout: patient ? api.limits.pollWaitS : 0, allowed_updates: WANTED_UPDATES,
        ...(offset === undefined ? {} : { offset }),
      }, asGrammySignal(signal));
      parts.gap.contact();
      if (updates.length === 0) offset = undefined;
      for (const update of oldestFirst(updates)) {
        takeIn(update);
        offset = update.update_id + 1;
      }
      health.well(line);
      patient = true;
    } catch (error) {
      if (signal.aborted) return;
      const trouble = troubleOf(error);
      parts.log.warn({ trouble: trouble.kind, what: trouble.what }, 'telegram polling failed');
      // Whoever threw us out may have changed the webhook or the token: begin again from the start.
      if (trouble.kind === 'conflict' || trouble.kind === 'unauthorized') line = null;
      patient = false;
      await clock.sleep(health.ill(trouble), signal);
    }
  }

  function takeIn(update: Update): void {
    try {
      parts.take(update);
    } catch (error) {
      throw new NotTaken(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }
}

const oldestFirst = (updates: readonly Update[]): Update[] => [...updates].sort((a, b) => a.update_id - b.update_id);

export function troubleOf(error: unknown): Trouble {
  if (error instanceof NotTaken) return { kind: 'inbox', what: error.message };
  try {
    return failureOf(error);
  } catch (fault) {
    return { kind: 'fault', what: fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault) };
  }
}
