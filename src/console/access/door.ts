import { Hono } from 'hono';
import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import { requesterAddress } from '../../web/requester.ts';
import { createTokenBuckets } from '../../web/token-buckets.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import type { Translate } from '../language/translate.tsx';
import type { ConsoleParts } from '../parts.ts';
import type { Accounts } from './accounts.ts';
import { invitationPage, linkGonePage, loginPage, nobodyYetPage, type DoorSign } from './door-pages.tsx';
import { createLoginDelays } from './login-delays.ts';
import { createPasswords, passwordProblem } from './passwords.ts';
import { dropSessionCookie, writeSessionCookie } from './session-cookie.ts';
import type { Sessions } from './sessions.ts';

/** Each try costs the server a fifth of a second of work; from one address no more than this many a minute. */
const TRIES_PER_MINUTE = 20;

/** The way in and out: login, one-time links, logout. */
export function createDoor(parts: ConsoleParts, accounts: Accounts, sessions: Sessions): Hono<ConsoleEnv> {
  const delays = createLoginDelays(parts.now);
  const passwords = createPasswords(parts.passwordCost);
  const perAddress = createTokenBuckets({ perMinute: TRIES_PER_MINUTE, now: parts.now });
  const sign = (c: ConsoleContext): DoorSign => ({ shop: parts.premises().catalogue.store.name, t: c.get('t') });
  const member = (id: string): StaffMember | undefined => parts.premises().catalogue.staff.find((staff) => staff.id === id.toLowerCase() || staff.id === id);

  function enter(c: ConsoleContext, staff: string): Response {
    writeSessionCookie(c, parts.transact(() => sessions.begin(staff)));
    return c.redirect('/konsol/chat', 303);
  }

  return new Hono<ConsoleEnv>()
    .get('/masuk', (c) => c.html(accounts.all().size === 0 ? nobodyYetPage(sign(c)) : loginPage(sign(c), null)))

    .post('/masuk', async (c) => {
      const form = await c.req.parseBody();
      const name = String(form.name ?? '').trim().slice(0, 80);
      const address = requesterAddress(c);
      const key = `${name.toLowerCase()} ${address}`;
      const wait = Math.max(delays.wait(key), perAddress.take(address));
      if (wait > 0) {
        c.header('Retry-After', String(Math.ceil(wait / 1000)));
        return c.html(loginPage(sign(c), c.get('t')('Terlalu sering mencoba. Coba lagi {lama} lagi.', { lama: inWords(c.get('t'), wait) }), name), 429);
      }
      // Counted before it is checked: a burst of tries sent at once is no way around the wait.
      delays.failed(key);
      const staff = member(name);
      const fits = await passwords.fits(String(form.password ?? ''), staff ? accounts.passwordOf(staff.id) : null);
      if (!staff || !fits) return c.html(loginPage(sign(c), c.get('t')('Nama atau sandinya tidak cocok.'), name), 401);
      delays.succeeded(key);
      return enter(c, staff.id);
    })

    .get('/undangan/:token', (c) => {
      const staff = member(accounts.invited(c.req.param('token'), parts.now()) ?? '');
      return staff ? c.html(invitationPage(sign(c), staff, null)) : c.html(linkGonePage(sign(c)), 410);
    })

    .post('/undangan/:token', async (c) => {
      const token = c.req.param('token');
      const staff = member(accounts.invited(token, parts.now()) ?? '');
      if (!staff) return c.html(linkGonePage(sign(c)), 410);
      const form = await c.req.parseBody();
      const password = String(form.password ?? '');
      const problem = passwordProblem(c.get('t'), password, staff.id) ?? (password === form.again ? null : c.get('t')('Kedua sandi tidak sama. Tulis sekali lagi.'));
      if (problem !== null) return c.html(invitationPage(sign(c), staff, problem), 422);
      const hashed = await passwords.hash(password);
      // Of two who use a link at the same time, one is first.
      const used = parts.transact(() => {
        if (accounts.invited(token, parts.now()) !== staff.id) return false;
        accounts.setPassword(staff.id, hashed, parts.now());
        // Who asked for the page in another language than the shop's goes on in it.
        if (c.req.query('bahasa') !== undefined) accounts.setLanguage(staff.id, c.get('t').language);
        sessions.endAllOf(staff.id);
        return true;
      });
      return used ? enter(c, staff.id) : c.html(linkGonePage(sign(c)), 410);
    })

    .post('/keluar', (c) => {
      parts.transact(() => sessions.end(c.get('visitor').session.key));
      dropSessionCookie(c);
      c.header('Clear-Site-Data', '"storage"');
      return c.redirect('/konsol/masuk', 303);
    });
}

const inWords = (t: Translate, ms: number): string =>
  (ms < 60_000 ? t('{jumlah} detik', { jumlah: Math.ceil(ms / 1000) }) : t('{jumlah} menit', { jumlah: Math.ceil(ms / 60_000) }));
