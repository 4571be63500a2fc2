import type { Database } from 'better-sqlite3';
import type { UtcMs } from '../../shop/units.ts';
import type { Choice } from '../channel.ts';

/** A reply of the shop, as the outbox keeps it. */
export interface ShopMessage {
  readonly kind: 'shop';
  /** The outbox row. */
  readonly id: number;
  readonly at: UtcMs;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** The choice that was tapped, where one was. */
  readonly taken: string | null;
  readonly hasPicture: boolean;
  /** `bot` or `staff:ID`. */
  readonly from: string;
}

/** A message of the customer, as the inbox keeps it. */
export interface OwnMessage {
  readonly kind: 'own';
  /** The id the message came in with. */
  readonly id: string;
  readonly at: UtcMs;
  /** What was written, or the words on the choice that was tapped. */
  readonly text: string;
  readonly hasPhoto: boolean;
}

/** Where a page of the talk ends: messages before these rows are older. */
export interface OlderThan {
  readonly inbox: number;
  readonly outbox: number;
}

export interface TalkPage {
  /** Oldest first. */
  readonly messages: readonly (ShopMessage | OwnMessage)[];
  /** Null where the talk begins with this page. */
  readonly older: OlderThan | null;
}

/** What was said in a chat, read from what the shop keeps anyway. Addresses nobody has written from are empty chats. */
export interface History {
  /** The last messages, or the last before `olderThan`. */
  page(address: string, limit: number, olderThan?: OlderThan): TalkPage;
  /** Every reply that went out after this one did, whatever its number: a held one may be older and go out later. */
  since(address: string, outboxId: number): readonly ShopMessage[];
  /** The stored file of a photo this chat sent; null for anything else. */
  photoOf(address: string, messageId: string): string | null;
  /** What a reply to this chat names as its picture; null for anything else. */
  pictureOf(address: string, outboxId: number): string | null;
}

/** How a choice is named (engine/choice-tokens.ts). */
export interface ChoiceTokens {
  choicesOf(outboxId: number, stored: string | null): readonly Choice[];
  readToken(token: string): { readonly outboxId: number; readonly index: number } | null;
}

interface InRow { readonly id: number; readonly provider_id: string; readonly content: string; readonly received_at: UtcMs }
interface OutRow {
  readonly id: number; readonly sender: string; readonly text: string; readonly choices: string | null;
  readonly photo: string | null; readonly created_at: UtcMs; readonly sent_at: UtcMs | null;
}
interface Content { readonly kind: string; readonly text?: string; readonly choice?: string; readonly caption?: string; readonly file?: string }

/** More than anyone misses in one absence; older ones are read by the page. */
const MOST_MISSED = 200;

