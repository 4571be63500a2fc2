import type { Chats } from '../../database/chats.ts';
import type { Events } from '../../database/events.ts';
import type { Database } from '../../database/open.ts';
import type { OutboxTable } from '../../database/outbox.ts';
import type { UtcMs } from '../units.ts';
import type { BusinessHours } from './business-hours.ts';

export type HandoffReason =
  | 'asked' | 'complaint' | 'angry' | 'large_order' | 'misunderstood' | 'late_parcel' | 'return' | 'set_aside' | 'payment'
  | 'owner_phone' | 'privacy' | 'order_wish';

export interface Handoff {
  readonly id: number;
  readonly chat_id: number;
  readonly reason: HandoffReason;
  readonly urgent: number;
  /** JSON: what the customer told (order, photos, what is wanted). */
  readonly details: string;
  readonly requested_at: UtcMs;
  /** From when people can be expected: the request, or the next opening. */
  readonly staffed_from: UtcMs;
  readonly remind_at: UtcMs | null;
  readonly reminders: number;
  readonly claimed_by: string | null;
  readonly claimed_at: UtcMs | null;
  readonly first_reply_at: UtcMs | null;
  readonly released_at: UtcMs | null;
  readonly released_by: string | null;
  readonly agreed: string | null;
  readonly rating: number | null;
  readonly rating_comment: string | null;
  readonly rated_at: UtcMs | null;
}

/** What a customer may be promised when asking for a person. */
export type HandoffPromise =
  | { readonly kind: 'now'; readonly minutes: number }
  /** Open, but closing before the promised minutes are over: said honestly (F42). */
  | { readonly kind: 'closing_soon'; readonly closesAt: UtcMs; readonly nextOpening: UtcMs | null }
  | { readonly kind: 'closed'; readonly nextOpening: UtcMs | null };

export type Claim =
  | { readonly kind: 'claimed'; readonly handoff: Handoff; readonly cancelled: number }
  | { readonly kind: 'held_by'; readonly staff: string };

const URGENT: readonly HandoffReason[] = ['complaint', 'angry', 'late_parcel', 'set_aside', 'payment'];

/**
 * Chats that people have, or should have: bot → waiting → human → bot. One holder at a time; a claim voids what the bot
 * has not sent, in the same transaction (F41).
 */
