import type { Catalogue, Product } from '../shop/catalogue/snapshot.ts';
import type { Word } from './normalise.ts';
import { readNumber } from './numbers.ts';
import type { TalkContext } from './understanding.ts';

/** A variant named by itself: the word that named it, and the products it may be. */
export interface NamedVariant { readonly at: number; readonly products: readonly Product[] }

/** Words that a variant follows: "yang merah", "ukuran L", "mau M". */
const BEFORE_VARIANT = new Set(['yang', 'ukuran', 'uk', 'size', 'warna', 'nomor', 'mau', 'ambil', 'pesan', 'order', 'beli', 'minta', 'rasa', 'varian', 'sama', 'dan', 'ganti', 'jadi']);
/** More fitting than this is no pointing at anything. */
const MOST_FITTING = 3;

/** Whether this word names a variant of the product: one of the words of "Merah Maroon", the number of "28 cm". */
export function namesVariant(product: Product, word: string): boolean {
  return product.variant !== null && product.variant.toLowerCase().split(/[^\p{L}\p{N}]+/u).includes(word.replace(/(?<=\d)(?:cm|ml|gr?|kg)$/, ''));
}

/** What was shown last and the other variants of what is talked about. */
export function pointable(catalogue: Catalogue, context: TalkContext | undefined): readonly Product[] {
  if (!context) return [];
  const shown = context.shown.flatMap((sku) => catalogue.product(sku) ?? []);
  const focus = context.focus === null ? undefined : catalogue.product(context.focus);
  return [...new Set<Product>([...shown, ...(focus ? catalogue.variantsOf(focus) : [])])];
}

/**
 * Variants of the pool that are named without their product: "yang 28", "yang merah aja", "mau L 1 sama …", "xl nya kapan
 * ready". A number must follow a word for it, as it may be a count.
 */
export function namedVariants(words: readonly Word[], pool: readonly Product[], taken: (i: number) => boolean): readonly NamedVariant[] {
  if (pool.length === 0) return [];
  return words.flatMap((word, i): NamedVariant[] => {
    if (taken(i) || !isNamed(words, i, taken)) return [];
    const products = pool.filter((product) => namesVariant(product, word.text));
    return products.length > 0 && products.length <= MOST_FITTING ? [{ at: i, products }] : [];
  });
}

function isNamed(words: readonly Word[], i: number, taken: (i: number) => boolean): boolean {
  const word = words[i]!;
  const before = words[i - 1]?.text;
  if (before !== undefined && !taken(i - 1) && (before === 'yang' || before === 'ukuran' || before === 'size' || before === 'uk' || before === 'warna' || before === 'nomor')) return true;
  if (readNumber(word.text) !== null) return false;
  if (/nya$/.test(word.raw) || words[i + 1]?.text === 'nya') return true;
  const after = words[i + 1]?.text;
  const opens = before === undefined || BEFORE_VARIANT.has(before) || words[i]!.before.includes(',');
  return opens && (after === undefined || readNumber(after) !== null || /^(?:saja|ya|kak|dong|deh|berapa|ada|nya|satu|sama|dan|pcs|masing|masing-masing|kapan|ready|masih)$/.test(after));
}
