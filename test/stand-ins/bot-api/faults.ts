/** What can go wrong between a bot and Telegram, as things a test can order from the stand-in. */
export type Fault =
  /** An error answer in Telegram's own form; the call has no effect. */
  | {
      readonly kind: 'error';
      readonly code: number;
      readonly description: string;
      readonly parameters?: { readonly retry_after?: number; readonly migrate_to_chat_id?: number };
    }
  /** The socket is destroyed, with or without the call having had its effect. */
  | { readonly kind: 'cut'; readonly effect: 'before' | 'after' }
  /** No answer ever comes, with or without the call having had its effect. */
  | { readonly kind: 'silence'; readonly effect: 'none' | 'done' }
  /** A proxy's page instead of JSON. */
  | { readonly kind: 'page'; readonly status: number };

export const tooManyRequests = (seconds: number): Fault => ({
  kind: 'error', code: 429, description: `Too Many Requests: retry after ${seconds}`, parameters: { retry_after: seconds },
});
export const conflict: Fault = {
  kind: 'error', code: 409,
  description: 'Conflict: terminated by other getUpdates request; make sure that only one bot instance is running',
};
export const internalError: Fault = { kind: 'error', code: 500, description: 'Internal Server Error' };
export const blockedByUser: Fault = { kind: 'error', code: 403, description: 'Forbidden: bot was blocked by the user' };
export const deactivated: Fault = { kind: 'error', code: 403, description: 'Forbidden: user is deactivated' };
export const chatNotFound: Fault = { kind: 'error', code: 400, description: 'Bad Request: chat not found' };
export const unauthorized: Fault = { kind: 'error', code: 401, description: 'Unauthorized' };
export const migratedTo = (chat: number): Fault => ({
  kind: 'error', code: 400, description: 'Bad Request: group chat was upgraded to a supergroup chat',
  parameters: { migrate_to_chat_id: chat },
});
export const cutBefore: Fault = { kind: 'cut', effect: 'before' };
export const cutAfter: Fault = { kind: 'cut', effect: 'after' };
export const silence: Fault = { kind: 'silence', effect: 'none' };
export const silenceAfter: Fault = { kind: 'silence', effect: 'done' };

/** Which calls a fault befalls. Left out means any; `times` left out means until taken back. */
export interface FaultAim {
  readonly method?: string;
  readonly chat?: number;
  readonly times?: number;
  /** So many such calls pass unharmed first. */
  readonly after?: number;
}

interface Planned {
  readonly fault: Fault;
  readonly aim: FaultAim;
  left: number;
  spared: number;
}

/** The faults that are in store, first ordered first served. */
export class FaultPlan {
  private planned: Planned[] = [];

  /** Orders a fault; the returned function takes it back. */
  add(fault: Fault, aim: FaultAim = {}): () => void {
    const entry: Planned = { fault, aim, left: aim.times ?? Number.POSITIVE_INFINITY, spared: aim.after ?? 0 };
    this.planned.push(entry);
    return () => {
      this.planned = this.planned.filter((one) => one !== entry);
    };
  }

  clear(): void {
    this.planned = [];
  }

  take(method: string, chat: number | undefined): Fault | null {
    const entry = this.planned.find(({ aim }) =>
      (aim.method === undefined || aim.method.toLowerCase() === method.toLowerCase())
      && (aim.chat === undefined || aim.chat === chat));
    if (!entry) return null;
    if (entry.spared > 0) {
      entry.spared -= 1;
      return null;
    }
    entry.left -= 1;
    if (entry.left <= 0) this.planned = this.planned.filter((one) => one !== entry);
    return entry.fault;
  }
}