export function createHandoffs(db: Database, parts: { chats: Chats; outbox: OutboxTable; events: Events }) {
  const { chats, outbox, events } = parts;
  const openOf = db.prepare<[number], Handoff>(
    'SELECT * FROM handoffs WHERE chat_id = ? AND released_at IS NULL ORDER BY id DESC LIMIT 1');
  const lastOf = db.prepare<[number], Handoff>('SELECT * FROM handoffs WHERE chat_id = ? ORDER BY id DESC LIMIT 1');
  const byId = db.prepare<[number], Handoff>('SELECT * FROM handoffs WHERE id = ?');
  const insert = db.prepare<[number, string, number, string, number, number, number | null]>(
    `INSERT INTO handoffs (chat_id, reason, urgent, details, requested_at, staffed_from, remind_at)
     VALUES (?, ?, ?, ?, ?, ?, ?)`);
  const addDetails = db.prepare<[string, number, number]>('UPDATE handoffs SET details = ?, urgent = max(urgent, ?) WHERE id = ?');
  const claim = db.prepare<[string, number, number]>(
    'UPDATE handoffs SET claimed_by = ?, claimed_at = COALESCE(claimed_at, ?), remind_at = NULL WHERE id = ?');
  const firstReply = db.prepare<[number, number]>(
    'UPDATE handoffs SET first_reply_at = ? WHERE id = ? AND first_reply_at IS NULL');
  const release = db.prepare<[number, string, string | null, number]>(
    'UPDATE handoffs SET released_at = ?, released_by = ?, agreed = ?, remind_at = NULL WHERE id = ?');
  const setReminder = db.prepare<[number | null, number]>(
    'UPDATE handoffs SET remind_at = ?, reminders = reminders + 1 WHERE id = ?');
  const dueReminders = db.prepare<[number], Handoff>(
    'SELECT * FROM handoffs INDEXED BY handoffs_open WHERE released_at IS NULL AND claimed_at IS NULL AND remind_at <= ? ORDER BY id');
  const queue = db.prepare<[], Handoff>(
    `SELECT * FROM handoffs WHERE released_at IS NULL AND claimed_at IS NULL
     ORDER BY urgent DESC, requested_at, id`);
  const idle = db.prepare<[number], { id: number }>(
    `SELECT id FROM chats WHERE mode = 'human' AND last_human_at <= ? ORDER BY id`);

  function promise(hours: BusinessHours, minutes: number, at: UtcMs): HandoffPromise {
    if (!hours.isOpen(at)) return { kind: 'closed', nextOpening: hours.nextOpening(at) };
    const closesAt = hours.closesAt(at)!;
    if (closesAt - at < minutes * 60_000) {
      return { kind: 'closing_soon', closesAt, nextOpening: hours.nextOpening(closesAt) };
    }
    return { kind: 'now', minutes };
  }

  return {
    promise,
    openOf: (chat: number): Handoff | undefined => openOf.get(chat),
    lastOf: (chat: number): Handoff | undefined => lastOf.get(chat),
    get: (id: number): Handoff | undefined => byId.get(id),
    /** Unclaimed ones, the urgent first, then the longest waiting. */
    queue: (): readonly Handoff[] => queue.all(),

    /** Asks for a person. A second request adds to the first. */
    request(chat: number, reason: HandoffReason, details: object, hours: BusinessHours, minutes: number, at: UtcMs): HandoffPromise {
      const urgent = URGENT.includes(reason) ? 1 : 0;
      const promised = promise(hours, minutes, at);
      const open = openOf.get(chat);
      if (open) {
        addDetails.run(JSON.stringify({ ...JSON.parse(open.details), ...details }), urgent, open.id);
        return promised;
      }
      const staffedFrom = hours.isOpen(at) ? at : hours.nextOpening(at) ?? at;
      insert.run(chat, reason, urgent, JSON.stringify(details), at, staffedFrom, hours.addStaffed(at, minutes * 60_000));
      if (chats.get(chat).mode === 'bot') chats.setMode(chat, 'waiting', null, chats.get(chat).last_human_at);
      events.record(at, 'handoff.requested', { chat }, { reason });
      return promised;
    },

    /** Adds what the customer tells while waiting. */
    addDetails(chat: number, details: object): boolean {
      const open = openOf.get(chat);
      if (!open) return false;
      addDetails.run(JSON.stringify({ ...JSON.parse(open.details), ...details }), 0, open.id);
      return true;
    },

    /** One person takes the chat; the bot's unsent replies are void from here on. */
    claim(chat: number, staff: string, reason: HandoffReason, at: UtcMs): Claim {
      const now = chats.get(chat);
      if (now.mode === 'human' && now.holder !== staff) return { kind: 'held_by', staff: now.holder! };
      let open = openOf.get(chat);
      if (!open) {
        insert.run(chat, reason, 0, '{}', at, at, null);
        open = openOf.get(chat)!;
      }
      const cancelled = outbox.cancelBotReplies(chat);
      const fresh = now.mode !== 'human';
      claim.run(staff, at, open.id);
      chats.setMode(chat, 'human', staff, at);
      if (fresh) events.record(at, 'handoff.claimed', { chat }, { staff });
      return { kind: 'claimed', handoff: byId.get(open.id)!, cancelled };
    },

    /** Gives the chat to a colleague. */
    transfer(chat: number, from: string, to: string, at: UtcMs): Claim {
      const now = chats.get(chat);
      if (now.mode === 'human' && now.holder !== from) return { kind: 'held_by', staff: now.holder! };
      const open = openOf.get(chat);
      if (open) claim.run(to, at, open.id);
      chats.setMode(chat, 'human', to, at);
      events.record(at, 'handoff.transferred', { chat }, { from, to });
      return { kind: 'claimed', handoff: open ?? lastOf.get(chat)!, cancelled: 0 };
    },

    /** A sign of life from the person who holds the chat. */
    humanSign(chat: number, at: UtcMs, replied: boolean): void {
      chats.touchHuman(chat, at);
      const open = openOf.get(chat);
      if (open && replied) firstReply.run(at, open.id);
    },

    /** Back to the bot, with what was agreed. Returns the ended handoff, or null when nobody held it. */
    release(chat: number, by: string, agreed: string | null, at: UtcMs): Handoff | null {
      const open = openOf.get(chat);
      if (!open && chats.get(chat).mode === 'bot') return null;
      if (open) release.run(at, by, agreed, open.id);
      chats.setMode(chat, 'bot', null, at);
      events.record(at, 'handoff.released', { chat }, { by, ...(agreed ? { agreed } : {}) });
      return open ? byId.get(open.id)! : null;
    },

    dueReminders: (now: UtcMs): readonly Handoff[] => dueReminders.all(now),
    /** Counts a reminder and sets the next, or none. */
    reminded: (handoff: Handoff, next: UtcMs | null): void => void setReminder.run(next, handoff.id),
    /** Chats whose human has been silent since before this instant. */
    idleSince: (instant: UtcMs): readonly number[] => idle.all(instant).map((row) => row.id),
  };
}

export type Handoffs = ReturnType<typeof createHandoffs>;
