import type { UtcMs } from '../../shop/units.ts';
import type { WaMessage, WhatsAppClient } from './client.ts';
import { isSaid } from './content.ts';
import type { Identities } from './identity.ts';
import type { OwnSends } from './own-sends.ts';
import type { ReadingMarks } from './reading-marks.ts';

/** What staff type on the shop's phone to hand a chat back. */
const RELEASE_WORD = /^\s*#\s*selesai\s*[.!]?\s*$/i;

/** Someone wrote into a customer's chat from the shop's own WhatsApp. */
export interface OwnerPhoneMessage {
  /** A claim, or by the release word the end of one. */
  readonly act: 'claim' | 'release';
  readonly chat: string;
  readonly id: string;
  readonly text: string;
  /** When it was written: minutes ago when it was missed while WhatsApp was off. */
  readonly at: UtcMs;
}

export interface OwnerPhoneParts {
  readonly identities: Identities;
  readonly sends: OwnSends;
  readonly marks: ReadingMarks;
  readonly client: () => WhatsAppClient | null;
  readonly onMessage: (message: OwnerPhoneMessage) => void;
}

/** Messages already told, by id; a message is seen live and again when missed ones are read. */
const TOLD_REMEMBERED = 500;

/**
 * Tells a human at the shop's phone from the bot's own echo (F41). An echo comes before its send has resolved, so while a send
 * to a chat is under way what appears there is held, and judged when the id of our own is known.
 */
export function createOwnerPhone(parts: OwnerPhoneParts) {
  const { identities, sends, marks } = parts;
  const underWay = new Map<string, number>();
  const held = new Map<string, WaMessage[]>();
  const told = new Set<string>();
  /** By chat, how often a human was noticed. */
  const noticed = new Map<string, number>();
  let me: readonly string[] = [];

  function judge(chat: string, message: WaMessage): void {
    const ours = sends.isOurs(chat, message.id) || sends.adopt(chat, message);
    if (!ours && !told.has(message.id)) tell(chat, message);
    marks.advance(message.chat, 'ours', message.at);
  }

  function tell(chat: string, message: WaMessage): void {
    const release = RELEASE_WORD.test(message.text);
    parts.onMessage({ act: release ? 'release' : 'claim', chat, id: message.id, text: message.text, at: message.at });
    told.add(message.id);
    for (const oldest of told) {
      if (told.size <= TOLD_REMEMBERED) break;
      told.delete(oldest);
    }
    const before = noticed.get(chat) ?? 0;
    noticed.delete(chat);
    noticed.set(chat, before + 1);
    if (noticed.size > TOLD_REMEMBERED) noticed.delete(noticed.keys().next().value as string);
    // The word is for the bot, not for the customer. Where WhatsApp no longer lets it be taken back, it stays.
    if (release) void parts.client()?.deleteMessage(message.key).catch(() => undefined);
  }

  return {
    /** The shop's own addresses: notes to oneself are no customer's chat. */
    iAm(addresses: readonly string[]): void {
      me = addresses;
    },
    /** Something from us has appeared in a chat. */
    async heard(message: WaMessage): Promise<void> {
      if (!isSaid(message) || me.includes(message.chat)) return;
      const chat = await identities.of(message.chat);
      if ((underWay.get(chat) ?? 0) > 0) held.set(chat, [...(held.get(chat) ?? []), message]);
      else judge(chat, message);
    },
    /** A send to this chat begins. */
    sendBegins(chat: string): void {
      underWay.set(chat, (underWay.get(chat) ?? 0) + 1);
    },
    /** It has resolved or failed, and its id, if it came, has been noted. */
    sendEnded(chat: string): void {
      const left = (underWay.get(chat) ?? 1) - 1;
      if (left > 0) {
        underWay.set(chat, left);
        return;
      }
      underWay.delete(chat);
      const waiting = held.get(chat) ?? [];
      held.delete(chat);
      for (const message of waiting) judge(chat, message);
    },
    /** How often a human has written into this chat from the phone: a send that sees it grow steps back. */
    timesNoticed: (chat: string): number => noticed.get(chat) ?? 0,
  };
}

export type OwnerPhone = ReturnType<typeof createOwnerPhone>;
