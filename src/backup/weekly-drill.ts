import type { UtcMs } from '../shop/units.ts';
import type { Memory } from './elsewhere.ts';

const WEEK = 7 * 24 * 3_600_000;
const DAY = WEEK / 7;
const KEY = 'drilled';

/** The last drill; `at` in UTC ms. */
export interface Drilled {
  readonly at: UtcMs;
  readonly passed: boolean;
}

/**
 * A copy that was never restored is a hope: once a week the newest one is (F34), and the owner hears when that fails. A
 * failed drill is repeated after a day.
 */
export function createWeeklyDrill(parts: {
  readonly now: () => UtcMs;
  readonly memory: Memory;
  /** Restores the newest copy aside; whether its totals were those written down. */
  readonly drill: (signal: AbortSignal) => Promise<boolean>;
  readonly alarm: (detail: string) => void;
  readonly failed: (error: unknown, what: string) => void;
}) {
  const stopping = new AbortController();
  let running: Promise<void> | null = null;

  function last(): Drilled | null {
    const [at, outcome] = (parts.memory.get(KEY) ?? '').split(' ');
    return at === undefined || at === '' ? null : { at: Number(at), passed: outcome === 'passed' };
  }

  async function run(): Promise<void> {
    try {
      const passed = await parts.drill(stopping.signal);
      if (stopping.signal.aborted) return;
      parts.memory.set(KEY, `${parts.now()} ${passed ? 'passed' : 'failed'}`);
      if (!passed) parts.alarm('latihan memulihkan salinan terbaru tidak berhasil; jalankan "npm run restore -- --drill" untuk melihat sebabnya');
    } catch (error) {
      if (!stopping.signal.aborted) parts.failed(error, 'the weekly drill could not be carried out');
    }
  }

  return {
    last,
    /** For a tick: drills when a week has passed since the last that went well, a day since one that did not. Never rejects. */
    async tick(): Promise<void> {
      const before = last();
      const due = before === null || Math.abs(parts.now() - before.at) >= (before.passed ? WEEK : DAY);
      if (!due || running !== null || stopping.signal.aborted) return;
      running = run();
      await running;
      running = null;
    },
    /** Leaves off a drill. Before the database is closed. */
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}
