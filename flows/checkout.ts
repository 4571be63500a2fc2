import { z } from 'zod';
import { askAgain, end, flow } from '../src/flow/flow.ts';
import { maybe, NO, refused, sure, type FlowTalk, type Reading } from '../src/flow/question.ts';
import { choice, particular, text, type Option } from '../src/flow/questions.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk } from '../src/flow/talk.ts';
import type { Agreement } from '../src/shop/ordering/placing.ts';
import type { PaymentMethod } from '../src/shop/payment/payment-methods.ts';
import type { CheckoutSummary } from '../src/shop/shop.ts';
import type { Quote } from '../src/shop/shipping/quote.ts';
import { benefitLines, cartLine, reductionLines, unusedCodes } from './benefits.ts';
import { cartLines, cartView, emptyCart, shortage } from './cart.ts';
import { confirmation } from './confirmation.ts';
import { destination, quoteLine, quoteLines, sourceOfOne, whichPlace, type Destination } from './shipping.ts';

const STREET = z.object({ street: z.string(), code: z.string().nullable(), postalCode: z.string().nullable() });
type Street = z.infer<typeof STREET>;

interface Consent { readonly payment: PaymentMethod; readonly agreed: Agreement }

const AGREED: z.ZodType<Consent> = z.object({
  payment: z.enum(['bank_transfer', 'qris', 'cod', 'online']),
  agreed: z.object({
    lines: z.array(z.object({ sku: z.string(), quantity: z.number(), unitPrice: z.number() })),
    shippingCost: z.number(), arrivesTo: z.string(), uniqueCode: z.number().nullable(), total: z.number(),
  }),
});

interface WithPlace { readonly replaces?: string | null; readonly place: Destination; readonly which_place: string }
interface WithService extends WithPlace { readonly service: string }
interface WithName extends WithService { readonly name: string }
interface WithPhone extends WithName { readonly phone: string }
interface WithStreet extends WithPhone { readonly street: Street }

const placeCode = (facts: WithPlace): string => facts.which_place ?? facts.place.code;

/** Where the parcel goes: the district of the address where it names one, else the place that was quoted. */
const finalCode = (facts: WithStreet): string => facts.street.code ?? placeCode(facts);

function quotesTo(talk: Talk, code: string): readonly Quote[] {
  const place = talk.shop.place(code);
  const quoting = place && talk.shop.quotes(place);
  return quoting?.kind === 'quotes' ? quoting.quotes : [];
}

/** Whether anything can be sent there, whatever it costs. */
const reaches = (talk: Talk, code: string): boolean => {
  const place = talk.shop.place(code);
  return place !== undefined && talk.shop.reach(place).kind === 'quotes';
};

/** The quote of the chosen service to the final address. */
function quoteOf(talk: FlowTalk<WithStreet>): Quote | undefined {
  return quotesTo(talk, finalCode(talk.facts)).find((quote) => quote.service.id === talk.facts.service);
}

const lastAddress = (talk: Talk) => talk.shop.addresses()[0];

/** The chosen place is the one the saved address lies in, so the rest of it holds too. */
function savedFor(talk: FlowTalk<WithPlace>) {
  const saved = lastAddress(talk);
  if (!saved) return undefined;
  const asked = talk.shop.place(placeCode(talk.facts));
  const known = talk.shop.place(saved.place_code);
  const sameCity = asked && known && (asked.code === known.code || known.code.startsWith(`${asked.code}.`) || asked.code.startsWith(`${known.code}.`));
  return sameCity ? saved : undefined;
}

/** Whom the order that is being changed goes to: changing its address does not change that. */
function replaced(talk: FlowTalk<WithPlace>) {
  const number = talk.facts.replaces ?? null;
  return number === null ? undefined : talk.shop.order(number);
}

// — the questions —

