import type { ScoredIntent } from './meaning.ts';
import type { Word } from './normalise.ts';
import type { Part } from './wishes.ts';
import { isAddress, isFiller } from './words/lexicon.ts';

/** A code in the words of a message. */
export interface VoucherMention {
  /** Upper case. */
  readonly code: string;
  /** Which word it is. */
  readonly at: number;
  /** One of the owner's codes; else only called one. */
  readonly known: boolean;
}

const CALLED = /^(?:kode|code|kodenya|voucher|vouchernya|kupon|kuponnya|vocer|voucer|coupon)$/;
const BETWEEN = /^(?:promo|promonya|voucher|kupon|diskon|nya|ini|itu|saya|aku)$/;

/**
 * The code a message names: one of the owner's, or what follows "kode", "voucher" and has letters and digits. A code that is
 * an ordinary word ("GAJIAN") counts only where it is called a code, stands alone, or is written in capitals.
 */
export function readVoucher(raw: string, words: readonly Word[], codes: ReadonlySet<string>): VoucherMention | null {
  let called: VoucherMention | null = null;
  for (const [at, word] of words.entries()) {
    const code = word.raw.toUpperCase();
    const isCalled = calledBefore(words, at);
    if (codes.has(code) && (isCalled || /\d/.test(code) || words.length === 1 || raw.includes(code))) return { code, at, known: true };
    if (isCalled && /^(?=.*[A-Z])(?=.*\d)[A-Z0-9]{4,20}$/.test(code)) called ??= { code, at, known: false };
  }
  return called;
}

function calledBefore(words: readonly Word[], at: number): boolean {
  for (let before = at - 1; before >= 0 && before >= at - 3; before--) {
    if (CALLED.test(words[before]!.raw)) return true;
    if (!BETWEEN.test(words[before]!.raw)) return false;
  }
  return false;
}

const WISH = { intent: 'promo_discount', score: 0.9 } as const;
/** Words around a code that make no other wish: "mau pakai … dong". */
const AROUND = 3;

/** A code is a wish to use it, whatever else is wished in the same breath. */
export function withVoucher(
  split: { readonly intents: readonly ScoredIntent[]; readonly wishes: readonly Part[] }, words: readonly Word[], voucher: VoucherMention | null,
): { readonly intents: readonly ScoredIntent[]; readonly wishes: readonly Part[] } {
  if (voucher === null) return split;
  const already = split.wishes.find((part) => part.intent === 'promo_discount');
  if (already) return { intents: split.intents, wishes: split.wishes.map((part) => (part === already ? { ...part, score: Math.max(part.score, WISH.score) } : part)) };
  const intents = [WISH, ...split.intents.filter((entry) => entry.intent !== 'promo_discount')];
  const own = split.wishes.find((part) => part.from <= voucher.at && voucher.at < part.to);
  const others = own ? words.slice(own.from, own.to).filter((word, i) => own.from + i !== voucher.at && !isFiller(word.text) && !isAddress(word.text) && !CALLED.test(word.raw)) : [];
  if (own && others.length <= AROUND && own.intent !== 'add_to_cart' && own.intent !== 'checkout') {
    return { intents, wishes: split.wishes.map((part) => (part === own ? { ...part, ...WISH } : part)) };
  }
  return { intents: [...split.intents.slice(0, 1), WISH, ...split.intents.slice(1).filter((entry) => entry.intent !== 'promo_discount')], wishes: [...split.wishes, { ...WISH, from: voucher.at, to: voucher.at + 1 }] };
}
