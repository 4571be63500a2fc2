import { rupiah } from '../../shop/payment/rupiah.ts';
import type { LocalDate } from '../../shop/units.ts';
import type { Visitor } from '../console-env.ts';
import { Disclosure, Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import { useT } from '../language/translate.tsx';
import { STATES } from '../orders/words.ts';
import type { OrderRecord } from '../queries/performance-facts.ts';
import { BarChart } from './bar-chart.tsx';
import type { Month } from './month.ts';
import { Downloads, MonthNav, type StaffFigures } from './staff-page.tsx';
import { decimal, monthInWords, share } from './words.ts';

export interface ShopMonth {
  /** Rupiah of goods, less discounts, of orders that stand. */
  readonly sales: number;
  readonly orders: readonly OrderRecord[];
  /** Rupiah of those placed while nobody served. */
  readonly afterHours: number;
  /** Chats in which a customer wrote, and those of them in which an order was placed that stands. */
  readonly chats: { readonly wrote: number; readonly ordered: number };
  /** What the assistant could not answer, the most frequent first. */
  readonly unanswered: readonly { readonly text: string; readonly times: number; readonly chat_id: number }[];
  readonly suggested: { readonly taken: number; readonly all: number };
  readonly products: readonly { readonly title: string; readonly pieces: number; readonly sales: number }[];
  /** Rupiah sold on each day of the month, and whether nobody serves on it. */
  readonly days: readonly { readonly date: LocalDate; readonly sales: number; readonly closed: boolean }[];
  /** Messages by hour of the day, 24 of them. */
  readonly hours: readonly number[];
  /** Hours of the day in which someone serves on an ordinary day of the week. */
  readonly staffed: readonly boolean[];
}

const MOST_ORDERS = 200;

/** The owner's view: what the shop sold, who helped, what each has earned. */
export function OverviewPage({ people, shop, month, last, closedAt, visitor, act, moments }: {
  readonly people: readonly StaffFigures[]; readonly shop: ShopMonth; readonly month: Month; readonly last: Month; readonly closedAt: number | null;
  readonly visitor: Visitor; readonly act: string; readonly moments: Moments;
}) {
  const t = useT();
  return (
    <div class="page">
      <h1>{t('Kinerja')}</h1>
      <MonthNav month={month} base="/konsol/kinerja" last={last} />
      <div id="toko" data-live="" class="page-part">
        <p class="lead"><span class="quiet">{t('Penjualan barang')}</span><span class="bonus-total">{rupiah(shop.sales)}</span>
          <span>{t('{banyak} pesanan, {jumlah_uang} di antaranya dipesan saat tidak ada admin.', { banyak: shop.orders.length, jumlah_uang: rupiah(shop.afterHours) })} {shop.suggested.all > 0 && t('Saran barang diambil {diambil} dari {semua} kali.', { diambil: shop.suggested.taken, semua: shop.suggested.all })}</span></p>
        {shop.chats.wrote > 0 && <p>{t.rich('Dari {banyak} chat pelanggan, {pesan} memesan: {bagian}.', { banyak: shop.chats.wrote, pesan: shop.chats.ordered, bagian: <strong>{share(t, shop.chats.ordered / shop.chats.wrote)}</strong> })}</p>}
        {shop.orders.length > 0 && (
          <details class="disclosure" id="r-toko" data-keep="">
            <summary>{t('{jumlah} pesanan di balik angka ini', { jumlah: shop.orders.length })}</summary>
            <ul class="records">{shop.orders.slice(-MOST_ORDERS).reverse().map((order) => (
              <li><a href={`/konsol/pesanan/${order.number}`}>{order.number}</a> {moments.stamp(order.placed_at)} · {rupiah(order.goods - order.discount)} · {t(STATES[order.state])}</li>
            ))}</ul>
          </details>
        )}
        <section>
          <h2>{t('Bonus tiap orang')}</h2>
          <div class="scroll-x" tabindex={0} role="region" aria-label={t('Bonus tiap orang')}>
            <table class="figures"><thead><tr><th scope="col">{t('Nama')}</th><th scope="col" class="number">{t('Chat')}</th><th scope="col" class="number">{t('Pesanan')}</th><th scope="col" class="number">{t('Bintang')}</th><th scope="col" class="number">{t('Bonus')}</th></tr></thead><tbody>
              {people.map(({ staff, measures, bonus }) => (
                <tr><td><a href={`/konsol/kinerja/${staff.id}?bulan=${month}`}>{staff.name}</a></td><td class="number">{measures.chats_handled.value}</td><td class="number">{measures.orders_helped.value}</td>
                  <td class="number">{measures.rating_average.count === 0 ? '–' : decimal(t, measures.rating_average.value)}</td><td class="number">{rupiah(bonus)}</td></tr>
              ))}
            </tbody></table>
          </div>
          <p class="actions"><Downloads of={(ending) => `/konsol/pemilik/kinerja/${month}/bonus.${ending}`} /></p>
          {closedAt !== null ? <p class="quiet">{t('Bulan ini ditutup {kapan}. Koreksi masuk ke bulan berikutnya.', { kapan: moments.stamp(closedAt) })}</p> : month < last ? (
            <Disclosure id="tutup" title={t('Tutup {bulan}', { bulan: monthInWords(t, month) })}>
              <p>{t('Sesudah ditutup angkanya tidak berubah; koreksi masuk ke bulan berikutnya.')} {t('Menutup tidak bisa dibatalkan.')}</p>
              <Form to={`/konsol/pemilik/kinerja/${month}/tutup`} visitor={visitor} act={act}><button class="main-action">{t('Ya, tutup bulan ini')}</button></Form>
            </Disclosure>
          ) : <p class="quiet">{t('Bisa ditutup sesudah bulannya selesai.')}</p>}
        </section>
        <div class="two">
          {shop.sales > 0 && <section><h2>{t('Hari mana yang paling laku?')}</h2><DaysChart days={shop.days} moments={moments} /></section>}
          {shop.products.length > 0 && (
            <section><h2>{t('Apa yang paling laku?')}</h2><table class="sums"><tbody>{shop.products.map((product) => <tr><td>{product.pieces} × {product.title}</td><td>{rupiah(product.sales)}</td></tr>)}</tbody></table></section>
          )}
          {shop.hours.some((messages) => messages > 0) && <section><h2>{t('Jam berapa pelanggan paling ramai?')}</h2><HoursChart hours={shop.hours} staffed={shop.staffed} moments={moments} /></section>}
          {shop.unanswered.length > 0 && (
            <section><h2>{t('Apa yang belum bisa dijawab asisten?')}</h2><table class="sums"><tbody>{shop.unanswered.map((one) => (
              <tr><td><a href={`/konsol/chat/${one.chat_id}`}>{one.text.slice(0, 120)}</a></td><td>{one.times}×</td></tr>
            ))}</tbody></table></section>
          )}
        </div>
      </div>
    </div>
  );
}

const LABELLED_HOURS: readonly number[] = [0, 6, 12, 18, 23];

/** Messages by hour; hours without an admin are paler, so that a busy pale hour speaks for itself. */
function HoursChart({ hours, staffed, moments }: { readonly hours: readonly number[]; readonly staffed: readonly boolean[]; readonly moments: Moments }) {
  const t = useT();
  const busiest = hours.indexOf(Math.max(...hours));
  return (
    <BarChart summary={t('Paling ramai pukul {pukul} dengan {banyak} pesan', { pukul: moments.hour(busiest), banyak: hours[busiest] ?? 0 })} caption={t('Pesan pelanggan bulan ini. Pucat: di luar jam melayani hari kerja.')}
      bars={hours.map((value, hour) => ({ value, label: LABELLED_HOURS.includes(hour) ? String(hour).padStart(2, '0') : null, pale: !staffed[hour] }))} />
  );
}

/** Sales by the day on which they were ordered; days on which nobody serves are paler. */
function DaysChart({ days, moments }: { readonly days: ShopMonth['days']; readonly moments: Moments }) {
  const t = useT();
  const best = days.reduce((best, day) => (day.sales > best.sales ? day : best));
  return (
    <BarChart summary={t('Paling laku {hari}: {jumlah_uang}', { hari: moments.date(best.date), jumlah_uang: rupiah(best.sales) })} caption={t('Paling laku {hari}: {jumlah_uang}', { hari: moments.date(best.date), jumlah_uang: rupiah(best.sales) })}
      bars={days.map((day, i) => ({ value: day.sales, label: i % 7 === 0 ? String(i + 1) : null, pale: day.closed }))} />
  );
}
