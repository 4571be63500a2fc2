/**
 * WhatsApp Web as the channel sees it: one run of one browser, in plain data. The real one lives behind the fence (fence.ts);
 * tests hand in others.
 */
import type { UtcMs } from '../../shop/units.ts';

/** A message as WhatsApp has it, in either direction. */
export interface WaMessage {
  /** The id part only: the same message has it under both addresses of a person (F21). */
  readonly id: string;
  /** The whole id, for asking the client about this message again. */
  readonly key: string;
  readonly fromMe: boolean;
  /** The address of the chat it stands in: who wrote it, or, from us, to whom. */
  readonly chat: string;
  /** WhatsApp's own word: `chat`, `image`, `ptt`, `vcard`, … */
  readonly type: string;
  /** Body or caption. */
  readonly text: string;
  /** Whole seconds, as ms. */
  readonly at: UtcMs;
  /** -1 failed, 0 pending, 1 at the server, 2 on the phone, 3 read. */
  readonly ack: number;
  readonly name: string | null;
  readonly quoted: string | null;
  /** Came through somebody's broadcast list or as a status. */
  readonly broadcast: boolean;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly vcards: readonly string[];
}

export type ClientEvent =
  | { readonly kind: 'launched'; readonly browserPid: number }
  | { readonly kind: 'qr'; readonly text: string }
  | { readonly kind: 'code'; readonly code: string }
  | { readonly kind: 'authenticated' }
  /** May come again after a reload. `me` is the shop's own address. */
  | { readonly kind: 'ready'; readonly me: string | null }
  /** WhatsApp's word: CONNECTED, OPENING, UNPAIRED_IDLE, … */
  | { readonly kind: 'state'; readonly state: string }
  /** The library has given this run up. */
  | { readonly kind: 'disconnected'; readonly reason: string }
  /** New in a chat, ours as well as theirs. */
  | { readonly kind: 'message'; readonly message: WaMessage }
  | { readonly kind: 'edited'; readonly message: WaMessage; readonly before: string }
  | { readonly kind: 'deleted'; readonly message: WaMessage }
  | { readonly kind: 'ack'; readonly id: string; readonly ack: number }
  | { readonly kind: 'call'; readonly id: string; readonly from: string }
  /** Something broke unseen inside the library (F18); the run may or may not live on. */
  | { readonly kind: 'fault'; readonly what: string }
  /** The browser, its page or the process around it is dead. Nothing comes after this. */
  | { readonly kind: 'gone'; readonly why: string };

/** How the page is right now. */
export interface Pulse {
  /** WhatsApp's word, or null where the page is not WhatsApp at all. */
  readonly state: string | null;
  /** False after a reload until the library has taken hold of the page again: it hears nothing meanwhile. */
  readonly listening: boolean;
  readonly synced: boolean;
}

export interface SentAs {
  readonly id: string;
  readonly ack: number;
}

/** Every call rejects when it could not be done or took too long; what a rejected send did is unknown (F22). */
export interface WhatsAppClient {
  onEvent(listener: (event: ClientEvent) => void): void;
  /** Launches the browser and opens WhatsApp Web. `ready`, `qr` or `code` follow as events. */
  start(): Promise<void>;
  pulse(): Promise<Pulse>;
  /** Asks WhatsApp's servers something small: proves that the line is alive in both directions (F16). */
  probe(): Promise<void>;
  /** Makes the library notice a sync it has missed (no `ready` otherwise). */
  nudge(): Promise<void>;
  /** Null: the library says nothing about what became of it. */
  sendText(chat: string, text: string): Promise<SentAs | null>;
  /** `photo` is an absolute path. */
  sendPhoto(chat: string, photo: string, caption: string): Promise<SentAs | null>;
  typing(chat: string): Promise<void>;
  /** Private chats only, and when something last happened in each. */
  chats(): Promise<readonly { readonly chat: string; readonly at: UtcMs }[]>;
  /** The last messages of a chat, oldest first. */
  messages(chat: string, limit: number): Promise<readonly WaMessage[]>;
  /** Null: WhatsApp no longer has the file, or does not give it now. */
  download(key: string): Promise<Uint8Array | null>;
  /** The other name of an address, as far as WhatsApp tells it. */
  whoIs(address: string): Promise<{ readonly lid: string | null; readonly phone: string | null }>;
  /** Deletes a message of ours for everyone where that is still possible, else here only. */
  deleteMessage(key: string): Promise<void>;
  /** Ends the run, gracefully if it can, and leaves no process behind (F19). Never rejects. */
  end(): Promise<void>;
}

/** What a run needs to be started. All paths are absolute. */
export interface ClientSettings {
  readonly chromium: string;
  /** Holds the session: whoever can read it is the shop (S21). */
  readonly folder: string;
  /** Pins WhatsApp Web to a version kept in a local folder. */
  readonly pinned: { readonly version: string; readonly folder: string } | null;
  /** Link by typing a code on this phone instead of scanning a QR: digits with country code. */
  readonly pairPhone: string | null;
}

export type StartClient = (settings: ClientSettings) => WhatsAppClient;
