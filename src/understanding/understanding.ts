import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../shop/catalogue/snapshot.ts';
import type { ProductSearch } from '../shop/catalogue/search-types.ts';
import type { Gazetteer } from '../shop/shipping/place.ts';
import type { Sku } from '../shop/units.ts';
import { readAddress } from './addresses.ts';
import { readDay } from './dates.ts';
import type { Mark } from './intents/features.ts';
import { createJudge } from './intents/judge.ts';
import { plainMark, readLessons } from './intents/lessons.ts';
import { intentModel, learnIntents } from './intents/model.ts';
import { readLanguage } from './language.ts';
import { isAngry, isSpam } from './manners.ts';
import type { Intent, Meaning, ScoredIntent, Wish } from './meaning.ts';
import { readBudget } from './money.ts';
import { normalise, type Normalised, type Word } from './normalise.ts';
import { isDialled, readNumber } from './numbers.ts';
import { readOrderNumber } from './order-numbers.ts';
import { readPlace } from './places.ts';
import { findProducts, type FoundProduct } from './products.ts';
import { looseQuantity } from './quantities.ts';
import { LONGEST, tokenise } from './tokens.ts';
import { readVoucher, withVoucher } from './vouchers.ts';
import { createLexicon, isAddress, isFiller } from './words/lexicon.ts';
import { splitWishes, withoutBids, withTaking } from './wishes.ts';
import { readYesNo } from './yes-no.ts';

/** What the talk so far lends to the understanding of the next words. */
export interface TalkContext {
  /** Products shown last, in the order they were shown. */
  readonly shown: readonly Sku[];
  readonly focus: Sku | null;
  readonly cart: readonly Sku[];
  readonly asking: null | 'choice' | 'quantity' | 'text' | 'place' | 'confirm' | 'photo' | 'name' | 'phone' | 'address';
}

/** Text to Meaning: pure and synchronous over one catalogue snapshot. */
export interface Understanding {
  understand(text: string, context?: TalkContext): Meaning;
}

/** What an earlier start kept under a name, if it was made from the same text; or else what `make` makes now, kept for the next. */
export type Keep = <T>(name: string, from: () => string, make: () => T) => T;

/** What all snapshots share: the words of the talk and the intents, learned once from the examples. */
function learn(examples: string, keep: Keep) {
  const { words, intents } = keep('learned', () => `${ownText()}${examples}`, () => {
    const { words, lessons } = readLessons(JSON.parse(examples) as Partial<Record<Intent, readonly string[]>>);
    return { words, intents: learnIntents(lessons) };
  });
  return { lexicon: createLexicon(words), model: intentModel(intents) };
}

/** All that what is learned comes from, besides the examples of the shop: our code and our examples. */
const ownText = (): string => readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' }).filter((file) => /\.(?:ts|txt)$/.test(file)).sort()
  .map((file) => `${file}\n${readFileSync(join(import.meta.dirname, file), 'utf8')}`).join('\n');

const KEEP_NOTHING: Keep = (_name, _from, make) => make();

let learned: { readonly key: string; readonly result: ReturnType<typeof learn> } | null = null;

/** The last lesson is remembered: a new catalogue with the same examples need not learn again. */
function learnOnce(examples: Partial<Record<Intent, readonly string[]>>, keep: Keep): ReturnType<typeof learn> {
  const key = JSON.stringify(examples);
  if (learned?.key !== key) learned = { key, result: learn(key, keep) };
  return learned.result;
}

