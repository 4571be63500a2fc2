import { Hono } from 'hono';
import { accountSheets, sheetAsCsv, sheetsAsWorkbook } from '../../shop/reports/accounts.ts';
import { createFigures } from '../../shop/reports/figures.ts';
import { monthOf, readSpan, weekOf, type Span } from '../../shop/reports/periods.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { momentsNow, showPage, type Site } from '../site.tsx';
import { ReportPage } from './report-pages.tsx';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The owner's reports, and the files for the accounts. The guard lets only owners below /konsol/pemilik/. */
export function createReportRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts } = site;
  const figures = createFigures(parts.db);
  const today = (): string => parts.premises().hours.localDate(parts.now());

  /** The span that was asked for; this month where none was, or one that has not begun. */
  function spanOf(c: ConsoleContext): Span {
    const [week, month] = [c.req.query('minggu'), c.req.query('bulan')];
    const asked = week !== undefined ? readSpan('week', week) : month !== undefined ? readSpan('month', month) : null;
    return asked && asked.from <= today() ? asked : monthOf(today());
  }

  const sheets = (c: ConsoleContext, span: Span) => accountSheets(figures.journal.ledger(span, parts.premises().hours), parts.premises().hours, c.get('t').language);
  const fileHeaders = (type: string, name: string) => ({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });

  return new Hono<ConsoleEnv>()
    .get('/pemilik/laporan', (c) => {
      const span = spanOf(c);
      const { hours } = parts.premises();
      // Turning from one kind to the other stays near the days that are looked at.
      const near = span.until < today() ? span.until : today();
      return showPage(site, c, { title: c.get('t')('Laporan'), tab: 'lainnya' },
        <ReportPage figures={figures.of(span, hours)} week={weekOf(near)} month={monthOf(near)} moments={momentsNow(site, c)} />);
    })
    .get('/pemilik/laporan/pembukuan.xlsx', async (c) => {
      const span = spanOf(c);
      return c.body(await sheetsAsWorkbook(sheets(c, span)), 200, fileHeaders(XLSX, `${c.get('t')('pembukuan')}-${span.id}.xlsx`));
    })
    .get('/pemilik/laporan/jurnal.csv', (c) => {
      const span = spanOf(c);
      return c.body(sheetAsCsv(sheets(c, span)[2]!), 200, fileHeaders('text/csv; charset=utf-8', `${c.get('t')('jurnal')}-${span.id}.csv`));
    })
    .get('/pemilik/laporan/harian.csv', (c) => {
      const span = spanOf(c);
      return c.body(sheetAsCsv(sheets(c, span)[0]!), 200, fileHeaders('text/csv; charset=utf-8', `${c.get('t')('harian')}-${span.id}.csv`));
    });
}
