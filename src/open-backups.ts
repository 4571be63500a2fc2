import path from 'node:path';
import { createBackups } from './backup/backups.ts';
import { runApart } from './backup/apart.ts';
import { checkApart } from './backup/check-apart.ts';
import { realDisk } from './backup/disk.ts';
import { createWeeklyDrill } from './backup/weekly-drill.ts';
import { drillLine, stateLine } from './backup/words.ts';
import type { Config } from './config.ts';
import type { BackupView } from './console/parts.ts';
import { createKeyedMemory } from './database/keyed-memory.ts';
import type { Log } from './logging.ts';
import type { RunningShop } from './running-shop.ts';
import { startSchedule } from './schedule.ts';

const RESTORE = path.join(import.meta.dirname, 'restore.ts');

/** The backups of a running shop and their weekly drill, with what the console shows of them. */
export function openBackups(shop: RunningShop, config: Config, log: Log) {
  const zone = (): string => shop.world().premises.catalogue.store.timezone;
  const dataDir = path.resolve(config.DATA_DIR);
  const both = {
    now: Date.now, memory: createKeyedMemory(shop.db, 'backup.'),
    alarm: (detail: string) => shop.alarm('backup_failed', detail),
    failed: (error: unknown, what: string) => log.error({ err: error }, what),
  };
  const backups = createBackups({ ...both, db: shop.db, dataDir, zone, disk: realDisk, check: checkApart, elsewhere: config.BACKUP_DIR ?? null });
  const weekly = createWeeklyDrill({
    ...both,
    drill: (signal) => runApart(RESTORE, ['--drill', '--data', dataDir], signal).then(() => true, (error: unknown) => {
      both.failed(error, 'the drill failed');
      return false;
    }),
  });
  let schedule: ReturnType<typeof startSchedule> | null = null;

  return {
    /** Begins to look, every minute, whether a copy or a drill is due. A copy is when the last is an hour old. */
    start(): void {
      schedule ??= startSchedule([{ name: 'backup', cron: '30 * * * * *', run: () => backups.tick().then(() => { if (backups.state().last !== null) void weekly.tick(); }) }],
        (name, error) => log.error({ err: error, job: name }, 'backup failed'));
    },
    view(): BackupView {
      const state = backups.state();
      return { lastAt: state.last?.takenAt ?? null, detail: [stateLine(state, zone()), drillLine(weekly.last(), zone())].filter((line) => line !== '').join(' ') };
    },
    /** Makes a copy at once. Resolves when it is made or has failed; the view tells which. */
    now: (): Promise<void> => backups.run(),
    /** Before the database is closed. */
    async stop(): Promise<void> {
      await Promise.all([backups.stop(), weekly.stop(), schedule?.stop()]);
    },
  };
}
