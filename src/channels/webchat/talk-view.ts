import type { OutgoingMessage } from '../channel.ts';
import type { OwnMessage, ShopMessage } from './history.ts';

/** A message as the page gets it: of the shop, or of the customer. */
export type MessageView =
  | {
      readonly kind: 'shop'; readonly id: number; readonly at: number; readonly text: string;
      readonly choices: readonly { readonly id: string; readonly label: string }[]; readonly taken: string | null;
      readonly picture: string | null;
      /** The name of the person who wrote; null for the automatic assistant. */
      readonly staff: string | null;
    }
  | { readonly kind: 'own'; readonly id: string; readonly at: number; readonly text: string; readonly photo: string | null };

export type StaffName = (staffId: string) => string | null;

export const PHOTOS = '/chat/photos';
export const PICTURES = '/chat/pictures';

/** Message ids are made by browsers, so each lives within its own chat. */
export const providerIdOf = (chat: string, messageId: string): string => `${chat}.${messageId}`;
const messageIdOf = (providerId: string): string => providerId.slice(providerId.indexOf('.') + 1);

export function viewOf(message: ShopMessage | OwnMessage, staffName: StaffName): MessageView {
  if (message.kind === 'own') {
    const id = messageIdOf(message.id);
    return { kind: 'own', id, at: message.at, text: message.text, photo: message.hasPhoto ? `${PHOTOS}/${id}` : null };
  }
  return {
    kind: 'shop', id: message.id, at: message.at, text: message.text, choices: message.choices, taken: message.taken,
    picture: message.hasPicture ? `${PICTURES}/${message.id}` : null, staff: nameOf(message.from, staffName),
  };
}

/** A reply that is being sent, as the page gets it. */
export const sentView = (message: OutgoingMessage, at: number, staffName: StaffName): MessageView => viewOf({
  kind: 'shop', id: message.id, at, text: message.text, choices: message.choices, taken: null,
  hasPicture: message.photo !== null, from: message.from,
}, staffName);

function nameOf(from: string, staffName: StaffName): string | null {
  if (!from.startsWith('staff:')) return null;
  return staffName(from.slice('staff:'.length)) ?? 'Admin';
}
