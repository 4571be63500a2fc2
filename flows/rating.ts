import { z } from 'zod';
import { action, end, flow } from '../src/flow/flow.ts';
import { maybe, NO, sure, type Reading } from '../src/flow/question.ts';
import type { Talk } from '../src/flow/talk.ts';
import type { Intent } from '../src/understanding/meaning.ts';
import { particular, text } from '../src/flow/questions.ts';

/** One tap, one to five: of the person after a chat, of the shop after delivery. Once each (design §1.9). */
export const rate = action('rate', {}, (talk) => {
  const { quantity, order, text: handoff } = talk.tapped;
  if (quantity === null) return null;
  const rating = talk.shop.rate(quantity, { order, handoff: handoff === null ? null : Number(handoff) });
  if (rating === null) return { text: talk.say('rating.comment_thanks') };
  return { text: '', start: { flow: 'rating_comment', facts: { rating } } };
});

/** A comment is welcome and never asked for twice. */
export const ratingComment = flow('rating_comment', {})
  .passing()
  .leaving((talk) => ({ text: talk.say('manners.bye') }))
  .ask('rating', particular({ schema: z.number(), ask: () => '', read: () => NO }))
  .ask('comment', text({
    ask: (talk, again) => (again ? '' : talk.say('rating.thanks')),
    read: (talk) => (talk.meaning.yesNo === 'no' ? maybe('-') : comment(talk)),
  }))
  .done((talk) => {
    if (talk.facts.comment !== '-') talk.shop.commentOnRating(talk.facts.rating, talk.facts.comment);
    return end({ text: talk.say('rating.comment_thanks') });
  });

/** Several words that ask nothing are a comment, however much they sound like thanks. */
function comment(talk: Talk): Reading<string> {
  const words = talk.meaning.raw.trim();
  if (words === '') return NO;
  return words.includes(' ') && PRAISE.includes(talk.meaning.intents[0]?.intent ?? 'out_of_scope') ? sure(words) : maybe(words);
}

const PRAISE: readonly Intent[] = ['thanks', 'affirm', 'greet', 'out_of_scope', 'bye'];