function serviceAsk(talk: FlowTalk<WithPlace>, again: boolean): string | Said {
  const { say, shop } = talk;
  const quotes = quotesTo(talk, placeCode(talk.facts)).slice(0, 5);
  if (again) return say('checkout.service_again');
  const missing = missingParticulars(talk, talk.meaning.address, talk.told);
  const [cheapest] = quotes.map((quote) => shop.benefits(quote)).map((benefits, i) => ({ benefits, total: shop.goods() + quotes[i]!.cost - benefits.discount }))
    .sort((a, b) => a.total - b.total);
  return {
    text: [
      ...shop.cart().map((line) => cartLine(talk, line)),
      say('checkout.services', { tujuan: shop.place(placeCode(talk.facts))?.label ?? '', kg: String(quotes[0]?.chargedKg ?? 1) }),
      ...quoteLines(talk, quotes, (quote, i) => `${i + 1}. ${quoteLine(talk, quote)}`),
      ...(cheapest ? [...benefitLines(talk, cheapest.benefits), say('checkout.total_from', { total: say.rupiah(cheapest.total) })] : []),
      missing.length > 0 ? say('checkout.choose_and_send', { yang_kurang: listed(talk, missing) }) : say('checkout.choose'),
    ].join('\n'),
    place: placeCode(talk.facts),
  };
}

/** Where there is but one way to send, nothing is asked about it, and its cost and arrival are told all the same (design §1.6). */
function parcelOfOneService(talk: FlowTalk<WithService>): string {
  const quotes = quotesTo(talk, placeCode(talk.facts));
  return quotes.length === 1 ? `${cartLines(talk, quotes[0]!, 'one').join('\n')}\n\n` : '';
}

/** What is still unknown of the recipient, in words. */
function missingParticulars(
  talk: Talk, said: { readonly name?: unknown; readonly phone?: unknown; readonly street?: unknown }, told: ReadonlySet<string> = new Set(),
): readonly string[] {
  const saved = lastAddress(talk);
  return [
    ...((said.name ?? null) === null && !told.has('name') && !saved ? [talk.say('checkout.part.name')] : []),
    ...((said.phone ?? null) === null && !told.has('phone') && !saved && !talk.shop.customer().phone ? [talk.say('checkout.part.phone')] : []),
    ...((said.street ?? null) === null && !told.has('street') && !saved ? [talk.say('checkout.part.address')] : []),
  ];
}

function listed(talk: Talk, parts: readonly string[]): string {
  if (parts.length <= 1) return parts[0] ?? '';
  return `${parts.slice(0, -1).join(', ')} ${talk.say('checkout.and')} ${parts.at(-1)}`;
}

function readService(talk: FlowTalk<WithPlace>): Reading<string> {
  const { courier, sort, normal } = talk.meaning;
  const quotes = quotesTo(talk, placeCode(talk.facts));
  if (courier !== null) {
    const words = courier.split(/\s+/);
    const fitting = quotes.filter((quote) => words.every((word) => `${quote.service.id} ${quote.service.name}`.toLowerCase().includes(word)));
    if (fitting.length === 1) return sure(fitting[0]!.service.id);
  }
  if (quotes.length > 0 && (sort === 'cheapest' || /\b(?:ter)?murah\b/.test(normal))) {
    // "ada yang lebih murah ga?" asks, and chooses nothing yet.
    return /\?|\b(?:ada|tidak|lebih)\b/.test(`${talk.meaning.raw} ${normal}`)
      ? refused(talk.say('checkout.cheapest_is', { layanan: quotes[0]!.service.name, ongkir: talk.say.rupiah(quotes[0]!.cost) }))
      : sure(quotes[0]!.service.id);
  }
  if (/\b(?:tercepat|paling cepat|cepat)\b/.test(normal)) {
    return sure([...quotes].sort((a, b) => (a.arrivesTo < b.arrivesTo ? -1 : a.arrivesTo > b.arrivesTo ? 1 : a.cost - b.cost))[0]!.service.id);
  }
  return NO;
}

