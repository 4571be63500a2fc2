import type { Database } from './open.ts';

/** Small things a channel must remember across restarts: a photo's file id, a topic's number. */
export function createKeyedMemory(db: Database, prefix: string) {
  const get = db.prepare<[string], { value: string }>('SELECT value FROM settings WHERE key = ?');
  const set = db.prepare<[string, string]>(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value');
  const remove = db.prepare<[string]>('DELETE FROM settings WHERE key = ?');
  return {
    get: (key: string): string | null => get.get(prefix + key)?.value ?? null,
    set: (key: string, value: string): void => void set.run(prefix + key, value),
    delete: (key: string): void => void remove.run(prefix + key),
  };
}
