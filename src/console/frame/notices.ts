import type { StaffOutcome } from '../../channels/staff-desk.ts';
import type { Notice } from './frame.tsx';

const MOST = 1_000;

/** What came of an act, kept for the one page that follows it. Nothing of it goes through the address, where a stranger could write. */
export function createNoticeBoard() {
  const waiting = new Map<string, Notice>();
  return {
    put(sessionKey: string, notice: Notice): void {
      waiting.set(sessionKey, notice);
      if (waiting.size > MOST) waiting.delete(waiting.keys().next().value as string);
    },
    /** Puts up what the desk answered; plain success needs no words but the page's own. */
    outcome(sessionKey: string, outcome: StaffOutcome, done: string): void {
      this.put(sessionKey, outcome.kind === 'done'
        ? { kind: 'done', text: outcome.note ?? done }
        : { kind: outcome.kind, text: outcome.reason });
    },
    take(sessionKey: string): Notice | null {
      const notice = waiting.get(sessionKey) ?? null;
      waiting.delete(sessionKey);
      return notice;
    },
  };
}

export type NoticeBoard = ReturnType<typeof createNoticeBoard>;
