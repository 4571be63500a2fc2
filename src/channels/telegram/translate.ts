import type { Message, PhotoSize, Update } from 'grammy/types';
import type { IncomingContent, IncomingMessage } from '../channel.ts';

/** getFile serves no more than this. */
export const MOST_DOWNLOAD_BYTES = 20 * 1024 * 1024;

/** A file Telegram keeps for us, as a reference that outlives a restart. */
export const fileReference = (fileId: string): string => `telegram:${fileId}`;
/** The file id in a reference, or null if it is something else (a path). */
export const fileIdOf = (reference: string): string | null =>
  reference.startsWith('telegram:') ? reference.slice('telegram:'.length) : null;

/**
 * What a customer's update says, or null if it is not a customer's message: groups, channels, bots, Telegram's own notices.
 * Ids are built from what stays the same when an update comes again, never from `update_id`, which starts anew after a
 * quiet week (F8).
 */
export function translate(update: Update): IncomingMessage | null {
  if (update.message) return fresh(update.message);
  if (update.edited_message) return edited(update.edited_message);
  if (update.callback_query) return tapped(update.callback_query);
  return null;
}

function fresh(message: Message): IncomingMessage | null {
  const content = contentOf(message);
  return content && fromCustomer(message, `m:${message.chat.id}:${message.message_id}`, content);
}

/** An edit is said anew, in place of what it was. A moving live location also comes as edits; it says nothing new. */
function edited(message: Message): IncomingMessage | null {
  const text = message.text ?? message.caption;
  if (text === undefined) return null;
  const id = `e:${message.chat.id}:${message.message_id}:${message.edit_date ?? 0}`;
  const said = fromCustomer(message, id, { kind: 'text', text: plainCommand(text) });
  return said && { ...said, edits: `m:${message.chat.id}:${message.message_id}` };
}

function tapped(query: NonNullable<Update['callback_query']>): IncomingMessage | null {
  const chat = query.message?.chat;
  if (!chat || chat.type !== 'private' || query.data === undefined || query.from.is_bot) return null;
  return {
    channel: 'telegram', id: `c:${query.id}`, chat: String(chat.id), name: fullName(query.from),
    content: { kind: 'tap', choice: query.data }, quoted: null, phone: null,
  };
}

function fromCustomer(message: Message, id: string, content: IncomingContent): IncomingMessage | null {
  if (message.chat.type !== 'private' || !message.from || message.from.is_bot) return null;
  return {
    channel: 'telegram', id, chat: String(message.chat.id), name: fullName(message.from), content,
    quoted: quotedIn(message), phone: null,
  };
}

export function fullName(person: { first_name: string; last_name?: string | undefined }): string | null {
  return [person.first_name, person.last_name].filter(Boolean).join(' ').trim() || null;
}

function quotedIn(message: Message): string | null {
  return message.quote?.text ?? message.reply_to_message?.text ?? message.reply_to_message?.caption ?? null;
}

/** "/menu@dapurkita_bot" is "/menu". */
const plainCommand = (text: string): string => text.replace(/^(\/\w+)@\w+/, '$1');

/** Telegram's own notices in a private chat: not something a person said. */
const NOTICES = [
  'pinned_message', 'message_auto_delete_timer_changed', 'write_access_allowed', 'users_shared', 'chat_shared',
  'connected_website', 'passport_data', 'boost_added', 'chat_background_set', 'successful_payment', 'refunded_payment',
  'gift', 'unique_gift', 'web_app_data', 'migrate_to_chat_id', 'migrate_from_chat_id',
] as const;

/** The content of any message, in the shop's terms; null for a notice. */
export function contentOf(message: Message): IncomingContent | null {
  if (message.text !== undefined) return { kind: 'text', text: plainCommand(message.text) };
  if (message.photo) return photo(largest(message.photo), message.caption);
  if (message.location) return { kind: 'location', latitude: message.location.latitude, longitude: message.location.longitude };
  if (message.contact) {
    const { contact } = message;
    return { kind: 'contact', phone: international(contact.phone_number), name: fullName(contact) ?? '' };
  }
  if (message.sticker) return { kind: 'other', what: 'sticker' };
  if (message.voice ?? message.audio) return { kind: 'other', what: 'voice' };
  // An animation also carries a document, so it is asked first.
  if (message.video ?? message.video_note ?? message.animation) return { kind: 'other', what: 'video' };
  if (message.document) return documentContent(message.document, message.caption);
  if (NOTICES.some((notice) => notice in message)) return null;
  return { kind: 'other', what: 'unknown' };
}

/** Proofs of payment are often sent "as a file". */
function documentContent(document: NonNullable<Message['document']>, caption: string | undefined): IncomingContent {
  const picture = /^image\/(jpeg|png|webp)$/.test(document.mime_type ?? '');
  if (!picture || (document.file_size ?? 0) > MOST_DOWNLOAD_BYTES) return { kind: 'other', what: 'document' };
  return photo(document, caption);
}

const photo = (file: { file_id: string }, caption: string | undefined): IncomingContent =>
  ({ kind: 'photo', file: fileReference(file.file_id), caption: caption ?? '' });

function largest(sizes: readonly PhotoSize[]): PhotoSize {
  const first = sizes[0];
  if (!first) throw new TypeError('a photo without sizes');
  return sizes.reduce((best, one) => (
    one.width * one.height > best.width * best.height && (one.file_size ?? 0) <= MOST_DOWNLOAD_BYTES ? one : best), first);
}

/** Telegram gives "62812…" without the plus; a number dialled from home ("0812…") stays as it is. */
function international(phone: string): string {
  const digits = phone.replace(/[^\d+]/g, '');
  return /^[+0]/.test(digits) ? digits : `+${digits}`;
}
