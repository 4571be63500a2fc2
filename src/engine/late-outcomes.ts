import type { Chats } from '../database/chats.ts';
import type { Events } from '../database/events.ts';
import type { OutboxTable } from '../database/outbox.ts';
import type { UtcMs } from '../shop/units.ts';

/** More became known of a reply after its outcome was entered: WhatsApp's ack came late, or took it back (F16). */
export interface LateWord { readonly message: number; readonly kind: 'sent' | 'failed' }

/**
 * Enters it, in the caller's transaction. One that did arrive is not sent again; one that did not is told to staff, who see it
 * marked in the chat.
 */
export function enterLateWord(tables: { readonly outbox: OutboxTable; readonly events: Events; readonly chats: Chats }, late: LateWord, now: UtcMs): void {
  const row = tables.outbox.get(late.message);
  if (!row) return;
  const uncertain = row.state === 'unknown' || (row.state === 'ready' && row.failure?.startsWith('unknown') === true);
  if (late.kind === 'sent' && uncertain) tables.outbox.sent(row.id, row.provider_id ?? '', now);
  if (late.kind === 'failed' && (row.state === 'sent' || uncertain)) {
    tables.outbox.dead(row.id, 'WhatsApp could not deliver it');
    tables.events.record(now, 'staff.alert', { chat: row.chat_id }, { reason: 'message_undeliverable', detail: 'WhatsApp' });
  }
}
