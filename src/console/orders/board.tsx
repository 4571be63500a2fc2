import { rupiah } from '../../shop/payment/rupiah.ts';
import type { Visitor } from '../console-env.ts';
import { Form } from '../frame/form.tsx';
import type { Moments } from '../frame/moments.ts';
import { COLUMNS, type BoardOrder, type Column, type Likeness } from '../queries/order-board.ts';
import type { ParcelNews } from '../../shop/parcels/parcel-news.ts';
import { ParcelTrouble } from './parcel-lines.tsx';
import type { PromiseStanding } from './promise.ts';
import { COLUMN_EMPTY, COLUMN_NAMES, PAYMENTS, STATES } from './words.ts';
import type { Proof } from '../../shop/payment/proofs.ts';
import { Doubts } from './doubts.tsx';
import { useT } from '../language/translate.tsx';

/** Orders by what is to be done with them; what is late or about to be stands above everything. */
export function Board({ query, found, proofOf, column, counts, orders, late, today, tomorrow, visitor, newAct, moments, linesOf, standing, isUntold, parcelOf }: {
  readonly query: string;
  /** What a search found; null where nothing is searched. */
  readonly found: readonly BoardOrder[] | null; readonly proofOf: (order: BoardOrder) => { readonly proof: Proof; readonly likenesses: readonly Likeness[] } | null;
  readonly column: Column; readonly counts: Readonly<Record<Column, number>>; readonly orders: readonly BoardOrder[];
  readonly late: readonly BoardOrder[]; readonly today: readonly BoardOrder[]; readonly tomorrow: readonly BoardOrder[]; readonly visitor: Visitor; readonly newAct: () => string;
  readonly moments: Moments; readonly standing: (order: BoardOrder) => PromiseStanding; readonly isUntold: (order: number) => boolean; readonly parcelOf: (order: number) => ParcelNews | undefined; readonly linesOf: (order: number) => readonly { readonly title: string; readonly quantity: number }[];
}) {
  const t = useT();
  return (
    <div class="page board" id="papan" data-live="">
      <h1>{t('Pesanan')}</h1>
      <form class="search" action="/konsol/pesanan" role="search">
        <input type="search" name="cari" value={query} placeholder={t('Cari nomor, penerima, HP, resi')} aria-label={t('Cari pesanan')} data-key="/" />
      </form>
      {found ? <Found orders={found} query={query} standing={standing} linesOf={linesOf} moments={moments} /> : <>
      {late.length > 0 && <Urgent title={t('{jumlah} terlambat dari janji pertama', { jumlah: late.length })} kind="late" orders={late} moments={moments} isUntold={isUntold} />}
      {today.length > 0 && <Urgent title={t('{jumlah} harus diserahkan ke kurir hari ini', { jumlah: today.length })} kind="waits" orders={today} moments={moments} isUntold={isUntold} />}
      {tomorrow.length > 0 && <Urgent title={t('{jumlah} harus diserahkan ke kurir paling lambat besok', { jumlah: tomorrow.length })} kind="soon" orders={tomorrow} moments={moments} isUntold={isUntold} />}
      <nav class="columns" aria-label={t('Keadaan pesanan')}>
        {COLUMNS.map((name) => (
          <a href={`/konsol/pesanan?di=${name}`} aria-current={name === column ? 'true' : undefined} class={counts[name] === 0 ? 'none' : ''}>
            {t(COLUMN_NAMES[name])}{name !== 'selesai' && <span class="tally">{counts[name]}</span>}
          </a>
        ))}
      </nav>
      {orders.length === 0 ? <p class="empty-line">{t(COLUMN_EMPTY[column])}</p> : (
        <>
          {(column === 'kemas' || column === 'kirim') && <p><a class="plain-action" href={`/konsol/pesanan/cetak?di=${column}`}>{t('Cetak semua slip dan label')}</a></p>}
          {column === 'kirim' && <ShipMany orders={orders} visitor={visitor} newAct={newAct} />}
          <ul class="orders">{orders.map((order) => (
            <li class="order-card">
              <OrderHead order={order} standing={standing(order)} />
              <p class="what">{linesOf(order.id).map((line) => `${line.quantity} × ${line.title}`).join(', ')}</p>
              <p class="quiet">{order.service_name} · {t(PAYMENTS[order.payment])} · {t('tiba {kapan}', { kapan: moments.range(order.arrives_from, order.arrives_to) })}</p>
              {column === 'bukti' && <ProofAtAGlance order={order} proof={proofOf(order)} moments={moments} />}
              {column === 'jalan' && <ParcelTrouble parcel={parcelOf(order.id)} />}
              <div class="actions">
                {column === 'bukti' && <a class="main-action" href={`/konsol/pesanan/${order.number}`}>{t('Cek pembayaran')}</a>}
                {column === 'kemas' && <OneTap to="kemas" words={t('Sudah dikemas')} order={order} visitor={visitor} act={newAct()} onBoard />}
                {column === 'uang' && <a class="main-action" href={`/konsol/pesanan/${order.number}`}>{t('Kembalikan uangnya')}</a>}
                {column === 'jalan' && <OneTap to="terima" words={t('Sudah diterima')} order={order} visitor={visitor} act={newAct()} onBoard />}
                {(column === 'kemas' || column === 'kirim') && <a class="plain-action" href={`/konsol/pesanan/${order.number}/cetak`}>{t('Cetak')}</a>}
              </div>
            </li>
          ))}</ul>
        </>
      )}
      </>}
    </div>
  );
}

