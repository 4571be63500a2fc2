import { createHash } from 'node:crypto';
import type { Inbox, IncomingContent, IncomingMessage } from '../channel.ts';
import { alarm, type Alarm } from './alarms.ts';
import type { WaMessage, WhatsAppClient } from './client.ts';
import { contentOf, isSaid } from './content.ts';
import type { Identities } from './identity.ts';
import type { ReadingMarks } from './reading-marks.ts';
import type { Clock, Log, PhotoStore, StoredPhoto } from './surroundings.ts';

/** A photo that WhatsApp does not give within this is left to be fetched later; the words do not wait for it. */
const PHOTO_LIMIT_MS = 20_000;
const FIRST_RETRY_MS = 500;
const LONGEST_RETRY_MS = 30_000;
/** A full disk that lasts this long is the owner's business. */
const ALARM_AFTER_MS = 10_000;

/** A photo WhatsApp still keeps for us, as a reference that outlives a restart. */
export const photoReference = (key: string): string => `whatsapp:${key}`;
/** The message a reference points at, or null if it is something else (a path). */
export const photoKeyOf = (reference: string): string | null =>
  reference.startsWith('whatsapp:') ? reference.slice('whatsapp:'.length) : null;

export type FetchedPhoto = StoredPhoto | { readonly kind: 'later'; readonly reason: string };

export interface IncomingParts {
  readonly inbox: () => Inbox;
  readonly identities: Identities;
  readonly marks: ReadingMarks;
  readonly photos: PhotoStore;
  /** The running client, or null while there is none. */
  readonly client: () => WhatsAppClient | null;
  readonly clock: Clock;
  readonly log: Log;
  readonly onAlarm: (alarm: Alarm) => void;
  /** Ends waiting when the channel stops. */
  readonly stopping: AbortSignal;
}

/**
 * Puts what customers send into the inbox, in order within a chat. Each method returns when the message is durably there; what
 * has not arrived there is not marked as read, and is read again at the next start (F23).
 */
export function createIncoming(parts: IncomingParts) {
  const { identities, marks, clock, log } = parts;

  async function fetchPhoto(reference: string): Promise<FetchedPhoto> {
    const key = photoKeyOf(reference);
    const client = parts.client();
    if (key === null) return { kind: 'refused', reason: 'Bukan foto dari WhatsApp.' };
    if (!client) return { kind: 'later', reason: 'WhatsApp belum tersambung.' };
    const bytes = await client.download(key).catch(() => null);
    if (!bytes) return { kind: 'later', reason: 'WhatsApp belum memberikan fotonya.' };
    return parts.photos.store(bytes);
  }

  async function photoOf(message: WaMessage): Promise<string> {
    const reference = photoReference(message.key);
    if (message.type !== 'image') return reference;
    const patience = new AbortController();
    const late = clock.sleep(PHOTO_LIMIT_MS, AbortSignal.any([patience.signal, parts.stopping])).then(() => null);
    const fetched = await Promise.race([fetchPhoto(reference).catch(() => null), late]);
    patience.abort();
    if (fetched?.kind === 'stored') return fetched.file;
    log.warn({ why: fetched?.kind ?? 'timeout' }, 'whatsapp photo not stored yet');
    return reference;
  }

  /** Tries until the inbox has it: WhatsApp does not bring a message twice. False: the channel was stopped before. */
  async function accept(message: IncomingMessage): Promise<boolean> {
    const since = clock.now();
    let alarmed = false;
    for (let wait = FIRST_RETRY_MS; !parts.stopping.aborted; wait = Math.min(wait * 2, LONGEST_RETRY_MS)) {
      try {
        parts.inbox().accept(message);
        return true;
      } catch (error) {
        log.error({ error }, 'the inbox refused a whatsapp message');
        if (!alarmed && clock.now() - since >= ALARM_AFTER_MS) {
          alarmed = true;
          parts.onAlarm(alarm('inbox'));
        }
        await clock.sleep(wait, parts.stopping);
      }
    }
    return false;
  }

  async function enter(message: WaMessage, id: string, content: IncomingContent, quoted = message.quoted, edits?: string): Promise<boolean> {
    const chat = await identities.of(message.chat);
    identities.wrote(chat, message.chat, message.at);
    return accept({ channel: 'whatsapp', id, chat, name: message.name, content, quoted, phone: identities.phone(chat), ...(edits !== undefined && { edits }) });
  }

  return {
    async message(message: WaMessage): Promise<void> {
      if (!isSaid(message)) return;
      const done = await enter(message, message.id, contentOf(message, await photoOf(message)));
      if (done) marks.advance(message.chat, 'theirs', message.at);
    },
    /** An edit is said anew in place of the message, with what it replaces as the quote. */
    async edited(message: WaMessage, before: string): Promise<void> {
      // What is decrypted late "changes" from nothing; it has come as a message already.
      if (!isSaid(message) || before === '' || message.text === before || message.text === '') return;
      const version = createHash('sha256').update(message.text).digest('hex').slice(0, 8);
      await enter(message, `${message.id}:e${version}`, { kind: 'text', text: message.text }, before, message.id);
    },
    async deleted(message: WaMessage): Promise<void> {
      await enter(message, `${message.id}:deleted`, { kind: 'other', what: 'deleted' }, null);
    },
    async call(id: string, from: string): Promise<void> {
      const chat = await identities.of(from);
      await accept({
        channel: 'whatsapp', id: `call:${id}`, chat, name: null, content: { kind: 'other', what: 'call' }, quoted: null,
        phone: identities.phone(chat),
      });
    },
    fetchPhoto,
  };
}

export type Incoming = ReturnType<typeof createIncoming>;
