import type { Database } from '../../database/open.ts';
import type { Catalogue } from '../catalogue/snapshot.ts';
import { rupiah } from '../payment/rupiah.ts';
import { dayNumber, localDateOf } from '../time/local-date.ts';
import type { LocalDate, Rupiah, UtcMs } from '../units.ts';
import type { BusinessHours } from './business-hours.ts';

/** What an owner wants to know at closing time. Money in rupiah. */
export interface DayFigures {
  readonly placed: number;
  readonly placedTotal: Rupiah;
  /** What promotions took off the new orders. */
  readonly discounts: Rupiah;
  readonly paid: number;
  readonly paidTotal: Rupiah;
  readonly cancelled: number;
  readonly chats: number;
  /** Orders that stand at each of these now. */
  readonly awaitingPayment: number;
  readonly proofsWaiting: number;
  readonly toSend: number;
  readonly onTheWay: number;
  readonly late: readonly string[];
  readonly refundsOwed: number;
  /** People who wait for an admin now. */
  readonly unanswered: number;
  readonly soldOut: readonly string[];
}

/** Up to where the last summary told. */
interface Taken { readonly date: LocalDate; readonly at: UtcMs; readonly step: number }

const MOST_NAMED = 5;
const LOOK_BACK_DAYS = 7;

/** The summary at closing (issue 11.6): once for each day on which the shop was open, whenever the process runs next. */
export function createDailySummary(db: Database) {
  const read = db.prepare<[], { value: string }>(`SELECT value FROM settings WHERE key = 'shop.daily_summary'`);
  const write = db.prepare<[string]>(`INSERT INTO settings (key, value) VALUES ('shop.daily_summary', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);
  const placed = db.prepare<[number, number], { n: number; total: number; discounts: number }>(
    'SELECT count(*) AS n, COALESCE(sum(total), 0) AS total, COALESCE(sum(discount), 0) AS discounts FROM orders WHERE placed_at >= ? AND placed_at < ?');
  // By the steps that came since, not by a date: the book of all orders is not read through.
  const paid = db.prepare<[number], { n: number; total: number }>(
    `SELECT count(*) AS n, COALESCE(sum(o.total), 0) AS total FROM order_events e JOIN orders o ON o.id = e.order_id WHERE e.id > ? AND e.state = 'paid'`);
  const ended = db.prepare<[number], { n: number }>(`SELECT count(*) AS n FROM order_events WHERE id > ? AND state IN ('cancelled', 'returned')`);
  const lastStep = db.prepare<[], { id: number | null }>('SELECT max(id) AS id FROM order_events');
  const chats = db.prepare<[number], { n: number }>(`SELECT count(*) AS n FROM chats WHERE mode IN ('bot', 'waiting', 'human') AND last_in_at >= ?`);
  const standing = db.prepare<[], { state: string; n: number }>(`SELECT state, count(*) AS n FROM orders WHERE state IN ('awaiting_payment', 'confirmed', 'paid', 'packed', 'shipped') GROUP BY state`);
  const late = db.prepare<[], { number: string }>(`SELECT number FROM orders WHERE state IN ('confirmed', 'paid', 'packed', 'shipped') AND late_told_at IS NOT NULL ORDER BY arrives_to`);
  const proofs = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM proofs WHERE state = 'waiting'`);
  const refunds = db.prepare<[], { n: number }>('SELECT count(*) AS n FROM refunds WHERE settled_at IS NULL');
  const waiting = db.prepare<[], { n: number }>(`SELECT count(*) AS n FROM chats WHERE mode = 'waiting'`);
  const free = db.prepare<[], { sku: string }>('SELECT sku FROM stock WHERE on_hand - reserved <= 0 ORDER BY sku');

  function figures(catalogue: Catalogue, last: Taken, to: UtcMs): DayFigures {
    const at = new Map(standing.all().map(({ state, n }) => [state, n]));
    const ordered = placed.get(last.at, to)!;
    const received = paid.get(last.step)!;
    return {
      placed: ordered.n, placedTotal: ordered.total, discounts: ordered.discounts, paid: received.n, paidTotal: received.total, cancelled: ended.get(last.step)!.n,
      chats: chats.get(last.at)!.n, awaitingPayment: at.get('awaiting_payment') ?? 0, proofsWaiting: proofs.get()!.n,
      toSend: (at.get('confirmed') ?? 0) + (at.get('paid') ?? 0) + (at.get('packed') ?? 0), onTheWay: at.get('shipped') ?? 0,
      late: late.all().map(({ number }) => number), refundsOwed: refunds.get()!.n, unanswered: waiting.get()!.n,
      soldOut: free.all().flatMap(({ sku }) => { const product = catalogue.product(sku); return product?.active ? [product.title] : []; }),
    };
  }

  /** The last day that was open and has closed, and when; null where none is near. */
  function lastClosed(hours: BusinessHours, now: UtcMs): { readonly date: LocalDate; readonly closed: UtcMs } | null {
    const today = dayNumber(hours.localDate(now));
    for (let back = 0; back <= LOOK_BACK_DAYS; back++) {
      const date = localDateOf(today - back);
      const end = hours.day(date).shifts.at(-1);
      if (!end) continue;
      const closed = hours.instant(date, end.to > end.from ? end.to : end.to + 24 * 60);
      if (closed <= now) return { date, closed };
    }
    return null;
  }

  return {
    /**
     * The figures since the last summary, where one is due at `now`; notes that it was given. The first time of all it only
     * notes the day: a shop that has just been set up has nothing to sum up.
     */
    take(catalogue: Catalogue, hours: BusinessHours, now: UtcMs): { readonly date: LocalDate; readonly figures: DayFigures } | null {
      const due = lastClosed(hours, now);
      if (!due) return null;
      const before = read.get()?.value;
      const last = before === undefined ? null : JSON.parse(before) as Taken;
      if (last !== null && last.date >= due.date) return null;
      write.run(JSON.stringify({ date: due.date, at: due.closed, step: lastStep.get()!.id ?? 0 } satisfies Taken));
      return last === null ? null : { date: due.date, figures: figures(catalogue, last, due.closed) };
    },
  };
}

