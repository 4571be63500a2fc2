import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import Sqlite from 'better-sqlite3';
import { totalsOf, type Totals } from './totals.ts';

/** What a look at a copy found. */
export type CopyCheck =
  | { readonly kind: 'sound'; readonly totals: Totals; readonly schema: number; readonly bytes: number; readonly sha256: string }
  | { readonly kind: 'unsound'; readonly why: string };

/**
 * Reads a copy through: SQLite's own integrity check, its totals, its hash. Changes nothing. Whatever keeps it from being
 * read whole makes it unsound. The check reads every page without a pause, so a running shop has it done apart.
 */
export async function checkCopy(file: string): Promise<CopyCheck> {
  try {
    const found = look(file);
    if (found.kind === 'unsound') return found;
    const { bytes, sha256 } = await hashOf(file);
    return { ...found, bytes, sha256 };
  } catch (error) {
    return { kind: 'unsound', why: error instanceof Error ? error.message : String(error) };
  }
}

function look(file: string): { kind: 'sound'; totals: Totals; schema: number } | { kind: 'unsound'; why: string } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    const verdict = db.pragma('integrity_check(1)', { simple: true });
    if (verdict !== 'ok') return { kind: 'unsound', why: String(verdict) };
    return { kind: 'sound', totals: totalsOf(db), schema: db.pragma('user_version', { simple: true }) as number };
  } finally {
    db.close();
  }
}

/** Size and SHA-256 of a file, read through. */
export async function hashOf(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  await pipeline(createReadStream(file), async (chunks: AsyncIterable<Buffer>) => {
    for await (const chunk of chunks) {
      bytes += chunk.length;
      hash.update(chunk);
    }
  });
  return { bytes, sha256: hash.digest('hex') };
}
