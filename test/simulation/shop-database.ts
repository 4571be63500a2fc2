import type { Database, Statement } from '../../src/database/open.ts';
import type { Mutant } from './mutants.ts';

/**
 * The database as the processes of one simulated shop see it. A statement is compiled once for all processes, which make the
 * same ones in the same order when they start: it holds nothing of a process, and compiling them is most of what a start costs.
 */
export class ShopDatabase {
  readonly db: Database;
  private readonly compiled = new Map<string, Statement[]>();
  private readonly asked = new Map<string, number>();
  private starting = false;

  constructor(db: Database, mutant: Mutant | null) {
    const change = mutant?.sql ?? ((sql: string) => sql);
    const prepare = (sql: string): Statement => {
      if (!this.starting) return db.prepare(change(sql));
      const nth = this.asked.get(sql) ?? 0;
      this.asked.set(sql, nth + 1);
      const known = this.compiled.get(sql) ?? [];
      this.compiled.set(sql, known);
      return (known[nth] ??= db.prepare(change(sql)));
    };
    this.db = Object.create(db, { prepare: { value: prepare } }) as Database;
  }

  /** Opens something over this database. */
  starts<T>(open: () => T): T {
    this.asked.clear();
    this.starting = true;
    try {
      return open();
    } finally {
      this.starting = false;
    }
  }
}
