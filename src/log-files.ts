import { closeSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 24 * 3_600_000;
const NAME = /^ladeni-(\d{4}-\d{2}-\d{2})(?:\.(\d+))?\.log$/;

export interface LogFileLimits {
  /** A file that is so large is followed by another of the same day, bytes. */
  readonly fileBytes: number;
  /** All files together, bytes: a fault that repeats itself all night must not fill the disk. */
  readonly allBytes: number;
  readonly days: number;
}

const LIMITS: LogFileLimits = { fileBytes: 8 * 1024 * 1024, allBytes: 64 * 1024 * 1024, days: 14 };

/**
 * The log in files: one a day (UTC, as the times in it), `ladeni-2026-11-23.log` and then `….2.log`, readable by the shop's user alone,
 * let go by age and by size. Where the disk takes no more, lines are left out: a log must never be what stops a shop.
 */
export function createLogFiles(folder: string, now: () => number, limits: LogFileLimits = LIMITS): { write(line: string): void; close(): void } {
  let open: { day: string; part: number; handle: number; bytes: number } | null = null;

  function files(): readonly { name: string; day: string; part: number; bytes: number }[] {
    return readdirSync(folder).flatMap((name) => {
      const found = NAME.exec(name);
      return found ? [{ name, day: found[1]!, part: Number(found[2] ?? 1), bytes: statSync(join(folder, name)).size }] : [];
    }).sort((a, b) => a.day.localeCompare(b.day) || a.part - b.part);
  }

  function letGo(today: string): void {
    const oldest = new Date(Date.parse(today) - (limits.days - 1) * DAY).toISOString().slice(0, 10);
    let left = files();
    let sum = left.reduce((bytes, file) => bytes + file.bytes, 0);
    for (const file of left.slice(0, -1)) {
      if (file.day >= oldest && sum <= limits.allBytes - limits.fileBytes) continue;
      rmSync(join(folder, file.name), { force: true });
      sum -= file.bytes;
      left = left.filter((other) => other !== file);
    }
  }

  function turnTo(day: string, bytes: number): { handle: number } {
    if (open?.day === day && (open.bytes === 0 || open.bytes + bytes <= limits.fileBytes)) return open;
    if (open) closeSync(open.handle);
    open = null;
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const last = files().findLast((file) => file.day === day);
    const part = last === undefined ? 1 : last.bytes + bytes <= limits.fileBytes ? last.part : last.part + 1;
    const file = join(folder, part === 1 ? `ladeni-${day}.log` : `ladeni-${day}.${part}.log`);
    open = { day, part, handle: openSync(file, 'a', 0o600), bytes: last?.part === part ? last.bytes : 0 };
    letGo(day);
    return open;
  }

  return {
    write(line) {
      try {
        const bytes = Buffer.byteLength(line);
        const { handle } = turnTo(new Date(now()).toISOString().slice(0, 10), bytes);
        writeSync(handle, line);
        if (open) open.bytes += bytes;
      } catch {
        // It stands on standard error all the same.
      }
    },
    close() {
      if (open) closeSync(open.handle);
      open = null;
    },
  };
}
