import type { Database } from '../../database/open.ts';
import type { Sku, UtcMs } from '../units.ts';

/** Two things were bought together at least so often, before it is more than chance. */
const LEAST_TOGETHER = 5;
/** And so many times more often than two unrelated things would be. */
const LEAST_LIFT = 1.5;
const DAY_MS = 86_400_000;
const LOOK_BACK_MS = 180 * DAY_MS;
/** So many orders tell enough, and are read through in two milliseconds however many there have been. */
const LOOK_BACK_ORDERS = 2_000;
/** Of a shop with more different goods than this, those asked for lately. */
const MOST_KEPT = 5_000;

/**
 * What is really bought together, learned from the shop's own orders: support (how often) and lift (how much more often
 * than by chance), each with a floor. Cancelled, lapsed and returned orders teach nothing.
 */
export function createBoughtTogether(db: Database) {
  const pairs = db.prepare<[{ after: number; newest: number; sku: string; since: number }], { sku: Sku; together: number }>(
    `SELECT other.sku AS sku, count(*) AS together FROM order_lines mine
     JOIN order_lines other ON other.order_id = mine.order_id AND other.sku <> mine.sku
     JOIN orders o ON o.id = mine.order_id
     WHERE mine.order_id > $after AND mine.order_id <= $newest AND mine.sku = $sku
       AND o.placed_at >= $since AND o.state NOT IN ('cancelled', 'expired', 'returned') AND other.sku <> $sku
     GROUP BY other.sku ORDER BY together DESC, other.sku LIMIT 20`);
  const times = db.prepare<[{ after: number; newest: number; sku: string; since: number }], { n: number }>(
    `SELECT count(*) AS n FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE l.order_id > $after AND l.order_id <= $newest AND l.sku = $sku
       AND o.placed_at >= $since AND o.state NOT IN ('cancelled', 'expired', 'returned')`);
  const all = db.prepare<[{ after: number; newest: number; since: number }], { n: number }>(
    `SELECT count(*) AS n FROM orders NOT INDEXED WHERE id > $after AND id <= $newest
       AND placed_at >= $since AND state NOT IN ('cancelled', 'expired', 'returned')`);

  // From the end of the table: by the index of days, all that were ever placed are sorted for the last one.
  const last = db.prepare<[number], { id: number }>('SELECT id FROM orders NOT INDEXED WHERE placed_at < ? ORDER BY id DESC LIMIT 1');

  function learn(sku: Sku, until: UtcMs): readonly Sku[] {
    const since = until - LOOK_BACK_MS;
    const newest = last.get(until)?.id ?? 0;
    const after = newest - LOOK_BACK_ORDERS;
    const frequent = pairs.all({ after, newest, sku, since }).filter((pair) => pair.together >= LEAST_TOGETHER);
    if (frequent.length === 0) return [];
    const orders = all.get({ after, newest, since })!.n;
    const mine = times.get({ after, newest, sku, since })!.n;
    return frequent
      .map((pair) => ({ sku: pair.sku, lift: (pair.together * orders) / (mine * times.get({ after, newest, sku: pair.sku, since })!.n) }))
      .filter((pair) => pair.lift >= LEAST_LIFT)
      .sort((a, b) => b.lift - a.lift)
      .map((pair) => pair.sku);
  }

  let learned: { readonly until: UtcMs; readonly bySku: Map<Sku, readonly Sku[]> } = { until: 0, bySku: new Map() };

  return {
    /** SKUs that go with this one by what customers did until last night (UTC), the strongest first. Read through once a day for each. */
    with(sku: Sku, now: UtcMs): readonly Sku[] {
      const until = now - (now % DAY_MS);
      if (learned.until !== until || learned.bySku.size >= MOST_KEPT) learned = { until, bySku: new Map() };
      const kept = learned.bySku.get(sku);
      if (kept !== undefined) return kept;
      const found = learn(sku, until);
      learned.bySku.set(sku, found);
      return found;
    },
  };
}

export type BoughtTogether = ReturnType<typeof createBoughtTogether>;
