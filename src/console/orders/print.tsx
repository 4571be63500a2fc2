import type { OrderLine } from '../../shop/ordering/orders.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { StoreSettings } from '../../shop/catalogue/snapshot.ts';
import { Page } from '../../web/page.tsx';
import type { Moments } from '../frame/moments.ts';
import { consoleLook } from '../look.ts';
import type { BoardOrder } from '../queries/order-board.ts';

/** The label for the parcel (A6) and the slip that goes into it, on one print. */
export function PrintPage({ order, lines, store, moments }: {
  readonly order: BoardOrder; readonly lines: readonly OrderLine[]; readonly store: StoreSettings; readonly moments: Moments;
}) {
  const weight = lines.reduce((sum, line) => sum + line.weight_g * line.quantity, 0);
  return (
    <Page title={`Cetak ${order.number}`} kind="print" styles={[consoleLook.url('console.css')]} scripts={[consoleLook.url('console.js')]}>
      <p class="screen-only print-bar"><a class="plain-action" href={`/konsol/pesanan/${order.number}`}>‹ {order.number}</a> <button type="button" class="main-action" data-print="">Cetak</button></p>
      <main>
        <section class="sheet label" aria-label="Label kirim">
          <header><strong>{order.service_name}</strong><span>{order.number}</span></header>
          {order.payment === 'cod' && <p class="cod">COD, tagih {rupiah(order.total)}</p>}
          {order.tracking && <p class="code tracking">{order.tracking}</p>}
          <div><h2>Kepada</h2><p class="to"><strong>{order.recipient}</strong><br />{order.phone}<br />{order.address}</p></div>
          <div><h2>Dari</h2><p>{store.name}{store.contact.phone && ` · ${store.contact.phone}`}<br />{store.contact.address}</p></div>
          <footer><span>{(weight / 1000).toLocaleString('id-ID')} kg</span><span>{lines.reduce((sum, line) => sum + line.quantity, 0)} barang</span></footer>
        </section>
        <section class="sheet slip" aria-label="Slip kemas">
          <header><strong>{store.name}</strong><span>Slip kemas {order.number}</span></header>
          <p>Untuk {order.recipient}, dipesan {moments.stamp(order.placed_at)}</p>
          <table><thead><tr><th scope="col">Cek</th><th scope="col">Jumlah</th><th scope="col">Barang</th><th scope="col">SKU</th></tr></thead><tbody>
            {lines.map((line) => <tr><td class="box" aria-label="kotak centang">☐</td><td>{line.quantity}</td><td>{line.title}</td><td>{line.sku}</td></tr>)}
          </tbody></table>
          <p>Terima kasih sudah belanja di {store.name}. Ada yang kurang? Balas saja chat kami.</p>
        </section>
      </main>
    </Page>
  );
}