export function createUnderstanding(parts: {
  readonly catalogue: Catalogue; readonly search: ProductSearch; readonly gazetteer: Gazetteer;
  readonly examples: Partial<Record<Intent, readonly string[]>>;
  /** Where what is learned is kept between starts; nowhere unless given. */
  readonly keep?: Keep | undefined;
}): Understanding {
  const { catalogue, search, gazetteer } = parts;
  const { lexicon, model } = learnOnce(parts.examples, parts.keep ?? KEEP_NOTHING);
  const judge = createJudge(model);
  const isName = (word: string): boolean => search.knows(word);
  const codes = new Set(catalogue.promotions.vouchers.map((voucher) => voucher.code));

  function score(words: readonly Word[], kinds: ReadonlyMap<number, Mark['kind']>, from: number, to: number, question: boolean): readonly ScoredIntent[] {
    const marks: Mark[] = [];
    for (let i = from; i < to; i++) {
      const word = words[i]!;
      const kind = kinds.get(i);
      if (kind !== undefined) marks.push({ text: word.text, kind });
      else if (!isFiller(word.text) && !isAddress(word.text)) marks.push(plainMark(word));
    }
    const part = words.slice(from, to);
    return judge(marks.length > 0 ? marks : part.map(plainMark), part.map((word) => word.text), question);
  }

  return {
    understand(text, context) {
      const raw = text.slice(0, LONGEST);
      const tokens = tokenise(raw);
      const normal: Normalised = normalise(tokens, lexicon, isName);
      const words = normal.words;
      const texts = words.map((word) => word.text);
      const expected = context?.asking === 'place' || context?.asking === 'address';
      const rawWords = tokens.list.map((token) => token.text);
      const place = readPlace(gazetteer, rawWords, expected, (word) => lexicon.has(word) || lexicon.spelling(word) !== undefined);
      const placeWords = new Set<number>();
      if (place) {
        const named = new Set(rawWords.slice(place.from, place.to));
        words.forEach((word, i) => { if (named.has(word.raw)) placeWords.add(i); });
      }
      const budget = readBudget(texts);
      const numbered = readOrderNumber(raw);
      // "WTG-28" are goods before they are an order.
      const order = numbered !== null && catalogue.product(numbered) ? null : numbered;
      const voucher = readVoucher(raw, words, codes);
      const products = findProducts({ words, search, catalogue, taken: (i) => placeWords.has(i) || budget.words.has(i) || i === voucher?.at, context });
      const kinds = new Map<number, Mark['kind']>();
      placeWords.forEach((i) => kinds.set(i, 'place'));
      budget.words.forEach((i) => kinds.set(i, 'money'));
      for (const i of products.flatMap(wordsOf)) if (!kinds.has(i)) kinds.set(i, 'product');
      words.forEach((word, i) => {
        if (kinds.has(i)) return;
        if (order !== null && /\d/.test(word.text) && order.toLowerCase().endsWith(word.text)) kinds.set(i, 'order');
        else if (readNumber(word.text) !== null) kinds.set(i, isDialled(word.text) ? 'unknown' : 'number');
      });

      const split = withVoucher(splitWishes(words, normal.after, (from, to, question) => score(words, kinds, from, to, question)), words, voucher);
      const isCount = (i: number): boolean => kinds.get(i) === 'number';
      const parts_ = withTaking(withoutBids(split, words, isCount), words, isCount, context);
      const content = texts.filter((word) => !isFiller(word) && !isAddress(word));
      const yesNo = readYesNo(content.length > 0 ? content : texts) ?? (tokens.list.length === 0 && /👍|👌|✅|🙏🏻?👍/u.test(raw) ? 'yes' : null);
      const placeMention = place?.mention ?? null;
      const wishes = parts_.wishes.map(({ intent, score: sure, from, to }): Wish => ({
        intent, score: sure,
        products: products.filter(({ span }) => span[0] >= from && span[0] < to).map(({ mention }) => mention),
        place: placeMention !== null && [...placeWords].some((i) => i >= from && i < to) ? placeMention : null,
        maxPrice: [...budget.words].some((i) => i >= from && i < to) ? budget.max : null,
        text: texts.slice(from, to).join(' '),
      }));
      const productWords = new Set(products.flatMap(wordsOf));
      const said = texts.join(' ');
      const number = /^(?:nomor|yang|pilih|opsi)?\s*(\d{1,2})(?: saja| yang)?$/.exec(content.join(' '))?.[1];
      return {
        raw, normal: said, language: readLanguage(rawWords),
        intents: parts_.intents, wishes,
        products: products.map(({ mention }) => mention),
        place: placeMention, maxPrice: budget.max, minPrice: budget.min,
        sort: /\btermurah\b/.test(said) ? 'cheapest' : /\btermahal\b/.test(said) ? 'dearest' : /\bterlaris\b/.test(said) ? 'best_selling' : /\b(?:baru|terbaru)\b/.test(said) && /\bbarang|produk\b/.test(said) ? 'newest' : null,
        quantity: looseQuantity(words, (i) => productWords.has(i) || placeWords.has(i) || budget.words.has(i) || kinds.get(i) === 'order'),
        choiceNumber: number === undefined ? null : Number(number),
        order, voucher: voucher?.code ?? null,
        address: readAddress(raw, placeMention),
        courier: /\b(jne|jnt|j&t|sicepat|anteraja|ninja|gosend|gojek|grab|sameday|same day|reguler|reg|yes|cargo|kargo|kilat|pos|tiki|ekspres|express|best|ez)\b/.exec(raw.toLowerCase())?.[1]?.replace(/^jnt$/, 'j&t') ?? null,
        payment: /\b(?:qris|qr)\b/.test(said) ? 'qris' : /\bcod\b|\bbayar (?:di )?(?:tempat|rumah)\b|\bcash on delivery\b/.test(`${said} ${raw.toLowerCase()}`) ? 'cod'
          : /\btransfer\b|\b(?:bca|bri|bni|mandiri|bsi|rekening|va)\b/.test(said) ? 'bank_transfer' : null,
        yesNo,
        day: readDay(texts),
        rating: /^(?:bintang )?([1-5])(?: bintang)?$/.exec(content.join(' '))?.[1] ? Number(/[1-5]/.exec(content.join(' '))![0]) : null,
        reference: /\b(?:tadi|itu|ini|tersebut)\b|^yang\b/.test(said) ? { words: said } : null,
        angry: isAngry(raw), spam: isSpam(raw),
      };
    },
  };
}

/** Where the words stand that name a product. */
function wordsOf({ span, apart }: FoundProduct): number[] {
  return [span, ...(apart ? [apart] : [])].flatMap(([from, to]) => Array.from({ length: to - from }, (_, k) => from + k));
}
