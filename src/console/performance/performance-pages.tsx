import type { Child } from 'hono/jsx';
import type { StaffMember } from '../../shop/catalogue/snapshot.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import { Page } from '../../web/page.tsx';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import { duration, type Moments } from '../frame/moments.ts';
import { reasonInWords } from '../inbox/words.ts';
import { consoleLook } from '../look.ts';
import { STATES } from '../orders/words.ts';
import { bonusOf, type BonusLine, type Measures } from './bonus.ts';
import { monthAfter, type Month, type StaffMonth } from './month.ts';
import { lineInWords, measureInWords, METRICS, monthInWords } from './words.ts';

export interface StaffFigures {
  readonly staff: StaffMember;
  readonly records: StaffMonth;
  readonly measures: Measures;
  readonly lines: readonly BonusLine[];
}

export function MonthNav({ month, base, last }: { readonly month: Month; readonly base: string; readonly last: Month }) {
  return (
    <nav class="months" aria-label="Bulan">
      <a class="plain-action" href={`${base}?bulan=${monthAfter(month, -1)}`} aria-label={`Ke ${monthInWords(monthAfter(month, -1))}`}>‹</a>
      <strong>{monthInWords(month)}</strong>
      {month < last ? <a class="plain-action" href={`${base}?bulan=${monthAfter(month, 1)}`} aria-label={`Ke ${monthInWords(monthAfter(month, 1))}`}>›</a> : <span></span>}
    </nav>
  );
}

/** One person's month: the bonus first, then each line of it, and behind each line its records. */
export function StaffMonthPage({ figures, month, last, closedAt, forOwner, moments }: {
  readonly figures: StaffFigures; readonly month: Month; readonly last: Month; readonly closedAt: number | null; readonly forOwner: boolean; readonly moments: Moments;
}) {
  const { staff, lines } = figures;
  const base = `/konsol/kinerja/${staff.id}`;
  return (
    <div class="page">
      {forOwner && <p><a class="back-link" href={`/konsol/kinerja?bulan=${month}`}>‹ Kinerja</a></p>}
      <h1>{staff.name}</h1>
      <MonthNav month={month} base={base} last={last} />
      <div id="bonus" data-live="" class="page-part">
        <p class="lead"><span class="quiet">Bonus {monthInWords(month)}</span><span class="bonus-total">{rupiah(bonusOf(lines))}</span>
          <span class="quiet">{closedAt === null ? (month === last ? 'Sampai saat ini; masih bisa berubah.' : 'Belum ditutup pemilik.') : `Ditutup ${moments.stamp(closedAt)}; tidak berubah lagi.`}</span></p>
        <div class="scroll-x" tabindex={0} role="region" aria-label="Perhitungan bonus">
          <table class="figures"><thead><tr><th scope="col">Yang dihitung</th><th scope="col" class="number">Hasil</th><th scope="col">Aturan pemilik</th><th scope="col" class="number">Bonus</th></tr></thead><tbody>
            {lines.map((line) => <tr><td>{METRICS[line.metric]}</td><td class="number">{measureInWords(line.metric, line.measure)}</td><td class="quiet">{lineInWords(line)}</td><td class="number">{rupiah(line.amount)}</td></tr>)}
          </tbody></table>
        </div>
        {lines.length === 0 && <p class="quiet">Pemilik belum menulis aturan bonus di catalog/store.yaml.</p>}
      </div>
      <p class="actions"><a class="plain-action" href={`${base}/slip?bulan=${month}`}>Cetak slip</a> <a class="plain-action" href={`${base}/catatan.csv?bulan=${month}`} download="">Unduh CSV</a></p>
      <Records figures={figures} moments={moments} />
    </div>
  );
}

