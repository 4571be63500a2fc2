/**
 * What a channel is to the rest of Ladeni. A channel translates and never decides: it writes what a customer sent
 * into the inbox, and sends what the outbox holds.
 */

export type ChannelName = 'terminal' | 'webchat' | 'telegram' | 'whatsapp';

/** What a customer sent, without anything of the provider in it. */
export type IncomingContent =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tap'; readonly choice: string }
  /** `file` is a path below the data folder where the channel has stored the photo already, or a task will. */
  | { readonly kind: 'photo'; readonly file: string; readonly caption: string }
  | { readonly kind: 'location'; readonly latitude: number; readonly longitude: number }
  | { readonly kind: 'contact'; readonly phone: string; readonly name: string }
  | { readonly kind: 'other'; readonly what: 'sticker' | 'voice' | 'video' | 'document' | 'call' | 'deleted' | 'unknown' };

export interface IncomingMessage {
  readonly channel: ChannelName;
  /** The provider's own id of this message: the same id again is a redelivery and is ignored. */
  readonly id: string;
  /** The provider's address of the chat, opaque to everyone but the channel. */
  readonly chat: string;
  /** The name the customer shows, where the provider tells it. Never used to guess how to address someone. */
  readonly name: string | null;
  readonly content: IncomingContent;
  /** Text of the message this one quotes, where there is one. */
  readonly quoted: string | null;
  /** The provider's id of the earlier message that this one takes the place of: she has edited it. */
  readonly edits?: string;
  /** The phone number the provider vouches for (WhatsApp), E.164; null where unknown. */
  readonly phone: string | null;
}

/** A choice offered with a reply. `id` is a single-use token of at most 32 ASCII characters. */
export interface Choice {
  readonly id: string;
  readonly label: string;
}

export interface OutgoingMessage {
  /** The outbox row: stable across retries. */
  readonly id: number;
  readonly chat: string;
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Absolute path of a picture to send with the text as its caption, or null. */
  readonly photo: string | null;
  /** Absolute paths of several pictures to choose by, for a channel that has albums; others leave them out. */
  readonly album?: readonly string[];
  /** `bot`, or `staff:ID` with the name shown in the console; customers see one shop. */
  readonly from: string;
  /** True when an earlier try may have reached the customer. */
  readonly maybeDuplicate: boolean;
}

/** What became of one try to send. Faults of the network are outcomes, not exceptions. */
export type SendOutcome =
  | { readonly kind: 'sent'; readonly providerId: string }
  /** It may have gone out: the answer was lost. `retry` says whether another try is safe enough. */
  | { readonly kind: 'unknown'; readonly reason: string; readonly retry: boolean }
  /** Not sent; try again after this long. `scope` says whether the whole channel must wait or just this chat. */
  | { readonly kind: 'later'; readonly afterMs: number; readonly scope: 'chat' | 'channel'; readonly reason: string }
  /** This chat cannot be reached (blocked, deleted, not found): stop trying, mark the customer. */
  | { readonly kind: 'unreachable'; readonly reason: string }
  /** This message will not be taken, now or later; the chat itself is well. */
  | { readonly kind: 'refused'; readonly reason: string }
  /** The chat has a new address; everything for the old one belongs there now. */
  | { readonly kind: 'moved'; readonly to: string };

export type ChannelState = 'off' | 'starting' | 'needs_pairing' | 'on' | 'offline' | 'failed';

export interface ChannelStatus {
  readonly state: ChannelState;
  /** One line for the owner, in Indonesian. */
  readonly detail: string;
}

/** Where a channel puts what came in. Returns once the message is durably in the inbox; throws if it could not be. */
export interface Inbox {
  /** `fresh` is false for a redelivery. */
  accept(message: IncomingMessage): { readonly fresh: boolean };
}

export interface Channel {
  readonly name: ChannelName;
  /** Starts receiving. Resolves when started or supervised in the background; never throws for a network fault. */
  start(inbox: Inbox): Promise<void>;
  /** Stops receiving, waits for sends in flight, at most 8 s. */
  stop(): Promise<void>;
  send(message: OutgoingMessage): Promise<SendOutcome>;
  /** Shows "typing…" where the provider can; never fails. */
  typing(chat: string): Promise<void>;
  status(): ChannelStatus;
}