const NAME = /^[\p{L}][\p{L}'’.\- ]{1,59}$/u;
const NOT_A_NAME = /\b(?:berapa|brp|ongkir|kirim|harga|stok|kapan|mana|gimana|bagaimana|apa|batal|bisa|boleh|tanya|dulu|wajan|ada|mau|cek|lama|nanti|tidak|gak|ga)\b/i;

/** "reg aja" while the name is asked: the courier that is chosen already. */
function courierAgain(talk: FlowTalk<WithService>): Reading<string> | null {
  const named = talk.meaning.courier === null ? NO : readService(talk);
  const chosen = quotesTo(talk, placeCode(talk.facts)).find((quote) => quote.service.id === talk.facts.service);
  return named.kind === 'sure' && chosen && named.value === chosen.service.id
    ? refused(talk.say('checkout.service_noted', { layanan: chosen.service.name })) : null;
}

/** No one is called "reg aja". */
const PARTICLE = /\b(?:aja|saja|deh|dong|sih|kok|nih|kak|min|ya|lah|kan)$/i;

function readName(talk: Talk): Reading<string> {
  const told = talk.meaning.address.name;
  if (told !== null) return sure(told);
  const raw = talk.meaning.raw.trim().replace(/^(?:atas nama|a\.?n\.?|nama(?:nya)?(?: saya)?|saya|aku)\s*:?\s+/i, '');
  if (!NAME.test(raw) || NOT_A_NAME.test(raw) || raw.split(/\s+/).length > 5 || wantsGoods(talk)) return NO;
  if (PARTICLE.test(raw) || talk.meaning.courier !== null || talk.meaning.payment !== null) return NO;
  return maybe(tidyName(raw));
}

/** "tambah tunik dong" is no name, whatever was asked: goods of the shop are wanted. */
const wantsGoods = (talk: Talk): boolean =>
  talk.meaning.wishes.some((wish) => wish.score >= GOODS_WANTED && wish.products.some((mention) => mention.candidates.length > 0));

const GOODS_WANTED = 0.3;

const tidyName = (name: string): string =>
  name.split(/\s+/).map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join(' ');

function readPhone(talk: Talk): Reading<string> {
  const told = talk.meaning.address.phone;
  if (told !== null) return sure(told);
  return /\d{4,}/.test(talk.meaning.raw) && !/[a-z]{4,}/i.test(talk.meaning.raw) ? refused(talk.say('checkout.bad_phone')) : NO;
}

function readStreet(talk: FlowTalk<WithPlace>): Reading<Street> {
  const { address, raw } = talk.meaning;
  const within = districtWithin(talk);
  if (address.street !== null) return sure({ street: address.street, code: within, postalCode: address.postalCode });
  const words = raw.trim();
  // An address without "Jl." is still one when it is long and has a number: a village, a block, a kiosk.
  if (words.length >= 12 && /\d/.test(words) && !words.includes('?')) return maybe({ street: words, code: within, postalCode: address.postalCode });
  return NO;
}

/** The place an address names: taken where it is more exact than, or other than, the place quoted for. */
function districtWithin(talk: FlowTalk<WithPlace>): string | null {
  const mention = talk.meaning.address.place ?? talk.meaning.place;
  if (!mention) return null;
  const quoted = placeCode(talk.facts);
  const all = [mention.code, ...mention.others.map((other) => other.code)];
  const inside = all.find((code) => code.startsWith(`${quoted}.`));
  if (inside) return inside;
  if (all.some((code) => quoted === code || quoted.startsWith(`${code}.`))) return null;
  return reaches(talk, mention.code) ? mention.code : null;
}

// — consent —

/** The summary agreed to: lines, shipping, dates, address, total, ways to pay. */
function summaryText(talk: FlowTalk<WithStreet>, summary: CheckoutSummary): string {
  const { say } = talk;
  const { facts } = talk;
  return [
    say('checkout.summary'),
    ...(facts.replaces ? [say('checkout.replaces', { nomor: facts.replaces })] : []),
    ...summary.lines.map((line) => cartLine(talk, line)),
    say('checkout.summary_shipping', {
      layanan: summary.quote.service.name, ongkir: say.rupiah(summary.quote.cost), kg: String(summary.quote.chargedKg),
      tiba: say.days(summary.quote.arrivesFrom, summary.quote.arrivesTo),
    }) + sourceOfOne(talk, summary.quote),
    ...reductionLines(talk, summary.benefits.reductions),
    ...unusedCodes(talk, summary.benefits),
    say('checkout.summary_to', { nama: facts.name, hp: talk.say.phone(facts.phone), alamat: addressText(talk) }),
    say('checkout.summary_total', { total: say.rupiah(summary.total) }),
    ...(summary.uniqueCode !== null && summary.methods.includes('bank_transfer')
      ? [say('checkout.summary_unique', { kode: say.rupiah(summary.uniqueCode), total: say.rupiah(summary.total + summary.uniqueCode) })] : []),
    ...(talk.shop.customer().consent_at === null ? [say('checkout.privacy')] : []),
  ].join('\n');
}

/** Street, district and city, postal code: as it goes on the label. */
function addressText(talk: FlowTalk<WithStreet>): string {
  const { street } = talk.facts;
  const place = talk.shop.place(finalCode(talk.facts));
  const label = place?.label ?? '';
  const written = street.street.toLowerCase().split(/[,;]/).map((segment) => segment.trim().replace(/^(?:kec(?:amatan)?\.?|kota|kab(?:upaten)?\.?) /, '').replace(/ \d{5}$/, ''));
  const parts = label.split(', ').filter((part) => !written.includes(part.replace(/^(?:Kec\.|Kota|Kabupaten) /, '').toLowerCase()));
  const postal = street.postalCode !== null && !street.street.includes(street.postalCode) ? ` ${street.postalCode}` : '';
  return [street.street, ...parts].join(', ') + postal + (talk.memory.pin === null ? '' : ` (titik: https://maps.google.com/?q=${talk.memory.pin})`);
}

function summaryOf(talk: FlowTalk<WithStreet>): CheckoutSummary | undefined {
  const quote = quoteOf(talk);
  return quote && talk.shop.summary(quote, talk.facts.phone);
}

function methodLabel(talk: Talk, method: PaymentMethod): string {
  return method === 'bank_transfer'
    ? talk.say('payment.bank_transfer', { bank: talk.shop.store.payments.bankTransfer.map((account) => account.bank).join('/') })
    : talk.say(`payment.${method}`);
}

/** A returning customer pays as before unless she says otherwise. */
function usualMethod(talk: Talk, methods: readonly PaymentMethod[]): PaymentMethod | undefined {
  const last = talk.shop.orders()[0]?.payment;
  return last && methods.includes(last) ? last : undefined;
}

function consentOptions(talk: FlowTalk<WithStreet>): readonly Option<string>[] {
  const summary = summaryOf(talk);
  if (!summary) return [];
  const usual = usualMethod(talk, summary.methods);
  const ordered = usual ? [usual, ...summary.methods.filter((method) => method !== usual)] : summary.methods;
  return [
    ...ordered.map((method): Option<string> => ({
      value: method,
      label: method === usual ? talk.say('checkout.yes_order', { bayar: methodLabel(talk, method) }) : methodLabel(talk, method),
      does: { kind: 'answer', key: 'consent', value: { payment: method, agreed: talk.shop.agreement(summary, method) } satisfies Consent },
      ...((method === usual || summary.methods.length === 1) && { means: 'yes' as const }),
    })),
    { value: 'change', label: talk.say('checkout.change'), does: { kind: 'do', module: 'change_checkout' } },
  ];
}

/** What is paid on a gateway's page, in the words customers have for it. */
const ONLINE = /\b(?:online|va|virtual account|gopay|shopee ?pay|ovo|dana|e-?wallet|link aja|midtrans)\b/;

function readConsent(talk: FlowTalk<WithStreet>): Reading<Consent> {
  const payment = talk.shop.paysOnline && ONLINE.test(talk.meaning.normal) ? 'online' : talk.meaning.payment;
  // "norek mana?" asks; only a plain naming of a way to pay agrees to anything.
  if (/\?|\b(?:mana|berapa|bagaimana|apa|bisa|kapan|boleh|ada)\b/.test(`${talk.meaning.raw} ${talk.meaning.normal}`)) return NO;
  const summary = summaryOf(talk);
  if (payment === null || !summary) return NO;
  const offered = offeredFor(talk, payment);
  if (offered) return sure(offered);
  if (!summary.methods.includes(payment)) return refused(talk.say('payment.not_offered', { layanan: summary.quote.service.name }));
  return sure({ payment, agreed: talk.shop.agreement(summary, payment) });
}

/** A yes holds while what can be had is at least as good as what was agreed (F38). */
function consentHolds(talk: FlowTalk<WithStreet>, consent: Consent): boolean {
  const summary = summaryOf(talk);
  if (!summary || !summary.methods.includes(consent.payment)) return false;
  const now: Agreement = talk.shop.agreement(summary, consent.payment);
  return talk.shop.stillAsAgreed(consent.agreed, now) === 'as_agreed';
}

/** What became worse since the summary she said yes to. */
function consentChanged(talk: FlowTalk<WithStreet>, consent: Consent): string {
  const summary = summaryOf(talk);
  if (!summary) return '';
  if (!summary.methods.includes(consent.payment)) return talk.say('payment.not_offered', { layanan: summary.quote.service.name });
  const verdict = talk.shop.stillAsAgreed(consent.agreed, talk.shop.agreement(summary, consent.payment));
  return verdict === 'as_agreed' ? '' : talk.say(`checkout.changed.${verdict}`);
}

/** What was offered for this way to pay: a yes is to the figures that were shown, not to those of now. */
function offeredFor(talk: Talk, payment: PaymentMethod): Consent | undefined {
  for (const { does } of talk.offered) {
    if (does.kind !== 'answer' || does.key !== 'consent') continue;
    const consent = AGREED.safeParse(does.value);
    if (consent.success && consent.data.payment === payment) return consent.data;
  }
  return undefined;
}

function short(talk: Talk) {
  return talk.shop.cart().find((line) => line.quantity > talk.shop.free(line.product));
}

export const checkout = flow('checkout', {
  checkout: ['checkout dong kak', 'co ya', 'lanjut bayar', 'udah itu aja kak', 'totalin sama ongkirnya', 'gas pesan'],
})
  .from((talk) => (talk.shop.cart().length === 0 ? null : {}))
  .pointless((talk) => (talk.shop.cart().length === 0 ? emptyCart(talk) : null))
  .leaving((talk) => ({ text: talk.say('checkout.left') }))
  .ask('replaces', particular<object, string | null>({ schema: z.string().nullable(), ask: () => '', read: () => NO, known: (talk) => talk.shop.changing()?.number ?? null }))
  .ask('place', destination({
    ask: (talk, again) => (again ? talk.say('checkout.ask_place_again')
      : `${cartView(talk, talk.say('cart.heading'), true).text}\n\n${talk.say('checkout.ask_place')}`),
    known: (talk) => {
      const code = talk.memory.place ?? lastAddress(talk)?.place_code;
      return code !== undefined && reaches(talk, code) ? { code, others: [] } : undefined;
    },
  }))
  .ask('which_place', whichPlace<{ place: Destination }>())
  .ask('shortage', particular<WithPlace, never>({
    schema: z.never(),
    skip: (talk) => short(talk) === undefined,
    ask: (talk) => { const line = short(talk)!; return shortage(talk, line.product, talk.shop.free(line.product)); },
    read: () => NO,
  }))
  .ask('service', choice<WithPlace, string>('service', {
    ask: serviceAsk,
    options: (talk) => quotesTo(talk, placeCode(talk.facts)).slice(0, 5).map((quote) => ({
      value: quote.service.id, label: `${quote.service.name} ${talk.say.rupiah(quote.cost)}`,
    })),
    read: readService,
    known: (talk) => {
      const usual = talk.shop.orders()[0]?.service_id;
      const quotes = quotesTo(talk, placeCode(talk.facts));
      if (quotes.length === 1) return quotes[0]!.service.id;
      return savedFor(talk) && quotes.some((quote) => quote.service.id === usual) ? usual : undefined;
    },
    hears: (talk) => { const reading = readService(talk); return reading.kind === 'sure' ? reading.value : undefined; },
    holds: (talk, service) => quotesTo(talk, placeCode(talk.facts)).some((quote) => quote.service.id === service),
  }))
  .ask('name', text<WithService>({
    ask: (talk, again) => ({
      text: (again ? '' : parcelOfOneService(talk)) + talk.say('checkout.ask_missing', { yang_kurang: listed(talk, missingParticulars(talk, talk.meaning.address, talk.told)) || talk.say('checkout.part.name'), contoh: 'Rina, 081234567890, Jl. Merpati 5 RT 2 RW 3, Coblong' }),
      place: placeCode(talk.facts),
    }),
    read: (talk) => courierAgain(talk) ?? readName(talk),
    known: (talk) => savedFor(talk)?.recipient ?? replaced(talk)?.recipient,
    hears: (talk) => talk.meaning.address.name ?? undefined,
    early: [],
  }))
  .ask('phone', text<WithName>({
    ask: (talk, again) => talk.say(again ? 'checkout.ask_phone_again' : 'checkout.ask_phone', { nama: talk.facts.name }),
    read: readPhone,
    known: (talk) => savedFor(talk)?.phone ?? replaced(talk)?.phone ?? talk.shop.customer().phone ?? undefined,
    hears: (talk) => talk.meaning.address.phone ?? undefined,
    early: [],
  }))
  .ask('street', particular<WithPhone, Street>({
    schema: STREET,
    ask: (talk, again) => (again ? talk.say('checkout.ask_street_again') : talk.say('checkout.ask_street', { tujuan: talk.shop.place(placeCode(talk.facts))?.label ?? '' })),
    read: readStreet,
    known: (talk) => {
      const saved = savedFor(talk);
      return saved && { street: saved.street, code: saved.place_code, postalCode: saved.postal_code };
    },
    hears: (talk) => { const reading = readStreet(talk); return reading.kind === 'sure' ? reading.value : undefined; },
    early: ['place'],
  }))
  .ask('consent', particular<WithStreet, Consent>({
    schema: AGREED,
    ask: (talk, again) => {
      const summary = summaryOf(talk);
      if (!summary) return talk.say('shipping.not_served', { tempat: talk.shop.place(finalCode(talk.facts))?.label ?? '' });
      const returning = usualMethod(talk, summary.methods) !== undefined;
      return {
        text: again ? talk.say('checkout.pay_how_again', { total: talk.say.rupiah(summary.total) })
          : `${summaryText(talk, summary)}\n\n${talk.say(returning ? 'checkout.right' : 'checkout.pay_how')}`,
        place: finalCode(talk.facts),
        offers: consentOptions(talk).map((option): Offer => ({ label: option.label, does: option.does!, ...(option.means && { means: option.means }) })),
      };
    },
    read: readConsent,
    holds: consentHolds,
    changed: consentChanged,
  }))
  .done((talk) => {
    const { facts, shop, say } = talk;
    const quote = quoteOf(talk);
    if (!quote) return askAgain(['service', 'consent'], { text: say('checkout.service_gone') });
    const placing = shop.placeOrder({
      quote, recipient: facts.name, phone: facts.phone, address: addressText(talk),
      payment: facts.consent.payment, agreed: facts.consent.agreed, agreedText: summaryText(talk, shop.summary(quote, facts.phone)),
      replaces: facts.replaces,
    });
    switch (placing.kind) {
      case 'placed':
        shop.rememberAddress({
          recipient: facts.name, phone: facts.phone, street: facts.street.street, place_code: finalCode(facts),
          place_label: shop.place(finalCode(facts))?.label ?? '', postal_code: facts.street.postalCode,
        });
        return end({ ...confirmation(talk, placing.order), pin: null });
      case 'empty_cart': return end(emptyCart(talk));
      case 'sold_out': return askAgain(['consent'], { text: '' });
      case 'promised_to_others': return end({ text: say(placing.may === 0 ? 'checkout.promised_all' : 'checkout.promised_most', { produk: placing.product.title, jumlah: String(placing.may) }) });
      case 'not_now': return askAgain(['consent'], { text: say('checkout.not_now') });
      case 'no_longer_as_agreed': return askAgain(['consent'], { text: say(`checkout.changed.${placing.why}`) });
      case 'cannot_replace': return end({ text: say('order.cannot_change', { nomor: placing.order.number, keadaan: say(`order.state.${placing.order.state}`) }) });
      case 'too_many_unpaid': return end({ text: say('checkout.too_many_unpaid', { jumlah: String(placing.open) }) });
    }
  });
