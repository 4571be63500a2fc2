import type { Child } from 'hono/jsx';
import type { StaffAct, StaffOutcome } from '../channels/staff-desk.ts';
import type { Accounts } from './access/accounts.ts';
import type { Sessions } from './access/sessions.ts';
import type { ConsoleContext } from './console-env.ts';
import { Frame, type Notice, type Tab } from './frame/frame.tsx';
import { momentsOf, type Moments } from './frame/moments.ts';
import type { NoticeBoard } from './frame/notices.ts';
import type { Live } from './live/live.ts';
import type { Shared } from './live/shared.ts';
import type { ConsoleParts } from './parts.ts';
import type { ChatList } from './queries/chat-list.ts';
import type { OrderBoard } from './queries/order-board.ts';
import type { PlainText } from './language/texts.ts';
import { Speaking } from './language/translate.tsx';

/** What every page of the console has at hand. */
export interface Site {
  readonly parts: ConsoleParts;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly live: Live;
  readonly notices: NoticeBoard;
  readonly chats: ChatList;
  readonly board: OrderBoard;
  /** What all pages show alike, in the shop's present state. */
  readonly shared: () => Shared;
}

export interface PageAbout {
  readonly title: string;
  readonly tab: Tab;
  readonly kind?: string;
  readonly chat?: number;
  readonly notice?: Notice;
  readonly status?: 200 | 404 | 409 | 422;
}

export const momentsNow = (site: Site, c: ConsoleContext): Moments => momentsOf(site.parts.premises().hours, site.parts.now(), c.get('t'));

/** An id for the next act of a form. */
export const newAct = (site: Site): string => site.parts.randomText(12);

/** Who acts, and the form's own id: the same form sent twice acts once. */
export function actOf(c: ConsoleContext, form: Readonly<Record<string, unknown>>): StaffAct {
  return { by: c.get('visitor').staff.id, id: `konsol:${String(form.act ?? '').slice(0, 60)}`, language: c.get('t').language };
}

export const nameOf = (site: Site, id: string): string => site.parts.desk.staff().find((staff) => staff.id === id)?.name ?? id;

export function showPage(site: Site, c: ConsoleContext, about: PageAbout, content: Child): Response | Promise<Response> {
  const visitor = c.get('visitor');
  // A page that looks again by itself leaves the notice to the person's own next page.
  const notice = about.notice ?? (c.req.header('x-look') === 'again' ? null : site.notices.take(visitor.session.key));
  return c.html(
    <Speaking t={c.get('t')}><Frame title={about.title} tab={about.tab} shop={site.parts.premises().catalogue.store.name} visitor={visitor} notice={notice}
      kind={about.kind} live={about.chat === undefined ? '' : `?chat=${about.chat}`} version={site.live.version()}
      waiting={site.shared()('counts', () => ({ chat: site.chats.countWaiting(), pesanan: site.board.toDo() }))}>
      {content}
    </Frame></Speaking>, about.status ?? 200);
}

/** Tells what came of an act, and goes back to a page. */
export function afterAct(site: Site, c: ConsoleContext, outcome: StaffOutcome, done: string, to: string): Response {
  site.notices.outcome(c.get('visitor').session.key, outcome, done);
  return c.redirect(to, 303);
}

export function notFoundPage(site: Site, c: ConsoleContext, tab: Tab, nothing: PlainText): Response | Promise<Response> {
  const t = c.get('t');
  const what = t(nothing);
  return showPage(site, c, { title: what, tab, status: 404 },
    <section class="empty"><h1>{what}</h1><p>{t('Mungkin alamatnya salah ketik, atau sudah tidak ada.')}</p><p><a class="plain-action" href={`/konsol/${tab}`}>{t('Kembali')}</a></p></section>);
}
