import { action, answer } from '../src/flow/flow.ts';
import type { Offer, Said } from '../src/flow/said.ts';
import type { Talk } from '../src/flow/talk.ts';
import { withoutTitle } from '../src/wording/without-title.ts';
import { promised } from './people/promised.ts';

/** Three things to begin with, as choices. */
function openings(talk: Talk): readonly Offer[] {
  return [
    { label: talk.say('menu.catalogue'), does: { kind: 'wish', intent: 'browse_catalogue' } },
    { label: talk.say('menu.how_to_order'), does: { kind: 'wish', intent: 'how_to_order' } },
    { label: talk.say('menu.human'), does: { kind: 'wish', intent: 'talk_to_human' } },
  ];
}

/** A greeting differs for a stranger, a returning customer and one who waits for a parcel. */
function welcome(talk: Talk): Said {
  const { shop, say } = talk;
  // "halo?" of one who waits for a person asks whether anybody is there.
  if (shop.chat.mode === 'waiting') return { text: say('handoff.already_waiting', { kapan: promised(talk, shop.askForPerson('asked')) }) };
  const open = shop.openOrders()[0];
  const name = shop.customer().name;
  if (open) {
    return {
      text: say('welcome.with_order', { nomor: open.number, keadaan: say(`order.state.${open.state}`) }),
      offers: [
        { label: say('menu.track', { nomor: open.number }), does: { kind: 'wish', intent: 'order_status', order: open.number } },
        ...openings(talk).slice(0, 1),
      ],
    };
  }
  if (shop.orders().length > 0) {
    return {
      text: say('welcome.again', { nama: withoutTitle(name ?? '') }),
      offers: [
        { label: say('menu.same_again'), does: { kind: 'do', module: 'order_again' } },
        ...openings(talk).slice(0, 1),
      ],
    };
  }
  return { text: say('welcome.stranger', { contoh: exampleProduct(talk) }), offers: openings(talk) };
}

/** A product people can ask for right away, so that the example in the greeting works. */
function exampleProduct(talk: Talk): string {
  const inStock = talk.shop.catalogue.sellable.find((product) => talk.shop.free(product) > 0);
  return (inStock ?? talk.shop.catalogue.sellable[0])?.name.toLowerCase() ?? '';
}

export const greet = answer('greet', {
  greet: ['halo kak', 'assalamualaikum', 'pagi min', 'permisi mau tanya', 'p', 'hi'],
}, (talk) => {
  // A greeting before a wish is only manners: the answer to the wish greets back.
  const more = talk.meaning.wishes.some((wish) => wish.intent !== 'greet' && wish.score >= 0.5);
  return more ? null : welcome(talk);
});

export const menu = answer('menu', {}, (talk) => ({ text: talk.say('menu.text'), offers: openings(talk) }));

/** `/start` and `/start SKU`, as Telegram's links send it. */
export const start = answer('start', {}, (talk) => {
  const product = talk.tapped.text === null ? undefined : talk.shop.product(talk.tapped.text);
  if (!product) return welcome(talk);
  return { text: '', start: { flow: 'show_product', facts: { sku: product.sku } } };
});

export const thanks = answer('thanks', { thanks: ['makasih kak', 'terima kasih banyak', 'thx ya min', 'hatur nuhun'] },
  (talk) => ({ text: talk.say('manners.thanks'), quiet: true }));

export const bye = answer('bye', { bye: ['dadah kak', 'udah dulu ya', 'nanti aku chat lagi', 'sampai jumpa'] },
  (talk) => ({ text: talk.say('manners.bye'), quiet: true }));

export const yes = answer('yes', { affirm: ['iya kak', 'oke siap', 'boleh', 'nggih', 'gas'] },
  (talk) => {
    if (talk.meaning.wishes.length > 1) return null;
    if (talk.open.length > 0) return { text: '' };
    // "ya" to several kinds chooses none of them: they are put before her again.
    const kinds = talk.offered.filter(({ does }) => does.kind === 'wish' && does.sku !== undefined && does.intent === 'add_to_cart');
    return kinds.length > 1 ? { text: talk.say('product.which_one'), offers: talk.offered } : { text: talk.say('manners.yes') };
  }, -1);

export const no = answer('no', { deny: ['enggak kak', 'gak usah', 'bukan itu', 'nanti aja deh', 'ora mas'] },
  (talk) => (talk.meaning.wishes.length > 1 ? null : { text: talk.say('manners.no'), quiet: true }), -1);

export const outOfScope = answer('out_of_scope', {
  out_of_scope: ['cuaca hari ini gimana', 'bikinin puisi dong', 'jual pulsa ga', 'pinjam uang boleh', 'kamu udah makan belum'],
}, (talk) => ({ text: talk.say('manners.out_of_scope'), offers: openings(talk).slice(0, 1) }));

/** "panggil saya Bu Rina": the one case in which an address other than the shop's is used, because she asked for it. */
export const callMe = action('call_me', { affirm: [], out_of_scope: ['panggil saya mas aja', 'jangan panggil kak, panggil bu'] },
  (talk) => {
    const called = /\bpanggil(?:in)?\s+(?:saya|aku|sy|gw|gue)?\s*(?:aja\s+|saja\s+)?([\p{L}]{2,12}(?:\s[\p{L}]{2,15})?)/iu
      .exec(talk.meaning.raw)?.[1];
    if (called === undefined) return null;
    const tidy = called.replace(/\s+(?:aja|saja|ya|dong|deh)$/i, '');
    const word = tidy.charAt(0).toUpperCase() + tidy.slice(1);
    talk.shop.callMe(word);
    return { text: talk.say('manners.called', { panggilan: word }) };
  }, 2);
