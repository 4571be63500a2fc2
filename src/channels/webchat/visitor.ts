import { createHash, randomBytes } from 'node:crypto';
import { getCookie, setCookie } from 'hono/cookie';
import { isHttps } from '../../web/requester.ts';
import type { WebContext, WebEnv } from '../../web/env.ts';

const SECRET_BYTES = 16;
const SECRET_FORM = /^[A-Za-z0-9_-]{22}$/;
/** Browsers keep a cookie at most this long. */
const KEPT_S = 400 * 24 * 3600;

/**
 * On plain http a cookie can be neither Secure nor carry the __Host- prefix; behind TLS it carries both, and the plain one
 * is not read, because anyone on the way could have planted it (S4).
 */
const cookieName = <E extends WebEnv>(c: WebContext<E>): string => (isHttps(c) ? '__Host-ladeni-chat' : 'ladeni-chat');

/**
 * The address of the chat a browser holds, null for one that holds none. The cookie's secret opens the chat; the address is only
 * its hash, so that whoever sees addresses (staff, a log, a backup) cannot open the chat with them.
 */
export function chatOfVisitor<E extends WebEnv>(c: WebContext<E>): string | null {
  const secret = getCookie(c, cookieName(c));
  return secret !== undefined && SECRET_FORM.test(secret) ? addressOf(secret) : null;
}

/** Gives the browser a chat of its own, or keeps the one it has for another while. */
export function welcomeVisitor<E extends WebEnv>(c: WebContext<E>): void {
  const had = getCookie(c, cookieName(c));
  const secret = had !== undefined && SECRET_FORM.test(had) ? had : randomBytes(SECRET_BYTES).toString('base64url');
  setCookie(c, cookieName(c), secret, { httpOnly: true, sameSite: 'Lax', path: '/', secure: isHttps(c), maxAge: KEPT_S });
}

const addressOf = (secret: string): string =>
  createHash('sha256').update(`ladeni webchat ${secret}`).digest().subarray(0, SECRET_BYTES).toString('base64url');
