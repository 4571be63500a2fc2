import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Dice } from '../simulation/dice.ts';
import { Disk, type Fate } from './disk.ts';
import { BooksFinder, type FoundBooks } from './found-books.ts';
import { CONFIRMED } from './record-shop.ts';
import type { Entry } from './record-log.ts';

export interface CutResult {
  readonly cuts: number;
  /** Disks that differed from all others, each opened by SQLite. */
  readonly disks: number;
  /** Databases that differed after SQLite had recovered them, each checked and read through. */
  readonly databases: number;
  readonly seconds: number;
  /** Orders that a customer had been told of and that were gone, over all cuts. */
  readonly lost: number;
  /** The first few things that must not be, with the cut that shows them. */
  readonly broken: readonly string[];
}

const MOST_TOLD = 20;

/**
 * Cuts the power after every entry of a recording, `torn` times with other sectors surviving and once each with all and with
 * nothing, and compares what is found with what people had been told by then. Ends early once `enough` orders are lost.
 */
export function cutEverywhere(entries: readonly Entry[], options: { readonly seed: number; readonly torn: number; readonly enough?: number }): CutResult {
  const began = performance.now();
  const folder = mkdtempSync(path.join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'power-cuts-'));
  const disk = new Disk(folder);
  const finder = new BooksFinder(folder);
  const dice = new Dice(options.seed);
  const fates: readonly Fate[] = ['dropped', 'kept', ...Array.from({ length: options.torn }, (): Fate => 'torn')];
  const told = new Set<string>();
  let messages = 0;
  let known = new Map<string, FoundBooks>();
  let cuts = 0;
  let disks = 0;
  let lost = 0;
  const broken: string[] = [];
  try {
    for (const [at, entry] of entries.entries()) {
      disk.take(entry);
      // What is safe now will not be what it was: no key of before comes again.
      if (entry.kind === 'sync' || entry.kind === 'unlink') known = new Map();
      if (entry.kind === 'said') {
        for (const line of entry.text.split('\n')) if (/"to":/.test(line)) messages++;
        for (const [, number] of entry.text.matchAll(CONFIRMED)) told.add(number!);
      }
      for (const fate of fates) {
        const { found, fresh } = disk.cut(fate, dice, known, (marks) => finder.find(marks.get('ladeni.db') ?? ''));
        cuts++;
        if (fresh) disks++;
        const gone = [...told].filter((number) => !found.orders.has(number));
        lost += gone.length;
        const wrong = [...found.broken, ...gone.map((number) => `${number} was confirmed and is gone`),
          ...(found.begun < messages ? [`${messages} messages were sent, the books know of ${found.begun}`] : [])];
        for (const line of wrong) if (broken.length < MOST_TOLD) broken.push(`cut after entry ${at} (${entry.kind}), unsynced writes ${fate}: ${line}`);
      }
      if (options.enough !== undefined && lost >= options.enough) break;
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return { cuts, disks, databases: finder.databases, seconds: (performance.now() - began) / 1_000, lost, broken };
}
