import type { Channel } from './channels/channel.ts';
import type { Health } from './web/server.ts';

/**
 * Whether a restart of the process could help, which is what whoever asks will do: a closed database, or Telegram refusing us
 * (F5). WhatsApp being out of reach is not: the channel keeps trying by itself, the other channels serve meanwhile, and a restart
 * would only cut them off too. Its state is named all the same.
 */
export function healthOf(database: { readonly open: boolean }, channels: readonly Pick<Channel, 'name' | 'status'>[]): Health {
  const states = channels.map((channel) => [channel.name, channel.status().state] as const);
  return {
    healthy: database.open && states.every(([name, state]) => name === 'whatsapp' || state !== 'failed'),
    parts: { database: database.open ? 'ok' : 'closed', ...Object.fromEntries(states) },
  };
}
