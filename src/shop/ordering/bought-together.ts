import type { Database } from '../../database/open.ts';
import type { Sku, UtcMs } from '../units.ts';

/** Two things were bought together at least so often, before it is more than chance. */
const LEAST_TOGETHER = 5;
/** And so many times more often than two unrelated things would be. */
const LEAST_LIFT = 1.5;
const LOOK_BACK_MS = 180 * 86_400_000;
/** So many orders tell enough, and are read through in two milliseconds however many there have been. */
const LOOK_BACK_ORDERS = 2_000;

/**
 * What is really bought together, learned from the shop's own orders: support (how often) and lift (how much more often
 * than by chance), each with a floor. Cancelled, lapsed and returned orders teach nothing.
 */
export function createBoughtTogether(db: Database) {
  const pairs = db.prepare<[number, string, number, string], { sku: Sku; together: number }>(
    `SELECT other.sku AS sku, count(*) AS together FROM order_lines mine
     JOIN order_lines other ON other.order_id = mine.order_id AND other.sku <> mine.sku
     JOIN orders o ON o.id = mine.order_id
     WHERE mine.order_id > ? AND mine.sku = ? AND o.placed_at >= ? AND o.state NOT IN ('cancelled', 'expired', 'returned') AND other.sku <> ?
     GROUP BY other.sku ORDER BY together DESC, other.sku LIMIT 20`);
  const times = db.prepare<[number, string, number], { n: number }>(
    `SELECT count(*) AS n FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.order_id > ? AND l.sku = ? AND o.placed_at >= ? AND o.state NOT IN ('cancelled', 'expired', 'returned')`);
  const all = db.prepare<[number, number], { n: number }>(
    `SELECT count(*) AS n FROM orders NOT INDEXED WHERE id > ? AND placed_at >= ? AND state NOT IN ('cancelled', 'expired', 'returned')`);

  const last = db.prepare<[], { id: number }>('SELECT id FROM orders ORDER BY id DESC LIMIT 1');

  return {
    /** SKUs that go with this one by what customers do, the strongest first. */
    with(sku: Sku, now: UtcMs): readonly Sku[] {
      const since = now - LOOK_BACK_MS;
      const after = (last.get()?.id ?? 0) - LOOK_BACK_ORDERS;
      const frequent = pairs.all(after, sku, since, sku).filter((pair) => pair.together >= LEAST_TOGETHER);
      if (frequent.length === 0) return [];
      const orders = all.get(after, since)!.n;
      const mine = times.get(after, sku, since)!.n;
      return frequent
        .map((pair) => ({ sku: pair.sku, lift: (pair.together * orders) / (mine * times.get(after, pair.sku, since)!.n) }))
        .filter((pair) => pair.lift >= LEAST_LIFT)
        .sort((a, b) => b.lift - a.lift)
        .map((pair) => pair.sku);
    },
  };
}

export type BoughtTogether = ReturnType<typeof createBoughtTogether>;
