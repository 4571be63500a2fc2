import type { IncomingContent } from '../channel.ts';
import type { WaMessage } from './client.ts';

/** WhatsApp's own notices, and things that are told again in another way; nobody said them. */
const NOTICES = new Set([
  'e2e_notification', 'notification', 'notification_template', 'broadcast_notification', 'gp2', 'group_notification', 'protocol',
  'reaction', 'ciphertext', 'debug', 'call_log', 'revoked', 'album', 'pinned_message', 'payment', 'oversized',
]);

/** True for what a person sent, of whatever kind. */
export const isSaid = (message: WaMessage): boolean => !NOTICES.has(message.type) && !message.broadcast;

/**
 * What a customer's message says, in the shop's terms. `file` is where a photo has been put, or the reference by which it can
 * still be fetched.
 */
export function contentOf(message: WaMessage, file: string): IncomingContent {
  switch (message.type) {
    case 'chat':
    case 'list_response':
    case 'buttons_response':
    case 'template_button_reply':
    case 'interactive': return { kind: 'text', text: message.text };
    case 'image': return { kind: 'photo', file, caption: message.text };
    case 'location': return message.location ? { kind: 'location', ...message.location } : { kind: 'other', what: 'unknown' };
    case 'vcard':
    case 'multi_vcard': return contactIn(message.vcards[0] ?? '');
    case 'sticker': return { kind: 'other', what: 'sticker' };
    case 'ptt':
    case 'audio': return { kind: 'other', what: 'voice' };
    case 'video': return { kind: 'other', what: 'video' };
    case 'document': return { kind: 'other', what: 'document' };
    default: return { kind: 'other', what: 'unknown' };
  }
}

/** The name and the first number of a vCard. WhatsApp's `waid` is the number as digits; a typed one may have any look. */
function contactIn(card: string): IncomingContent {
  const lines = card.split(/\r?\n/);
  const name = lines.find((line) => /^FN[:;]/i.test(line))?.replace(/^FN[^:]*:/i, '').trim() ?? '';
  const telephone = lines.find((line) => /^(item\d+\.)?TEL/i.test(line)) ?? '';
  const digits = /waid=(\d+)/i.exec(telephone)?.[1];
  const phone = digits === undefined ? telephone.slice(telephone.indexOf(':') + 1).replace(/[^\d+]/g, '') : `+${digits}`;
  return phone === '' ? { kind: 'other', what: 'unknown' } : { kind: 'contact', phone, name };
}
