import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import type { ConsoleContext } from '../console-env.ts';
import { isHttps } from '../../web/requester.ts';
import { ABSOLUTE_MS } from './sessions.ts';

/**
 * The cookie's name says what protects it: `__Host-` behind TLS (only over https, only for this host), a plain name on this
 * machine's own http, where browsers refuse that prefix (S4).
 */
const SECURE = '__Host-ladeni';
const LOCAL = 'ladeni-konsol';

const COMMON = { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: ABSOLUTE_MS / 1000 } as const;

export const readSessionCookie = (c: ConsoleContext): string | null => getCookie(c, isHttps(c) ? SECURE : LOCAL) ?? null;

export const writeSessionCookie = (c: ConsoleContext, token: string): void => (isHttps(c)
  ? setCookie(c, SECURE, token, { ...COMMON, secure: true })
  : setCookie(c, LOCAL, token, COMMON));

export function dropSessionCookie(c: ConsoleContext): void {
  deleteCookie(c, isHttps(c) ? SECURE : LOCAL, { path: '/', ...(isHttps(c) && { secure: true }) });
}
