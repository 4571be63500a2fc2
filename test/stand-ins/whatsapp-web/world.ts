/** A message as the stand-in page's models hold it; field names are those of WhatsApp Web. */
export interface WebMessage {
  readonly chat: string;
  readonly id: string;
  readonly fromMe: boolean;
  readonly type: string;
  readonly body: string;
  /** Unix seconds. */
  readonly t: number;
  readonly ack?: number;
  readonly notifyName?: string;
  readonly caption?: string;
  readonly directPath?: string;
  readonly mimetype?: string;
  readonly lat?: number;
  readonly lng?: number;
  readonly author?: string;
  readonly broadcast?: boolean;
  readonly isStatusV3?: boolean;
  readonly quotedMsg?: { readonly type: string; readonly body?: string; readonly caption?: string };
}

/** How the page treats the bot's next sends, and which acks it then gives (0 pending, 1 server, 2 phone, 3 read, -1 failed). */
export interface Sending {
  /** `throws_sent`: the call rejects although the message went out. `undefined`: it resolves without the message. */
  readonly how: 'normal' | 'throws_sent' | 'throws_unsent' | 'hangs' | 'undefined';
  readonly acks: readonly number[];
  readonly afterMs: number;
}
export const NORMAL: Sending = { how: 'normal', acks: [1, 2], afterMs: 0 };

/** What left the page towards a customer. */
export interface SentMessage {
  readonly chat: string;
  readonly id: string;
  readonly type: string;
  readonly body: string;
  readonly caption: string;
  readonly media: string | null;
  readonly t: number;
}

/** What WhatsApp's servers and everybody's phones know; outlives every page. */
export class World {
  readonly me = '6281000000000@c.us';
  readonly chats = new Map<string, WebMessage[]>();
  readonly sent: SentMessage[] = [];
  readonly revoked: string[] = [];
  readonly seen: string[] = [];
  readonly typing: string[] = [];
  readonly lids = new Map<string, string>();
  readonly media = new Map<string, Buffer>();
  /** Addresses that are not on WhatsApp. */
  readonly strangers = new Set<string>();
  session: string | null = null;
  ref = 'ref-1';
  sending: Sending = NORMAL;
  /** The page forgets what the bot sent when it is killed, as if its own database had been lost. */
  forgetsOwnSends = false;
  /** WhatsApp gives no pairing code: asked too often, or the number has no account. */
  refusesCodes = false;
  /** The page has synced before anybody listens. */
  syncsEarly = false;

  keep(message: WebMessage): void {
    this.chats.set(message.chat, [...(this.chats.get(message.chat) ?? []), message]);
  }

  /** The bot's message reached WhatsApp. */
  take(sent: SentMessage): void {
    this.sent.push(sent);
    if (this.forgetsOwnSends) return;
    const ack = Math.max(0, ...this.sending.acks);
    this.keep({
      chat: sent.chat, id: sent.id, fromMe: true, type: sent.type, body: sent.body, caption: sent.caption, t: sent.t, ack,
      ...(sent.type === 'image' ? { directPath: '/uploaded' } : {}),
    });
  }

  snapshot(): object {
    return {
      me: this.me, session: this.session, ref: this.ref, sending: this.sending, lids: [...this.lids],
      chats: [...this.chats], syncsEarly: this.syncsEarly,
    };
  }
}
