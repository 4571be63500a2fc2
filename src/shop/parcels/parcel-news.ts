import type { Database } from '../../database/open.ts';
import { HOUR_MS } from '../time/zone.ts';
import type { UtcMs } from '../units.ts';

/** Where a parcel stands with its courier. `held`: something stopped it; `returning`: on its way back. */
export type ParcelStatus = 'moving' | 'delivered' | 'returning' | 'held';

/** What is known of one order's parcel. */
export interface ParcelNews {
  readonly order_id: number;
  /** Our id of the courier. */
  readonly courier: string;
  readonly number: string;
  /** When to ask next; null when there is nothing more to learn. */
  readonly due_at: UtcMs | null;
  /** Times in a row that there was nothing new. */
  readonly quiet: number;
  /** Null until the courier knows the number. */
  readonly status: ParcelStatus | null;
  /** The courier's last event, and when it happened there: "YYYY-MM-DD HH:MM". */
  readonly said: string | null;
  readonly happened: string | null;
  /** When it was last asked. */
  readonly seen_at: UtcMs | null;
}

/** A parcel lies with the courier for hours before the first scan. */
const FIRST_MS = 3 * HOUR_MS;
const USUAL_MS = 4 * HOUR_MS;
const LONGEST_MS = 24 * HOUR_MS;

/** What couriers tell of parcels on their way, and when each is asked next. Every write belongs to the caller's transaction. */
export function createParcelNews(db: Database) {
  const of = db.prepare<[number], ParcelNews>('SELECT * FROM parcel_news WHERE order_id = ?');
  const begin = db.prepare<[number, string, string, number | null]>('INSERT INTO parcel_news (order_id, courier, number, due_at) VALUES (?, ?, ?, ?)');
  const shipped = db.prepare<[], { id: number; tracking: string; service_name: string }>(
    `SELECT id, tracking, service_name FROM orders WHERE state = 'shipped' AND tracking <> '' AND id NOT IN (SELECT order_id FROM parcel_news) LIMIT 50`);
  const due = db.prepare<[number, number], ParcelNews>('SELECT * FROM parcel_news WHERE due_at <= ? ORDER BY due_at LIMIT ?');
  const setDue = db.prepare<[number | null, number, number]>('UPDATE parcel_news SET due_at = ?, quiet = ? WHERE order_id = ?');
  const enter = db.prepare<[string, string | null, string | null, number, number]>(
    'UPDATE parcel_news SET status = ?, said = COALESCE(?, said), happened = COALESCE(?, happened), seen_at = ? WHERE order_id = ?');

  const forget = db.prepare<[number]>('DELETE FROM parcel_news WHERE order_id = ?');

  const after = (quiet: number): number => Math.min(LONGEST_MS, USUAL_MS * 2 ** quiet);

  return {
    of: (order: number): ParcelNews | undefined => of.get(order),
    /** Shipped orders with a tracking number that nobody follows yet. */
    notFollowed: () => shipped.all(),
    /** Follows a parcel; one of no known courier is remembered as such, and never asked about. */
    follow: (order: number, courier: string | null, number: string, now: UtcMs): void =>
      void begin.run(order, courier ?? '', number, courier === null ? null : now + FIRST_MS),
    /** Parcels to ask about by now; each comes again later of its own accord, should nothing come of it. */
    takeDue(now: UtcMs, limit: number): readonly ParcelNews[] {
      const rows = due.all(now, limit);
      for (const row of rows) setDue.run(now + after(row.quiet), row.quiet, row.order_id);
      return rows;
    },
    /** Nothing was to be learned this time: it is asked more rarely. Returns how often in a row. */
    nothingNew(order: number, now: UtcMs): number {
      const quiet = (of.get(order)?.quiet ?? 0) + 1;
      setDue.run(now + after(quiet), quiet, order);
      return quiet;
    },
    /** What the courier told. Returns whether it is news, and whether the parcel stands otherwise than before. */
    enter(order: number, report: { readonly status: ParcelStatus; readonly said: string | null; readonly happened: string | null }, now: UtcMs): { readonly news: boolean; readonly turned: boolean } {
      const before = of.get(order);
      enter.run(report.status, report.said, report.happened, now, order);
      const turned = before?.status !== report.status;
      const news = turned || before.happened !== report.happened || before.said !== report.said;
      if (news) setDue.run(now + after(0), 0, order);
      return { news, turned };
    },
    /** Its number was another parcel's: what was told of that one is let go. */
    forget: (order: number): void => void forget.run(order),
    /** It has arrived, or its order is no longer on its way. */
    stop: (order: number): void => void setDue.run(null, 0, order),
  };
}

export type ParcelBook = ReturnType<typeof createParcelNews>;
