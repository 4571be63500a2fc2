import type { Offer } from '../flow/said.ts';
import type { Choice } from '../channels/channel.ts';

/** A choice's token names the outbox row it was offered in and its place there: "2k.1". Short, ASCII, single-use (F7). */
export const tokenOf = (outboxId: number, index: number): string => `${outboxId.toString(36)}.${index}`;

/** What all tokens of an outbox row begin with. */
export const tokenPrefixOf = (outboxId: number): string => `${outboxId.toString(36)}.`;

/** Where a token points, or null for text that is none. */
export function readToken(token: string): { outboxId: number; index: number } | null {
  const parts = /^([0-9a-z]{1,11})\.(\d{1,2})$/.exec(token);
  return parts ? { outboxId: parseInt(parts[1]!, 36), index: Number(parts[2]) } : null;
}

/** The choices of an outbox row as a channel shows them. */
export function choicesOf(outboxId: number, stored: string | null): readonly Choice[] {
  if (stored === null) return [];
  const offers = JSON.parse(stored) as readonly Offer[];
  return offers.map((offer, index) => ({ id: tokenOf(outboxId, index), label: offer.label }));
}
