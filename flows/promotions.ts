import { action, answer } from '../src/flow/flow.ts';
import { LIKELY_FAQ, ownersAnswer } from '../src/flow/faq-match.ts';
import { allMeant, priceWord } from '../src/flow/pointing.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { Product } from '../src/shop/catalogue/snapshot.ts';
import { nearShipping, refusalWords, shippingWords, stepWords, voucherWords, wholesaleWords } from './benefits.ts';
import { cartView, quotesNow } from './cart/view.ts';

const MOST_LISTED = 5;

const VOUCHER = /\b(?:voucher|kupon|kode|code|coupon)(?:nya)?\b/;
const WHOLESALE = /\b(?:grosir\w*|reseller|wholesale|lusinan)\b|\b(?:beli|ambil|order|pesan|buy) (?:\S+ ){0,3}?(?:banyak|\d+|selusin|sekodi)\b.*\b(?:berapa|dapat|diskon|murah|harga)\b/;
const BUYING_MANY = 'harga grosir beli banyak';
const SHIPPING = /\bgratisongkir\b|\b(?:gratis|free|bebas|subsidi|potongan|promo|diskon)\b.*\b(?:ongkir\w*|ongkos kirim|shipping|delivery)\b|\b(?:ongkir\w*|ongkos kirim)\b.*\b(?:gratis|free|bebas|subsidi)\b/;
const DROP = /\b(?:hapus|buang|lepas|cabut|batal\w*|tidak jadi|tanpa|jangan|remove)\b/;

/** "kode HEMAT10": laid beside the cart, and what it does told at once; or why it does nothing. */
export const voucher = action('voucher', { promo_discount: ['mau pakai voucher HEMAT10', 'hapus vouchernya'] }, (talk) => {
  const { shop, say } = talk;
  const code = talk.tapped.text ?? talk.meaning.voucher;
  if (DROP.test(talk.meaning.normal) && (code !== null || VOUCHER.test(talk.meaning.normal))) return dropped(talk);
  if (code === null) return null;
  const held = shop.holdVoucher(code);
  if ('refused' in held) return { text: say('voucher.refused', { kode: code, alasan: refusalWords(talk, held.refused) }) };
  if (shop.cart().length === 0) return { text: say('voucher.kept', { kode: code, isi: voucherWords(talk, held.voucher) }) };
  const unused = shop.benefits(quotesNow(talk)[0] ?? null).unused.find((one) => one.code === held.voucher.code);
  if (!unused) return withCart(talk, say('voucher.applied', { kode: code }));
  // The cart tells the reason itself.
  return withCart(talk, talk.open.includes('checkout') ? say('voucher.not_yet_used', { kode: code, alasan: refusalWords(talk, unused.why) }) : say('voucher.noted', { kode: code }));
}, 4);

function dropped(talk: WishTalk): Said {
  if (talk.shop.heldVouchers().length === 0) return { text: talk.say('voucher.none_held') };
  talk.shop.dropVouchers();
  const said = talk.say('voucher.dropped');
  return talk.shop.cart().length === 0 ? { text: said } : withCart(talk, said);
}

/** In a checkout its own question shows the figures anew; else the cart does. */
function withCart(talk: Talk, heading: string): Said {
  if (talk.open.includes('checkout')) return { text: heading, forget: { flow: 'checkout', keys: ['consent'] } };
  return { offers: toCheckout(talk), ...cartView(talk, heading) };
}

const toCheckout = (talk: Talk): readonly Offer[] => [{ label: talk.say('cart.checkout'), does: { kind: 'wish', intent: 'checkout' } }];

/** "gratis ongkir?": what the owner wrote of it, and how little is missing. Without any, the cost is told instead. */
export const freeShipping = answer('free_shipping', { promo_discount: [], ask_shipping_cost: ['ada gratis ongkir ga'] }, (talk) => {
  const { shop, say } = talk;
  if (!SHIPPING.test(talk.meaning.normal) || talk.meaning.voucher !== null) return null;
  const rules = shop.catalogue.promotions.shipping;
  if (rules.length === 0) {
    if (talk.wish.intent === 'ask_shipping_cost') return null;
    return ownersAnswer(talk, LIKELY_FAQ) ?? { text: say('promo.no_free_shipping') };
  }
  return { text: [...rules.map((rule) => say('promo.rule_line', { nama: rule.name, isi: shippingWords(talk, rule) })), ...missingFor(talk)].join('\n') };
}, 2);

/** How far the cart is from cheaper shipping. */
function missingFor(talk: Talk): readonly string[] {
  const { shop, say } = talk;
  if (shop.cart().length === 0) return [];
  const { nextShipping, reductions } = shop.benefits(null);
  if (nextShipping) return [say('cart.next_shipping', { kurang: say.rupiah(nextShipping.short), nama: nextShipping.rule.name })];
  const reached = shop.catalogue.promotions.shipping.filter((rule) => rule.above <= shop.goods()).sort((a, b) => b.above - a.above)[0];
  // Beside a voucher it may not count: the cart tells which of the two does.
  return reached && reductions.length === 0 ? [say('promo.reached', { jumlah: say.rupiah(shop.goods()), nama: reached.name })] : [];
}

