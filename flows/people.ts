import { answer, action, end, flow } from '../src/flow/flow.ts';
import { ownersAnswer, SURE_FAQ } from '../src/flow/faq-match.ts';
import { maybe, NO, refused, sure } from '../src/flow/question.ts';
import { particular } from '../src/flow/questions.ts';
import type { Talk, WishTalk } from '../src/flow/talk.ts';
import { z } from 'zod';
import { wishPassedOn } from './order-wishes.ts';
import { promised } from './people/promised.ts';

export const human = action('human', {
  talk_to_human: ['mau ngomong sama orangnya langsung', 'adminnya mana sih', 'panggilin admin dong', 'bisa bicara dengan cs', 'ini bot ya? mau sama manusia aja'],
}, (talk) => {
  if (talk.shop.chat.mode === 'waiting') return { text: talk.say('handoff.already_waiting', { kapan: promised(talk, talk.shop.askForPerson('asked')) }), quiet: true };
  const promise = talk.shop.askForPerson('asked', { said: talk.meaning.raw.slice(0, 300) });
  return { text: [talk.say('handoff.called'), promised(talk, promise)].join(' '), quiet: true };
});

/** Anger is met by a person, not by a machine. */
export const angry = action('angry', {}, (talk) => {
  const promise = talk.shop.askForPerson('angry', { said: talk.meaning.raw.slice(0, 500), ...(talk.meaning.order !== null && { order: talk.meaning.order }) });
  return { text: [talk.say('complaint.opening'), promised(talk, promise), talk.say('complaint.noted')].join('\n'), quiet: true };
});

const STORY = z.object({ said: z.string(), photo: z.string().nullable(), order: z.string().nullable() });
type Story = z.infer<typeof STORY>;

function story(talk: Talk): Story {
  return { said: talk.meaning.raw.slice(0, 500), photo: talk.photo, order: talk.meaning.order };
}

const COMPLAINS = /\b(?:komplain|complain|protes|keluhan|kecewa|rusak|pecah|penyok|retak|bocor|sobek|robek|cacat|basi|busuk|palsu|salah|kurang|beda|hilang|lama|lambat|telat|belum|tidak|mana|kok|parah|nipu|tipu|bohong|broken|damaged|wrong|missing|late|bad|kapok|nyesel|jelek|mati|error|eror|patah|lecet|luntur|bau|kosong|gores|tumpah|kendor|copot)\b/;

/** "muka aku kusam, cocoknya pakai apa": who has bought nothing and says nothing of a fault wants to buy, not to complain. */
const isHardlyOne = (talk: WishTalk): boolean =>
  talk.photo === null && talk.shop.orders().length === 0 && !talk.meaning.angry && talk.wish.score < 0.9 && !COMPLAINS.test(talk.meaning.normal);

/** "mau retur, kekecilan": why it goes back is no second case. */
const toldAlready = (talk: WishTalk): boolean => {
  const { wishes } = talk.meaning;
  return wishes.slice(0, wishes.indexOf(talk.wish)).some(({ intent }) => intent === 'complaint' || intent === 'return_refund');
};

/** A complaint: an apology, the facts a person needs, and that person (conversation 4). */
function complaintFlow(name: 'complaint' | 'return_request', begins: Parameters<typeof flow>[1], reason: 'complaint' | 'return') {
  return flow(name, begins)
    .from((talk) => ((reason === 'complaint' && isHardlyOne(talk)) || toldAlready(talk) ? null : { story: story(talk) }))
    .opening((talk) => {
      const promise = talk.shop.askForPerson(reason, { said: talk.meaning.raw.slice(0, 500), ...(talk.meaning.order !== null && { order: talk.meaning.order }) });
      const policy = reason === 'return' ? talk.shop.catalogue.policy.returns : null;
      return {
        text: [
          talk.say(reason === 'return' ? 'return.opening' : 'complaint.opening'),
          ...(policy !== null ? [talk.say.fill(policy)] : []),
          promised(talk, promise), talk.say('complaint.noted'),
        ].join('\n'),
      };
    })
    .leaving((talk) => ({ text: talk.say('complaint.left') }))
    .ask('story', particular<object, Story>({ schema: STORY, ask: (talk) => askForCase(talk), read: () => NO, known: story }))
    .ask('evidence', particular<{ story: Story }, { photo: string | null; order: string | null; words: string }>({
      schema: z.object({ photo: z.string().nullable(), order: z.string().nullable(), words: z.string() }),
      ask: (talk) => askForCase(talk),
      read: (talk) => {
        const { order, raw, yesNo } = talk.meaning;
        if (order !== null && !talk.shop.order(order)) return refused(talk.say('order.not_found', { nomor: order }));
        const told = { photo: talk.photo, order, words: raw.slice(0, 500) };
        if (talk.photo !== null || order !== null) return sure(told);
        if (yesNo === 'no') return sure(told);
        return raw.trim().length > 0 ? maybe(told) : NO;
      },
    }))
    .done((talk) => {
      const { evidence, story: first } = talk.facts;
      const order = evidence.order ?? first.order;
      talk.shop.tellPerson({
        ...(order !== null && { order }), ...(evidence.photo !== null && { photo: evidence.photo }),
        ...(evidence.words !== '' && { more: evidence.words }),
      });
      const what = [
        ...(evidence.photo !== null ? [talk.say('complaint.the_photo')] : []),
        ...(evidence.order !== null ? [talk.shop.order(evidence.order)!.number] : []),
      ];
      return end({ text: what.length > 0 ? talk.say('complaint.attached', { apa: what.join(` ${talk.say('checkout.and')} `) }) : talk.say('complaint.thanks') });
    });
}

