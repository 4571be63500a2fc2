import type { z } from 'zod';
import type { Trouble } from '../shop/shipping/allowance.ts';

/** A provider failed us. Its words never hold a key: they are made here, not taken from the answer or the address. */
export class ProviderError extends Error implements Trouble {
  readonly kind: Trouble['kind'];
  readonly retryAfterMs: number | null;
  /** The status of the answer; null where none came. */
  readonly status: number | null;

  constructor(provider: string, kind: Trouble['kind'], what: string, options: { status?: number; retryAfterMs?: number | null } = {}) {
    super(`${provider}: ${what}`);
    this.name = 'ProviderError';
    this.kind = kind;
    this.status = options.status ?? null;
    this.retryAfterMs = options.retryAfterMs ?? null;
  }
}

export interface Request<T> {
  readonly provider: string;
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly headers: Readonly<Record<string, string>>;
  /** A form, or anything else as JSON. */
  readonly body?: URLSearchParams | object;
  /** What is expected of the answer. Anything else is garbage. */
  readonly answer: z.ZodType<T>;
  /** Statuses that mean "there is none": null is returned. */
  readonly none?: readonly number[];
  readonly timeLimitMs?: number;
}

/** Longer than a customer waits: an answer that comes too late for her is there for the next one. */
const TIME_LIMIT_MS = 8_000;
const MOST_BYTES = 2_000_000;

/**
 * Asks a provider, within its time and size. Null where it says that there is none.
 * @throws ProviderError for anything else than the expected answer
 */
export async function ask<T>(request: Request<T>): Promise<T | null> {
  const { provider, body } = request;
  const fail = (kind: Trouble['kind'], what: string, options?: { status?: number; retryAfterMs?: number | null }) => new ProviderError(provider, kind, what, options);
  let response: Response;
  let text: string;
  try {
    response = await fetch(request.url, {
      method: request.method,
      headers: { accept: 'application/json', ...(body && !(body instanceof URLSearchParams) && { 'content-type': 'application/json' }), ...request.headers },
      ...(body && { body: body instanceof URLSearchParams ? body : JSON.stringify(body) }),
      redirect: 'error', signal: AbortSignal.timeout(request.timeLimitMs ?? TIME_LIMIT_MS),
    });
    text = await textOf(response);
  } catch (error) {
    const slow = error instanceof Error && error.name === 'TimeoutError';
    throw slow ? fail('slow', 'no answer in time') : fail('down', error instanceof TooLarge ? 'answer too large' : 'not reached');
  }
  const { status } = response;
  if (request.none?.includes(status)) return null;
  if (status === 429) throw fail('limited', 'too many requests', { status, retryAfterMs: retryAfter(response.headers.get('retry-after')) });
  if (status === 401 || status === 402 || status === 403) throw fail('refused', `refused (${status})`, { status });
  if (status >= 500) throw fail('down', `failed (${status})`, { status });
  if (!response.ok) throw fail('garbage', `did not understand (${status})`, { status });
  const parsed = request.answer.safeParse(json(text));
  if (!parsed.success) throw fail('garbage', `an answer that is not as documented (${parsed.error.issues[0]?.path.join('.') || 'not JSON'})`, { status });
  return parsed.data;
}

class TooLarge extends Error {}

async function textOf(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += (part as Uint8Array).length;
    if (size > MOST_BYTES) throw new TooLarge();
    parts.push(part as Uint8Array);
  }
  return Buffer.concat(parts).toString('utf8');
}

function json(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** Seconds, as providers send it; a date or nonsense says nothing. */
function retryAfter(header: string | null): number | null {
  return header !== null && /^\d{1,7}$/.test(header.trim()) ? Number(header) * 1_000 : null;
}
