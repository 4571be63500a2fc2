import { createHash, timingSafeEqual } from 'node:crypto';
import type { Update } from 'grammy/types';
import type { Log } from './log.ts';

export interface WebhookSettings {
  /** The public https address Telegram calls. */
  readonly url: string;
  /** 1–256 of A–Z a–z 0–9 _ -. Telegram sends it with every update; without it nobody is let in (S18). */
  readonly secret: string;
}

const SECRET_FORM = /^[A-Za-z0-9_-]{16,256}$/;
const HEADER = 'x-telegram-bot-api-secret-token';
/** Telegram's updates are a few kB. */
const MOST_BYTES = 1_000_000;

/** True for a secret that can be set and is long enough not to be guessed. */
export const isUsableSecret = (secret: string): boolean => SECRET_FORM.test(secret);

/**
 * Receives updates over HTTP: 200 once the update is taken in for good (F15), 401 without the right secret (S18), 500 when it
 * could not be taken in, so that Telegram brings it again.
 */
export function createWebhookHandler(
  secret: string, take: (update: Update) => void, log: Log,
): (request: Request) => Promise<Response> {
  const open = isUsableSecret(secret);
  return async (request) => {
    if (request.method !== 'POST') return answer(405);
    if (!open || !sameText(request.headers.get(HEADER) ?? '', secret)) return answer(401);
    if (Number(request.headers.get('content-length') ?? 0) > MOST_BYTES) return answer(413);
    const update = readUpdate(await request.text());
    if (!update) return answer(400);
    try {
      take(update);
      return answer(200);
    } catch (error) {
      log.error({ error }, 'telegram webhook update not taken in');
      return answer(500);
    }
  };
}

const answer = (status: number): Response => new Response(null, { status });

/** Compares without telling by its duration where the texts differ. */
function sameText(given: string, expected: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

function readUpdate(body: string): Update | null {
  if (body.length > MOST_BYTES) return null;
  try {
    const value = JSON.parse(body) as unknown;
    const known = typeof value === 'object' && value !== null && 'update_id' in value && typeof value.update_id === 'number';
    return known ? (value as Update) : null;
  } catch {
    return null;
  }
}
