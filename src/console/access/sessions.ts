import type { Database } from '../../database/open.ts';
import type { UtcMs } from '../../shop/units.ts';
import { hashOf } from './accounts.ts';

/** A working day without a touch ends a session; a week ends it anyway (S4, ASVS 7.3). */
export const IDLE_MS = 12 * 3_600_000;
export const ABSOLUTE_MS = 7 * 24 * 3_600_000;
/** Sign of life is written at most this often: a page is no reason for a disk write. */
const TOUCH_EVERY_MS = 5 * 60_000;
/** 256 bits, twice what ASVS 7.2.3 asks for. */
const TOKEN_BYTES = 32;

export interface Session {
  /** Not secret; names the session within the process. */
  readonly key: string;
  readonly staff: string;
  /** What every form of this session must bring along (S5). */
  readonly csrf: string;
}

interface Row { readonly token_hash: string; readonly staff: string; readonly csrf: string; readonly created_at: UtcMs; readonly seen_at: UtcMs }

/** Sessions live on the server; the browser holds a random name of one, and the database its hash. */
export function createSessions(db: Database, parts: { readonly now: () => UtcMs; readonly randomText: (bytes: number) => string }) {
  const insert = db.prepare<[string, string, string, UtcMs, UtcMs]>(
    'INSERT INTO console_sessions (token_hash, staff, csrf, created_at, seen_at) VALUES (?, ?, ?, ?, ?)');
  const find = db.prepare<[string], Row>('SELECT * FROM console_sessions WHERE token_hash = ?');
  const touch = db.prepare<[UtcMs, string]>('UPDATE console_sessions SET seen_at = ? WHERE token_hash = ?');
  const drop = db.prepare<[string]>('DELETE FROM console_sessions WHERE token_hash = ?');
  const dropAll = db.prepare<[string]>('DELETE FROM console_sessions WHERE staff = ?');
  const dropStale = db.prepare<[UtcMs, UtcMs]>('DELETE FROM console_sessions WHERE seen_at < ? OR created_at < ?');

  const alive = (row: Row | undefined, at: UtcMs): row is Row =>
    row !== undefined && at - row.seen_at < IDLE_MS && at - row.created_at < ABSOLUTE_MS;

  return {
    /** A new session under a new name (ASVS 7.2.4). Returns the name, for the cookie. */
    begin(staff: string): string {
      const at = parts.now();
      const token = parts.randomText(TOKEN_BYTES);
      dropStale.run(at - IDLE_MS, at - ABSOLUTE_MS);
      insert.run(hashOf(token), staff, parts.randomText(TOKEN_BYTES), at, at);
      return token;
    },
    find(token: string): Session | null {
      const at = parts.now();
      const row = find.get(hashOf(token));
      if (!alive(row, at)) return null;
      if (at - row.seen_at > TOUCH_EVERY_MS) touch.run(at, row.token_hash);
      return { key: row.token_hash, staff: row.staff, csrf: row.csrf };
    },
    /** Whether it may still be used; for streams that stay open. */
    isAlive: (key: string): boolean => alive(find.get(key), parts.now()),
    end: (key: string): void => void drop.run(key),
    endAllOf: (staff: string): void => void dropAll.run(staff),
  };
}

export type Sessions = ReturnType<typeof createSessions>;
