import type { Child } from 'hono/jsx';
import type { BonusMetric, StaffMember } from '../../shop/catalogue/snapshot.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Rupiah } from '../../shop/units.ts';
import { type Moments } from '../frame/moments.ts';
import { reasonInWords } from '../inbox/words.ts';
import { STATES } from '../orders/words.ts';
import type { OrderRecord } from '../queries/performance-facts.ts';
import type { BonusLine, Measures } from './bonus.ts';
import { ENDINGS, type Ending } from './exporters.ts';
import type { StaffMonth } from './measures.ts';
import { monthAfter, type Month } from './month.ts';
import { changesInWords, lineInWords, measureInWords, METRICS, monthInWords } from './words.ts';
import { useT, type Translate } from '../language/translate.tsx';

export interface StaffFigures {
  readonly staff: StaffMember;
  readonly records: StaffMonth;
  readonly measures: Measures;
  readonly lines: readonly BonusLine[];
  /** Rupiah: all lines, and what is settled of months closed before. */
  readonly bonus: Rupiah;
}

export function MonthNav({ month, base, last }: { readonly month: Month; readonly base: string; readonly last: Month }) {
  const t = useT();
  return (
    <nav class="months" aria-label={t('Bulan')}>
      <a class="plain-action" href={`${base}?bulan=${monthAfter(month, -1)}`} aria-label={t('Ke {bulan}', { bulan: monthInWords(t, monthAfter(month, -1)) })}>‹</a>
      <strong>{monthInWords(t, month)}</strong>
      {month < last ? <a class="plain-action" href={`${base}?bulan=${monthAfter(month, 1)}`} aria-label={t('Ke {bulan}', { bulan: monthInWords(t, monthAfter(month, 1)) })}>›</a> : <span></span>}
    </nav>
  );
}

/** Where the records behind a figure are: within what is folded, so that the browser opens it. */
const RECORDS_OF: Readonly<Record<BonusMetric, string>> = {
  orders_helped: 'r-pesanan-isi', sales_helped: 'r-pesanan-isi', rating_average: 'r-bintang-isi', first_reply_on_time: 'r-chat-isi',
  chats_handled: 'r-chat-isi', out_of_hours_replies: 'r-luar-isi',
};

/** All that is measured of a month, whether the owner pays by it or not; times are medians of staffed hours. */
export function figuresInWords(t: Translate, { measures, records }: StaffFigures, duration: (ms: number) => string): readonly { readonly label: string; readonly value: string; readonly records: string }[] {
  const median = (of: readonly (number | null)[]): string => {
    const sorted = of.filter((ms) => ms !== null).sort((a, b) => a - b);
    return sorted.length === 0 ? t('belum ada') : duration(sorted[Math.floor(sorted.length / 2)]!);
  };
  const metric = (name: BonusMetric) => ({ label: t(METRICS[name]), value: measureInWords(t, name, measures[name]), records: RECORDS_OF[name] });
  return [
    metric('chats_handled'),
    { label: t('Balasan pertama, biasanya'), value: median(records.chats.map((chat) => chat.firstReplyMs)), records: 'r-chat-isi' },
    metric('first_reply_on_time'),
    { label: t('Sampai selesai, biasanya'), value: median(records.chats.map((chat) => chat.resolvedMs)), records: 'r-chat-isi' },
    ...(['rating_average', 'orders_helped', 'sales_helped', 'out_of_hours_replies'] as const).map(metric),
  ];
}

/** The same figures as files. */
export function Downloads({ of }: { readonly of: (ending: Ending) => string }) {
  const t = useT();
  return <>{ENDINGS.map((ending) => <a class="plain-action" href={of(ending)} download="">{t('Unduh {jenis}', { jenis: ending.toUpperCase() })}</a>)}</>;
}

/** One person's month: the bonus first, then each line of it, and behind each line its records. */
export function StaffMonthPage({ figures, month, last, closedAt, forOwner, moments }: {
  readonly figures: StaffFigures; readonly month: Month; readonly last: Month; readonly closedAt: number | null; readonly forOwner: boolean; readonly moments: Moments;
}) {
  const t = useT();
  const { staff, lines, records } = figures;
  const base = `/konsol/kinerja/${staff.id}`;
  return (
    <div class="page">
      {forOwner && <p><a class="back-link" href={`/konsol/kinerja?bulan=${month}`}>{t('‹ Kinerja')}</a></p>}
      <h1>{staff.name}</h1>
      <MonthNav month={month} base={base} last={last} />
      <div id="bonus" data-live="" class="page-part">
        <p class="lead"><span class="quiet">{t('Bonus {bulan}', { bulan: monthInWords(t, month) })}</span><span class="bonus-total">{rupiah(figures.bonus)}</span>
          <span class="quiet">{closedAt === null ? (month === last ? t('Sampai saat ini; masih bisa berubah.') : t('Belum ditutup pemilik.')) : t('Ditutup {kapan}; tidak berubah lagi.', { kapan: moments.stamp(closedAt) })}</span></p>
        <div class="scroll-x" tabindex={0} role="region" aria-label={t('Perhitungan bonus')}>
          <table class="figures bonus-lines"><thead><tr><th scope="col">{t('Yang dihitung')}</th><th scope="col" class="number">{t('Hasil')}</th><th scope="col">{t('Aturan pemilik')}</th><th scope="col" class="number">{t('Bonus')}</th></tr></thead><tbody>
            {lines.map((line) => <tr><td><a href={`#${RECORDS_OF[line.metric]}`}>{t(METRICS[line.metric])}</a></td><td class="number">{measureInWords(t, line.metric, line.measure)}</td><td class="quiet">{lineInWords(t, line)}</td><td class="number">{rupiah(line.amount)}</td></tr>)}
            {records.corrections.map((correction) => <tr><td><a href="#r-koreksi-isi">{t('Koreksi {bulan}', { bulan: monthInWords(t, correction.month) })}</a></td><td class="number">{changesInWords(t, correction)}</td><td class="quiet">{t('menurut aturan bulan itu')}</td><td class="number">{rupiah(correction.amount)}</td></tr>)}
          </tbody></table>
        </div>
        {lines.length === 0 && <p class="quiet">{t('Pemilik belum menulis aturan bonus di catalog/store.yaml.')}</p>}
      </div>
      <section>
        <h2>{t('Angka bulan ini')}</h2>
        <table class="sums"><tbody>{figuresInWords(t, figures, moments.duration).map(({ label, value, records }) => <tr><td><a href={`#${records}`}>{label}</a></td><td>{value}</td></tr>)}</tbody></table>
      </section>
      <p class="actions"><a class="plain-action" href={`${base}/slip?bulan=${month}`}>{t('Cetak slip')}</a> <Downloads of={(ending) => `${base}/catatan.${ending}?bulan=${month}`} /></p>
      <Records figures={figures} moments={moments} />
    </div>
  );
}

