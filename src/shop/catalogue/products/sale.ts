import type { FileProblems, Spot } from '../file-problems.ts';
import type { ProductRow } from '../schema/product.ts';
import type { Sale } from '../snapshot.ts';
import type { Column } from './columns.ts';

/** The sale of a row; null where it has none. What makes no sense is said at its cell. */
export function saleOf(row: ProductRow, spot: (column: Column) => Spot, problems: FileProblems): Sale | null | 'wrong' {
  const [from, until] = [row.sale_from ?? row.sale_price_effective_date?.from ?? null, row.sale_until ?? row.sale_price_effective_date?.until ?? null];
  if (row.sale_price === null) {
    // A feed keeps the days of a sale that is over.
    if (row.sale_from !== null || row.sale_until !== null) {
      problems.warn(spot(row.sale_from !== null ? 'sale_from' : 'sale_until'), 'ada tanggal promo tanpa harga promo, jadi tidak ada promo', 'isi sale_price, misalnya 129000, atau kosongkan tanggalnya');
    }
    return null;
  }
  if (row.sale_price >= row.price) {
    problems.error(spot('sale_price'), `harga promo ${row.sale_price} tidak lebih murah dari harga ${row.price}`, 'tulis harga promo yang lebih murah, atau kosongkan');
    return 'wrong';
  }
  if (from !== null && until !== null && from > until) {
    problems.error(spot(row.sale_until !== null ? 'sale_until' : 'sale_price_effective_date'), `promo berakhir (${until}) sebelum mulai (${from})`, `tulis sale_until sesudah ${from}`);
    return 'wrong';
  }
  return { price: row.sale_price, usualPrice: row.price, from, until };
}
