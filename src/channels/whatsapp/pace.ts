import type { UtcMs } from '../../shop/units.ts';
import { DAY_MS, HOUR_MS, MINUTE_MS, localDay, startOfDay, type Zone } from '../../shop/time/zone.ts';

/**
 * How fast a number may speak without looking like a machine (F26). WhatsApp publishes no limits for its web client; bans are
 * reported after ten to two hundred bulk messages, and the library has no limiter of its own.
 */
export interface PaceLimits {
  /** Nobody is written to who has not written within this: long enough for news of an order under way, or of goods waited for. */
  readonly replyWithinMs: number;
  /** Between two messages of this number, whoever they go to; as much again at random. */
  readonly betweenMs: number;
  /** Between two messages to one person; as much again at random. */
  readonly betweenInChatMs: number;
  /** How long "typing…" is seen: at least, per character, at most. */
  readonly typing: { readonly leastMs: number; readonly perCharacterMs: number; readonly mostMs: number };
  readonly perDay: number;
  /** Hours of the shop's clock in which nothing goes out that is not an answer to what was just said: from, to. */
  readonly quiet: { readonly from: number; readonly to: number };
  /** A message within this after theirs is an answer. */
  readonly answerWithinMs: number;
}

export const PACE: PaceLimits = {
  replyWithinMs: 30 * DAY_MS,
  betweenMs: 500,
  betweenInChatMs: 1_000,
  typing: { leastMs: 500, perCharacterMs: 12, mostMs: 2_500 },
  perDay: 1_500,
  quiet: { from: 21, to: 7 },
  answerWithinMs: 15 * MINUTE_MS,
};

export interface Moment {
  readonly now: UtcMs;
  readonly zone: Zone;
  /** When this person last wrote; 0 if never. */
  readonly theyWroteAt: UtcMs;
  /** The last message to this person, and to anyone; 0 if none. */
  readonly lastToThemAt: UtcMs;
  readonly lastAt: UtcMs;
  readonly sentToday: number;
  /** Characters to be typed; 0 shows no typing. */
  readonly length: number;
  /** A human has pressed send: no typing is played, quiet hours are theirs to keep. */
  readonly byStaff: boolean;
}

export type Pace =
  /** Show typing (if `typing`), wait this long, then send. */
  | { readonly kind: 'go'; readonly waitMs: number; readonly typing: boolean }
  | { readonly kind: 'later'; readonly afterMs: number; readonly why: 'quiet_hours' | 'daily_cap' }
  /** They have not written, or too long ago: from us this would be a cold message. */
  | { readonly kind: 'cold' };

/** When the next message may go. Pure; `chance` gives [0, 1). */
export function paceOf(moment: Moment, limits: PaceLimits, chance: () => number): Pace {
  const { now, zone } = moment;
  const silentFor = now - moment.theyWroteAt;
  if (moment.theyWroteAt === 0 || silentFor >= limits.replyWithinMs) return { kind: 'cold' };
  if (moment.sentToday >= limits.perDay) {
    return { kind: 'later', afterMs: startOfDay(localDay(now, zone) + 1, zone) + quietEnd(limits) - now, why: 'daily_cap' };
  }
  if (!moment.byStaff && silentFor > limits.answerWithinMs) {
    const quietFor = quietLeft(now, zone, limits.quiet);
    // Waiting must not carry it past the time within which they may be written to.
    if (quietFor > 0 && silentFor + quietFor < limits.replyWithinMs) return { kind: 'later', afterMs: quietFor, why: 'quiet_hours' };
    if (quietFor > 0) return { kind: 'cold' };
  }
  const afterOwn = moment.lastAt + jittered(limits.betweenMs, chance) - now;
  const afterTheirs = moment.lastToThemAt + jittered(limits.betweenInChatMs, chance) - now;
  const typing = moment.byStaff || moment.length === 0 ? 0 : typingTime(moment.length, limits, chance);
  return { kind: 'go', waitMs: Math.max(0, Math.round(afterOwn), Math.round(afterTheirs), typing), typing: typing > 0 };
}

const jittered = (ms: number, chance: () => number): number => ms * (1 + chance());

function typingTime(length: number, { typing }: PaceLimits, chance: () => number): number {
  const even = Math.min(typing.mostMs, Math.max(typing.leastMs, length * typing.perCharacterMs));
  return Math.round(even * (0.8 + 0.4 * chance()));
}

const quietEnd = (limits: PaceLimits): number => limits.quiet.to * HOUR_MS;

/** How much of the quiet hours is left; 0 outside them. They may run over midnight. */
function quietLeft(now: UtcMs, zone: Zone, { from, to }: PaceLimits['quiet']): number {
  const inDay = now - startOfDay(localDay(now, zone), zone);
  const [begins, ends] = [from * HOUR_MS, to * HOUR_MS];
  const quiet = begins <= ends ? inDay >= begins && inDay < ends : inDay >= begins || inDay < ends;
  if (!quiet) return 0;
  return inDay < ends ? ends - inDay : ends + DAY_MS - inDay;
}
