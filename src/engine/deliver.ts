import type { Channel, ChannelName, OutgoingMessage, SendOutcome } from '../channels/channel.ts';
import type { Chat, Chats } from '../database/chats.ts';
import type { Events } from '../database/events.ts';
import type { OutboxRow, OutboxTable, UnsentRow } from '../database/outbox.ts';
import type { UtcMs } from '../shop/units.ts';
import { choicesOf } from './choice-tokens.ts';

/** Tries after which a message is given up and shown to staff. */
const MOST_TRIES = 12;
/** A reply whose fate is unknown is sent again at most this often (F11). */
const MOST_BLIND_TRIES = 2;
/**
 * A message waits no longer than this for its next try, ms. One that seems to have to was put off by a clock that was set
 * ahead and has been set right since: it is due (F28).
 */
const LONGEST_WAIT_MS = 3_600_000;
/** Messages begun in one transaction: more would hold the event loop. */
const AT_ONCE = 32;
/** How the failure of a message begins that may have reached the customer. */
const MAYBE_ARRIVED = 'unknown:';

export interface DeliveryParts {
  readonly outbox: OutboxTable;
  readonly chats: Chats;
  readonly events: Events;
  readonly channels: ReadonlyMap<ChannelName, Channel>;
  readonly transact: <T>(act: () => T) => T;
  readonly now: () => UtcMs;
  /** A picture's path as the channel can read it: draws what is only named (`qris:DK-1`). Null when it cannot be had. */
  readonly picture: (reference: string) => Promise<string | null>;
  readonly wake: (afterMs: number) => void;
  readonly failed: (error: unknown) => void;
  /** Calls back in a later turn of the event loop; at once where left out. */
  readonly later?: (goOn: () => void) => void;
}

export interface Delivery {
  /** Sends what may be sent now. Resolves when every message it began has an outcome. Never throws. */
  deliver(): Promise<void>;
  /** Messages begun and not yet settled. */
  inFlight(): number;
}

interface Next {
  readonly row: OutboxRow;
  readonly channel: Channel;
  readonly address: string;
  readonly maybeDuplicate: boolean;
}

/**
 * Delivers committed replies: in order within a chat, chats side by side, so that one slow or blocked chat holds no other
 * (F10). What was in flight when the process died is tried again and marked as perhaps a duplicate.
 */
