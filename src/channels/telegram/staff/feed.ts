import type { StaffDesk } from '../../staff-desk.ts';
import { bubblesOf } from './bubbles.ts';
import type { Clock } from '../clock.ts';
import type { Memory } from '../memory.ts';
import type { StaffShow } from './show.ts';

const KEY = 'telegram.staff.seen';
const PAGE = 100;
/** Looks by itself now and then, should a call of the listener have been missed. */
const LOOK_EVERY_MS = 30_000;

/**
 * Shows the shop's events to the staff group, in order, across restarts: what has been shown is remembered after each
 * bubble, so that a crash repeats little and loses nothing. What could not be shown is reported and left: the console has it.
 */
export async function runStaffFeed(
  parts: { desk: StaffDesk; show: StaffShow; memory: Memory; clock: Clock; onShown(failure: unknown): void }, signal: AbortSignal,
): Promise<void> {
  const { desk, memory, clock } = parts;
  let wake = new AbortController();
  const forget = desk.onEvents(() => wake.abort());
  const onStop = (): void => wake.abort();
  signal.addEventListener('abort', onStop);
  let seen = Number(memory.get(KEY) ?? Number.NaN);

  function remember(seq: number): void {
    if (seq === seen) return;
    seen = seq;
    memory.set(KEY, String(seq));
  }

  /** Shows one page of events; false if there was nothing to show. */
  async function showPage(): Promise<boolean> {
    const events = desk.events(seen, PAGE);
    const left = new Set(events.map((event) => event.seq));
    for (const bubble of bubblesOf(events)) {
      const failure = await parts.show.show(bubble).then(() => null, (error: unknown) => error);
      // A stop in the middle of a bubble leaves its fate open: better shown twice than never.
      if (signal.aborted) break;
      parts.onShown(failure);
      for (const seq of bubble.seqs) left.delete(seq);
      remember(left.size === 0 ? (events.at(-1)?.seq ?? seen) : Math.min(...left) - 1);
    }
    return events.length > 0;
  }

  try {
    if (Number.isNaN(seen)) remember(desk.lastEvent());
    while (!signal.aborted) {
      if (!(await showPage())) await clock.sleep(LOOK_EVERY_MS, wake.signal);
      if (wake.signal.aborted) wake = new AbortController();
    }
  } finally {
    forget();
    signal.removeEventListener('abort', onStop);
  }
}
