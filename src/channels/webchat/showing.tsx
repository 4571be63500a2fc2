import { Hono } from 'hono';
import { z } from 'zod';
import { loadAssets } from '../../web/assets.ts';
import { SHARED_STYLE } from '../../web/look.ts';
import { pictureResponse } from '../../web/picture-response.ts';
import { refusal, visitorsOnly, type VisitorEnv } from './admission.ts';
import { ChatPage } from './chat-page.tsx';
import type { OlderThan } from './history.ts';
import type { Listeners } from './listeners.ts';
import type { WebchatParts } from './parts.ts';
import { providerIdOf, viewOf } from './talk-view.ts';
import { welcomeVisitor } from './visitor.ts';
import { WORDS } from './words.ts';

const MESSAGES_A_PAGE = 40;
const PICTURE_KEPT_S = 24 * 3600;
const ROW = z.coerce.number().int().min(1);
const OLDER_THAN = z.object({ inbox: ROW, outbox: ROW });

const file = (name: string) => new URL(`./page/${name}`, import.meta.url);
const SCRIPTS = ['chat.js', 'bubbles.js', 'composer.js', 'links.js', 'stream.js', 'talk-log.js', 'times.js', 'unsent.js'];
export const chatAssets = loadAssets('/chat/assets', {
  'chat.css': [SHARED_STYLE, file('chat.css')],
  ...Object.fromEntries(SCRIPTS.map((name) => [name, [file(name)]])),
});

/** Shows a visitor their own chat: the page, the talk so far, what comes in while it is open, and its pictures. */
export function showingRoutes(parts: WebchatParts, listeners: Listeners, isOpen: () => boolean): Hono<VisitorEnv> {
  const { history, staffName } = parts;
  const routes = new Hono<VisitorEnv>();
  routes.route('/assets', chatAssets.routes);

  routes.get('/', (c) => {
    welcomeVisitor(c);
    return c.html(<ChatPage shop={parts.shop()} style={chatAssets.url('chat.css')} script={chatAssets.url('chat.js')} />);
  });

  routes.get('/messages', visitorsOnly, (c) => {
    const olderThan: OlderThan | undefined = OLDER_THAN.safeParse(c.req.query()).data;
    const { messages, older } = history.page(c.get('chat'), MESSAGES_A_PAGE, olderThan);
    return c.json({ messages: messages.map((message) => viewOf(message, staffName)), older });
  });

  routes.get('/events', visitorsOnly, (c) => {
    if (!isOpen()) return refusal(c, 503, WORDS.notKept, 2_000);
    const chat = c.get('chat');
    const after = z.coerce.number().int().min(0).safeParse(c.req.header('last-event-id') ?? c.req.query('after')).data;
    // Read and opened in one go: nothing can be sent between.
    const missed = after === undefined ? [] : history.since(chat, after);
    const stream = listeners.open(chat, missed.map((message) => ({ name: 'message', id: message.id, data: viewOf(message, staffName) })));
    if (stream === null) return refusal(c, 429, WORDS.tooManyPages, 60_000);
    return c.body(stream, 200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  });

  routes.get('/photos/:id', visitorsOnly, async (c) => {
    const stored = history.photoOf(c.get('chat'), providerIdOf(c.get('chat'), c.req.param('id')));
    const path = stored === null ? null : parts.photos.pathOf(stored);
    return (path === null ? null : await pictureResponse(path, PICTURE_KEPT_S)) ?? c.notFound();
  });

  routes.get('/pictures/:id', visitorsOnly, async (c) => {
    const row = ROW.safeParse(c.req.param('id')).data;
    const reference = row === undefined ? null : history.pictureOf(c.get('chat'), row);
    const path = reference === null ? null : await parts.picture(reference);
    return (path === null ? null : await pictureResponse(path, PICTURE_KEPT_S)) ?? c.notFound();
  });

  return routes;
}