const askForCase = (talk: Talk): string => talk.say('complaint.ask', { contoh: `${talk.shop.store.orders.prefix}-12` });

export const complaint = complaintFlow('complaint', {
  complaint: ['barangnya rusak kak', 'yang datang penyok', 'kok beda sama foto, kecewa', 'kurang 1 nih isinya', 'packingnya asal banget'],
}, 'complaint');

export const returnRequest = complaintFlow('return_request', {
  return_refund: ['bisa tukar ga kak', 'mau retur dong', 'refund kapan masuk', 'garansi tukar barunya berapa hari'],
}, 'return');

/** A question about returns, not a wish for one: the owner's policy answers. */
export const returnPolicy = answer('return_policy', { return_refund: [] }, (talk) => {
  const asks = /\b(?:syarat|ketentuan|aturan|kebijakan|berapa hari|siapa yang (?:nanggung|tanggung)|gimana|bagaimana|caranya|policy)\b/.test(talk.meaning.normal);
  const { returns, refund } = talk.shop.catalogue.policy;
  const text = /\b(?:refund|uang|dana)\b/.test(talk.meaning.normal) ? refund ?? returns : returns;
  return asks && text !== null ? { text: talk.say.fill(text) } : null;
}, 1);

const MOST_GUESSES = 3;
const MOST_LOOKED_AT = 12;

/** Not understood: a guess with choices first, a person the second time; never the same apology twice in a row. */
export const notUnderstood = action('not_understood', {}, (talk) => {
  const { say, shop } = talk;
  if (shop.chat.mode === 'waiting') {
    shop.tellPerson({ more: talk.meaning.raw.slice(0, 500) });
    return { text: say('handoff.passed_on'), quiet: true };
  }
  const told = ownersAnswer(talk, SURE_FAQ);
  if (told) return told;
  const passedOn = wishPassedOn(talk);
  if (passedOn) return passedOn;
  if (talk.missed > 0) {
    const promise = shop.askForPerson('misunderstood', { said: talk.meaning.raw.slice(0, 300) });
    return { text: [say('not_understood.again'), promised(talk, promise)].join(' '), quiet: true };
  }
  const alike = (limit: number) => shop.search(talk.meaning.normal, { limit }).filter((hit) => hit.coverage >= 0.5).map((hit) => hit.product);
  // "yg kecil aja": of what was just shown, where that has one.
  const shown = alike(MOST_LOOKED_AT).filter((product) => talk.memory.shown.includes(product.sku)).slice(0, MOST_GUESSES);
  // Beside an open question its own choices stand below the reply, and no guesses.
  const guesses = talk.open.length > 0 ? [] : shown.length > 0 ? shown : alike(MOST_GUESSES);
  return {
    text: say(guesses.length > 0 ? 'not_understood.guess' : 'not_understood.first'),
    offers: [
      ...guesses.map((product) => ({ label: product.title, does: { kind: 'wish' as const, intent: 'product_detail' as const, sku: product.sku } })),
      { label: say('menu.catalogue'), does: { kind: 'wish' as const, intent: 'browse_catalogue' as const } },
      { label: say('menu.human'), does: { kind: 'wish' as const, intent: 'talk_to_human' as const } },
    ],
  };
});
