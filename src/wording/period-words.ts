import type { Span } from '../shop/reports/periods.ts';
import type { Say } from './say.ts';

const MONTHS = ['Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni', 'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember'];

/** "minggu Sen 16 – Min 22 Nov", "bulan November 2026": owners read Indonesian. */
export const periodWords = (span: Span, say: Pick<Say, 'days'>): string =>
  (span.kind === 'week' ? `minggu ${say.days(span.from, span.until)}` : `bulan ${MONTHS[Number(span.id.slice(5)) - 1]!} ${span.id.slice(0, 4)}`);