export function createDelivery(parts: DeliveryParts): Delivery {
  const { outbox, chats } = parts;
  const busy = new Set<number>();
  const pausedUntil = new Map<ChannelName, UtcMs>();
  const inLaterTurn = parts.later ?? ((goOn) => goOn());

  /** The first open message of chats that are not busy, due now; as many as are begun at once. */
  function nextRows(): readonly Next[] {
    const now = parts.now();
    const seen = new Set<number>();
    const next: Next[] = [];
    let wakeIn = Infinity;
    for (const row of outbox.unsent()) {
      if (next.length === AT_ONCE) return next;
      if (seen.has(row.chat_id) || busy.has(row.chat_id)) continue;
      // A reply held for opening time stands aside: what the bot says meanwhile is not held up by it.
      if (row.state === 'held') continue;
      seen.add(row.chat_id);
      const chat = chats.get(row.chat_id);
      const channel = parts.channels.get(chat.channel);
      if (!channel) continue;
      const due = Math.max(notTooFar(row.due_at, now), notTooFar(pausedUntil.get(chat.channel) ?? 0, now));
      if (due > now) {
        wakeIn = Math.min(wakeIn, due - now);
        continue;
      }
      if (isVoid(row, chat)) {
        // One that was in flight when the process died may have gone out; nobody will know, and it is not sent again.
        if (row.state === 'sending') outbox.unknown(row.id, 'a person took the chat while it was on its way', now);
        else outbox.cancel(row.id);
        seen.delete(row.chat_id);
        continue;
      }
      const whole = outbox.get(row.id)!;
      next.push({ row: whole, channel, address: chat.address, maybeDuplicate: row.state === 'sending' || whole.attempts > 0 && whole.failure?.startsWith(MAYBE_ARRIVED) === true });
    }
    if (wakeIn < Infinity) parts.wake(wakeIn);
    return next;
  }

  async function send({ row, channel, address, maybeDuplicate }: Next): Promise<SendOutcome> {
    try {
      const message: OutgoingMessage = {
        id: row.id, chat: address, text: row.text, choices: choicesOf(row.id, row.choices),
        photo: row.photo === null ? null : await parts.picture(row.photo), from: row.sender, maybeDuplicate,
        ...(row.album !== null && { album: JSON.parse(row.album) as string[] }),
      };
      return await channel.send(message);
    } catch (error) {
      parts.failed(error);
      return { kind: 'unknown', reason: 'the channel failed', retry: true };
    }
  }

  function settle({ row, maybeDuplicate }: Next, channel: ChannelName, outcome: SendOutcome): void {
    const now = parts.now();
    const tries = row.attempts + 1;
    // What may have arrived once stays marked, whatever becomes of the tries after it (F11).
    const later = (dueAt: UtcMs, why: string) => outbox.later(row.id, dueAt, maybeDuplicate ? `${MAYBE_ARRIVED} ${why}` : why);
    switch (outcome.kind) {
      case 'sent': outbox.sent(row.id, outcome.providerId, now); return;
      case 'unknown':
        if (outcome.retry && tries <= MOST_BLIND_TRIES) outbox.later(row.id, now + backOff(tries), `${MAYBE_ARRIVED} ${outcome.reason}`);
        else outbox.unknown(row.id, outcome.reason, now);
        return;
      case 'later':
        if (outcome.scope === 'channel') pausedUntil.set(channel, now + Math.min(outcome.afterMs, LONGEST_WAIT_MS));
        if (tries >= MOST_TRIES && outcome.scope === 'chat') {
          outbox.dead(row.id, outcome.reason);
          parts.events.record(now, 'staff.alert', { chat: row.chat_id }, { reason: 'message_undeliverable', detail: outcome.reason });
        } else later(now + Math.min(outcome.afterMs, LONGEST_WAIT_MS), outcome.reason);
        return;
      case 'unreachable':
        outbox.dead(row.id, outcome.reason);
        chats.markUnreachable(row.chat_id, outcome.reason);
        parts.events.record(now, 'staff.alert', { chat: row.chat_id }, { reason: 'customer_unreachable', detail: outcome.reason });
        return;
      case 'refused':
        outbox.dead(row.id, outcome.reason);
        parts.events.record(now, 'staff.alert', { chat: row.chat_id }, { reason: 'message_undeliverable', detail: outcome.reason });
        return;
      case 'moved':
        chats.moveTo(row.chat_id, outcome.to);
        later(now, 'moved');
    }
  }

  const settled: (() => void)[] = [];
  const done: (() => void)[] = [];
  let flushing = false;

  /** Outcomes that arrive together are entered together: one fsync for many. */
  function flush(): void {
    flushing = false;
    try {
      parts.transact(() => settled.splice(0).forEach((enter) => enter()));
    } catch (error) {
      parts.failed(error);
    }
    inLaterTurn(pump);
  }

  async function sendOne(next: Next): Promise<void> {
    const outcome = await send(next);
    settled.push(() => settle(next, next.channel.name, outcome), () => busy.delete(next.row.chat_id));
    if (flushing) return;
    flushing = true;
    queueMicrotask(flush);
  }

  /** Begins every send that may begin now; each one that ends pumps again. */
  function pump(): void {
    try {
      const rows = parts.transact(() => {
        const next = nextRows();
        next.forEach(({ row }) => outbox.trying(row.id));
        return next;
      });
      for (const { row } of rows) busy.add(row.chat_id);
      for (const next of rows) void sendOne(next);
      if (rows.length === AT_ONCE) inLaterTurn(pump);
    } catch (error) {
      parts.failed(error);
    }
    if (busy.size === 0) done.splice(0).forEach((resolve) => resolve());
  }

  return {
    inFlight: () => busy.size,
    deliver: () => new Promise((resolve) => {
      done.push(resolve);
      pump();
    }),
  };
}

/** A bot's reply made before a human came: never sent (F41). */
export const isVoid = (row: UnsentRow, chat: Chat): boolean =>
  row.sender === 'bot' && (chat.mode === 'human' || row.epoch < chat.epoch);

const notTooFar = (due: UtcMs, now: UtcMs): UtcMs => (due - now > LONGEST_WAIT_MS ? now : due);

const backOff = (tries: number): number => Math.min(300_000, 2_000 * 2 ** tries);
