import type { Channel, OutgoingMessage, SendOutcome } from '../channel.ts';

/** The terminal as a channel: what is sent is printed. */
export function createPrintingChannel(print: (message: OutgoingMessage) => void): Channel {
  return {
    name: 'terminal',
    start: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    send(message): Promise<SendOutcome> {
      print(message);
      return Promise.resolve({ kind: 'sent', providerId: String(message.id) });
    },
    typing: () => Promise.resolve(),
    status: () => ({ state: 'on', detail: 'di terminal ini' }),
  };
}
