import { existsSync } from 'node:fs';
import type { OutgoingMessage, SendOutcome } from '../channel.ts';
import type { Acks } from './acks.ts';
import { alarm, type Alarm } from './alarms.ts';
import { bubblesOf, type Bubble } from './bubbles.ts';
import type { SentAs, WaMessage, WhatsAppClient } from './client.ts';
import type { Identities } from './identity.ts';
import type { LateAcks } from './late-acks.ts';
import type { OwnerPhone } from './owner-phone.ts';
import { fingerprint, type OwnSends } from './own-sends.ts';
import type { PaceKeeper } from './pace-keeper.ts';
import type { Clock, Log } from './surroundings.ts';

export interface OutgoingParts {
  readonly identities: Identities;
  readonly sends: OwnSends;
  readonly phone: OwnerPhone;
  readonly acks: Acks;
  readonly pace: PaceKeeper;
  /** The client while it can send; null while WhatsApp is off or offline. */
  readonly client: () => WhatsAppClient | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly ackLimitMs: number;
  readonly onAlarm: (alarm: Alarm) => void;
  readonly lateAcks: LateAcks;
  /** A send got no ack although the line looked well (F16). */
  readonly onSilence: () => void;
  readonly stopping: AbortSignal;
}

/** How far back an earlier try is looked for. */
const LOOK_BACK = 30;
const OFFLINE_WAIT_MS = 5_000;
const NOT_ON_WHATSAPP = /no lid for user|invalid wid/i;

/** A bubble among those of its reply. */
interface Place {
  readonly name: string;
  readonly last: boolean;
}

const offline: SendOutcome = { kind: 'later', afterMs: OFFLINE_WAIT_MS, scope: 'channel', reason: 'WhatsApp belum tersambung' };

/**
 * Sends one reply and says honestly what became of it (F22): `sent` only when WhatsApp's servers have it. What may have gone
 * out is looked up before it is ever sent again.
 */
