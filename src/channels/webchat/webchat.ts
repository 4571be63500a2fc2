import { Hono } from 'hono';
import type { WebEnv } from '../../web/env.ts';
import type { Mount } from '../../web/server.ts';
import type { Channel, Inbox } from '../channel.ts';
import { createListeners } from './listeners.ts';
import type { WebchatParts } from './parts.ts';
import { receivingRoutes } from './receiving.ts';
import { showingRoutes } from './showing.tsx';
import { sentView } from './talk-view.ts';

export interface Webchat {
  readonly channel: Channel;
  /** Its pages, for the HTTP server. */
  readonly mount: Mount;
}

/**
 * The web chat as a channel. What is sent is in the outbox already, and the page reads its history from there; so a reply is
 * sent once it was pushed to whatever pages are open, and a page opened later finds it.
 */
export function createWebchat(parts: WebchatParts): Webchat {
  const listeners = createListeners();
  let inbox: Inbox | null = null;

  const channel: Channel = {
    name: 'webchat',
    start(opened) {
      inbox = opened;
      return Promise.resolve();
    },
    stop() {
      inbox = null;
      listeners.closeAll();
      return Promise.resolve();
    },
    send(message) {
      listeners.tell(message.chat, { name: 'message', id: message.id, data: sentView(message, parts.now(), parts.staffName) });
      return Promise.resolve({ kind: 'sent', providerId: String(message.id) });
    },
    typing(chat) {
      listeners.tell(chat, { name: 'typing', data: null });
      return Promise.resolve();
    },
    status: () => (inbox === null
      ? { state: 'off', detail: 'Belum dinyalakan.' }
      : { state: 'on', detail: 'Terbuka di /chat, tanpa akun dan tanpa pengaturan.' }),
  };

  const routes = new Hono<WebEnv>();
  routes.route('/', showingRoutes(parts, listeners, () => inbox !== null));
  routes.route('/', receivingRoutes(parts, () => inbox, listeners));
  return { channel, mount: { at: '/chat', routes, close: listeners.closeAll } };
}
