import type { Order, OrderLine } from '../../shop/ordering/orders.ts';
import { mayBecome } from '../../shop/ordering/order-states.ts';
import type { Proof } from '../../shop/payment/proofs.ts';
import type { Refund } from '../../shop/payment/refunds.ts';
import type { ParcelNews } from '../../shop/parcels/parcel-news.ts';
import type { OrderDiscount } from '../../shop/promotions/voucher-book.ts';
import { localPhone } from '../../wording/local-phone.ts';
import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Disclosure, Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import type { BoardOrder, Likeness } from '../queries/order-board.ts';
import { OneTap, OrderHead } from './board.tsx';
import { Doubts } from './doubts.tsx';
import { RefundForm, RefundLine } from './refund-form.tsx';
import type { PromiseStanding } from './promise.ts';
import { ParcelLines } from './parcel-lines.tsx';
import { PAYMENTS, REASONS_OF_SHOP, STATES, whoDidIt } from './words.ts';
import { useT } from '../language/translate.tsx';

export interface OrderView {
  readonly order: BoardOrder;
  readonly lines: readonly OrderLine[];
  /** What was taken off, each under the name the customer saw. */
  readonly discounts: readonly OrderDiscount[];
  /** What its courier told; undefined where nobody follows the parcel. */
  readonly parcel: ParcelNews | undefined;
  /** Who has the customer's chat and has not passed the last news on; null where she knows. */
  readonly keptBy: string | null;
  readonly proofs: readonly Proof[];
  readonly refund: Refund | undefined;
  readonly likenesses: readonly Likeness[];
  readonly history: readonly { readonly at: number; readonly state: string; readonly who: string; readonly why: string }[];
}

/** One order: the next act on top, the proof beside what should have been paid, everything that happened below. */
export function OrderPage({ view, nextProof, standing, visitor, newAct, moments, nameOf }: {
  readonly view: OrderView;
  /** Another order whose proof waits to be looked at. */
  readonly nextProof: string | null;
  readonly standing: PromiseStanding; readonly visitor: Visitor; readonly newAct: () => string; readonly moments: Moments;
  readonly nameOf: (id: string) => string;
}) {
  const t = useT();
  const { order, lines, discounts, parcel, proofs, history, refund } = view;
  const waiting = proofs.filter((proof) => proof.state === 'waiting');
  return (
    <div class="page order-page" id="pesanan-satu" data-live="">
      <p><a class="back-link" href="/konsol/pesanan">{t('‹ Pesanan')}</a></p>
      <h1>{order.number} <span class={`state ${order.state}`}>{t(STATES[order.state])}</span></h1>
      <OrderHead order={order} standing={standing} alone />
      {view.keptBy !== null && <p class="notice check">{t.rich('Pelanggan belum diberi tahu: {chat} dipegang {siapa}, kabarnya siap dikirim di sana.',
        { chat: <a href={`/konsol/chat/${order.chat_id}`}>{t('chat-nya')}</a>, siapa: nameOf(view.keptBy) })}</p>}
      {waiting.length > 0 && <PaymentCheck view={view} proof={waiting[0]!} visitor={visitor} newAct={newAct} moments={moments} />}
      {refund?.settled_at === null && (
        <section class="refund" aria-label={t('Uang kembali')}>
          <h2>{t('Kembalikan {jumlah_uang}', { jumlah_uang: rupiah(refund.owed) })}</h2>
          <RefundForm order={order} visitor={visitor} act={newAct()} />
        </section>
      )}
      <div class="next">
        <NextAct order={order} hasProof={waiting.length > 0} visitor={visitor} newAct={newAct} />
        <a class="plain-action" href={`/konsol/chat/${order.chat_id}`}>{t('Buka chat')}</a>
        {nextProof !== null && <a class="plain-action" href={`/konsol/pesanan/${nextProof}`}>{t('Bukti berikutnya: {pesanan}', { pesanan: nextProof })}</a>}
        {['paid', 'confirmed', 'packed', 'shipped'].includes(order.state) && <a class="plain-action" href={`/konsol/pesanan/${order.number}/cetak`}>{t('Cetak slip dan label')}</a>}
      </div>
      <div class="two">
        <section>
          <h2>{t('Isi')}</h2>
          <table class="sums"><tbody>
            {lines.map((line) => <tr><td>{line.quantity} × {line.title}<br /><span class="quiet">{line.sku} · {rupiah(line.unit_price)}</span></td><td>{rupiah(line.quantity * line.unit_price)}</td></tr>)}
            <tr><td>{t('Ongkir {layanan}', { layanan: order.service_name })}</td><td>{rupiah(order.shipping_cost)}</td></tr>
            {discounts.map((one) => <tr><td>{one.name}{one.code !== null && <><br /><span class="quiet">{t('Kode {kode}', { kode: one.code })}</span></>}</td><td>{rupiah(-one.amount)}</td></tr>)}
            {order.unique_code !== null && <tr><td>{t('Kode unik')}</td><td>{rupiah(order.unique_code)}</td></tr>}
            <tr class="sum"><td>{t('Total, {cara_bayar}', { cara_bayar: t(PAYMENTS[order.payment]) })}</td><td>{rupiah(order.total)}</td></tr>
          </tbody></table>
        </section>
        <section>
          <h2>{t('Kirim ke')}</h2>
          <p class="address"><strong>{order.recipient}</strong><br />{localPhone(order.phone)}<br />{order.address}</p>
          <p>{t.rich('{layanan}, dijanjikan tiba {kapan}', { layanan: order.service_name, kapan: <strong>{moments.range(order.arrives_from, order.arrives_to)}</strong> })}</p>
          <ParcelLines order={order} parcel={parcel} moments={moments} />
        </section>
      </div>
      <section>
        <h2>{t('Riwayat')}</h2>
        <ol class="history">{history.map((row) => (
          <li><time>{moments.stamp(row.at)}</time> <span><strong>{row.state in STATES ? t(STATES[row.state as Order['state']]) : row.state}</strong> · {whoDidIt(t, row.who, nameOf)}{row.why !== '' && `: ${row.why in REASONS_OF_SHOP ? t(REASONS_OF_SHOP[row.why]!) : row.why}`}</span></li>
        ))}</ol>
        {refund && <RefundLine refund={refund} moments={moments} nameOf={nameOf} />}
        {proofs.filter((proof) => proof.state !== 'waiting').map((proof) => (
          <p class="quiet">{t(proof.state === 'approved' ? 'Bukti {kapan} diterima {siapa}' : 'Bukti {kapan} ditolak {siapa}', { kapan: moments.stamp(proof.at), siapa: proof.decided_by ? nameOf(proof.decided_by) : '' })}{proof.reason ? `: ${proof.reason}` : ''}</p>
        ))}
      </section>
      <RarerActs order={order} visitor={visitor} newAct={newAct} />
    </div>
  );
}

