import { answer } from '../src/flow/flow.ts';
import type { Said } from '../src/flow/said.ts';
import type { WishTalk } from '../src/flow/talk.ts';
import { LIKELY_FAQ, ownersAnswer, SURE_FAQ } from '../src/flow/faq-match.ts';
import { hoursAnswer } from '../src/wording/hours-answer.ts';

/** Opening hours to the day asked about: today, tomorrow, "hari minggu", "pas lebaran". */
export const hours = answer('hours', {
  ask_hours: ['buka jam berapa kak', 'masih buka ga', 'minggu buka ga', 'besok buka jam brp', 'tutup jam berapa'],
}, (talk) => ({ text: hoursAnswer(talk.say, talk.shop.hours, talk.shop.holidays, talk.shop.store, talk.meaning.day, talk.shop.now) }));

export const location = answer('location', {
  ask_location_contact: ['tokonya di mana kak', 'minta alamat toko dong', 'ada cabang di jakarta ga', 'nomor telponnya berapa', 'bisa datang langsung ga'],
}, (talk) => {
  const { contact } = talk.shop.store;
  const { say } = talk;
  const lines = [
    ...(contact.address !== null ? [say('contact.address', { alamat: contact.address })] : []),
    ...(contact.maps !== null ? [say('contact.maps', { tautan: contact.maps })] : []),
    ...(contact.phone !== null ? [say('contact.phone', { telepon: contact.phone, jam: contact.phoneHours ?? '' })] : []),
  ];
  const asksHours = talk.meaning.wishes.some((wish) => wish.intent === 'ask_hours');
  return {
    text: [
      ...(lines.length > 0 ? [say('contact.heading'), ...lines] : [say('contact.none')]),
      ...(asksHours ? [] : [say('contact.hours', { jam: hoursAnswer(say, talk.shop.hours, talk.shop.holidays, talk.shop.store, null, talk.shop.now) })]),
    ].join('\n'),
  };
});

export const howToOrder = answer('how_to_order', {
  how_to_order: ['cara ordernya gimana', 'belum pernah belanja online, step nya gimana', 'mau beli lewat sini aja bisa', 'pesannya gimana kak'],
}, (talk) => ({ text: talk.say('how_to_order') }));

/** Almost word for word what the owner wrote: whatever else it sounds like, this is the answer. */
const EXACT_FAQ = 0.9;

const ABOUT_GOODS: ReadonlySet<string> = new Set(['search_product', 'ask_stock', 'browse_catalogue']);

/** Before anything else answers a question of these kinds, the owner's own words are looked at. */
export const faqFirst = answer('faq_first', {
  return_refund: [], promo_discount: [], product_detail: [], how_to_order: [], payment_info: [], ask_location_contact: [], ask_shipping_time: [],
  search_product: [], ask_stock: [], browse_catalogue: [], out_of_scope: [],
}, (talk) => ownersAnswer(talk, talk.wish.products.length > 0 || ABOUT_GOODS.has(talk.wish.intent) ? EXACT_FAQ : SURE_FAQ), 3);

export const faqOther = answer('faq_other', {
  faq_other: ['garansinya gimana', 'minimal order berapa', 'bisa dropship ga', 'bisa bungkus kado', 'pakai ekspedisi apa aja', 'eceran boleh kak'],
}, (talk) => ownersAnswer(talk, LIKELY_FAQ) ?? couriers(talk) ?? {
  text: talk.say('faq.unknown'),
  offers: [{ label: talk.say('menu.human'), does: { kind: 'wish', intent: 'talk_to_human' } }],
});

/** "pakai ekspedisi apa aja": told from the tariffs, even where the owner wrote no answer. */
function couriers(talk: WishTalk): Said | null {
  if (!/\b(?:ekspedisi|kurir|jasa kirim)\b/.test(talk.meaning.normal)) return null;
  return { text: talk.say('faq.couriers', { layanan: talk.shop.catalogue.shipping.services.map((service) => service.name).join(', ') }) };
}
