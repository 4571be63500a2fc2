import type { ChatCard } from '../../channels/staff-desk.ts';
import type { Customer } from '../../shop/customers/customers.ts';
import type { Product } from '../../shop/catalogue/snapshot.ts';
import type { Order } from '../../shop/ordering/orders.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import { STATES } from '../orders/words.ts';
import { useT } from '../language/translate.tsx';

/** Beside the talk: who it is, what is in the cart, what was ordered, what is worth knowing. */
export function CustomerCard({ chat, card, customer, orders, hints, offerWords, mine, visitor, act, moments }: {
  readonly chat: number; readonly card: ChatCard; readonly customer: Customer; readonly orders: readonly Order[];
  readonly hints: readonly { readonly product: Product; readonly because: Product }[];
  /** How a hint is put to the customer, for the draft of who has the chat. */
  readonly offerWords: (product: Product, because: Product) => string; readonly mine: boolean;
  readonly visitor: Visitor; readonly act: string; readonly moments: Moments;
}) {
  const t = useT();
  const sum = card.cart.reduce((total, line) => total + line.amount, 0);
  return (
    <aside class="card-pane" id="kartu" aria-label={t('Tentang pelanggan')}>
      <header class="card-head">
        <h2>{card.name}</h2>
        <a class="close plain-action" href="#percakapan">{t('Tutup')}</a>
      </header>
      <p class="quiet">{card.channel}{card.phone !== null && ` · ${maskedPhone(card.phone)}`} · {t('sejak {tanggal}', { tanggal: moments.date(moments.localDate(customer.created_at)) })}</p>
      {customer.called !== null && <p>{t.rich('Minta dipanggil {panggilan}.', { panggilan: <strong>{customer.called}</strong> })}</p>}
      {customer.erase_due_at !== null && customer.erased_at === null && <p class="notice check">{t('Minta datanya dihapus, paling lambat {kapan}. Selesaikan dulu pesanan yang berjalan.', { kapan: moments.stamp(customer.erase_due_at) })}</p>}
      <div id="kartu-isi" data-live="">
        <section>
          <h3>{t('Keranjang')}</h3>
          {card.cart.length === 0 ? <p class="quiet">{t('Kosong.')}</p> : (
            <table class="sums"><tbody>
              {card.cart.map((line) => <tr><td>{line.quantity} × {line.title}</td><td>{rupiah(line.amount)}</td></tr>)}
              <tr class="sum"><td>{t('Total barang')}</td><td>{rupiah(sum)}</td></tr>
            </tbody></table>
          )}
          {hints.length > 0 && (
            <div class="hints">
              <h4>{t('Cocok ditawarkan')}</h4>
              <ul>{hints.map(({ product, because }) => <li>{product.title} <span class="quiet">{t('{harga}, teman {barang}', { harga: rupiah(product.price), barang: because.name })}</span>
                {mine && <button type="button" data-insert={offerWords(product, because)}>{t('Tulis tawaran')}</button>}</li>)}</ul>
            </div>
          )}
        </section>
        <section>
          <h3>{t('Pesanan')}</h3>
          {orders.length === 0 ? <p class="quiet">{t('Belum pernah memesan.')}</p> : (
            <ul class="past">{orders.map((order) => (
              <li><a href={`/konsol/pesanan/${order.number}`}>
                <strong>{order.number}</strong> <span class={`state ${order.state}`}>{t(STATES[order.state])}</span>
                <span class="quiet">{rupiah(order.total)} · {moments.stamp(order.placed_at)}</span>
              </a></li>
            ))}</ul>
          )}
        </section>
      </div>
      <section>
        <h3>{t('Catatan toko')}</h3>
        <Form to={`/konsol/chat/${chat}/catatan`} visitor={visitor} act={act} kind="stack">
          <textarea name="note" rows={3} maxlength={1000} aria-label={t('Catatan tentang pelanggan')} placeholder={t('Hanya terlihat oleh admin.')}>{customer.note}</textarea>
          <button class="plain-action">{t('Simpan catatan')}</button>
        </Form>
      </section>
    </aside>
  );
}

/** Enough to recognise a number, too little to take it along (S19): 0812-••••-7890. */
export const maskedPhone = (e164: string): string => e164.replace(/^\+62(\d{3})\d*(\d{4})$/, '0$1-••••-$2');
