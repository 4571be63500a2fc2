import type { ChatCard } from '../../channels/staff-desk.ts';
import type { Customer } from '../../shop/customers/customers.ts';
import type { Product } from '../../shop/catalogue/snapshot.ts';
import type { Order } from '../../shop/ordering/orders.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import { STATES } from '../orders/words.ts';

/** Beside the talk: who it is, what is in the cart, what was ordered, what is worth knowing. */
export function CustomerCard({ chat, card, customer, orders, hints, visitor, act, moments }: {
  readonly chat: number; readonly card: ChatCard; readonly customer: Customer; readonly orders: readonly Order[];
  readonly hints: readonly { readonly product: Product; readonly because: Product }[];
  readonly visitor: Visitor; readonly act: string; readonly moments: Moments;
}) {
  const sum = card.cart.reduce((total, line) => total + line.amount, 0);
  return (
    <aside class="card-pane" id="kartu" aria-label="Tentang pelanggan">
      <header class="card-head">
        <h2>{card.name}</h2>
        <a class="close plain-action" href="#percakapan">Tutup</a>
      </header>
      <p class="quiet">{card.channel}{card.phone !== null && ` · ${maskedPhone(card.phone)}`} · sejak {moments.date(moments.localDate(customer.created_at))}</p>
      {customer.called !== null && <p>Minta dipanggil <strong>{customer.called}</strong>.</p>}
      {customer.erase_due_at !== null && customer.erased_at === null && <p class="notice check">Minta datanya dihapus, paling lambat {moments.stamp(customer.erase_due_at)}. Selesaikan dulu pesanan yang berjalan.</p>}
      <div id="kartu-isi" data-live="">
        <section>
          <h3>Keranjang</h3>
          {card.cart.length === 0 ? <p class="quiet">Kosong.</p> : (
            <table class="sums"><tbody>
              {card.cart.map((line) => <tr><td>{line.quantity} × {line.title}</td><td>{rupiah(line.amount)}</td></tr>)}
              <tr class="sum"><td>Total barang</td><td>{rupiah(sum)}</td></tr>
            </tbody></table>
          )}
          {hints.length > 0 && (
            <div class="hints">
              <h4>Cocok ditawarkan</h4>
              <ul>{hints.map(({ product, because }) => <li>{product.title} <span class="quiet">{rupiah(product.price)}, teman {because.name}</span></li>)}</ul>
            </div>
          )}
        </section>
        <section>
          <h3>Pesanan</h3>
          {orders.length === 0 ? <p class="quiet">Belum pernah memesan.</p> : (
            <ul class="past">{orders.map((order) => (
              <li><a href={`/konsol/pesanan/${order.number}`}>
                <strong>{order.number}</strong> <span class={`state ${order.state}`}>{STATES[order.state]}</span>
                <span class="quiet">{rupiah(order.total)} · {moments.stamp(order.placed_at)}</span>
              </a></li>
            ))}</ul>
          )}
        </section>
      </div>
      <section>
        <h3>Catatan toko</h3>
        <Form to={`/konsol/chat/${chat}/catatan`} visitor={visitor} act={act} kind="stack">
          <textarea name="note" rows={3} maxlength={1000} aria-label="Catatan tentang pelanggan" placeholder="Hanya terlihat oleh admin.">{customer.note}</textarea>
          <button class="plain-action">Simpan catatan</button>
        </Form>
      </section>
    </aside>
  );
}

/** Enough to recognise a number, too little to take it along (S19): 0812-••••-7890. */
export const maskedPhone = (e164: string): string => e164.replace(/^\+62(\d{3})\d*(\d{4})$/, '0$1-••••-$2');
