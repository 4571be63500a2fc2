import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import type { IncomingContent } from '../channel.ts';
import { createPace, ownScriptOnly, refusal, visitorsOnly, type VisitorEnv } from './admission.ts';
import type { Listeners } from './listeners.ts';
import type { OpenInbox, WebchatParts } from './parts.ts';
import { PHOTOS, providerIdOf, type MessageView } from './talk-view.ts';
import { WORDS } from './words.ts';

const MESSAGE_ID = z.string().regex(/^[A-Za-z0-9-]{8,64}$/);
const MESSAGE = z.union([
  z.object({ id: MESSAGE_ID, text: z.string() }),
  z.object({ id: MESSAGE_ID, tap: z.string().min(1).max(32), label: z.string().max(200) }),
]);

/** A long letter; the understanding reads its beginning. */
const MOST_MESSAGE_BYTES = 256 * 1024;
const MOST_PHOTO_BYTES = 10 * 1024 * 1024;
/** What the form around a photo and its caption weigh. */
const FORM_BYTES = 64 * 1024;
const PHOTO_COST = 4;
/** Photos taken in together: each is held in memory once. */
const MOST_UPLOADS = 4;
const TRY_AGAIN_MS = 5_000;

/** Takes in what customers send: 200 once it is durably in the inbox, so that a retry after anything else loses and doubles nothing. */
export function receivingRoutes(parts: WebchatParts, inbox: OpenInbox, listeners: Listeners): Hono<VisitorEnv> {
  const { photos, now, failed } = parts;
  const pace = createPace(parts);
  const routes = new Hono<VisitorEnv>();
  let uploads = 0;

  /** Null where the shop could not keep it. */
  function take(chat: string, id: string, content: IncomingContent): { readonly fresh: boolean } | null {
    try {
      return inbox()?.accept({ channel: 'webchat', id: providerIdOf(chat, id), chat, name: null, content, quoted: null, phone: null }) ?? null;
    } catch (error) {
      failed(error, 'a web chat message was not taken in');
      return null;
    }
  }

  /** The same customer's other open pages. */
  const showElsewhere = (chat: string, own: Omit<MessageView & { kind: 'own' }, 'kind' | 'at'>): void =>
    listeners.tell(chat, { name: 'own', data: { kind: 'own', at: now(), ...own } satisfies MessageView });

  // Who may not send, or not now, is told before the body is read.
  routes.post('/messages', visitorsOnly, ownScriptOnly, pace(1),
    bodyLimit({ maxSize: MOST_MESSAGE_BYTES, onError: (c) => refusal(c, 413, WORDS.tooLong) }), async (c) => {
      const message = MESSAGE.safeParse(await c.req.json().catch(() => null)).data;
      if (!message) return refusal(c, 400, WORDS.unreadable);
      const chat = c.get('chat');
      const [text, content]: [string, IncomingContent] = 'tap' in message
        ? [message.label, { kind: 'tap', choice: message.tap }] : [message.text, { kind: 'text', text: message.text }];
      const taken = take(chat, message.id, content);
      if (taken === null) return refusal(c, 503, WORDS.notKept, TRY_AGAIN_MS);
      if (taken.fresh) showElsewhere(chat, { id: message.id, text, photo: null });
      return c.json({ at: now() });
    });

  routes.post('/photos', visitorsOnly, ownScriptOnly, pace(PHOTO_COST),
    bodyLimit({ maxSize: MOST_PHOTO_BYTES + FORM_BYTES, onError: (c) => refusal(c, 413, WORDS.photoTooLarge) }), async (c) => {
      if (inbox() === null || uploads >= MOST_UPLOADS) return refusal(c, 503, WORDS.notKept, TRY_AGAIN_MS);
      uploads++;
      try {
        const form = await c.req.formData().catch(() => null);
        const id = MESSAGE_ID.safeParse(form?.get('id')).data;
        const [photo, caption] = [form?.get('photo'), form?.get('caption') ?? ''];
        if (id === undefined || !(photo instanceof Blob) || typeof caption !== 'string') return refusal(c, 400, WORDS.unreadable);
        return await takePhoto(c.get('chat'), id, photo, caption).then((refused) =>
          (refused === null ? c.json({ at: now() }) : refusal(c, refused.status, refused.text, refused.afterMs)));
      } finally {
        uploads--;
      }
    });

  async function takePhoto(chat: string, id: string, photo: Blob, caption: string) {
    const stored = await photos.store(new Uint8Array(await photo.arrayBuffer()), now()).catch((error: unknown) => {
      failed(error, 'a photo was not stored');
      return null;
    });
    if (stored?.kind === 'refused') {
      const large = stored.reason === 'too_large' || stored.reason === 'too_many_pixels';
      return { status: large ? 413 : 415, text: large ? WORDS.photoTooLarge : WORDS.photoUnusable, afterMs: 0 } as const;
    }
    const taken = stored && take(chat, id, { kind: 'photo', file: stored.file, caption });
    // A redelivery, or one that could not be kept: nobody will ever ask for this file.
    if (stored && !taken?.fresh) await photos.remove(stored.file);
    if (!taken) return { status: 503, text: WORDS.notKept, afterMs: TRY_AGAIN_MS } as const;
    if (taken.fresh) showElsewhere(chat, { id, text: caption, photo: `${PHOTOS}/${id}` });
    return null;
  }

  return routes;
}
