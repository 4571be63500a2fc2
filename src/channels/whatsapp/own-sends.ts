import { createHash } from 'node:crypto';
import type { UtcMs } from '../../shop/units.ts';
import type { WaMessage } from './client.ts';
import type { Memory } from './surroundings.ts';

/** One bubble of ours, from before it was tried. */
export interface OwnSend {
  /** The outbox row and which of its bubbles. */
  readonly bubble: string;
  /** What it says, as a fingerprint. */
  readonly mark: string;
  readonly at: UtcMs;
  /** WhatsApp's id, once it is known. */
  readonly id: string | null;
  /** WhatsApp's servers have it. */
  readonly arrived: boolean;
}

/** Sends remembered a chat. */
const REMEMBERED = 20;
/** Two clocks, whole seconds, and a browser that was slow to begin. */
const SLACK_MS = 10_000;

/**
 * What the bot and the console's staff have sent, kept across restarts. It tells our own echo from a human's message (F41), and
 * lets a send whose fate is unknown be looked up instead of done again (F22).
 */
export function createOwnSends(memory: Memory) {
  const of = (chat: string): readonly OwnSend[] => JSON.parse(memory.get(sendsKey(chat)) ?? '[]') as OwnSend[];
  const keep = (chat: string, sends: readonly OwnSend[]): void =>
    memory.set(sendsKey(chat), JSON.stringify(sends.slice(-REMEMBERED)));
  function change(chat: string, bubble: string, changes: Partial<OwnSend>): void {
    keep(chat, of(chat).map((one) => (one.bubble === bubble ? { ...one, ...changes } : one)));
  }

  return {
    find: (chat: string, bubble: string): OwnSend | null => of(chat).find((one) => one.bubble === bubble) ?? null,
    /** Before the try. */
    begin(chat: string, bubble: string, mark: string, at: UtcMs): void {
      keep(chat, [...of(chat).filter((one) => one.bubble !== bubble), { bubble, mark, at, id: null, arrived: false }]);
    },
    named: (chat: string, bubble: string, id: string): void => change(chat, bubble, { id }),
    arrived: (chat: string, bubble: string): void => change(chat, bubble, { arrived: true }),
    /** It certainly never went out. */
    drop: (chat: string, bubble: string): void => keep(chat, of(chat).filter((one) => one.bubble !== bubble)),
    isOurs: (chat: string, id: string): boolean => of(chat).some((one) => one.id === id),
    /**
     * Recognises a message of ours by what it says, where its id never reached us, and notes the id. False: nobody here sent it.
     */
    adopt(chat: string, message: WaMessage): boolean {
      const mark = markOf(message);
      const nameless = of(chat).find((one) => one.id === null && one.mark === mark && message.at >= one.at - SLACK_MS);
      if (!nameless) return false;
      change(chat, nameless.bubble, { id: message.id });
      return true;
    },
    forget: (chat: string): void => memory.delete(sendsKey(chat)),
  };
}

export type OwnSends = ReturnType<typeof createOwnSends>;

/** The same for a message on its way out and for its echo, whatever WhatsApp does to blanks. */
export const fingerprint = (kind: 'text' | 'photo', text: string): string =>
  createHash('sha256').update(`${kind}:${text.replace(/\s+/g, ' ').trim()}`).digest('hex').slice(0, 16);

const markOf = (message: WaMessage): string => fingerprint(message.type === 'image' ? 'photo' : 'text', message.text);
const sendsKey = (chat: string): string => `whatsapp.sends.${chat}`;