export type DailySummary = ReturnType<typeof createDailySummary>;

/** The figures as the owner reads them on a phone. `nextHours`: when the shop opens next and until when, a sentence. */
export function summaryText(shopName: string, day: string, figures: DayFigures, nextHours: string): string {
  const named = (list: readonly string[]): string =>
    list.length <= MOST_NAMED ? list.join(', ') : `${list.slice(0, MOST_NAMED).join(', ')} dan ${list.length - MOST_NAMED} lagi`;
  return [
    `Ringkasan ${shopName}, ${day}`,
    `Pesanan baru: ${figures.placed}${figures.placed > 0 ? ` (${rupiah(figures.placedTotal)})` : ''}`,
    ...(figures.discounts > 0 ? [`Dipotong promosi: ${rupiah(figures.discounts)}`] : []),
    `Pembayaran diterima: ${figures.paid}${figures.paid > 0 ? ` (${rupiah(figures.paidTotal)})` : ''}`,
    ...(figures.cancelled > 0 ? [`Batal atau kembali: ${figures.cancelled}`] : []),
    `Pelanggan yang menulis: ${figures.chats}`,
    '',
    'Sekarang:',
    `Menunggu pembayaran ${figures.awaitingPayment}, bukti belum dicek ${figures.proofsWaiting}, siap dikemas atau dikirim ${figures.toSend}`,
    ...(figures.onTheWay > 0 ? [`Dalam perjalanan: ${figures.onTheWay} paket`] : []),
    ...(figures.unanswered > 0 ? [`Menunggu admin: ${figures.unanswered} pelanggan`] : []),
    ...(figures.refundsOwed > 0 ? [`Uang yang harus dikembalikan: ${figures.refundsOwed} pesanan`] : []),
    ...(figures.late.length > 0 ? [`Terlambat: ${named(figures.late)}`] : []),
    ...(figures.soldOut.length > 0 ? [`Habis: ${named(figures.soldOut)}`] : []),
    nextHours,
  ].join('\n');
}