function Records({ figures: { records }, moments }: { readonly figures: StaffFigures; readonly moments: Moments }) {
  return (
    <section aria-label="Catatan di balik angka">
      <h2>Catatan di balik angka</h2>
      <Group id="r-pesanan" title={`${records.orders.length} pesanan dibantu${records.takenBack.length > 0 ? `, ${records.takenBack.length} ditarik kembali` : ''}`} note="Pesanan dari chat yang terakhir Anda ambil dalam 24 jam sebelumnya. Batal dan retur ditarik kembali."
        items={[...records.orders.map((order) => ({ order, sign: '' })), ...records.takenBack.map((order) => ({ order, sign: '-' }))].map(({ order, sign }) => (
          <li><a href={`/konsol/pesanan/${order.number}`}>{order.number}</a> {moments.stamp(order.placed_at)} · {sign}{rupiah(order.goods - order.discount)} · {STATES[order.state]}</li>
        ))} />
      <Group id="r-chat" title={`${records.chats.length} chat dilayani`} note="Waktu dihitung hanya selama jam melayani." items={records.chats.map((chat) => (
          <li><a href={`/konsol/chat/${chat.chat_id}`}>{chat.name ?? `Chat ${chat.chat_id}`}</a> {moments.stamp(chat.claimed_at)} · {reasonInWords(chat.reason)}
            {chat.firstReplyMs !== null && <> · balasan pertama {duration(chat.firstReplyMs)}{chat.onTime === false && <strong class="late"> terlambat</strong>}</>}
            {chat.resolvedMs !== null && ` · selesai dalam ${duration(chat.resolvedMs)}`}</li>
        ))} />
      <Group id="r-bintang" title={`${records.ratings.length} nilai dari pelanggan`} note="Diberi pelanggan dengan satu ketukan sesudah chat selesai." items={records.ratings.map((rating) => <li><a href={`/konsol/chat/${rating.chat_id}`}>{'★'.repeat(rating.stars)}<span class="unseen">{rating.stars} bintang</span></a> {moments.stamp(rating.at)}{rating.comment !== '' && `: ${rating.comment}`}</li>)} />
      <Group id="r-luar" title={`${records.insisted.length} kali memaksa membalas di luar jam`} note="Balasan yang ditahan sampai buka tidak termasuk." items={records.insisted.map((reply) => <li><a href={`/konsol/chat/${reply.chat_id}`}>{moments.stamp(reply.at)}</a></li>)} />
    </section>
  );
}

function Group({ id, title, note, items }: { readonly id: string; readonly title: string; readonly note: string; readonly items: Child[] }) {
  return (
    <details class="disclosure" id={id} data-keep="">
      <summary>{title}</summary>
      <p class="quiet">{note}</p>
      {items.length > 0 && <ul class="records">{items}</ul>}
    </details>
  );
}

export interface ShopMonth {
  readonly sales: number;
  readonly orders: number;
  readonly afterHours: number;
  readonly suggested: { readonly taken: number; readonly all: number };
  readonly products: readonly { readonly title: string; readonly pieces: number; readonly sales: number }[];
  /** Messages by hour of the day, 24 of them. */
  readonly hours: readonly number[];
  /** Hours of the day in which someone serves on an ordinary day of the week. */
  readonly staffed: readonly boolean[];
}

/** The owner's view: what the shop sold, who helped, what each has earned. */
export function OverviewPage({ people, shop, month, last, closedAt, visitor, act, moments }: {
  readonly people: readonly StaffFigures[]; readonly shop: ShopMonth; readonly month: Month; readonly last: Month; readonly closedAt: number | null;
  readonly visitor: Visitor; readonly act: string; readonly moments: Moments;
}) {
  return (
    <div class="page">
      <h1>Kinerja</h1>
      <MonthNav month={month} base="/konsol/kinerja" last={last} />
      <div id="toko" data-live="" class="page-part">
        <p class="lead"><span class="quiet">Penjualan barang</span><span class="bonus-total">{rupiah(shop.sales)}</span>
          <span>{shop.orders} pesanan, {rupiah(shop.afterHours)} di antaranya dipesan saat tidak ada admin.{shop.suggested.all > 0 && ` Saran barang diambil ${shop.suggested.taken} dari ${shop.suggested.all} kali.`}</span></p>
        <section>
          <h2>Bonus tiap orang</h2>
          <div class="scroll-x" tabindex={0} role="region" aria-label="Bonus tiap orang">
            <table class="figures"><thead><tr><th scope="col">Nama</th><th scope="col" class="number">Chat</th><th scope="col" class="number">Pesanan</th><th scope="col" class="number">Bintang</th><th scope="col" class="number">Bonus</th></tr></thead><tbody>
              {people.map(({ staff, measures, lines }) => (
                <tr><td><a href={`/konsol/kinerja/${staff.id}?bulan=${month}`}>{staff.name}</a></td><td class="number">{measures.chats_handled.value}</td><td class="number">{measures.orders_helped.value}</td>
                  <td class="number">{measures.rating_average.count === 0 ? '–' : measures.rating_average.value.toFixed(1).replace('.', ',')}</td><td class="number">{rupiah(bonusOf(lines))}</td></tr>
              ))}
            </tbody></table>
          </div>
          {closedAt !== null ? <p class="quiet">Bulan ini ditutup {moments.stamp(closedAt)}. Koreksi masuk ke bulan berikutnya.</p> : month < last ? (
            <Form to={`/konsol/pemilik/kinerja/${month}/tutup`} visitor={visitor} act={act}><button class="main-action">Tutup {monthInWords(month)}</button> <span class="quiet">Sesudah ditutup angkanya tidak berubah; koreksi masuk ke bulan berikutnya.</span></Form>
          ) : <p class="quiet">Bisa ditutup sesudah bulannya selesai.</p>}
        </section>
        <div class="two">
          {shop.products.length > 0 && (
            <section><h2>Apa yang paling laku?</h2><table class="sums"><tbody>{shop.products.map((product) => <tr><td>{product.pieces} × {product.title}</td><td>{rupiah(product.sales)}</td></tr>)}</tbody></table></section>
          )}
          <section><h2>Jam berapa pelanggan paling ramai?</h2><HoursChart hours={shop.hours} staffed={shop.staffed} /></section>
        </div>
      </div>
    </div>
  );
}

