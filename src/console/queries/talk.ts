import type { Database } from '../../database/open.ts';
import type { InboxContent } from '../../database/inbox.ts';
import type { OutboxRow, OutboxState } from '../../database/outbox.ts';
import type { UtcMs } from '../../shop/units.ts';
import { wordsOf } from './words-of-message.ts';

export type TalkLine =
  | { readonly kind: 'customer'; readonly at: UtcMs; readonly text: string; readonly tapped: boolean; readonly photo: string | null; readonly quoted: string | null; readonly setAside: boolean }
  | {
    readonly kind: 'reply'; readonly at: UtcMs; readonly sender: string; readonly text: string; readonly photo: string | null;
    readonly choices: readonly string[]; readonly state: OutboxState; readonly dueAt: UtcMs;
  }
  | { readonly kind: 'event'; readonly at: UtcMs; readonly what: string; readonly data: Readonly<Record<string, unknown>> };

interface InRow { readonly id: number; readonly content: string; readonly received_at: UtcMs; readonly state: string }
interface EventRow { readonly at: UtcMs; readonly kind: string; readonly data: string }

/** One side's lines on a page. */
const MOST = 60;

/** A chat's history: what the customer wrote, what was replied, and what happened around it. */
export function createTalk(db: Database) {
  const said = db.prepare<[number, UtcMs, number], InRow>(
    `SELECT id, content, received_at, state FROM inbox WHERE chat_id = ? AND received_at < ? AND channel <> 'shop' ORDER BY id DESC LIMIT ?`);
  const replied = db.prepare<[number, UtcMs, number], OutboxRow>(
    `SELECT * FROM outbox WHERE chat_id = ? AND created_at < ? AND state <> 'cancelled' ORDER BY id DESC LIMIT ?`);
  const happened = db.prepare<[number, UtcMs, number], EventRow>(
    `SELECT at, kind, data FROM events WHERE chat_id = ? AND at < ? AND (kind LIKE 'handoff.%' OR kind LIKE 'order.%') ORDER BY id DESC LIMIT ?`);
  const choicesOf = db.prepare<[number], { choices: string | null }>('SELECT choices FROM outbox WHERE id = ?');
  const photoOfMessage = db.prepare<[number], { content: string }>('SELECT content FROM inbox WHERE id = ?');
  const photoOfReply = db.prepare<[number], { photo: string | null }>('SELECT photo FROM outbox WHERE id = ?');

  const labels = (stored: string | null): readonly string[] =>
    (stored === null ? [] : (JSON.parse(stored) as readonly { label: string }[]).map((offer) => offer.label));

  function labelOf(choice: string): string | null {
    const [row, index] = choice.split('.');
    const stored = choicesOf.get(parseInt(row ?? '', 36) || 0);
    return stored ? labels(stored.choices)[Number(index)] ?? null : null;
  }

  return {
    /** The last lines before an instant, oldest first, and whether there are earlier ones. */
    lines(chat: number, before: UtcMs = Number.MAX_SAFE_INTEGER): { readonly lines: readonly TalkLine[]; readonly more: boolean } {
      const inRows = said.all(chat, before, MOST);
      const outRows = replied.all(chat, before, MOST);
      // What lies before the older end of a full side may have holes; it belongs to the page before.
      const from = Math.max(
        inRows.length === MOST ? inRows.at(-1)!.received_at : 0,
        outRows.length === MOST ? outRows.at(-1)!.created_at : 0);
      const lines: (TalkLine & { readonly rank: number })[] = [
        ...inRows.reverse().map((row) => ({ ...customerLine(row, labelOf), rank: 0 })),
        ...happened.all(chat, before, MOST).reverse().map((row) => ({
          kind: 'event' as const, at: row.at, what: row.kind, data: JSON.parse(row.data) as Record<string, unknown>, rank: 1,
        })),
        ...outRows.reverse().map((row) => ({
          kind: 'reply' as const, at: row.created_at, sender: row.sender, text: row.text, choices: labels(row.choices), state: row.state,
          dueAt: row.due_at, photo: row.photo === null ? null : `/konsol/foto/balasan/${row.id}`, rank: 2,
        })),
      ];
      return { lines: lines.filter((line) => line.at >= from).sort((a, b) => a.at - b.at || a.rank - b.rank), more: from > 0 };
    },

    /** Where the picture of a customer's message is. */
    photoOfMessage(id: number): string | null {
      const row = photoOfMessage.get(id);
      const content = row && JSON.parse(row.content) as InboxContent;
      return content?.kind === 'photo' ? content.file : null;
    },
    photoOfReply: (id: number): string | null => photoOfReply.get(id)?.photo ?? null,
  };
}

function customerLine(row: InRow, labelOf: (choice: string) => string | null): TalkLine {
  const content = JSON.parse(row.content) as InboxContent;
  return {
    kind: 'customer', at: row.received_at, text: wordsOf(content, labelOf), tapped: content.kind === 'tap',
    photo: content.kind === 'photo' ? `/konsol/foto/pesan/${row.id}` : null, quoted: content.quoted ?? null,
    setAside: row.state === 'set_aside',
  };
}

export type Talk = ReturnType<typeof createTalk>;
