import path from 'node:path';
import { createBackups } from './backup/backups.ts';
import { checkApart } from './backup/check-apart.ts';
import { realDisk } from './backup/disk.ts';
import { stateLine } from './backup/words.ts';
import type { Config } from './config.ts';
import type { BackupView } from './console/parts.ts';
import { createKeyedMemory } from './database/keyed-memory.ts';
import type { Log } from './logging.ts';
import type { RunningShop } from './running-shop.ts';
import { startSchedule } from './schedule.ts';

/** The backups of a running shop, with what the console shows of them. */
export function openBackups(shop: RunningShop, config: Config, log: Log) {
  const zone = (): string => shop.world().premises.catalogue.store.timezone;
  const backups = createBackups({
    db: shop.db, dataDir: path.resolve(config.DATA_DIR), zone, now: Date.now, disk: realDisk, check: checkApart,
    elsewhere: config.BACKUP_DIR ?? null, memory: createKeyedMemory(shop.db, 'backup.'),
    alarm: (detail) => shop.engine.transact(() => shop.tables.events.record(Date.now(), 'staff.alert', {}, { reason: 'backup_failed', detail })),
    failed: (error, what) => log.error({ err: error }, what),
  });
  let schedule: ReturnType<typeof startSchedule> | null = null;

  return {
    /** Begins to look, every minute, whether a copy is due; the first is due when the last is an hour old. */
    start(): void {
      schedule ??= startSchedule([{ name: 'backup', cron: '30 * * * * *', run: () => backups.tick() }],
        (name, error) => log.error({ err: error, job: name }, 'backup failed'));
    },
    view(): BackupView {
      const state = backups.state();
      return { lastAt: state.last?.takenAt ?? null, detail: stateLine(state, zone()) };
    },
    /** Before the database is closed. */
    async stop(): Promise<void> {
      await Promise.all([backups.stop(), schedule?.stop()]);
    },
  };
}
