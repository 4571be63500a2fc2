import type { Talk } from '../src/flow/talk.ts';
import type { ShippingPromotion, Voucher, WholesaleRule } from '../src/shop/catalogue/snapshot.ts';
import type { CartLine } from '../src/shop/ordering/cart.ts';
import type { Benefits, Refusal } from '../src/shop/promotions/benefits.ts';

/** A line of the cart, with the price it would have cost where something lowered it. */
export function cartLine({ say }: Talk, line: CartLine): string {
  const told = { jumlah: String(line.quantity), produk: line.product.title, harga: say.rupiah(line.amount) };
  const lama = say.rupiah(line.usualPrice * line.quantity);
  switch (line.because) {
    case 'usual': return say('cart.line', told);
    case 'sale': return say('cart.line_sale', { lama, ...told });
    case 'wholesale': return say('cart.line_wholesale', { lama, nama: line.rule ?? '', satuan: say.rupiah(line.unitPrice), ...told });
  }
}

/** What is taken off, each under its own name. */
export const reductionLines = ({ say }: Talk, reductions: readonly { readonly name: string; readonly amount: number }[]): readonly string[] =>
  reductions.map((one) => say('cart.reduction', { nama: one.name, jumlah: say.rupiah(one.amount) }));

/** Codes that take nothing off, with the reason. */
export const unusedCodes = (talk: Talk, { unused }: Benefits): readonly string[] =>
  unused.map(({ code, why }) => talk.say('voucher.unused', { kode: code, alasan: refusalWords(talk, why) }));

/** How little is missing for cheaper shipping, once it is near. */
export function nearShipping(talk: Talk, { nextShipping: next }: Benefits): readonly string[] {
  if (!next || next.short > next.rule.above / 2) return [];
  return [talk.say('cart.next_shipping', { kurang: talk.say.rupiah(next.short), nama: shippingName(talk, next.rule) })];
}

/** What is taken off and what is not, below the lines of a cart. */
export const benefitLines = (talk: Talk, benefits: Benefits): readonly string[] =>
  [...reductionLines(talk, benefits.reductions), ...unusedCodes(talk, benefits), ...nearShipping(talk, benefits)];

const shippingName = ({ say }: Talk, rule: ShippingPromotion): string =>
  (rule.upTo === null ? rule.name : `${rule.name} (${say('promo.what.up_to', { jumlah: say.rupiah(rule.upTo) })})`);

/** Why a code takes nothing off. */
export function refusalWords(talk: Talk, why: Refusal): string {
  const { say } = talk;
  switch (why.kind) {
    case 'unknown': return say('voucher.why.unknown');
    case 'not_yet': return say('voucher.why.not_yet', { tanggal: say.day(why.from) });
    case 'ended': return say('voucher.why.ended', { tanggal: say.day(why.until) });
    case 'used_up': return say('voucher.why.used_up');
    case 'used_before': return say('voucher.why.used_before', { kali: String(why.times) });
    case 'other_goods': return say('voucher.why.other_goods', { barang: goodsWords(talk, why.voucher) });
    case 'only_usual_prices': return say('voucher.why.only_usual_prices');
    case 'too_little': return say('voucher.why.too_little', { minimal: say.rupiah(why.least), kurang: say.rupiah(why.short) });
    case 'not_combined': return say('voucher.why.not_combined', { lain: why.instead });
  }
}

const MOST_NAMED = 4;

function goodsWords(talk: Talk, voucher: Voucher): string {
  const names = talk.shop.voucherGoods(voucher);
  return names.length <= MOST_NAMED ? names.join(', ') : `${names.slice(0, MOST_NAMED).join(', ')}, …`;
}

const percent = (value: number): string => String(value).replace('.', ',');

/** "potongan 10%, paling banyak Rp25.000, mulai belanja Rp150.000, sampai 30 Nov" */
export function voucherWords(talk: Talk, voucher: Voucher): string {
  const { say } = talk;
  return [
    voucher.percent !== null ? say('promo.what.percent', { persen: percent(voucher.percent) }) : say('promo.what.amount', { jumlah: say.rupiah(voucher.amount ?? 0) }),
    ...(voucher.upTo === null ? [] : [say('promo.what.up_to', { jumlah: say.rupiah(voucher.upTo) })]),
    ...(voucher.minPurchase > 0 ? [say('promo.if.purchase', { jumlah: say.rupiah(voucher.minPurchase) })] : []),
    ...(talk.shop.voucherGoods(voucher).length > 0 ? [say('promo.if.goods', { barang: goodsWords(talk, voucher) })] : []),
    ...untilWords(talk, voucher.until),
  ].join(', ');
}

export function shippingWords(talk: Talk, rule: ShippingPromotion): string {
  const { say, shop } = talk;
  const services = shop.catalogue.shipping.services.filter((service) => rule.services.includes(service.id)).map((service) => service.name);
  return [
    ...(rule.percent === 100 && rule.upTo !== null ? [say('promo.what.shipping_up_to', { jumlah: say.rupiah(rule.upTo) })]
      : [rule.percent === 100 ? say('promo.what.free_shipping') : say('promo.what.shipping_percent', { persen: percent(rule.percent) }),
        ...(rule.upTo === null ? [] : [say('promo.what.up_to', { jumlah: say.rupiah(rule.upTo) })])]),
    ...(rule.above > 0 ? [say('promo.if.purchase', { jumlah: say.rupiah(rule.above) })] : []),
    ...(services.length > 0 ? [say('promo.if.services', { layanan: services.join(', ') })] : []),
    ...untilWords(talk, rule.until),
  ].join(', ');
}

export function wholesaleWords(talk: Talk, rule: WholesaleRule): string {
  const { say } = talk;
  return [
    ...rule.steps.map((step) => (step.price !== null
      ? say('promo.step', { jumlah: String(step.min), harga: say.rupiah(step.price) })
      : say('promo.step_percent', { jumlah: String(step.min), persen: percent(step.percent ?? 0) }))),
    ...(rule.mix ? [say('promo.mix')] : []),
    ...untilWords(talk, rule.until),
  ].join(', ');
}

const untilWords = ({ say }: Talk, until: string | null): readonly string[] => (until === null ? [] : [say('promo.if.until', { akhir: say.date(until) })]);

/** The steps of one product: "mulai 6 buah Rp17.000, mulai 12 buah Rp15.000". */
export const stepWords = ({ say }: Talk, steps: readonly { readonly min: number; readonly price: number }[]): string =>
  steps.map((step) => say('promo.step', { jumlah: String(step.min), harga: say.rupiah(step.price) })).join(', ');

