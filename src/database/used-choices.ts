import type { UtcMs } from '../shop/units.ts';
import type { Database } from './open.ts';

/** Choices that have been taken: each counts once, in the transaction of what it did (F7). */
export function createUsedChoices(db: Database) {
  const insert = db.prepare<[string, number]>('INSERT INTO used_choices (token, used_at) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const find = db.prepare<[string], { used_at: number }>('SELECT used_at FROM used_choices WHERE token = ?');
  return {
    take(token: string, at: UtcMs): 'taken' | { readonly at: UtcMs } {
      if (insert.run(token, at).changes === 1) return 'taken';
      return { at: find.get(token)!.used_at };
    },
  };
}

export type UsedChoices = ReturnType<typeof createUsedChoices>;
