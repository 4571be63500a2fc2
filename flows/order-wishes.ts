import { action } from '../src/flow/flow.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { OrderState } from '../src/shop/ordering/order-states.ts';
import { promised } from './people/promised.ts';

const NOT_SENT_YET: ReadonlySet<OrderState> = new Set(['awaiting_payment', 'confirmed', 'paid', 'packed']);
const WISH = /\b(?:kartu ucapan|ucapan(?:nya)?|catatan(?:nya)?|pengirim(?:nya)?|tanpa nota|jangan (?:pakai|pake|kasih|ada) nota|gift card|greeting card)\b/;
const ASKS = /\?|\b(?:bisa|boleh|apakah|gimana|bagaimana|berapa)\b/i;

/**
 * "pengirimnya tulis dari Rina ya, sama kartu ucapan": what goes with a parcel is a person's to see to. Passed on with her words, and
 * null where it is a question, which the owner's answers may know, or where there is neither an order to be sent nor a cart.
 */
export function wishPassedOn(talk: Talk): Said | null {
  const { shop, say, meaning } = talk;
  if (!WISH.test(meaning.normal) || ASKS.test(meaning.raw)) return null;
  const order = shop.openOrders().find((open) => NOT_SENT_YET.has(open.state));
  if (!order && shop.cart().length === 0) return null;
  const promise = shop.askForPerson('order_wish', { said: meaning.raw.slice(0, 500), ...(order && { order: order.number }) });
  return { text: [order ? say('order.wish_passed_on', { nomor: order.number }) : say('order.wish_kept'), promised(talk, promise)].join(' '), quiet: true };
}

const isFirst = (talk: WishTalk): boolean => talk.meaning.wishes.length === 0 || talk.meaning.wishes[0]!.intent === talk.wish.intent;

export const orderWish = action('order_wish', {
  faq_other: ['pengirimnya tulis dari saya ya', 'sertakan kartu ucapan selamat ulang tahun', 'catatan: titip ke satpam ya'], change_cart: [], out_of_scope: [], search_product: [],
}, (talk) => (isFirst(talk) ? wishPassedOn(talk) : null), 4);
