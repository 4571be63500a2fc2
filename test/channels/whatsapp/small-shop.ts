import { setTimeout as delay } from 'node:timers/promises';
import type { IncomingMessage, OutgoingMessage, SendOutcome } from '../../../src/channels/channel.ts';
import type { WhatsAppChannel } from '../../../src/channels/whatsapp/whatsapp-channel.ts';
import { reply } from './surroundings.ts';

/** Tries of one reply whose fate is unknown, before it is left to a human. */
const MOST_TRIES = 3;

/** What became of a reply in the end. */
export type Fate = 'sent' | 'unknown';

/**
 * As much of the shop as a purchase over WhatsApp needs: answers every message once, keeps the replies of a chat in order, and
 * obeys what the channel says became of a send.
 */
export class SmallShop {
  readonly fates = new Map<string, Fate>();
  private readonly lines = new Map<string, Promise<void>>();
  private readonly channel: () => WhatsAppChannel;
  private readonly photo: string | null;

  constructor(channel: () => WhatsAppChannel, photo: string | null = null) {
    this.channel = channel;
    this.photo = photo;
  }

  answer = (message: IncomingMessage): void => {
    const { content, chat } = message;
    if (content.kind !== 'text') return;
    const answer = reply(chat, `balasan untuk ${content.text}`, { photo: content.text.includes('foto') ? this.photo : null });
    this.lines.set(chat, (this.lines.get(chat) ?? Promise.resolve()).then(() => this.deliver(answer)));
  };

  /** Resolves when every reply has a fate. */
  async settled(): Promise<void> {
    await Promise.all(this.lines.values());
  }

  private async deliver(message: OutgoingMessage): Promise<void> {
    for (let tries = 1; ;) {
      const outcome: SendOutcome = await this.channel().send({ ...message, maybeDuplicate: tries > 1 });
      if (outcome.kind === 'sent') return void this.fates.set(message.text, 'sent');
      if (outcome.kind === 'later') {
        await delay(Math.min(outcome.afterMs, 50));
        continue;
      }
      if (outcome.kind !== 'unknown' || !outcome.retry || tries === MOST_TRIES) return void this.fates.set(message.text, 'unknown');
      tries += 1;
    }
  }
}
