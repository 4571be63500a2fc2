import type { Events } from '../database/events.ts';
import type { OutboxTable } from '../database/outbox.ts';
import type { UtcMs } from '../shop/units.ts';

/** What a channel learned of a reply after it had given its outcome. */
export type LateOutcome =
  | { readonly kind: 'sent'; readonly message: number; readonly providerId: string }
  | { readonly kind: 'failed'; readonly message: number };

/**
 * Enters late news of a reply into the outbox (F22): an uncertain one that arrived after all is sent; one that the provider gave up
 * is dead, and staff hear of it. A reply that is still being tried is left alone, for the next try asks by itself. Belongs to the
 * caller's transaction.
 */
export function enterLateOutcome(tables: { readonly outbox: OutboxTable; readonly events: Events }, late: LateOutcome, now: UtcMs): void {
  const row = tables.outbox.get(late.message);
  if (!row) return;
  if (late.kind === 'sent') {
    if (row.state === 'unknown') tables.outbox.sent(row.id, late.providerId, now);
    return;
  }
  if (row.state !== 'sent' && row.state !== 'unknown') return;
  tables.outbox.dead(row.id, GIVEN_UP);
  tables.events.record(now, 'staff.alert', { chat: row.chat_id }, { reason: 'message_undeliverable', detail: GIVEN_UP });
}

const GIVEN_UP = 'salurannya akhirnya menandai pesan ini gagal';
