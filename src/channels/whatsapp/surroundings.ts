/** What the WhatsApp channel needs of the rest of the world, and nothing more of it. */
import type { UtcMs } from '../../shop/units.ts';

/** Time: an instant, and waiting. Injected, so that days pass in a test at once. */
export interface Clock {
  now(): UtcMs;
  /** Resolves after `ms`, or at once when the signal is aborted. Never rejects. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

/** The part of a logger the channel uses; pino's has this shape. No message texts and no phone numbers are logged. */
export interface Log {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/**
 * What the channel must still know after a restart: short texts by key. Every key begins with `whatsapp.`. A write is durable
 * when it returns.
 */
export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
}

export type StoredPhoto =
  | { readonly kind: 'stored'; readonly file: string }
  | { readonly kind: 'refused'; readonly reason: string };

/** Keeps photos safely: checked, re-encoded, under a name of its own (S9). */
export interface PhotoStore {
  store(bytes: Uint8Array): Promise<StoredPhoto>;
}
