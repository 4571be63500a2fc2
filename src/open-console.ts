import { randomBytes } from 'node:crypto';
import { isAbsolute, resolve } from 'node:path';
import { createConsole, type Console } from './console/console.ts';
import type { BackupView, ChannelView, ConsoleParts } from './console/parts.ts';
import type { Database } from './database/open.ts';
import type { OpenShop } from './open-shop.ts';
import { createTrials } from './open-trials.ts';
import { puzzlesOf } from './puzzles-of.ts';
import type { OwnerFiles } from './owner-files/desk.ts';

/** The console over an open shop. */
export function openConsole(shop: OpenShop & { readonly db: Database }, parts: {
  readonly now: () => number;
  /** Photos lie below it. */
  readonly dataDir: string;
  readonly problems: () => readonly string[];
  readonly ownerFiles: OwnerFiles;
  readonly channels: () => readonly ChannelView[];
  readonly pairByCode: ConsoleParts['pairByCode'];
  readonly passwordCost?: ConsoleParts['passwordCost'];
  readonly backup: () => BackupView;
  readonly backUpNow: () => Promise<void>;
  /** Where a picture lies that is drawn or fetched when it is wanted (`qris:…`, `telegram:…`); null while it cannot be had. */
  readonly pictureElsewhere: (reference: string) => Promise<string | null>;
}): Console {
  const trials = createTrials(shop, parts.now);
  return createConsole({
    db: shop.db, desk: shop.desk, business: shop.business, premises: () => shop.world().premises, now: parts.now,
    transact(act) {
      const result = shop.engine.transact(act);
      shop.desk.committed();
      return result;
    },
    randomText: (bytes) => randomBytes(bytes).toString('base64url'),
    problems: parts.problems, ownerFiles: parts.ownerFiles, channels: parts.channels, pairByCode: parts.pairByCode, passwordCost: parts.passwordCost, backup: parts.backup, backUpNow: parts.backUpNow, trials, puzzles: () => puzzlesOf(shop),
    picture: async (reference) => {
      const elsewhere = /^[a-z]+:/.test(reference) ? await parts.pictureElsewhere(reference) : reference;
      return elsewhere === null || isAbsolute(elsewhere) ? elsewhere : resolve(parts.dataDir, elsewhere);
    },
  });
}
