import { timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import type { ConsoleContext, ConsoleEnv, Visitor } from '../console-env.ts';
import type { Language } from '../language/texts.ts';
import { translatorFor } from '../language/translate.tsx';
import { hashOf } from './accounts.ts';
import { readSessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

/** Paths below /konsol that are open to people without a session; every other path is behind the login. */
const OPEN = /^\/konsol\/(?:masuk|undangan\/[\w-]+|aset\/[\w-]+\/[\w.-]+)$/;
/** What lies below is the owner's alone. */
const OWNERS = '/konsol/pemilik/';

export function visitorOf(c: ConsoleContext, sessions: Sessions, staff: readonly StaffMember[]): Visitor | null {
  const token = readSessionCookie(c);
  const session = token === null ? null : sessions.find(token);
  // Who has been taken out of staff.yaml is out at once, whatever sessions there were (ASVS 7.4.2).
  const member = session && staff.find((one) => one.id === session.staff);
  return session && member ? { staff: member, session } : null;
}

/**
 * Stands before every route of the console, and knows in which language to answer: a session, the owner where owners only, and a form's own token (S5, S19).
 */
export function guard(sessions: Sessions, staff: () => readonly StaffMember[], languageOf: (staff: string | null) => Language): MiddlewareHandler<ConsoleEnv> {
  return async (c, next) => {
    const asked = c.req.query('bahasa');
    c.set('t', translatorFor(asked === 'id' || asked === 'en' ? asked : languageOf(null)));
    if (OPEN.test(c.req.path)) return next();
    const visitor = visitorOf(c, sessions, staff());
    if (visitor) c.set('t', translatorFor(languageOf(visitor.staff.id)));
    const t = c.get('t');
    const reading = c.req.method === 'GET' || c.req.method === 'HEAD';
    if (!visitor) return reading && wantsPage(c) ? c.redirect('/konsol/masuk') : c.text(t('Silakan masuk dulu.'), 401);
    if (c.req.path.startsWith(OWNERS) && visitor.staff.role !== 'owner') return c.text(t('Halaman ini hanya untuk pemilik toko.'), 403);
    if (!reading) {
      const form = await c.req.parseBody();
      if (!sameText(String(form.csrf ?? ''), visitor.session.csrf)) return c.text(t('Halaman ini sudah usang. Muat ulang, lalu coba lagi; tidak ada yang berubah.'), 403);
    }
    c.set('visitor', visitor);
    return next();
  };
}

const wantsPage = (c: ConsoleContext): boolean => !c.req.path.startsWith('/konsol/langsung');

const sameText = (a: string, b: string): boolean => timingSafeEqual(Buffer.from(hashOf(a)), Buffer.from(hashOf(b)));
