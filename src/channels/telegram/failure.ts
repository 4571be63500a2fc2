import { GrammyError, HttpError } from 'grammy';
import { TransportError } from './transport.ts';

/** What a failed call tells us, in the terms that decide what happens next. Holds nothing that could hold the token. */
export type Failure =
  /** 429: wait so long (F10). */
  | { readonly kind: 'limited'; readonly afterMs: number; readonly what: string }
  /** Blocked, deactivated, or no such chat (F12). */
  | { readonly kind: 'unreachable'; readonly what: string }
  /** The group has become a supergroup with this id (F13). */
  | { readonly kind: 'moved'; readonly to: number; readonly what: string }
  /** 409: another program polls with our token, or a webhook is set (F5). */
  | { readonly kind: 'conflict'; readonly what: string }
  /** The token is not (or no longer) valid. */
  | { readonly kind: 'unauthorized'; readonly what: string }
  /** Telegram understood and said no; the same call would be refused again. */
  | { readonly kind: 'refused'; readonly what: string }
  /** Nothing left this machine: no network. */
  | { readonly kind: 'not_sent'; readonly what: string }
  /** No answer, or one that says nothing: it may have taken effect (F11, F14). */
  | { readonly kind: 'unknown'; readonly what: string };

const NO_SUCH_CHAT = /chat not found|user not found|peer_id_invalid|user is deactivated|chat_id is empty|group chat was deleted/i;

/** Reads what grammY threw. Anything that is not a failed call is a fault of ours and is thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) return answered(error);
  if (error instanceof HttpError) {
    const inner = error.error;
    if (inner instanceof TransportError) {
      return { kind: inner.reached ? 'unknown' : 'not_sent', what: inner.message };
    }
    return { kind: 'unknown', what: 'no answer in time' };
  }
  throw error;
}

function answered(error: GrammyError): Failure {
  const what = `${error.error_code} ${error.description}`;
  const { retry_after: seconds, migrate_to_chat_id: to } = error.parameters;
  if (to !== undefined) return { kind: 'moved', to, what };
  if (error.error_code === 429) return { kind: 'limited', afterMs: (seconds ?? 5) * 1000, what };
  if (error.error_code === 403 || NO_SUCH_CHAT.test(error.description)) return { kind: 'unreachable', what };
  if (error.error_code === 409) return { kind: 'conflict', what };
  // A token of the wrong form is answered with 404, a revoked one with 401.
  if (error.error_code === 401 || error.error_code === 404) return { kind: 'unauthorized', what };
  if (error.error_code >= 500) return { kind: 'unknown', what };
  return { kind: 'refused', what };
}
