import type { Child } from 'hono/jsx';
import { rupiah } from '../../shop/payment/rupiah.ts';
import { changeOf, type Figures } from '../../shop/reports/figures.ts';
import { spanAfter, spanBefore, type Span } from '../../shop/reports/periods.ts';
import { periodWords } from '../../wording/period-words.ts';
import type { Moments } from '../frame/moments.ts';
import { monthInWords } from '../performance/words.ts';
import { useT, type Translate } from '../language/translate.tsx';

const BASE = '/konsol/pemilik/laporan';
const queryOf = (span: Span): string => `${span.kind === 'week' ? 'minggu' : 'bulan'}=${span.id}`;

/** A week or a month: what was sold first, then what it is made of, day by day, and the files for the accounts. */
export function ReportPage({ figures, week, month, moments }: { readonly figures: Figures; readonly week: Span; readonly month: Span; readonly moments: Moments }) {
  const t = useT();
  const { span, ledger } = figures;
  const words = t.language === 'id' ? periodWords(span, { days: (from, until) => moments.range(from, until) }) : span.kind === 'month' ? monthInWords(t, span.id) : moments.range(span.from, span.until);
  const title = words.charAt(0).toUpperCase() + words.slice(1);
  const running = span.until >= moments.today;
  return (
    <div class="page">
      <p><a class="back-link" href="/konsol/lainnya">{t('‹ Lainnya')}</a></p>
      <h1>{t('Laporan')}</h1>
      <p class="actions">
        <a class={span.kind === 'week' ? 'plain-action chosen' : 'plain-action'} aria-current={span.kind === 'week' ? 'page' : undefined} href={`${BASE}?${queryOf(week)}`}>{t('Mingguan')}</a>
        <a class={span.kind === 'month' ? 'plain-action chosen' : 'plain-action'} aria-current={span.kind === 'month' ? 'page' : undefined} href={`${BASE}?${queryOf(month)}`}>{t('Bulanan')}</a>
      </p>
      <nav class="months" aria-label={t('Masa laporan')}>
        <a class="plain-action" href={`${BASE}?${queryOf(spanBefore(span))}`} aria-label={t('Sebelumnya')}>‹</a>
        <strong>{title}</strong>
        {running ? <span></span> : <a class="plain-action" href={`${BASE}?${queryOf(spanAfter(span))}`} aria-label={t('Sesudahnya')}>›</a>}
      </nav>
      <p class="lead"><span class="quiet">{t('Penjualan')}</span><span class="bonus-total">{rupiah(figures.sales)}</span>
        <span class="quiet">{t('{jumlah} pesanan', { jumlah: figures.sold })}{comparedInWords(t, figures)}. {running && t('Sampai saat ini.')} {t('Barang sesudah semua potongan; pesanan yang batal atau belum dibayar tidak dihitung.')}</span></p>
      <dl class="report">
        <Row name={t('Pembayaran masuk')}>{rupiah(figures.payments)}</Row>
        {figures.refunds > 0 && <Row name={t('Dikembalikan')}>{rupiah(figures.refunds)}</Row>}
        <Row name={t('Ongkir pesanan itu')}>{rupiah(figures.shipping)}</Row>
        {figures.awaiting > 0 && <Row name={t('Belum dibayar')}>{t('{jumlah} pesanan', { jumlah: figures.awaiting })}</Row>}
        {figures.ended > 0 && <Row name={t('Batal, lewat batas, atau retur')}>{t('{jumlah} pesanan', { jumlah: figures.ended })}</Row>}
        <Row name={t('Pelanggan baru')}>{figures.newCustomers}</Row>
      </dl>
      {figures.discounts.length > 0 && <section><h2>{t('Promosi yang dipakai')}</h2>
        <dl class="report">{figures.discounts.map((one) => <Row name={one.name}>{rupiah(-one.amount)} <span class="quiet">{t('{jumlah} pesanan', { jumlah: one.orders })}</span></Row>)}</dl></section>}
      {figures.products.length > 0 && <section><h2>{t('Terlaris')}</h2>
        <dl class="report">{figures.products.map((product) => <Row name={product.title}>{t('{jumlah} buah', { jumlah: product.pieces })}</Row>)}</dl></section>}
      <section>
        <h2>{t('Hari demi hari')}</h2>
        {ledger.entries.length === 0 ? <p class="quiet">{t('Belum ada pesanan atau pembayaran di masa ini. Begitu ada, setiap harinya tercatat di sini.')}</p> : (
          <div class="scroll-x" tabindex={0} role="region" aria-label={t('Hari demi hari')}>
            <table class="figures days"><thead><tr><th scope="col">{t('Tanggal')}</th><th scope="col" class="number">{t('Pesanan')}</th><th scope="col" class="number">{t('Penjualan bersih')}</th><th scope="col" class="number">{t('Uang bersih')}</th></tr></thead>
              <tbody>{ledger.days.filter((day) => day.day <= moments.today).map((day) => (
                <tr><td>{moments.date(day.day)}</td><td class="number">{day.orders}</td><td class="number">{rupiah(day.sales)}</td><td class="number">{rupiah(day.cash)}</td></tr>))}
                <tr class="sum"><td>{t('Total')}</td><td class="number">{ledger.total.orders}</td><td class="number">{rupiah(ledger.total.sales)}</td><td class="number">{rupiah(ledger.total.cash)}</td></tr></tbody></table>
          </div>
        )}
        <p class="quiet">{t('Penjualan bersih: semua yang dipesan hari itu, dengan ongkir dan kode unik, dikurangi potongan dan pesanan yang berakhir hari itu. Uang bersih: pembayaran dikurangi yang dikembalikan.')}</p>
      </section>
      <section>
        <h2>{t('Untuk pembukuan')}</h2>
        <p class="quiet">{t('Pesanan, potongan, ongkir, pembayaran, dan pengembalian, tanpa nama pelanggan.')}</p>
        <p class="actions"><a class="main-action" href={`${BASE}/pembukuan.xlsx?${queryOf(span)}`} download="">{t('Unduh Excel')}</a>
          <a class="plain-action" href={`${BASE}/jurnal.csv?${queryOf(span)}`} download="">{t('Jurnal CSV')}</a>
          <a class="plain-action" href={`${BASE}/harian.csv?${queryOf(span)}`} download="">{t('Per hari CSV')}</a></p>
      </section>
    </div>
  );
}

const Row = ({ name, children }: { readonly name: string; readonly children: Child }) => <div><dt>{name}</dt><dd>{children}</dd></div>;

/** " (12% more than the week before)" */
function comparedInWords(t: Translate, figures: Figures): string {
  const change = changeOf(figures);
  if (change === null) return '';
  const before = figures.span.kind === 'week' ? t('minggu sebelumnya') : t('bulan sebelumnya');
  const words = change === 0 ? t('sama dengan {masa}', { masa: before }) : change > 0 ? t('naik {persen}% dari {masa}', { persen: change, masa: before }) : t('turun {persen}% dari {masa}', { persen: -change, masa: before });
  return ` (${words})`;
}
