import type { StaffAct, StaffOutcome } from '../../src/channels/staff-desk.ts';
import type { FullDesk } from '../../src/engine/staff-desk.ts';

/** What a customer sends. A tap names the words on the button and how many bubbles back it stands, so that a story stays one when others fall out of it. */
export type Content =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly label: string; readonly back: number }
  | { readonly kind: 'photo'; readonly file: string; readonly caption: string };

export interface Message {
  readonly chat: string;
  /** The provider's. */
  readonly id: string;
  readonly content: Content;
}

/** What becomes of the next try to send to a chat, where it does not simply arrive. */
export type Fate =
  /** It arrives, and the answer is lost. */
  | 'answer_lost'
  /** It does not arrive, and nobody can know. */
  | 'lost'
  | 'later' | 'channel_waits'
  /** It arrives; the answer takes until time passes. */
  | 'slow'
  | 'blocked' | 'refused';

/** An order as the story knows it: the customer's, counted from the newest. */
export interface OrderOf { readonly chat: string; readonly nth: number }

export type StaffDeed =
  | { readonly do: 'claim' | 'release' | 'reply'; readonly chat: string; readonly text?: string }
  | { readonly do: 'transfer'; readonly chat: string; readonly to: string }
  | { readonly do: keyof typeof ON_ORDER; readonly order: OrderOf };

type What =
  /** Messages that arrive together. */
  | { readonly do: 'hear'; readonly messages: readonly Message[] }
  /** The provider delivers a message again that it had been told to forget. */
  | { readonly do: 'again'; readonly chat: string; readonly back: number }
  /** Time goes by and the sweeps tick. */
  | { readonly do: 'pass'; readonly ms: number }
  /** The machine's clock is set; negative: back. */
  | { readonly do: 'clock'; readonly ms: number }
  | { readonly do: 'fates'; readonly chat: string; readonly fates: readonly Fate[] }
  | { readonly do: 'staff'; readonly by: string; readonly id: string; readonly deed: StaffDeed }
  /** The owner saves the files in this version. */
  | { readonly do: 'owner'; readonly version: number };

/** One thing that happens to a shop, as plain data: a list of them is a story that can be told again. */
export type Step = What & {
  /** The process dies at the so manyth commit point after this step began; the next number is for its successor, and so on. */
  readonly dies?: readonly number[];
  /** So many turns of this step fail in their last write, as on a full disk. */
  readonly fails?: number;
};

/** Acts of staff on an order, by the word of the scripted terminal. */
export const ON_ORDER = {
  approve_payment: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.approvePayment(act, order),
  reject_payment: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.rejectPayment(act, order, 'jumlahnya kurang'),
  pack: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.pack(act, order),
  ship: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.ship(act, order, 'JP0123456789'),
  deliver: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.deliver(act, order),
  cancel: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.cancel(act, order, 'stok rusak'),
  return: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.takeBack(act, order, true),
  refund: (desk: FullDesk, act: StaffAct, order: string): StaffOutcome => desk.refund(act, order, null, ''),
} as const;
