import { readExamples } from '../examples.ts';
import { INTENTS, type Intent } from '../meaning.ts';
import { NO_NAMES, normalise, type Word } from '../normalise.ts';
import { tokenise, type Tokens } from '../tokens.ts';
import { createLexicon, isAddress, isFiller, weighWords, type Lexicon } from '../words/lexicon.ts';
import { featuresOf, type Mark } from './features.ts';
import type { Lesson } from './model.ts';

/** A lesson, and the words it was made of: goods by their kind, fillers left out. */
export interface ReadLesson extends Lesson { readonly sentence: string; readonly marks: readonly Mark[] }

const PRODUCT_IN_EXAMPLE = /\[[^\]]*\]/g;

/** Our example sentences and those given besides, read as a message is read; and the words of the talk they make. */
export function readLessons(examples: Partial<Record<Intent, readonly string[]>>): { readonly words: ReadonlyMap<string, number>; readonly lessons: readonly ReadLesson[] } {
  const own = readExamples();
  const sentences = INTENTS.flatMap((intent) => [...own[intent], ...(examples[intent] ?? [])].map((sentence) => ({ intent, sentence })));
  const bare = sentences.map(({ sentence }) => tokenise(sentence.replace(PRODUCT_IN_EXAMPLE, ' ')));
  const words = weighWords(bare.map(({ list }) => list.map((token) => token.text)));
  const lexicon = createLexicon(words);
  return { words, lessons: sentences.map(({ intent, sentence }, i) => readLesson(intent, sentence, bare[i]!, lexicon)) };
}

/** `bare`: the sentence's tokens without the goods, which are all of them where it names none. */
function readLesson(intent: Intent, sentence: string, bare: Tokens, lexicon: Lexicon): ReadLesson {
  const marks: Mark[] = [];
  let question = false;
  const pieces = sentence.includes('[') ? sentence.split(/(\[[^\]]*\])/) : [sentence];
  for (const [i, piece] of pieces.entries()) {
    if (i % 2 === 1) { marks.push({ text: '', kind: 'product' }); continue; }
    const { words, after } = normalise(pieces.length === 1 ? bare : tokenise(piece), lexicon, NO_NAMES);
    marks.push(...words.filter((word) => !isFiller(word.text) && !isAddress(word.text)).map(plainMark));
    question ||= after.includes('?');
  }
  const whole = marks.length > 0 ? marks : normalise(tokenise(sentence), lexicon, NO_NAMES).words.map(plainMark);
  return { intent, sentence, marks: whole, features: featuresOf(whole, question) };
}

/** The mark of a word that names no goods and no place. */
export function plainMark(word: Word): Mark {
  if (/^-?\d/.test(word.text)) return { text: word.text, kind: /(?:rb|ribu|k|jt|juta)$/.test(word.text) ? 'money' : 'number' };
  return { text: word.text, kind: word.known ? 'word' : 'unknown' };
}
