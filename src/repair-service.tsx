import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';
import { createShelf } from './backup/shelf.ts';
import { copiesTable } from './backup/tables.ts';
import { realDisk } from './backup/disk.ts';
import type { Config } from './config.ts';
import { LadeniError } from './errors.ts';
import type { Log } from './logging.ts';
import { loadCatalogue } from './shop/catalogue/load.ts';
import type { Catalogue } from './shop/catalogue/snapshot.ts';
import type { WebEnv } from './web/env.ts';
import { frontLook } from './web/look.ts';
import { Page } from './web/page.tsx';
import { isAtThisMachine } from './web/requester.ts';
import { createServer, type WebServer } from './web/server.ts';

/** What the shop can do without its database: say so, and how to repair it. */
export interface RepairService {
  readonly web: WebServer;
  /** Resolves when another database lies in the place of the damaged one. */
  restored(signal: AbortSignal): Promise<void>;
}

/**
 * The shop while its database is damaged (F36): nothing is read from it or written to it. Customers are told politely whom to ask, and
 * see what is sold; the owner, at the shop's own machine, sees what happened, the copies there are and the command that brings one back.
 * Messengers are not asked for messages meanwhile: what is written waits with them.
 */
export function createRepairService(parts: {
  readonly error: LadeniError; readonly host: string; readonly port: number; readonly dataDir: string; readonly backupDir: string | undefined;
  /** Null when the owner's files cannot be read either. */
  readonly catalogue: Catalogue | null;
  readonly now: () => number;
  readonly failed: (error: unknown, route: string) => void;
}): RepairService {
  const file = path.join(path.resolve(parts.dataDir), 'ladeni.db');
  const shelves = [path.join(path.resolve(parts.dataDir), 'backups'), ...(parts.backupDir === undefined ? [] : [path.resolve(parts.backupDir)])];
  const routes = new Hono<WebEnv>();
  const { catalogue } = parts;

  async function copies(): Promise<string> {
    const found = (await Promise.all(shelves.map((folder) => createShelf(folder, realDisk).list()))).flat().sort((a, b) => b.takenAt - a.takenAt);
    return found.length === 0 ? `Belum ada salinan di ${shelves.join(' atau ')}.` : copiesTable(found.slice(0, 10), parts.now());
  }

  routes.route('/assets', frontLook.routes);
  routes.all('*', async (c) => {
    const contact = catalogue?.store.contact;
    const owner = isAtThisMachine(c);
    const page = (
      <Page title="Sedang diperbaiki" kind="front" styles={[frontLook.url('front.css')]}>
        <main class="sorry">
          <h1>{catalogue?.store.name ?? 'Toko'} sedang diperbaiki</h1>
          <p>Mohon maaf, pesanan belum bisa dicatat saat ini. Pesanan yang sudah dikonfirmasi tidak hilang.
            {contact?.phone ? ` Perlu segera? Hubungi ${contact.phone}.` : ''}</p>
          {owner ? (
            <section>
              <h2>Untuk pemilik</h2>
              <p>{parts.error.message} {parts.error.todo}</p>
              <ol>
                <li>Di folder Ladeni, jalankan <code>npm run restore</code> dan ketik <code>ya</code>. Yang rusak disimpan dulu dengan nama lain.</li>
                <li>Toko membuka sendiri begitu selesai. Cocokkan pesanan terakhir dengan mutasi bank dan chat.</li>
              </ol>
              <pre>{await copies()}</pre>
            </section>
          ) : null}
          {catalogue ? <ul>{catalogue.sellable.slice(0, 200).map((product) => <li>{product.title}, Rp{product.price.toLocaleString('id-ID')}</li>)}</ul> : null}
        </main>
      </Page>
    );
    return c.html(page, 503, { 'Retry-After': '600' });
  });

  /** Another file under the same name, or another in its folder that is being put in its place. */
  const mark = (): string => {
    const found = statSync(file, { throwIfNoEntry: false });
    return `${found?.ino ?? 0}.${found?.mtimeMs ?? 0}.${found?.size ?? 0}`;
  };

  return {
    web: createServer({
      host: parts.host, port: parts.port, hosts: [], mounts: [{ at: '/', routes }],
      health: () => ({ healthy: false, parts: { database: 'damaged' } }), failed: parts.failed,
    }),
    async restored(signal) {
      const damaged = mark();
      while (!signal.aborted) {
        await new Promise((resolve) => { setTimeout(resolve, LOOK_MS).unref(); signal.addEventListener('abort', resolve, { once: true }); });
        const restoring = readdirSync(path.dirname(file)).some((name) => name.endsWith('.restoring'));
        if (!restoring && mark() !== damaged) return;
      }
    },
  };
}

const LOOK_MS = 2_000;

/** What a restore mends, and what the shop must not be begun anew from. */
const MENDED_BY_RESTORE = new Set(['DATABASE_DAMAGED', 'DATABASE_MISSING', 'RESTORE_UNFINISHED']);

/**
 * Serves as long as the database cannot be opened, if that is why the shop did not start; resolves when another lies in its place.
 * @throws the error itself where a restore would not help
 */
export async function serveUntilRestored(error: unknown, config: Config, log: Log): Promise<void> {
  if (!(error instanceof LadeniError) || !MENDED_BY_RESTORE.has(error.code)) throw error;
  log.fatal({ code: error.code }, 'the shop waits for its database to be restored');
  const loaded = await loadCatalogue(config.CATALOG_DIR);
  const stopping = new AbortController();
  const service = createRepairService({
    error, host: config.HOST, port: config.PORT, dataDir: config.DATA_DIR, backupDir: config.BACKUP_DIR, catalogue: loaded.kind === 'refused' ? null : loaded.catalogue,
    now: Date.now, failed: (fault, route) => log.error({ err: fault, route }, 'page failed'),
  });
  const address = await service.web.listen();
  const stop = (): void => { stopping.abort(); };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  process.stderr.write(`\n${error.message}\n${error.todo}\nSementara itu ${address} memberi tahu pelanggan dengan sopan; toko membuka sendiri begitu database pulih.\n`);
  await service.restored(stopping.signal);
  process.off('SIGTERM', stop).off('SIGINT', stop);
  await service.web.close();
  if (stopping.signal.aborted) process.exit(0);
}