/** "grosir gelas berapa", "beli 10 dapat berapa": the steps of that product, what so many cost, and the next step. */
export const wholesale = answer('wholesale', { promo_discount: ['gelas ini grosirnya berapa', 'beli 10 dapat berapa kak'], ask_price: [] }, (talk) => {
  const { shop, say } = talk;
  const rules = shop.catalogue.promotions.wholesale;
  if (!WHOLESALE.test(talk.meaning.normal) || (talk.wish.intent === 'ask_price' && rules.length === 0)) return null;
  // Where no such price is written, the owner's own words about buying many are the answer, whatever goods are meant.
  const told = rules.length > 0 ? null : ownersAnswer(talk, LIKELY_FAQ) ?? ownersAnswer(talk, LIKELY_FAQ, [BUYING_MANY]);
  if (told) return told;
  const all = allMeant(talk);
  const products = all.flatMap((meant) => (meant.kind === 'one' ? [meant.product] : meant.kind === 'several' ? meant.products.slice(0, MOST_LISTED) : []));
  const named = products.length > 0 ? products : shop.cart().length === 1 ? [shop.cart()[0]!.product] : [];
  if (named.length === 0) {
    if (rules.length === 0) return null;
    return { text: rules.map((rule) => say('promo.rule_line', { nama: rule.name, isi: wholesaleWords(talk, rule) })).join('\n') };
  }
  const pieces = all.length === 1 && all[0]!.kind === 'one' ? all[0]!.mention?.quantity?.pieces ?? talk.meaning.quantity?.pieces : talk.meaning.quantity?.pieces;
  return {
    text: named.map((product) => wholesaleOf(talk, product, pieces)).join('\n\n'),
    offers: named.slice(0, MOST_LISTED).map((product) => ({
      label: named.length > 1 ? product.title : say('product.add'), does: { kind: 'wish', intent: 'add_to_cart', sku: product.sku, quantity: wanted(pieces) ?? 1 },
    })),
    shows: named.map((product) => product.sku),
  };
}, 2);

const wanted = (pieces: number | undefined): number | null => (pieces !== undefined && Number.isInteger(pieces) && pieces > 0 && pieces < 10_000 ? pieces : null);

function wholesaleOf(talk: Talk, product: Product, pieces: number | undefined): string {
  const { say, shop } = talk;
  const steps = shop.wholesaleSteps(product);
  const harga = priceWord(talk, product);
  const quantity = wanted(pieces);
  const price = quantity === null ? null : shop.priceOf(product, quantity);
  const next = quantity === null ? undefined : steps.find((step) => step.min > quantity && step.price < price!.unitPrice);
  return [
    steps.length === 0 ? say('promo.no_wholesale', { produk: product.title, harga }) : say('promo.wholesale_for', { produk: product.title, harga, tingkat: stepWords(talk, steps) }),
    ...(quantity === null || quantity === 1 ? [] : [say('promo.for_quantity', { jumlah: String(quantity), total: say.rupiah(quantity * price!.unitPrice), satuan: say.rupiah(price!.unitPrice) })]),
    ...(next ? [say('promo.next_step', { jumlah: String(next.min - quantity!), satuan: say.rupiah(next.price) })] : []),
  ].join(' ');
}

/** "ada promo?": all that runs, from the owner's files; else the owner's own answer, else that there is none. */
export const promo = answer('promo', {
  promo_discount: ['ada promo ga hari ini', 'beli banyak dapat diskon ga', 'harga grosir ada', 'voucher gratis ongkirnya masih ada', 'kurangin dikit lah kak'],
}, (talk) => {
  const { shop, say } = talk;
  const lines = running(talk);
  const faq = ownersAnswer(talk, LIKELY_FAQ);
  const vouchers = shop.catalogue.promotions.vouchers.length > 0;
  if (VOUCHER.test(talk.meaning.normal) && shop.listedVouchers().length === 0 && (vouchers || !faq)) return { text: say(vouchers ? 'promo.no_code' : 'promo.none') };
  if (lines.length === 0) return faq ?? { text: vouchers ? say('promo.no_code') : say('promo.none') };
  return {
    text: [say('promo.heading'), ...lines, ...nearShipping(talk, shop.benefits(null)), ...(vouchers && shop.heldVouchers().length === 0 ? [say('promo.have_code')] : [])].join('\n'),
    shows: onSale(talk).slice(0, MOST_LISTED).map((product) => product.sku),
  };
});

const onSale = (talk: Talk): readonly Product[] =>
  talk.shop.catalogue.sellable.filter((product) => product.sale !== null && product.price < product.sale.usualPrice && talk.shop.free(product) > 0);

function running(talk: Talk): readonly string[] {
  const { shop, say } = talk;
  const sales = onSale(talk);
  const { shipping, wholesale: rules } = shop.catalogue.promotions;
  return [
    ...sales.slice(0, MOST_LISTED).map((product) => say('promo.sale_line', { produk: product.title, harga: priceWord(talk, product) })),
    ...(sales.length > MOST_LISTED ? [say('promo.more_sales', { jumlah: String(sales.length - MOST_LISTED) })] : []),
    ...shop.listedVouchers().map((one) => say('promo.voucher_line', { kode: one.code, isi: voucherWords(talk, one) })),
    ...shipping.map((rule) => say('promo.rule_line', { nama: rule.name, isi: shippingWords(talk, rule) })),
    ...rules.map((rule) => say('promo.rule_line', { nama: rule.name, isi: wholesaleWords(talk, rule) })),
  ];
}
