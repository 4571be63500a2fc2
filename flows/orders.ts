import { action, answer, askAgain, end, flow } from '../src/flow/flow.ts';
import { NO, refused, sure, type Reading } from '../src/flow/question.ts';
import { choice, yesNo } from '../src/flow/questions.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { OrderState } from '../src/shop/ordering/order-states.ts';
import type { Order } from '../src/shop/ordering/orders.ts';
import { refundWords } from '../src/wording/refund-words.ts';
import { reductionLines } from './benefits.ts';
import { ADDRESS } from './cart/changing.ts';
import { howToPay } from './confirmation.ts';
import { promised } from './people/promised.ts';

/** The order a message is about: the one it names (this customer's own), else her newest open one, else her last. */
function orderMeant(talk: WishTalk): Order | 'not_found' | null {
  const number = talk.tapped.order ?? talk.meaning.order;
  if (number !== null) return talk.shop.order(number) ?? 'not_found';
  return talk.shop.openOrders()[0] ?? talk.shop.orders()[0] ?? null;
}

/** Where one order stands, in one bubble. */
export function standing(talk: Talk, order: Order): string {
  const { say, shop } = talk;
  const proofWaits = order.state === 'awaiting_payment' && order.expires_at === null;
  const refund = shop.refund(order);
  return [
    say('order.heading', { nomor: order.number, keadaan: say(`order.state.${order.state}`) }),
    ...shop.orderLines(order).map((line) => say('cart.line', {
      jumlah: String(line.quantity), produk: line.title, harga: say.rupiah(line.quantity * line.unit_price),
    })),
    ...reductionLines(talk, shop.orderDiscounts(order)),
    say('order.total', { total: say.rupiah(order.total) }),
    ...(order.state === 'awaiting_payment' ? [proofWaits ? say('order.proof_waits') : howToPay(talk, order)] : []),
    ...(order.state === 'paid' || proofWaits || order.state === 'confirmed' || order.state === 'packed'
      ? [say('order.arrives', { layanan: order.service_name, tiba: say.days(order.arrives_from, order.arrives_to) })] : []),
    ...(order.state === 'shipped'
      ? [say('order.on_the_way', { layanan: order.service_name, resi: order.tracking || '-', tiba: say.days(order.arrives_from, order.arrives_to) }), ...courierNews(talk, order), ...followed(talk, order)] : []),
    ...(refund ? [refundWords(say, order, refund)] : []),
  ].join('\n');
}

/** The courier's last event, when it happened, and when that was seen. */
function courierNews(talk: Talk, order: Order): readonly string[] {
  const news = talk.shop.parcelNews(order);
  if (!news || news.said === null || news.happened === null || news.seen_at === null) return [];
  const [date = '', clock = ''] = news.happened.split(' ');
  return [talk.say('order.courier_news', { kapan: `${talk.say.day(date)} ${clock.replace(':', '.')}`, kabar: news.said, dicek: talk.say.dayAndTime(news.seen_at) })];
}

function followed(talk: Talk, order: Order): readonly string[] {
  const link = talk.shop.parcelLink(order);
  return link ? [talk.say(link.filledIn ? 'order.track_link' : 'order.track_page', { tautan: link.url })] : [];
}

/** What the customer may still do with an order herself. */
export function whatMayBeDone(talk: Talk, order: Order): readonly Offer[] {
  const nomor = order.number;
  return [
    ...(talk.shop.mayChange(order) ? [{ label: talk.say('order.change_this', { nomor }), does: { kind: 'do' as const, module: 'change_order', order: nomor } }] : []),
    ...(talk.shop.mayCancel(order) ? [{ label: talk.say('order.cancel_this', { nomor }), does: { kind: 'wish' as const, intent: 'cancel_order' as const, order: nomor } }] : []),
  ];
}

function status(talk: WishTalk): Said | null {
  const order = orderMeant(talk);
  if (order === 'not_found') return { text: talk.say('order.not_found', { nomor: talk.tapped.order ?? talk.meaning.order ?? '' }) };
  if (order === null) {
    return { text: talk.say('order.none_here'), offers: [{ label: talk.say('menu.human'), does: { kind: 'wish', intent: 'talk_to_human' } }] };
  }
  const others = talk.shop.openOrders().filter((other) => other.id !== order.id);
  const late = order.state === 'shipped' && talk.shop.hours.localDate(talk.shop.now) > order.arrives_to;
  const notSentYet = talk.wish.intent === 'track_order' && BEFORE_THE_COURIER.has(order.state);
  return {
    text: [
      standing(talk, order),
      ...(notSentYet ? [talk.say('order.no_tracking_yet')] : []),
      ...(late ? [talk.say('order.late_person'), promised(talk, talk.shop.askForPerson('late_parcel', { order: order.number }))] : []),
    ].join('\n'),
    offers: [
      ...whatMayBeDone(talk, order),
      ...others.slice(0, 3).map((other) => ({ label: other.number, does: { kind: 'wish' as const, intent: 'order_status' as const, order: other.number } })),
    ],
  };
}