export function createOutgoing(parts: OutgoingParts) {
  const { identities, sends, phone, acks, lateAcks, clock, log } = parts;

  /** What WhatsApp itself holds of an earlier try. Undefined: it could not be asked. */
  async function lookUp(client: WhatsAppClient, chat: string, bubble: string): Promise<WaMessage | null | undefined> {
    const ours: WaMessage[] = [];
    for (const address of identities.addresses(chat)) {
      const messages = await client.messages(address, LOOK_BACK).catch(() => null);
      if (!messages) return undefined;
      ours.push(...messages.filter((one) => one.fromMe));
    }
    if (sends.find(chat, bubble)?.id == null) for (const one of ours) if (!sends.isOurs(chat, one.id)) sends.adopt(chat, one);
    const id = sends.find(chat, bubble)?.id;
    return ours.find((one) => one.id === id) ?? null;
  }

  async function awaitAck({ id: message, chat }: OutgoingMessage, { name: bubble, last }: Place, id: string, known: number): Promise<SendOutcome> {
    if (known !== 0) acks.heard(id, known);
    const ack = await acks.decided(id, parts.ackLimitMs, parts.stopping) ?? await ackNow(chat, bubble);
    if (ack !== null && ack >= 1) {
      sends.arrived(chat, bubble);
      lateAcks.watch({ id, message, was: 'sent', last });
      return { kind: 'sent', providerId: id };
    }
    lateAcks.watch({ id, message, was: 'unknown', last });
    if (ack === -1) return { kind: 'unknown', reason: 'WhatsApp menandai pesan ini gagal', retry: false };
    if (!parts.client() || parts.stopping.aborted) return { kind: 'unknown', reason: 'WhatsApp terputus sebelum ada tanda terkirim', retry: true };
    parts.onSilence();
    // It stands in WhatsApp's own queue and goes out by itself once that moves: sending it again would double it.
    return { kind: 'unknown', reason: 'belum ada tanda terkirim dari WhatsApp', retry: false };
  }

  async function ackNow(chat: string, bubble: string): Promise<number | null> {
    const client = parts.client();
    const found = client && !parts.stopping.aborted ? await lookUp(client, chat, bubble) : null;
    return found && found.ack !== 0 ? found.ack : null;
  }

  async function sendBubble(message: OutgoingMessage, bubble: Bubble, place: Place): Promise<SendOutcome> {
    const { chat } = message;
    const { name } = place;
    const earlier = sends.find(chat, name);
    if (earlier?.arrived && earlier.id !== null) return { kind: 'sent', providerId: earlier.id };
    const first = parts.client();
    if (!first) return offline;
    if (earlier) {
      const found = await lookUp(first, chat, name);
      if (found === undefined) return offline;
      if (found) return awaitAck(message, place, found.id, found.ack);
      // WhatsApp had it once and has it no more: that is no proof that it never went out.
      if (earlier.id !== null) return { kind: 'unknown', reason: 'pesan tidak ada lagi di WhatsApp', retry: false };
    }
    const stepBack = await takePlace(message, bubble);
    if (stepBack) return stepBack;
    const client = parts.client();
    if (!client) return offline;
    const address = identities.replyTo(chat);
    if (address === null) return { kind: 'unreachable', reason: 'alamat WhatsApp-nya tidak dikenal' };
    return tryOnce(message, bubble, place, client, address);
  }

  /** Waits for a place in the row, typing meanwhile. Null: go. */
  async function takePlace(message: OutgoingMessage, bubble: Bubble): Promise<SendOutcome | null> {
    const { chat } = message;
    const byStaff = message.from !== 'bot';
    const length = bubble.kind === 'text' ? bubble.text.length : bubble.caption.length;
    const pace = parts.pace.next(chat, { theyWroteAt: identities.wroteAt(chat), length, byStaff });
    if (pace.kind === 'cold') return { kind: 'refused', reason: 'pelanggan sudah lama tidak menulis di WhatsApp; menyapa duluan membahayakan nomor toko' };
    if (pace.kind === 'later') {
      if (pace.why === 'daily_cap') parts.onAlarm(alarm('daily_cap'));
      const capped = pace.why === 'daily_cap';
      return { kind: 'later', afterMs: pace.afterMs, scope: capped ? 'channel' : 'chat', reason: capped ? 'batas harian WhatsApp' : 'jam tenang' };
    }
    const noticed = phone.timesNoticed(chat);
    if (pace.typing) void typing(chat);
    await clock.sleep(pace.waitMs, parts.stopping);
    if (parts.stopping.aborted) return offline;
    // A human took the chat while the bot was typing: whether this may still go is asked anew (F41).
    const taken = !byStaff && phone.timesNoticed(chat) !== noticed;
    return taken ? { kind: 'later', afterMs: 0, scope: 'chat', reason: 'admin menulis dari HP' } : null;
  }

  async function tryOnce(
    message: OutgoingMessage, bubble: Bubble, place: Place, client: WhatsAppClient, address: string,
  ): Promise<SendOutcome> {
    const { chat } = message;
    const { name } = place;
    const kind = bubble.kind;
    sends.begin(chat, name, fingerprint(kind, kind === 'text' ? bubble.text : bubble.caption), clock.now());
    parts.pace.count();
    phone.sendBegins(chat);
    let sent: SentAs | null = null;
    let failure: unknown = null;
    try {
      sent = kind === 'text' ? await client.sendText(address, bubble.text) : await client.sendPhoto(address, bubble.photo, bubble.caption);
      if (sent) sends.named(chat, name, sent.id);
    } catch (error) {
      failure = error;
    }
    phone.sendEnded(chat);
    const id = sends.find(chat, name)?.id ?? null;
    if (id !== null) return awaitAck(message, place, id, sent?.ack ?? 0);
    const why = failure instanceof Error ? failure.message : 'the library said nothing';
    if (NOT_ON_WHATSAPP.test(why)) {
      sends.drop(chat, name);
      return { kind: 'unreachable', reason: 'nomor ini tidak ada di WhatsApp' };
    }
    log.warn({ message: message.id, why }, 'the fate of a whatsapp message is not known');
    const found = parts.client() === client ? await lookUp(client, chat, name) : undefined;
    if (found) return awaitAck(message, place, found.id, found.ack);
    // The next try looks again before it sends.
    return { kind: 'unknown', reason: 'WhatsApp tidak menjawab', retry: true };
  }

  async function typing(chat: string): Promise<void> {
    const address = identities.replyTo(chat);
    if (address !== null) await parts.client()?.typing(address).catch(() => undefined);
  }

  return {
    typing,
    async send(message: OutgoingMessage): Promise<SendOutcome> {
      const photo = message.photo !== null && existsSync(message.photo) ? message.photo : null;
      // The words matter more than a picture that has been removed.
      if (message.photo !== null && photo === null) log.warn({ message: message.id }, 'a picture to be sent is not there');
      let outcome: SendOutcome = { kind: 'refused', reason: 'pesan kosong' };
      let firstId: string | null = null;
      const bubbles = bubblesOf({ ...message, photo });
      for (const [index, bubble] of bubbles.entries()) {
        outcome = await sendBubble(message, bubble, { name: `${message.id}.${index}`, last: index === bubbles.length - 1 });
        if (outcome.kind !== 'sent') return outcome;
        firstId ??= outcome.providerId;
      }
      return firstId === null ? outcome : { kind: 'sent', providerId: firstId };
    },
    /** An ack, perhaps long after the outcome was given. */
    ackHeard(id: string, ack: number): void {
      acks.heard(id, ack);
      lateAcks.heard(id, ack);
    },
  };
}

export type Outgoing = ReturnType<typeof createOutgoing>;