/** A proof is a claim: the picture beside what should have been paid, and a yes only for what was seen in the bank (S16). */
function PaymentCheck({ view, proof, visitor, newAct, moments }: {
  readonly view: OrderView; readonly proof: Proof; readonly visitor: Visitor; readonly newAct: () => string; readonly moments: Moments;
}) {
  const t = useT();
  const { order, likenesses } = view;
  const base = `/konsol/pesanan/${order.number}`;
  return (
    <section class="check-payment" aria-label={t('Cek pembayaran')}>
      <div class="proof">
        {proof.file === null ? <p class="quiet">{t('Pelanggan menulis sudah membayar, tanpa foto.')}</p>
          : <a href={`/konsol/foto/bukti/${proof.id}`} target="_blank" rel="noopener"><img src={`/konsol/foto/bukti/${proof.id}`} alt={t('Bukti bayar dari pelanggan')} width="300" height="400" /></a>}
        <p class="quiet">{t('Dikirim {kapan}', { kapan: moments.stamp(proof.at) })}</p>
      </div>
      <div class="verdict">
        <h2>{t('Masuk {jumlah_uang}?', { jumlah_uang: rupiah(order.total) })}</h2>
        <p>{t('Cocokkan dengan mutasi rekening, bukan dengan fotonya.')} {order.unique_code !== null && t('Kode uniknya {jumlah_uang}.', { jumlah_uang: rupiah(order.unique_code) })}</p>
        {proof.claimed_amount !== null && <p>{t('Pelanggan menulis {jumlah_uang}.', { jumlah_uang: rupiah(proof.claimed_amount) })}</p>}
        <Doubts proof={proof} likenesses={likenesses} moments={moments} />
        {order.state !== 'cancelled' && (
          <Form to={`${base}/lunas`} visitor={visitor} act={newAct()} kind="stack">
            <label class="tick"><input type="checkbox" name="seen" value="ya" required /> <span>{t('{jumlah_uang} sudah saya lihat di mutasi', { jumlah_uang: rupiah(order.total) })}</span></label>
            <button class="main-action">{t('Terima pembayaran')}</button>
          </Form>
        )}
        {(order.state === 'cancelled' || order.state === 'expired') && (
          <Disclosure id="uang" title={order.state === 'cancelled' ? t('Pesanan sudah dibatalkan: kembalikan uangnya') : t('Uangnya masuk, tetapi dikembalikan')}>
            <RefundForm order={order} visitor={visitor} act={newAct()} />
          </Disclosure>
        )}
        <Disclosure id="tolak" title={t('Tolak bukti ini')}>
          <Form to={`${base}/tolak`} visitor={visitor} act={newAct()} kind="stack">
            <label>{t('Alasannya, dibaca pelanggan')} <input name="reason" required maxlength={300} placeholder={t('Misalnya: yang masuk baru Rp78.000')} /></label>
            <button class="warning-action">{t('Tolak dan beri tahu')}</button>
          </Form>
        </Disclosure>
      </div>
    </section>
  );
}

