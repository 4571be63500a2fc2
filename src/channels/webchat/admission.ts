import type { MiddlewareHandler } from 'hono';
import type { WebContext, WebEnv } from '../../web/env.ts';
import { requesterAddress } from '../../web/requester.ts';
import { createTokenBuckets } from '../../web/token-buckets.ts';
import type { WebchatParts } from './parts.ts';
import { chatOfVisitor } from './visitor.ts';
import { WORDS } from './words.ts';

/** What a route learns of the visitor it serves. */
export interface VisitorEnv extends WebEnv {
  Variables: { chat: string };
}

type RefusalStatus = 400 | 401 | 403 | 413 | 415 | 429 | 503;

/** Our script names itself so; a form or a link of another site cannot (S5). */
const OWN_SCRIPT = 'x-ladeni-chat';

/** A refusal our script shows to the customer. */
export const refusal = <E extends WebEnv>(c: WebContext<E>, status: RefusalStatus, text: string, afterMs = 0): Response =>
  c.json({ text, afterMs }, status, afterMs > 0 ? { 'Retry-After': String(Math.ceil(afterMs / 1000)) } : {});

/** Lets in who holds a chat; 401 for others. */
export const visitorsOnly: MiddlewareHandler<VisitorEnv> = async (c, next) => {
  const chat = chatOfVisitor(c);
  if (chat === null) return refusal(c, 401, WORDS.noCookie);
  c.set('chat', chat);
  return next();
};

/** Lets in what our own script sends. */
export const ownScriptOnly: MiddlewareHandler<VisitorEnv> = async (c, next) =>
  c.req.header(OWN_SCRIPT) === '1' ? next() : refusal(c, 403, WORDS.unreadable);

/**
 * Slows down who writes too much, by chat and by network address, politely (S17). Carriers put many customers behind one
 * address, so an address may say more than a chat.
 */
export function createPace({ limits = { perChat: 20, perAddress: 120 }, now }: WebchatParts) {
  const chats = createTokenBuckets({ perMinute: limits.perChat, now });
  const addresses = createTokenBuckets({ perMinute: limits.perAddress, now });
  return (cost: number): MiddlewareHandler<VisitorEnv> => async (c, next) => {
    // One that its chat holds back does not use up what its neighbours may say.
    const wait = chats.take(c.get('chat'), cost) || addresses.take(requesterAddress(c), cost);
    return wait === 0 ? next() : refusal(c, 429, WORDS.tooFast(Math.ceil(wait / 1000)), wait);
  };
}
