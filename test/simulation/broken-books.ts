import type { Database } from '../../src/database/open.ts';

/** What must hold of the books of a shop at any moment, whatever happened (faults.md (b)); empty where it does. */
export function brokenBooks(db: Database): string[] {
  const broken: string[] = [];
  const rows = (sql: string) => db.prepare(sql).all() as Record<string, unknown>[];
  for (const row of rows(`SELECT s.sku, s.on_hand, s.reserved, sum(l.on_hand_change) AS o, sum(l.reserved_change) AS r
    FROM stock s LEFT JOIN stock_ledger l ON l.sku = s.sku GROUP BY s.sku`)) {
    if (row.on_hand !== row.o || row.reserved !== row.r) broken.push(`stock of ${String(row.sku)} is not the sum of its ledger`);
    if (Number(row.on_hand) - Number(row.reserved) < 0) broken.push(`stock of ${String(row.sku)} is oversold`);
  }
  for (const row of rows(`SELECT o.number FROM orders o JOIN order_lines l ON l.order_id = o.id GROUP BY o.id
    HAVING o.goods <> sum(l.quantity * l.unit_price)`)) broken.push(`total of ${String(row.number)} is not the sum of its lines`);
  for (const row of rows(`SELECT o.number FROM orders o LEFT JOIN order_discounts d ON d.order_id = o.id GROUP BY o.id
    HAVING o.discount <> COALESCE(sum(d.amount), 0)`)) broken.push(`discount of ${String(row.number)} is not the sum of its lines`);
  for (const row of rows(`SELECT o.number FROM orders o JOIN order_discounts d ON d.order_id = o.id AND d.code IS NOT NULL
    WHERE (o.state IN ('cancelled', 'expired')) <> (d.given_back_at IS NOT NULL)`)) broken.push(`${String(row.number)} has a voucher that is neither used nor given back`);
  for (const row of rows(`SELECT o.number FROM orders o LEFT JOIN refunds r ON r.order_id = o.id
    WHERE o.state IN ('cancelled', 'returned') AND o.paid_at IS NOT NULL AND r.order_id IS NULL`)) broken.push(`${String(row.number)} was paid, has ended, and its money is not owed back`);
  for (const row of rows(`SELECT o.number FROM refunds r JOIN orders o ON o.id = r.order_id
    WHERE o.state NOT IN ('cancelled', 'returned', 'expired') OR r.owed <> o.total`)) broken.push(`${String(row.number)} lives, and its money goes back`);
  for (const row of rows(`SELECT total FROM orders WHERE state = 'awaiting_payment' AND payment = 'bank_transfer'
    AND unique_code IS NOT NULL GROUP BY total HAVING count(*) > 1`)) broken.push(`two unpaid transfers of ${String(row.total)}`);
  return broken;
}
