import type { TelegramApi } from './api.ts';
import type { Clock } from './clock.ts';

/** Telegram shows "typing…" for about five seconds. */
const SHOWN_MS = 4_000;
const MOST_REMEMBERED = 1_000;

/** Shows "typing…", at most once every four seconds a chat. Never fails: it is only a courtesy. */
export function createTyping(api: TelegramApi, clock: Clock): (chat: string) => Promise<void> {
  const shown = new Map<string, number>();
  return async (chat) => {
    const now = clock.now();
    if (now - (shown.get(chat) ?? Number.NEGATIVE_INFINITY) < SHOWN_MS) return;
    if (shown.size >= MOST_REMEMBERED) shown.clear();
    shown.set(chat, now);
    await api.send.sendChatAction(Number(chat), 'typing').catch(() => undefined);
  };
}
