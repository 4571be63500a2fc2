import type { UtcMs } from '../shop/units.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** A step of the clock that is more than people or time servers make by the way (F28). */
const JUMP_MS = 5 * MINUTE;
/** After a sleep or a stop of more than five minutes: messages that waited at their providers come in first. */
const CATCH_UP_MS = 10 * MINUTE;
/** Nothing is lapsed for so long after a jump, unless the clock is put right before: a night to notice the alarm. */
const HOLD_MS = DAY;
/** Nobody switches a shop off for so long; rather its clock is wrong. */
const LONGEST_OFF_MS = 30 * DAY;

/** What outlives the process, a few short texts by key. */
interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
}

export interface ClockLook {
  /** Nothing may be lapsed, called late or let go because time has passed: it may not have. */
  readonly held: boolean;
  /** By how much the clock was put forward (or back, when negative) since the last look, ms; 0 for not at all. */
  readonly jumped: number;
  /** Only in the look that has noticed it. */
  readonly news: 'jumped' | 'long_off' | 'right_again' | null;
}

/**
 * Tells a clock that was set from time that has passed, by a second clock that nobody sets: time since the machine was started, its
 * sleep included. Due times of the shop are instants, so a wrong clock would lapse orders and forget what is kept for a year (F28).
 * Looked at with every sweep.
 */
export function createClockWatch(parts: {
  /** Of the machine, ms; sleep counts. */
  readonly uptime: () => number;
  readonly memory: Memory;
}) {
  const { memory } = parts;
  let before: { wall: UtcMs; uptime: number } | null = null;
  let heldFor = Number(memory.get('hold_ms') ?? 0);
  /** Sum of all steps since the clock was last believed. */
  let offset = Number(memory.get('offset_ms') ?? 0);
  let written = Number.NEGATIVE_INFINITY;

  function remember(wall: UtcMs, uptime: number, always: boolean): void {
    if (!always && uptime - written < MINUTE) return;
    written = uptime;
    memory.set('seen_at', String(wall));
    memory.set('hold_ms', String(Math.max(0, heldFor)));
    memory.set('offset_ms', String(offset));
  }

  /** The first look of a process: what the clock said when the last one was seen. */
  function begin(wall: UtcMs, uptime: number): ClockLook {
    before = { wall, uptime };
    const seen = Number(memory.get('seen_at') ?? wall);
    const away = wall - seen;
    const back = away < -JUMP_MS;
    const long = away > LONGEST_OFF_MS;
    if (back || long) {
      offset += back ? away : 0;
      heldFor = HOLD_MS;
    } else if (away > JUMP_MS) heldFor = Math.max(heldFor, CATCH_UP_MS);
    remember(wall, uptime, true);
    return { held: heldFor > 0, jumped: back ? away : 0, news: back ? 'jumped' : long ? 'long_off' : null };
  }

  return {
    /** In a transaction of the caller's. */
    look(wall: UtcMs): ClockLook {
      const uptime = parts.uptime();
      if (before === null) return begin(wall, uptime);
      const passed = Math.max(0, uptime - before.uptime);
      const step = wall - before.wall - passed;
      before = { wall, uptime };
      heldFor = Math.max(0, heldFor - passed);
      if (heldFor === 0) offset = 0;
      if (Math.abs(step) <= JUMP_MS) {
        if (passed > JUMP_MS) heldFor = Math.max(heldFor, CATCH_UP_MS);
        remember(wall, uptime, passed > JUMP_MS);
        return { held: heldFor > 0, jumped: 0, news: null };
      }
      offset += step;
      const right = Math.abs(offset) <= JUMP_MS;
      if (right) offset = 0;
      heldFor = right ? CATCH_UP_MS : HOLD_MS;
      remember(wall, uptime, true);
      return { held: true, jumped: step, news: right ? 'right_again' : 'jumped' };
    },
  };
}

export type ClockWatch = ReturnType<typeof createClockWatch>;
