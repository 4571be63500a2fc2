import type { TelegramChannel } from './channels/telegram/telegram-channel.ts';
import type { WhatsAppChannel } from './channels/whatsapp/whatsapp-channel.ts';
import type { Photos } from './media/photos.ts';

/** Brings a customer's photo from the channel its reference names, and returns where it was stored; rejects while it cannot be had. */
export async function fetchPhoto(reference: string, from: {
  readonly telegram: Pick<TelegramChannel, 'download'> | null;
  readonly whatsapp: Pick<WhatsAppChannel, 'fetchPhoto'> | null;
  readonly photos: Pick<Photos, 'store'>;
  readonly now: () => number;
}): Promise<string> {
  if (reference.startsWith('whatsapp:') && from.whatsapp) return storedFile(await from.whatsapp.fetchPhoto(reference));
  if (reference.startsWith('telegram:') && from.telegram) {
    return storedFile(await from.photos.store(await from.telegram.download(reference.slice('telegram:'.length)), from.now()));
  }
  throw new Error(`no channel to fetch ${reference.split(':')[0] ?? ''} photos from`);
}

function storedFile(photo: { readonly kind: 'stored'; readonly file: string } | { readonly kind: 'refused' | 'later'; readonly reason: string }): string {
  if (photo.kind !== 'stored') throw new Error(`photo ${photo.kind}: ${photo.reason}`);
  return photo.file;
}
