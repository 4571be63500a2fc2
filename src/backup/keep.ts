import type { UtcMs } from '../shop/units.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;

/** All copies this young are kept, ms. */
const ALL_FOR = 24 * HOUR;
/** One a day for so long, ms. */
const DAILY_FOR = 14 * DAY;
/**
 * One a week for so long, ms; nothing is older, so that a person who was erased is gone from the copies too
 * (S20: from backups by expiry).
 */
export const WEEKLY_FOR = 8 * WEEK;
/** A clock that jumps a year ahead makes every copy look old; so few at once leave a night to notice. */
export const MOST_REMOVED_AT_ONCE = 4;

/**
 * Which copies have had their time, oldest first, at most MOST_REMOVED_AT_ONCE. Of each day and week that thins out the
 * oldest copy stays: it ages on into the next rule, so that the weeks are never without one. The newest is never among
 * them, nor is one from the future.
 */
export function toRemove<T extends { readonly takenAt: UtcMs }>(copies: readonly T[], now: UtcMs): readonly T[] {
  const oldestFirst = [...copies].sort((a, b) => a.takenAt - b.takenAt);
  const newest = oldestFirst.at(-1);
  const seen = new Set<string>();
  return oldestFirst.filter((copy) => {
    const period = periodOf(copy.takenAt, now - copy.takenAt);
    const stays = period === 'always' || (period !== 'expired' && !seen.has(period));
    if (period !== 'always') seen.add(period);
    return !stays && copy !== newest;
  }).slice(0, MOST_REMOVED_AT_ONCE);
}

function periodOf(takenAt: UtcMs, age: number): string {
  if (age < ALL_FOR) return 'always';
  if (age < DAILY_FOR) return `day ${Math.floor(takenAt / DAY)}`;
  if (age < WEEKLY_FOR) return `week ${Math.floor(takenAt / WEEK)}`;
  return 'expired';
}