/** The history of the web chat, over the tables of the shop's database. */
export function createHistory(db: Database, tokens: ChoiceTokens): History {
  const chatOf = db.prepare<[string], { id: number }>(`SELECT id FROM chats WHERE channel = 'webchat' AND address = ?`);
  const lastIn = db.prepare<[number, number, number], InRow>(
    `SELECT id, provider_id, content, received_at FROM inbox
     WHERE chat_id = ? AND id < ? AND channel = 'webchat' ORDER BY id DESC LIMIT ?`);
  // What is on its way counts as said: it is pushed, and may have arrived.
  const lastOut = db.prepare<[number, number, number], OutRow>(
    `SELECT id, sender, text, choices, photo, created_at, sent_at FROM outbox
     WHERE chat_id = ? AND id < ? AND state IN ('sending', 'sent', 'unknown') ORDER BY id DESC LIMIT ?`);
  const outSince = db.prepare<[number, number, number, number], OutRow>(
    `SELECT id, sender, text, choices, photo, created_at, sent_at FROM outbox
     WHERE chat_id = ? AND state IN ('sending', 'sent', 'unknown')
       AND (id > ? OR sent_at >= (SELECT COALESCE(sent_at, created_at) FROM outbox WHERE id = ?))
     ORDER BY id DESC LIMIT ?`);
  const offered = db.prepare<[number, number], { choices: string | null }>('SELECT choices FROM outbox WHERE id = ? AND chat_id = ?');
  const pictureOf = db.prepare<[number, number], { photo: string | null }>('SELECT photo FROM outbox WHERE id = ? AND chat_id = ?');
  const contentOf = db.prepare<[string, number], { content: string }>(
    `SELECT content FROM inbox WHERE channel = 'webchat' AND provider_id = ? AND chat_id = ?`);
  const used = db.prepare<[string], { token: string }>('SELECT token FROM used_choices WHERE token = ?');

  function shopMessage(row: OutRow): ShopMessage {
    const choices = tokens.choicesOf(row.id, row.choices);
    return {
      kind: 'shop', id: row.id, at: row.sent_at ?? row.created_at, text: row.text, choices,
      taken: choices.find((choice) => used.get(choice.id))?.id ?? null, hasPicture: row.photo !== null, from: row.sender,
    };
  }

  function labelOf(chat: number, token: string): string {
    const at = tokens.readToken(token);
    const row = at && offered.get(at.outboxId, chat);
    return row ? tokens.choicesOf(at.outboxId, row.choices)[at.index]?.label ?? '' : '';
  }

  /** Null for what a customer cannot have sent here, or has had erased. */
  function ownMessage(chat: number, row: InRow): OwnMessage | null {
    const content = JSON.parse(row.content) as Content;
    const own = (text: string, hasPhoto: boolean): OwnMessage => ({ kind: 'own', id: row.provider_id, at: row.received_at, text, hasPhoto });
    switch (content.kind) {
      case 'text': return own(content.text ?? '', false);
      case 'photo': return own(content.caption ?? '', true);
      case 'tap': return own(labelOf(chat, content.choice ?? ''), false);
      default: return null;
    }
  }

  /** The newest of both tables, each in its own order, until there are enough. */
  function newest(incoming: readonly InRow[], outgoing: readonly OutRow[], limit: number) {
    let taken = 0;
    let into = 0;
    let out = 0;
    for (; taken < limit && (into < incoming.length || out < outgoing.length); taken++) {
      const [theirs, ours] = [incoming[into], outgoing[out]];
      if (ours && (!theirs || ours.created_at >= theirs.received_at)) out++;
      else into++;
    }
    return { incoming: incoming.slice(0, into), outgoing: outgoing.slice(0, out), isAll: into === incoming.length && out === outgoing.length };
  }

  return {
    page(address, limit, olderThan = { inbox: Number.MAX_SAFE_INTEGER, outbox: Number.MAX_SAFE_INTEGER }) {
      const chat = chatOf.get(address)?.id;
      if (chat === undefined) return { messages: [], older: null };
      // One more than wanted tells whether there is more.
      const taken = newest(lastIn.all(chat, olderThan.inbox, limit + 1), lastOut.all(chat, olderThan.outbox, limit + 1), limit);
      const own = taken.incoming.map((row) => ownMessage(chat, row)).filter((message) => message !== null);
      const messages = [...own.reverse(), ...taken.outgoing.map(shopMessage).reverse()].sort((a, b) => a.at - b.at);
      const older = taken.isAll ? null : {
        inbox: taken.incoming.at(-1)?.id ?? olderThan.inbox, outbox: taken.outgoing.at(-1)?.id ?? olderThan.outbox,
      };
      return { messages, older };
    },
    since(address, outboxId) {
      const chat = chatOf.get(address)?.id;
      if (chat === undefined) return [];
      return outSince.all(chat, outboxId, outboxId, MOST_MISSED).map(shopMessage).reverse();
    },
    photoOf(address, messageId) {
      const chat = chatOf.get(address)?.id;
      const row = chat === undefined ? undefined : contentOf.get(messageId, chat);
      const content = row && (JSON.parse(row.content) as Content);
      return content?.kind === 'photo' ? content.file ?? null : null;
    },
    pictureOf(address, outboxId) {
      const chat = chatOf.get(address)?.id;
      return (chat === undefined ? undefined : pictureOf.get(outboxId, chat))?.photo ?? null;
    },
  };
}
