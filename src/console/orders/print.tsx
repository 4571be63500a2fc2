import type { OrderLine } from '../../shop/ordering/orders.ts';
import { localPhone } from '../../wording/local-phone.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { StoreSettings } from '../../shop/catalogue/snapshot.ts';
import { Page } from '../../web/page.tsx';
import type { Moments } from '../frame/moments.ts';
import { consoleLook } from '../look.ts';
import type { BoardOrder } from '../queries/order-board.ts';
import { useT } from '../language/translate.tsx';

interface Sheet { readonly order: BoardOrder; readonly lines: readonly OrderLine[] }

/** For each order the label of its parcel (A6) and the slip that goes into it, all in one print. */
export function PrintPage({ title, back, sheets, store, moments }: {
  readonly title: string; readonly back: string; readonly sheets: readonly Sheet[]; readonly store: StoreSettings; readonly moments: Moments;
}) {
  const t = useT();
  return (
    <Page title={title} kind="print" language={t.language} styles={[consoleLook.url('console.css')]} scripts={[consoleLook.url('console.js')]}>
      <p class="screen-only print-bar"><a class="plain-action" href={back}>{t('‹ Pesanan')}</a> {sheets.length > 0 && <button type="button" class="main-action" data-print="">{title}</button>}</p>
      <main>{sheets.length === 0 ? <p class="screen-only">{t('Tidak ada yang perlu dicetak.')}</p> : sheets.map((sheet) => <LabelAndSlip {...sheet} store={store} moments={moments} />)}</main>
    </Page>
  );
}

function LabelAndSlip({ order, lines, store, moments }: Sheet & { readonly store: StoreSettings; readonly moments: Moments }) {
  const t = useT();
  const weight = lines.reduce((sum, line) => sum + line.weight_g * line.quantity, 0);
  return (
    <>
      <section class="sheet label" aria-label={t('Label kirim')}>
        <header><strong>{order.service_name}</strong><span>{order.number}</span></header>
        {order.payment === 'cod' && <p class="cod">{t('COD, tagih {jumlah_uang}', { jumlah_uang: rupiah(order.total) })}</p>}
        {order.tracking && <p class="code tracking">{order.tracking}</p>}
        <div><h2>{t('Kepada')}</h2><p class="to"><strong>{order.recipient}</strong><br />{localPhone(order.phone)}<br />{order.address}</p></div>
        <div><h2>{t('Dari')}</h2><p>{store.name}{store.contact.phone && ` · ${store.contact.phone}`}<br />{store.contact.address}</p></div>
        <footer><span>{t('{berat} kg', { berat: (weight / 1000).toLocaleString(t.language === 'en' ? 'en' : 'id-ID') })}</span><span>{t('{jumlah} barang', { jumlah: lines.reduce((sum, line) => sum + line.quantity, 0) })}</span></footer>
      </section>
      <section class="sheet slip" aria-label={t('Slip kemas')}>
        <header><strong>{store.name}</strong><span>{t('Slip kemas {pesanan}', { pesanan: order.number })}</span></header>
        <p>{t('Untuk {penerima}, dipesan {kapan}', { penerima: order.recipient, kapan: moments.stamp(order.placed_at) })}</p>
        <table><thead><tr><th scope="col">{t('Cek')}</th><th scope="col">{t('Jumlah')}</th><th scope="col">{t('Barang')}</th><th scope="col">{t('SKU')}</th></tr></thead><tbody>
          {lines.map((line) => <tr><td class="box" aria-label={t('kotak centang')}>☐</td><td>{line.quantity}</td><td>{line.title}</td><td>{line.sku}</td></tr>)}
        </tbody></table>
        <p>{t('Terima kasih sudah belanja di {toko}. Ada yang kurang? Balas saja chat kami.', { toko: store.name })}</p>
      </section>
    </>
  );
}
