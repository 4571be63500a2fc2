import { asGrammySignal, type TelegramApi } from './api.ts';
import type { Clock } from './clock.ts';
import type { GapWatch } from './gap-watch.ts';
import type { Health } from './health.ts';
import type { Log } from './log.ts';
import { troubleOf, WANTED_UPDATES } from './poll-loop.ts';
import type { WebhookSettings } from './webhook.ts';

const LOOK_EVERY_MS = 5 * 60_000;

export interface WebhookWatchParts {
  readonly api: TelegramApi;
  readonly clock: Clock;
  readonly health: Health;
  readonly gap: GapWatch;
  readonly log: Log;
  readonly webhook: WebhookSettings;
  introduce(signal: AbortSignal): Promise<string>;
}

/** Sets the webhook and looks every five minutes whether it is still ours: any program with the token can take it away. */
export async function runWebhookWatch(parts: WebhookWatchParts, signal: AbortSignal): Promise<void> {
  const { api, clock, health, webhook } = parts;
  let line: string | null = null;
  while (!signal.aborted) {
    try {
      const found = line === null ? null : await api.hello.getWebhookInfo(asGrammySignal(signal));
      if (found?.url !== webhook.url) {
        line = await parts.introduce(signal);
        await api.hello.setWebhook(webhook.url, {
          secret_token: webhook.secret, allowed_updates: WANTED_UPDATES, drop_pending_updates: false,
        }, asGrammySignal(signal));
      }
      parts.gap.contact();
      health.well(line ?? '');
      await clock.sleep(LOOK_EVERY_MS, signal);
    } catch (error) {
      if (signal.aborted) return;
      const trouble = troubleOf(error);
      parts.log.warn({ trouble: trouble.kind, what: trouble.what }, 'telegram webhook not set');
      await clock.sleep(health.ill(trouble), signal);
    }
  }
}
