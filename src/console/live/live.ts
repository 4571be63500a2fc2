import type { ConsoleDesk } from '../parts.ts';
import { reasonInWords } from '../inbox/words.ts';
import type { Translate } from '../language/translate.tsx';

/** One open page. */
export interface Listener {
  readonly staff: string;
  readonly chat: number | null;
  readonly t: Translate;
  /** What the page should do: look again, and perhaps ring. */
  tell(signal: Signal): void;
  end(): void;
}

export interface Signal {
  readonly kind: 'changed';
  /** Words for a sound and a notification; null for a silent look again. */
  readonly ring: string | null;
  readonly chat: number | null;
}

/** An open page costs a connection; nobody needs more than this many. */
const MOST_PER_PERSON = 12;

/**
 * The open pages of all staff: each is told when the shop has changed, and knows who else looks at the same chat. Pages look
 * again by themselves, so that what travels is a signal and never a state.
 */
export function createLive(desk: ConsoleDesk) {
  const listeners = new Set<Listener>();
  let seen = desk.lastEvent();
  const begun = seen;
  let changes = 0;

  /** A sound with words, to each in their own language. */
  function ringAll(chat: number | null, words: (t: Translate) => string, whom: (listener: Listener) => boolean = () => true): void {
    for (const listener of listeners) if (whom(listener)) listener.tell({ kind: 'changed', chat, ring: words(listener.t) });
  }

  function tellAll(signal: Signal, whom: (listener: Listener) => boolean = () => true): void {
    for (const listener of listeners) if (whom(listener)) listener.tell(signal);
  }

  function committed(): void {
    changes++;
    if (listeners.size === 0) {
      seen = desk.lastEvent();
      return;
    }
    const events = desk.events(seen, 200);
    seen = Math.max(seen, events.at(-1)?.seq ?? desk.lastEvent());
    for (const event of events) {
      if (event.kind === 'handoff_requested') ringAll(event.chat, (t) => t('Menunggu admin: {sebab}', { sebab: reasonInWords(t, event.why) }));
      else if (event.kind === 'alert') ringAll(null, (t) => t.said(event.text));
      else if (event.kind === 'order_news' && event.chat !== null && desk.untold(event.chat).length > 0) {
        const holder = desk.card(event.chat)?.holder ?? null;
        ringAll(event.chat, (t) => t('Ada kabar pesanan untuk pelanggan di chat Anda'), (listener) => listener.staff === holder);
      } else if (event.kind === 'customer_line') {
        const holder = desk.card(event.chat)?.holder ?? null;
        if (holder !== null) ringAll(event.chat, (t) => t('Pesan baru di chat Anda'), (listener) => listener.staff === holder);
      }
    }
    // A silent one as well: not all that changes a page is in the diary (a delivery mark).
    tellAll({ kind: 'changed', chat: null, ring: null });
  }

  const unsubscribe = desk.onEvents(committed);

  return {
    /** The state of the shop: another after every change, so that a page knows whether it was overtaken before it listened. */
    version: (): string => `${begun}.${changes}`,
    join(listener: Listener): () => void {
      const own = [...listeners].filter((other) => other.staff === listener.staff);
      if (own.length >= MOST_PER_PERSON) own[0]!.end();
      listeners.add(listener);
      if (listener.chat !== null) tellAll({ kind: 'changed', chat: listener.chat, ring: null }, (other) => other.chat === listener.chat);
      return () => {
        if (!listeners.delete(listener) || listener.chat === null) return;
        tellAll({ kind: 'changed', chat: listener.chat, ring: null }, (other) => other.chat === listener.chat);
      };
    },
    /** Ids of staff who have a chat open at this moment. */
    lookingAt: (chat: number): readonly string[] =>
      [...new Set([...listeners].filter((listener) => listener.chat === chat).map((listener) => listener.staff))],
    endAllOf(staff: string): void {
      for (const listener of listeners) if (listener.staff === staff) listener.end();
    },
    close(): void {
      unsubscribe();
      for (const listener of listeners) listener.end();
    },
  };
}

export type Live = ReturnType<typeof createLive>;
