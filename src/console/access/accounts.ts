import { createHash } from 'node:crypto';
import type { Database } from '../../database/open.ts';
import type { UtcMs } from '../../shop/units.ts';
import type { Language } from '../language/texts.ts';

const INVITATION_MS = 48 * 3_600_000;

/** Only hashes are kept: who reads the database cannot enter with what stands in it. */
export const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/**
 * Who may enter: passwords (hashed) of people named in staff.yaml, and one-time links by which one sets a password. There
 * is no account before someone has used a link (S3).
 */
export function createAccounts(db: Database) {
  const passwordOf = db.prepare<[string], { password: string }>('SELECT password FROM accounts WHERE staff = ?');
  const withAccount = db.prepare<[], { staff: string; set_at: UtcMs }>('SELECT staff, set_at FROM accounts');
  const setPassword = db.prepare<[string, string, UtcMs]>(
    `INSERT INTO accounts (staff, password, set_at) VALUES (?, ?, ?)
     ON CONFLICT (staff) DO UPDATE SET password = excluded.password, set_at = excluded.set_at`);
  const languageOf = db.prepare<[string], { language: Language | null }>('SELECT language FROM accounts WHERE staff = ?');
  const setLanguage = db.prepare<[Language, string]>('UPDATE accounts SET language = ? WHERE staff = ?');
  const dropAccount = db.prepare<[string]>('DELETE FROM accounts WHERE staff = ?');
  const invite = db.prepare<[string, string, UtcMs]>('INSERT INTO invitations (token_hash, staff, expires_at) VALUES (?, ?, ?)');
  const dropInvitations = db.prepare<[string]>('DELETE FROM invitations WHERE staff = ?');
  const invitation = db.prepare<[string, UtcMs], { staff: string }>(
    'SELECT staff FROM invitations WHERE token_hash = ? AND expires_at > ?');

  return {
    passwordOf: (staff: string): string | null => passwordOf.get(staff)?.password ?? null,
    /** Staff id → since when. */
    all: (): ReadonlyMap<string, UtcMs> => new Map(withAccount.all().map((row) => [row.staff, row.set_at])),
    /** A link for one person; earlier ones of the same person are void. In the caller's transaction. */
    invite(staff: string, token: string, at: UtcMs): void {
      dropInvitations.run(staff);
      invite.run(hashOf(token), staff, at + INVITATION_MS);
    },
    /** Whom a link is for; null when it was used, replaced, or is older than two days. */
    invited: (token: string, at: UtcMs): string | null => invitation.get(hashOf(token), at)?.staff ?? null,
    /** Sets the password and uses up the person's links. In the caller's transaction. */
    setPassword(staff: string, password: string, at: UtcMs): void {
      setPassword.run(staff, password, at);
      dropInvitations.run(staff);
    },
    /** What the person has chosen to read; null where nothing was chosen. */
    languageOf: (staff: string): Language | null => languageOf.get(staff)?.language ?? null,
    /** In the caller's transaction. */
    setLanguage: (staff: string, language: Language): void => void setLanguage.run(language, staff),
    remove(staff: string): void {
      dropAccount.run(staff);
      dropInvitations.run(staff);
    },
  };
}

export type Accounts = ReturnType<typeof createAccounts>;
