import type { z } from 'zod';
import type { Promotions, ShippingPromotion, Voucher, WholesaleRule, WholesaleStep } from '../snapshot.ts';
import { readDate } from '../values/day-text.ts';
import { decimalNumber, wholeNumber } from '../values/number-text.ts';
import { readAmount, readPrice } from '../values/price-text.ts';
import { bad, good, quoted, type Reading } from '../values/reading.ts';
import { readYesNo, textUpTo } from '../values/word-text.ts';
import { list, optional, raise, required, section } from './bricks.ts';

const VOUCHER = '- { code: HEMAT10, percent: 10, up_to: 25000, min_purchase: 150000, until: 2026-12-31 }';
const SHIPPING = '- { name: Gratis ongkir, above: 300000, up_to: 20000 }';
const STEP = '- { min: 12, price: 15000 }';
const WHOLESALE = '- { name: Grosir gelas, products: [GLS-250], steps: [ { min: 12, price: 15000 } ] }';

type Context = z.RefinementCtx;

/** Letters and digits, so that a customer's "hemat10" is found again in any sentence. */
function readCode(text: string): Reading<string> {
  return /^[A-Za-z0-9]{3,20}$/.test(text) && /[A-Za-z]/.test(text)
    ? good(text.toUpperCase())
    : bad(`kode ${quoted(text)} tidak bisa dipakai`, 'pakai 3 sampai 20 huruf dan angka tanpa spasi, misalnya code: HEMAT10');
}

const money = (name: string) => (text: string): Reading<number> => readAmount(text, name);
const days = { from: optional(null, readDate('from')), until: optional(null, readDate('until')) };
const goods = {
  products: list('products: [WTG-28]', required('products', '[WTG-28]', textUpTo('products', 64)), { single: true }),
  categories: list('categories: [Gelas & Cangkir]', required('categories', '[Gelas & Cangkir]', textUpTo('categories', 80)), { single: true }),
};
const DAY_WORDS = { mulai: 'from', dari: 'from', sampai: 'until', berakhir: 'until', sku: 'products', barang: 'products', kategori: 'categories', nama: 'name' };

function refuseBackwards(given: { readonly from: string | null; readonly until: string | null }, context: Context): void {
  if (given.from !== null && given.until !== null && given.from > given.until) {
    raise(context, `berakhir (${given.until}) sebelum mulai (${given.from})`, `tulis until sesudah ${given.from}`, ['until']);
  }
}

/** Exactly one of two ways to say how much. */
function refuseUnlessOne(given: Readonly<Record<string, unknown>>, one: string, other: string, example: string, context: Context): void {
  if (given[one] === null && given[other] === null) raise(context, `besarnya belum ditulis: ${one} atau ${other}`, `tulis salah satu, seperti ${example}`);
  if (given[one] !== null && given[other] !== null) raise(context, `${one} dan ${other} tidak bisa bersamaan`, 'tulis salah satu saja', [other], 'key');
}

const voucher = section(VOUCHER, {
  code: required('code', 'HEMAT10', readCode),
  name: optional(null, textUpTo('name', 40)),
  percent: optional(null, decimalNumber('percent', 0.1, 100, '10')),
  up_to: optional(null, money('up_to')),
  amount: optional(null, (text) => readPrice(text, 'amount')),
  min_purchase: optional(0, money('min_purchase')),
  uses: optional(null, wholeNumber('uses', 1, 1_000_000, 100)),
  per_customer: optional(1, wholeNumber('per_customer', 1, 1_000, 1)),
  ...days, ...goods,
  stack: optional(false, readYesNo('stack')),
  listed: optional(false, readYesNo('listed')),
}, { ...DAY_WORDS, kode: 'code', persen: 'percent', diskon: 'percent', potongan: 'amount', maksimal: 'up_to', max: 'up_to', minimal: 'min_purchase', minimum: 'min_purchase', min: 'min_purchase', kuota: 'uses', limit: 'uses', per_orang: 'per_customer', per_pelanggan: 'per_customer', gabung: 'stack' })
  .transform((given, context): Voucher => {
    refuseUnlessOne(given, 'percent', 'amount', VOUCHER, context);
    if (given.up_to !== null && given.percent === null) raise(context, 'up_to hanya berarti bersama percent', 'hapus up_to, atau ganti amount dengan percent', ['up_to'], 'key');
    if (given.up_to === 0) raise(context, 'up_to 0 berarti tidak ada potongan', 'tulis potongan terbesarnya, misalnya up_to: 25000', ['up_to']);
    refuseBackwards(given, context);
    return {
      code: given.code, name: given.name ?? `Voucher ${given.code}`, percent: given.percent, upTo: given.up_to, amount: given.amount,
      minPurchase: given.min_purchase, uses: given.uses, perCustomer: given.per_customer, from: given.from, until: given.until,
      products: given.products, categories: given.categories, stack: given.stack, listed: given.listed,
    };
  });

