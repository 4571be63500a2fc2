import { createHash } from 'node:crypto';
import type { UtcMs } from '../../shop/units.ts';
import { isLid, isPerson, phoneOf } from './addresses.ts';
import type { Clock, Memory } from './surroundings.ts';

/** What is kept of a person, by the opaque chat that stands for them. */
interface Person {
  readonly addresses: readonly string[];
  /** Where the last message came from: the reply goes there, as it is. */
  readonly replyTo: string;
  /** When they last wrote; 0 if never. */
  readonly wroteAt: UtcMs;
  /** When WhatsApp was last asked for the other address. */
  readonly askedAt: UtcMs;
  /** WhatsApp has named two numbers for them: neither is believed. */
  readonly doubted?: boolean;
}

/** Two things said of one person that cannot both be true, or two chats that turn out to be one. */
export type IdentityDoubt =
  | { readonly kind: 'ambiguous'; readonly chat: string }
  | { readonly kind: 'same_person'; readonly chat: string; readonly other: string };

export interface IdentityParts {
  readonly memory: Memory;
  readonly clock: Clock;
  /** WhatsApp's own answer; may reject. */
  readonly ask: (address: string) => Promise<{ readonly lid: string | null; readonly phone: string | null }>;
  readonly onDoubt: (doubt: IdentityDoubt) => void;
}

/** A person whose other address is not known is asked after again this often. */
const ASK_AGAIN_MS = 3_600_000;

/**
 * Who is who (F21). One person is one chat, whichever address a message comes from; the chat's name says nothing about the
 * person, least of all a phone number.
 */
export function createIdentities({ memory, clock, ask, onDoubt }: IdentityParts) {
  let line: Promise<unknown> = Promise.resolve();

  const personOf = (chat: string): Person | null => {
    const kept = memory.get(personKey(chat));
    return kept === null ? null : JSON.parse(kept) as Person;
  };
  const keep = (chat: string, person: Person): void => memory.set(personKey(chat), JSON.stringify(person));
  const chatOf = (address: string): string | null => memory.get(aliasKey(address));

  /** Gives an address to a chat, unless that would give the chat a second address of the same sort. */
  function tie(chat: string, address: string): boolean {
    const person = personOf(chat);
    if (!person || person.addresses.includes(address)) return true;
    if (person.addresses.some((other) => isLid(other) === isLid(address))) {
      keep(chat, { ...person, doubted: true });
      onDoubt({ kind: 'ambiguous', chat });
      return false;
    }
    keep(chat, { ...person, addresses: [...person.addresses, address] });
    memory.set(aliasKey(address), chat);
    return true;
  }

  function meet(address: string): string {
    const chat = nameFor(address);
    keep(chat, { addresses: [address], replyTo: address, wroteAt: 0, askedAt: clock.now() });
    memory.set(aliasKey(address), chat);
    return chat;
  }

  async function otherAddress(address: string): Promise<string | null> {
    const names = await ask(address).catch(() => ({ lid: null, phone: null }));
    const other = isLid(address) ? names.phone : names.lid;
    return other !== null && isPerson(other) && isLid(other) !== isLid(address) ? other : null;
  }

  async function find(address: string): Promise<string> {
    const known = chatOf(address);
    const person = known === null ? null : personOf(known);
    if (known !== null && person) {
      if (person.addresses.length > 1 || clock.now() - person.askedAt < ASK_AGAIN_MS) return known;
      keep(known, { ...person, askedAt: clock.now() });
    }
    const other = await otherAddress(address);
    const chatOfOther = other === null ? null : chatOf(other);
    if (known === null && chatOfOther !== null) return tie(chatOfOther, address) ? chatOfOther : meet(address);
    const chat = known ?? meet(address);
    if (other === null || chatOfOther === chat) return chat;
    if (chatOfOther === null) {
      tie(chat, other);
      return chat;
    }
    // Both have talked to us already: what is open in either stays where it is, and staff are told.
    if (isLid(address)) memory.set(aliasKey(address), chatOfOther);
    onDoubt({ kind: 'same_person', chat: chatOfOther, other: chat });
    return isLid(address) ? chatOfOther : chat;
  }

  return {
    /** The chat of whoever is behind an address. Asks WhatsApp where it must, one question at a time. */
    of(address: string): Promise<string> {
      const next = line.then(() => find(address));
      line = next.catch(() => undefined);
      return next;
    },
    /** E.164, only if WhatsApp itself ties this person to that number. */
    phone(chat: string): string | null {
      const person = personOf(chat);
      if (!person || person.doubted === true) return null;
      return person.addresses.flatMap((address) => phoneOf(address) ?? [])[0] ?? null;
    },
    replyTo: (chat: string): string | null => personOf(chat)?.replyTo ?? null,
    wroteAt: (chat: string): UtcMs => personOf(chat)?.wroteAt ?? 0,
    /** Notes that they wrote, and from where. */
    wrote(chat: string, address: string, at: UtcMs): void {
      const person = personOf(chat);
      if (person) keep(chat, { ...person, replyTo: address, wroteAt: Math.max(at, person.wroteAt) });
    },
    /** Removes every trace of a person (S20). */
    forget(chat: string): void {
      for (const address of personOf(chat)?.addresses ?? []) memory.delete(aliasKey(address));
      memory.delete(personKey(chat));
    },
    addresses: (chat: string): readonly string[] => personOf(chat)?.addresses ?? [],
  };
}

export type Identities = ReturnType<typeof createIdentities>;

const aliasKey = (address: string): string => `whatsapp.alias.${address}`;
const personKey = (chat: string): string => `whatsapp.person.${chat}`;
/** The same address always gives the same name, so that a lost memory does not make new people of old customers. */
const nameFor = (address: string): string => `wa-${createHash('sha256').update(address).digest('hex').slice(0, 20)}`;