function NextAct({ order, hasProof, visitor, newAct }: { readonly order: Order; readonly hasProof: boolean; readonly visitor: Visitor; readonly newAct: () => string }) {
  const t = useT();
  const base = `/konsol/pesanan/${order.number}`;
  switch (order.state) {
    case 'awaiting_payment': return hasProof ? null : (
      <Disclosure id="lunas" title={t('Pembayaran sudah masuk')}>
        <Form to={`${base}/lunas`} visitor={visitor} act={newAct()} kind="stack">
          <label class="tick"><input type="checkbox" name="seen" value="ya" required /> <span>{t('{jumlah_uang} sudah saya lihat di mutasi', { jumlah_uang: rupiah(order.total) })}</span></label>
          <button class="main-action">{t('Terima pembayaran')}</button>
        </Form>
      </Disclosure>
    );
    case 'paid': case 'confirmed': return <OneTap to="kemas" words={t('Sudah dikemas')} order={order} visitor={visitor} act={newAct()} />;
    case 'packed': return (
      <Form to={`${base}/kirim`} visitor={visitor} act={newAct()} kind="ship-one">
        <label>{t('Nomor resi')} <input name="tracking" required maxlength={60} autocomplete="off" autocapitalize="characters" spellcheck={false} data-draft={`resi:${order.number}`} /></label>
        <button class="main-action">{t('Tandai dikirim')}</button>
        <button class="plain-action" name="without" value="ya" formnovalidate>{t('Tanpa resi')}</button>
      </Form>
    );
    case 'shipped': return <OneTap to="terima" words={t('Sudah diterima')} order={order} visitor={visitor} act={newAct()} />;
    default: return null;
  }
}

function RarerActs({ order, visitor, newAct }: { readonly order: Order; readonly visitor: Visitor; readonly newAct: () => string }) {
  const t = useT();
  const base = `/konsol/pesanan/${order.number}`;
  return (
    <div class="rarer">
      {mayBecome(order.state, 'cancelled') && (
        <Disclosure id="batal" title={t('Batalkan pesanan')}>
          <Form to={`${base}/batal`} visitor={visitor} act={newAct()} kind="stack">
            <label>{t('Alasannya, dibaca pelanggan')} <input name="reason" required maxlength={300} /></label>
            <button class="warning-action">{t('Batalkan {pesanan}', { pesanan: order.number })}</button>
          </Form>
        </Disclosure>
      )}
      {order.state === 'shipped' && (
        <Disclosure id="resi" title={order.tracking ? t('Perbaiki nomor resi') : t('Tambahkan nomor resi')}>
          <Form to={`${base}/resi`} visitor={visitor} act={newAct()} kind="stack">
            <label>{t('Nomor resi yang benar')} <input name="tracking" required maxlength={60} autocomplete="off" autocapitalize="characters" spellcheck={false} /></label>
            <p class="quiet">{t('Pelanggan diberi tahu nomor yang benar.')}</p>
            <button class="plain-action">{t('Simpan resi')}</button>
          </Form>
        </Disclosure>
      )}
      {mayBecome(order.state, 'returned') && (
        <Disclosure id="kembali" title={t('Barang dikembalikan')}>
          <Form to={`${base}/kembali`} visitor={visitor} act={newAct()} kind="stack">
            <label class="tick"><input type="checkbox" name="restock" value="ya" /> <span>{t('Barangnya masih layak jual, kembalikan ke stok')}</span></label>
            <button class="warning-action">{t('Catat pengembalian')}</button>
          </Form>
        </Disclosure>
      )}
    </div>
  );
}