function Records({ figures: { records }, moments }: { readonly figures: StaffFigures; readonly moments: Moments }) {
  const t = useT();
  return (
    <section aria-label={t('Catatan di balik angka')}>
      <h2>{t('Catatan di balik angka')}</h2>
      <Group id="r-pesanan" title={t('{jumlah} pesanan dibantu', { jumlah: records.orders.length })} note={t('Pesanan dari chat yang terakhir Anda ambil dalam 24 jam sebelumnya. Batal dan retur tidak dihitung.')}
        items={records.orders.map((order) => <OrderItem order={order} sign="" moments={moments} />)} />
      {records.corrections.length > 0 && (
        <Group id="r-koreksi" title={t('{jumlah} pesanan dikoreksi', { jumlah: records.corrections.reduce((sum, { added, takenBack }) => sum + added.length + takenBack.length, 0) })} note={t('Berubah sesudah bulannya ditutup: batal dan retur ditarik kembali, yang baru dibayar ditambahkan.')}
          items={records.corrections.flatMap(({ added, takenBack }) => [...takenBack.map((order) => <OrderItem order={order} sign="-" moments={moments} />), ...added.map((order) => <OrderItem order={order} sign="" moments={moments} />)])} />
      )}
      <Group id="r-chat" title={t('{jumlah} chat dilayani', { jumlah: records.chats.length })} note={t('Waktu dihitung hanya selama jam melayani.')} items={records.chats.map((chat) => (
          <li><a href={`/konsol/chat/${chat.chat_id}`}>{chat.name ?? t('Chat {nama}', { nama: chat.chat_id })}</a> {moments.stamp(chat.claimed_at)} · {reasonInWords(t, chat.reason)}
            {chat.firstReplyMs !== null && <> · {t('balasan pertama {lama}', { lama: moments.duration(chat.firstReplyMs) })}{chat.onTime === false && <strong class="late"> {t('terlambat')}</strong>}</>}
            {chat.resolvedMs !== null && ` · ${t('selesai dalam {lama}', { lama: moments.duration(chat.resolvedMs) })}`}</li>
        ))} />
      <Group id="r-bintang" title={t('{jumlah} nilai dari pelanggan', { jumlah: records.ratings.length })} note={t('Diberi pelanggan dengan satu ketukan sesudah chat selesai.')} items={records.ratings.map((rating) => <li><a href={`/konsol/chat/${rating.chat_id}`}>{'★'.repeat(rating.stars)}<span class="unseen">{t('{jumlah} bintang', { jumlah: rating.stars })}</span></a> {moments.stamp(rating.at)}{rating.comment !== '' && `: ${rating.comment}`}</li>)} />
      <Group id="r-luar" title={t('{jumlah} kali memaksa membalas di luar jam', { jumlah: records.insisted.length })} note={t('Balasan yang ditahan sampai buka tidak termasuk.')} items={records.insisted.map((reply) => <li><a href={`/konsol/chat/${reply.chat_id}`}>{moments.stamp(reply.at)}</a></li>)} />
    </section>
  );
}

function OrderItem({ order, sign, moments }: { readonly order: OrderRecord; readonly sign: '' | '-'; readonly moments: Moments }) {
  const t = useT();
  return <li><a href={`/konsol/pesanan/${order.number}`}>{order.number}</a> {moments.stamp(order.placed_at)} · {sign}{rupiah(order.goods - order.discount)} · {t(STATES[order.state])}</li>;
}

function Group({ id, title, note, items }: { readonly id: string; readonly title: string; readonly note: string; readonly items: Child[] }) {
  return (
    <details class="disclosure" id={id} data-keep="">
      <summary>{title}</summary>
      <p class="quiet" id={`${id}-isi`}>{note}</p>
      {items.length > 0 && <ul class="records">{items}</ul>}
    </details>
  );
}
