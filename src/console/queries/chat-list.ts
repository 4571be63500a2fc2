import type { Database } from '../../database/open.ts';
import type { ChannelName } from '../../channels/channel.ts';
import type { ChatMode } from '../../database/chats.ts';
import type { InboxContent } from '../../database/inbox.ts';
import type { UtcMs } from '../../shop/units.ts';
import { orderNumberIn } from './order-number.ts';
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

interface Found { readonly chat_id: number; readonly at: UtcMs; readonly sender: string; readonly text: string }

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
  const byEndOfPhone = db.prepare<[number, string], { id: number }>(
    `SELECT recent.id FROM (SELECT id, customer_id FROM chats ORDER BY id DESC LIMIT ?) recent
     JOIN customers cu ON cu.id = recent.customer_id WHERE cu.phone LIKE ? LIMIT 40`);
  // With max(id), SQLite takes the other columns from that row: the newest line of each chat that has the words.
  const bySaid = db.prepare<[number, string], Found>(
    `SELECT chat_id, max(id) AS id, at, 'customer' AS sender, text FROM (
       SELECT id, chat_id, received_at AS at, COALESCE(json_extract(content, '$.text'), json_extract(content, '$.caption')) AS text FROM inbox ORDER BY id DESC LIMIT ?)
     WHERE text LIKE ? ESCAPE '!' GROUP BY chat_id ORDER BY id DESC LIMIT 40`);
  const byReplied = db.prepare<[number, string], Found>(
    `SELECT chat_id, max(id) AS id, at, sender, text FROM (
       SELECT id, chat_id, created_at AS at, sender, text, state FROM outbox ORDER BY id DESC LIMIT ?)
     WHERE text LIKE ? ESCAPE '!' AND sender <> 'bot' AND state <> 'cancelled' GROUP BY chat_id ORDER BY id DESC LIMIT 40`);

  function withLast(row: Row): ListedChat {
    const said = lastIn.get(row.id);
    const replied = lastOut.get(row.id);
    if (said && (!replied || said.received_at >= replied.created_at)) {
      const content = JSON.parse(said.content) as InboxContent;
      return { ...row, last: { at: said.received_at, from: 'customer', text: wordsOf(content, () => null) || '(foto)' } };
    }
    return { ...row, last: replied ? { at: replied.created_at, from: replied.sender === 'bot' ? 'bot' : 'staff', text: replied.text } : null };
  }

  /** Chats that a query finds, each with the line in which it was found, where it was a line. */
  function find(query: string): ReadonlyMap<number, ListedChat['last']> {
    const figures = query.replace(/[^\d]/g, '');
    const digits = figures.replace(/^0/, '62');
    const pattern = `%${query.replace(/[!%_]/g, '!$&')}%`;
    const order = byOrder.get(orderNumberIn(query) ?? query.toUpperCase());
    const people = [
      ...(order ? [order.chat_id] : []),
      ...(digits.length >= 5 ? byPhone.all(`+${digits}`, `+${digits}:`).map((row) => row.id) : []),
      ...(/^[\d\s•-]+$/.test(query) && figures.length >= 4 && figures.length <= 7 ? byEndOfPhone.all(SEARCHED_CHATS, `%${figures}`).map((row) => row.id) : []),
      ...byName.all(query, `${query}\u{10FFFF}`).map((row) => row.id),
      ...byPartOfName.all(SEARCHED_CHATS, pattern).map((row) => row.id),
    ];
    const found = new Map<number, ListedChat['last']>(people.map((id) => [id, null]));
    for (const line of [...bySaid.all(SEARCHED_MESSAGES, pattern), ...byReplied.all(SEARCHED_MESSAGES, pattern)].sort((a, b) => b.at - a.at)) {
      if (!found.has(line.chat_id)) found.set(line.chat_id, { at: line.at, from: line.sender === 'customer' ? 'customer' : 'staff', text: around(line.text, query) });
    }
    return found;
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
    /** By order number ("dk 12" as well), phone or its last four figures, name, or words that customer or staff said in the last 20,000 messages of each. */
    search: (query: string): readonly ListedChat[] =>
      [...find(query.trim().slice(0, 100))].slice(0, FOUND).flatMap(([id, line]) => { const row = one.get(id); return row ? [line ? { ...row, last: line } : withLast(row)] : []; }),
  };
}

/** A long line from a little before the words on, so that they are to be seen in a list. */
function around(line: string, words: string): string {
  const at = line.toLowerCase().indexOf(words.toLowerCase());
  return at > 24 ? `…${line.slice(at - 16)}` : line;
}

export type ChatList = ReturnType<typeof createChatList>;
