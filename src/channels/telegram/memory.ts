/**
 * What the channel must still know after a restart: a few short texts by key. Every key begins with `telegram.`.
 * Writes are durable when they return.
 */
export interface Memory {
  get(key: string): string | null;
  set(key: string, value: string): void;
  delete(key: string): void;
}

/** Forgets everything with the process; for tests and for a shop without a database. */
export function createPassingMemory(): Memory {
  const held = new Map<string, string>();
  return {
    get: (key) => held.get(key) ?? null,
    set: (key, value) => void held.set(key, value),
    delete: (key) => void held.delete(key),
  };
}
