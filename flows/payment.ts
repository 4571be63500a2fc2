import { action, answer, flow, end } from '../src/flow/flow.ts';
import { NO, refused, sure } from '../src/flow/question.ts';
import { choice, particular } from '../src/flow/questions.ts';
import type { Said } from '../src/flow/said.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import type { PaymentMethod } from '../src/shop/payment/payment-methods.ts';
import type { Order } from '../src/shop/ordering/orders.ts';
import { z } from 'zod';
import { howToPay } from './confirmation.ts';

const HAS_PAID = /\b(?:sudah|barusan|baru|tadi|habis|bukti\w*|lunas|done|sent|paid|uang\w*|telah|tos|wis)\b/;

/** "norek mana kak": how to pay the open order, or the ways there are. */
export const paymentInfo = answer('payment_info', {
  payment_info: ['norek mana kak', 'bisa bayar pakai apa aja', 'bayarnya gimana', 'kirim no rekening dong', 'bisa qris ga'],
}, (talk) => {
  const { shop, say } = talk;
  const unpaid = shop.openOrders().find((order) => order.state === 'awaiting_payment');
  if (unpaid) {
    return {
      text: [say('payment.for_order', { nomor: unpaid.number }), howToPay(talk, unpaid)].join('\n'),
      ...(unpaid.payment === 'qris' && { photo: `qris:${unpaid.number}` }),
    };
  }
  const { bankTransfer, qris, cod } = shop.store.payments;
  const offered = methodsOffered(talk);
  const asked = talk.meaning.payment;
  const answered = asked === null || (offered[asked] && !/\b(?:bisa|boleh|terima|menerima)\b/.test(talk.meaning.normal));
  const ways = [
    ...(bankTransfer.length > 0 ? [say('payment.way.transfer', { bank: bankTransfer.map((account) => account.bank).join(', ') })] : []),
    ...(qris !== '' ? [say('payment.way.qris')] : []),
    ...(cod ? [say('payment.way.cod')] : []),
    ...(shop.paysOnline ? [say('payment.way.online')] : []),
  ];
  return {
    text: [
      ...(answered ? [] : [say(offered[asked] ? 'payment.can' : 'payment.not_here', { cara: say(`payment.way_name.${asked}`) })]),
      say('payment.ways'), ...ways, say('payment.ways_after'),
    ].join('\n'),
  };
});

function methodsOffered({ shop }: Talk): Readonly<Record<PaymentMethod, boolean>> {
  const { bankTransfer, qris, cod } = shop.store.payments;
  return { bank_transfer: bankTransfer.length > 0, qris: qris !== '', cod, online: shop.paysOnline };
}

/** "transfer" before there is an order to pay: whether that can be done. It is asked when all is known. */
export const willPay = answer('will_pay', { payment_proof: [] }, (talk) => {
  const { payment } = talk.meaning;
  if (payment === null || HAS_PAID.test(talk.meaning.normal)) return null;
  return { text: talk.say(methodsOffered(talk)[payment] ? 'payment.can' : 'payment.not_here', { cara: talk.say(`payment.way_name.${payment}`) }) };
}, -2);

const mayBeMeant = (talk: Talk): readonly Order[] =>
  talk.shop.orders().filter((order) => order.payment !== 'cod' && (order.state === 'awaiting_payment' || order.state === 'expired'));

/** Unpaid orders first; a lapsed one only where nothing else can be meant. */
function candidates(talk: Talk): readonly Order[] {
  const unpaid = mayBeMeant(talk).filter((order) => order.state === 'awaiting_payment');
  return unpaid.length > 0 ? unpaid : mayBeMeant(talk).slice(0, 1);
}

const CLAIM = z.object({ file: z.string().nullable(), amount: z.number().nullable() });

/** "udah transfer ya kak", with or without a photo: a claim, tied to the right order, looked at by a person. */
export const paymentProof = flow('payment_proof', {
  payment_proof: ['udah tf ya kak', 'sudah saya transfer barusan', 'ini bukti transfernya', 'dah bayar via qris', 'wis tak transfer'],
})
  .from((talk) => begin(talk))
  .pointless((talk) => (mayBeMeant(talk).length === 0 ? { text: talk.say('proof.no_order') } : null))
  .ask('claim', particular({ schema: CLAIM, ask: (talk) => talk.say('payment.send_proof'), read: () => NO, known: (talk) => ({ file: talk.photo, amount: talk.shop.amountIn(talk.meaning.raw) }) }))
  .ask('order', choice<{ claim: z.infer<typeof CLAIM> }, string>('order', {
    ask: (talk) => talk.say('proof.which'),
    options: (talk) => candidates(talk).slice(0, 5).map((order) => ({ value: order.number, label: `${order.number} ${talk.say.rupiah(order.total)}` })),
    known: (talk) => {
      const all = candidates(talk);
      const byAmount = all.filter((order) => order.total === talk.facts.claim.amount);
      return all.length === 1 ? all[0]!.number : byAmount.length === 1 ? byAmount[0]!.number : undefined;
    },
    read: (talk) => {
      if (talk.meaning.order === null) return NO;
      const order = talk.shop.order(talk.meaning.order);
      return order ? sure(order.number) : refused(talk.say('order.not_found', { nomor: talk.meaning.order }));
    },
    hears: (talk) => (talk.meaning.order === null ? undefined : talk.shop.order(talk.meaning.order)?.number),
    holds: (talk, number) => talk.shop.order(number) !== undefined,
  }))
  .done((talk) => {
    const order = talk.shop.order(talk.facts.order)!;
    return end(claimed(talk, order, talk.facts.claim));
  });



