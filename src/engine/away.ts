import type { Chat } from '../database/chats.ts';
import type { BusinessHours } from '../shop/service/business-hours.ts';
import type { UtcMs } from '../shop/units.ts';
import type { Say } from '../wording/say.ts';

/**
 * The automatic out-of-hours word, woven into the reply: once per chat per closed period, never over a human
 * (design §1.1). Null when it is not due.
 */
export function awayWord(chat: Chat, hours: BusinessHours, say: Say, now: UtcMs): { text: string; until: UtcMs } | null {
  if (now < chat.away_until || hours.isOpen(now)) return null;
  const until = hours.nextOpening(now);
  if (until === null) return null;
  return { text: say('hours.away', { jam_buka: say.opening(until) }), until };
}
