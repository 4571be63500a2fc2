import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import type { WebEnv } from '../web/env.ts';
import { sameOriginOnly } from '../web/same-origin.ts';
import { createAccounts } from './access/accounts.ts';
import { createDoor } from './access/door.ts';
import { guard } from './access/guard.ts';
import { createSessions } from './access/sessions.ts';
import { createCatalogueRoutes } from './catalogue/catalogue-routes.tsx';
import { BRINGS_PHOTOS, createProductFormRoutes } from './catalogue/product-form-routes.tsx';
import { createStockTakeRoutes } from './catalogue/stock-take-routes.tsx';
import { BRINGS_FILES, createFilesRoutes } from './catalogue/files-routes.tsx';
import type { ConsoleEnv } from './console-env.ts';
import { BRINGS_QRIS, createFirstRunRoutes } from './first-run/first-run-routes.tsx';
import { createNoticeBoard } from './frame/notices.ts';
import { createInboxRoutes } from './inbox/inbox-routes.tsx';
import { translatorFor } from './language/translate.tsx';
import { createLive } from './live/live.ts';
import { createStream } from './live/stream.ts';
import { consoleLook } from './look.ts';
import { createOrderRoutes } from './orders/order-routes.tsx';
import type { ConsoleParts } from './parts.ts';
import { createPerformanceRoutes } from './performance/performance-routes.tsx';
import { createChanging } from './owner-forms/changing.tsx';
import { createOwnerRoutes } from './owner-forms/owner-routes.tsx';
import { createWordingRoutes } from './owner-forms/wording-routes.tsx';
import { createPhotoRoutes } from './photo-routes.ts';
import { createChatList } from './queries/chat-list.ts';
import { createShared } from './live/shared.ts';
import { createOrderBoard } from './queries/order-board.ts';
import { createReportRoutes } from './reports/report-routes.tsx';
import { createSettingsRoutes } from './settings/settings-routes.tsx';
import { createTrialRoutes } from './settings/trial-routes.tsx';
import type { Site } from './site.tsx';

const LARGEST_FORM_BYTES = 200_000;
/** Three hundred questions with their answers, sent whole. */
const LARGEST_OWNER_FORM_BYTES = 1_000_000;
/** A price list of ten thousand rows is a megabyte or two; a phone's photo up to ten. */
const LARGEST_FILE_BYTES = 11_000_000;
const LINK_BYTES = 24;

export interface Console {
  /** Hangs at /konsol, below the server's guards of host and origin. */
  readonly routes: Hono<WebEnv>;
  /**
   * The path of a one-time link by which the owner sets a password, to be printed in the terminal at the start; null once an
   * owner has an account, or where staff.yaml names none (S3).
   */
  firstRunPath(): string | null;
  /** Ends the open event streams. */
  close(): void;
}

/** The admins' and the owner's web app. It acts through the desk, and reads the shop's books. */
export function createConsole(parts: ConsoleParts): Console {
  const accounts = createAccounts(parts.db);
  const sessions = createSessions(parts.db, parts);
  const live = createLive(parts.desk);
  /** What a person has chosen, else the shop's language. */
  const languageOf = (staff: string | null) => (staff === null ? null : accounts.languageOf(staff)) ?? parts.premises().catalogue.store.language;
  const site: Site = {
    parts, accounts, sessions, live, notices: createNoticeBoard(), chats: createChatList(parts.db), board: createOrderBoard(parts.db), shared: createShared(parts.db, () => parts.premises()),
  };

  const changing = createChanging(site);
  const routes = new Hono<ConsoleEnv>();
  routes.use(sameOriginOnly([]));
  const atMost = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => c.text(translatorFor(languageOf(null))('Terlalu besar. Tidak ada yang berubah.'), 413) });
  const form = atMost(LARGEST_FORM_BYTES);
  const ownerForm = atMost(LARGEST_OWNER_FORM_BYTES);
  const file = atMost(LARGEST_FILE_BYTES);
  routes.use((c, next) => (c.req.path === BRINGS_FILES || c.req.path === BRINGS_QRIS || BRINGS_PHOTOS.test(c.req.path) ? file : c.req.path.startsWith('/konsol/pemilik/') ? ownerForm : form)(c, next));
  routes.use(guard(sessions, () => parts.premises().catalogue.staff, languageOf));
  routes.get('/', (c) => c.redirect('/konsol/chat'));
  routes.route('/aset', consoleLook.routes);
  for (const room of [
    createDoor(parts, accounts, sessions), createStream(live, sessions), createPhotoRoutes(parts), createInboxRoutes(site), createOrderRoutes(site),
    createCatalogueRoutes(site), createFilesRoutes(site), createPerformanceRoutes(site), createReportRoutes(site), createSettingsRoutes(site),
    changing.routes, createOwnerRoutes(site, changing), createProductFormRoutes(site, changing), createStockTakeRoutes(site, changing),
    createWordingRoutes(site, changing), createTrialRoutes(site), createFirstRunRoutes(site, changing),
  ]) routes.route('/', room);

  return {
    routes: new Hono<WebEnv>().route('/', routes),
    firstRunPath() {
      const owners = parts.premises().catalogue.staff.filter((staff) => staff.role === 'owner');
      const owner = owners[0];
      if (!owner || owners.some((staff) => accounts.passwordOf(staff.id) !== null)) return null;
      const token = parts.randomText(LINK_BYTES);
      parts.transact(() => accounts.invite(owner.id, token, parts.now()));
      return `/konsol/undangan/${token}`;
    },
    close: () => live.close(),
  };
}
