import type { ClientEvent, ClientSettings, WhatsAppClient } from './client.ts';

/** What can be asked of the client inside the fence. */
export type Command = Exclude<keyof WhatsAppClient, 'onEvent'>;

/** From the shop to the process that holds whatsapp-web.js. */
export type ToFenced =
  | { readonly kind: 'settings'; readonly settings: ClientSettings }
  | { readonly kind: 'ask'; readonly number: number; readonly command: Command; readonly args: readonly unknown[] };

/** And back. */
export type FromFenced =
  | { readonly kind: 'event'; readonly event: ClientEvent }
  | { readonly kind: 'answer'; readonly number: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly number: number; readonly reason: string };
