import { NO, refused, sure, type FlowTalk, type Reading } from '../../src/flow/question.ts';
import type { Option } from '../../src/flow/questions.ts';
import type { Talk } from '../../src/flow/talk.ts';
import type { Agreement } from '../../src/shop/ordering/placing.ts';
import type { PaymentMethod } from '../../src/shop/payment/payment-methods.ts';
import type { CheckoutSummary } from '../../src/shop/shop.ts';
import { cartLine, reductionLines, unusedCodes } from '../benefits.ts';
import { sourceOfOne } from '../shipping.ts';
import { AGREED, quoteOf, type Consent, type WithPaying, type WithStreet } from './facts.ts';
import { addressText } from './recipient.ts';

/** The summary agreed to: lines, shipping, dates, address, total, ways to pay. */
export function summaryText(talk: FlowTalk<WithStreet>, summary: CheckoutSummary): string {
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

export function summaryOf(talk: FlowTalk<WithStreet>): CheckoutSummary | undefined {
  const quote = quoteOf(talk);
  return quote && talk.shop.summary(quote, talk.facts.phone);
}

function methodLabel(talk: Talk, method: PaymentMethod): string {
  return method === 'bank_transfer'
    ? talk.say('payment.bank_transfer', { bank: talk.shop.store.payments.bankTransfer.map((account) => account.bank).join('/') })
    : talk.say(`payment.${method}`);
}

/** As she said before it was asked; else a returning customer pays as before unless she says otherwise. */
export function usualMethod(talk: FlowTalk<WithPaying>, methods: readonly PaymentMethod[]): PaymentMethod | undefined {
  const usual = talk.facts.paying ?? talk.shop.orders()[0]?.payment;
  return usual && methods.includes(usual) ? usual : undefined;
}

export function consentOptions(talk: FlowTalk<WithPaying>): readonly Option<string>[] {
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

/** The way to pay that is plainly named: "norek mana?" asks, and agrees to nothing. */
export function methodNamed(talk: Talk): PaymentMethod | null {
  if (/\?|\b(?:mana|berapa|bagaimana|apa|bisa|kapan|boleh|ada)\b/.test(`${talk.meaning.raw} ${talk.meaning.normal}`)) return null;
  return talk.shop.paysOnline && ONLINE.test(talk.meaning.normal) ? 'online' : talk.meaning.payment;
}

export function readConsent(talk: FlowTalk<WithPaying>): Reading<Consent> {
  const payment = methodNamed(talk);
  const summary = summaryOf(talk);
  if (payment === null || !summary) return NO;
  const offered = offeredFor(talk, payment);
  if (offered) return sure(offered);
  if (!summary.methods.includes(payment)) return refused(talk.say('payment.not_offered', { layanan: summary.quote.service.name }));
  return sure({ payment, agreed: talk.shop.agreement(summary, payment) });
}

/** A yes holds while what can be had is at least as good as what was agreed (F38). */
export function consentHolds(talk: FlowTalk<WithStreet>, consent: Consent): boolean {
  const summary = summaryOf(talk);
  if (!summary || !summary.methods.includes(consent.payment)) return false;
  const now: Agreement = talk.shop.agreement(summary, consent.payment);
  return talk.shop.stillAsAgreed(consent.agreed, now) === 'as_agreed';
}

/** What became worse since the summary she said yes to. */
export function consentChanged(talk: FlowTalk<WithStreet>, consent: Consent): string {
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
