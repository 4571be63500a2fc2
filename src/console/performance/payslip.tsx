import { rupiah } from '../../shop/payment/rupiah.ts';
import { Page } from '../../web/page.tsx';
import type { Moments } from '../frame/moments.ts';
import { useT } from '../language/translate.tsx';
import { consoleLook } from '../look.ts';
import type { Month } from './month.ts';
import type { StaffFigures } from './staff-page.tsx';
import { changesInWords, lineInWords, measureInWords, METRICS, monthInWords } from './words.ts';

/** What goes with the pay: one page, to print and to sign. */
export function PayslipPage({ figures, month, shop, closedAt, moments }: {
  readonly figures: StaffFigures; readonly month: Month; readonly shop: string; readonly closedAt: number | null; readonly moments: Moments;
}) {
  const t = useT();
  return (
    <Page title={t('Slip bonus {nama} {bulan}', { nama: figures.staff.name, bulan: monthInWords(t, month) })} kind="print" language={t.language} styles={[consoleLook.url('console.css')]} scripts={[consoleLook.url('console.js')]}>
      <p class="screen-only print-bar"><a class="plain-action" href={`/konsol/kinerja/${figures.staff.id}?bulan=${month}`}>{t('‹ Kembali')}</a> <button type="button" class="main-action" data-print="">{t('Cetak')}</button></p>
      <main>
        <section class="sheet payslip" aria-label={t('Slip bonus')}>
          <header><strong>{shop}</strong><span>{t('Slip bonus {bulan}', { bulan: monthInWords(t, month) })}</span></header>
          <p>{figures.staff.name}</p>
          <table><tbody>{figures.lines.map((line) => <tr><td>{t(METRICS[line.metric])}: {measureInWords(t, line.metric, line.measure)}<br />{lineInWords(t, line)}</td><td class="number">{rupiah(line.amount)}</td></tr>)}
            {figures.records.corrections.map((correction) => <tr><td>{t('Koreksi {bulan}', { bulan: monthInWords(t, correction.month) })}: {changesInWords(t, correction)}<br />{[...correction.takenBack, ...correction.added].map(({ number }) => number).join(', ')}</td><td class="number">{rupiah(correction.amount)}</td></tr>)}
            <tr><td><strong>{t('Total')}</strong></td><td class="number"><strong>{rupiah(figures.bonus)}</strong></td></tr></tbody></table>
          <p>{closedAt === null ? t('Sementara: bulan ini belum ditutup.') : t('Ditutup {kapan}.', { kapan: moments.stamp(closedAt) })}</p>
          <footer><span>{t('Pemilik')}</span><span>{figures.staff.name}</span></footer>
        </section>
      </main>
    </Page>
  );
}
