import type { Database } from '../../database/open.ts';
import { rupiah } from '../payment/rupiah.ts';
import type { BusinessHours } from '../service/business-hours.ts';
import type { Rupiah, UtcMs } from '../units.ts';
import { createJournal, type Ledger } from './journal.ts';
import { spanBefore, type Span } from './periods.ts';

/** A week or a month as an owner wants to see it. Money in rupiah. */
export interface Figures {
  readonly span: Span;
  /** Orders placed in it that stand (paid, or to be paid at the door), and their goods less all that was taken off. */
  readonly sold: number;
  readonly sales: Rupiah;
  /** `sales` of the span before; null where nothing was placed in it. */
  readonly salesBefore: Rupiah | null;
  readonly awaiting: number;
  readonly ended: number;
  readonly discounts: readonly { readonly name: string; readonly orders: number; readonly amount: Rupiah }[];
  readonly shipping: Rupiah;
  readonly payments: Rupiah;
  readonly refunds: Rupiah;
  readonly products: readonly { readonly title: string; readonly pieces: number }[];
  readonly newCustomers: number;
  readonly ledger: Ledger;
}

const MOST_PRODUCTS = 5;
const STANDS = `('confirmed', 'paid', 'packed', 'shipped', 'delivered')`;

type Times = { from: UtcMs; until: UtcMs };

export function createFigures(db: Database) {
  const journal = createJournal(db);
  const prepare = <R>(sql: string) => db.prepare<Times, R>(sql);
  const placed = prepare<{ n: number; sales: number; shipping: number }>(
    `SELECT count(*) AS n, COALESCE(sum(goods - discount), 0) AS sales, COALESCE(sum(shipping_cost), 0) AS shipping FROM orders
     WHERE placed_at >= @from AND placed_at < @until AND state IN ${STANDS}`);
  const any = prepare<{ n: number }>('SELECT count(*) AS n FROM orders WHERE placed_at >= @from AND placed_at < @until');
  const states = prepare<{ state: string; n: number }>('SELECT state, count(*) AS n FROM orders WHERE placed_at >= @from AND placed_at < @until GROUP BY state');
  const discounts = prepare<Figures['discounts'][number]>(
    `SELECT d.name AS name, count(*) AS orders, sum(d.amount) AS amount FROM order_discounts d JOIN orders o ON o.id = d.order_id
     WHERE o.placed_at >= @from AND o.placed_at < @until AND o.state IN ${STANDS} GROUP BY d.name ORDER BY amount DESC, name`);
  const products = prepare<Figures['products'][number]>(
    `SELECT l.title AS title, sum(l.quantity) AS pieces FROM order_lines l JOIN orders o ON o.id = l.order_id
     WHERE o.placed_at >= @from AND o.placed_at < @until AND o.state IN ${STANDS} GROUP BY l.sku ORDER BY pieces DESC, title LIMIT ${MOST_PRODUCTS}`);
  const customers = prepare<{ n: number }>('SELECT count(*) AS n FROM customers WHERE created_at >= @from AND created_at < @until');

  const timesOf = (span: Span, hours: BusinessHours): Times => ({ from: hours.instant(span.from, 0), until: hours.instant(span.until, 24 * 60) });

  return {
    journal,
    /** Works a span out from the books as they stand now. */
    of(span: Span, hours: BusinessHours): Figures {
      const times = timesOf(span, hours);
      const before = timesOf(spanBefore(span), hours);
      const sold = placed.get(times)!;
      const at = new Map(states.all(times).map(({ state, n }) => [state, n]));
      const ledger = journal.ledger(span, hours);
      return {
        span, sold: sold.n, sales: sold.sales, shipping: sold.shipping,
        salesBefore: any.get(before)!.n > 0 ? placed.get(before)!.sales : null,
        awaiting: at.get('awaiting_payment') ?? 0, ended: (at.get('cancelled') ?? 0) + (at.get('expired') ?? 0) + (at.get('returned') ?? 0),
        discounts: discounts.all(times), payments: ledger.total.sums.payment, refunds: -ledger.total.sums.refund,
        products: products.all(times), newCustomers: customers.get(times)!.n, ledger,
      };
    },
  };
}

export type FiguresOf = ReturnType<typeof createFigures>;

/** The figures as the owner reads them on a phone. `when`: "minggu Sen 16 – Min 22 Nov". */
export function figuresText(shopName: string, when: string, figures: Figures): string {
  return [
    `Laporan ${when}, ${shopName}`,
    `Penjualan: ${rupiah(figures.sales)} dari ${figures.sold} pesanan${comparedWords(figures)}`,
    ...(figures.discounts.length > 0 ? [`Sudah dipotong promosi ${rupiah(figures.discounts.reduce((sum, one) => sum + one.amount, 0))}: ${figures.discounts.map((one) => `${one.name} ${rupiah(one.amount)} (${one.orders})`).join(', ')}`] : []),
    `Pembayaran masuk: ${rupiah(figures.payments)}${figures.refunds > 0 ? `, dikembalikan ${rupiah(figures.refunds)}` : ''}`,
    ...(figures.awaiting > 0 ? [`Belum dibayar: ${figures.awaiting} pesanan`] : []),
    ...(figures.ended > 0 ? [`Batal, lewat batas, atau retur: ${figures.ended} pesanan`] : []),
    ...(figures.products.length > 0 ? [`Terlaris: ${figures.products.map((product) => `${product.title} (${product.pieces})`).join(', ')}`] : []),
    `Pelanggan baru: ${figures.newCustomers}`,
    'Rinciannya dan berkas pembukuan ada di konsol, Lainnya, Laporan.',
  ].join('\n');
}

/** " (naik 12% dari minggu sebelumnya)" */
function comparedWords(figures: Pick<Figures, 'sales' | 'salesBefore' | 'span'>): string {
  const change = changeOf(figures);
  if (change === null) return '';
  const name = figures.span.kind === 'week' ? 'minggu' : 'bulan';
  return change === 0 ? ` (sama dengan ${name} sebelumnya)` : ` (${change > 0 ? 'naik' : 'turun'} ${Math.abs(change)}% dari ${name} sebelumnya)`;
}

/** How much more was sold than in the span before, in whole percent; null where there is nothing to compare with. */
export function changeOf({ sales, salesBefore }: Pick<Figures, 'sales' | 'salesBefore'>): number | null {
  return salesBefore === null || salesBefore <= 0 ? null : Math.round(((sales - salesBefore) / salesBefore) * 100);
}
