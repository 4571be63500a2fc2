import type { Clock } from './clock.ts';

/** So many chats told to wait within the window means that Telegram means all of us. */
const CHATS = 3;
const WINDOW_MS = 5_000;

/** Tells a limit on one chat from one on the whole bot; Telegram's 429 does not say which (F10). */
export interface FloodWatch {
  /** Notes that a chat was told to wait, and says who must. */
  limited(chat: number): 'chat' | 'channel';
}

export function createFloodWatch(clock: Clock): FloodWatch {
  const seen = new Map<number, number>();
  return {
    limited(chat) {
      const now = clock.now();
      seen.set(chat, now);
      for (const [other, at] of seen) if (now - at > WINDOW_MS) seen.delete(other);
      return seen.size >= CHATS ? 'channel' : 'chat';
    },
  };
}
