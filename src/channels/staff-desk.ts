/**
 * What staff can do and see, whatever they hold in their hands: Telegram, the console, the terminal. One service stands behind
 * it, so that all of them see the same state. Every act is synchronous and is committed when it returns.
 */
import type { QuickReply, StaffMember } from '../shop/catalogue/snapshot.ts';
import type { Rupiah, UtcMs } from '../shop/units.ts';

/** The shop's own number of a chat, the same on every surface. */
export type DeskChat = number;
/** An order's number as the customer knows it: "DK-1042". */
export type OrderNumber = string;

/** Who does it, and the act's own id: the same id again is the same act, done once. */
export interface StaffAct {
  /** Id from staff.yaml. */
  readonly by: string;
  /** Unique per act and stable across redeliveries, at most 80 characters. */
  readonly id: string;
  /** What the one who acts reads; Indonesian where nothing is said. */
  readonly language?: 'id' | 'en';
}

/**
 * What somebody insists on, each by itself: that a draft goes out as it is written in spite of the shop's form of address, and that
 * it goes out now though the shop is closed. The second is recorded for the performance report; neither brings the other along.
 */
export interface Insistence {
  readonly asWritten?: boolean;
  readonly now?: boolean;
}

export type StaffOutcome =
  /** `note` is for the one who did it, in the act's language: "Ditahan, dikirim saat buka Sen 09.00 WIB." Null when all is plain. */
  | { readonly kind: 'done'; readonly note: string | null }
  /** Nothing has happened; it may be done anyway by the same act with `asWritten` (a draft that says "bapak"). */
  | { readonly kind: 'check'; readonly reason: string }
  /** Nothing has happened. Says what to do instead, in the act's language. */
  | { readonly kind: 'refused'; readonly reason: string };

/** An order's next step by staff. */
export type OrderStep = 'check_payment' | 'pack' | 'ship';

export interface OrderBrief {
  readonly number: OrderNumber;
  /** Indonesian, for reading: "menunggu pembayaran". */
  readonly state: string;
  readonly total: Rupiah;
  readonly steps: readonly OrderStep[];
}

export interface CardLine {
  readonly from: 'customer' | 'bot' | 'staff';
  readonly text: string;
}

/** All an admin needs to know before the first word. */
export interface ChatCard {
  readonly chat: DeskChat;
  readonly name: string;
  /** "Telegram", "WhatsApp", "Web". */
  readonly channel: string;
  readonly phone: string | null;
  readonly mode: 'bot' | 'waiting' | 'human';
  /** Staff id, while `mode` is `human`. */
  readonly holder: string | null;
  /** Why a human was asked for; null when nobody was. Indonesian. */
  readonly reason: string | null;
  readonly cart: readonly { readonly title: string; readonly quantity: number; readonly amount: Rupiah }[];
  /** Open ones and the last closed one, newest first. */
  readonly orders: readonly OrderBrief[];
  /** Oldest first. */
  readonly lines: readonly CardLine[];
  /** Absolute paths or `telegram:` references, newest last. */
  readonly photos: readonly string[];
}

/** Something staff should see, numbered in the order it was committed. */
export type DeskEvent = { readonly seq: number; readonly at: UtcMs } & (
  | { readonly kind: 'handoff_requested'; readonly chat: DeskChat; /** Its code, and in Indonesian. */ readonly why: string; readonly reason: string; readonly urgent: boolean }
  | { readonly kind: 'handoff_claimed'; readonly chat: DeskChat; readonly by: string }
  | { readonly kind: 'handoff_released'; readonly chat: DeskChat; readonly by: string }
  | { readonly kind: 'customer_line'; readonly chat: DeskChat; readonly text: string; readonly photo: string | null }
  /** `act` is the StaffAct's id, by which a surface knows its own. */
  | {
      readonly kind: 'staff_line'; readonly chat: DeskChat; readonly by: string; readonly act: string;
      readonly text: string; readonly photo: string | null;
    }
  /** `text` is the news in one line, Indonesian. */
  | { readonly kind: 'order_news'; readonly chat: DeskChat | null; readonly order: OrderBrief; readonly text: string; readonly photo: string | null }
  | { readonly kind: 'alert'; readonly text: string }
  | { readonly kind: 'daily_summary'; readonly text: string });

export interface StaffDesk {
  /** staff.yaml of this moment. */
  staff(): readonly StaffMember[];
  /** The owner's canned answers, ready to send to a chat: their placeholders are filled in. Those that speak of an order are left out where there is none. */
  quickReplies(chat: DeskChat): readonly QuickReply[];
  card(chat: DeskChat): ChatCard | null;
  order(number: OrderNumber): OrderBrief | null;

  claim(act: StaffAct, chat: DeskChat): StaffOutcome;
  reply(act: StaffAct, chat: DeskChat, text: string, insist?: Insistence): StaffOutcome;
  /** `photo` is an absolute path or a `telegram:` reference. */
  replyPhoto(act: StaffAct, chat: DeskChat, photo: string, caption: string): StaffOutcome;
  /** `note` is what was agreed; may be empty. */
  release(act: StaffAct, chat: DeskChat, note: string): StaffOutcome;
  transfer(act: StaffAct, chat: DeskChat, to: string): StaffOutcome;
  approvePayment(act: StaffAct, order: OrderNumber): StaffOutcome;
  rejectPayment(act: StaffAct, order: OrderNumber, reason: string): StaffOutcome;
  pack(act: StaffAct, order: OrderNumber): StaffOutcome;
  ship(act: StaffAct, order: OrderNumber, tracking: string): StaffOutcome;

  /** Events after this number, oldest first. Kept long enough that a surface that was away for days can catch up. */
  events(after: number, limit: number): readonly DeskEvent[];
  /** The number of the newest event; a surface that starts for the first time begins behind it. */
  lastEvent(): number;
  /** Calls the listener after every commit with new events. Returns a function that ends it. */
  onEvents(listener: () => void): () => void;
}
