import type { Database } from '../../database/open.ts';
import type { BusinessHours } from '../service/business-hours.ts';
import type { UtcMs } from '../units.ts';
import { createFigures, type Figures } from './figures.ts';
import { monthOf, readSpan, spanAfter, weekOf, type Span } from './periods.ts';

/** The spans whose reports are due next. */
interface Due { readonly week: string; readonly month: string }

/** After a long time off, no more than so many reports at once: older ones are in the console. */
const MOST_AT_ONCE = 4;

/** Weekly and monthly reports: each once, when its span is over and the shop is open, whenever the process runs next (F27). */
export function createPeriodReports(db: Database) {
  const figures = createFigures(db);
  const read = db.prepare<[], { value: string }>(`SELECT value FROM settings WHERE key = 'shop.period_reports'`);
  const write = db.prepare<[string]>(`INSERT INTO settings (key, value) VALUES ('shop.period_reports', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`);

  function over(kind: Span['kind'], id: string, today: string): { readonly spans: readonly Span[]; readonly next: string } {
    const spans: Span[] = [];
    let span = readSpan(kind, id) ?? (kind === 'week' ? weekOf(today) : monthOf(today));
    for (; span.until < today; span = spanAfter(span)) spans.push(span);
    return { spans: spans.slice(-MOST_AT_ONCE), next: span.id };
  }

  return {
    /** Reports that are due at `now`, and notes that they were given. The first time of all it only notes where it begins. */
    take(hours: BusinessHours, now: UtcMs): readonly Figures[] {
      if (!hours.isOpen(now)) return [];
      const today = hours.localDate(now);
      const before = read.get()?.value;
      const due = before === undefined ? { week: weekOf(today).id, month: monthOf(today).id } : JSON.parse(before) as Due;
      const [weeks, months] = [over('week', due.week, today), over('month', due.month, today)];
      const next = JSON.stringify({ week: weeks.next, month: months.next } satisfies Due);
      if (next !== before) write.run(next);
      return [...weeks.spans, ...months.spans].map((span) => figures.of(span, hours));
    },
  };
}

export type PeriodReports = ReturnType<typeof createPeriodReports>;