function begin(talk: WishTalk): Record<string, unknown> | null {
  if (mayBeMeant(talk).length > 0 || talk.photo !== null) return { claim: { file: talk.photo, amount: talk.shop.amountIn(talk.meaning.raw) } };
  // "transfer" without an order to pay is how she will pay, not that she has.
  if (talk.shop.openOrders().length > 0 || !HAS_PAID.test(talk.meaning.normal)) return null;
  return { claim: { file: talk.photo, amount: talk.shop.amountIn(talk.meaning.raw) } };
}

function claimed(talk: Talk, order: Order, claim: { file: string | null; amount: number | null }): Said {
  const { say, shop } = talk;
  const outcome = shop.claimPayment(order, claim);
  const open = shop.hours.isOpen(shop.now);
  const opening = open ? null : shop.hours.nextOpening(shop.now);
  if (outcome.late) {
    shop.askForPerson('payment', { order: order.number, what: 'late_proof' });
    return { text: say('proof.late', { nomor: order.number }) };
  }
  return {
    text: [
      say(claim.file === null ? 'proof.claim_noted' : 'proof.noted', { nomor: order.number, total: say.rupiah(order.total) }),
      ...(outcome.amountDiffers ? [say('proof.amount_differs', { disebut: say.rupiah(claim.amount ?? 0), total: say.rupiah(order.total) })] : []),
      opening === null ? say('proof.soon') : say('proof.at_opening', { jam_buka: say.opening(opening) }),
      ...(claim.file === null ? [say('proof.photo_welcome')] : []),
    ].join('\n'),
  };
}

/** The page to pay on is there, or could not be had: told by the task, as an event. */
export const paymentLink = answer('payment_link', {}, (talk) => {
  const order = talk.tapped.order === null ? undefined : talk.shop.order(talk.tapped.order);
  if (order?.state !== 'awaiting_payment') return { text: '', quiet: true };
  return { text: [talk.say('payment.for_order', { nomor: order.number }), howToPay(talk, order)].join('\n') };
});

/** "udah bayar" of what is paid online: no proof is needed, the gateway is asked. */
export const paidOnline = action('paid_online', { payment_proof: ['udah bayar lewat link tadi kak'] }, (talk) => {
  const open = mayBeMeant(talk).filter((order) => order.state === 'awaiting_payment');
  const order = open.find((one) => one.number === talk.meaning.order) ?? open[0];
  if (talk.photo !== null || order?.payment !== 'online' || open.some((one) => one.payment !== 'online') || !HAS_PAID.test(talk.meaning.normal)) return null;
  talk.shop.lookForPayment(order);
  return { text: talk.say('payment.online_looking', { nomor: order.number }) };
}, 2);

/** An order that is paid already, or has nothing to pay: the claim is answered with where it stands. */
export const paidAlready = answer('paid_already', { payment_proof: [] }, (talk) => {
  const order = talk.shop.openOrders()[0];
  return order ? { text: talk.say('order.heading', { nomor: order.number, keadaan: talk.say(`order.state.${order.state}`) }) } : null;
}, -1);

/** What the look at a proof's picture found: it is no picture. Told by the task, as an event. */
export const proofUnreadable = answer('proof_unreadable', {}, (talk) => ({ text: talk.say('proof.unreadable') }));

/** A photo out of the blue: a proof where something is unpaid, else part of what a person is waiting to see, else a question. */
export const photo = action('photo', {}, (talk) => {
  const { shop, say } = talk;
  if (talk.photo === null) return null;
  const unpaid = candidates(talk).length > 0;
  if (shop.chat.mode === 'waiting' && (!unpaid || !shop.openOrders().some((order) => order.state === 'awaiting_payment'))) {
    shop.tellPerson({ photo: talk.photo, ...(talk.meaning.order !== null && { order: talk.meaning.order }) });
    return { text: say('handoff.photo_attached') };
  }
  if (unpaid) return { text: '', start: { flow: 'payment_proof', facts: { claim: { file: talk.photo, amount: talk.shop.amountIn(talk.meaning.raw) } } } };
  return {
    text: say('other.photo'),
    offers: [
      { label: say('photo.is_complaint'), does: { kind: 'wish', intent: 'complaint' } },
      { label: say('menu.human'), does: { kind: 'wish', intent: 'talk_to_human' } },
    ],
  };
});
