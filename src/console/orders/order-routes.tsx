import { Hono } from 'hono';
import type { StaffAct, StaffOutcome } from '../../channels/staff-desk.ts';
import type { ConsoleContext, ConsoleEnv } from '../console-env.ts';
import { parseRupiah } from '../../shop/catalogue/money-text.ts';
import { COLUMNS, type BoardOrder, type Column } from '../queries/order-board.ts';
import { actOf, afterAct, momentsNow, nameOf, newAct, notFoundPage, showPage, type Site } from '../site.tsx';
import { Board } from './board.tsx';
import { createTrackingDoubts } from './doubtful-tracking.ts';
import { OrderPage, type OrderView } from './order-page.tsx';
import { PrintPage } from './print.tsx';
import { standingOf, type PromiseStanding } from './promise.ts';
import type { TextAbout } from '../language/texts.ts';
import { Speaking, type Translate } from '../language/translate.tsx';

/** Orders: the board, one order with its payment, and all that staff do with it, each act through the desk. */
export function createOrderRoutes(site: Site): Hono<ConsoleEnv> {
  const { parts, board } = site;
  const { desk } = parts;

  const doubts = createTrackingDoubts();

  const standing = (order: BoardOrder) => standingOf(order, parts.premises(), parts.now());

  function view(number: string): OrderView | null {
    const order = board.get(number);
    if (!order) return null;
    const proofs = parts.business.proofs.ofOrder(order.id);
    const waiting = proofs.find((proof) => proof.state === 'waiting');
    return {
      order, proofs, refund: parts.business.refunds.of(order.id), lines: parts.business.orders.lines(order.id),
      discounts: parts.business.orders.discounts(order.id), parcel: parts.business.parcelNews.of(order.id),
      keptBy: parts.business.untold.ofOrder(order.id) ? parts.business.chats.get(order.chat_id).holder : null, history: parts.business.orders.history(order.id),
      likenesses: waiting ? board.likenesses(order, waiting, parts.now()) : [],
    };
  }

  function proofOf(order: BoardOrder) {
    const proof = parts.business.proofs.waitingOf(order.id).at(0);
    return proof ? { proof, likenesses: board.likenesses(order, proof, parts.now()) } : null;
  }

  /** From one whose payment is looked at, or was accepted just now, to the next in the order of the board; after the last, the first. */
  function nextProof({ number, state, proofs_waiting: here }: BoardOrder): string | null {
    if (here === 0 && state !== 'paid' && state !== 'awaiting_payment') return null;
    const waiting = board.inColumn('bukti').map((order) => order.number);
    return waiting[waiting.indexOf(number) + 1] ?? waiting.find((other) => other !== number) ?? null;
  }

  /** Hands a parcel over, once its number is not doubtful or was sent a second time. */
  function ship(by: StaffAct, number: string, tracking: string, t: Translate): StaffOutcome {
    const order = board.get(number);
    const doubt = order?.state === 'packed' ? doubts.about(order, tracking, t) : null;
    return doubt === null ? desk.ship(by, number, tracking) : { kind: 'refused', reason: doubt };
  }

  /** An act on one order: what it needs from the form, and what is said when it is done. */
  function act(doIt: (act: StaffAct, number: string, form: Readonly<Record<string, unknown>>, t: Translate) => StaffOutcome, done: TextAbout<'pesanan'>) {
    return async (c: ConsoleContext): Promise<Response> => {
      const form = await c.req.parseBody();
      const number = (c.req.param('number') ?? '').toUpperCase();
      if (!board.get(number)) return notFoundPage(site, c, 'pesanan', 'Pesanan ini tidak ada');
      return afterAct(site, c, doIt(actOf(c, form), number, form, c.get('t')), c.get('t')(done, { pesanan: number }), form.from === 'papan' ? boardOf(c) : `/konsol/pesanan/${number}`);
    };
  }

  return new Hono<ConsoleEnv>()
    .get('/pesanan', (c) => {
      const counts = board.counts();
      const query = (c.req.query('cari') ?? '').trim().slice(0, 100);
      const asked = c.req.query('di') as Column | undefined;
      const column = asked && COLUMNS.includes(asked) ? asked : COLUMNS.find((name) => counts[name] > 0) ?? 'bukti';
      const moments = momentsNow(site, c);
      const toShip = board.toShip().map((order) => ({ order, standing: standing(order) }));
      const due = (when: PromiseStanding) => toShip.flatMap((one) => (one.standing === when ? [one.order] : []));
      return showPage(site, c, { title: c.get('t')('Pesanan'), tab: 'pesanan' },
        <Board query={query} found={query === '' ? null : board.search(query)} proofOf={proofOf} column={column} counts={counts} orders={board.inColumn(column)} late={board.late(moments.today)}
          today={due('hand_over_today')} tomorrow={due('hand_over_tomorrow')}
          visitor={c.get('visitor')} newAct={() => newAct(site)} moments={moments} standing={standing} isUntold={(order) => parts.business.untold.ofOrder(order) !== undefined} parcelOf={(order) => parts.business.parcelNews.of(order)} linesOf={(order) => parts.business.orders.lines(order)} />);
    })
    .get('/pesanan/cetak', (c) => {
      const t = c.get('t');
      const column = c.req.query('di') === 'kirim' ? 'kirim' : 'kemas';
      const sheets = board.inColumn(column).map((order) => ({ order, lines: parts.business.orders.lines(order.id) }));
      return c.html(<Speaking t={t}><PrintPage title={t('Cetak {jumlah} pesanan', { jumlah: sheets.length })} back={`/konsol/pesanan?di=${column}`} sheets={sheets}
        store={parts.premises().catalogue.store} moments={momentsNow(site, c)} /></Speaking>);
    })
    .get('/pesanan/:number', (c) => {
      const found = view(c.req.param('number'));
      if (!found) return notFoundPage(site, c, 'pesanan', 'Pesanan ini tidak ada');
      return showPage(site, c, { title: found.order.number, tab: 'pesanan' },
        <OrderPage view={found} nextProof={nextProof(found.order)} standing={standing(found.order)} visitor={c.get('visitor')} newAct={() => newAct(site)} moments={momentsNow(site, c)} nameOf={(id) => nameOf(site, id)} />);
    })
    .get('/pesanan/:number/cetak', (c) => {
      const found = view(c.req.param('number'));
      if (!found) return notFoundPage(site, c, 'pesanan', 'Pesanan ini tidak ada');
      return c.html(<Speaking t={c.get('t')}><PrintPage title={c.get('t')('Cetak {pesanan}', { pesanan: found.order.number })} back={`/konsol/pesanan/${found.order.number}`} sheets={[found]} store={parts.premises().catalogue.store} moments={momentsNow(site, c)} /></Speaking>);
    })

    .post('/pesanan/kirim', async (c) => {
      const t = c.get('t');
      const form = await c.req.parseBody();
      const by = actOf(c, form);
      const given = Object.entries(form).flatMap(([key, value]) =>
        (key.startsWith('resi:') && String(value).trim() !== '' ? [{ number: key.slice('resi:'.length), tracking: String(value).trim().slice(0, 60) }] : []));
      const outcomes = given.map(({ number, tracking }) => ({ number, outcome: ship({ ...by, id: `${by.id}:${number}`.slice(0, 80) }, number, tracking, t) }));
      const untold = outcomes.flatMap(({ outcome }) => (outcome.kind === 'done' && outcome.note !== null ? [outcome.note] : []));
      const failed = outcomes.flatMap(({ outcome }) => (outcome.kind === 'done' ? [] : [outcome.reason]));
      const shipped = outcomes.length - failed.length;
      const outcome: StaffOutcome = given.length === 0 ? { kind: 'refused', reason: t('Belum ada resi yang diisi.') }
        : failed.length > 0 ? { kind: 'refused', reason: [t('{jumlah} dikirim.', { jumlah: shipped }), ...failed, ...untold].join(' ') }
          : { kind: 'done', note: untold.length > 0 ? [t('{jumlah} dikirim.', { jumlah: shipped }), ...untold].join(' ') : null };
      return afterAct(site, c, outcome, t('{jumlah} paket dikirim; pelanggannya sudah diberi nomor resi.', { jumlah: shipped }), '/konsol/pesanan?di=kirim');
    })
    .post('/pesanan/:number/lunas', act((by, number, form, t) => (form.seen === 'ya' ? desk.approvePayment(by, number)
      : { kind: 'refused', reason: t('Centang dulu bahwa uangnya sudah terlihat di mutasi.') }), 'Pembayaran {pesanan} diterima; pelanggan sudah diberi tahu.'))
    .post('/pesanan/:number/tolak', act((by, number, form) => desk.rejectPayment(by, number, said(form.reason)), 'Bukti {pesanan} ditolak; pelanggan diminta mengirim lagi.'))
    .post('/pesanan/:number/kemas', act((by, number) => desk.pack(by, number), '{pesanan} dikemas.'))
    .post('/pesanan/:number/kirim', act((by, number, form, t) => {
      const tracking = said(form.tracking).slice(0, 60);
      if (form.without === 'ya') return desk.ship(by, number, '');
      return tracking === '' ? { kind: 'refused', reason: t('Tulis nomor resinya, atau pilih Tanpa resi.') } : ship(by, number, tracking, t);
    }, '{pesanan} dikirim; pelanggan sudah diberi tahu.'))
    .post('/pesanan/:number/resi', act((by, number, form, t) => {
      const order = board.get(number)!;
      const tracking = said(form.tracking).slice(0, 60);
      const doubt = tracking === '' ? t('Tulis nomor resinya.') : order.state === 'shipped' ? doubts.about(order, tracking, t) : null;
      return doubt === null ? desk.correctTracking(by, number, tracking) : { kind: 'refused', reason: doubt };
    }, 'Resi {pesanan} diperbaiki; pelanggan sudah diberi tahu.'))
    .post('/pesanan/:number/terima', act((by, number) => desk.deliver(by, number), '{pesanan} sudah diterima pelanggan.'))
    .post('/pesanan/:number/uang', act((by, number, form, t) => {
      const read = parseRupiah(said(form.amount));
      return read.kind === 'money' ? desk.refund(by, number, read.amount, said(form.reference)) : { kind: 'refused', reason: t('Tulis jumlahnya dalam rupiah, misalnya 44390.') };
    }, 'Pengembalian uang {pesanan} dicatat; pelanggan sudah diberi tahu.'))
    .post('/pesanan/:number/batal', act((by, number, form) => desk.cancel(by, number, said(form.reason)), '{pesanan} dibatalkan; stoknya kembali.'))
    .post('/pesanan/:number/kembali', act((by, number, form) => desk.takeBack(by, number, form.restock === 'ya'), '{pesanan} dicatat dikembalikan.'));
}

const said = (value: unknown): string => String(value ?? '').trim().slice(0, 300);

/** Back to the column of the board the tap came from. */
function boardOf(c: ConsoleContext): string {
  const from = /\/konsol\/pesanan\?di=([a-z]+)$/.exec(c.req.header('referer') ?? '')?.[1];
  return from && (COLUMNS as readonly string[]).includes(from) ? `/konsol/pesanan?di=${from}` : '/konsol/pesanan';
}
