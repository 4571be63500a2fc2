import { z } from 'zod';
import { askAgain, end, flow } from '../src/flow/flow.ts';
import { NO } from '../src/flow/question.ts';
import { choice, particular, text } from '../src/flow/questions.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk } from '../src/flow/talk.ts';
import type { PaymentMethod } from '../src/shop/payment/payment-methods.ts';
import { shortage } from './cart/outcomes.ts';
import { cartView, emptyCart } from './cart/view.ts';
import { consentChanged, consentHolds, consentOptions, methodNamed, readConsent, summaryOf, summaryText, usualMethod } from './checkout/consent.ts';
import {
  AGREED, finalCode, lastAddress, METHOD, placeCode, quoteOf, quotesTo, reaches, replaced, savedFor, STREET,
  type Consent, type Street, type WithName, type WithPaying, type WithPhone, type WithPlace, type WithService, type WithStreet,
} from './checkout/facts.ts';
import { addressText, listed, missingParticulars, readName, readPhone, readStreet } from './checkout/recipient.ts';
import { courierAgain, parcelOfOneService, readService, serviceAsk } from './checkout/service.ts';
import { confirmation } from './confirmation.ts';
import { whatMayBeDone } from './orders.ts';
import { destination, whichPlace, type Destination } from './shipping.ts';

function short(talk: Talk) {
  return talk.shop.cart().find((line) => line.quantity > talk.shop.free(line.product));
}

/** An order that was open to be changed is what it was; a cart that was no order yet is kept. */
function left(talk: Talk): Said {
  const order = talk.shop.changing();
  if (!order) return { text: talk.say('checkout.left') };
  talk.shop.emptyCart();
  return { text: talk.say('order.change_left', { nomor: order.number }), offers: whatMayBeDone(talk, order) };
}

export const checkout = flow('checkout', {
  checkout: ['checkout dong kak', 'co ya', 'lanjut bayar', 'udah itu aja kak', 'totalin sama ongkirnya', 'gas pesan'],
})
  .from((talk) => (talk.shop.cart().length === 0 ? null : {}))
  .pointless((talk) => (talk.shop.cart().length === 0 ? emptyCart(talk) : null))
  .leaving(left)
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
  .ask('paying', particular<WithStreet, PaymentMethod | null>({
    schema: METHOD.nullable(),
    ask: () => '',
    read: () => NO,
    known: () => null,
    hears: (talk) => methodNamed(talk) ?? undefined,
    early: [],
  }))
  .ask('consent', particular<WithPaying, Consent>({
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
        return end({ pin: null, ...confirmation(talk, placing.order) });
      case 'empty_cart': return end(emptyCart(talk));
      case 'sold_out': return askAgain(['consent'], { text: '' });
      case 'promised_to_others': return end({ text: say(placing.may === 0 ? 'checkout.promised_all' : 'checkout.promised_most', { produk: placing.product.title, jumlah: String(placing.may) }) });
      case 'not_now': return askAgain(['consent'], { text: say('checkout.not_now') });
      case 'no_longer_as_agreed': return askAgain(['consent'], { text: say(`checkout.changed.${placing.why}`) });
      case 'cannot_replace': return end({ text: say('order.cannot_change', { nomor: placing.order.number, keadaan: say(`order.state.${placing.order.state}`) }) });
      case 'too_many_unpaid': return end({ text: say('checkout.too_many_unpaid', { jumlah: String(placing.open) }) });
    }
  });
