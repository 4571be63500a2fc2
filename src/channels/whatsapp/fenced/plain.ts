import type { Message } from 'whatsapp-web.js';
import type { WaMessage } from '../client.ts';

/** What WhatsApp holds of a message beyond what the library's types tell. */
interface Raw {
  readonly body?: unknown;
  readonly caption?: unknown;
  readonly notifyName?: unknown;
  readonly isStatusV3?: unknown;
  readonly quotedMsg?: { readonly type?: unknown; readonly body?: unknown; readonly caption?: unknown } | null;
}

/** Types whose body is what a person wrote; of all others the body is a thumbnail or a file. */
const WRITTEN = new Set(['chat', 'list_response', 'buttons_response', 'template_button_reply', 'interactive']);

/** A library message as plain data. */
export function plainMessage(message: Message): WaMessage {
  const raw = message.rawData as Raw;
  return {
    id: message.id.id,
    key: message.id._serialized,
    fromMe: message.id.fromMe,
    chat: String(message.fromMe ? message.to : message.from),
    type: String(message.type),
    text: textOf(String(message.type), raw),
    at: Number(message.timestamp) * 1000,
    ack: Number(message.ack ?? 0),
    name: typeof raw.notifyName === 'string' && raw.notifyName !== '' ? raw.notifyName : null,
    quoted: raw.quotedMsg ? textOf(String(raw.quotedMsg.type ?? 'chat'), raw.quotedMsg) || null : null,
    broadcast: message.broadcast || message.isStatus || raw.isStatusV3 === true,
    location: message.location
      ? { latitude: Number(message.location.latitude), longitude: Number(message.location.longitude) }
      : null,
    vcards: message.vCards.filter((card) => typeof card === 'string'),
  };
}

const textOf = (type: string, raw: { readonly body?: unknown; readonly caption?: unknown }): string =>
  textFrom(WRITTEN.has(type) ? raw.body : raw.caption);
const textFrom = (value: unknown): string => (typeof value === 'string' ? value : '');
