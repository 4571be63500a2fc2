import { action, answer } from '../src/flow/flow.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { Order } from '../src/shop/ordering/orders.ts';
import { receiptLines } from '../src/wording/receipt-of.ts';
import { refundWords } from '../src/wording/refund-words.ts';

const RECEIPT = /\b(?:struk|nota|kwitansi|kuitansi|invoice|receipt|tagihan|bon)(?:nya)?\b/;

/** "minta struknya dong": of the order it names, else of her last, as text and as a picture. */
export const receipt = action('receipt', {
  order_status: ['minta struknya dong kak', 'boleh minta nota pesanan saya', 'invoicenya mana kak', 'minta kwitansi buat reimburse', 'can i have the receipt'],
}, (talk) => {
  if (!talk.tapped.chosen && !RECEIPT.test(talk.meaning.normal)) return null;
  const number = talk.tapped.order ?? talk.meaning.order;
  const order = number === null ? lastLiving(talk) : talk.shop.order(number);
  if (!order) return { text: number === null ? talk.say('order.none') : talk.say('order.not_found', { nomor: number }) };
  return receiptSaid(talk, order);
}, 2);

/** The newest order that a receipt can be had of: not one that was cancelled or lapsed unpaid. */
const lastLiving = (talk: WishTalk): Order | undefined =>
  talk.shop.orders().find((order) => order.paid_at !== null || (order.state !== 'cancelled' && order.state !== 'expired'));

function receiptSaid(talk: Talk, order: Order): Said {
  const { say, shop } = talk;
  if (order.paid_at === null && (order.state === 'cancelled' || order.state === 'expired')) {
    return { text: say('order.heading', { nomor: order.number, keadaan: say(`order.state.${order.state}`) }) };
  }
  const refund = shop.refund(order);
  return {
    text: [...receiptLines(say, order, { lines: shop.orderLines(order), discounts: shop.orderDiscounts(order) }, shop.store), ...(refund ? ['', refundWords(say, order, refund)] : [])].join('\n'),
    photo: `receipt:${say.language}:${order.number}`,
  };
}

const MONEY_BACK = /\b(?:refund\w*|uang\w*|duit\w*|dana\w*|money)\b/;
const WHERE = /\b(?:kapan|sudah|belum|mana|sampai|masuk|proses\w*|status|when|received)\b/;

/** "refund kapan masuk": where the money of a cancelled or returned order stands. */
export const refundStanding = answer('refund_standing', { return_refund: [], order_status: [], payment_proof: [] }, (talk) => {
  if (!MONEY_BACK.test(talk.meaning.normal) || !WHERE.test(talk.meaning.normal)) return null;
  const number = talk.meaning.order;
  for (const order of talk.shop.orders()) {
    const refund = number === null || talk.shop.order(number)?.id === order.id ? talk.shop.refund(order) : undefined;
    if (refund) return { text: refundWords(talk.say, order, refund) };
  }
  return null;
}, 2);
