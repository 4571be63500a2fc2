import { LRUCache } from 'lru-cache';
import type { Meaning } from './meaning.ts';
import type { TalkContext, Understanding } from './understanding.ts';

/** Longer texts hardly come twice. */
const LONGEST_KEPT = 40;
/** About 6 MB of meanings. */
const MOST_KEPT = 4_096;
/** What is asked here is answered with what concerns one person alone. */
const PERSONAL: ReadonlySet<TalkContext['asking']> = new Set(['name', 'phone', 'address']);
/** A telephone number, an account, a card: not kept in memory longer than it takes to read it. */
const MANY_DIGITS = /\d\D?\d\D?\d\D?\d\D?\d/;

/**
 * The same understanding, which need not read "gak usah kak" anew for every customer: a meaning depends on the text and the talk
 * alone, so it is kept for the next who says the same in the same talk. Nothing that may be personal is kept: no answer to a question
 * for a name, a number or an address, and nothing with many digits.
 */
export function remembering(understanding: Understanding): Understanding {
  const kept = new LRUCache<string, Meaning>({ max: MOST_KEPT });
  return {
    understand(text, context) {
      if (text.length > LONGEST_KEPT || (context && PERSONAL.has(context.asking)) || MANY_DIGITS.test(text)) return understanding.understand(text, context);
      const key = keyOf(text, context);
      let meaning = kept.get(key);
      if (meaning === undefined) kept.set(key, meaning = understanding.understand(text, context));
      return meaning;
    },
  };
}

/** With the text's length before it, so that no text can pass for another in another talk. */
function keyOf(text: string, context: TalkContext | undefined): string {
  if (context === undefined) return `alone ${text}`;
  return `${text.length} ${text} ${context.asking ?? ''} ${context.focus ?? ''} ${context.shown.join(' ')} | ${context.cart.join(' ')}`;
}
