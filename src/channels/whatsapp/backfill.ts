import { isPerson } from './addresses.ts';
import type { WaMessage, WhatsAppClient } from './client.ts';
import type { ReadingMarks } from './reading-marks.ts';

/** First look, and the most that is read back in one chat. */
const FIRST_LOOK = 50;
const FURTHEST_LOOK = 800;
/** A message may be stamped a little earlier than one that came before it; the inbox knows what it has. */
const OVERLAP_MS = 60_000;

export interface BackfillParts {
  readonly client: WhatsAppClient;
  readonly marks: ReadingMarks;
  readonly theirs: (message: WaMessage) => Promise<void>;
  readonly ours: (message: WaMessage) => Promise<void>;
  readonly stopping: AbortSignal;
}

/**
 * Reads what came while WhatsApp was off: no event is ever made of it (F23). What was written from the shop's phone meanwhile is
 * told first, so that the bot does not answer over a human who already has (F41).
 * @returns how many customers' messages were looked at
 */
export async function readMissed({ client, marks, theirs, ours, stopping }: BackfillParts): Promise<number> {
  const chats = (await client.chats()).filter(({ chat }) => isPerson(chat)).sort((a, b) => a.at - b.at);
  let count = 0;
  for (const { chat, at } of chats) {
    if (stopping.aborted) break;
    const mark = marks.of(chat);
    if (at < mark.theirs && at <= mark.ours) continue;
    const missed = await messagesSince(client, chat, Math.min(mark.theirs - OVERLAP_MS, mark.ours));
    for (const message of missed) if (message.fromMe && message.at > mark.ours) await ours(message);
    for (const message of missed) {
      if (message.fromMe || message.at < mark.theirs - OVERLAP_MS) continue;
      count += 1;
      await theirs(message);
    }
  }
  return count;
}

/** The messages of a chat from an instant on, oldest first; looks further back until one is older. */
async function messagesSince(client: WhatsAppClient, chat: string, since: number): Promise<readonly WaMessage[]> {
  for (let limit = FIRST_LOOK; ; limit *= 4) {
    const messages = await client.messages(chat, limit);
    const reachesBack = messages.length < limit || messages.some((message) => message.at < since);
    if (reachesBack || limit >= FURTHEST_LOOK) return messages.filter((message) => message.at >= since);
  }
}