const CHART = { width: 480, height: 160, foot: 20 } as const;

/** Messages by hour; hours without an admin are paler, so that a busy pale hour speaks for itself. */
function HoursChart({ hours, staffed }: { readonly hours: readonly number[]; readonly staffed: readonly boolean[] }) {
  const most = Math.max(1, ...hours);
  const step = CHART.width / 24;
  const busiest = hours.indexOf(Math.max(...hours));
  return (
    <figure>
      <svg class="chart" viewBox={`0 0 ${CHART.width} ${CHART.height}`} role="img" aria-label={`Paling ramai pukul ${busiest}.00 dengan ${hours[busiest] ?? 0} pesan`}>
        {hours.map((n, hour) => {
          const height = (n / most) * (CHART.height - CHART.foot - 4);
          return <rect x={hour * step + 2} y={CHART.height - CHART.foot - height} width={step - 4} height={height} rx="2" class={staffed[hour] ? '' : 'night'} />;
        })}
        {[0, 6, 12, 18, 23].map((hour) => <text x={hour * step + step / 2} y={CHART.height - 4} text-anchor="middle">{String(hour).padStart(2, '0')}</text>)}
      </svg>
      <figcaption class="quiet">Dari pesan terakhir, paling banyak 20.000. Pucat: di luar jam melayani hari kerja.</figcaption>
    </figure>
  );
}

/** What goes with the pay: one page, to print and to sign. */
export function PayslipPage({ figures, month, shop, closedAt, moments }: {
  readonly figures: StaffFigures; readonly month: Month; readonly shop: string; readonly closedAt: number | null; readonly moments: Moments;
}) {
  return (
    <Page title={`Slip bonus ${figures.staff.name} ${monthInWords(month)}`} kind="print" styles={[consoleLook.url('console.css')]} scripts={[consoleLook.url('console.js')]}>
      <p class="screen-only print-bar"><a class="plain-action" href={`/konsol/kinerja/${figures.staff.id}?bulan=${month}`}>‹ Kembali</a> <button type="button" class="main-action" data-print="">Cetak</button></p>
      <main>
        <section class="sheet payslip" aria-label="Slip bonus">
          <header><strong>{shop}</strong><span>Slip bonus {monthInWords(month)}</span></header>
          <p>{figures.staff.name}</p>
          <table><tbody>{figures.lines.map((line) => <tr><td>{METRICS[line.metric]}: {measureInWords(line.metric, line.measure)}<br />{lineInWords(line)}</td><td class="number">{rupiah(line.amount)}</td></tr>)}
            <tr><td><strong>Jumlah</strong></td><td class="number"><strong>{rupiah(bonusOf(figures.lines))}</strong></td></tr></tbody></table>
          <p>{closedAt === null ? 'Sementara: bulan ini belum ditutup.' : `Ditutup ${moments.stamp(closedAt)}.`}</p>
          <footer><span>Pemilik</span><span>{figures.staff.name}</span></footer>
        </section>
      </main>
    </Page>
  );
}