/** No tracking number yet, and one is to come. */
const BEFORE_THE_COURIER: ReadonlySet<OrderState> = new Set(['confirmed', 'paid', 'packed']);

export const orderStatus = answer('order_status', {
  order_status: ['pesananku udah dikirim belum', 'status order saya gimana', 'kok belum ada kabar ya pesanan saya', 'orderan kemarin gimana'],
}, status);

export const track = answer('track', {
  track_order: ['paket sampai mana kak', 'minta nomor resi dong', 'resinya ga ke detek', 'paketan kulo dugi pundi'],
}, status);

/** "kapan dikirim?": asked of an order where one is open and no other parcel is spoken of; the quote stands back then. */
export const whenSent = answer('when_sent', { ask_shipping_time: ['kapan dikirim kak'] },
  (talk) => (talk.shop.openOrders().length > 0 ? status(talk) : null), -1);

/** "udah sampai kak": the customer says that it has come. */
export const arrived = action('arrived', { thanks: ['paketnya udah sampai ya makasih'] }, (talk) => {
  if (!/\b(?:sampai|sampe|nyampe|mendarat|diterima|dugi|teko|tekan|tos nampi)\b/.test(talk.meaning.normal) || talk.wish.intent !== 'thanks') return null;
  const order = talk.shop.openOrders().filter((open) => open.state === 'shipped').at(-1);
  if (!order) return null;
  talk.shop.markDelivered(order);
  return { text: talk.say('order.delivered_thanks', { nomor: order.number }) };
}, 1);

interface Which { readonly order: string }

const cancellable = (talk: Talk): readonly Order[] => talk.shop.openOrders().filter((order) => talk.shop.mayCancel(order));

function readOrder(talk: Talk): Reading<string> {
  if (talk.meaning.order === null) return NO;
  const order = talk.shop.order(talk.meaning.order);
  return order ? sure(order.number) : refused(talk.say('order.not_found', { nomor: talk.meaning.order }));
}

const REVISES = /\b(?:bikin|jadi|ganti)\s+\d|\bjadinya\b/;

/** "batal DK-1042": which one, are you sure, done. */
export const cancelOrder = flow('cancel_order', {
  cancel_order: ['mau cancel order saya', 'batalin pesanan dong', 'pesanan kemarin dibatalkan aja', 'ora sido mas batal wae'],
})
  .from((talk) => {
    const number = talk.tapped.order ?? talk.meaning.order;
    if (number !== null) {
      const order = talk.shop.order(number);
      return order ? { order: order.number } : {};
    }
    const open = talk.shop.openOrders();
    // Without an order there is only the cart to give up; that is a change of the cart, not of an order.
    if (open.length === 0 || REVISES.test(talk.meaning.normal)) return null;
    return open.length === 1 ? { order: open[0]!.number } : {};
  })
  .leaving((talk) => ({ text: talk.say('order.cancel_left') }))
  .pointless((talk) => (talk.shop.openOrders().length === 0 ? {
    text: talk.meaning.order !== null && !talk.shop.order(talk.meaning.order)
      ? talk.say('order.not_found', { nomor: talk.meaning.order })
      : lastWord(talk),
  } : null))
  .ask('order', choice<object, string>('order', {
    ask: (talk) => (talk.meaning.order !== null && !talk.shop.order(talk.meaning.order)
      ? `${talk.say('order.not_found', { nomor: talk.meaning.order })}\n\n${talk.say('order.cancel_which')}`
      : talk.say('order.cancel_which')),
    options: (talk) => cancellable(talk).slice(0, 5).map((order) => ({ value: order.number, label: `${order.number} ${talk.say.rupiah(order.total)}` })),
    read: readOrder,
    holds: (talk, number) => talk.shop.order(number) !== undefined,
  }))
  .ask('sure', yesNo<Which>('sure', {
    skip: (talk) => { const order = talk.shop.order(talk.facts.order); return !order || !talk.shop.mayCancel(order); },
    ask: (talk) => {
      const order = talk.shop.order(talk.facts.order)!;
      const asked = order.paid_at !== null ? 'order.cancel_sure_paid' : talk.shop.proofWaits(order) ? 'order.cancel_sure_proof' : 'order.cancel_sure';
      return talk.say(asked, { nomor: order.number, total: talk.say.rupiah(order.total) });
    },
    yes: (talk) => talk.say('order.cancel_yes'),
    no: (talk) => talk.say('order.cancel_no'),
  }))
  .done((talk) => {
    const { facts, say, shop } = talk;
    if (facts.sure === 'no') return end({ text: say('order.cancel_kept', { nomor: facts.order }) });
    const outcome = shop.cancelOrder(facts.order, 'customer');
    switch (outcome.kind) {
      case 'cancelled': {
        const paid = outcome.order.paid_at !== null;
        const mayBePaid = shop.proofWaits(outcome.order);
        if (paid || mayBePaid) shop.askForPerson('payment', { order: outcome.order.number, what: 'refund' });
        return end({
          text: say(paid ? 'order.cancelled_paid' : mayBePaid ? 'order.cancelled_proof' : 'order.cancelled', { nomor: outcome.order.number }),
        });
      }
      case 'too_late': {
        shop.askForPerson('asked', { order: outcome.order.number, what: 'cancel' });
        return end({ text: say('order.cancel_too_late', { nomor: outcome.order.number, keadaan: say(`order.state.${outcome.order.state}`) }) });
      }
      case 'not_found': return askAgain(['order'], { text: say('order.not_found', { nomor: facts.order }) });
    }
  });

