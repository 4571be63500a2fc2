import type { Database } from '../../database/open.ts';
import type { ChannelName } from '../../channels/channel.ts';
import type { ChatMode } from '../../database/chats.ts';
import type { InboxContent } from '../../database/inbox.ts';
import type { UtcMs } from '../../shop/units.ts';
import { wordsOf } from './words-of-message.ts';

export interface ListedChat {
  readonly id: number;
  readonly channel: ChannelName;
  readonly mode: ChatMode;
  readonly holder: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  /** Why a person is wanted; null where nobody asked. */
  readonly reason: string | null;
  readonly urgent: number;
  readonly requested_at: UtcMs | null;
  readonly last: { readonly at: UtcMs; readonly from: 'customer' | 'bot' | 'staff'; readonly text: string } | null;
}

type Row = Omit<ListedChat, 'last'>;

const CHATS = `SELECT c.id, c.channel, c.mode, c.holder, cu.name, cu.phone, h.reason, h.urgent, h.requested_at
  FROM chats c JOIN customers cu ON cu.id = c.customer_id
  LEFT JOIN handoffs h ON h.id = (SELECT max(id) FROM handoffs WHERE chat_id = c.id AND released_at IS NULL) `;

/** How far back words and parts of names are looked for: a search must not read the whole shop. */
const SEARCHED_MESSAGES = 20_000;
const SEARCHED_CHATS = 5_000;
const FOUND = 40;

/** The chats as the inbox lists them. Each list is bounded, and reads an index, however many chats the shop has. */
export function createChatList(db: Database) {
  const waiting = db.prepare<[], Row>(CHATS + `WHERE c.mode = 'waiting' ORDER BY h.urgent DESC, h.requested_at, c.id LIMIT 60`);
  const held = db.prepare<[], Row>(CHATS + `WHERE c.mode = 'human' ORDER BY c.last_in_at DESC, c.id LIMIT 60`);
  const withBot = db.prepare<[number], Row>(CHATS + `WHERE c.mode = 'bot' ORDER BY c.last_in_at DESC LIMIT ?`);
  const one = db.prepare<[number], Row>(CHATS + 'WHERE c.id = ?');
  const lastIn = db.prepare<[number], { content: string; received_at: UtcMs }>(
    `SELECT content, received_at FROM inbox WHERE chat_id = ? AND channel <> 'shop' ORDER BY id DESC LIMIT 1`);
  const lastOut = db.prepare<[number], { sender: string; text: string; created_at: UtcMs }>(
    `SELECT sender, text, created_at FROM outbox WHERE chat_id = ? AND state <> 'cancelled' ORDER BY id DESC LIMIT 1`);
  const countWaiting = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM chats WHERE mode = 'waiting'`);
  const byOrder = db.prepare<[string], { chat_id: number }>('SELECT chat_id FROM orders WHERE number = ?');
  const byPhone = db.prepare<[string, string], { id: number }>(
    'SELECT c.id FROM customers cu JOIN chats c ON c.customer_id = cu.id WHERE cu.phone >= ? AND cu.phone < ? LIMIT 40');
  const byName = db.prepare<[string, string], { id: number }>(
    `SELECT c.id FROM customers cu JOIN chats c ON c.customer_id = cu.id
     WHERE cu.name >= ? COLLATE NOCASE AND cu.name < ? COLLATE NOCASE LIMIT 40`);
  const byPartOfName = db.prepare<[number, string], { id: number }>(
    `SELECT recent.id FROM (SELECT id, customer_id FROM chats ORDER BY id DESC LIMIT ?) recent
     JOIN customers cu ON cu.id = recent.customer_id WHERE cu.name LIKE ? ESCAPE '!' LIMIT 40`);
  const byWords = db.prepare<[number, string], { chat_id: number }>(
    `SELECT DISTINCT chat_id FROM (SELECT chat_id, content FROM inbox ORDER BY id DESC LIMIT ?)
     WHERE json_extract(content, '$.text') LIKE ? ESCAPE '!' LIMIT 40`);

  function withLast(row: Row): ListedChat {
    const said = lastIn.get(row.id);
    const replied = lastOut.get(row.id);
    if (said && (!replied || said.received_at >= replied.created_at)) {
      const content = JSON.parse(said.content) as InboxContent;
      return { ...row, last: { at: said.received_at, from: 'customer', text: wordsOf(content, () => null) || '(foto)' } };
    }
    return { ...row, last: replied ? { at: replied.created_at, from: replied.sender === 'bot' ? 'bot' : 'staff', text: replied.text } : null };
  }

  function idsFor(query: string): readonly number[] {
    const order = byOrder.get(query.toUpperCase());
    const digits = query.replace(/[^\d]/g, '').replace(/^0/, '62');
    const pattern = `%${query.replace(/[!%_]/g, '!$&')}%`;
    const found = [
      ...(order ? [order.chat_id] : []),
      ...(digits.length >= 5 ? byPhone.all(`+${digits}`, `+${digits}:`).map((row) => row.id) : []),
      ...byName.all(query, `${query}\u{10FFFF}`).map((row) => row.id),
      ...byPartOfName.all(SEARCHED_CHATS, pattern).map((row) => row.id),
      ...byWords.all(SEARCHED_MESSAGES, pattern).map((row) => row.chat_id),
    ];
    return [...new Set(found)].slice(0, FOUND);
  }

  return {
    /** The first sixty of those without an answer: the urgent, then the longest waiting. */
    waiting: (): readonly ListedChat[] => waiting.all().map(withLast),
    /** Those a person has, the most recently used first. */
    held: (): readonly ListedChat[] => held.all().map(withLast),
    withBot: (most = 40): readonly ListedChat[] => withBot.all(most).map(withLast),
    get(id: number): ListedChat | null {
      const row = one.get(id);
      return row ? withLast(row) : null;
    },
    countWaiting: (): number => countWaiting.get()!.n,
    /** By order number, phone, name, or words of the last 20,000 messages. */
    search: (query: string): readonly ListedChat[] =>
      idsFor(query.trim().slice(0, 100)).flatMap((id) => { const row = one.get(id); return row ? [withLast(row)] : []; }),
  };
}

export type ChatList = ReturnType<typeof createChatList>;