const shipping = section(SHIPPING, {
  name: optional(null, textUpTo('name', 40)),
  above: required('above', '300000', money('above')),
  percent: optional(100, decimalNumber('percent', 0.1, 100, '50')),
  up_to: optional(null, money('up_to')),
  services: list('services: [jne-reg]', required('services', '[jne-reg]', textUpTo('services', 40)), { single: true }),
  ...days,
  stack: optional(false, readYesNo('stack')),
}, { ...DAY_WORDS, minimal: 'above', min_purchase: 'above', di_atas: 'above', persen: 'percent', maksimal: 'up_to', max: 'up_to', layanan: 'services', kurir: 'services', gabung: 'stack' })
  .transform((given, context): ShippingPromotion => {
    refuseBackwards(given, context);
    if (given.up_to === 0) raise(context, 'up_to 0 berarti tidak ada potongan', 'tulis potongan terbesarnya, misalnya up_to: 20000', ['up_to']);
    const free = given.percent === 100 && given.up_to === null;
    return {
      name: given.name ?? (free ? 'Gratis ongkir' : 'Potongan ongkir'), above: given.above, percent: given.percent, upTo: given.up_to, services: given.services,
      from: given.from, until: given.until, stack: given.stack,
    };
  });

const step = section(STEP, {
  min: required('min', '12', wholeNumber('min', 2, 9_999, 12)),
  price: optional(null, (text) => readPrice(text, 'price')),
  percent: optional(null, decimalNumber('percent', 0.1, 90, '10')),
}, { jumlah: 'min', mulai: 'min', from: 'min', harga: 'price', persen: 'percent', diskon: 'percent' })
  .transform((given, context): WholesaleStep => {
    refuseUnlessOne(given, 'price', 'percent', STEP, context);
    return given;
  });

const wholesale = section(WHOLESALE, {
  name: optional('Harga grosir', textUpTo('name', 40)),
  ...goods, ...days,
  mix: optional(false, readYesNo('mix')),
  steps: list(STEP, step),
}, { ...DAY_WORDS, campur: 'mix', tingkat: 'steps', harga: 'steps' })
  .transform((given, context): WholesaleRule => {
    refuseBackwards(given, context);
    if (given.steps.length === 0) raise(context, 'steps belum diisi', `tulis tingkat harganya, seperti ${WHOLESALE}`, ['steps']);
    given.steps.forEach((now, i) => refuseDearerStep(given.steps[i - 1], now, i, context));
    return given;
  });

/** More pieces are asked for at each step, and none of them costs more than before. */
function refuseDearerStep(before: WholesaleStep | undefined, now: WholesaleStep, index: number, context: Context): void {
  if (!before) return;
  if (now.min <= before.min) raise(context, `min ${now.min} tidak lebih banyak dari tingkat sebelumnya (${before.min})`, 'urutkan dari jumlah terkecil', ['steps', index, 'min']);
  if (now.price !== null && before.price !== null && now.price >= before.price) raise(context, `harga ${now.price} tidak lebih murah dari tingkat sebelumnya (${before.price})`, 'makin banyak harus makin murah', ['steps', index, 'price']);
  if (now.percent !== null && before.percent !== null && now.percent <= before.percent) raise(context, `potongan ${now.percent}% tidak lebih besar dari tingkat sebelumnya (${before.percent}%)`, 'makin banyak harus makin besar', ['steps', index, 'percent']);
  if ((now.price === null) !== (before.price === null)) raise(context, 'satu daftar memakai price dan percent sekaligus', 'pakai price di semua tingkat, atau percent di semua tingkat', ['steps', index]);
}

/** promotions.yaml: vouchers, cheaper shipping and wholesale prices. Sale prices stand with the products. */
export const PROMOTIONS = section('vouchers: lalu daftar kodenya di bawahnya', {
  vouchers: list(VOUCHER, voucher, { distinct: { code: (code) => code.toUpperCase() } }),
  shipping: list(SHIPPING, shipping),
  wholesale: list(WHOLESALE, wholesale),
}, { voucher: 'vouchers', kupon: 'vouchers', kode: 'vouchers', ongkir: 'shipping', gratis_ongkir: 'shipping', grosir: 'wholesale' })
  .transform((promotions): Promotions => promotions);

export const NO_PROMOTIONS: Promotions = { vouchers: [], shipping: [], wholesale: [] };
