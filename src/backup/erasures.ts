import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from '../database/open.ts';

const ERASURES = z.array(z.object({ customer: z.number().int(), createdAt: z.number().int(), erasedAt: z.number().int() }));

/** That somebody was erased, and nothing else about them. A number may be given again after a restore; with `createdAt` it is one person. */
export type Erasure = Readonly<z.infer<typeof ERASURES>[number]>;

/** Everybody who was erased. */
export const erasuresIn = (db: Database): readonly Erasure[] => db.prepare<[], Erasure>(
  'SELECT id AS customer, created_at AS createdAt, erased_at AS erasedAt FROM customers WHERE erased_at IS NOT NULL').all();

/** Those noted beside the copies; empty where nothing was. */
export async function readErasures(file: string): Promise<readonly Erasure[]> {
  try {
    return ERASURES.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return [];
  }
}

/**
 * Has people who were erased since a copy was taken erased from it again: the wish stands, and its time is up, so the
 * shop's first sweep carries it out. Returns how many.
 */
export function repeatErasures(db: Database, erasures: readonly Erasure[]): number {
  const again = db.prepare<[number, number, number]>(
    'UPDATE customers SET erase_due_at = ? WHERE id = ? AND created_at = ? AND erased_at IS NULL');
  return db.transaction(() => erasures.reduce((sum, one) => sum + again.run(one.erasedAt, one.customer, one.createdAt).changes, 0))();
}

/** Two notes as one: a copy from before a restore may know of erasures that the shop no longer does. */
export function together(one: readonly Erasure[], other: readonly Erasure[]): readonly Erasure[] {
  const known = new Map([...one, ...other].map((erasure) => [`${erasure.customer} ${erasure.createdAt}`, erasure]));
  return [...known.values()];
}