function lastWord(talk: Talk): string {
  const order = talk.shop.orders()[0];
  return order ? talk.say('order.heading', { nomor: order.number, keadaan: talk.say(`order.state.${order.state}`) }) : talk.say('order.none');
}

const ABOUT_AN_ORDER = /\b(?:pesanan\w*|order(?:an)?\w*)\b/;

/** "ubah pesanan DK-1": until it is paid. Its lines are in the cart again; agreeing to the new total replaces it (design §6). */
export const changeOrder = action('change_order', {
  change_cart: ['mau ubah pesanan yang tadi', 'pesanan saya alamatnya salah, bisa diganti', 'orderan yang kemarin tambah satu lagi'],
}, (talk) => {
  const { shop, say } = talk;
  const number = talk.tapped.order ?? talk.meaning.order;
  const address = ADDRESS.test(talk.meaning.normal);
  if (number === null && (shop.cart().length > 0 || !(address || ABOUT_AN_ORDER.test(talk.meaning.normal)))) return null;
  const order = number === null ? shop.openOrders()[0] : shop.order(number);
  if (!order) return { text: number === null ? say('order.none') : say('order.not_found', { nomor: number }) };
  if (!shop.mayChange(order) && address && shop.openOrders().includes(order)) {
    const promise = shop.askForPerson('order_wish', { order: order.number, said: talk.meaning.raw.slice(0, 500) });
    return { text: [say('order.change_by_person', { nomor: order.number, keadaan: say(`order.state.${order.state}`) }), promised(talk, promise)].join(' '), quiet: true };
  }
  if (!shop.mayChange(order)) return { text: say('order.cannot_change', { nomor: order.number, keadaan: say(`order.state.${order.state}`) }) };
  if (shop.cart().length > 0) return { text: say('order.change_cart_first') };
  const gone = shop.changeOrder(order).map((line) => line.title).join(', ');
  return {
    text: [say('order.changing', { nomor: order.number }), ...(gone ? [say('order.again_missing', { produk: gone })] : [])].join('\n'),
    start: { flow: 'checkout', facts: { replaces: order.number } },
    ...(address && { forget: { flow: 'checkout', keys: wrongParticulars(talk) } }),
  };
}, 1);

/** What is to be told anew: "nomor penerimanya salah" leaves the street as it is. */
function wrongParticulars({ meaning }: Talk): readonly string[] {
  if (/\b(?:no|nomor|hp|wa|telp)\b/.test(meaning.normal)) return ['phone'];
  return /\bnama\b/.test(meaning.normal) ? ['name'] : ['street'];
}

/** "pesan lagi seperti kemarin": the same again, straight to the summary. */
const AGAIN = /\b(?:lagi|again|maneh|deui)\b.*\b(?:kemarin|sebelumnya|biasa(?:nya)?|tadi|dulu|same)\b|\b(?:sama|seperti|kayak|kaya|persis)\b.*\b(?:kemarin|sebelumnya|biasa(?:nya)?|terakhir|dulu)\b|\bulangi? (?:pesanan|order)\b|\brepeat order\b/;

export const orderAgain = action('order_again', {
  add_to_cart: ['pesan lagi seperti kemarin', 'order yang sama kayak sebelumnya'],
  checkout: [],
  order_status: [],
}, (talk) => {
  const last = talk.shop.orders()[0];
  if (!last || !(talk.tapped.chosen || AGAIN.test(talk.meaning.normal))) return null;
  const missing = talk.shop.orderAgain(last);
  const gone = missing.map((line) => line.title).join(', ');
  return {
    text: [talk.say('order.again', { nomor: last.number }), ...(gone ? [talk.say('order.again_missing', { produk: gone })] : [])].join('\n'),
    start: { flow: 'checkout', facts: {} },
  };
}, 2);