/** Orders by what was searched, in whatever state they are. */
function Found({ orders, query, standing, linesOf, moments }: {
  readonly orders: readonly BoardOrder[]; readonly query: string; readonly moments: Moments;
  readonly standing: (order: BoardOrder) => PromiseStanding; readonly linesOf: (order: number) => readonly { readonly title: string; readonly quantity: number }[];
}) {
  const t = useT();
  if (orders.length === 0) return <p class="empty-line">{t('Tidak ada pesanan dengan nomor, penerima, HP, atau resi "{dicari}".', { dicari: query })}</p>;
  return (
    <ul class="orders">{orders.map((order) => (
      <li class="order-card">
        <OrderHead order={order} standing={standing(order)} />
        <p class="what">{linesOf(order.id).map((line) => `${line.quantity} × ${line.title}`).join(', ')}</p>
        <p class="quiet"><span class={`state ${order.state}`}>{t(STATES[order.state])}</span> {moments.stamp(order.placed_at)}{order.tracking && ` · ${t('Resi')} ${order.tracking}`}</p>
      </li>
    ))}</ul>
  );
}

/** The picture, small, and what speaks against it, so that the doubtful ones are seen before they are opened. */
function ProofAtAGlance({ order, proof, moments }: { readonly order: BoardOrder; readonly proof: ReturnType<Parameters<typeof Board>[0]['proofOf']>; readonly moments: Moments }) {
  const t = useT();
  if (!proof) return null;
  return (
    <div class="glance">
      {proof.proof.file !== null && <a href={`/konsol/pesanan/${order.number}`}><img src={`/konsol/foto/bukti/${proof.proof.id}`} alt={t('Bukti bayar dari pelanggan')} loading="lazy" width="72" height="96" /></a>}
      <div>
        <p class="quiet">{t('Dikirim {kapan}', { kapan: moments.stamp(proof.proof.at) })}</p>
        <Doubts proof={proof.proof} likenesses={proof.likenesses} moments={moments} />
      </div>
    </div>
  );
}

function Urgent({ title, kind, orders, moments, isUntold }: {
  readonly title: string; readonly kind: string; readonly orders: readonly BoardOrder[]; readonly moments: Moments; readonly isUntold: (order: number) => boolean;
}) {
  const t = useT();
  return (
    <section class={`urgent ${kind}`} aria-label={title}>
      <h2>{title}</h2>
      <ul>{orders.slice(0, 12).map((order) => (
        <li><a href={`/konsol/pesanan/${order.number}`}><strong>{order.number}</strong> {order.recipient} · {t(STATES[order.state])} · {t(order.late_told_at === null ? 'dijanjikan {kapan}' : 'tiba {kapan}', { kapan: moments.date(order.arrives_to) })}
          {kind === 'late' && order.late_told_at !== null && `, ${isUntold(order.id) ? t('pelanggan belum diberi tahu') : t('tanggal baru sudah diberitahukan')}`}</a></li>
      ))}</ul>
    </section>
  );
}

/** Who and how much, and whether the promise still holds. `alone` on the order's own page, which bears its number already. */
export function OrderHead({ order, standing, alone = false }: { readonly order: BoardOrder; readonly standing: PromiseStanding; readonly alone?: boolean }) {
  const t = useT();
  return (
    <p class="order-head">
      {alone ? <strong>{order.recipient}</strong> : <a href={`/konsol/pesanan/${order.number}`}><strong>{order.number}</strong> {order.recipient}</a>}
      <span class="amount">{rupiah(order.total)}</span>
      {standing === 'late' && <strong class="late">{t('terlambat')}</strong>}
      {standing === 'hand_over_today' && <strong class="waits">{t('kirim hari ini')}</strong>}
      {standing === 'hand_over_tomorrow' && <span class="waits">{t('kirim paling lambat besok')}</span>}
    </p>
  );
}

/** An act that needs no more than a tap. */
export function OneTap({ to, words, order, visitor, act, onBoard = false }: {
  readonly to: string; readonly words: string; readonly order: { readonly number: string }; readonly visitor: Visitor; readonly act: string;
  /** Afterwards the board is shown again, and not the order. */
  readonly onBoard?: boolean;
}) {
  return (
    <Form to={`/konsol/pesanan/${order.number}/${to}`} visitor={visitor} act={act}>
      {onBoard && <input type="hidden" name="from" value="papan" />}
      <button class="main-action">{words}</button>
    </Form>
  );
}

/** The courier has come: all tracking numbers in one go. Empty ones stay where they are. */
function ShipMany({ orders, visitor, newAct }: { readonly orders: readonly BoardOrder[]; readonly visitor: Visitor; readonly newAct: () => string }) {
  const t = useT();
  return (
    <Form to="/konsol/pesanan/kirim" visitor={visitor} act={newAct()} kind="ship-many" label={t('Kirim sekaligus')}>
      <h2>{t('Serahkan ke kurir')}</h2>
      {orders.map((order) => (
        <label><span><strong>{order.number}</strong> {order.recipient} <span class="quiet">{order.service_name}</span></span>
          <input name={`resi:${order.number}`} placeholder={t('Nomor resi')} maxlength={60} autocomplete="off" autocapitalize="characters" spellcheck={false} data-draft={`resi:${order.number}`} /></label>
      ))}
      <button class="main-action">{t('Tandai dikirim')}</button>
      <p class="quiet">{t('Yang resinya kosong tidak berubah. Pelanggan langsung menerima nomor resinya.')}</p>
    </Form>
  );
}
